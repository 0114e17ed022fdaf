"""`confirm`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.choices import Choices
from reportgen.cli.printing import show
from reportgen.cli.usage import DONE, ERRORS, AddCommand, UsageError, add_allow_charts, briefings, near, workspace_here
from reportgen.problems import ReportError, did_you_mean

if TYPE_CHECKING:
    from reportgen.commands.confirm import Recorded


def add(command: AddCommand) -> None:
    """Add the commands of this module."""
    about = "Record that what a paper says of its data holds: titles, descriptions, key facts and key messages."
    confirm = command("confirm", _confirm, about)
    confirm.add_argument("name", metavar="NAME", help="a folder in sources/")
    confirm.add_argument(
        "statements", metavar="STATEMENT", nargs="*", default=(), help="only these, such as chart-hours"
    )
    add_allow_charts(confirm)


def _confirm(options: argparse.Namespace) -> int:
    from reportgen.commands.confirm import NoSuchStatementError, confirm

    workspace = workspace_here()
    (folder,) = briefings(workspace, [options.name])
    try:
        recorded = confirm(folder, workspace, options.statements, Choices(allow_charts=options.allow_charts))
    except ReportError as error:
        show(error.problems)
        return ERRORS
    except NoSuchStatementError as error:
        hint = did_you_mean(error.name, error.known) or "it says nothing that rests on data"
        raise UsageError(f"the paper '{folder.name}' has no statement '{error.name}'\n  hint: {hint}") from None
    for line in _lines(recorded):
        print(line)
    return DONE


def _lines(recorded: Recorded) -> Iterator[str]:
    """What was recorded, a line each; what is as it was is only counted."""
    yield from (f"new: {name}: {words}" for name, words in recorded.new)
    for renewed in recorded.anew:
        yield f"confirmed anew: {renewed.id}: {renewed.words}"
        yield from (f"  {change}" for change in renewed.changes)
    yield from (f"dropped: {name}" for name in recorded.dropped)
    if recorded.unchanged:
        yield f"unchanged: {recorded.unchanged}"
    if recorded.path.is_file():
        yield near(recorded.path)
    else:
        yield "nothing to confirm: the paper says nothing that rests on data"
