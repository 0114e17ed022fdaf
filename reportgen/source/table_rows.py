"""The rows of a table: which are whole, their cells, which are made when somebody asks for them, and their keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.problems import Place, Problems
from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.cell_marks import NUMERIC
from reportgen.source.columns import ReadColumn
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Cell, Row, RowCells, Scalar
from reportgen.source.regions import Region
from reportgen.source.row_groups import headings


class LazyCells(RowCells):
    """The cells of a row by the names of their columns; each is made once, when it is asked for."""

    __slots__ = ("_line", "_looked_up", "_made", "_number", "_places", "_read", "_sheet")

    def __init__(
        self,
        sheet: Worksheet,
        line: Line,
        number: int,
        places: Mapping[str, int],
        read: Mapping[str, ReadColumn],
        looked_up: Mapping[str, Cell] | None = None,
    ) -> None:
        self._sheet, self._line, self._number, self._places, self._read = sheet, line, number, places, read
        self._looked_up = looked_up or {}
        self._made: dict[str, Cell] = {}

    def showing(self, cells: Mapping[str, Cell]) -> LazyCells:
        """With cells of another table besides."""
        more = {**self._looked_up, **cells}
        return LazyCells(self._sheet, self._line, self._number, self._places, self._read, more)

    def own(self) -> LazyCells:
        """Without those of other tables."""
        return LazyCells(self._sheet, self._line, self._number, self._places, self._read)

    def __getitem__(self, name: str) -> Cell:
        cell = self._looked_up.get(name) or self._made.get(name)
        if cell is None:
            column, at = self._read[name], self._number
            place = self._sheet.place(self._line, self._places[name])
            cell = self._made[name] = Cell(column.values[at], column.texts[at], place, column.marks.get(at))
        return cell

    def value(self, column: str) -> Scalar:
        """The value of a cell, without the cell."""
        return self._looked_up[column].value if column in self._looked_up else self._read[column].values[self._number]

    def unplaced(self, column: str) -> Cell:
        """A cell of the row's own file, for somebody who does not ask where it stands: in a long table places take
        longer than all else."""
        read, at = self._read[column], self._number
        return Cell(read.values[at], read.texts[at], mark=read.marks.get(at))

    def __iter__(self) -> Iterator[str]:
        return iter((*self._read, *self._looked_up))

    def __len__(self) -> int:
        return len(self._read) + len(self._looked_up)


def spread_marks(read: Mapping[str, ReadColumn], kinds: Mapping[str, ColumnEntry]) -> dict[str, ReadColumn]:
    """The columns with the mark of a period, as that of "2024 Q1 [p]", at all numbers of its row, and not at itself."""
    dated = {name: read[name].marks for name, one in kinds.items() if one.type in ("period", "year", "date")}
    marks = {at: mark for found in dated.values() for at, mark in found.items() if mark.has_value}
    if not marks:
        return dict(read)
    found = dict(read)
    for name, column in read.items():
        if name in dated:
            found[name] = replace(column, marks={at: one for at, one in column.marks.items() if not one.has_value})
        elif kinds[name].type in NUMERIC:
            given = {at: mark for at, mark in marks.items() if column.values[at] is not None}
            found[name] = replace(column, marks={**given, **column.marks})
    return found


def check_keys(rows: Sequence[Row], read: Mapping[str, ReadColumn], entry: TableEntry, problems: Problems) -> None:
    """Report rows without a key or a date, and keys that stand twice; a part of a composite key may be empty.

    `read` are the columns of the rows: long tables have no cells for it.
    """
    keys = tuple(key.text for key in entry.key)
    date = (entry.date.text,) if entry.date else ()
    names = (*keys, *date)
    first: dict[tuple[Scalar, ...], Row] = {}
    texts = zip(*(read[name].texts for name in names), strict=True)
    every = zip(*(read[name].values for name in names), strict=True)
    for row, said, values in zip(rows, texts, every, strict=True) if names else ():
        if "" in said:
            filled = dict(zip(names, said, strict=True))
            keyless = keys[:1] if not any(filled[name] for name in keys) else ()
            empty = next((name for name in (*keyless, *date) if not filled[name]), None)
            if empty is not None:
                hint = "every row needs its key and date"
                problems.add("table-key", row.cells[empty].place, f"'{empty}' is empty in this row", hint)
                continue
        if keys and first.setdefault(values, row) is not row:
            _key_twice(row, first[values], names, entry, problems)


def _key_twice(row: Row, other: Row, names: Sequence[str], entry: TableEntry, problems: Problems) -> None:
    if any(row.value(name) is None and row.cells[name].text for name in names):
        return  # its own fault has been reported
    what = ", ".join(row.cells[name].text or "(empty)" for name in names)
    hint = "" if entry.date else "add a column to key:, or name the column that dates the rows with date:"
    message = f"a row for '{what}' stands already on line {other.place.line}"
    problems.add("table-key", row.cells[names[0]].place, message, hint or "remove one of the two")


def whole_rows(region: Region, entry: TableEntry, problems: Problems) -> list[Line]:
    """The rows; of a CSV file those with too many or too few cells are reported and left out."""
    if not region.sheet.separator or entry.unpivot or entry.range:
        return list(region.lines)
    width, kept = region.width, []
    faults: dict[str, list[Place]] = {}
    hints: dict[str, str] = {}
    # Of a header of several rows the last one may be shorter than the others.
    header = max(width, *(len(line) for line in region.sheet.lines if line.number == region.header))
    for line in region.lines:
        count = len(line)
        spare = any(line.text(at) for at in range(width, count))
        if width <= count and not (spare or count > header):
            kept.append(line)
            continue
        message = f"this row has {count} cell{'s' * (count != 1)}, the header {width}"
        place = region.sheet.place(line, width if count > width else 0)
        if message not in faults:
            hints[message] = _advice(count, line, region)
        faults.setdefault(message, []).append(place)
    for message, places in faults.items():
        more = f" (and {len(places) - 1} more rows)" if len(places) > 1 else ""
        problems.add("table-cells", places[0], f"{message}{more}", hints[message])
    return kept


def _advice(count: int, line: Line, region: Region) -> str:
    if any(region.lines[one.row] is line for one in headings(region)):
        return "if it names the rows below it, write groups: group, and declare the column group"
    if region.width == 1 and len(line.filled()) > 1 and line is region.lines[0]:
        return f"if row {line.number} names the columns, write header_row: {line.number}; a title may stand above it"
    if count > region.width:
        header = next(len(one) for one in region.sheet.lines if one.number == region.header)
        return "name its column: the cell above it in the header is empty" if count <= header else ""
    before = max((one.number for one in region.lines if one.number < line.number), default=region.header)
    return f"if it stands below the table, write end: {before}; else each empty cell needs its own separator"
