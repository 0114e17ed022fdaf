"""`facts`."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from reportgen.choices import Choices
from reportgen.cli.printing import count, show
from reportgen.cli.usage import DONE, ERRORS, briefing_here

if TYPE_CHECKING:
    from reportgen.commands.facts import ListedRecord, Listing
    from reportgen.dates import PartialDate


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.commands.facts import listing

    folder, workspace = briefing_here(options.name)
    found = listing(folder, workspace, Choices(allow_charts=options.allow_charts))
    show(found.problems)
    if found.failed:
        print(count(found.problems), file=sys.stderr)
        return ERRORS
    if options.csv:
        _print_bytes(_as_csv(found))
    elif options.json:
        print(_as_json(found))
    else:
        lines = [line for entry in found.entries if not entry.names_row for line in _told(entry)]
        if found.unused:
            lines.append(f"not used: {', '.join(found.unused)}")
        print("\n".join(lines) or "no value of the data reaches the paper")
    return DONE


def _as_csv(found: Listing) -> bytes:
    """RFC 4180: UTF-8, CRLF, a header."""
    from reportgen.commands.facts import COLUMNS, rows
    from reportgen.sheets.csv_out import written

    return written([COLUMNS, *rows(found.entries)], "\r\n")


def _print_bytes(data: bytes) -> None:
    """Whatever encoding the terminal has: it is a file that is printed."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _as_json(found: Listing) -> str:
    from reportgen.commands.facts import COLUMNS, rows

    return json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in rows(found.entries)], indent=2)


def _told(entry: ListedRecord) -> list[str]:
    record = entry.record
    name = f"{record.name}, {_in_words(entry.date)}" if entry.date else record.name
    value = entry.printed.replace("\u00a0", " ") or " ".join(filter(None, (entry.value, record.unit)))
    parts = [
        f"{name}: {value or 'no value'}",
        f"as of {entry.as_of}" if entry.as_of else "no as-of date",
        f"source: {', '.join(record.sources)}" if record.sources else "no source",
        *([f"review after {record.review_after}"] if record.review_after else []),
    ]
    uses = [
        f"  {use.place}: {use.kind}, {f'page {use.page}' if use.page else 'no page'}: {use.printed}"
        for use in entry.uses
    ]
    return ["; ".join(parts), *uses]


def _in_words(date: PartialDate) -> str:
    """In the language of the messages."""
    from reportgen.language import words_for

    return words_for("en-GB").date(date).replace("\u00a0", " ")
