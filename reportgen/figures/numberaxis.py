"""Which numbers stand at an axis of values, so that their texts leave room between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from reportgen.figures.contract import ChartError, ColumnInfo
from reportgen.figures.scales import Scale, number_ticks
from reportgen.figures.typeset import Ruler
from reportgen.figures.wording import axis_texts
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from reportgen.language import Words

Zero = Literal["auto", "true", "false"]
"""Whether an axis starts at zero; "auto": yes, unless all values lie far from it."""

GAP = 8.0
"""Between two numbers beside each other, in points."""
NEAR = 4.0
"""The same where they are short."""
LINE = 14.0
"""From one number to the next above it, in points."""
SHORTER = "give the values in thousands or millions, and say so in the subtitle"


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
            if all(step >= one + other + GAP for one, other in pairwise(halves)):
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


def axis_to_both_sides(scale: Scale, info: ColumnInfo, ruler: Ruler, words: Words) -> NumberAxis | None:
    """Round numbers on `scale`, counted from zero to both sides, as many as fit; None for fewer than two."""
    for most in (9, 7, 5, 4, 3):
        ticks = [tick for tick in number_ticks(scale.low, scale.high, most) if scale.low <= tick <= scale.high]
        texts = axis_texts([abs(tick) for tick in ticks], replace(info, decimals=None), words)
        step = scale(ticks[1]) - scale(ticks[0]) if len(ticks) > 1 else 0.0
        if ruler.widest(texts) + NEAR < step:
            return NumberAxis(tuple(ticks), tuple(texts), scale)
    return None
