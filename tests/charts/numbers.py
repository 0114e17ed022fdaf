"""The numbers that a description may name: those of the table, counts, and sums that are worked out anew here."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from statistics import median
from typing import Any

from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ColumnInfo, Value
from reportgen.figures.kit.wording import label
from reportgen.language import Words

_NUMBER = ColumnInfo("", "", "number")


def numbers_in(text: str) -> set[str]:
    """The numbers of a text as they are written."""
    return set(re.findall(r"\d[\d.,\u202f\u00a0]*\d|\d", text))


def known(kind: str, data: ChartData, options: Mapping[str, Any], words: Words) -> set[str]:
    """Every number that a true description of this chart can hold."""
    said = [*_labels(data, words), *_given(options, words), *(info.title for info in data.columns)]
    said += _derived(kind, data, options, words)
    things = max(len(data.rows), *(len(info.values) for info in data.columns))
    return {number for text in said for number in numbers_in(text)} | {str(count) for count in range(things + 1)}


def written(value: Value, info: ColumnInfo, words: Words) -> list[str]:
    """A value's label, and a number's with the zeros that a longer neighbour asks for."""
    if not isinstance(value, float) or info.type != "number":
        return [label(value, info, words)]
    exact = [places for places in range(7) if round(value, places) == value]
    return [label(value, replace(info, decimals=places), words) for places in exact]


def _labels(data: ChartData, words: Words) -> Iterator[str]:
    for row in data:
        for name, value in row.items():
            yield from written(value, data.info(name), words)
            if isinstance(value, PartialDate):
                yield words.date(value)
                yield str(value.year)


def _given(options: Mapping[str, Any], words: Words) -> Iterator[str]:
    """The words and numbers that the author writes in the block itself."""
    for value in options.values():
        match value:
            case str():
                yield value
            case PartialDate():
                yield words.date(value)
            case float():
                yield from written(value, _NUMBER, words)


def _derived(kind: str, data: ChartData, options: Mapping[str, Any], words: Words) -> Iterator[str]:
    """The sums, shares, medians and edges of classes that the chart guide says a kind tells."""
    parts = _parts(data, options)
    if kind in ("dots", "lines", "small_multiples"):
        yield from (text for apart in _differences(data, options) for text in written(apart, _NUMBER, words))
    if options.get("shares"):
        yield from (label(share, replace(_NUMBER, decimals=0), words) for share in _shares(parts))
    elif kind in ("area", "diverging") or options.get("layout") == "stacked":
        yield from (text for sum_ in _runs(parts) for text in written(sum_, _NUMBER, words))
    elif kind in ("histogram", "map"):
        yield from (text for edge in _classes(data, options) for text in written(edge, _NUMBER, words))


def _parts(data: ChartData, options: Mapping[str, Any]) -> list[list[float]]:
    """The values that stand together: those of a row, or of the rows with one category or date."""
    name, columns = options.get("category", options.get("date", "")), options.get("values", ())
    groups: dict[Value, list[Value]] = defaultdict(list)
    for row in data if columns else ():
        groups[row[name]] += [row[column] for column in columns]
    return [[value for value in group if isinstance(value, float)] for group in groups.values() if None not in group]


def _shares(parts: Iterable[list[float]]) -> set[float]:
    """The shares of 100 of each value, and of those that stand side by side."""
    return {100 * run / sum(group) for group in parts if sum(group) for run in _runs([group])}


def _differences(data: ChartData, options: Mapping[str, Any]) -> set[float]:
    """How far any two values of the chart are apart."""
    values = [value for column in options.get("values", ()) for value in data[column] if isinstance(value, float)]
    return {round(abs(one - other), 9) for one, other in combinations(values, 2)}


def _runs(parts: Iterable[list[float]]) -> set[float]:
    """The sums of values of a group that stand side by side: one of them, some, all."""
    runs = (group[first:last] for group in parts for first, last in combinations(range(len(group) + 1), 2))
    return {round(sum(run), 9) for run in runs}


def _classes(data: ChartData, options: Mapping[str, Any]) -> set[float]:
    """The median, and the edges of two to twenty classes of a round width about the values; of counts, their sums."""
    column: str = options.get("value", options.get("count", ""))
    values = [value for value in data[column] if isinstance(value, float)]
    if column == options.get("count") or not values:
        return _runs([values])
    span = max(values) - min(values) or abs(values[0]) or 1.0
    widths = [factor * 10.0**power for power in range(-6, 8) for factor in (1, 2, 2.5, 5)]
    near = [width for width in widths if span / 20 <= width <= span]
    edges = {
        round(at * width, 9)
        for width in near
        for at in range(math.floor(min(values) / width), math.ceil(max(values) / width) + 2)
    }
    return {round(median(values), 9), *edges}
