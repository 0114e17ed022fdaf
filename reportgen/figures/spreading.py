"""How values are spread: round classes for them, how many fall into each, and whether two measures go together.

Plain arithmetic; nothing here draws.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import StatisticsError, correlation, quantiles
from typing import Literal

from reportgen.figures.scales import number_ticks

SINGLE = 15
"""So many whole numbers have a class each."""
CLEAR = 0.5
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
    clear = max(CLEAR, SELDOM / math.sqrt(max(places - 1, 1)))
    try:
        strength = correlation(_ranks(xs), _ranks(ys))
    except StatisticsError:  # one of them is the same everywhere
        return "apart"
    return "together" if strength >= clear else "against" if strength <= -clear else "apart"


def _ranks(values: Sequence[float]) -> list[float]:
    """The place of each value from 1 up; equal values share the middle of theirs."""
    order = sorted(values)
    return [order.index(value) + (order.count(value) + 1) / 2 for value in values]
