"""Values of a chart in words: what stands at a bar, a tick or a point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from reportgen.figures.contract import ChartData, ColumnInfo, Value
from reportgen.language.units import at_axis
from reportgen.language.units import sign_of as unit_sign
from reportgen.language.values import MISSING as MISSING
from reportgen.language.values import in_words, most_places, with_unit
from reportgen.marks import Mark

if TYPE_CHECKING:
    from reportgen.language import Words


MOST_HEARD = 8
"""So many names are heard in one sentence, by ear."""
_SHORT_SIGN = 3
"""Characters of a sign that a tile has room for: "%", "£bn"."""


def label(value: Value, info: ColumnInfo, words: Words, mark: Mark | None = None) -> str:
    """`value` as a reader expects it: numbers with the column's unit and decimals, dates short, missing as a dash.

    Its mark follows: "62% [p]"; one that stands in the place of a value comes in words.
    """
    if mark is not None and value is None:
        return meaning(mark, words)
    said = _plus(value, info) + in_words(value, words, info.type, info.unit, info.decimals)
    return f"{said}\u00a0{mark.sign}" if mark else said


def _plus(value: Value, info: ColumnInfo) -> str:
    """The sign that the column has before a number above zero."""
    return info.plus if isinstance(value, float) and value > 0 else ""


def said(row: Mapping[str, Value], column: str, data: ChartData, words: Words) -> str:
    """What stands in a column of a row of the table, as `label`."""
    return label(row[column], data.info(column), words)


def meaning(mark: Mark, words: Words) -> str:
    """What a mark means to a reader, such as "provisional"."""
    return words.say(f"marks.{mark}")


def shared_meaning(marks: Iterable[Mark | None], absent: str, words: Words) -> str:
    """What the marks in the place of values mean, if it is one mark, else `absent`."""
    found = set(marks)
    mark = found.pop() if len(found) == 1 else None
    return meaning(mark, words) if mark else absent


def sign_of(text: str, words: Words) -> str:
    """The sign that stands for a text of what is missing: a mark's own, else the dash."""
    return next((mark.sign for mark in Mark if meaning(mark, words) == text), MISSING)


def alike(info: ColumnInfo, values: Iterable[float | None]) -> ColumnInfo:
    """The column with as many decimals as the longest of `values` has, where none are declared."""
    if info.decimals is not None or info.type != "number":
        return info
    return replace(info, decimals=most_places(values))


def common(data: ChartData, columns: Sequence[str], values: Iterable[float | None]) -> ColumnInfo:
    """The first of some columns with the decimals of all: each has those that its table prints, whatever is behind
    them, and the most of these are the common ones. `values` are those of the chart, of a single column."""
    first = data.info(columns[0])
    if len(columns) < 2:
        return alike(first, values)
    found = [places_of(data, column) for column in columns]
    return first if not any(found) else replace(first, type="number", decimals=max(found))


def places_of(data: ChartData, column: str) -> int:
    """With how many decimals a table prints a column."""
    info = alike(data.info(column), (value for row in data if isinstance(value := row[column], float)))
    return info.decimals or 0


def absent_text(missing: str, words: Words) -> str:
    """What a missing value means: what `missing` of the data says, or plain words."""
    return missing or words.say("table.missing-plain")


def tick_texts(ticks: Sequence[float], unit: str, words: Words) -> list[str]:
    """The numbers of an axis, all with as many decimals as the longest has and with what of the unit has room."""
    decimals = alike(ColumnInfo("", "", "number"), ticks).decimals
    return [words.quantity(tick, at_axis(unit), decimals) for tick in ticks]


def axis_texts(ticks: Sequence[float], info: ColumnInfo, words: Words) -> list[str]:
    """The numbers of an axis of a column's values; years are no quantities."""
    if info.type == "year":
        return [label(tick, info, words) for tick in ticks]
    return tick_texts(ticks, info.unit, words)


def column_title(info: ColumnInfo) -> str:
    """The column's title as a label."""
    return info.title or info.name


def axis_title(info: ColumnInfo, words: Words) -> str:
    """What an axis measures: the column's title, with its unit in brackets unless the title or its sign says it."""
    printed = unit_sign(info.unit) == info.unit
    return column_title(info) if printed else with_unit(column_title(info), info.unit)


def under_title(info: ColumnInfo) -> ColumnInfo:
    """The column for the numbers at an axis that has its title: a unit that the title says stands there alone."""
    return replace(info, unit=unit_sign(info.unit))


def on_a_tile(info: ColumnInfo) -> ColumnInfo:
    """The column for numbers in little room, with a key beside them that says the unit: a short sign alone."""
    sign = unit_sign(info.unit)
    return replace(info, unit=sign if len(sign) <= _SHORT_SIGN else "")


def span_text(ends: tuple[float, float], info: ColumnInfo, words: Words) -> str:
    """From one value to another, in words."""
    low, high = (label(end, info, words) for end in ends)
    return words.say("charts.span", low=low, high=high)


def difference(one: float, other: float, info: ColumnInfo, words: Words) -> str:
    """How far two values are apart, in words: of percentages in percentage points."""
    apart = round(abs(one - other), 9)
    if info.unit != "%":
        return label(apart, replace(info, plus=""), words)
    return words.say("charts.points", value=words.number(apart, info.decimals))


def whom(names: Sequence[str], every: int, words: Words) -> str:
    """Which of `every` names: all of them, all but one or two, or these."""
    if len(names) == every > 2:
        return words.say("charts.every", count=every)
    return some(names, words, MOST_HEARD)


def all_but(names: Sequence[str], every: Sequence[str], words: Words) -> str:
    """As `whom`, with the exceptions where those are fewer than the names."""
    others = [name for name in every if name not in names]
    if 0 < len(others) <= 2 and len(every) > 4:
        return words.say("charts.but", names=words.listing(others))
    return whom(names, len(every), words)


def some(names: Sequence[str], words: Words, most: int = 4) -> str:
    """The names as a list in words; of more than `most` the first ones and how many there are beside them."""
    if len(names) <= most:
        return words.listing(names)
    rest = words.say("charts.more", count=len(names) - most + 1)
    return words.listing([*names[: most - 1], rest])


def in_turn(parts: Sequence[str], words: Words) -> str:
    """The parts of a sentence one after the other; "" for none."""
    return reduce(lambda one, other: words.say("charts.also", one=one, other=other), parts) if parts else ""
