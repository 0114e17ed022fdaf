"""Which rows and columns of a table a block shows: `where:`, `latest:`, `sort:` and `columns:`.

Faults go to a `Problems` at the place of the word that is wrong; what could be selected comes back all the same.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportgen.dates import PartialDate, Period
from reportgen.document.data.dated import latest_rows
from reportgen.document.data.row_units import in_one_unit
from reportgen.figures.contract import ChartData, ColumnInfo
from reportgen.figures.contract import Value as ChartValue
from reportgen.frozen import frozen
from reportgen.language.folding import folded
from reportgen.language.periods import are_parts_of_a_year, periods
from reportgen.language.values import without_unit
from reportgen.marks import Mark
from reportgen.patterns import Pattern
from reportgen.problems import Problems, did_you_mean
from reportgen.source.cells import scalar
from reportgen.source.model import Column, Phrase, Row, Scalar, Table
from reportgen.source.scalars import ScalarError, number, partial_date, truth

Condition = Mapping[Phrase, tuple[Phrase, ...]]
"""Column to the values that a row may have, or to comparisons such as ">=2014"."""

_COMPARISON = Pattern(r"(>=|<=|!=|>|<|=)?\s*(.*)", re.DOTALL)
_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


@frozen
class Selected:
    """The part of a table that a block shows, rows in the order to show them."""

    table: Table
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    sorted: bool = False
    """Whether `sort:` gave the order."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The references of the rows, each once, else those of the table."""
        shown = self._valued
        ids = dict.fromkeys(name for row in self.rows for name in row.sources_in(shown) or self.table.sources)
        return tuple(ids) or self.table.sources

    @property
    def _valued(self) -> tuple[str, ...]:
        """The columns with values, not those that name the rows."""
        return tuple(one.name for one in self.columns if one.name not in self.table.key)

    def only(self, columns: Container[str]) -> Selected:
        """With these columns alone; with all where it has none of them."""
        kept = tuple(one for one in self.columns if one.name in columns)
        return replace(self, columns=kept or self.columns)

    @property
    def row_names(self) -> tuple[str, ...]:
        """The columns that name the rows: the label of a key of one column, those of the key, else the first."""
        shown = [column.name for column in self.columns]
        if len(self.table.key) == 1 and self.table.label in shown:
            return (self.table.label,)
        return tuple(name for name in shown if name in self.table.key) or tuple(shown[:1])

    @property
    def row_sources(self) -> tuple[str, ...]:
        """The references that rows name for themselves."""
        found = (row.sources_in(self._valued) for row in self.rows)
        return tuple(dict.fromkeys(name for sources in found if sources != self.table.sources for name in sources))

    @property
    def missing(self) -> str:
        """What an empty cell means to a chart: what all columns that lack a number say, else what the table says."""
        lacking = (one for one in self.columns if one.type in ("number", "integer"))
        said = {one.missing for one in lacking if any(row.value(one.name) is None for row in self.rows)}
        return (said.pop() if len(said) == 1 else "") or self.table.missing

    def chart_data(self) -> ChartData:
        """What a chart kind is handed."""
        read = {column.name: _in_time(column, [row.value(column.name) for row in self.rows]) for column in self.columns}
        infos = tuple(info for info, _ in read.values())
        rows = tuple({name: values[at] for name, (_, values) in read.items()} for at in range(len(self.rows)))
        marks = tuple(self._marks(row) for row in self.rows)
        return ChartData(infos, rows, self.missing, self.table.title, self.sorted, marks if any(marks) else ())

    def _marks(self, row: Row) -> dict[str, Mark]:
        """Those that a chart shows: of values that are there only whether they may change; tables note the rest."""
        cells = {column.name: row.cells[column.name] for column in self.columns}
        return {
            name: mark
            for name, cell in cells.items()
            if (mark := cell.mark) and (mark.is_tentative or not mark.has_value or cell.value is None)
        }


def _in_time(column: Column, values: Sequence[Scalar]) -> tuple[ColumnInfo, list[ChartValue]]:
    """What is told of a column, and its values: text whose every cell names a period is a column of dates.

    It is printed as it is written. Names of months and the like without a year have their order in the table as their
    own, as declared `values` have.
    """
    title = without_unit(column.title or column.name, column.unit)
    info = ColumnInfo(column.name, title, column.type, column.unit, column.decimals, column.values, column.plus)
    if column.type == "period":
        info = replace(info, type="date")
    texts = [value for value in values if isinstance(value, str)]
    if column.type != "string" or column.values or len(texts) < len(values):
        return info, [float(value) if isinstance(value, Decimal) else value for value in values]
    found = periods(texts)
    if found is not None:
        return replace(info, type="date"), list(found)
    if are_parts_of_a_year(texts):
        info = replace(info, values=tuple(dict.fromkeys(texts)))
    return info, list(texts)


@frozen
class Selector:
    """Selects from one table; `limit` is `facts_as_of`."""

    table: Table
    problems: Problems
    limit: PartialDate | None = None

    def select(
        self,
        where: Condition | None = None,
        sort: Sequence[Phrase] = (),
        columns: Iterable[Phrase] = (),
        *,
        latest: bool = False,
    ) -> Selected:
        """The rows that hold all conditions, the latest of each key if asked, in order; an empty result is a fault."""
        rows = latest_rows(self.table, self.limit) if latest else self.table.rows
        for name, values in (where or {}).items():
            rows = self._where(rows, name, values)
        for name in reversed(sort):
            rows = self._sorted(rows, name)
        chosen = [found for name in columns if (found := self.column(name)) is not None]
        shown = tuple(in_one_unit(one, rows) for one in chosen or self.table.columns)
        return Selected(self.table, tuple(rows), shown, bool(sort))

    def column(self, name: Phrase) -> Column | None:
        """The column called `name`; None, and a problem, where there is none."""
        names = [column.name for column in self.table.columns]
        if name.text in names:
            return self.table.column(name.text)
        message = f"the table '{self.table.name}' has no column '{name.text}'"
        self.problems.add("table-column", name.place, message, did_you_mean(name.text, names))
        return None

    def _where(self, rows: tuple[Row, ...], name: Phrase, values: Sequence[Phrase]) -> tuple[Row, ...]:
        column = self.column(name)
        if column is None:
            return rows
        tests = [self._test(column, value) for value in values]
        kept = tuple(row for row in rows if any(test(row.value(column.name)) for test in tests))
        if not kept and rows:
            wanted = " or ".join(value.text for value in values)
            message = f"no row of '{self.table.name}' has {column.name} {wanted}"
            self.problems.add("lookup-missing", values[0].place if values else name.place, message)
        return kept

    def _test(self, column: Column, wanted: Phrase) -> Callable[[Scalar], bool]:
        """What a cell must hold for `wanted`: a value, or a sign and a value."""
        sign, text = self._parted(column, wanted.text.strip())
        try:
            value = self._value(column, text)
        except ScalarError as fault:
            self.problems.add(fault.rule, wanted.place, f"{column.name} {fault.message}", fault.hint)
            return lambda _: True
        undeclared = bool(column.values) and sign in _SIGNS and text not in column.values
        if undeclared or (not sign and not any(_equal(row.value(column.name), value) for row in self.table.rows)):
            texts = {row.cells[column.name].text for row in self.table.rows}
            message = f"no row of '{self.table.name}' has {column.name} '{text}'"
            hint = did_you_mean(text, texts)
            if column.type == "string" and _COMPARISON.fullmatch(text)[1]:  # type: ignore[index]
                hint = "text is not compared: list the values to show; or give the column a type, or values: in order"
            self.problems.add("lookup-missing", wanted.place, message, hint)
            return lambda _: True
        if column.values and sign in _SIGNS:
            return lambda cell: _stands(sign, column, cell, text)
        return lambda cell: _holds(sign or "=", cell, value)

    def _parted(self, column: Column, wanted: str) -> tuple[str, str]:
        """A sign and a value; of text, which has no order, a cell's words that begin with a sign are words."""
        match = _COMPARISON.fullmatch(wanted)
        assert match is not None
        sign, text = match[1] or "", match[2]
        if column.type != "string" or (sign in _SIGNS and text in column.values):
            return sign, text
        if not sign or any(row.value(column.name) == wanted for row in self.table.rows):
            return "", wanted
        if column.values:
            return sign, text
        return ("", wanted) if sign in _SIGNS else (sign, text)

    def _value(self, column: Column, written: str) -> Scalar:
        """What is compared with, by the column's type; ScalarError where it does not suit."""
        if column.type == "period":
            found = (row.value(column.name) for row in self.table.rows)
            like = next((one for one in found if isinstance(one, Period)), Period(1))
            return scalar(written, column.type, reading=like.reading)
        return _READERS.get(column.type, str)(written)

    def _sorted(self, rows: tuple[Row, ...], name: Phrase) -> tuple[Row, ...]:
        """By one column, missing values last; a category in the order of its values."""
        down = name.text.startswith("-")
        column = self.column(Phrase(name.text.removeprefix("-").strip(), name.place))
        if column is None:
            return rows
        there = [row for row in rows if row.value(column.name) is not None]
        missing = [row for row in rows if row.value(column.name) is None]
        there.sort(key=lambda row: _rank(column, row.value(column.name)), reverse=down)
        return (*there, *missing)


_READERS: dict[str, Callable[[str], Scalar]] = {
    "number": number,
    "integer": number,
    "year": number,
    "date": partial_date,
    "boolean": truth,
}


def _parted(column: Column, written: str) -> tuple[str, str]:
    """The sign of a comparison and what is compared with. Text is taken as it stands: "<5" may be a cell of it."""
    if written in column.values or (column.type == "string" and not column.values):
        return "", written
    match = _COMPARISON.fullmatch(written)
    assert match is not None
    return match[1] or "", match[2]


def _equal(cell: Scalar, value: Scalar) -> bool:
    if isinstance(cell, PartialDate) and isinstance(value, PartialDate):
        return value.first <= cell.first and cell.last <= value.last
    return cell == value if cell is not None else value in ("", None)


def _holds(sign: str, cell: Scalar, value: Scalar) -> bool:
    if sign in ("=", "!="):
        return _equal(cell, value) is (sign == "=")
    if isinstance(cell, PartialDate) and isinstance(value, PartialDate):
        # A year or a month stands for all of its days: ">2014" begins with 2015.
        left, right = (cell.first, value.first) if sign in (">=", "<") else (cell.last, value.last)
        return _SIGNS[sign](left, right)
    return type(cell) is type(value) and _SIGNS[sign](cell, value)


def _stands(sign: str, column: Column, cell: Scalar, value: str) -> bool:
    """Whether a word stands before or after another one in the order of the column's `values`."""
    return isinstance(cell, str) and _SIGNS[sign](column.values.index(cell), column.values.index(value))


def _rank(column: Column, value: Scalar) -> tuple[object, ...]:
    match value:
        case PartialDate():
            return (value.first, value.last)
        case str() if value in column.values:
            return (column.values.index(value), "", "")
        case str():
            return (len(column.values), folded(value), value)
        case _:
            return (value,)
