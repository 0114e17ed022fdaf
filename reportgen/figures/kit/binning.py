"""Classes of a number: round limits for fills, edges for a histogram; and whether two measures go together.

Plain arithmetic; nothing here draws.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import StatisticsError, correlation, quantiles
from typing import TYPE_CHECKING, Literal, TypeGuard

from reportgen.figures.contract import ChartError, ColumnInfo, Value
from reportgen.figures.kit.colouring import categories_of
from reportgen.figures.kit.scales import number_ticks
from reportgen.figures.kit.wording import alike, label, under_title
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from reportgen.language import Words


MOST_CLASSES = 5
"""More shades of one colour can't be told apart."""
WHOLE = ("integer", "year")
"""The types of columns whose classes end with a whole number."""


@frozen
class Classes:
    """Classes from the lowest up: `limits` between them, each belonging to the class above it."""

    limits: tuple[float, ...]
    values: tuple[float, ...] = ()
    """Where each class is a single value: these."""

    def __len__(self) -> int:
        return len(self.limits) + 1

    def index(self, value: float) -> int:
        """The class that a value falls into, from 0."""
        return bisect_right(self.limits, value)

    def texts(self, info: ColumnInfo, words: Words) -> list[str]:
        """What each class is called, such as "10 to under 20"; of whole numbers "10 to 19"."""
        shown = alike(info, self.values or self.limits)
        if self.values:
            return [label(value, shown, words) for value in self.values]
        said = [label(limit, shown, words) for limit in self.limits]
        between = [
            self._between(low, high, shown, words) for low, high in zip(self.limits, self.limits[1:], strict=False)
        ]
        first, last = words.say("charts.under", high=said[0]), words.say("charts.from", low=said[-1])
        return [first, *between, last]

    def _between(self, low: float, high: float, info: ColumnInfo, words: Words) -> str:
        whole = info.type in WHOLE
        top = label(high - 1 if whole else high, info, words)
        if whole and low == high - 1:
            return top
        bottom = label(low, under_title(info), words)  # the unit stands once, but for a sign
        return words.say("charts.histogram.class" if whole else "charts.from-under", low=bottom, high=top)


def classed(
    known: Mapping[str, Value], info: ColumnInfo, limits: Sequence[float], words: Words
) -> tuple[tuple[str, ...], dict[str, int], bool]:
    """What the classes of numbers are called, or the categories of anything else; the class of each name; and whether
    they are numbers. ChartError for `limits` of categories, and for too many of these.
    """
    numbers = {name: float(value) for name, value in known.items() if _is_number(value)}
    if len(numbers) == len(known):
        made = classes_of(list(numbers.values()), limits)
        return tuple(made.texts(info, words)), {name: made.index(value) for name, value in numbers.items()}, True
    if limits:
        raise ChartError("limits: goes with numbers", f"leave limits: out: '{info.name}' has categories")
    named = {name: label(value, info, words) for name, value in known.items()}
    classes = categories_of(named.values(), info)
    return classes, {name: classes.index(text) for name, text in named.items()}, False


def _is_number(value: Value) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def classes_of(values: Sequence[float], limits: Sequence[float] = ()) -> Classes:
    """The classes for `values` (one at least): the author's `limits`, else up to five with round limits.

    A few different values are a class each. Classes are equally wide, unless one would hold more than half of the
    values: then they hold about as many each. ChartError for limits that don't rise, or too many.
    """
    different = sorted(set(values))
    if limits:
        return _asked(limits, different)
    if len(different) <= MOST_CLASSES:
        return Classes(tuple(different[1:]), tuple(different))
    even = Classes(tuple(number_ticks(different[0], different[-1], MOST_CLASSES + 1)[1:-1]))
    fullest = max(Counter(map(even.index, values)).values())
    return even if fullest <= len(values) / 2 else Classes(_shared(sorted(values)))


def _asked(limits: Sequence[float], different: Sequence[float]) -> Classes:
    """The classes between `limits`; ChartError where they don't part the values, which are sorted."""
    if list(limits) != sorted(set(limits)):
        raise ChartError("the numbers in limits: don't rise", "write each once, the lowest first", option="limits")
    if len(limits) >= MOST_CLASSES:
        raise ChartError(
            f"{len(limits) + 1} classes can't be told apart, {MOST_CLASSES} can",
            f"write {MOST_CLASSES - 1} limits or fewer",
            option="limits",
        )
    classes, (low, high) = Classes(tuple(limits)), (different[0], different[-1])
    if low < high and classes.index(low) == classes.index(high):
        raise ChartError(
            f"limits: puts all values in one class: they go from {low:.10g} to {high:.10g}",
            "write limits between these two, or leave limits: out",
            option="limits",
        )
    return classes


def _shared(values: Sequence[float]) -> tuple[float, ...]:
    """Round limits between classes that hold about as many of the sorted `values` each."""
    cuts = [round(part * len(values) / MOST_CLASSES) for part in range(1, MOST_CLASSES)]
    return tuple(sorted({roundest(values[cut - 1], values[cut]) for cut in cuts if values[cut - 1] < values[cut]}))


def roundest(low: float, high: float) -> float:
    """The number above `low`, and no higher than `high`, that has the fewest digits, the last one a 5 if need be."""
    power = math.ceil(math.log10(max(abs(low), abs(high))))
    for step in (share * 10.0**exponent for exponent in range(power, power - 16, -1) for share in (1, 0.5)):
        found = round(math.floor(high / step + 1e-9) * step, 12)
        if low < found <= high:
            return found
    return high


SINGLE = 15
"""So many whole numbers have a class each."""
STRONG = 0.5
"""A rank correlation from which two measures are said to go together, if they are many."""
SELDOM = 1.96
"""So many standard errors, which are 1/√(n − 1), chance seldom makes."""


def class_edges(values: Sequence[float], asked: int | None, most: int, *, whole: bool = False) -> list[float]:
    """Round edges of classes of one width for sorted values (two or more, not all the same): about `asked` of them.

    Else as many as the rule of Freedman and Diaconis (1981) gives, at least 5, at most 20 and no more than so few
    values bear. `whole` numbers have the last edge above the last value, and one class each if they are few.
    """
    low, high = values[0], values[-1] + (1 if whole else 0)
    if whole and not asked and high - low <= SINGLE:
        return [low + step for step in range(round(high - low) + 1)]
    first, _, third = quantiles(values, n=4, method="inclusive")
    width = 2 * (third - first) / len(values) ** (1 / 3)
    advised = math.ceil(min((high - low) / width, 20.0)) if width else math.ceil(math.log2(len(values))) + 1
    bearable = max(math.ceil(2 * len(values) ** 0.5), 5)
    many = min(max(asked, 2), most) if asked else min(max(advised, 5), bearable, 20)
    return number_ticks(low, high, many + 1, whole=whole)


def counted(values: Sequence[float], edges: Sequence[float]) -> list[int]:
    """How many values are in each class. One on an edge is in the class that begins there, on the last in the last."""
    width = edges[1] - edges[0]
    places = [min(int((value - edges[0]) / width + 1e-9), len(edges) - 2) for value in values]
    return [places.count(index) for index in range(len(edges) - 1)]


def relation(xs: Sequence[float], ys: Sequence[float]) -> Literal["together", "against", "apart"]:
    """Whether two measures rise together or one against the other, by Spearman's rank correlation.

    Few points must lie in a row, and four or fewer tell nothing; points at one place count once here, so that a crowd
    and an outlier make no relation.
    """
    places = len(set(zip(xs, ys, strict=True)))
    clear = max(STRONG, SELDOM / math.sqrt(max(places - 1, 1)))
    try:
        strength = correlation(_ranks(xs), _ranks(ys))
    except StatisticsError:  # one of them is the same everywhere
        return "apart"
    return "together" if strength >= clear else "against" if strength <= -clear else "apart"


def _ranks(values: Sequence[float]) -> list[float]:
    """The place of each value from 1 up; equal values share the middle of theirs."""
    order = sorted(values)
    return [order.index(value) + (order.count(value) + 1) / 2 for value in values]
