"""A chart's numbers by category and series, from columns side by side or from one column in long form.

Nothing here draws. Values are float, None where the table has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from reportgen.dates import PartialDate, Period, with_gaps
from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo, Value
from reportgen.figures.kit.bands import in_steps
from reportgen.figures.kit.contract import keeps_order
from reportgen.figures.kit.wording import column_title, common, label, places_of, said, shared_meaning
from reportgen.frozen import frozen
from reportgen.language.periods import periods
from reportgen.marks import Mark

if TYPE_CHECKING:
    from reportgen.language import Words


Number = float | None


@frozen
class Cells:
    """`values[i][j]` belongs to category `i` and series `j`."""

    names: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[Number, ...], ...]
    info: ColumnInfo
    """Of the value columns: type and unit of the first, and the most decimals."""
    natural: bool
    """Whether the categories have an order of their own: years, dates, declared values, or the author's `sort:`."""
    marks: Mapping[tuple[str, str], Mark] = field(default_factory=dict)
    """By name and series how firm a value is, or why there is none."""
    moments: tuple[PartialDate, ...] = ()
    """When each series was, if the series are two or more years, dates or periods that differ."""
    places: Mapping[str, int] = field(default_factory=dict)
    """The decimals of each series that is one of several columns."""

    @property
    def newest_first(self) -> list[int]:
        """The series from the newest on; as they are where they are no periods."""
        order = range(len(self.series))
        return sorted(order, key=lambda one: self.moments[one], reverse=True) if self.moments else list(order)

    @property
    def leading(self) -> list[Number]:
        """What the categories are ordered by: the newest value of each, or of what are no periods the first."""
        rows = ([row[one] for one in self.newest_first] for row in self.values)
        return [next((value for value in row if value is not None), None) for row in rows]

    def mark(self, row: int, series: int) -> Mark | None:
        """That of the value of category `row` and series `series`."""
        return self.marks.get((self.names[row], self.series[series]))

    def text(self, row: int, series: int, words: Words) -> str:
        """Their value in words, with its mark."""
        info = replace(self.info, decimals=self.places.get(self.series[series], self.info.decimals))
        return label(self.values[row][series], info, words, self.mark(row, series))

    def absence(self, row: int, series: Sequence[int], absent: str, words: Words) -> str:
        """Why category `row` lacks the values of `series`: what their mark means, if it is one, else `absent`."""
        return shared_meaning((self.mark(row, one) for one in series), absent, words)

    def gone(self, row: int) -> list[int]:
        """The series of which category `row` has no value."""
        return [series for series, value in enumerate(self.values[row]) if value is None]

    def of_series(self, index: int) -> list[Number]:
        """The values of one series, in the order of the categories."""
        return [row[index] for row in self.values]

    @property
    def known(self) -> list[float]:
        """All values that there are."""
        return [value for row in self.values for value in row if value is not None]

    def and_series(self, title: str, values: Sequence[Number]) -> Cells:
        """These cells with one more series, a value for each category."""
        rows = tuple((*row, value) for row, value in zip(self.values, values, strict=True))
        return replace(self, series=(*self.series, title), values=rows)


def number(value: Value, column: str) -> Number:
    """A cell as a number; ChartError for a text or a date."""
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    raise ChartError(f"'{value}' in the column '{column}' is not a number", "give the column type: number")


def date_of(value: Value) -> PartialDate | None:
    """A cell as a date; a number of a year is that year; ChartError for anything else."""
    match value:
        case None | PartialDate():
            return value
        case float() | int() if not isinstance(value, bool) and float(value).is_integer() and 0 < value < 10000:
            return PartialDate(int(value))
    hint = "give the column type: date, year, or period (2023/24, 2024 Q1 with its year); all must be of one kind"
    raise ChartError(f"'{value}' in the date column is neither a date nor a year", hint)


def read_cells(
    data: ChartData,
    category: Column,
    values: Sequence[Column],
    series: Column | None,
    words: Words,
    key: str = "series",
) -> Cells:
    """The table's numbers; ChartError for no rows, rows that say the same twice, and values that are no numbers.

    `key` is the option that names `series`, for messages; "" for a kind that has none.
    """
    check_values(data, values, series)
    info, (found, marks) = data.info(category), _long(data, category, values, series, key)
    kinds = list(dict.fromkeys(one for _, one in found))
    if series is not None:
        _sort_series(kinds, data, data.info(series))
    keys = list(dict.fromkeys(name for name, _ in found))
    spans = [key for key in keys if isinstance(key, Period)]
    if len(spans) == len(keys) and not data.sorted:
        keys = [*with_gaps(sorted(spans))]  # the order of time, with a place for those without a row
    steps = () if info.values or data.sorted else in_steps([*map(str, keys)])
    if steps:
        keys.sort(key=lambda key: steps.index(str(key)))
    titles = [label(kind, data.info(series), words) if series else column_title(data.info(str(kind))) for kind in kinds]
    names, titled = {key: label(key, info, words) for key in keys}, dict(zip(kinds, titles, strict=True))
    return Cells(
        tuple(names.values()),
        tuple(titles),
        tuple(tuple(found.get((key, kind)) for kind in kinds) for key in keys),
        common(data, values, found.values()),
        info.type in ("year", "date") or bool(info.values or steps) or data.sorted,
        {(names[key], titled[kind]): mark for (key, kind), mark in marks.items()},
        moments_of(kinds if series else titles),
        {titled[column]: places_of(data, column) for column in values} if len(values) > 1 else {},
    )


def _sort_series(kinds: list[Value | Column], data: ChartData, info: ColumnInfo) -> None:
    """Put the names of series in the order that they have of their own."""
    if info.values:
        kinds.sort(key=lambda one: info.values.index(str(one)) if str(one) in info.values else len(info.values))
    elif info.type in ("year", "date"):
        kinds.sort(key=date_of)  # type: ignore[arg-type]  # a row without one is refused
    elif not data.sorted and (order := in_steps([*map(str, kinds)])):
        kinds.sort(key=lambda one: order.index(str(one)))


_YEAR = re.compile(r"\b((?:18|19|20|21)\d\d)(?:[-–/](?:\d{4}|\d\d))?\b")


def moments_of(series: Sequence[Value]) -> tuple[PartialDate, ...]:
    """When each of the series was: dates, periods, or texts that differ in a year alone; () for others."""
    texts = [one for one in series if isinstance(one, str)]
    known = periods(texts) if len(texts) == len(series) else None
    if known and len(set(known)) == len(known) and known[0].kind != "months":  # spans of years may overlap
        return tuple(known)
    found: list[PartialDate] = []
    for one in series:
        if isinstance(one, PartialDate):
            found.append(one)
        elif len(years := _YEAR.findall(f"{one:.0f}" if isinstance(one, float) else str(one))) == 1:
            found.append(PartialDate(int(years[0])))
        else:
            return ()
    rests = {_YEAR.sub("", one) for one in texts}
    return tuple(found) if len(set(found)) == len(found) > 1 and len(rests) < 2 else ()


_Key = tuple[Value, Value]
"""A category and a series, as the cells have them."""


def _long(
    data: ChartData, category: Column, values: Sequence[Column], series: Column | None, option: str
) -> tuple[dict[_Key, Number], dict[_Key, Mark]]:
    """The numbers and their marks."""
    found: dict[_Key, Number] = {}
    marks: dict[_Key, Mark] = {}
    for at, row in enumerate(data):
        if row[category] is None:
            raise ChartError("a row has no name", f"fill the column '{category}', or leave the row out with where:")
        for value in values:
            kind: Value = str(value) if series is None else row[series]
            key = (row[category], kind)
            if kind is None:
                raise ChartError(f"a row of '{row[category]}' has no series", f"fill the column '{series}'")
            if key in found:
                what = f"'{row[category]}'" if series is None else f"'{row[category]}' and '{kind}'"
                raise ChartError(f"the table has more than one row for {what}", several_hint(series, option))
            found[key] = number(row[value], value)
            if mark := data.mark(at, value):
                marks[key] = mark
    return found, marks


def several_hint(series: Column | None, option: str) -> str:
    """What to do where a table has several rows for one mark: name the column that tells them apart in `option`."""
    one = "choose one with where:, or write latest: true"
    return one if series is not None or not option else f"name the column that tells them apart in {option}:; or {one}"


def ordered(cells: Cells, order: str, by: Sequence[Number] | None = None) -> Cells:
    """The categories from the highest down, missing ones last; or as they are.

    `by` has what counts for each; without it its newest or first value does. `order` is "value", "natural" or "auto":
    by value unless the categories have an order of their own.
    """
    if keeps_order(order, natural=cells.natural):
        return cells
    counts = cells.leading if by is None else by
    ranks = sorted(range(len(cells.names)), key=lambda index: _rank(counts[index]))
    return replace(cells, names=tuple(cells.names[i] for i in ranks), values=tuple(cells.values[i] for i in ranks))


def _rank(value: Number) -> tuple[bool, float]:
    return value is None, -(value or 0.0)


def name_of(row: Mapping[str, Value], column: Column, data: ChartData, words: Words) -> str:
    """What a row is called; ChartError where it has no name."""
    if row[column] is None:
        raise ChartError("a row has no name", f"fill the column '{column}', or leave the row out with where:")
    return said(row, column, data, words)


def require_rows(data: ChartData) -> None:
    """Raise ChartError for a table without rows."""
    if not data.rows:
        raise ChartError("the chart has no rows", "check where:")


def check_values(data: ChartData, values: Sequence[Column], series: Column | None) -> None:
    """Raise ChartError for values that no chart can show on one axis.

    No rows, no value column, one that is named twice, several with `series`, and several units, which need two axes.
    """
    if not values:
        raise ChartError("no value column is named", "write values: with the name of a column, or a list of them")
    if series is not None and len(values) > 1:
        raise ChartError("series: goes with one value column", "name one column in values:")
    twice = next((column for column in values if values.count(column) > 1), None)
    if twice is not None:
        raise ChartError(f"values: names the column '{twice}' twice", "name each column once")
    require_rows(data)
    first, *others = (data.info(column) for column in values)
    other = next((info for info in others if info.unit != first.unit), None)
    if other:
        one, two = (f"'{info.name}' ({info.unit or 'no unit'})" for info in (first, other))
        raise ChartError(
            f"{one} and {two} have different units, which one axis can't show",
            "make a chart of each, or bring the values of both to one unit in the file",
        )
