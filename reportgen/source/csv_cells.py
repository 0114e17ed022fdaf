"""CSV (RFC 4180, comma, UTF-8) as rows of cells that know their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.frozen import frozen
from reportgen.problems import Place, Problems

_CELL = re.compile(r'[ \t]*"(?P<quoted>(?:[^"]|"")*+)"[ \t]*(?=[,\n]|\Z)|(?P<bare>[^,\n]*)')


@frozen
class Written:
    """A cell as written, without the spaces around it."""

    text: str
    place: Place


def rows_of(text: str, file: str, problems: Problems) -> list[list[Written]]:
    """The rows of a CSV file with LF ends, blank lines left out; a quotation mark's faults go to `problems`."""
    rows: list[list[Written]] = []
    position, line = 0, 1
    while position <= len(text):
        end = text.find("\n", position)
        plain = text[position : end if end >= 0 else len(text)]
        if '"' in plain:
            row, position, line = _quoted(text, position, line, file, problems)
        else:
            row = _unquoted(plain, line, file)
            position, line = position + len(plain) + 1, line + 1
        if len(row) > 1 or row[0].text:
            rows.append(row)
    _check_separator(rows, problems)
    return rows


def _unquoted(text: str, line: int, file: str) -> list[Written]:
    """The cells of a line without quotation marks: most lines are."""
    row, column = [], 1
    for cell in text.split(","):
        row.append(Written(cell.strip(), Place(file, line, column)))
        column += len(cell) + 1
    return row


def _quoted(text: str, position: int, line: int, file: str, problems: Problems) -> tuple[list[Written], int, int]:
    """The cells of a row, which may go on over lines, and where the next row begins: its offset and its line."""
    row: list[Written] = []
    line_start = position
    while True:
        match = _CELL.match(text, position)
        assert match is not None
        place = Place(file, line, match.start() - line_start + 1)
        row.append(_written(match, place, problems))
        passed = match.group().count("\n")
        if passed:
            line, line_start = line + passed, match.start() + match.group().rfind("\n") + 1
        position = match.end() + 1
        if text[match.end() : position] != ",":
            return row, position, line + 1


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
