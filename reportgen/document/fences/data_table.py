"""Data as a table of the paper: alignment, units, decimals and missing values by the columns' types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal

from reportgen.document.blocks import Align, ColumnHead, TableCell, TableRow
from reportgen.document.captioned import Role
from reportgen.document.data.records import record
from reportgen.document.data.select import Selected
from reportgen.document.inlines import Text, Value
from reportgen.document.text.terms import Marker
from reportgen.figures.contract import CrossTable
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.language.values import MISSING, in_words, most_places, with_unit
from reportgen.marks import Mark
from reportgen.patterns import Pattern
from reportgen.problems import Place
from reportgen.source.model import Cell, Column, Row
from reportgen.source.total_names import is_part

_NUMERIC = frozenset({"number", "integer", "year"})
_NUMBER = Pattern(
    r"[+\-−–]?(?:[A-Z]{0,2}[€£$])?\s?\d[\d\s.,\u00a0\u202f]*\s?(?:%|[€£$]|[^\W\d_]{1,2}(?![^\W_]))?(?:\u00a0.+)?|–|-|n/a",
    re.IGNORECASE,
)
"""A number with its unit, which a value has after a space that doesn't break."""
_CODE = Pattern(r"0\d+")
"""Digits that name something: an area, a form."""


@frozen
class Grid:
    """Heads and rows, and the signs among them that need a word."""

    heads: tuple[ColumnHead, ...]
    rows: tuple[TableRow, ...]
    lacking: tuple[Column, ...]
    """Those in which a value is missing without a mark that says why, under the titles that are printed."""
    marks: tuple[Mark, ...]
    """Those of its cells, each once."""


@frozen
class DataTable:
    """Turns what was selected into cells; the cells of the columns in `headers` head their rows."""

    selected: Selected
    words: Words
    marker: Marker
    place: Place
    headers: Sequence[str] = ()
    _places: dict[tuple[str, str], int] = field(default_factory=dict, compare=False)
    """The decimals of each column, and of each unit in it, that were asked for."""

    def grid(self, titles: Mapping[str, str] | None = None) -> Grid:
        """The whole table; `titles` replaces the titles of columns."""
        rows = tuple(
            TableRow(tuple(self._cell(row, column) for column in self.selected.columns), role)
            for row, role in zip(self.selected.rows, self._roles(self.selected.rows), strict=True)
        )
        columns = [replace(one, title=(titles or {}).get(one.name) or one.title) for one in self.selected.columns]
        cells = {one.name: [row.cells[one.name] for row in self.selected.rows] for one in columns}
        empty = (one for one in columns if any(self._lacks(row, one) for row in self.selected.rows))
        lacking = tuple(one for one in empty if not self._says_again(one))
        marks = _marks(cell for column in cells.values() for cell in column)
        return Grid(tuple(map(self._head, columns)), rows, lacking, marks)

    def crossed(self, cross: CrossTable) -> Grid:
        """The data in two directions; a cell for which there is no row is missing as an empty one is."""
        name, value = map(self._column, (cross.name, cross.value))
        first = self._head(name)
        align: Align = "right" if self._is_numeric(value) else "left"
        heads = [ColumnHead(self.marker.mark((Text(head),)), align) for head in cross.heads]
        asides = dict(cross.asides)
        beside = {column.name: column for column in map(self._column, cross.beside)}
        # What the kind says of a cell without a row goes before what the column says of an empty one.
        said = replace(value, title="", missing=cross.missing or value.missing)
        roles = self._roles([self.selected.rows[at] for at, _ in cross.rows], (cross.name,))
        rows = []
        for (at, cells), role in zip(cross.rows, roles, strict=True):
            inside = (self._at(number, said, asides) for number in cells)
            others = (self._cell(self.selected.rows[at], one) for one in beside.values())
            rows.append(TableRow((self._cell(self.selected.rows[at], name), *inside, *others), role))
        found = [None if at is None else self.selected.rows[at] for _, cells in cross.rows for at in cells]
        there = [row.cells[value.name] for row in found if row is not None]
        more = {name: [self.selected.rows[at].cells[name] for at, _ in cross.rows] for name in beside}
        lacks = [said] if None in found or any(map(_is_empty, there)) else []
        lacks += [column for name, column in beside.items() if any(map(_is_empty, more[name]))]
        marks = _marks([*there, *(cell for cells in more.values() for cell in cells)])
        return Grid((first, *heads, *map(self._head, beside.values())), tuple(rows), tuple(lacks), marks)

    def _at(self, at: int | None, column: Column, asides: Mapping[int, str]) -> TableCell:
        """The cell of the row number `at`, if there is one, with what stands beside it."""
        if at is None:
            return TableCell((Text(MISSING),), False, self.place, MISSING, self._absence(column))
        cell = self._cell(self.selected.rows[at], column)
        aside = self.marker.mark((Text(f" ({asides[at]})"),)) if at in asides else ()
        return replace(cell, content=(*cell.content, *aside))

    def _head(self, column: Column) -> ColumnHead:
        align: Align = "left" if column.name in self.headers or not self._is_numeric(column) else "right"
        return ColumnHead(self.marker.mark((Text(headed(column)),)), align)

    def _is_numeric(self, column: Column) -> bool:
        """Whether it holds numbers, also where its author has not said so: their digits stand one below the other."""
        if column.type != "string":
            return column.type in _NUMERIC
        texts = [str(value).strip() for row in self.selected.rows if (value := row.value(column.name)) is not None]
        return are_numbers(texts) and not any(map(_CODE.fullmatch, texts))

    def _column(self, name: str) -> Column:
        """The column as it is shown here, else as the table has it."""
        return next((one for one in self.selected.columns if one.name == name), None) or self.selected.table.column(
            name
        )

    def _decimals(self, column: Column, unit: str) -> int:
        """As many digits after the point as the longest value that is shown: the same in the whole column, or in all of
        its rows that are in one unit."""
        if column.type != "number":
            return 0
        if column.decimals is not None:
            return column.decimals
        key = column.name, unit
        if key not in self._places:
            rows = (row for row in self.selected.rows if row.unit_in(column) == unit)
            self._places[key] = most_places(row.value(column.name) for row in rows)
        return self._places[key]

    def _says_again(self, column: Column) -> bool:
        """Whether an empty cell of the column means the one above it."""
        return self._is_ditto(column.missing or self.selected.table.missing)

    def _is_ditto(self, text: str) -> bool:
        return self.words.form("«ditto»").fullmatch(text) is not None

    def _cell(self, row: Row, column: Column) -> TableCell:
        cell, unit = row.cells[column.name], row.unit_in(column)
        said = column.unit_column and not any(one.name == column.unit_column for one in self.selected.columns)
        own = unit if said else ""
        text = in_words(cell.value, self.words, column.type, own, self._decimals(column, unit))
        if isinstance(cell.value, Decimal) and cell.value > 0:
            text = f"{column.plus}{text}"
        sign = meaning = ""
        if (_is_empty(cell) and self._says_again(column)) or (column.type == "string" and self._is_ditto(text)):
            text = self.words.say("table.ditto")
        elif _is_empty(cell) and not self._lacks(row, column):
            text = ""
        elif _is_empty(cell):
            sign, meaning = MISSING, self._absence(column)
        if cell.mark:
            sign, meaning = cell.mark.sign, self.words.say(f"marks.{cell.mark}")
            # The mark goes before the value: the figures of a column stay in line.
            text = f"{sign}\u00a0{text}" if cell.value is not None else sign
        node = Value(text, (record(self.selected.table, row, column.name),), self.place)
        return TableCell(self.marker.mark((node,)), column.name in self.headers, cell.place, sign, meaning)

    def _lacks(self, row: Row, column: Column) -> bool:
        """Whether a value is missing: what words say of each of its parts, that of the group among them, is said of
        no total."""
        table = self.selected.table
        total = column.type not in ("number", "integer") and any(
            row.value(name) in texts for name, texts in table.totals.items()
        )
        return _is_empty(row.cells[column.name]) and not total

    def _roles(self, rows: Sequence[Row], shown: Sequence[str] = ()) -> list[Role]:
        """Which rows hold the sums of others or parts of them, by the columns that are `shown`; where all do, none."""
        totals = {name: self.selected.table.totals.get(name, ()) for name in shown or map(_name, self.selected.columns)}
        found: list[Role] = []
        for row in rows:
            said = [str(row.value(name)) for name, texts in totals.items() if row.value(name) in texts]
            found.append("" if not said else "part" if all(map(is_part, said)) else "total")
        return found if "" in found else [""] * len(found)

    def _absence(self, column: Column) -> str:
        """What a missing value of the column means."""
        return column.missing or self.selected.table.missing or self.words.say("table.missing-plain")


def _name(column: Column) -> str:
    return column.name


def _is_empty(cell: Cell) -> bool:
    return cell.value is None and cell.mark is None


def _marks(cells: Iterable[Cell]) -> tuple[Mark, ...]:
    """The marks of cells in their order, each once."""
    found = {cell.mark for cell in cells}
    return tuple(mark for mark in Mark if mark in found)


def are_numbers(texts: Sequence[str]) -> bool:
    """Whether all of them are, of one at least."""
    return bool(texts) and all(map(_NUMBER.fullmatch, texts))


def headed(column: Column) -> str:
    """The title of a column with its unit: "Rate (%)"."""
    return with_unit(column.title, column.unit)
