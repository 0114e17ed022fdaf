"""data/tables.yaml as its author writes it: the keys of a table and of a column."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place
from reportgen.source.date_texts import DateOrder
from reportgen.source.model import ColumnType, Phrase
from reportgen.source.scalars import Count, Decimals

DecimalSign = Literal[".", ","]


@frozen
class ColumnEntry:
    """A column as tables.yaml has it; see `model.Column`."""

    title: str | None = None
    """what its heading says; None: its name, "": nothing"""
    type: ColumnType = "string"
    unit: str = ""
    decimals: Decimals | None = None
    scale: Decimal | None = None
    """what its numbers are multiplied with, 100 for shares of one that are printed in per cent"""
    values: tuple[str, ...] = ()
    missing: str = ""
    sum: Decimal | Literal[False] | None = None
    decimal: DecimalSign | None = None
    date_order: DateOrder | None = None
    marks: Mapping[Phrase, Phrase] | None = None
    mark_column: Phrase | None = None
    fill: bool | None = None
    """whether an empty cell holds what stands above it"""
    source: tuple[Phrase, ...] = ()
    sources: tuple[Phrase, ...] = ()
    source_column: Phrase | None = None
    """a column with the source of each value of this one"""
    as_of: PartialDate | None = None
    as_of_column: Phrase | None = None
    """a column with the date of each value of this one"""
    lookup: Phrase | None = None
    """the column of another table that its values are looked up in: "countries.closed" """
    by: tuple[Phrase, ...] = ()
    """the columns of this table that hold the key of the other; (): those of the same names"""

    @property
    def has_origins(self) -> bool:
        """Whether its values say themselves where they come from, or when they were so."""
        return bool(self.source or self.sources or self.source_column or self.as_of or self.as_of_column)


@frozen
class UnpivotEntry:
    """Columns, such as one for each year, that become rows."""

    first: Phrase
    """the first of these columns"""
    last: Phrase
    """the last of them"""
    names: Phrase
    """the new column that holds their names"""
    values: tuple[Phrase, ...]
    """the new column that holds what stood in them; several, where their names are those of a period and of one of
    these: "2023 Boats" """


@frozen
class TableEntry:
    """A table as tables.yaml has it; see `model.Table`."""

    columns: Mapping[Phrase, ColumnEntry]
    """the columns of the file that are used, by their names"""
    file: Phrase | None = None
    sheet: Phrase | None = None
    header_row: tuple[Count, ...] = ()
    range: Phrase | None = None
    start: Count | None = None
    """the first row of the data, where rows below the header say more of the columns"""
    end: Phrase | None = None
    groups: Phrase | None = None
    unpivot: UnpivotEntry | None = None
    join: Mapping[Phrase, tuple[Phrase, ...]] | None = None
    decimal: DecimalSign | None = None
    date_order: DateOrder | None = None
    marks: Mapping[Phrase, Phrase] | None = None
    title: str = ""
    key: tuple[Phrase, ...] = ()
    date: Phrase | None = None
    label: Phrase | None = None
    source: tuple[Phrase, ...] = ()
    sources: tuple[Phrase, ...] = ()
    source_column: Phrase | None = None
    as_of: PartialDate | None = None
    as_of_column: Phrase | None = None
    review_after: PartialDate | None = None
    missing: str = ""
    note: str = ""
    sum_by: tuple[Phrase, ...] = ()
    totals: tuple[Phrase, ...] | None = None
    place: Place = NOWHERE

    @property
    def columns_of_origins(self) -> tuple[Phrase, ...]:
        """The columns of the file that say sources and dates, of rows and of single values."""
        named = [self.source_column, self.as_of_column]
        for column in self.columns.values():
            named += [column.source_column, column.as_of_column]
        return tuple(name for name in named if name is not None)
