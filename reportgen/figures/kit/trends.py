"""Series over time in sentences: the way from turn to turn, since when the end has held, which one is the highest.

What turns is found by `comparing`; nothing here draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.figures.contract import ColumnInfo
from reportgen.figures.kit.comparing import always_highest, level_from, turning_points
from reportgen.figures.kit.timeseries import Trend
from reportgen.figures.kit.wording import difference, in_turn, label

if TYPE_CHECKING:
    from reportgen.dates import PartialDate
    from reportgen.language import Words

MANY_TURNS, FEW_TURNS = 4, 2
"""So many turning points are told of one or two series, and of each of more: what is kept in mind, by ear."""

Reading = tuple[str, float]
"""When or where, in words, and the value."""


def most_turns(count: int) -> int:
    """How many turning points to tell of each of so many series."""
    return MANY_TURNS if count <= 2 else FEW_TURNS


def tell_trend(
    trend: Trend, info: ColumnInfo, words: Words, *, steps: bool = False, turns: int = FEW_TURNS, held: bool = False
) -> str:
    """A sentence on a series over time: where it begins, turns and ends, and since when it is unchanged.

    With `steps` a value holds until the next one; `held` says that the last one does so past its date.
    """
    if not trend.known:
        return words.say("charts.trend.none", series=trend.name)
    reached = _reached(trend, info)
    points = [(words.date(date), value) for date, value in trend.known if not reached < date]
    start, first = points[0]
    still = reached < trend.dates[-1] and trend.values[-1] is not None
    if still and len(points) == 1:
        given = {"start": start, "end": words.date(trend.dates[-1]), "value": label(first, info, words)}
        return words.say("charts.trend.flat", series=trend.name, **given)
    told = tell_path(points, info, words, turns)
    if (still or (steps and held)) and (len(points) > 1 or held):
        told = words.say("charts.trend.since", told=told)
    return words.say("charts.trend.told", series=trend.name, told=told)


def _reached(trend: Trend, info: ColumnInfo) -> PartialDate:
    """The date from which the last value has held, without a gap since."""
    if trend.values[-1] is None:
        return trend.known[-1][0]
    return trend.dates[level_from([_as_read(value, info) for value in trend.values])]


def _as_read(value: float | None, info: ColumnInfo) -> float | None:
    """A value to as many decimals as are printed: what reads alike is alike."""
    return value if value is None or info.decimals is None else round(value, info.decimals)


def tell_path(points: Sequence[Reading], info: ColumnInfo, words: Words, turns: int = FEW_TURNS) -> str:
    """From the first point over the turning points to the last, with the highest and the lowest named as that.

    Where the way rests in between, and all points are as many as the turns that may be told, each is told.
    """
    values = [float(_as_read(value, info) or 0.0) for _, value in points]
    found = turning_points(values, turns)
    legs = list(pairwise(found))
    (start, first), (end, last) = points[0], points[-1]
    given = {"first": label(first, info, words), "start": start, "last": label(last, info, words), "end": end}
    if not legs:
        return words.say("charts.trend.point", **given)
    if len(points) <= turns + 2 and any(one == other for one, other in pairwise(values)):
        readings = [(label(value, info, words), at) for at, value in points]
        return words.listing([words.say("charts.item", name=value, value=at) for value, at in readings])
    if len(legs) == 1:
        key = "rose" if values[-1] > values[0] else "fell" if values[-1] < values[0] else "same"
        return words.say(f"charts.trend.{key}", **given)
    ends = {max(values): "highest", min(values): "lowest"}
    said = [words.say("charts.trend.start", **given)]
    for one, other in legs:
        way = "up" if values[other] > values[one] else "down"
        named = ends.get(values[other]) if values[other] != values[0] else None
        at, value = points[other]
        there = {"date": at, "value": label(value, info, words)}
        said.append(words.say(f"charts.trend.{way}{f'-{named}' if named else ''}", **there))
    return in_turn(said, words)


def tell_order(trends: Sequence[Trend], info: ColumnInfo, words: Words) -> Iterator[str]:
    """Which of several series is the highest throughout, or at both ends, and how far two are apart at these."""
    yield from tell_leader(trends, words)
    if len(trends) == 2 and (ends := _ends(trends)):
        (start, first), (end, last) = ends
        one, other = (difference(values[0], values[1], info, words) for values in (first, last))
        yield words.say("charts.trend.apart", first=one, start=words.date(start), last=other, end=words.date(end))


def tell_leader(trends: Sequence[Trend], words: Words) -> Iterator[str]:
    """A sentence on the highest of several series throughout, or at both ends; none where two are level there."""
    ends = _ends(trends)
    first, last = (always_highest([values]) for _, values in ends) if ends else (None, None)
    if first is None or last is None:
        return
    one, other = (words.quoted(trends[at].name) for at in (first, last))
    if first != last:
        yield words.say("charts.trend.leads", first=one, last=other)
    else:
        known = [dict(trend.known) for trend in trends]
        every = [[values.get(date) for values in known] for date in _dates(trends)]
        yield words.say(f"charts.trend.{'above' if always_highest(every) == first else 'leads-both'}", series=one)


def _dates(trends: Sequence[Trend]) -> list[PartialDate]:
    return sorted({date for trend in trends for date, _ in trend.known})


def _ends(trends: Sequence[Trend]) -> list[tuple[PartialDate, list[float]]]:
    """The first date and the last with the values of all series; none where they don't begin and end together."""
    known, dates = [dict(trend.known) for trend in trends], _dates(trends)
    if len(dates) < 2 or not all(date in values for values in known for date in (dates[0], dates[-1])):
        return []
    return [(date, [values[date] for values in known]) for date in (dates[0], dates[-1])]
