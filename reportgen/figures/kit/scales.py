"""Axes: round numbers and dates that leave each other room, the scale between them, labels moved apart.

Most is plain arithmetic; `put_dates` and `put_end_dates` write dates below an axis.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from reportgen.dates import PartialDate, Period, with_gaps
from reportgen.figures.contract import ChartError, ColumnInfo
from reportgen.figures.kit.contract import Zero
from reportgen.figures.kit.sheet import Across, Sheet, put, size
from reportgen.figures.kit.wording import axis_texts
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words


def number_ticks(low: float, high: float, most: int = 6, *, whole: bool = False) -> list[float]:
    """Round numbers that enclose `low` to `high`, `most` or fewer; whole ones for what is counted.

    Their steps are 1, 2, 2.5 or 5 times a power of ten.
    """
    if high <= low:
        high = low + (abs(low) or 1.0)
    power = 10.0 ** math.floor(math.log10(max((high - low) / max(most - 1, 1), 1.0 if whole else 0.0)))
    for factor in (1, 2, 2.5, 5, 10, 20, 25, 50):
        step = power * factor
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first + 1 <= max(most, 2) and (step.is_integer() or not whole):
            break
    return [round(index * step, 12) for index in range(first, last + 1)]


def date_position(date: PartialDate) -> float:
    """Where a date stands on an axis of days; a month or a year stands at its first day."""
    return float(date.first.toordinal())


def date_ticks(low: PartialDate, high: PartialDate, most: int = 8, *, years: bool = False) -> list[PartialDate]:
    """Years, or months where the span is short and `years` doesn't forbid them, between two dates: `most` or fewer."""
    months = (high.last.year - low.first.year) * 12 + high.last.month - low.first.month
    for step in () if years else (1, 2, 3, 6):
        if months // step + 1 <= most:
            return _months(low, high, step)
    step = next(s for power in (1, 10, 100, 1000) for s in (power, 2 * power, 5 * power) if months / 12 / s < most)
    numbers = range(math.ceil(low.first.year / step) * step, high.last.year + 1, step)
    return [PartialDate(year) for year in numbers if PartialDate(year).first >= low.first]


def _months(low: PartialDate, high: PartialDate, step: int) -> list[PartialDate]:
    first, last = low.first.year * 12 + low.first.month - 1, high.last.year * 12 + high.last.month - 1
    start = math.ceil(first / step) * step
    dates = [PartialDate(month // 12, month % 12 + 1) for month in range(start, last + 1, step)]
    return [date for date in dates if date.first >= low.first]


def spread(
    wanted: Sequence[float], gap: float | Sequence[float], low: float = -math.inf, high: float = math.inf
) -> list[float]:
    """Positions at least `gap` apart, in the order of `wanted`, moved as little as possible, within `low` to `high`.

    A list gives the size of each instead: they then stand at least half of two neighbours' sizes apart. Where there is
    no room for all, the first bound wins and the rest stand apart beyond the other.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    sizes = [gap] * len(wanted) if isinstance(gap, float | int) else list(gap)
    steps = [(sizes[one] + sizes[other]) / 2 for one, other in pairwise(order)]
    offsets = list(accumulate(steps, initial=0.0))[: len(wanted)]
    groups = _pushed([wanted[index] - offset for index, offset in zip(order, offsets, strict=True)])
    length = offsets[-1] if offsets else 0.0
    room = max(high - low - length, 0.0)
    bases = [
        min(max(base, low), low + room if math.isfinite(low) else high - length)
        for base, count in groups
        for _ in range(count)
    ]
    placed = {index: base + offset for index, base, offset in zip(order, bases, offsets, strict=True)}
    return [placed[index] for index in range(len(wanted))]


def _pushed(firsts: Sequence[float]) -> list[tuple[float, int]]:
    """Those that push each other, as groups: where the first of each group would like to be, and how many they are."""
    groups: list[tuple[float, int]] = []
    for first in firsts:
        groups.append((first, 1))
        while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
            (one, many), (other, more) = groups[-2:]
            groups[-2:] = [((one * many + other * more) / (many + more), many + more)]
    return groups


@frozen
class Scale:
    """Values `low` to `high` along points `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where `value` stands, in points."""
        return self.start + (value - self.low) / ((self.high - self.low) or 1.0) * (self.end - self.start)

    def inverse(self, point: float) -> float:
        """The value that stands at `point`."""
        return self.low + (point - self.start) / ((self.end - self.start) or 1.0) * (self.high - self.low)


TEXT_GAP = 8.0
"""Between two numbers or dates beside each other, in points."""
SHORT_GAP = 4.0
"""The same where they are short."""
LINE = 14.0
"""From one number to the next above it, in points."""
SHORTER = "give the values in thousands or millions, and say so in the subtitle"
"""What to do about numbers that are too long."""


def value_span(values: Sequence[float], zero: Zero) -> tuple[float, float]:
    """The least and the greatest of `values`, and zero where it is asked for or near; of no values 0 to 1.

    Zero is near unless all values lie in the far half of the way to it.
    """
    low, high = min(values, default=0.0), max(values, default=1.0)
    near = low == high or (0 <= low < high / 2) or (low / 2 < high <= 0)
    if zero == "true" or (zero == "auto" and near):
        return min(low, 0.0), max(high, 0.0)
    return low, high


@frozen
class NumberAxis:
    """Round numbers as written at the axis, and the scale from the first of them to the last."""

    ticks: tuple[float, ...]
    texts: tuple[str, ...]
    scale: Scale


@frozen
class AxisValues:
    """What an axis is to enclose, whether it starts at zero, and of what column the values are."""

    values: Sequence[float]
    zero: Zero
    info: ColumnInfo

    def axis(self, start: float, end: float, width: float, words: Words, ruler: Ruler) -> NumberAxis:
        """The level axis between two points of a figure `width` points wide, with as many numbers as fit.

        It is shorter where the first or the last number would leave the figure. ChartError where not even two fit.
        """
        for most in (6, 5, 4, 3, 2):
            axis = self._of(most, start, end, words)
            halves = [ruler.width(text) / 2 for text in axis.texts]
            low, high = max(start, halves[0]), min(end, width - halves[-1])
            step = (high - low) / (len(halves) - 1)
            if all(step >= one + other + TEXT_GAP for one, other in pairwise(halves)):
                return replace(axis, scale=replace(axis.scale, start=low, end=high))
        raise ChartError("the numbers are too long for the axis", SHORTER)

    def upright(self, start: float, end: float, words: Words) -> NumberAxis:
        """The upright axis between two points, with as many numbers as stand apart."""
        for most in (6, 5, 4, 3, 2):
            axis = self._of(most, start, end, words)
            if (end - start) / (len(axis.ticks) - 1) >= LINE:
                break
        return axis

    def _of(self, most: int, start: float, end: float, words: Words) -> NumberAxis:
        ticks = number_ticks(*value_span(self.values, self.zero), most, whole=self.info.type == "integer")
        texts = axis_texts(ticks, self.info, words)
        return NumberAxis(tuple(ticks), tuple(texts), Scale(ticks[0], ticks[-1], start, end))


def axis_to_both_sides(scale: Scale, info: ColumnInfo, sheet: Sheet) -> NumberAxis | None:
    """Round numbers on `scale`, counted from zero to both sides, as many as fit; None for fewer than two."""
    for most in (9, 7, 5, 4, 3):
        ticks = [tick for tick in number_ticks(scale.low, scale.high, most) if scale.low <= tick <= scale.high]
        texts = axis_texts([abs(tick) for tick in ticks], replace(info, decimals=None), sheet.words)
        step = scale(ticks[1]) - scale(ticks[0]) if len(ticks) > 1 else 0.0
        if sheet.ruler.widest(texts) + SHORT_GAP < step:
            return NumberAxis(tuple(ticks), tuple(texts), scale)
    return None


DATES_HEIGHT = 17.0
"""What the dates below an axis take, in points."""
_YEARS = (1, 2, 5, 10, 20, 50, 100)
"""Of periods in so many years one stands at an axis, where there is no room for more."""
FEW = 8
"""So many years or fewer all stand at the axis, if they fit."""


def fitting_dates(
    first: PartialDate, last: PartialDate, scale: Scale, sheet: Sheet, *, years: bool = False
) -> list[PartialDate]:
    """Years or months on the axis (with `years` no months), as many as fit; none where fewer than two do."""
    for most in (10, 8, 7, 6, 5, 4, 3):
        found = date_ticks(first, last, most, years=years)
        ticks = [date for date in found if scale.low <= date_position(date) <= scale.high]
        if len(ticks) > 1 and _apart(ticks, scale, sheet):
            return ticks
    return []


def ends_that_fit(dates: Sequence[PartialDate], scale: Scale, sheet: Sheet) -> list[PartialDate]:
    """The first and the last of `dates` (sorted), or the last alone where the two would meet."""
    ends = list(dict.fromkeys((dates[0], dates[-1])))
    return ends if _apart(ends, scale, sheet) else ends[-1:]


def axis_dates(dates: Sequence[PartialDate], last: PartialDate, scale: Scale, sheet: Sheet) -> list[PartialDate]:
    """The dates to write at an axis that shows `dates` (sorted, at least one) and ends at `last`.

    A few years all stand there, one without a value too; of more dates, or of periods of several kinds, round years or
    months; of a short time the first and the last.
    """
    spans = {(date.kind, date.step) for date in dates if isinstance(date, Period) and date.kind != "date"}
    if len(spans) == 1 and all(isinstance(date, Period) and date.kind != "date" for date in dates):
        return _periods(with_gaps(dates), scale, sheet) or ends_that_fit([*dates, last], scale, sheet)
    if spans:
        last = max(dates, key=lambda date: date.last)
        return fitting_dates(dates[0], last, scale, sheet) or ends_that_fit([dates[0], last], scale, sheet)
    years = all(date.month is None for date in dates)
    few = _without_gaps(dates) if years and len(dates) <= FEW and dates[-1] == last else []
    if few and _apart(few, scale, sheet):
        return few
    found = fitting_dates(dates[0], last, scale, sheet, years=years)
    return found or ends_that_fit([*dates, last], scale, sheet)


def _without_gaps(years: Sequence[PartialDate]) -> list[PartialDate]:
    """The years with those between them at the same steps, where these are few."""
    numbers = [year.year for year in years]
    step = math.gcd(*(after - before for before, after in pairwise(numbers))) or 1
    even = range(numbers[0], numbers[-1] + 1, step)
    return [PartialDate(number) for number in even] if len(years) < len(even) <= FEW else list(years)


def _periods(dates: Sequence[PartialDate], scale: Scale, sheet: Sheet) -> list[PartialDate]:
    """All periods, or as many as fit of those whose number is a round one: first quarters, every fifth year."""
    periods = [date for date in dates if isinstance(date, Period)]
    a_year = 52 if periods[0].kind == "week" else 12 // min(periods[0].step, 12)
    for step in (*(each for each in range(1, a_year) if a_year % each == 0), *(a_year * years for years in _YEARS)):
        found: list[PartialDate] = [period for period in periods if period.count % step == 0]
        if len(found) > 1 and _apart(found, scale, sheet):
            return found
    return []


def put_dates(axes: Axes, dates: Sequence[PartialDate], scale: Scale, bottom: float, sheet: Sheet) -> None:
    """Ticks at `dates`, and their texts below the axis, which is at `bottom` points; none leaves the figure."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    width, _ = size(figure)
    axes.set_xticks([date_position(date) for date in dates], [""] * len(dates))
    for date in dates:
        text = sheet.words.short_date(date)
        half = sheet.ruler.width(text) / 2
        x = min(max(scale(date_position(date)), half), width - half)
        put(figure, x, bottom - 6, text, colour=sheet.colours.grey, across="center", down="top")


def put_end_dates(sheet: Sheet, dates: Sequence[PartialDate], ends: tuple[float, float], bottom: float) -> None:
    """The first and the last of `dates` (sorted) below a narrow axis between the points `ends`, none beyond them.

    The first gives way where both don't fit.
    """
    texts = [sheet.words.short_date(date) for date in dict.fromkeys((dates[0], dates[-1]))]
    places: list[tuple[float, Across]] = [(ends[0], "left"), (ends[1], "right")]
    if len(texts) == 1:
        places = [(sum(ends) / 2, "center")]
    elif sum(map(sheet.ruler.width, texts)) + TEXT_GAP > ends[1] - ends[0]:
        texts, places = texts[1:], places[1:]
    for text, (x, across) in zip(texts, places, strict=True):
        put(sheet.figure, x, bottom - 6, text, colour=sheet.colours.grey, across=across, down="top")


def _apart(dates: Sequence[PartialDate], scale: Scale, sheet: Sheet) -> bool:
    places = [(scale(date_position(date)), sheet.ruler.width(sheet.words.short_date(date)) / 2) for date in dates]
    return all(b - a >= half + other + TEXT_GAP for (a, half), (b, other) in pairwise(places))
