"""Bars: values compared by length, beside each other, on top of each other or inside each other.

Bars start at zero. Several values a category come from several columns, or from one column with a series column. Long
names and few words make rows; years and dates make columns.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    AXIS_BELOW,
    GAP,
    LANE_GAP,
    BarChart,
    ChartData,
    ChartError,
    Column,
    House,
    KeyEntry,
    Layout,
    Names,
    Rows,
    Ruler,
    Scale,
    Stand,
    absent_text,
    bars_in,
    check_highlight,
    draw_key,
    fit,
    key_height,
    ordered,
    parts,
    put,
    put_names,
    rank_values,
    read_cells,
    require_height,
    row_names,
    sign_of,
    size,
    tell_bars,
    totals,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from reportgen.language import Words

MOST_SERIES = 6
COLUMN_HEIGHT = 150.0
"""The height for values in a chart of columns, in points."""
WIDEST_BAND = 90.0
"""What a column and the space beside it take at the most, in points."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: bars`."""

    category: Column
    """The column that names the categories: one bar or group of bars each."""
    values: tuple[Column, ...]
    """The column with the values, or a list of them: one bar or part for each."""
    series: Column | None = None
    """In long form (a row for each category and series): the column that names the series."""
    layout: Layout = "grouped"
    """`grouped`: bars beside each other; `stacked`: parts that add up; `nested`: each value holds those before it."""
    shares: bool = False
    """`true` shows each stacked bar as shares of 100%."""
    direction: Literal["auto", "horizontal", "vertical"] = "auto"
    """`horizontal` rows or `vertical` columns; `auto` makes columns of years, of dates and of few short names."""
    order: Literal["auto", "value", "natural"] = "auto"
    """`value`: the highest first, of stacked bars by their sum, else by the first value or share; `natural`: as in
    the table; `auto`: by value unless the categories are years or dates, have declared `values`, or the block has
    `sort:`."""
    of: Column | None = None
    """A column with the total that a bar is a part of: drawn as an outline with "of 33"."""
    rest: str = ""
    """What the part of the outline stands for that no value fills, for the key."""
    highlight: tuple[str, ...] = ()
    """Categories (of a chart with one value each) that stand out; the others are grey."""
    labels: bool = True
    """`false` writes no values at the bars and gives the chart an axis instead."""
    missing_text: str = ""
    """What stands for a missing value; without it, what the table says in `missing:`."""


def chart_of(data: ChartData, options: Options, words: Words) -> BarChart:
    """Read the table; ChartError for what bars can't show."""
    _check(options)
    cells = read_cells(data, options.category, options.values, options.series, words)
    cells = ordered(cells, options.order, rank_values(cells, options.layout, shares=options.shares))
    if len(cells.series) > MOST_SERIES:
        raise ChartError(
            f"{len(cells.series)} series can't be told apart, {MOST_SERIES} can", "choose series with where:"
        )
    check_highlight(options.highlight, cells.names)
    found = parts(cells, options.layout, shares=options.shares)
    whole = totals(data, cells, found, options.category, options.of, words)
    absent = absent_text(options.missing_text, data, words)
    asked = (options.layout, options.shares, options.labels, options.highlight)
    return BarChart(cells, found, whole, *asked, absent, words)


def _check(options: Options) -> None:
    many = len(options.values) > 1 or options.series is not None
    if options.of and many and options.layout == "grouped":
        raise ChartError("of: goes with one value, or with parts", "write layout: stacked or layout: nested")
    if options.highlight and many:
        raise ChartError("highlight: goes with one value for each category", "leave highlight: out")
    if options.shares and (options.layout != "stacked" or options.of):
        raise ChartError("shares: goes with layout: stacked and without of:", "write layout: stacked")


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of bars, in points."""
    chart, ruler, kind = chart_of(data, options, words), Ruler(house), data.info(options.category).type
    if _is_vertical(chart, options, house, ruler, kind):
        return _column_plan(chart, options, house, ruler, kind).height
    return _row_plan(chart, options, house, ruler).rows.height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw rows or columns of bars, with a key above where there are several series."""
    chart, ruler, kind = chart_of(data, options, words), Ruler(house), data.info(options.category).type
    if _is_vertical(chart, options, house, ruler, kind):
        plan = _column_plan(chart, options, house, ruler, kind)
        body = size(figure)[1] - plan.height + COLUMN_HEIGHT
        _draw_columns(figure, chart, _column_plan(chart, options, house, ruler, kind, body), house, ruler)
    else:
        _draw_rows(figure, chart, _row_plan(chart, options, house, ruler), house, ruler)


def _is_vertical(chart: BarChart, options: Options, house: House, ruler: Ruler, kind: str) -> bool:
    names = chart.cells.names
    if options.direction != "auto":
        return options.direction == "vertical"
    if kind in ("year", "date"):
        return True
    band = min(house.page.measure / len(names), WIDEST_BAND)
    plain = not (options.of or any(None in row for row in chart.cells.values))
    return plain and 2 < len(names) <= 8 and ruler.widest(names) <= band - 8


# --- rows ------------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class RowPlan:
    """Rows of bars: names and heights, the key, the note for what is missing, and the room at the ends of the axis."""

    names: Names
    rows: Rows
    key: list[KeyEntry]
    written: Mapping[str, str]
    """How each text for missing values is wrapped."""
    ends: tuple[float, float]

    def stand(self, chart: BarChart, width: float, centres: Sequence[float], pitch: float) -> Stand:
        """Where the bars stand in a figure as wide."""
        scale = Scale(*chart.reach, self.names.width + self.ends[0], width - self.ends[1])
        return Stand(False, (0.0, 0.0), tuple(centres), pitch, chart.lanes, scale)


def _row_plan(chart: BarChart, options: Options, house: House, ruler: Ruler) -> RowPlan:
    """The plan for a page's width: with an axis below, if the bars don't hold their values."""
    names = row_names(chart.cells.names, house, ruler, house.page.measure)
    room = max(house.page.measure - names.width - 2 * GAP, 60.0) * 0.45
    written = {one.text: fit(one.text, room, ruler) for one in chart.absences({})}
    least, natural = [], []
    for row, need in enumerate(names.heights(ruler)):
        lanes = 1 if len(chart.cells.gone(row)) == len(chart.cells.series) else chart.lanes
        notes = [written[one.text] for one in chart.absences({}) if one.row == row]
        gone = lanes * max((ruler.height(note) + 2 for note in notes), default=0.0)
        least.append(max(need, lanes * 11.0 + 3.5, gone))
        natural.append(max(need + 5, lanes * 14.0 + 10, gone + 3))
    key = chart.key(house, options.rest if options.of else "")
    above = key_height(key, house, ruler, house.page.measure)
    rows = Rows(house, tuple(least), tuple(natural), above, 2.0)
    plan = RowPlan(names, rows, key, written, _ends(chart, ruler, written))
    tried = plan.stand(chart, house.page.measure, [0.0] * len(least), min(natural))
    if chart.labels and not chart.is_crowded(tried, house, ruler):
        return plan
    return replace(plan, rows=replace(rows, below=AXIS_BELOW))


def _ends(chart: BarChart, ruler: Ruler, written: Mapping[str, str]) -> tuple[float, float]:
    """The room that texts take beyond the ends of the axis, at the low side and the high side."""
    ends = chart.ends(written) if chart.labels else ()
    labels = [*ends, *chart.zeros(), *chart.absences(written, ends=chart.labels)]
    before, after = ([ruler.width(one.text) + GAP + 2 for one in labels if one.back == back] for back in (True, False))
    return max(before, default=0.0), max(after, default=2.0)


def _draw_rows(figure: Figure, chart: BarChart, plan: RowPlan, house: House, ruler: Ruler) -> None:
    draw_key(figure, plan.key, house, ruler)
    (width, high), centres, heights = size(figure), plan.rows.centres(figure), plan.rows.heights(figure)
    filled_ = [high for high, row in zip(heights, chart.cells.values, strict=True) if any(v is not None for v in row)]
    stand = plan.stand(chart, width, centres, min(filled_, default=24.0))
    stand = replace(stand, span=(plan.rows.below, high - plan.rows.above))
    if plan.rows.below == AXIS_BELOW:
        axis = chart.axis.axis(stand.scale.start, stand.scale.end, width, chart.words, ruler)
        stand = replace(stand, scale=axis.scale, axis=axis)
    bars = bars_in(figure, house, ruler, stand)
    put_names(figure, plan.names, centres)
    chart.paint(bars, plan.written, ends=chart.labels)


# --- columns ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """Columns of bars: names below, the key, the sign or note for what is missing, and the room around."""

    names: list[str]
    key: list[KeyEntry]
    written: Mapping[str, str]
    """The sign for each text for missing values that has no room."""
    ends: bool
    """Whether values stand at the ends of bars."""
    left: float
    """What the numbers of the axis take; 0 for no axis."""
    band: float
    above: float
    below: float

    @property
    def height(self) -> float:
        """The height that looks best."""
        return self.above + COLUMN_HEIGHT + self.below + 18


def _column_plan(
    chart: BarChart, options: Options, house: House, ruler: Ruler, kind: str, body: float = COLUMN_HEIGHT
) -> ColumnPlan:
    """The plan for a page's width: with an axis, if the bars, `body` points high, don't hold their values."""
    count, width = len(chart.cells.names), house.page.measure
    band = min(width / count, WIDEST_BAND)
    tried = Stand(True, (0.0, 0.0), (0.0,) * count, band, chart.lanes, Scale(*chart.reach, 0.0, body))
    signs = {one.text: sign_of(one.text, chart.words) for one in chart.absences({})}
    wide = ruler.widest([one.text for one in (*chart.ends(signs), *chart.zeros())])
    ends = chart.labels and wide + 2 < band * 0.76 / chart.lanes + LANE_GAP
    left = 0.0
    if not ends or chart.is_crowded(tried, house, ruler):
        left = ruler.widest(chart.axis.upright(0.0, body, chart.words).texts) + 8
        band = min((width - left) / count, WIDEST_BAND)
    names = _column_names(chart, band, ruler, kind)
    room = band / chart.lanes - 4
    written = {text: sign for text, sign in signs.items() if options.of or ruler.width(text, italic=True) > room}
    key = chart.key(house, options.rest if options.of else "")
    key += [KeyEntry(text, house.colours.grey, sign=sign) for text, sign in written.items()]
    above = key_height(key, house, ruler, width)
    return ColumnPlan(names, key, written, ends, left, band, above, max(map(ruler.height, names)) + 6)


def _column_names(chart: BarChart, band: float, ruler: Ruler, kind: str) -> list[str]:
    """The names below the columns: wrapped, or of years and dates only as many as there is room for."""
    names = chart.cells.names
    if kind in ("year", "date"):
        step = max(math.ceil((ruler.widest(names) + 6) / band), 1)
        return [name if index % step == 0 else "" for index, name in enumerate(names)]
    if band < 26:
        raise ChartError(f"{len(names)} names don't fit below columns", "write direction: horizontal")
    return [fit(name, band - 6, ruler) for name in names]


def _draw_columns(figure: Figure, chart: BarChart, plan: ColumnPlan, house: House, ruler: Ruler) -> None:
    draw_key(figure, plan.key, house, ruler)
    _, high = size(figure)
    require_height(house, high, plan.above + plan.below + 70, len(plan.names))
    room = house.sizes.chart + GAP + 4
    low, top = plan.below + (room if chart.reach[0] < 0 else 0.0), high - plan.above - room
    centres = tuple(plan.left + plan.band * (index + 0.5) for index in range(len(plan.names)))
    span = plan.left, plan.left + plan.band * len(plan.names)
    stand = Stand(True, span, centres, plan.band, chart.lanes, Scale(*chart.reach, low, top))
    if plan.left:
        axis = chart.axis.upright(low, top, chart.words)
        stand = replace(stand, scale=axis.scale, axis=axis)
    bars = bars_in(figure, house, ruler, stand)
    for name, x in zip(plan.names, centres, strict=True):
        put(figure, x, plan.below - 4, name, across="center", down="top")
    chart.paint(bars, plan.written, ends=plan.ends)


# --- words -----------------------------------------------------------------------------------------------------------
def describe(data: ChartData, options: Options, words: Words) -> str:
    """What is compared, the order of a few bars, the highest and the lowest with their names, and who has none."""
    return tell_bars(chart_of(data, options, words), data, options.of, options.missing_text or data.missing)
