"""Which dates stand at an axis of time, so that their texts leave room between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.dates import PartialDate
from reportgen.figures.scales import Scale, date_position, date_ticks
from reportgen.figures.typeset import Ruler

if TYPE_CHECKING:
    from reportgen.language import Words

GAP = 8.0
"""Between two dates, in points."""


def fitting_dates(first: PartialDate, last: PartialDate, scale: Scale, words: Words, ruler: Ruler) -> list[PartialDate]:
    """Years or months on the axis, as many as fit; none where fewer than two do."""
    for most in (10, 8, 7, 6, 5, 4, 3):
        ticks = [date for date in date_ticks(first, last, most) if scale.low <= date_position(date) <= scale.high]
        if len(ticks) > 1 and _apart(ticks, scale, words, ruler):
            return ticks
    return []


def ends_that_fit(dates: Sequence[PartialDate], scale: Scale, words: Words, ruler: Ruler) -> list[PartialDate]:
    """The first and the last of `dates` (sorted), or the last alone where the two would meet."""
    ends = list(dict.fromkeys((dates[0], dates[-1])))
    return ends if _apart(ends, scale, words, ruler) else ends[-1:]


def _apart(dates: Sequence[PartialDate], scale: Scale, words: Words, ruler: Ruler) -> bool:
    places = [(scale(date_position(date)), ruler.width(words.short_date(date)) / 2) for date in dates]
    return all(b - a >= half + other + GAP for (a, half), (b, other) in pairwise(places))
