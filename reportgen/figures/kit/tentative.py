"""The look of values that may still change: parts with stripes and a dashed outline, points hollow.

Both are known in grey print too. What the look means is said by the key.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reportgen.colours import mix
from reportgen.figures.kit.colouring import PartFill
from reportgen.figures.kit.scales import date_position
from reportgen.figures.kit.sheet import KeyEntry
from reportgen.figures.kit.timeseries import Trend
from reportgen.figures.kit.wording import meaning
from reportgen.house import House
from reportgen.marks import Mark

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words


_STRIPES = "\\\\\\"
"""A hatch the other way than that of series, in matplotlib's letters."""
_DASHES = (3.2, 1.8)
"""Of the outline, in points."""
_RIM = 1.4
"""The width of the line round a hollow point, in points."""


def is_tentative(mark: Mark | None) -> bool:
    """Whether a value with this mark may still change."""
    return mark is not None and mark.is_tentative


def tentative_fill(fill: PartFill, house: House) -> PartFill:
    """The fill of a part whose value may still change: stripes over what tells its series."""
    strong = fill.edge == "none"
    edge = mix(fill.colour, house.colours.ink, 0.2) if strong else fill.edge
    return PartFill(fill.colour, edge, fill.hatch + _STRIPES, house.colours.paper if strong else edge, _DASHES)


def tentative_key(marks: Iterable[Mark | None], house: House, words: Words, *, point: bool = False) -> list[KeyEntry]:
    """The line of a key for what among `marks` may still change, with the look of a part or of a `point`."""
    there = set(marks)
    said = [meaning(mark, words) for mark in Mark if mark.is_tentative and mark in there]
    if not said:
        return []
    text = said[0] if len(said) == 1 else words.say("charts.either", one=said[0], other=said[1])
    if point:
        return [KeyEntry(text, house.colours.paper, house.colours.grey, mark="o")]
    part = PartFill(mix(house.colours.grey, house.colours.paper, 0.62), house.colours.grey)
    return [tentative_fill(part, house).entry(text)]


def hollow(axes: Axes, at: tuple[float, float], colour: str, house: House, mark: str = "o", size: float = 6.0) -> None:
    """Draw a hollow point over a line or a point at `at`, in the data's units of `axes`; `size` is in points."""
    rim: dict[str, Any] = {"markeredgecolor": colour, "markeredgewidth": _RIM, "color": house.colours.paper}
    xs, ys = ([one] for one in at)
    axes.plot(xs, ys, linestyle="none", marker=mark, markersize=size, zorder=5, clip_on=False, **rim)


def hollow_points(axes: Axes, trend: Trend, colour: str, house: House, mark: str = "o", size: float = 6.0) -> None:
    """Draw the points of a line whose values may still change hollow."""
    for date, value in trend.known:
        if is_tentative(trend.marks.get(date)):
            hollow(axes, (date_position(date), value), colour, house, mark, size)
