"""Drawing periods of time: a bar with its text, and what its arrows and slanted ends mean, for the key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.figures.fills import Fill, filled_shape
from reportgen.figures.layout import KeyEntry, put
from reportgen.figures.periods import PADDING, Placed
from reportgen.figures.scales import Scale
from reportgen.figures.style import ink_on
from reportgen.figures.typeset import LEADING
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

ARROW = ((-1.0, -0.5), (0.4, -0.5), (1.0, 0.0), (0.4, 0.5), (-1.0, 0.5))
SLANTED = ((-1.0, -0.5), (0.5, -0.5), (1.0, 0.5), (-0.5, 0.5))
SHORT = ((-0.2, -0.5), (0.2, -0.5), (0.2, 0.5), (-0.2, 0.5))
"""Marks for the key."""


def put_period(axes: Axes, one: Placed, between: tuple[float, float], scale: Scale, fill: Fill, house: House) -> None:
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


def sign_entries(bars: Sequence[Placed], words: Words, house: House) -> list[KeyEntry]:
    """Lines of a key for arrows, slanted ends and bars that are longer than their periods, where there are any."""
    signs = (
        ("goes-on", ARROW, any(one.bar.open for one in bars)),
        ("inexact", SLANTED, any(one.bar.slanted for one in bars)),
        ("short", SHORT, any(one.bar.short for one in bars)),
    )
    grey = house.colours.grey
    return [KeyEntry(words.say(f"charts.gantt.{name}"), grey, mark=mark) for name, mark, shown in signs if shown]
