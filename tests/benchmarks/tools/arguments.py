"""What each tool's script is called with: `SOURCE OUTPUT [CHARTS]`, its folder, the PDF, charts drawn before."""

from __future__ import annotations

import sys
from pathlib import Path


def arguments(kind: str) -> tuple[Path, Path, Path]:
    """Source, output and the folder of the charts, which are drawn as files of `kind` if the caller has none.

    matplotlib is imported only then.
    """
    source, output, *drawn = (Path(argument).resolve() for argument in sys.argv[1:])
    if drawn:
        return source, output, drawn[0]
    from tests.benchmarks.tools.charts import draw

    return source, output, draw(source, output.with_suffix(".charts"), kind)
