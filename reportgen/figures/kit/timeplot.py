"""Series over time put on a figure: a grid of values over an axis of dates, lines with gaps, names at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportgen.dates import PartialDate
from reportgen.figures.kit.rows import fit, require_height
from reportgen.figures.kit.scales import DATES_HEIGHT, Scale, axis_dates, date_position, put_dates, spread
from reportgen.figures.kit.sheet import Margins, Sheet, put, put_line, size
from reportgen.figures.kit.timeseries import Trend
from reportgen.figures.kit.wording import tick_texts
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Weight
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@frozen
class TimePlot:
    """Axes with days across and values up, both also as scales in points of the figure."""

    axes: Axes
    across: Scale
    up: Scale


@frozen
class TimeAxes:
    """What the axes of a chart over time show, and what stands round them."""

    dates: Sequence[PartialDate]
    """Sorted; those that are written below are chosen among them."""
    last: PartialDate
    """Where the axis ends."""
    span: tuple[float, float]
    """The first and the last day."""
    ticks: Sequence[float]
    unit: str
    ends: Sequence[str]
    """The names at the right, wrapped."""
    below: float = DATES_HEIGHT
    """What dates and notes take, in points."""
    clear: float = 0.0
    """How far below the lowest tick the axis stands, in points: no datum lies on it."""

    def plot(self, sheet: Sheet, above: float, gap: float, least: float) -> TimePlot:
        """Put them on the figure, `gap` below a key that takes `above`; ChartError where `least` or the names don't
        fit, in points."""
        (width, height), ruler, texts = sheet.size, sheet.ruler, tick_texts(self.ticks, self.unit, sheet.words)
        needed = max(least, ends_height(self.ends, ruler) + self.below) + self.clear
        require_height(sheet.house, height, above + needed, len(self.ends))
        margins = Margins(ruler.widest(texts) + 7, end_margin(self.ends, ruler), above + gap, self.below + self.clear)
        axes, (low, *_, high) = sheet.axes(margins, grid="y"), self.ticks
        axes.spines["left"].set_visible(False)
        axes.spines["bottom"].set_position(("outward", self.clear))
        axes.set_yticks(self.ticks, texts)
        axes.set(xlim=self.span, ylim=(low, high))
        across = Scale(*self.span, margins.left, width - margins.right)
        put_dates(axes, axis_dates(self.dates, self.last, across, sheet), across, self.below, sheet)
        return TimePlot(axes, across, Scale(low, high, margins.bottom, height - margins.top))


NAME_WIDTH = 112.0
"""The widest that a name is before it breaks, in points."""
NAME_OFFSET = 9.0
"""From the axes to the names, in points."""
NAME_NEAR = 5.0
"""So far from its end, in points, a name needs no leader."""


def plot_trend(axes: Axes, trend: Trend, *, steps: bool = False, until: float | None = None, **style: Any) -> None:
    """Draw a series as a line that breaks at its gaps; a point between two gaps has a mark.

    With `steps` a value holds until the next one, the last one up to the day `until`. `style` is matplotlib's.
    """
    xs = [date_position(date) for date in trend.dates]
    ys = [float("nan") if value is None else value for value in trend.values]
    if until is not None and trend.values[-1] is not None:
        xs, ys = [*xs, until], [*ys, ys[-1]]
    axes.plot(xs, ys, drawstyle="steps-post" if steps else "default", **style)
    lonely = [
        (x, y)
        for index, (x, y) in enumerate(zip(xs, ys, strict=True))
        if y == y and all(not 0 <= near < len(ys) or ys[near] != ys[near] for near in (index - 1, index + 1))
    ]
    if lonely and "marker" not in style:
        mark = {"marker": "o", "markersize": 4, "color": style["color"], "clip_on": style.get("clip_on", True)}
        axes.plot(*zip(*lonely, strict=True), linestyle="none", **mark)


@frozen
class EndName:
    """A name, wrapped, for what ends at `x`, `y` (points of the figure)."""

    text: str
    x: float
    y: float
    colour: str
    weight: Weight = "semibold"


def end_text(text: str, ruler: Ruler) -> str:
    """A name wrapped to what stands at the right of the axes."""
    return fit(text, NAME_WIDTH, ruler, weight="semibold")


def end_margin(texts: Sequence[str], ruler: Ruler) -> float:
    """What names take at the right of the axes, in points."""
    return ruler.widest(texts, weight="semibold") + NAME_OFFSET if texts else 4.0


def ends_height(texts: Sequence[str], ruler: Ruler) -> float:
    """What names take above each other, in points."""
    return sum(ruler.height(text) for text in texts)


def is_crowded(ends: Sequence[float], texts: Sequence[str], high: float, ruler: Ruler) -> bool:
    """Whether names for ends so far up in axes `high` points high would stand a line or more away from them."""
    heights = [ruler.height(text) for text in texts]
    half = max(heights, default=0.0) / 2
    places = spread(ends, heights, half - 3, high + 8 - half)
    return any(abs(place - end) > ruler.height("") for place, end in zip(places, ends, strict=True))


def put_end_names(sheet: Sheet, names: Sequence[EndName], up: Scale, edge: float, *, leaders: bool = True) -> None:
    """Write the names at the right of `edge`, the end of the axes, none lower than they are.

    A leader, dotted and grey so that it is no line of the chart, joins an end to a name that is not beside it; without
    `leaders` a key tells what is what.
    """
    heights = [sheet.ruler.height(name.text) for name in names]
    half, (_, top) = max(heights, default=0.0) / 2, size(sheet.figure)
    places = spread([name.y for name in names], heights, up.start - 3 + half, top - half)
    for name, place in zip(names, places, strict=True):
        if leaders and (abs(place - name.y) > NAME_NEAR or edge - name.x > NAME_NEAR):
            lead(sheet, (name.x + 5, name.y), (edge + NAME_OFFSET - 2, place))
        put(sheet.figure, edge + NAME_OFFSET, place, name.text, colour=name.colour, weight=name.weight, down="center")


def lead(sheet: Sheet, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Join a mark to a text that is not beside it, from point to point of the figure."""
    put_line(sheet.figure, start, end, sheet.colours.grey, dashes=(0, (1, 1.8)))
