"""Series over time put on axes: their lines with gaps, and names at the ends of lines and bands, moved apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportgen.figures.layout import put, put_line, size
from reportgen.figures.rows import fit
from reportgen.figures.scales import Scale, date_position, spread
from reportgen.figures.trends import Trend
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

NAME_WIDTH = 112.0
"""The widest that a name is before it breaks, in points."""
OFFSET = 9.0
"""From the axes to the names, in points."""
NEAR = 5.0
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
        axes.plot(*zip(*lonely, strict=True), linestyle="none", marker="o", markersize=4, color=style["color"])


@frozen
class EndName:
    """A name, wrapped, for what ends at `x`, `y` (points of the figure)."""

    text: str
    x: float
    y: float
    colour: str


def end_text(text: str, ruler: Ruler) -> str:
    """A name wrapped to what stands at the right of the axes."""
    return fit(text, NAME_WIDTH, ruler, weight="semibold")


def end_margin(texts: Sequence[str], ruler: Ruler) -> float:
    """What names take at the right of the axes, in points."""
    return ruler.widest(texts, weight="semibold") + OFFSET if texts else 4.0


def ends_height(texts: Sequence[str], ruler: Ruler) -> float:
    """What names take above each other, in points."""
    return sum(ruler.height(text) for text in texts)


def is_crowded(ends: Sequence[float], texts: Sequence[str], high: float, ruler: Ruler) -> bool:
    """Whether names for ends so far up in axes `high` points high would stand a line or more away from them."""
    heights = [ruler.height(text) for text in texts]
    half = max(heights, default=0.0) / 2
    places = spread(ends, heights, half - 3, high + 8 - half)
    return any(abs(place - end) > ruler.height("") for place, end in zip(places, ends, strict=True))


def put_end_names(
    figure: Figure,
    names: Sequence[EndName],
    up: Scale,
    edge: float,
    house: House,
    ruler: Ruler,
    *,
    leaders: bool = True,
) -> None:
    """Write the names at the right of `edge`, the end of the axes, none lower than they are.

    A leader, dotted and grey so that it is no line of the chart, joins an end to a name that is not beside it; without
    `leaders` a key tells what is what.
    """
    heights = [ruler.height(name.text) for name in names]
    half, (_, top) = max(heights, default=0.0) / 2, size(figure)
    places = spread([name.y for name in names], heights, up.start - 3 + half, top - half)
    for name, place in zip(names, places, strict=True):
        if leaders and (abs(place - name.y) > NEAR or edge - name.x > NEAR):
            lead(figure, (name.x + 5, name.y), (edge + OFFSET - 2, place), house)
        put(figure, edge + OFFSET, place, name.text, colour=name.colour, weight="semibold", down="center")


def lead(figure: Figure, start: tuple[float, float], end: tuple[float, float], house: House) -> None:
    """Join a mark to a text that is not beside it, from point to point of the figure."""
    put_line(figure, start, end, house.colours.grey, dashes=(0, (1, 1.8)))
