"""Starting the process that draws charts, before anything else is loaded: it has the most to import.

What is asked of it, and how it is heard, is `reportgen.figures.process`'s to know.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_TEXT_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
"""As in `folders`, which is not loaded yet."""
_CHART = b"chart"
"""What a text has that asks for one; whether it does, reading it tells."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def launch() -> subprocess.Popen[bytes]:
    """A process that waits for work on its standard input; OSError if none can be started.

    It has this process's ways to modules and no other: the current folder is none of them by itself.
    """
    import subprocess

    return subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _command() -> list[str]:
    first = "import gc, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); gc.disable()"  # Ctrl-C goes to both
    code = "from reportgen.figures.worker import serve; serve()"
    return [sys.executable or "", "-P", "-c", f"{first}; sys.path[:] = {sys.path!r}; {code}"]


def early(folders: Iterable[Path]) -> subprocess.Popen[bytes] | None:
    """One for the briefings in `folders`; None where they seem to have no charts, or no core is free for it."""
    if cores() < 2 or not any(map(_may_have_charts, folders)):
        return None
    with suppress(OSError):
        return launch()
    return None


def _may_have_charts(folder: Path) -> bool:
    """Whether the texts of the briefing in `folder` seem to ask for charts."""
    try:
        texts = (path for path in (folder / "text").rglob("*.*") if path.suffix.lower() in _TEXT_ENDINGS)
        return any(_CHART in path.read_bytes() for path in texts if path.is_file())
    except OSError:
        return False
