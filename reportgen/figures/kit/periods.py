"""Periods of time: read by row, as bars between their dates, each with its text and its lane, and drawn.

An end of which only the month or the year is known stands in the middle of it and is slanted; so a period that ends in
a year and one that begins in it meet along one line. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ChartError, Column
from reportgen.figures.kit.colouring import MOST_CATEGORIES, PartFill, filled_shape, groups_of, ink_on
from reportgen.figures.kit.reading import date_of, name_of
from reportgen.figures.kit.rows import fit
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import KeyEntry, Sheet, put
from reportgen.figures.kit.wording import said as said_in
from reportgen.figures.typeset import LEADING, Ruler
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words


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

TextSide = Literal["inside", "right", "left"]


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
class PlacedBar:
    """A bar's text, broken into lines, where it stands, and from where to where the two reach."""

    bar: Bar
    text: str
    side: TextSide
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


def placed(bar: Bar, text: str, scale: Scale, ruler: Ruler, size: float) -> PlacedBar:
    """Inside the bar where the text fits, else at its right or left, else broken where there is most room."""
    rooms: dict[TextSide, float] = {
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
    return PlacedBar(bar, lines, side, (low, high))


@frozen
class Lane:
    """Bars beside each other, each with its number among those of its row, and the height that they need."""

    bars: tuple[tuple[int, PlacedBar], ...]
    height: float


def lanes_of(bars: Sequence[PlacedBar], ruler: Ruler, size: float) -> tuple[Lane, ...]:
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
    rows = [tuple((number, bars[number]) for number in numbers) for numbers in found]
    return tuple(Lane(row, max(ruler.height(bar.text, size) + PADDING for _, bar in row)) for row in rows)


@frozen
class TimeSpan:
    """From when to when (None: it goes on), its label, and its group counted from 0."""

    start: PartialDate
    end: PartialDate | None
    label: str
    group: int

    @property
    def begin(self) -> tuple[int, int]:
        """What periods are sorted by: the first and the last day that may be their start."""
        return self.start.first.toordinal(), self.start.last.toordinal()

    @property
    def lasts(self) -> tuple[int, int] | None:
        """How many days it lasts, at the least and at the most; None for one that goes on."""
        if self.end is None:
            return None
        first, last = self.begin
        return max(self.end.first.toordinal() - last, 0), self.end.last.toordinal() - first

    @property
    def dates(self) -> list[PartialDate]:
        """Its dates."""
        return [self.start] if self.end is None else [self.start, self.end]


@frozen
class Track:
    """A row of the chart: its name and its periods, by start; none where the table has no dates."""

    name: str
    periods: tuple[TimeSpan, ...]


def read_tracks(
    data: ChartData, columns: tuple[Column, Column, Column], text: Column | None, group: Column | None, words: Words
) -> tuple[list[Track], tuple[str, ...]]:
    """The rows in the order of the table, and the names of the groups; `columns` are those of name, start and end.

    ChartError for no dates at all, and for rows without a name, without a start or a group, or that end too early.
    """
    named, started, ended = columns
    groups = groups_of(data, group, MOST_CATEGORIES, words)
    found: dict[str, list[TimeSpan]] = {}
    for row in data:
        name, start, end = name_of(row, named, data, words), date_of(row[started]), date_of(row[ended])
        periods = found.setdefault(name, [])
        if start is not None:
            said, kind = (
                said_in(row, one, data, words) if one and row[one] is not None else "" for one in (text, group)
            )
            periods.append(TimeSpan(start, end, said, groups.index(kind) if groups else 0))
        _check(name, start, end, started)
    if not any(found.values()):
        raise ChartError("the chart has no values", f"fill the column '{started}', or check where:")
    return [Track(name, tuple(sorted(periods, key=lambda one: one.begin))) for name, periods in found.items()], groups


def _check(name: str, start: PartialDate | None, end: PartialDate | None, started: Column) -> None:
    if start is None and end is not None:
        raise ChartError(f"a period of '{name}' ends in {end.year} but has no start", f"fill the column '{started}'")
    if start is not None and end is not None and end.last < start.first:
        raise ChartError(f"a period of '{name}' ends before it starts: {start} to {end}", "correct one of the dates")


ARROW = ((-1.0, -0.5), (0.4, -0.5), (1.0, 0.0), (0.4, 0.5), (-1.0, 0.5))
SLANTED = ((-1.0, -0.5), (0.5, -0.5), (1.0, 0.5), (-0.5, 0.5))
SHORT = ((-0.2, -0.5), (0.2, -0.5), (0.2, 0.5), (-0.2, 0.5))
"""Marks for the key."""


def put_period(
    axes: Axes, one: PlacedBar, between: tuple[float, float], scale: Scale, fill: PartFill, house: House
) -> None:
    """A bar with its text in the middle of two heights of `axes`, whose x is the scale's days and whose y is points.

    It is as high as the text in it. Over a hatch and over the grid a text stands on plain ground.
    """
    figure = axes.get_figure(root=True)
    assert figure is not None
    small, middle, inside = house.sizes.chart_small, sum(between) / 2, one.side == "inside"
    lines = one.text.count("\n") + 1 if inside else 1
    half = (lines * LEADING * small + PADDING) / 2
    corners = one.bar.corners(middle - half, middle + half)
    filled_shape(axes, [(scale.inverse(x), y) for x, y in corners], fill)
    if not one.text:
        return
    ink, ground = (ink_on(fill.colour, house), fill.colour) if inside else (house.colours.ink, house.colours.paper)
    x, across = one.anchor
    text = put(figure, x, middle, one.text, size=small, colour=ink, across=across, down="center")
    if not inside or fill.hatch:
        text.set_bbox({"facecolor": ground, "edgecolor": "none", "pad": 0.8})


def sign_entries(bars: Sequence[PlacedBar], sheet: Sheet) -> list[KeyEntry]:
    """Lines of a key for arrows, slanted ends and bars that are longer than their periods, where there are any."""
    signs = (
        ("goes-on", ARROW, any(one.bar.open for one in bars)),
        ("inexact", SLANTED, any(one.bar.slanted for one in bars)),
        ("short", SHORT, any(one.bar.short for one in bars)),
    )
    grey = sheet.colours.grey
    return [KeyEntry(sheet.words.say(f"charts.gantt.{name}"), grey, mark=mark) for name, mark, shown in signs if shown]
