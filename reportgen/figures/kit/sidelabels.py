"""Labels beside the ends of lines: values and names in a column each, moved apart, led to where they would stand.

As in charts of slopes, on either side. Lengths are points of the figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit.rows import fit
from reportgen.figures.kit.scales import Scale, spread
from reportgen.figures.kit.sheet import Sheet
from reportgen.figures.kit.timeplot import lead
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen

if TYPE_CHECKING:
    pass


OFFSET = 13.0
"""From an end to its value: room for a leader."""
VALUE_GAP = 5.0
"""Between a value and its name."""
LEAD_FROM = 2.0
"""A label that is moved by less needs no leader."""


@frozen
class SideLabel:
    """A value and a wrapped name; what is not `loud` is lighter."""

    value: str
    name: str
    loud: bool = True


@frozen
class Side:
    """The labels of one side, and the room that they take from the ends outwards."""

    labels: tuple[SideLabel, ...]
    values_width: float
    width: float

    def heights(self, ruler: Ruler) -> list[float]:
        """How high each label is."""
        return [ruler.height(label.name) for label in self.labels]


def side_of(labels: Sequence[SideLabel], most: float, ruler: Ruler) -> Side:
    """Labels with their names wrapped to `most` points."""
    wrapped = tuple(SideLabel(label.value, fit(label.name, most, ruler), label.loud) for label in labels)
    wide = ruler.widest([label.value for label in wrapped], weight="semibold")
    names = ruler.widest([label.name for label in wrapped], weight="semibold")
    return Side(wrapped, wide, OFFSET + wide + VALUE_GAP + names if wrapped else OFFSET)


@frozen
class Edge:
    """The line that labels stand beside: its place, the side of it (-1: the left, 1: the right) and its scale."""

    x: float
    sign: Literal[-1, 1]
    up: Scale


def put_side(sheet: Sheet, side: Side, values: Sequence[float], edge: Edge) -> None:
    """Write the labels of the ends at `values`, which are in the order of the labels."""
    heights = side.heights(sheet.ruler)
    half, wanted = max(heights, default=0.0) / 2, [edge.up(value) for value in values]
    places = spread(wanted, heights, edge.up.start + half, edge.up.end - half)
    for label, y, place in zip(side.labels, wanted, places, strict=True):
        if abs(place - y) > LEAD_FROM:
            lead(sheet, (edge.x + edge.sign * 4, y), (edge.x + edge.sign * (OFFSET - 1.5), place))
        for text, away in ((label.value, OFFSET), (label.name, OFFSET + side.values_width + VALUE_GAP)):
            weight = "semibold" if label.loud and text == label.value else "regular"
            colour, across = (
                sheet.colours.ink if label.loud else sheet.colours.grey,
                "left" if edge.sign > 0 else "right",
            )
            sheet.put(
                edge.x + edge.sign * away, place, text, weight=weight, colour=colour, across=across, down="center"
            )
