"""Where ticks and labels go: round numbers, dates on an axis, labels moved apart. Plain arithmetic."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise

from reportgen.dates import PartialDate
from reportgen.frozen import frozen


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
