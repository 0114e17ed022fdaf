"""Data as a table of the paper: alignment, units, decimals and missing values by the columns' types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.document.blocks import Align, ColumnHead, TableCell, TableRow
from reportgen.document.data.lookups import record
from reportgen.document.data.select import Selected
from reportgen.document.inlines import Text, Value
from reportgen.document.text.terms import Marker
from reportgen.figures.contract import CrossTable
from reportgen.language import Words
from reportgen.language.values import MISSING, in_words, most_places
from reportgen.problems import Place
from reportgen.source.model import Column, Row

_NUMERIC = frozenset({"number", "integer", "year"})


@dataclass(frozen=True, slots=True)
class Grid:
    """Heads and rows, and whether a value is missing among them."""

    heads: tuple[ColumnHead, ...]
    rows: tuple[TableRow, ...]
    has_missing: bool


@dataclass(frozen=True, slots=True)
class DataTable:
    """Turns what was selected into cells; the cells of the columns in `headers` head their rows."""

    selected: Selected
    words: Words
    marker: Marker
    place: Place
    headers: Sequence[str] = ()

    def grid(self, titles: Mapping[str, str] | None = None) -> Grid:
        """The whole table; `titles` replaces the titles of columns."""
        forms = {column.name: self._decimals(column) for column in self.selected.columns}
        rows = tuple(
            TableRow(tuple(self._cell(row, column, forms[column.name]) for column in self.selected.columns))
            for row in self.selected.rows
        )
        heads = tuple(self._head(column, (titles or {}).get(column.name, "")) for column in self.selected.columns)
        missing = any(row.value(column.name) is None for row in self.selected.rows for column in self.selected.columns)
        return Grid(heads, rows, missing)

    def crossed(self, cross: CrossTable) -> Grid:
        """The data in two directions; a cell for which there is no row is missing as an empty one is."""
        name, value = (self.selected.table.column(column) for column in (cross.name, cross.value))
        decimals, first = self._decimals(value), self._head(name, "")
        heads = [ColumnHead(self.marker.mark((Text(head),)), _align(value)) for head in cross.heads]
        rows = [
            TableRow(
                (self._cell(self.selected.rows[at], name, 0), *(self._at(number, value, decimals) for number in cells))
            )
            for at, cells in cross.rows
        ]
        empty = (
            at is None or self.selected.rows[at].value(value.name) is None for _, cells in cross.rows for at in cells
        )
        return Grid((first, *heads), tuple(rows), any(empty))

    def _at(self, at: int | None, column: Column, decimals: int) -> TableCell:
        """The cell of the row number `at`, if there is one."""
        if at is None:
            return TableCell((Text(MISSING),), place=self.place)
        return self._cell(self.selected.rows[at], column, decimals)

    def _head(self, column: Column, title: str) -> ColumnHead:
        align: Align = "left" if column.name in self.headers else _align(column)
        return ColumnHead(self.marker.mark((Text(headed(column, title)),)), align)

    def _decimals(self, column: Column) -> int:
        """As many digits after the point as the longest value that is shown: the same in the whole column."""
        if column.type != "number":
            return 0
        if column.decimals is not None:
            return column.decimals
        return most_places(row.value(column.name) for row in self.selected.rows)

    def _cell(self, row: Row, column: Column, decimals: int) -> TableCell:
        text = in_words(row.value(column.name), self.words, column.type, decimals=decimals)
        node = Value(text, (record(self.selected.table, row, column.name),), self.place)
        return TableCell(self.marker.mark((node,)), column.name in self.headers, row.cells[column.name].place)


def _align(column: Column) -> Align:
    return "right" if column.type in _NUMERIC else "left"


def headed(column: Column, title: str = "") -> str:
    """The title of a column (another one if given) with its unit: "Rate (%)"."""
    title = title or column.title or column.name
    return f"{title} ({column.unit})" if column.unit and column.unit not in title else title
