"""Slopes: a line a row from one moment to another, or over three, with names and values on both sides.

For who rose, who fell and who overtook whom; the way between the moments is not shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from reportgen.figures.kit import (
    Cells,
    ChartData,
    ChartError,
    Column,
    Edge,
    House,
    Margins,
    Number,
    Ruler,
    Scale,
    Side,
    SideLabel,
    absent_text,
    axes_in,
    check_highlight,
    date_of,
    date_position,
    fit,
    hollow,
    is_tentative,
    label,
    measure,
    missing_note,
    pairs_of,
    put,
    put_side,
    quiet,
    read_cells,
    require_height,
    side_of,
    size,
    tell_highlighted,
    tell_lacking,
    tell_moves,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

MOST_ROWS = 20
HEIGHT = 180.0
"""The least height that a chart of slopes asks for between headings and note, in points."""
NAME_SHARE = 0.22
"""The share of the width that the names on one side may take."""
DOT = 5.6
HEAD_SHARE = 0.4
"""The share of the way to the next moment that a heading at an end may take."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: slope`."""

    category: Column
    """The column that names the lines."""
    values: tuple[Column, ...]
    """Two or three columns, one for each moment; or the one column with the values, with `series`."""
    series: Column | None = None
    """In long form (a row for each line and moment): the column that names the moment, such as the year."""
    highlight: tuple[str, ...] = ()
    """Lines that stand out; the others are grey."""
    missing_text: str = ""
    """What stands for a missing value; without it, what the table says in `missing:`."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is to be drawn, with its texts."""

    cells: Cells
    places: tuple[float, ...]
    """Where each moment stands, from 0 to 1."""
    heads: tuple[str, ...]
    sides: tuple[Side, Side]
    note: str
    options: Options

    def loud(self, row: int) -> bool:
        """Whether a row stands out."""
        return not self.options.highlight or self.cells.names[row] in self.options.highlight


def _cells(data: ChartData, options: Options, words: Words) -> Cells:
    """Read the table; ChartError for moments, lines or values that a slope can't show."""
    cells = read_cells(data, options.category, options.values, options.series, words)
    check_highlight(options.highlight, cells.names)
    if not 2 <= len(cells.series) <= 3:
        hint = "write kind: lines" if len(cells.series) > 3 else "name two columns in values:, or write series:"
        raise ChartError(f"slopes lead over two or three moments, not {len(cells.series)}", hint)
    if len(cells.names) > MOST_ROWS:
        hint = "choose rows with where:, or write kind: dots"
        raise ChartError(f"{len(cells.names)} lines are too many for slopes, {MOST_ROWS} are the most", hint)
    if not cells.known:
        raise ChartError("the chart has no values", "check where:, or fill the columns of values:")
    return cells


def chart_of(data: ChartData, options: Options, house: House, words: Words) -> Chart:
    """The rows, the moments and all texts, wrapped to what a page has."""
    cells, ruler, width = _cells(data, options, words), Ruler(house), house.page.measure
    note = missing_note(cells, absent_text(options.missing_text, data, words), words)
    sides = _side(cells, 0, options, house, words), _side(cells, -1, options, house, words)
    places = _places(data, options, len(cells.series))
    step = (width - sides[0].width - sides[1].width) * min(b - a for a, b in pairwise(places))
    rooms = [sides[0].width + step * HEAD_SHARE, *[step] * (len(places) - 2), sides[1].width + step * HEAD_SHARE]
    heads = [fit(head, room - 5, ruler, weight="semibold") for head, room in zip(cells.series, rooms, strict=True)]
    return Chart(cells, places, tuple(heads), sides, fit(note, width, ruler), options)


def _places(data: ChartData, options: Options, count: int) -> tuple[float, ...]:
    """Moments that are years or dates stand to scale, others at equal distances."""
    if options.series is not None and data.info(options.series).type in ("year", "date"):
        days = sorted({date_position(day) for day in map(date_of, data[options.series]) if day is not None})
        if len(days) == 3 == count:
            middle = (days[1] - days[0]) / (days[2] - days[0])
            return 0.0, min(max(middle, 0.25), 0.75), 1.0
    return tuple(index / (count - 1) for index in range(count))


def _side(cells: Cells, moment: int, options: Options, house: House, words: Words) -> Side:
    """The labels of one moment: of the rows that have a value there."""
    series = moment % len(cells.series)
    labels = [
        SideLabel(cells.text(row, series, words), name, not options.highlight or name in options.highlight)
        for row, name in enumerate(cells.names)
        if cells.values[row][series] is not None
    ]
    return side_of(labels, house.page.measure * NAME_SHARE, Ruler(house))


# --- drawing ---------------------------------------------------------------------------------------------------------
def _margins(chart: Chart, ruler: Ruler) -> Margins:
    below = ruler.height(chart.note) + 7 if chart.note else 2.0
    above = max(ruler.height(head) for head in chart.heads) + 5
    return Margins(chart.sides[0].width, chart.sides[1].width, above, below)


def _labels_height(chart: Chart, ruler: Ruler) -> float:
    return max(sum(side.heights(ruler)) for side in chart.sides)


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of lines, in points."""
    chart, ruler = chart_of(data, options, house, words), Ruler(house)
    margins = _margins(chart, ruler)
    return margins.top + margins.bottom + max(HEIGHT, _labels_height(chart, ruler) * 1.6)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the chart is drawn: `across` from the first moment (0) to the last (1), `up` by value, in points."""

    figure: Figure
    chart: Chart
    house: House
    ruler: Ruler
    across: Scale
    up: Scale

    def colour(self, row: int) -> str:
        """The colour of a line."""
        return self.house.colours.accent if self.chart.loud(row) else quiet(self.house)


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the lines between upright rules, one a moment, with the labels outside them."""
    chart, ruler = chart_of(data, options, house, words), Ruler(house)
    sheet = _sheet(figure, chart, house, ruler)
    axes = axes_in(figure, _margins(chart, ruler), axis="")
    axes.set(xlim=(0, 1), ylim=(sheet.up.low, sheet.up.high), xticks=[], yticks=[])
    for place in chart.places:
        axes.axvline(place, color=house.colours.rule, linewidth=0.8, zorder=1)
    for row, values in enumerate(chart.cells.values):
        _line(axes, chart.places, values, sheet.colour(row), chart.loud(row))
        _hollow(axes, chart, row, sheet.colour(row), house)
    _heads(sheet)
    _labels(sheet)
    _between(sheet, words)
    if chart.note:
        put(figure, 0, 2, chart.note, colour=house.colours.grey, down="bottom")


def _sheet(figure: Figure, chart: Chart, house: House, ruler: Ruler) -> Sheet:
    """The scales; half a label is left above the highest value and below the lowest."""
    margins, (width, high) = _margins(chart, ruler), size(figure)
    require_height(house, high, margins.top + margins.bottom + _labels_height(chart, ruler) + 4, len(chart.cells.names))
    low, top = min(chart.cells.known), max(chart.cells.known)
    room = high - margins.top - margins.bottom
    half = max(max(side.heights(ruler), default=0.0) for side in chart.sides) / 2
    if len(chart.places) > 2:  # values stand above and below the dots between
        half = max(half, DOT + ruler.height("0"))
    pad = (top - low) * half / max(room - 2 * half, 1.0) if top > low else abs(top) or 1.0
    across = Scale(0.0, 1.0, margins.left, width - margins.right)
    return Sheet(figure, chart, house, ruler, across, Scale(low - pad, top + pad, margins.bottom, high - margins.top))


def _line(axes: Axes, places: Sequence[float], values: Sequence[Number], colour: str, loud: bool) -> None:
    """A line over the moments that have a value, dashed where it leads past one that has none."""
    known = [(place, value) for place, value in zip(places, values, strict=True) if value is not None]
    leap = len(known) == 2 and len(values) == 3 and values[1] is None
    axes.plot(
        [place for place, _ in known],
        [value for _, value in known],
        color=colour,
        linewidth=1.8 if loud else 1.2,
        linestyle=(0, (4, 2)) if leap else "solid",
        marker="o",
        markersize=DOT if loud else DOT - 1.4,
        zorder=3 if loud else 2,
        clip_on=False,
    )


def _hollow(axes: Axes, chart: Chart, row: int, colour: str, house: House) -> None:
    """The dots of values that may still change."""
    for series, (place, value) in enumerate(zip(chart.places, chart.cells.values[row], strict=True)):
        if value is not None and is_tentative(chart.cells.mark(row, series)):
            hollow(axes, (place, value), colour, house, size=DOT if chart.loud(row) else DOT - 1.4)


def _heads(sheet: Sheet) -> None:
    """The moments over their rules; those at the ends give way so that they meet neither the edge nor the next."""
    width, _ = size(sheet.figure)
    reach = HEAD_SHARE * (sheet.across.end - sheet.across.start) * min(b - a for a, b in pairwise(sheet.chart.places))
    for head, place in zip(sheet.chart.heads, sheet.chart.places, strict=True):
        x, half = sheet.across(place), sheet.ruler.width(head, weight="semibold") / 2
        if place == 0:
            x = max(min(x, x + reach - half), half)
        elif place == 1:
            x = min(max(x, x - reach + half), width - half)
        put(sheet.figure, x, sheet.up.end + 5, head, weight="semibold", across="center", down="bottom")


def _labels(sheet: Sheet) -> None:
    cells, (left, right) = sheet.chart.cells, sheet.chart.sides
    for side, moment, edge in (
        (left, 0, Edge(sheet.across(0), -1, sheet.up)),
        (right, -1, Edge(sheet.across(1), 1, sheet.up)),
    ):
        values = [value for value in cells.of_series(moment) if value is not None]
        put_side(sheet.figure, side, values, edge, sheet.house, sheet.ruler)


def _between(sheet: Sheet, words: Words) -> None:
    """The values in the middle: of all lines that stand out, or of none where one would meet another or a dot."""
    if len(sheet.chart.places) < 3:
        return
    cells, high = sheet.chart.cells, sheet.ruler.height("0")
    known = [(row, values) for row, values in enumerate(cells.values) if values[1] is not None]
    dots = [(sheet.up(values[1] or 0.0), DOT) for _, values in known]
    told = [(values[1] or 0.0, _is_low(values)) for row, values in known if sheet.chart.loud(row)]
    texts = [(sheet.up(value) + (-1 if low else 1) * (DOT + high) / 2, high) for value, low in told]
    others = [*combinations(texts, 2), *product(texts, dots)]
    if any(abs(y - other) < (tall + size_) / 2 - 0.1 for (y, tall), (other, size_) in others):
        return
    for (value, low), (y, _) in zip(told, texts, strict=True):
        x, said = sheet.across(sheet.chart.places[1]), label(value, cells.info, words)
        text = put(sheet.figure, x, y + (-1 if low else 1), said, weight="semibold", across="center", down="center")
        text.set_bbox({"facecolor": sheet.house.colours.paper, "edgecolor": "none", "pad": 0.4})


def _is_low(values: Sequence[Number]) -> bool:
    """Whether the value in the middle is below its neighbours."""
    _, middle, _ = values
    return all(value is None or middle is None or value >= middle for value in values)


# --- words -----------------------------------------------------------------------------------------------------------
def describe(data: ChartData, options: Options, words: Words) -> str:
    """What stands out, which lines rise, fall or stay, the greatest rise and fall, and who lacks a value."""
    cells = _cells(data, options, words)
    first, last = cells.series[0], cells.series[-1]
    given = {"count": len(cells.names), "start": first, "end": last}
    if options.series is None:
        said = [words.say("charts.slope.summary-plain", **given)]
    else:
        said = [words.say("charts.slope.summary", title=measure(data, cells.info, words), **given)]
    said += tell_highlighted(cells, options.highlight, words)
    said += tell_moves(pairs_of(cells), cells.info, words, "slope")
    return " ".join([*said, *tell_lacking(cells, words)])
