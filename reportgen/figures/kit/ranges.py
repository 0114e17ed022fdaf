"""Rows of ranges: their two ends as values and as texts, and whose text would lie across zero. Nothing here draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reportgen.figures.kit.reading import Cells, Number
from reportgen.figures.kit.rows import fit_note
from reportgen.figures.kit.scales import Scale
from reportgen.figures.typeset import Ruler

if TYPE_CHECKING:
    from reportgen.language import Words


INNER = 5.6
"""The size of the diamond for the value within, in points."""
RANGE_GAP = 4.0
"""Between a band's end and its value, in points."""


class RangeRow(NamedTuple):
    """A row of the chart; None where the table has no value."""

    name: str
    low: Number
    high: Number
    middle: Number
    said: tuple[str, str]
    """What stands at the ends: the values with their marks, or why there is none."""

    @property
    def known(self) -> list[float]:
        """The ends that there are."""
        return [end for end in (self.low, self.high) if end is not None]

    @property
    def why(self) -> str:
        """Why an end is missing; "" where none is."""
        return next((said for end, said in zip((self.low, self.high), self.said, strict=True) if end is None), "")

    @property
    def values(self) -> list[str]:
        """What stands at the ends that there are."""
        return [said for end, said in zip((self.low, self.high), self.said, strict=True) if end is not None]

    def note(self, ruler: Ruler) -> str:
        """Why an end is missing, wrapped; "" where none is."""
        return fit_note(self.why, ruler) if self.why else ""

    def both(self, ruler: Ruler, words: Words) -> str:
        """What stands at both ends as one text, the value first where one is missing."""
        if len(self.known) == 2:
            return words.say("charts.span", low=self.said[0], high=self.said[1])
        return words.say("charts.also", one=self.values[0], other=self.note(ruler))

    def crossing(self, scale: Scale, ruler: Ruler) -> Literal["low", "high", ""]:
        """The end whose text would lie across the line at zero, as if its value were beyond."""
        if not scale.low < 0 < scale.high or not self.known or self.low == self.high:
            return ""
        shown = [end for end in (self.low, self.middle, self.high) if end is not None]
        texts = [
            said if end is not None else self.note(ruler)
            for end, said in zip((self.low, self.high), self.said, strict=True)
        ]
        low, high = (ruler.width(text) + RANGE_GAP + INNER for text in texts)
        if min(shown) >= 0 and scale(min(shown)) - low < scale(0):
            return "low"
        return "high" if max(shown) <= 0 and scale(max(shown)) + high > scale(0) else ""

    @property
    def width(self) -> float:
        """How far the ends lie apart; -1 where one is missing."""
        return -1.0 if self.low is None or self.high is None else self.high - self.low


def range_row(cells: Cells, index: int, absent: str, words: Words) -> RangeRow:
    """The row number `index` of `cells`, whose series are the lower value, the upper one and that between, if any."""
    low, high, *middle = cells.values[index]
    if low is None and high is None:
        said = (cells.absence(index, (0, 1), absent, words),) * 2
    else:
        one, other = (
            cells.absence(index, [end], absent, words) if value is None else cells.text(index, end, words)
            for end, value in enumerate((low, high))
        )
        said = one, other
    return RangeRow(cells.names[index], low, high, middle[0] if middle else None, said)
