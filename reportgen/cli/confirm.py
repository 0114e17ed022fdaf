"""`confirm`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportgen.choices import Choices
from reportgen.cli.usage import DONE, UsageError, briefing_here, near
from reportgen.problems import did_you_mean

if TYPE_CHECKING:
    from reportgen.commands.confirm import Recorded


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.commands.confirm import NoSuchStatementError, confirm

    folder, workspace = briefing_here(options.name)
    try:
        recorded = confirm(folder, workspace, options.statements, Choices(allow_charts=options.allow_charts))
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
