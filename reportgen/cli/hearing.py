"""`hear`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from reportgen.cli.printing import show
from reportgen.cli.usage import DONE, ERRORS, AddCommand, UsageError
from reportgen.problems import ReportError


def add(command: AddCommand) -> None:
    """Add the commands of this module."""
    hear = command("hear", _hear, "Print a paper as a screen reader says it, each line with its page.")
    hear.add_argument("pdf", metavar="PDF", type=Path, help="a finished paper")
    hear.add_argument("--json", action="store_true", help="print the same as JSON")


def _hear(options: argparse.Namespace) -> int:
    from reportgen.commands.hear import hear

    try:
        said = hear(options.pdf)
    except OSError as error:
        raise UsageError(f"'{options.pdf}' can't be read: {(error.strerror or str(error)).lower()}") from None
    except ReportError as error:
        show(error.problems)
        return ERRORS
    if options.json:
        print(json.dumps([asdict(one) for one in said], indent=2, ensure_ascii=False))
    else:
        print("\n".join(f"{one.page:4}  {one}" for one in said))
    return DONE
