"""What all commands share: exit statuses, wrong usage, and where they work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.folders import find, find_workspace
from reportgen.problems import Problem, ReportError

DONE, ERRORS, USAGE = 0, 1, 2
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C has ended."""


class UsageError(Exception):
    """The command can't be run as it was given; the message says what to do."""


def folder_here() -> Path:
    """The folder in which the command is run; UsageError where somebody has deleted it."""
    try:
        return Path.cwd()
    except OSError:
        raise UsageError("the folder that you are in is no longer there\n  hint: go to another: cd ..") from None


def workspace_here() -> Path:
    """The workspace in which the command is run; UsageError where there is none."""
    here = folder_here()
    workspace = find_workspace(here)
    if workspace is None:
        raise UsageError(
            f"there is no sources/ folder in {here} or above it.\n"
            "Go to the folder that holds sources/, or start one here: reportgen new NAME"
        )
    return workspace


def briefings(workspace: Path, names: Sequence[str]) -> list[Path]:
    """The folders asked for. A name that there isn't is wrong usage, not a fault of the sources."""
    try:
        return find(workspace, names)
    except ReportError as error:
        raise UsageError("\n".join(map(_words, error.problems))) from None


def briefing_here(name: str) -> tuple[Path, Path]:
    """The folder of one briefing, and the workspace in which the command is run."""
    workspace = workspace_here()
    return briefings(workspace, [name])[0], workspace


def _words(problem: Problem) -> str:
    return f"{problem.message}\n  hint: {problem.hint}" if problem.hint else problem.message


def near(path: Path) -> str:
    """The path as seen from here."""
    here = folder_here()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
