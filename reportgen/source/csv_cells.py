"""CSV (RFC 4180, comma, UTF-8) as rows of cells that know their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.problems import Place, Problems

_CELL = re.compile(r'[ \t]*"(?P<quoted>(?:[^"]|"")*+)"[ \t]*(?=[,\n]|\Z)|(?P<bare>[^,\n]*)')


@dataclass(frozen=True, slots=True)
class Written:
    """A cell as written, without the spaces around it."""

    text: str
    place: Place


def rows_of(text: str, file: str, problems: Problems) -> list[list[Written]]:
    """The rows of a CSV file with LF ends, blank lines left out; a quotation mark's faults go to `problems`."""
    rows: list[list[Written]] = []
    row: list[Written] = []
    position, line, line_start = 0, 1, 0
    while position <= len(text):
        match = _CELL.match(text, position)
        assert match is not None
        place = Place(file, line, match.start() - line_start + 1)
        row.append(_written(match, place, problems))
        passed = match.group().count("\n")
        if passed:
            line, line_start = line + passed, match.start() + match.group().rfind("\n") + 1
        position = match.end() + 1
        if text[match.end() : position] != ",":
            if len(row) > 1 or row[0].text:
                rows.append(row)
            row, line, line_start = [], line + 1, position
    _check_separator(rows, problems)
    return rows


def _written(match: re.Match[str], place: Place, problems: Problems) -> Written:
    if match["quoted"] is not None:
        return Written(match["quoted"].replace('""', '"').strip(), place)
    bare = match["bare"].strip()
    if bare.startswith('"'):
        hint = 'close it at the end of the cell, and write a quotation mark inside as ""'
        problems.add("table-cells", place, "a quotation mark opens this cell and does not close rightly", hint)
    return Written(bare, place)


def _check_separator(rows: Sequence[Sequence[Written]], problems: Problems) -> None:
    """Spreadsheet programs of some countries write semicolons or tabs."""
    if rows and len(rows[0]) == 1:
        head = rows[0][0]
        for sign, name in ((";", "semicolons"), ("\t", "tabs")):
            if sign in head.text:
                hint = "save it as CSV with commas, in UTF-8"
                problems.add("table-cells", head.place, f"the cells of this file are parted by {name}", hint)
