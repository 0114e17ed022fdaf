"""A table with what lookups in it need: its rows by key, which of several holds on a day, how a key is compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cached_property, partial

from reportgen.dates import PartialDate, Period
from reportgen.document.data.arithmetic import Fault, dated
from reportgen.document.data.dated import date_of, latest, latest_rows, not_after
from reportgen.document.data.forms import Form, column_form
from reportgen.document.data.scalars import described, scalar
from reportgen.language import Words
from reportgen.problems import Names
from reportgen.source.model import Row, Scalar, Table

NO_DATE = "name its date column in tables.yaml: date: …"


class Shelf:
    """A table with what lookups need again and again: the forms of its columns, its rows by key."""

    def __init__(self, table: Table, words: Words, limit: PartialDate | None) -> None:
        self.table, self.words, self.limit = table, words, limit
        self._indexes: dict[str, dict[str, list[Row]]] = {}
        self._keys: dict[str, Names] = {}
        self._own_forms: dict[tuple[str, str], Form] = {}

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """How each column is put in words."""
        return {column.name: column_form(self.table, column, self.words) for column in self.table.columns}

    def form(self, column: str, row: Row) -> Form:
        """How the value of a row is put in words: with the unit of its own, where rows differ in it."""
        one = self.table.column(column)
        if not one.unit_column:
            return self.forms[column]
        key = column, row.unit_in(one)
        if key not in self._own_forms:
            self._own_forms[key] = column_form(self.table, one, self.words, key[1])
        return self._own_forms[key]

    def matching(self, rows: Sequence[Row], column: str, key: str) -> list[Row]:
        """Those of `rows` whose `column` is `key`."""
        if rows is self.table.rows:
            return self._index(column).get(key, [])
        return [row for row in rows if canonical(row.value(column)) == key]

    def keys_of(self, rows: Sequence[Row], column: str) -> Names:
        """What stands in `column` of `rows`: of the whole table put in order once."""
        if rows is not self.table.rows:
            return Names(key for row in rows if (key := canonical(row.value(column))))
        if column not in self._keys:
            self._keys[column] = Names(key for key in self._index(column) if key)
        return self._keys[column]

    def _index(self, column: str) -> Mapping[str, list[Row]]:
        """All rows by what stands in `column`: a large table is gone through once, not for each lookup."""
        if column not in self._indexes:
            found = self._indexes.setdefault(column, {})
            for row in self.table.rows:
                found.setdefault(canonical(row.value(column)), []).append(row)
        return self._indexes[column]

    def latest(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """For each key the latest of `rows` that is not after `facts_as_of`; Fault where the table has no dates."""
        if not self.table.date:
            raise Fault(
                "lookup-missing", f"the table '{self.table.name}' has no dates to tell the latest row by", NO_DATE
            )
        return latest_rows(self.table, self.limit, rows)

    def key_of(self, column: str, key: object) -> str:
        """A key as it is compared: that of a period may be written as its file could write it."""
        if self.table.column(column).type == "period" and isinstance(key, str):
            like = next((row.value(column) for row in self.table.rows if row.value(column) is not None), None)
            with suppress(Fault):
                return canonical(dated(key, like) if isinstance(like, PartialDate) else key)
        return canonical(scalar(key))

    def one(self, rows: Sequence[Row], keys: Sequence[str], limit: PartialDate | None, *, begun: bool = False) -> Row:
        """The one row that counts among those of a whole key: with a date column the latest not after `limit`.

        `begun`: of periods that which lies before or around `limit`, else the last that has ended.
        """
        what = f"row of '{self.table.name}' for {' and '.join(map(repr, keys))}"
        held = not_after(self.table, rows, limit, begun=begun)
        if not held:
            dates = [date for row in rows if (date := date_of(self.table, row))]
            first = said(min(dates, key=lambda date: date.first), self.words)
            day = said(limit, self.words) if limit else ""
            hint = f"the first is of {first}; for another day than facts_as_of use .at(key, date)"
            raise Fault("lookup-missing", f"there is no {what} on or before {day}", hint)
        held = latest(self.table, held)
        if len(held) > 1:
            lines = self.words.listing([str(row.place.line) for row in held])
            hint = "their dates are the same days: add a column to key:, or leave rows out" if self.table.date else ""
            message = f"there is more than one {what}: lines {lines} of {held[0].place.file}"
            raise Fault("lookup-ambiguous", message, hint)
        return held[0]

    def day_of(self, value: object) -> PartialDate:
        """The date that `.at` names; of a table with periods, or a period."""
        day = scalar(value)
        like = next((one for one in map(partial(date_of, self.table), self.table.rows) if one is not None), None)
        if isinstance(day, PartialDate):
            return day
        try:
            return dated(canonical(day), like if isinstance(like, Period) else PartialDate(1))
        except Fault as fault:
            what, hint = ("period", fault.hint) if isinstance(like, Period) else ("date", "write it as 2017-06-20")
            raise Fault("template-value", f"{described(value)} is not a {what}", hint) from None


def canonical(value: Scalar) -> str:
    """A key as it is compared: 2021, 2021.0 and "2021" are one."""
    match value:
        case Decimal():
            return f"{value.normalize():f}"
        case bool():
            return str(value).lower()
        case None:
            return ""
    return str(value).strip()


def said(date: PartialDate, words: Words) -> str:
    """A date in words, for a message: with plain spaces."""
    return words.date(date).replace("\u00a0", " ")
