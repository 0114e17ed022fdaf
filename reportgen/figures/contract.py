"""The chart contract: what a chart kind is handed, and what it may ask of its author.

A chart kind is a file in `charts/` with `Options` (a frozen dataclass whose fields are the author's keys), `draw`,
`describe` and more; docs/charts.md tells how to write one. Finding, checking and drawing kinds is the other modules'
work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, NewType

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Place

Column = NewType("Column", str)
"""The type of an option that names a column of the chart's table; checked before `draw` is called."""

File = NewType("File", str)
"""The type of an option that names a file of the paper's folder, such as a map; its bytes are in the data's `files`."""

Value = str | float | bool | PartialDate | None
"""What a chart sees in a cell: numbers are float; a missing value is None."""


class ChartError(Exception):
    """Raised by a chart kind for data that it can't draw well: `message` for the author, `hint` what to do.

    `option` names the key of the block that is at fault: the problem then points to its line, else to the block.
    """

    def __init__(self, message: str, hint: str = "", *, option: str = "") -> None:
        self.message, self.hint, self.option = message, hint, option
        super().__init__(message)


@frozen
class ColumnInfo:
    """What tables.yaml says of a column: see `reportgen.source.model.Column`."""

    name: str
    title: str
    type: str = "string"
    unit: str = ""
    decimals: int | None = None
    values: tuple[str, ...] = ()
    plus: str = ""
    """The sign before numbers above zero, "+", where the file has it; "": none."""


@frozen
class ChartData:
    """The rows of the chart's table, in the order to draw, after `where`, `sort`, `latest` and `columns`."""

    columns: tuple[ColumnInfo, ...]
    rows: tuple[Mapping[str, Value], ...]
    missing: str = ""
    """What a missing value means, in the document's language."""
    title: str = ""
    """The table's title."""
    sorted: bool = False
    """Whether the author asked for this order with `sort:`; a kind's own order by value then gives way."""
    marks: tuple[Mapping[str, Mark], ...] = ()
    """For each row the marks of its cells, by their columns; `()` where no cell has one."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The files that options name, as the author writes their names."""

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, column: str) -> list[Value]:
        """The values of one column, top to bottom (KeyError if there is none of that name)."""
        return [row[column] for row in self.rows]

    def __iter__(self) -> Iterator[Mapping[str, Value]]:
        return iter(self.rows)

    def mark(self, row: int, column: str) -> Mark | None:
        """How firm the value in `column` of the row number `row` (from 0) is, or why there is none."""
        return self.marks[row].get(column) if self.marks else None

    def info(self, column: str) -> ColumnInfo:
        """What is declared of `column` (KeyError if there is none of that name)."""
        for info in self.columns:
            if info.name == column:
                return info
        raise KeyError(column)


@frozen
class CrossTable:
    """A chart's data in two directions, for the appendix: shorter and clearer than a row for each cell.

    It points at rows of the data by their numbers, from 0: their values are printed as the types of their columns ask.
    """

    name: str
    """The column that names the rows of the table."""
    value: str
    """The column that its cells show."""
    heads: tuple[str, ...]
    """The headings of its other columns, in words; at least one."""
    rows: tuple[tuple[int, tuple[int | None, ...]], ...]
    """For each row the row of data with its name and, for each heading, that with the value (None: there is none)."""
    missing: str = ""
    """What an empty cell means; "": what the table of the data says."""
    beside: tuple[str, ...] = ()
    """Columns that follow, with what the row of data with the name says in them."""
    asides: tuple[tuple[int, str], ...] = ()
    """Rows of data, each with what stands in brackets behind its value."""

    def fits(self, data: ChartData) -> bool:
        """Whether it points only at what there is, with a cell for each heading."""
        known = {None, *range(len(data))}
        whole = all(name in known - {None} and len(cells) == len(self.heads) for name, cells in self.rows)
        named = {self.name, self.value, *self.beside} <= {info.name for info in data.columns}
        return whole and named and bool(self.heads) and all({*cells} <= known for _, cells in self.rows)


@frozen
class ChartSpec:
    """A chart as its block asks for it: the kind, its options as written, and its data."""

    id: str
    kind: str
    data: ChartData
    options: Mapping[str, Any]
    """Option name to the plain value written (str, list or mapping); the kind's Options give them types."""
    option_places: Mapping[str, Place]
    place: Place = NOWHERE
    alt: str = ""
    """The author's own words, plain text; what the kind says of its data stands after them."""
    alt_only: bool | None = None
    """Whether they stand alone; None for no: a digest of sources that don't ask for it stays what it was."""
    height: float | None = None
    """In millimetres; None lets the kind decide by its rows."""
    title: str = ""
    """The chart's title in plain words; no part of the picture."""

    @property
    def called(self) -> str:
        """What a message calls it."""
        return f"chart '{self.id}'" if self.id else "the chart"
