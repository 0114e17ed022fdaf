"""Where a table stands in a sheet: its header and its rows, without the notes below them, merged cells filled.

`header_row:`, `range:` and `end:` say it; without them the first row names the columns, and all below are rows but
what are plainly notes. Nothing here knows what type a column has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems
from reportgen.sheets.sheet import Line, Merge, Worksheet, column_of, letters
from reportgen.source.above import merged_down
from reportgen.source.entries import TableEntry
from reportgen.source.group_names import begins_before
from reportgen.source.notes_below import parted
from reportgen.source.part_rows import with_parts
from reportgen.source.said_units import Said, SaidUnits
from reportgen.source.under_names import has_units, has_units_above, name_with_unit, numbers_columns

NONE = "none"
"""What `groups:` says of a table whose rows all are data."""
_RANGE = Pattern(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*):\$?([A-Z]{1,3})\$?([1-9][0-9]*)?", re.IGNORECASE)
_BARE_MARK = Pattern(r"\[?[a-z]{1,3}\]?|:")


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
    said: SaidUnits = SaidUnits()
    """What words say of the units of money of its columns."""

    def unit_said(self, name: str, title: str = "") -> Said | None:
        """The unit of money that words say of a column, those of the table's `title` among them; None without."""
        return self.said.of(name, self.lines, title)


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
        if body and has_units_above(body[0], body[1:4], min(names.values())):
            self._ask_for_units(header, body[0], names)
            return None
        body, notes = self._body(body, names, nameless, width, right)
        between = [line for line in lines if last < line.number < (self.entry.start or 0)]
        said = SaidUnits(names, between, self.sheet.lines, header[0].number)
        return Region(
            self.sheet, names, last, body, width, frozenset(nameless), frozenset(twice), notes, numbering, said
        )

    def _body(
        self, body: Sequence[Line], names: dict[str, int], nameless: set[str], width: int, right: int
    ) -> tuple[list[Line], list[Line]]:
        """The rows of data as they are meant, and those of notes below them; marks beyond the last column get a name
        of their own."""
        body = merged_down(body, self.sheet.merged)
        body, notes = parted(body, self.entry.end.text.strip() if self.entry.end else "")
        for at in self._beyond(body, width, right):
            names[self._called(at)] = at
            nameless.add(self._called(at))
        if not (self.entry.groups and self.entry.groups.text == NONE):
            body = with_parts(body)
        return list(body), list(notes)

    def _tell_nothing(self) -> None:
        message = "this file is empty" if not self.sheet.lines else f"nothing stands in {self.sheet.what} there"
        self.problems.add("table-cells", Place(self.sheet.file, 1, 1), message, "its first line names the columns")

    def _beyond(self, body: Sequence[Line], width: int, right: int) -> list[int]:
        """The columns beyond the names: one of marks, and those of a workbook with something in most rows."""
        if width <= right and self._has_marks(body, width):
            return [width]
        if self.sheet.separator:
            return []  # rows that are longer than the names are told
        widest = min(right + 1, max(map(len, body), default=0))
        return [at for at in range(width, widest) if 2 * sum(bool(line.text(at)) for line in body) > len(body)]

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
        lower = _across(header[-1], width, self.sheet.merged)
        rows = [*(_spread(_across(line, width, self.sheet.merged), lower) for line in header[:-1]), lower]
        first = header[0].filled()[0] if len(header) > 1 else -1
        names: dict[str, int] = {}
        twice: set[str] = set()
        nameless: set[str] = set()
        for at in range(left, width):
            told = rows[:-1] if at == first and has_units(header[-1], first) else rows  # without the word "Unit"
            parts = dict.fromkeys(part for row in told if (part := " ".join(row[at].split())))
            name = name_with_unit([*parts]) or self._called(at)
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


def region_of(sheet: Worksheet, entry: TableEntry, problems: Problems) -> Region | None:
    """The table that `entry` describes; None, with a problem, where the sheet has none there."""
    return _Finding(sheet, entry, problems).region()


def _across(line: Line, width: int, merged: Sequence[Merge]) -> list[str]:
    """The texts of a header's row; those of merged cells in all of them."""
    texts = [line.text(at) for at in range(width)]
    for one in merged:
        if one.top <= line.number <= one.bottom:
            for at in range(one.left, min(one.right + 1, width)):
                texts[at] = texts[at] or texts[one.left]
    return texts


def _spread(upper: list[str], lower: Sequence[str]) -> list[str]:
    """The texts of a row above the `lower` one, each in all columns of its group, up to the next one."""
    before = begins_before(upper, lower)
    texts = [*upper]
    for at, text in enumerate(upper):
        if before and text and lower[at]:
            texts[at - before], texts[at] = text, ""
    for at in range(1, len(texts)):
        texts[at] = texts[at] or texts[at - 1]
    return texts


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
