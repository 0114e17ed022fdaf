"""Tables and facts as templates look them up: `ferries.Oban.sailings`, `t["Oban", 2021].rate`, `facts.population`.

Nothing here knows of Jinja: a view answers `attribute(name)` (what stands after a dot) and `item(key)` (in brackets);
what is not found is a `Fault` with the nearest right name.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from reportgen.dates import PartialDate
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.dated import dating, neighbour
from reportgen.document.data.forms import Form, fact_form
from reportgen.document.data.records import FACTS, fact_record, record
from reportgen.document.data.row_units import listed, of_one, units_among
from reportgen.document.data.scalars import scalar
from reportgen.document.data.shelf import NO_DATE, Shelf, canonical, said
from reportgen.document.data.values import Datum, Unset
from reportgen.language import Words
from reportgen.problems import Names, did_you_mean
from reportgen.source.model import Briefing, Fact, Row, Table
from reportgen.source.totals import apart

__all__ = ["NamedView", "RowView", "TableView", "View", "cell", "names"]

NONE_LOST: Mapping[str, Any] = {}
NEIGHBOURS = {"previous": -1, "next": 1}
"""What a row with a date has after its dot, unless a column is called so, and how far that lies."""
AT = "at"
"""After a table's dot it is the lookup by date; a row of that key is found in brackets."""


class View(ABC):
    """What a template may look into. `described` begins a message, `hint` says how to get a value out of it."""

    described: str
    hint: str

    @abstractmethod
    def attribute(self, name: str) -> object:
        """What stands after a dot; Fault if nothing does."""

    @abstractmethod
    def item(self, key: object) -> object:
        """What stands in brackets; Fault if nothing does."""


def cell(table: Table, row: Row, column: str, form: Form) -> Datum:
    """A cell as a value, in the `forms.column_form` of its column."""
    found = row.cells[column]
    return Datum(found.value, form, (record(table, row, column),), found.text)


class RowView(View):
    """A row in a template: a value for each column, after a dot or in brackets."""

    def __init__(self, shelf: Shelf, row: Row) -> None:
        self._shelf, self._row = shelf, row
        self.described = f"a whole row of '{shelf.table.name}'"
        self.hint = f"name the column, such as .{shelf.table.columns[-1].name}"

    @property
    def table(self) -> Table:
        """Its table."""
        return self._shelf.table

    @staticmethod
    def latest(rows: Sequence[RowView]) -> list[RowView]:
        """Of rows of one table the latest of each key, not after `facts_as_of`."""
        kept = {id(row) for row in rows[0]._shelf.latest([one._row for one in rows])} if rows else set()
        return [one for one in rows if id(one._row) in kept]

    @staticmethod
    def apart(rows: Sequence[RowView]) -> list[RowView]:
        """Of rows of one table those that hold no sums of the others."""
        kept = {id(row) for row in apart(rows[0]._shelf.table, [one._row for one in rows])} if rows else set()
        return [one for one in rows if id(one._row) in kept]

    @staticmethod
    def units_of(rows: Sequence[RowView], column: str) -> tuple[str, str, tuple[str, ...]] | None:
        """Of rows of one table the column that says their units, these as a message lists them, and what the rows of
        one say in it; None where the values in `column` are in one."""
        table, own = rows[0]._shelf.table, [one._row for one in rows]
        if column not in rows[0]._shelf.forms or not (units := units_among(table.column(column), own)):
            return None
        by, texts = of_one(table.column(column), units, own)
        return by, listed(table.column(column), units), texts

    def attribute(self, name: str) -> Datum | RowView:
        """The value in column `name`; `previous` and `next` are the rows of the neighbouring dates."""
        if name in NEIGHBOURS and name not in self._shelf.forms and dating(self._shelf.table):
            table, words = self._shelf.table, self._shelf.words
            row = neighbour(table, self._row, NEIGHBOURS[name])
            if isinstance(row, Row):
                return RowView(self._shelf, row)
            when = said(row, words) if row else "another date"
            message = f"the table '{table.name}' has no row of {when}, the {name} of this one"
            raise Fault("lookup-missing", message, f"leave .{name} out, or add that row")
        return self.item(name)

    def item(self, key: object) -> Datum:
        """The same."""
        table, name = self._shelf.table, canonical(scalar(key))
        if name not in self._shelf.forms:
            hint = did_you_mean(name, self._shelf.forms)
            raise Fault("template-name", f"the table '{table.name}' has no column '{name}'", hint)
        return cell(table, self._row, name, self._shelf.form(name, self._row))


class TableView(View):
    """A table in a template, or those of its rows that begin with the keys given so far."""

    def __init__(self, shelf: Shelf, rows: Sequence[Row] | None = None, given: tuple[str, ...] = ()) -> None:
        self._shelf, self._given = shelf, given
        self._rows = shelf.table.rows if rows is None else rows
        part = f" for {' and '.join(map(repr, given))}" if given else ""
        self.described = f"the table '{shelf.table.name}'{part}"
        self.hint = f"name the row and the column: {self._example()}"

    def attribute(self, name: str) -> object:
        """The row (or the narrower table) of the key `name`; `_` may stand for a space; `at` finds a row by date."""
        if name == AT:
            return self.at
        spaced = name.replace("_", " ")
        return self.item(spaced if not self._known(name) and self._known(spaced) else name)

    def item(self, key: object) -> RowView | TableView:
        """The row of a key; of a composite key all parts, or the first ones for a narrower table."""
        return self._find(key if isinstance(key, tuple) else (key,), self._shelf.limit)

    def at(self, *key_and_date: object) -> RowView | TableView:
        """The row of a key that holds on a date: `.at("Oban", "2017-06-20")`."""
        *keys, day = key_and_date or ("",)
        if not self._shelf.table.date:
            raise Fault("lookup-missing", f"{self.described} has no dates to look up by", NO_DATE)
        flat = [part for key in keys for part in (key if isinstance(key, tuple | list) else (key,))]
        return self._find(flat, self._shelf.day_of(day), begun=True)

    def latest(self) -> TableView:
        """The same with the latest row of each key alone."""
        return TableView(self._shelf, self._shelf.latest(self._rows), self._given)

    def apart(self) -> TableView:
        """The same without the rows that hold sums of the others."""
        return TableView(self._shelf, apart(self._shelf.table, self._rows), self._given)

    def _find(self, keys: Sequence[object], limit: PartialDate | None, *, begun: bool = False) -> RowView | TableView:
        view = self
        for number, key in enumerate(keys):
            left = view._columns_left()
            view = view._narrow(self._shelf.key_of(left[0], key) if left else canonical(scalar(key)), number)
        if view._columns_left():
            return view
        return RowView(self._shelf, self._shelf.one(view._rows, view._given, limit, begun=begun))

    def _narrow(self, key: str, number: int) -> TableView:
        table, left = self._shelf.table, self._columns_left()
        if not table.key:
            hint = "name the column to find rows by in tables.yaml: key: …"
            raise Fault("lookup-missing", f"the table '{table.name}' has no key", hint)
        if not left:
            hint = f"its key is {self._shelf.words.listing(table.key)}"
            raise Fault("lookup-missing", f"'{key}' is one key too many for the table '{table.name}'", hint, number)
        rows = self._shelf.matching(self._rows, left[0], key)
        if not rows:
            raise self._no_row(left[0], key, number)
        return TableView(self._shelf, rows, (*self._given, key))

    def _columns_left(self) -> tuple[str, ...]:
        return self._shelf.table.key[len(self._given) :]

    def _known(self, key: str) -> bool:
        left = self._columns_left()
        return bool(left and key and self._shelf.matching(self._rows, left[0], key))

    def _no_row(self, column: str, key: str, number: int) -> Fault:
        table = self._shelf.table
        if self._given and any(column.name == key for column in table.columns):
            parts = f"{len(table.key)} parts, {' and '.join(table.key)}"
            message = (
                f"the key of the table '{table.name}' has {parts}: {' and '.join(map(repr, self._given))} is not all"
            )
            return Fault("lookup-missing", message, f"write them all: {self._example(key)}", number - 1)
        hint = did_you_mean(key, self._shelf.keys_of(self._rows, column))
        if key in self._shelf.forms and not self._given:
            hint = f'write {table.name} | sum("{key}") for all of its rows, or a row first: {self._example(key)}'
        return Fault("lookup-missing", f"{self.described} has no row whose {column} is '{key}'", hint, number)

    def _example(self, column: str = "") -> str:
        """How a template names one of these rows, and a column of it."""
        table = self._shelf.table
        if not table.key or not self._rows:
            return f"{{% for row in {table.name} %}}"
        whole = (row for row in self._rows if all(row.cells[key].text for key in table.key))
        example = next(whole, self._rows[0])
        values = [example.value(key) for key in table.key]
        keys = ", ".join(
            canonical(value) if isinstance(value, Decimal) else f'"{canonical(value)}"' for value in values
        )
        return f"{table.name}[{keys}].{column or table.columns[-1].name}"

    def __iter__(self) -> Iterator[RowView]:
        return (RowView(self._shelf, row) for row in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: object) -> bool:
        left = self._columns_left()
        return bool(left) and self._known(self._shelf.key_of(left[0], key))

    def __getitem__(self, part: slice) -> list[RowView]:
        """What Jinja asks for `ferries[:3]`; every other lookup goes through `item`."""
        return list(self)[part]


class NamedView(View):
    """The facts in a template, or the tables: for those whose name is also a name of the engine."""

    def __init__(self, what: str, known: Mapping[str, Any], lost: Mapping[str, Any] = NONE_LOST) -> None:
        """`what` is "fact" or "table"; `known` are those without a fault."""
        self.described, self.hint = f"the list of {what}s", f"name the {what}: {what}s.NAME"
        self._what, self._known, self._lost = what, known, lost

    def attribute(self, name: str) -> Any:
        """The one called `name`."""
        return self.item(name)

    def item(self, key: object) -> Any:
        """The same."""
        name = canonical(scalar(key))
        if name in self._lost:
            return self._lost[name]
        if name not in self._known:
            raise Fault("template-name", f"there is no {self._what} '{name}'", did_you_mean(name, self._names))
        return self._known[name]

    @cached_property
    def _names(self) -> Names:
        return Names(self._known)


def fact_datum(fact: Fact, words: Words) -> Datum:
    """The value of a fact."""
    return Datum(fact.cell.value, fact_form(fact, words), (fact_record(fact),), fact.cell.text)


def names(briefing: Briefing, words: Words, lost: object = None) -> dict[str, object]:
    """What a template of this briefing can name, the title apart: it is a template itself.

    `lost` is what it gets for tables and facts that have a fault of their own.
    """
    meta = briefing.meta
    tables = {name: TableView(Shelf(table, words, meta.facts_as_of)) for name, table in briefing.tables.items()}
    facts = {name: fact_datum(fact, words) for name, fact in briefing.facts.items()}
    dates = {key: getattr(meta, key) for key in ("published", "updated", "facts_as_of", "next_review")}
    lost_tables, lost_facts = (dict.fromkeys(found, lost) for found in (briefing.lost.tables, briefing.lost.facts))
    return {
        **tables,
        **lost_tables,
        "tables": NamedView("table", tables, lost_tables),
        FACTS: NamedView("fact", facts, lost_facts),
        "name": Datum(briefing.name, Form(words, "string"), meant=True),
        "edition": Datum(Decimal(meta.edition), Form(words, "integer"), meant=True),
        **{
            key: Datum(value, Form(words, "date"), meant=True) if value else Unset(key, meta.place, Form(words, "date"))
            for key, value in dates.items()
        },
    }
