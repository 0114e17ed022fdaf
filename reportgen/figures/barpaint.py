"""Bars put on a figure, as rows or as columns: rectangles, outlines of totals, texts at their ends and in them.

What the bars are worth is decided elsewhere (`barparts`); here they get their place in points and are drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.figures.barparts import BarLabel, Part
from reportgen.figures.fills import Fill, filled, open_fill
from reportgen.figures.layout import Margins, axes_in, put, size
from reportgen.figures.numberaxis import NumberAxis
from reportgen.figures.scales import Scale
from reportgen.figures.style import ink_on
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GAP = 4.0
"""Between a bar's end and its label, in points."""
LANE_GAP = 1.2
"""Between the bars of a group, in points."""
INSET = 3.0
"""Between a number in a part and the part's ends, in points."""


@frozen
class Stand:
    """Where bars stand, in points of the figure: `centres` across, `scale` along, `pitch` from one group to the next.

    `span` is what the axes take across; `axis` is drawn with a grid, None leaves both out.
    """

    vertical: bool
    span: tuple[float, float]
    centres: tuple[float, ...]
    pitch: float
    lanes: int
    scale: Scale
    axis: NumberAxis | None = None
    zero_over: bool = True
    """Whether the line at zero lies over the bars; bars across zero have it under them."""

    @property
    def thick(self) -> float:
        """The thickness of a bar."""
        gap = LANE_GAP if self.lanes > 1 else 0.0
        if self.vertical:
            return min(44.0, self.pitch * 0.76 / self.lanes - gap)
        return min(15.0, (self.pitch - (3.5 if self.pitch < 19 else 8.0)) / self.lanes - gap)

    def holds(self, part: Part, text: str, house: House, ruler: Ruler) -> bool:
        """Whether a part is large enough for a small text."""
        size_ = house.sizes.chart_small
        wide, high = ruler.width(text, size_), size_ * 1.1
        along, across = (high, wide) if self.vertical else (wide, high)
        return self.scale(part.high) - self.scale(part.low) >= along + 2 * INSET and self.thick >= across + 1


@frozen
class Bars:
    """A figure with axes for bars."""

    figure: Figure
    axes: Axes
    house: House
    ruler: Ruler
    stand: Stand

    def lane(self, row: int, lane: float) -> float:
        """The centre across of a bar; the lanes of rows run down, those of columns to the right."""
        stand = self.stand
        step = (stand.thick + LANE_GAP) * (1 if stand.vertical else -1)
        return stand.centres[row] + (lane - (stand.lanes - 1) / 2) * step

    def paint(self, part: Part, fill: Fill, cut: float = 0.0) -> None:
        """Draw a part, `cut` points shorter at its far end so that paper shows between it and the next."""
        scale = self.stand.scale
        low, high = scale(part.low), scale(part.high)
        if high - low > 2 * cut and cut:
            high -= cut
        self._box(self.lane(part.row, part.lane), scale.inverse(low), scale.inverse(high), fill)

    def outline(self, row: int, start: float, total: float) -> None:
        """Draw what is left of a total, from where the parts end."""
        if total > start:
            self._box(self.stand.centres[row], start, total, open_fill(self.house))

    def _box(self, across: float, low: float, high: float, fill: Fill) -> None:
        thick = self.stand.thick
        start = across - thick / 2
        if self.stand.vertical:
            filled(self.axes, start, low, thick, high - low, fill)
        else:
            filled(self.axes, low, start, high - low, thick, fill)

    def write_end(self, one: BarLabel, *, note: bool = False) -> None:
        """Write a label beyond the end of a bar; a `note` is grey and italic."""
        vertical, across = self.stand.vertical, self.lane(one.row, one.lane)
        along = self.stand.scale(one.value) + (-GAP if one.back else GAP) * (0.6 if vertical else 1)
        x, y = (across, along) if vertical else (along, across)
        written = put(
            self.figure,
            x,
            y,
            one.text,
            colour=self.house.colours.grey if note else self.house.colours.ink,
            italic=note,
            across="center" if vertical else "right" if one.back else "left",
            down="center" if not vertical else "top" if one.back else "bottom",
        )
        if self.stand.axis:  # over its grid
            written.set_bbox({"facecolor": self.house.colours.paper, "edgecolor": "none", "pad": 0.6})

    def write_in(self, part: Part, text: str, fill: Fill) -> None:
        """Write in the middle of a part, if it holds the text."""
        if not self.stand.holds(part, text, self.house, self.ruler):
            return
        middle = (self.stand.scale(part.low) + self.stand.scale(part.high)) / 2
        centre = self.lane(part.row, part.lane)
        x, y = (centre, middle) if self.stand.vertical else (middle, centre)
        ink, small = ink_on(fill.colour, self.house), self.house.sizes.chart_small
        written = put(self.figure, x, y, text, size=small, colour=ink, across="center", down="center")
        if fill.hatch:
            written.set_bbox({"facecolor": fill.colour, "edgecolor": "none", "pad": 1.4})


def bars_in(figure: Figure, house: House, ruler: Ruler, stand: Stand) -> Bars:
    """Axes for bars, with a line at zero and, if there is an axis, its numbers and a light grid."""
    (width, height), (start, end) = size(figure), stand.span
    along, across = ("y", "x") if stand.vertical else ("x", "y")
    low, high = stand.scale.start, stand.scale.end
    margins = (start, width - end, height - high, low) if stand.vertical else (low, width - high, height - end, start)
    grid = along if stand.axis else ""
    axes = axes_in(figure, Margins(*margins), grid=grid, axis=grid)  # type: ignore[arg-type]
    axes.spines[["bottom", "left"]].set_visible(False)
    axes.tick_params(length=0)
    axes.set(**{f"{along}lim": (stand.scale.low, stand.scale.high), f"{across}lim": stand.span, f"{across}ticks": []})
    axis = getattr(axes, f"{along}axis")
    axis.set_ticks(stand.axis.ticks if stand.axis else [], stand.axis.texts if stand.axis else [])
    (axes.axhline if stand.vertical else axes.axvline)(
        0, color=house.colours.grey, linewidth=0.8, zorder=3 if stand.zero_over else 0.9
    )
    return Bars(figure, axes, house, ruler, stand)
