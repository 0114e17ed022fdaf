"""Digests of all that decides a paper: the files that a briefing can read, the engine and its libraries.

They are of contents, not of dates: a checkout gives every file a new one. Too much is taken in rather than too little,
for a paper that is built once more is no harm, and one that is out of date is.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from reportgen.contents import ENGINE_FOLDER, below, digest, engine
from reportgen.folders import HEAD, built_in
from reportgen.installed import distributions
from reportgen.outcome import digest_of


def of_file(path: str | Path) -> str:
    """The digest of a file's content; "" where it can't be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - half the time of Path.read_bytes, for hundreds of files
            return digest_of(file.read())
    except OSError:
        return ""


def of_sources(folder: Path, workspace: Path) -> dict[str, str]:
    """The digests of all that the briefing in `folder` can read in its workspace, by names relative to that.

    That is its own folder, what all briefings share, and the chart kinds; folders count too, and where links lead.
    """
    workspace, folder = workspace.absolute(), folder.absolute()
    home = workspace / "sources"
    others = {str(path.parent) for path in home.glob(f"*/{HEAD}")} - {str(folder)}
    found = (below(workspace / name, name, of_file, others) for name in ("sources", "charts"))
    return {name: digest for part in found for name, digest in part}


@cache
def of_engine() -> str:
    """One digest of the engine's files, its built-in kinds, the versions of all that is installed, and the machine."""
    files, charts = [*engine().items()], built_in()
    if not charts.is_relative_to(ENGINE_FOLDER):
        files += below(charts, "charts", digest)
    about = (*sorted(files), *sorted(distributions().items()), sys.version, sys.platform, _machine())
    return digest_of(repr(about).encode("utf-8", "surrogateescape"))


def _machine() -> str:
    """Its kind of processor; where the system has no name for it (Windows), `sys.version` has."""
    return os.uname().machine if hasattr(os, "uname") else ""
