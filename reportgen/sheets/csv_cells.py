"""CSV (RFC 4180, with any separator) as rows of cells that know their places."""

from __future__ import annotations

import re
from functools import cache

from reportgen.problems import Place, Problems
from reportgen.sheets.csv_text import separator_of
from reportgen.sheets.sheet import Line


class _Plain(Line):
    """A row without quotation marks: most are. `cells` still have the spaces around them, which places need."""

    __slots__ = ("_filled",)

    def __init__(self, number: int, cells: list[str]) -> None:
        super().__init__(number, cells)
        self._filled: list[int] | None = None

    def text(self, at: int) -> str:
        return self.cells[at].strip() if at < len(self.cells) else ""

    def filled(self) -> list[int]:
        if self._filled is None:  # whoever looks for tables, headings and notes asks each row
            self._filled = [at for at, cell in enumerate(self.cells) if cell and not cell.isspace()]
        return self._filled

    def place(self, at: int) -> tuple[int, int]:
        return self.number, 1 + at + sum(map(len, self.cells[:at]))


class _Quoted(Line):
    """A row that may go on over lines: it keeps the place of each cell."""

    __slots__ = ("places",)

    def __init__(self, number: int, cells: list[str], places: list[tuple[int, int]]) -> None:
        super().__init__(number, cells)
        self.places = places

    def place(self, at: int) -> tuple[int, int]:
        return self.places[min(at, len(self.places) - 1)]


def rows_of(text: str, file: str, problems: Problems, separator: str = "") -> list[Line]:
    """The rows of a CSV file with LF ends, blank lines left out; a quotation mark's faults go to `problems`."""
    sign = separator or separator_of(text)
    rows: list[Line] = []
    position, number = 0, 1
    if text[:4].casefold() == "sep=":
        position, number = text.find("\n") + 1, 2
    while position <= len(text):
        end = text.find("\n", position)
        plain = text[position : end if end >= 0 else len(text)]
        row: Line
        if '"' in plain:
            row, position, number = _quoted(text, position, number, Place(file), problems, sign)
        else:
            row = _Plain(number, plain.split(sign))
            position, number = position + len(plain) + 1, number + 1
        if len(row) > 1 or row.text(0):
            rows.append(row)
    return rows


@cache
def _cell(sign: str) -> re.Pattern[str]:
    own = re.escape(sign)
    return re.compile(rf'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[ ]*(?={own}|\n|\Z)|(?P<bare>[^{own}\n]*)')


def _quoted(text: str, position: int, number: int, file: Place, problems: Problems, sign: str) -> tuple[Line, int, int]:
    """A row, and where the next one begins: its offset and its line."""
    cells: list[str] = []
    places: list[tuple[int, int]] = []
    line, start = number, position
    while True:
        match = _cell(sign).match(text, position)
        assert match is not None
        places.append((line, match.start() - start + 1))
        cells.append(_text(match, Place(file.file, *places[-1]), problems))
        passed = match.group().count("\n")
        if passed:
            line, start = line + passed, match.start() + match.group().rfind("\n") + 1
        position = match.end() + 1
        if text[match.end() : position] != sign:
            return _Quoted(number, cells, places), position, line + 1


def _text(match: re.Match[str], place: Place, problems: Problems) -> str:
    if match["quoted"] is not None:
        return match["quoted"].replace('""', '"').strip()
    bare = match["bare"].strip()
    if bare.startswith('"'):
        hint = 'close it at the end of the cell, and write a quotation mark inside as ""'
        problems.add("table-cells", place, "a quotation mark opens this cell and does not close rightly", hint)
    return bare
