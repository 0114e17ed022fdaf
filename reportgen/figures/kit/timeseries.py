"""Series over time: read from the table, stacked, and their gaps in words.

A break in a line says nothing to who doesn't look for it, so a note and the description name it. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.dates import PartialDate, with_gaps
from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo
from reportgen.figures.kit.reading import check_values, date_of, number, several_hint
from reportgen.figures.kit.wording import column_title, common, label, shared_meaning, some
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen
from reportgen.marks import Mark

if TYPE_CHECKING:
    from reportgen.language import Words


Stack = tuple[float, ...]
"""The values of several series at a date, from the bottom up."""


@frozen
class Trend:
    """A series over time: its values by date, sorted; None is a gap."""

    name: str
    dates: tuple[PartialDate, ...]
    values: tuple[float | None, ...]
    marks: Mapping[PartialDate, Mark] = field(default_factory=dict)
    """By date how firm a value is, or why there is none."""

    @property
    def known(self) -> list[tuple[PartialDate, float]]:
        """The points that have a value."""
        return [(date, value) for date, value in zip(self.dates, self.values, strict=True) if value is not None]

    def last(self, info: ColumnInfo, words: Words) -> str:
        """The last value in words, with its mark; "" for a series without any."""
        if not self.known:
            return ""
        date, value = self.known[-1]
        return label(value, info, words, self.marks.get(date))


def read_trends(
    data: ChartData,
    date: Column,
    values: Sequence[Column],
    series: Column | None,
    until: PartialDate | None = None,
    key: str = "series",
) -> list[Trend]:
    """The series in the order of the table (of the declared `values`, where there are), up to `until`.

    `key` is the option that names `series`, for messages. ChartError for rows without date or series, dates that stand
    twice, columns of several units, and no values at all.
    """
    check_values(data, values, series)
    found, marks = _points(data, date, values, series, key)
    declared = data.info(series).values if series is not None else ()
    names = sorted(found, key=lambda name: declared.index(name) if name in declared else len(declared))
    trends = [_trend(name, found[name], marks.get(name, {}), until) for name in names]
    if not any(trend.known for trend in trends):
        raise ChartError("the chart has no values", f"check where:{' and until:' if until else ''}")
    return trends


_Points = dict[str, dict[PartialDate, float | None]]
"""By series and date."""


def _points(
    data: ChartData, date: Column, values: Sequence[Column], series: Column | None, key: str
) -> tuple[_Points, dict[str, dict[PartialDate, Mark]]]:
    """The values and their marks."""
    found: _Points = {}
    marks: dict[str, dict[PartialDate, Mark]] = {}
    for at, row in enumerate(data):
        day = date_of(row[date])
        if day is None:
            raise ChartError("a row has no date", f"fill the column '{date}', or leave the row out with where:")
        if series is not None and row[series] is None:
            raise ChartError(f"a row of {day} has no name", f"fill the column '{series}'")
        for column in values:
            name = column_title(data.info(column)) if series is None else str(row[series])
            if series is not None and isinstance(named := row[series], float) and named.is_integer():
                name = f"{named:.0f}"  # a year is no quantity
            points = found.setdefault(name, {})
            if day in points:
                raise ChartError(f"the table has more than one value of '{name}' for {day}", several_hint(series, key))
            points[day] = number(row[column], column)
            if mark := data.mark(at, column):
                marks.setdefault(name, {})[day] = mark
    return found, marks


def _trend(
    name: str, points: Mapping[PartialDate, float | None], marks: Mapping[PartialDate, Mark], until: PartialDate | None
) -> Trend:
    kept = with_gaps(sorted(date for date in points if until is None or date.first <= until.last))
    there = {date: marks[date] for date in kept if date in marks}
    return Trend(name, tuple(kept), tuple(points.get(date) for date in kept), there)


def trend_info(trends: Sequence[Trend], data: ChartData, values: Sequence[Column]) -> ColumnInfo:
    """The values' column, with one number of decimals for all."""
    return common(data, values, [value for trend in trends for value in trend.values])


def dates_of(trends: Sequence[Trend]) -> list[PartialDate]:
    """The dates that have a value in any of the series, sorted, and the periods missing among them."""
    return with_gaps(sorted({date for trend in trends for date, _ in trend.known}))


def stacks_of(trends: Sequence[Trend], dates: Sequence[PartialDate], *, shares: bool) -> tuple[Stack | None, ...]:
    """The values of all series at each of `dates`, or their shares; None where one lacks a value.

    ChartError where there is nothing to stack, or to share out.
    """
    found = [dict(trend.known) for trend in trends]
    whole = {date for date in dates if all(date in values for values in found)}
    stacks = tuple(tuple(values[date] for values in found) if date in whole else None for date in dates)
    if not any(stacks):
        raise ChartError(
            "no date has a value for every band, so nothing can be stacked",
            "fill in the values (0 where there was nothing), leave bands out with where:, or write kind: lines",
        )
    if shares and not any(map(_shares, stacks)):
        raise ChartError("every total is zero, so there are no values to share out", "leave shares: out")
    return tuple(map(_shares, stacks)) if shares else stacks


def _shares(stack: Stack | None) -> Stack | None:
    """The parts in per cent; a stack of nothing has none."""
    return tuple(100 * value / sum(stack) for value in stack) if stack and sum(stack) else None


NOTE_GAP = 5.0
"""Between the dates and the note below them, in points."""
MOST_NAMED = 12
"""So many lines with gaps are named in a note; of more, the first ones."""


def note_height(note: str, ruler: Ruler) -> float:
    """What a wrapped note takes below the dates, in points; nothing if there is none."""
    return ruler.height(note) + NOTE_GAP if note else 0.0


def gaps_note(trends: Sequence[Trend], absent: str, words: Words) -> str:
    """Which lines have gaps, when, and why (`absent`), for a note in the chart; "" for none.

    Gaps with a mark are left out: the marks are told with the chart.
    """
    gaps = list(_gaps(trends, words, marked=False))
    return words.say("charts.absent", meaning=absent, names=some(gaps, words, MOST_NAMED)) if gaps else ""


def tell_gaps(trends: Sequence[Trend], missing: str, words: Words) -> list[str]:
    """A sentence on the lines that have gaps, when, and why as their marks or the data say; none where none has one."""
    gaps = list(_gaps(trends, words, marked=True))
    if not gaps:
        return []
    gone = [trend.marks.get(date) for trend in trends for run in _runs(trend, marked=True) for date in run]
    why = shared_meaning(gone, missing, words)
    suffix = "-why" if why else ""
    return [words.say(f"charts.missing{suffix}", count=len(gaps), names=some(gaps, words), why=why)]


def _gaps(trends: Sequence[Trend], words: Words, *, marked: bool) -> Iterator[str]:
    """Each line that has values, and lacks some, with the dates: "Kalk (2015 and 2019 to 2021)"."""
    for trend in trends:
        spans = []
        for run in _runs(trend, marked=marked):
            told = [words.date(date) for date in run]
            spans += told if len(told) < 3 else [words.say("charts.time", low=told[0], high=told[-1])]
        if spans and trend.known:
            yield words.say("charts.item", name=trend.name, value=some(spans, words))


def _runs(trend: Trend, *, marked: bool) -> Iterator[list[PartialDate]]:
    """The dates without a value, those in a row together."""
    points = zip(trend.dates, trend.values, strict=True)
    gone = [(date, value is None and (marked or date not in trend.marks)) for date, value in points]
    for is_gap, run in groupby(gone, key=lambda point: point[1]):
        if is_gap:
            yield [date for date, _ in run]
