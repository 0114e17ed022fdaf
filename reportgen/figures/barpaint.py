"""Bars put on a figure, as rows or as columns: rectangles, outlines of totals, texts at their ends and in them.

What the bars are worth is decided elsewhere (`barparts`); here they get their place in points and are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.figures.barparts import BarLabel, Part
from reportgen.figures.fills import Fill, filled
from reportgen.figures.layout import Margins, axes_in, put, size
from reportgen.figures.scales import Scale, number_ticks
from reportgen.figures.style import ink_on
from reportgen.figures.typeset import Ruler
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GAP = 4.0
"""Between a bar's end and its label, in points."""
LANE_GAP = 1.2
"""Between the bars of a group, in points."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Where bars stand: `centres` across and `scale` along, both in points of the figure."""

    figure: Figure
    axes: Axes
    house: House
    ruler: Ruler
    vertical: bool
    scale: Scale
    centres: tuple[float, ...]
    thick: float
    lanes: int

    def lane(self, row: int, lane: float) -> float:
        """The centre across of a bar; the lanes of rows run down, those of columns to the right."""
        step = (self.thick + LANE_GAP) * (1 if self.vertical else -1)
        return self.centres[row] + (lane - (self.lanes - 1) / 2) * step

    def paint(self, part: Part, fill: Fill, cut: float = 0.0) -> None:
        """Draw a part, `cut` points shorter at its far end so that paper shows between it and the next."""
        low, high = self.scale(part.low), self.scale(part.high)
        if high - low > 2 * cut and cut:
            high -= cut
        self._box(self.lane(part.row, part.lane), self.scale.inverse(low), self.scale.inverse(high), fill)

    def outline(self, row: int, total: float) -> None:
        """Draw the outline of a total from zero."""
        edge = Fill(self.house.colours.paper, self.house.colours.grey)
        self._box(self.centres[row], 0.0, total, edge)

    def _box(self, across: float, low: float, high: float, fill: Fill) -> None:
        start = across - self.thick / 2
        if self.vertical:
            filled(self.axes, start, low, self.thick, high - low, fill)
        else:
            filled(self.axes, low, start, high - low, self.thick, fill)

    def write_end(self, one: BarLabel, *, note: bool = False) -> None:
        """Write a label beyond the end of a bar; a `note` is grey and italic."""
        across = self.lane(one.row, one.lane)
        along = self.scale(one.value) + (-GAP if one.back else GAP) * (0.6 if self.vertical else 1)
        given = {"colour": self.house.colours.grey if note else self.house.colours.ink, "italic": note}
        if self.vertical:
            down = "top" if one.back else "bottom"
            put(self.figure, across, along, one.text, across="center", down=down, **given)  # type: ignore[arg-type]
        else:
            side = "right" if one.back else "left"
            put(self.figure, along, across, one.text, across=side, down="center", **given)  # type: ignore[arg-type]

    def write_in(self, part: Part, text: str, fill: Fill) -> bool:
        """Write in the middle of a part, if it is large enough; tell whether it is."""
        small = self.house.sizes.chart_small
        low, high = self.scale(part.low), self.scale(part.high)
        wide, high_ = self.ruler.width(text, small), small * 1.1
        along, across = (high_, wide) if self.vertical else (wide, high_)
        if high - low < along + 6 or self.thick < across + 1:
            return False
        middle, centre = (low + high) / 2, self.lane(part.row, part.lane)
        x, y = (centre, middle) if self.vertical else (middle, centre)
        written = put(
            self.figure, x, y, text, size=small, colour=ink_on(fill.colour, self.house), across="center", down="center"
        )
        if fill.hatch:
            written.set_bbox({"facecolor": fill.colour, "edgecolor": "none", "pad": 1.4})
        return True


def rows_of_bars(
    figure: Figure,
    house: House,
    ruler: Ruler,
    margins: Margins,
    centres: Sequence[float],
    pitch: float,
    lanes: int,
    reach: tuple[float, float],
    axis: Callable[[Sequence[float]], list[str]] | None,
) -> Bars:
    """Axes for rows of bars, `pitch` points each, between `margins`; `axis` writes values at a grid, None omits it."""
    width, height = size(figure)
    thick = min(15.0, (pitch - (3.5 if pitch < 19 else 8.0)) / lanes - (LANE_GAP if lanes > 1 else 0.0))
    scale, ticks = _scale(reach, margins.left, width - margins.right, axis is not None)
    axes = axes_in(figure, margins, grid="x" if axis else "", axis="x" if axis else "")
    axes.set_xlim(scale.low, scale.high)
    axes.set_ylim(margins.bottom, height - margins.top)
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="x", length=0)
    axes.set_xticks(ticks, axis(ticks) if axis else [])
    axes.axvline(0, color=house.colours.grey, linewidth=0.8, zorder=3)
    return Bars(figure, axes, house, ruler, False, scale, tuple(centres), thick, lanes)


def columns_of_bars(
    figure: Figure,
    house: House,
    ruler: Ruler,
    margins: Margins,
    centres: Sequence[float],
    pitch: float,
    lanes: int,
    reach: tuple[float, float],
    axis: Callable[[Sequence[float]], list[str]] | None,
) -> Bars:
    """Axes for columns of bars, `pitch` points each, between `margins`; `axis` as in `rows_of_bars`."""
    width, height = size(figure)
    thick = min(44.0, pitch * 0.76 / lanes - (LANE_GAP if lanes > 1 else 0.0))
    scale, ticks = _scale(reach, margins.bottom, height - margins.top, axis is not None)
    axes = axes_in(figure, margins, grid="y" if axis else "", axis="y" if axis else "")
    axes.set_ylim(scale.low, scale.high)
    axes.set_xlim(margins.left, width - margins.right)
    axes.set_xticks([])
    axes.spines["left"].set_visible(False)
    axes.set_yticks(ticks, axis(ticks) if axis else [])
    axes.axhline(0, color=house.colours.grey, linewidth=0.8, zorder=3)
    return Bars(figure, axes, house, ruler, True, scale, tuple(centres), thick, lanes)


def _scale(reach: tuple[float, float], start: float, end: float, round_: bool) -> tuple[Scale, list[float]]:
    ticks = number_ticks(*reach) if round_ else []
    low, high = (ticks[0], ticks[-1]) if ticks else reach
    return Scale(low, high, start, end), ticks
