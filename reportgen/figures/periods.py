"""Periods of time as bars: where their ends stand, where their texts stand, in which lane. Plain arithmetic in points.

An end of which only the month or the year is known stands in the middle of it and is slanted; so a period that ends in
a year and one that begins in it meet along one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.figures.rows import fit
from reportgen.figures.scales import Scale
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen

SLANT = 9.0
"""How far a slanted end leans at most."""
LEAST = 3.0
"""The least width of a bar, its slits included: what is shorter is drawn as long."""
SLIT = 0.5
"""What an end stands back from its day, so that bars that meet don't touch."""
TIP = 6.0
"""The length of an arrow's tip."""
ASIDE = 5.0
"""Between a bar and the text beside it, and between that and the next bar."""
INSIDE = 3.5
"""From the ends of a bar to the text in it."""

PADDING = 3.0
"""Above and below the text in a bar, together."""

Side = Literal["inside", "right", "left"]


@frozen
class Bar:
    """A period on the page: the x of its four corners."""

    bottom: tuple[float, float]
    top: tuple[float, float]
    open: bool = False
    """Whether it goes on beyond the right end."""
    short: bool = False
    """Whether it is drawn longer than it is, so that it can be seen."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.bottom[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.top[1]

    def corners(self, low: float, high: float) -> list[tuple[float, float]]:
        """Its outline between two heights; a bar that goes on has the tip of an arrow."""
        left = [(self.top[0] + SLIT, high), (self.bottom[0] + SLIT, low)]
        if self.open:
            back = max(self.right - TIP, self.top[0] + SLIT)
            return [*left, (back, low), (self.right, (low + high) / 2), (back, high)]
        return [*left, (self.bottom[1] - SLIT, low), (self.top[1] - SLIT, high)]

    @property
    def middles(self) -> tuple[float, float]:
        """Its ends halfway up: where two that follow each other meet."""
        return (self.bottom[0] + self.top[0]) / 2, (self.bottom[1] + self.top[1]) / 2

    @property
    def slanted(self) -> bool:
        """Whether an end is slanted so that it can be seen."""
        return max(top - bottom for top, bottom in zip(self.top, self.bottom, strict=True)) > 2


def bar_of(start: PartialDate, end: PartialDate | None, scale: Scale) -> Bar:
    """The bar of a period; one without an end runs to the scale's."""
    begin = _edge(start, scale)
    if end is None:
        return Bar((begin[0], scale.end), (begin[1], scale.end), open=True)
    close = _edge(end, scale)
    if close[0] - begin[0] < LEAST or close[1] - begin[1] < LEAST:
        return _short(scale(start.first.toordinal()), scale(end.last.toordinal()), scale)
    return Bar((begin[0], close[0]), (begin[1], close[1]))


def _short(low: float, high: float, scale: Scale) -> Bar:
    """The bar of a period whose dates are about as long as it: it takes all of them, and no less than can be seen."""
    lean = min((high - low) / 2, SLANT)
    last = max(high, low + lean + LEAST)
    back = min(max(last - scale.end, 0.0), low - scale.start)  # at the end of the axis it would be cut off
    ends = [(low, max(high - lean, low + LEAST)), (low + lean, last)]
    bottom, top = ((one - back, other - back) for one, other in ends)
    return Bar(bottom, top, short=high - low < LEAST)


def _edge(date: PartialDate, scale: Scale) -> tuple[float, float]:
    """The x of a date at the bottom and at the top of a bar."""
    low, high = scale(date.first.toordinal()), scale(date.last.toordinal())
    lean = min(high - low, SLANT) / 2
    middle = (low + high) / 2
    return middle - lean, middle + lean


@frozen
class Placed:
    """A bar's text, broken into lines, where it stands, and from where to where the two reach."""

    bar: Bar
    text: str
    side: Side
    reach: tuple[float, float]

    @property
    def anchor(self) -> tuple[float, Literal["left", "right"]]:
        """The x of the text, and which of its edges stands there."""
        match self.side:
            case "inside":
                return self.bar.top[0] + INSIDE, "left"
            case "right":
                return self.bar.right + ASIDE, "left"
        return self.bar.left - ASIDE, "right"


def placed(bar: Bar, text: str, scale: Scale, ruler: Ruler, size: float) -> Placed:
    """Inside the bar where the text fits, else at its right or left, else broken where there is most room."""
    rooms: dict[Side, float] = {
        "inside": bar.bottom[1] - bar.top[0] - 2 * INSIDE,
        "right": scale.end - bar.right - ASIDE,
        "left": bar.left - scale.start - ASIDE,
    }
    wide = ruler.width(text, size)
    side = next((side for side, room in rooms.items() if wide <= room), max(rooms, key=lambda side: rooms[side]))
    lines = fit(text, rooms[side], ruler, size)
    wide = ruler.width(lines, size) + ASIDE
    low, high = bar.middles
    if text and side == "right":
        high = bar.right + wide + ASIDE
    if text and side == "left":
        low = bar.left - wide - ASIDE
    return Placed(bar, lines, side, (low, high))


@frozen
class Lane:
    """Bars beside each other, each with its number among those of its row, and the height that they need."""

    bars: tuple[tuple[int, Placed], ...]
    height: float


def lanes_of(bars: Sequence[Placed], ruler: Ruler, size: float) -> tuple[Lane, ...]:
    """The bars of a row in as few lanes as can be, so that in none of them bars or texts cover each other."""
    ends: list[float] = []
    found: list[list[int]] = []
    for number in sorted(range(len(bars)), key=lambda at: bars[at].reach):
        low, high = bars[number].reach
        lane = next((lane for lane, end in enumerate(ends) if end <= low + 0.5), len(ends))
        if lane == len(ends):
            ends.append(high)
            found.append([])
        ends[lane] = high
        found[lane].append(number)
    return tuple(_lane([(number, bars[number]) for number in numbers], ruler, size) for numbers in found)


def _lane(bars: Sequence[tuple[int, Placed]], ruler: Ruler, size: float) -> Lane:
    return Lane(tuple(bars), max(ruler.height(bar.text, size) + PADDING for _, bar in bars))
