"""`release`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reportgen.choices import Choices
from reportgen.cli.printing import count, show
from reportgen.cli.usage import DONE, ERRORS, briefing_here, near


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.commands.release import release

    folder, workspace = briefing_here(options.name)
    if options.undo:
        return _undo(folder, workspace)
    outcome = release(folder, workspace, Choices(with_notes=options.with_notes, allow_charts=options.allow_charts))
    show(outcome.problems)
    if outcome.paper is None:
        return ERRORS
    print(near(outcome.paper))
    if told := count(outcome.problems):
        print(f"{told}; the edition is released all the same", file=sys.stderr)
    print(f"Next: reportgen build {folder.name} writes it; for what changes now, write the next edition: and updated:")
    return DONE


def _undo(folder: Path, workspace: Path) -> int:
    from reportgen.commands.release import undo

    outcome = undo(folder, workspace)
    assert outcome.paper is not None
    print(f"{near(outcome.paper)} is gone: edition {outcome.paper.name} is no longer released")
    return DONE
