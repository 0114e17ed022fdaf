"""`diff`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from reportgen.cli.printing import show
from reportgen.cli.usage import DONE, ERRORS, AddCommand, UsageError, near
from reportgen.problems import ReportError


def add(command: AddCommand) -> None:
    """Add the commands of this module."""
    diff = command("diff", _diff, "Tell what has changed from one edition, briefing or paper to another.")
    diff.add_argument("old", metavar="OLD", help="a briefing, a released edition (NAME/1), or a PDF made by reportgen")
    diff.add_argument("new", metavar="NEW", help="the same, for what is newer")
    diff.add_argument("--json", action="store_true", help="print the changes as JSON")
    diff.add_argument(
        "--pdf", metavar="FILE", type=Path, help="also write them as a paper, with the changed words marked"
    )


def _diff(options: argparse.Namespace) -> int:
    from reportgen.commands.diff import as_data, as_lines, as_pdf, diff
    from reportgen.commands.operands import NoSuchOperandError
    from reportgen.writing import write_all

    try:
        found = diff(options.old, options.new, Path.cwd())
        if options.pdf:
            write_all({options.pdf: as_pdf(found)})
    except NoSuchOperandError as error:
        raise UsageError(error) from None
    except ReportError as error:
        show(error.problems)
        return ERRORS
    if options.json:
        print(json.dumps(as_data(found), indent=2, ensure_ascii=False))
    else:
        print("\n".join(as_lines(found)) or "no changes")
    if options.pdf and not options.json:
        print(near(options.pdf))
    return DONE
