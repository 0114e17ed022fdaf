"""Bars: what runs from where to where on the value axis, and the rectangles and texts that show it.

Of rows and of columns. What a whole chart of them draws is `barchart`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from reportgen.figures.contract import ChartData, ChartError, Column
from reportgen.figures.kit.colouring import PartFill, filled, ink_on, open_fill
from reportgen.figures.kit.reading import Cells, Number, number
from reportgen.figures.kit.scales import NumberAxis, Scale
from reportgen.figures.kit.sheet import Margins, Sheet, axes_in, put, size
from reportgen.figures.kit.wording import said
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Weight
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words


Stacking = Literal["grouped", "stacked", "nested"]


@frozen
class Segment:
    """A rectangle from `low` to `high` on the value axis; `lane` is its place beside the others of its row."""

    row: int
    series: int
    lane: int
    low: float
    high: float
    value: float
    """What is written at it: the table's value, or the share in per cent."""


@frozen
class BarLabel:
    """A text beyond the end of a bar at `value`; `back`: on the negative side. A lane may lie between two bars.

    A `strong` one says what a stack adds up to, and is heavier than the numbers of its parts.
    """

    row: int
    lane: float
    value: float
    text: str
    back: bool = False
    strong: bool = False

    @property
    def weight(self) -> Weight:
        """The weight of its type."""
        return "semibold" if self.strong else "regular"


def parts(cells: Cells, layout: Stacking, *, shares: bool = False) -> list[Segment]:
    """The parts in reading order; ChartError where values can't be stacked, nested or shared out."""
    found: list[Segment] = []
    for row, values in enumerate(cells.values):
        shared = shares_of(values, cells.names[row]) if shares else values
        match layout:
            case "grouped":
                found.extend(
                    Segment(row, j, j, min(value, 0.0), max(value, 0.0), value)
                    for j, value in enumerate(shared)
                    if value is not None
                )
            case "stacked":
                found.extend(_stacked(row, shared))
            case "nested":
                found.extend(_nested(row, shared, cells))
    return found


def rank_values(cells: Cells, layout: Stacking, *, shares: bool = False) -> list[Number]:
    """What the categories are ordered by: the first share, what a stack adds up to, or the newest or first value."""
    if shares:
        return [shares_of(values, name)[0] for values, name in zip(cells.values, cells.names, strict=True)]
    if layout != "stacked":
        return cells.leading
    rows = [[value for value in values if value is not None] for values in cells.values]
    return [sum(known) if known else None for known in rows]


def sum_of(values: Sequence[Number]) -> Number:
    """What the parts of a stack add up to; None for a lone part, a missing one, parts on both sides of zero, zeros."""
    known = [value for value in values if value is not None]
    if len(known) < max(len(values), 2) or min(known) < 0 < max(known) or not any(known):
        return None
    return round(sum(known), 9)


def shares_of(values: tuple[Number, ...], name: str) -> tuple[Number, ...]:
    """Per cent of the sum; none where a part is missing, or where there is nothing to share out."""
    if None in values:  # without one part the others' shares are not known
        return (None,) * len(values)
    total = sum(value for value in values if value is not None)
    if any(value is not None and value < 0 for value in values):
        raise ChartError(f"'{name}' has a negative value, which has no share of 100%", "leave shares: out")
    return tuple(None if value is None or not total else 100 * value / total for value in values)


def _stacked(row: int, values: tuple[Number, ...]) -> Iterator[Segment]:
    """Positive values to the one side of zero, negative ones to the other."""
    ends = [0.0, 0.0]
    for j, value in enumerate(values):
        if value is not None:
            side = value < 0
            start, ends[side] = ends[side], ends[side] + value
            yield Segment(row, j, 0, min(start, ends[side]), max(start, ends[side]), value)


def _nested(row: int, values: tuple[Number, ...], cells: Cells) -> Iterator[Segment]:
    """Each value holds those before it: the first from zero, the next from the end of the first."""
    known = [(j, value) for j, value in enumerate(values) if value is not None]
    for (j, one), (k, other) in pairwise([(-1, 0.0), *known]):
        if other < one:
            inner = f"its '{cells.series[j]}' of {one:g}" if j >= 0 else "zero"
            raise ChartError(
                f"'{cells.names[row]}': '{cells.series[k]}' of {other:g} is less than {inner}, so it can't hold it",
                "name the smaller one first in values:, or use layout: stacked",
            )
        yield Segment(row, k, 0, one, other, other)


def totals(
    data: ChartData, cells: Cells, found: Sequence[Segment], category: Column, of: Column | None, words: Words
) -> tuple[Number, ...]:
    """What each bar is a part of; ChartError for a bar that is longer than its total."""
    if of is None:
        return (None,) * len(cells.names)
    by_name = {said(row, category, data, words): number(row[of], of) for row in data}
    for part in found:
        name, total = cells.names[part.row], by_name[cells.names[part.row]]
        if total is not None and part.high > total:
            raise ChartError(f"'{name}': {part.high:g} is more than its total, {total:g}", f"check the column '{of}'")
    return tuple(by_name[name] for name in cells.names)


def absences(
    cells: Cells,
    found: Sequence[Segment],
    all_totals: Sequence[Number],
    layout: Stacking,
    text: Callable[[int, Sequence[int]], str],
) -> Iterator[BarLabel]:
    """A text where a value is missing: at its bar's zero, or at the end of the stack that lacks a part, or its total.

    `text` says it for a category and the series that it lacks.
    """
    back = bool(found) and max(part.high for part in found) <= 0 and min(part.low for part in found) < 0
    for row, values in enumerate(cells.values):
        gone = cells.gone(row)
        if len(gone) == len(values):
            yield BarLabel(row, (len(values) - 1) / 2 if layout == "grouped" else 0, 0.0, text(row, gone), back)
        elif layout == "grouped":
            yield from (BarLabel(row, lane, 0.0, text(row, [lane]), back) for lane in gone)
        elif gone:
            ends = [part.low if back else part.high for part in found if part.row == row]
            yield BarLabel(row, 0, (min if back else max)([*ends, all_totals[row] or 0.0]), text(row, gone), back)


GAP = 4.0
"""Between a bar's end and its label, in points."""
LANE_GAP = 0.6
"""Between the bars of a group, in points."""
GROUP_GAP = 5.0
"""Between the groups of bars in rows, in points."""
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
        if self.lanes > 1:
            return min(15.0, (self.pitch - GROUP_GAP) / self.lanes - gap)
        return min(15.0, self.pitch - (3.5 if self.pitch < 19 else 8.0))

    def holds(self, part: Segment, text: str, house: House, ruler: Ruler) -> bool:
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

    def paint(self, part: Segment, fill: PartFill, cut: float = 0.0) -> None:
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

    def _box(self, across: float, low: float, high: float, fill: PartFill) -> None:
        thick = self.stand.thick
        start = across - thick / 2
        if self.stand.vertical:
            filled(self.axes, start, low, thick, high - low, fill)
        else:
            filled(self.axes, low, start, high - low, thick, fill)

    def write_end(self, one: BarLabel, size_: float | None = None, *, note: bool = False) -> None:
        """Write a label beyond the end of a bar in type of `size_` points; a `note` is grey and italic."""
        vertical, across = self.stand.vertical, self.lane(one.row, one.lane)
        along = self.stand.scale(one.value) + (-GAP if one.back else GAP) * (0.6 if vertical else 1)
        x, y = (across, along) if vertical else (along, across)
        written = put(
            self.figure,
            x,
            y,
            one.text,
            size=size_,
            colour=self.house.colours.grey if note else self.house.colours.ink,
            weight=one.weight,
            italic=note,
            across="center" if vertical else "right" if one.back else "left",
            down="center" if not vertical else "top" if one.back else "bottom",
        )
        if self.stand.axis:  # over its grid
            written.set_bbox({"facecolor": self.house.colours.paper, "edgecolor": "none", "pad": 0.6})

    def write_in(self, part: Segment, text: str, fill: PartFill) -> None:
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


def bars_in(sheet: Sheet, stand: Stand) -> Bars:
    """Axes for bars, with a line at zero and, if there is an axis, its numbers and a light grid."""
    (width, height), (start, end) = size(sheet.figure), stand.span
    along, across = ("y", "x") if stand.vertical else ("x", "y")
    low, high = stand.scale.start, stand.scale.end
    margins = (start, width - end, height - high, low) if stand.vertical else (low, width - high, height - end, start)
    grid = along if stand.axis else ""
    axes = axes_in(sheet.figure, Margins(*margins), grid=grid, axis=grid)  # type: ignore[arg-type]
    axes.spines[["bottom", "left"]].set_visible(False)
    axes.tick_params(length=0)
    axes.set(**{f"{along}lim": (stand.scale.low, stand.scale.high), f"{across}lim": stand.span, f"{across}ticks": []})
    axis = getattr(axes, f"{along}axis")
    axis.set_ticks(stand.axis.ticks if stand.axis else [], stand.axis.texts if stand.axis else [])
    (axes.axhline if stand.vertical else axes.axvline)(
        0, color=sheet.colours.grey, linewidth=0.8, zorder=3 if stand.zero_over else 0.9
    )
    return Bars(sheet.figure, axes, sheet.house, sheet.ruler, stand)
