"""How long a paper takes, beside other tools: `make bench`. Measures and prints; asserts nothing.

It runs with the Python of `.venv`, and is told that of the environment with the other tools. `docs/benchmarks.md` says
how each figure is made and holds the tables that this prints.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from reportgen import __version__
from tests.benchmarks.contest import OURS, PEERS, ROUNDS, measure
from tests.benchmarks.table import against_typst, side_by_side


def main(python: Path) -> None:
    """Measure, and print the tables with the day and the machine in general words."""
    with tempfile.TemporaryDirectory() as folder:
        results = measure(Path(folder), python, lambda line: print(line, file=sys.stderr, flush=True))
    print(f"{datetime.now(UTC):%-d %B %Y}: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, ", end="")
    print(f"Python {platform.python_version()}, medians of {ROUNDS} rounds\n")
    print(against_typst(results))
    print(side_by_side(results, {OURS: __version__, **versions(python)}), end="")


def versions(python: Path) -> dict[str, str]:
    """The versions of the other tools in the environment of `python`."""
    code = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
    done = subprocess.run([python, "-c", code, *PEERS], check=True, capture_output=True, text=True)
    return dict(zip(PEERS, done.stdout.split(), strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
