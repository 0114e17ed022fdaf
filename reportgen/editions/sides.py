"""The two sides of a comparison by name, with what the sentences about them need again and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from reportgen.document.data.forms import Form, column_form
from reportgen.editions.compare import Comparison
from reportgen.language import Words
from reportgen.source.model import Column, Fact, Row, Scalar, Table

Key = tuple[Scalar, ...]


class RecordPair:
    """Tables and facts of both records; the forms of columns and the rows of a key are found once."""

    def __init__(self, comparison: Comparison, words: Words) -> None:
        self._records, self.words = (comparison.old, comparison.new), words
        self._renamed = comparison.renamed
        self._forms: dict[tuple[int, str, str], Form] = {}
        self._rows: dict[int, dict[Key, list[Row]]] = {}

    def tables(self, name: str) -> tuple[Table, ...]:
        """The table of that name of the older record and of the newer, or of the one that has it."""
        return tuple(tables[name] for tables in self._tables if name in tables)

    @cached_property
    def _tables(self) -> Sequence[Mapping[str, Table]]:
        return [{table.name: table for table in record.tables} for record in self._records]

    def fact(self, name: str, *, old: bool = False) -> Fact:
        """The fact of that name of the newer record, or the same one of the `old` record."""
        return self._facts[0][self._renamed.get(name, name)] if old else self._facts[1][name]

    @cached_property
    def _facts(self) -> Sequence[Mapping[str, Fact]]:
        return [{fact.name: fact for fact in record.facts} for record in self._records]

    def form(self, table: Table, column: Column, row: Row | None = None) -> Form:
        """How the values of a column are put in words; that of a row, where rows differ in their unit."""
        unit = row.unit_in(column) if row else column.unit
        key = (id(table), column.name, unit)
        if key not in self._forms:
            self._forms[key] = column_form(table, column, self.words, unit)
        return self._forms[key]

    def rows(self, table: Table, like: Row) -> Sequence[Row]:
        """The rows of a table that have the key of the row `like`, whatever their dates."""
        if id(table) not in self._rows:
            grouped = self._rows.setdefault(id(table), {})
            for row in table.rows:
                grouped.setdefault(_key(table, row), []).append(row)
        return self._rows[id(table)].get(_key(table, like), [])


def _key(table: Table, row: Row) -> Key:
    return tuple(row.value(name) for name in table.key if name != table.date)
