"""Where a table stands in a sheet: its header, its rows, what is below them; merged cells filled.

`header_row:`, `range:` and `end:` say it; without them the first row names the columns, and all below are rows but
what are plainly notes. Nothing here knows what type a column has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems
from reportgen.sheets.sheet import Line, Merge, Shown, Worksheet, column_of, letters
from reportgen.source.entries import TableEntry
from reportgen.source.part_rows import with_parts
from reportgen.source.under_names import has_units, has_units_above, numbers_columns

NONE = "none"
"""What `groups:` says of a table whose rows all are data."""
_RANGE = Pattern(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*):\$?([A-Z]{1,3})\$?([1-9][0-9]*)?", re.IGNORECASE)
_NOTE = Pattern(
    r"[_=–-]{3,}$|"
    r"(data )?sources?\b|(foot)?notes?\b|contacts?\b|©|crown copyright|[*†‡]|\[[^\]]+\]|\(?[a-z0-9]\)|[0-9]+[.)] |"
    r"(\.\.|:|-|[a-z]) ?[=–-] |symbols?\b|key\b|legend\b|last updated|corrections?\b|next (release|update)|"
    r"this (table|work)|figures\b|data (are|is|from|for)|includes?\b|excludes?\b|https?:|back to|abbreviations?\b|"
    r"released?\b|published\b|[0-9¹²³]{1,2}\s+[A-Z].{20}",
    re.IGNORECASE,
)
"""How notes below a table begin."""
_MARK = Pattern(r"\s*\[[^\W\d_]{1,3}\]\s*")
"""A statistical mark alone in its cell: a value that is not there, no note."""
_BARE_MARK = Pattern(r"\[?[a-z]{1,3}\]?|:")
_LONG = 60
"""Letters of a single cell that make a sentence of it."""


@frozen
class Region:
    """A table in its sheet."""

    sheet: Worksheet
    names: Mapping[str, int]
    """The columns by their names, each with its place in a row."""
    header: int
    """The number of the row with the names, the last one of several."""
    lines: Sequence[Line]
    width: int = 0
    """The cells of the header, the empty ones at its end left out."""
    nameless: frozenset[str] = frozenset()
    """Names of columns that have none in the file: they are called by their places."""
    twice: frozenset[str] = frozenset()
    """Names that several columns have: the second is called "name (2)"."""
    notes: Sequence[Line] = ()
    """Rows below the data that are taken for notes."""
    numbering: Line | None = None
    """The row below the names that numbers the columns."""


class _Filled(Line):
    """A row some cells of which hold what stands in a row above, by their places."""

    __slots__ = ("from_", "own")

    def __init__(self, own: Line, from_: Mapping[int, Line]) -> None:
        super().__init__(own.number, own.cells)
        self.own, self.from_ = own, from_

    def __len__(self) -> int:
        return max(len(self.own), 1 + max(self.from_))

    def _line(self, at: int) -> Line:
        return self.from_.get(at, self.own)

    def text(self, at: int) -> str:
        return self._line(at).text(at)

    def shown(self, at: int) -> Shown:
        return self._line(at).shown(at)

    def read(self, at: int) -> tuple[str, Shown]:
        return self._line(at).read(at)

    def fault(self, at: int) -> str:
        return self._line(at).fault(at)

    def place(self, at: int) -> tuple[int, int]:
        return self._line(at).place(at)

    def anchor(self) -> tuple[int, int]:
        return self.own.anchor()

    def is_as(self, other: Line) -> bool:
        return isinstance(other, _Filled) and self.own.is_as(other.own) and self.from_ == other.from_


def with_above(line: Line, above: Mapping[int, Line]) -> Line:
    """A row some cells of which, by their places, hold what stands in rows above."""
    return _Filled(line, above)


@frozen
class _Finding:
    sheet: Worksheet
    entry: TableEntry
    problems: Problems

    def region(self) -> Region | None:
        bounds = self._bounds()
        if bounds is None:
            return None
        top, bottom, left, right = bounds
        lines = [line for line in self.sheet.lines if top <= line.number <= bottom and line.filled()]
        if not lines:
            self._tell_nothing()
        header = self._header(lines) if lines else None
        if header is None:
            return None
        names, twice, nameless, width = self._names(header, left, right)
        last = header[-1].number
        body = [line for line in lines if line.number > last and line.number >= (self.entry.start or 0)]
        numbering = body[0] if body and numbers_columns(body[0], body[1:], min(names.values())) else None
        body = body[1:] if numbering else body
        if len(body) > 1 and has_units_above(body[0], body[1], min(names.values())):
            self._ask_for_units(header, body[0], names)
            return None
        body = _filled(body, self.sheet.merged)
        if width <= right and self._has_marks(body, width):
            names[self._called(width)] = width
            nameless.add(self._called(width))
        body, notes = self._parted(body, left)
        if not (self.entry.groups and self.entry.groups.text == NONE):
            body = with_parts(body)
        return Region(self.sheet, names, last, body, width, frozenset(nameless), frozenset(twice), notes, numbering)

    def _tell_nothing(self) -> None:
        message = "this file is empty" if not self.sheet.lines else f"nothing stands in {self.sheet.what} there"
        self.problems.add("table-cells", Place(self.sheet.file, 1, 1), message, "its first line names the columns")

    @staticmethod
    def _has_marks(body: Sequence[Line], at: int) -> bool:
        """Whether the marks of the last column stand in cells beyond it, and nothing else."""
        beyond = {text for line in body if (text := line.text(at))}
        return bool(beyond) and all(map(_BARE_MARK.fullmatch, beyond))

    def _bounds(self) -> tuple[int, int, int, int] | None:
        if self.entry.range is None:
            return 1, 10**9, 0, 10**6
        match = _RANGE.fullmatch(self.entry.range.text.strip())
        if match is None:
            message = f"'{self.entry.range.text}' is no range of cells"
            self.problems.add("wrong-type", self.entry.range.place, message, "write its corners: range: A7:F30")
            return None
        left, top, right, bottom = match.groups()
        return int(top), int(bottom or 10**9), column_of(left), column_of(right)

    def _header(self, lines: Sequence[Line]) -> list[Line] | None:
        """The rows that name the columns."""
        numbers = self.entry.header_row
        if not numbers:
            return [lines[0]]
        found = [line for line in lines if line.number in numbers]
        if found and found[-1].number == max(numbers):
            return found
        place = self.entry.place
        near = next((line.number for line in lines if line.number > max(numbers)), lines[-1].number)
        message = f"row {max(numbers)} of {self.sheet.what} is empty: it can't name the columns"
        self.problems.add("table-column", place, message, f"the next row with something in it is {near}")
        return None

    def _names(self, header: Sequence[Line], left: int, right: int) -> tuple[dict[str, int], set[str], set[str], int]:
        """The columns, those of a name that stands twice, those without a name, and how many cells the header has."""
        width = min(right + 1, max(1 + line.filled()[-1] for line in header))
        rows = [_across(line, width, self.sheet.merged, spread=line is not header[-1]) for line in header]
        first = header[0].filled()[0] if len(header) > 1 else -1
        names: dict[str, int] = {}
        twice: set[str] = set()
        nameless: set[str] = set()
        for at in range(left, width):
            told = rows[:-1] if at == first and has_units(header[-1], first) else rows  # without the word "Unit"
            parts = dict.fromkeys(part for row in told if (part := " ".join(row[at].split())))
            name = " ".join(parts) or self._called(at)
            if not parts:
                nameless.add(name)
            if name in names:
                twice.add(name)
                count = sum(1 for one in names if one == name or one.startswith(f"{name} ("))
                name = f"{name} ({count + 1})"
            names[name] = at
        return names, twice, nameless, width

    def _ask_for_units(self, header: Sequence[Line], line: Line, names: Mapping[str, int]) -> None:
        """Report a row of units, which is none of data."""
        called = [
            f"'{name} {text}'" for name, at in names.items() if (text := line.text(at)) and at in line.filled()[-2:]
        ]
        units = ", ".join(line.text(at) for at in line.filled()[:4])
        message = f"row {line.number} of {self.sheet.what} holds units, not data: {units}"
        rows = ", ".join(str(one.number) for one in (*header, line))
        hint = f"write header_row: [{rows}]; the columns are then called {' and '.join(called)}, which says their units"
        self.problems.add("table-column", self.sheet.place(line, line.filled()[0]), message, hint)

    def _called(self, at: int) -> str:
        """What a column without a name is called."""
        return f"Column {letters(at) if not self.sheet.separator else at + 1}"

    # --- the end of the data -------------------------------------------------------------------------------------
    def _parted(self, body: list[Line], left: int) -> tuple[list[Line], list[Line]]:
        """The rows of the table, and those below them that are taken for notes."""
        end = self.entry.end
        if end is not None:
            return self._up_to(body, end.text.strip(), left), []
        start = len(body)
        while start and self._may_be_note(body[start - 1], left):
            start -= 1
        if start == 0:  # a table of one column, or of nothing but names
            return body, []
        for at in range(start, len(body)):
            gap = body[at].number - body[at - 1].number > 1 and not isinstance(body[at - 1], _Filled)
            first = body[at].text(body[at].filled()[0])
            if (gap and at == start) or (gap and len(body) - at > 1) or begins_note(first) or len(first) > _LONG:
                return body[:at], body[at:]
        return body, []

    @staticmethod
    def _may_be_note(line: Line, left: int) -> bool:
        """Whether a row has words in one cell alone (or in two, a mark and what it means), and no number."""
        filled = line.filled()
        texts = [line.text(at) for at in filled]
        if len(filled) == 1:
            if _MARK.fullmatch(texts[0]):
                return False
            return not isinstance(line, _Filled) and bool(re.search(r"[^\W\d_]", texts[0]) or len(texts[0]) > _LONG)
        return len(filled) == 2 and len(texts[1]) > _LONG and not re.fullmatch(r"[\d.,]+", texts[1])

    @staticmethod
    def _up_to(body: list[Line], end: str, left: int) -> list[Line]:
        if end.isdigit():
            return [line for line in body if line.number <= int(end)]
        kept = []
        for line in body:
            filled = line.filled()
            if filled and line.text(filled[0]).casefold().startswith(end.casefold()):
                break
            kept.append(line)
        return kept


def region_of(sheet: Worksheet, entry: TableEntry, problems: Problems) -> Region | None:
    """The table that `entry` describes; None, with a problem, where the sheet has none there."""
    return _Finding(sheet, entry, problems).region()


def _filled(lines: Sequence[Line], merged: Sequence[Merge]) -> list[Line]:
    """Rows with what is merged with the row above: the first cell's text in all of them."""
    begins: dict[int, list[Merge]] = {}
    for one in merged:
        if one.bottom > one.top:
            begins.setdefault(one.top, []).append(one)
    made: list[Line] = []
    held: dict[int, tuple[int, Line]] = {}
    for line in lines if begins else ():
        held = {left: (bottom, first) for left, (bottom, first) in held.items() if bottom >= line.number}
        made.append(_Filled(line, {left: first for left, (_, first) in held.items()}) if held else line)
        held |= {one.left: (one.bottom, line) for one in begins.get(line.number, ())}
    return made or list(lines)


def _across(line: Line, width: int, merged: Sequence[Merge], *, spread: bool) -> list[str]:
    """The texts of a header's row; those of merged cells in all of them, and, in an upper row, up to the next one."""
    texts = [line.text(at) for at in range(width)]
    for one in merged:
        if one.top <= line.number <= one.bottom:
            for at in range(one.left, min(one.right + 1, width)):
                texts[at] = texts[at] or texts[one.left]
    if spread:
        for at in range(1, width):
            texts[at] = texts[at] or texts[at - 1]
    return texts


def begins_note(text: str) -> bool:
    """Whether a text begins as a note below a table does: "Source: …"."""
    return bool(_NOTE.match(text))


def numbers_of(lines: Sequence[Line]) -> str:
    """Rows as a message names them: "row 12", "rows 12 to 15"."""
    if len(lines) == 1:
        return f"row {lines[0].number}"
    return f"rows {lines[0].number} to {lines[-1].number}"


def listed(numbers: Iterator[int] | Sequence[int]) -> str:
    """Rows by number, some of them: "rows 3, 7 and 9 more"."""
    found = sorted(numbers)
    shown = ", ".join(map(str, found[:4]))
    more = f" and {len(found) - 4} more" if len(found) > 4 else ""
    return f"row{'s' * (len(found) > 1)} {shown}{more}"
