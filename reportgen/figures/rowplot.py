"""Rows of marks over one scale of values: names at the left, a light grid, texts beside the marks.

What the marks are (dots, intervals, bands) is the kind's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from reportgen.figures.layout import Margins, axes_in, put, size
from reportgen.figures.numberaxis import AxisValues, NumberAxis
from reportgen.figures.rows import Names, Rows, fit, put_names
from reportgen.figures.scales import Scale
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

AXIS_BELOW = 17.0
"""For the numbers below the rows, in points."""
NOTE_WIDTH = 130.0


@frozen
class RowPlot:
    """Where marks stand: `scale` along and `centres` from the top row down, both in points of the figure.

    `axes` has values along and points up.
    """

    figure: Figure
    axes: Axes
    house: House
    scale: Scale
    centres: tuple[float, ...]

    def write(self, x: float, y: float, text: str, side: Literal["left", "right"], *, note: bool = False) -> None:
        """Write to the `side` of a point of the figure, over the grid; a `note` is grey and italic."""
        given = {"colour": self.house.colours.grey, "italic": True} if note else {}
        across = "right" if side == "left" else "left"
        text_ = put(self.figure, x, y, text, across=across, down="center", **given)  # type: ignore[arg-type]
        text_.set_bbox({"facecolor": self.house.colours.paper, "edgecolor": "none", "pad": 0.6})


def plain_rows(names: Names, house: House, ruler: Ruler, above: float, notes: Sequence[str]) -> Rows:
    """Rows for one mark each, as high as their names and `notes` ("": none) need, with an axis below."""
    needs = [max(need, ruler.height(note) + 2) for need, note in zip(names.heights(ruler), notes, strict=True)]
    least, natural = (tuple(max(need + more, low) for need in needs) for more, low in ((0.0, 15.0), (3.0, 20.0)))
    return Rows(house, least, natural, above, AXIS_BELOW)


def fit_note(text: str, ruler: Ruler, room: float = NOTE_WIDTH) -> str:
    """What stands for a missing value in a row, wrapped to `room` points, or to a part of the plot always free."""
    return fit(text, min(room, NOTE_WIDTH), ruler)


def row_plot(
    figure: Figure,
    house: House,
    names: Names,
    rows: Rows,
    ends: tuple[float, float],
    values: AxisValues,
    words: Words,
) -> RowPlot:
    """Put names, grid and axis on the figure; ChartError where there is no room.

    `ends` are the points that marks and texts take before and beyond the axis.
    """
    centres, (width, _) = rows.centres(figure), size(figure)
    axis = values.axis(names.width + ends[0], width - ends[1], width, words, Ruler(house))
    axes = _axes(figure, house, axis, rows)
    put_names(figure, names, centres)
    return RowPlot(figure, axes, house, axis.scale, tuple(centres))


def _axes(figure: Figure, house: House, axis: NumberAxis, rows: Rows) -> Axes:
    (width, height), scale = size(figure), axis.scale
    axes = axes_in(figure, Margins(scale.start, width - scale.end, rows.above, rows.below), grid="x", axis="x")
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="x", length=0)
    axes.set_xticks(axis.ticks, axis.texts)
    axes.set_yticks([])
    axes.set_xlim(scale.low, scale.high)
    axes.set_ylim(rows.below, height - rows.above)
    if scale.low < 0 < scale.high:
        axes.axvline(0, color=house.colours.grey, linewidth=0.8, zorder=1.5)
    return axes
