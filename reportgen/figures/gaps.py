"""Where lines over time have gaps, in words: a break says nothing to who doesn't look for it. Nothing here draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.dates import PartialDate
from reportgen.figures.trends import Trend
from reportgen.figures.typeset import Ruler
from reportgen.figures.wording import some

if TYPE_CHECKING:
    from reportgen.language import Words

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


def tell_gaps(trends: Sequence[Trend], words: Words) -> list[str]:
    """A sentence on the lines that have gaps, and when; none where no line has one."""
    gaps = list(_gaps(trends, words, marked=True))
    return [words.say("charts.missing", count=len(gaps), names=some(gaps, words))] if gaps else []


def _gaps(trends: Sequence[Trend], words: Words, *, marked: bool) -> Iterator[str]:
    """Each line that has values, and lacks some, with the dates: "Kalk (2015 and 2019 to 2021)"."""
    for trend in trends:
        spans = [text for run in _runs(trend, marked=marked) for text in _spans(run, words)]
        if spans and trend.known:
            yield words.say("charts.item", name=trend.name, value=some(spans, words))


def _runs(trend: Trend, *, marked: bool) -> Iterator[list[PartialDate]]:
    """The dates without a value, those in a row together."""
    points = zip(trend.dates, trend.values, strict=True)
    gone = [(date, value is None and (marked or date not in trend.marks)) for date, value in points]
    for is_gap, run in groupby(gone, key=lambda point: point[1]):
        if is_gap:
            yield [date for date, _ in run]


def _spans(run: Sequence[PartialDate], words: Words) -> list[str]:
    """One or two dates each, more from the first to the last."""
    told = [words.date(date) for date in run]
    return told if len(told) < 3 else [words.say("charts.span", low=told[0], high=told[-1])]
