"""Bars: values compared by length, beside each other, on top of each other or inside each other.

Bars start at zero. Several values a category come from several columns, or from one column with a series column. Long
names and few words make rows; years and dates make columns.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import bars, barwords, reading, rows, telling, wording
from reportgen.figures.kit.barchart import BarChart
from reportgen.figures.kit.bars import BarLabel, Stacking, Stand
from reportgen.figures.kit.contract import (
    ChartData,
    ChartError,
    Column,
    Highlight,
    MissingText,
    Order,
    Series,
    Sorting,
    frozen,
)
from reportgen.figures.kit.rows import Names, Rows
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import LEADING, KeyEntry, Ruler, Sheet

if TYPE_CHECKING:
    from reportgen.language import Words

MOST_SERIES = 6
"""As many fills as can be told apart."""
COLUMN_HEIGHT = 150.0
"""The height for values in a chart of columns, in points."""
WIDEST_BAND = 90.0
"""What a column and the space beside it take at the most, in points."""


@dataclass(frozen=True, kw_only=True)
class Options(Series, Order, Highlight, MissingText):
    """What an author may write under `kind: bars`."""

    category: Column
    """The column that names the categories: one bar or group of bars each."""
    layout: Stacking = "grouped"
    """`grouped`: bars beside each other; `stacked`: parts that add up; `nested`: each value holds those before it."""
    shares: bool = False
    """`true` shows each stacked bar as shares of 100%."""
    direction: Literal["auto", "horizontal", "vertical"] = "auto"
    """`horizontal` rows or `vertical` columns; `auto` makes columns of years, of dates and of few short names."""
    order: Sorting = "auto"
    """With `value`: the highest first, of stacked bars by their sum, else by the newest value (of years) or the first
    one or share. With `natural`: as in the table. With `auto`: by value unless the categories are years or dates, have
    declared `values`, or the block has `sort:`."""
    of: Column | None = None
    """A column with the total that a bar is a part of: drawn as an outline with "of 33"."""
    rest: str = ""
    """What the part of the outline stands for that no value fills, for the key."""
    highlight: tuple[str, ...] = ()
    """Categories (of a chart with one value each) that stand out; the others are grey."""
    labels: bool = True
    """`false` writes no values at the bars and gives the chart an axis instead."""


@frozen
class Chart:
    """The bars before they have a place, and what their categories are."""

    bars: BarChart
    kind: str
    """The type of the categories' column."""
    title: str
    """What is measured."""
    of: str
    """The title of the totals; "" for none."""
    missing: str
    options: Options

    @property
    def names(self) -> tuple[str, ...]:
        """Of the categories."""
        return self.bars.cells.names

    def key(self, sheet: Sheet) -> list[KeyEntry]:
        """The lines of the key."""
        return self.bars.key(sheet.house, self.options.rest if self.options.of else "")


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what bars can't show."""
    _check(options)
    cells = reading.read_cells(data, options.category, options.values, options.series, words)
    cells = reading.ordered(cells, options.order, bars.rank_values(cells, options.layout, shares=options.shares))
    if len(cells.series) > MOST_SERIES:
        hint = "choose series with where:"
        raise ChartError(f"{len(cells.series)} series can't be told apart, {MOST_SERIES} can", hint)
    found = bars.parts(cells, options.layout, shares=options.shares)
    whole = bars.totals(data, cells, found, options.category, options.of, words)
    absent = wording.absent_text(data.missing, words)
    asked = (options.layout, options.shares, options.labels, options.highlight)
    made = BarChart(cells, found, whole, *asked, absent, words)
    kind, of = data.info(options.category).type, wording.column_title(data.info(options.of)) if options.of else ""
    return Chart(made, kind, telling.measure(data, cells.info, words), of, data.missing, options)


def _check(options: Options) -> None:
    many = options.has_several
    if options.of and many and options.layout == "grouped":
        raise ChartError("of: goes with one value, or with parts", "write layout: stacked or layout: nested")
    if options.highlight and many:
        raise ChartError("highlight: goes with one value for each category", "leave highlight: out")
    if options.shares and (options.layout != "stacked" or options.of):
        raise ChartError("shares: goes with layout: stacked and without of:", "write layout: stacked")


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of bars, in points."""
    if _is_vertical(chart, sheet):
        return _columns(chart, sheet).height
    return _rows(chart, sheet).rows.height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw rows or columns of bars, with a key above where there are several series."""
    if _is_vertical(chart, sheet):
        body = sheet.size[1] - _columns(chart, sheet).height + COLUMN_HEIGHT
        _draw_columns(sheet, chart.bars, _columns(chart, sheet, body))
    else:
        _draw_rows(sheet, chart.bars, _rows(chart, sheet))


def _is_vertical(chart: Chart, sheet: Sheet) -> bool:
    names, options = chart.names, chart.options
    if options.direction != "auto":
        return options.direction == "vertical"
    if chart.kind in ("year", "date"):
        return True
    band = min(sheet.measure / len(names), WIDEST_BAND)
    plain = not (options.of or any(None in row for row in chart.bars.cells.values))
    return plain and 2 < len(names) <= 8 and sheet.ruler.widest(names) <= band - 8


# --- rows ------------------------------------------------------------------------------------------------------------
@frozen
class RowLayout:
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


def _rows(chart: Chart, sheet: Sheet) -> RowLayout:
    """The layout for a page's width: with an axis below, if the bars don't hold their values."""
    made, ruler, names = chart.bars, sheet.ruler, rows.row_names(chart.names, sheet)
    room = max(sheet.measure - names.width - 2 * bars.GAP, 60.0) * 0.45
    absences = made.absences({})
    written = {one.text: rows.fit(one.text, room, ruler) for one in absences}
    least, natural = [], []
    for row, need in enumerate(names.heights(ruler)):
        lanes = 1 if len(made.cells.gone(row)) == len(made.cells.series) else made.lanes
        notes = [written[one.text] for one in absences if one.row == row]
        gone = lanes * max((ruler.height(note) + 2 for note in notes), default=0.0)
        bars_need = (lanes * 9.0 + 4.5, lanes * 9.2 + bars.GROUP_GAP) if lanes > 1 else (14.5, 24.0)
        least.append(max(need, bars_need[0], gone))
        natural.append(max(need + (2 if lanes > 1 else 5), bars_need[1], gone + 3))
    key, ends = chart.key(sheet), _ends(made, ruler, written)
    found = Rows(sheet.house, tuple(least), tuple(natural), sheet.key_height(key), 2.0)
    layout = RowLayout(names, found, key, written, ends)
    tried = layout.stand(made, sheet.measure, [0.0] * len(least), min(natural))
    if made.labels and not made.is_crowded(tried, sheet.house, ruler):
        return layout
    return replace(layout, rows=replace(found, below=rows.AXIS_BELOW))


def _ends(chart: BarChart, ruler: Ruler, written: Mapping[str, str]) -> tuple[float, float]:
    """The room that texts take beyond the ends of the axis, at the low side and the high side."""
    ends = chart.ends(written) if chart.labels else ()
    labels = [*ends, *chart.zeros(), *chart.absences(written, ends=chart.labels)]
    before, after = (
        [ruler.width(one.text, weight=one.weight) + bars.GAP + 2 for one in labels if one.back == back]
        for back in (True, False)
    )
    return max(before, default=0.0), max(after, default=2.0)


def _draw_rows(sheet: Sheet, chart: BarChart, layout: RowLayout) -> None:
    sheet.draw_key(layout.key)
    (width, high), centres, heights = sheet.size, layout.rows.centres(sheet.figure), layout.rows.heights(sheet.figure)
    filled = [high for high, row in zip(heights, chart.cells.values, strict=True) if any(v is not None for v in row)]
    stand = layout.stand(chart, width, centres, min(filled, default=24.0))
    stand = replace(stand, span=(layout.rows.below, high - layout.rows.above))
    if layout.rows.below == rows.AXIS_BELOW:
        axis = chart.axis.axis(stand.scale.start, stand.scale.end, width, chart.words, sheet.ruler)
        stand = replace(stand, scale=axis.scale, axis=axis)
    drawn = bars.bars_in(sheet, stand)
    rows.put_names(sheet.figure, layout.names, centres)
    chart.paint(drawn, layout.written, chart.ends(layout.written) if chart.labels else ())


# --- columns ---------------------------------------------------------------------------------------------------------
@frozen
class ColumnLayout:
    """Columns of bars: names below, the key, the sign or note for what is missing, and the room around."""

    names: list[str]
    key: list[KeyEntry]
    written: Mapping[str, str]
    """The sign for each text for missing values that has no room."""
    ends: tuple[BarLabel, ...]
    """The values that stand at the ends of bars: none where there is no room."""
    type: float
    """The size of their type."""
    left: float
    """What the numbers of the axis take; 0 for no axis."""
    band: float
    above: float
    below: float

    @property
    def height(self) -> float:
        """The height that looks best."""
        return self.above + COLUMN_HEIGHT + self.below + 18


def _columns(chart: Chart, sheet: Sheet, body: float = COLUMN_HEIGHT) -> ColumnLayout:
    """The layout for a page's width: with an axis, if the bars, `body` points high, don't hold their values."""
    made, ruler, count, width = chart.bars, sheet.ruler, len(chart.names), sheet.measure
    band = min(width / count, WIDEST_BAND)
    tried = Stand(True, (0.0, 0.0), (0.0,) * count, band, made.lanes, Scale(*made.reach, 0.0, body))
    signs = {one.text: wording.sign_of(one.text, made.words) for one in made.absences({})}
    ends, size = made.column_ends(signs, band, sheet) if made.labels else (None, 0.0)
    left = 0.0
    if ends is None or made.is_crowded(tried, sheet.house, ruler):
        left = ruler.widest(made.axis.upright(0.0, body, made.words).texts) + 8
        band = min((width - left) / count, WIDEST_BAND)
        ends, size = made.column_ends(signs, band, sheet, beside_axis=True) if made.labels else (None, 0.0)
    names = _column_names(chart, band, ruler)
    room, of = band / made.lanes - 4, chart.options.of
    written = {text: sign for text, sign in signs.items() if of or ruler.width(text, italic=True) > room}
    key = chart.key(sheet) + [KeyEntry(text, sheet.colours.grey, sign=sign) for text, sign in written.items()]
    above, below = sheet.key_height(key), max(map(ruler.height, names)) + 6
    return ColumnLayout(names, key, written, ends or (), size, left, band, above, below)


def _column_names(chart: Chart, band: float, ruler: Ruler) -> list[str]:
    """The names below the columns: wrapped, or of years and dates only as many as there is room for."""
    names = chart.names
    if chart.kind in ("year", "date"):
        step = max(math.ceil((ruler.widest(names) + 6) / band), 1)
        return [name if index % step == 0 else "" for index, name in enumerate(names)]
    if band < 26:
        raise ChartError(f"{len(names)} names don't fit below columns", "write direction: horizontal")
    return [rows.fit(name, band - 6, ruler) for name in names]


def _draw_columns(sheet: Sheet, chart: BarChart, layout: ColumnLayout) -> None:
    sheet.draw_key(layout.key)
    _, high = sheet.size
    rows.require_height(sheet.house, high, layout.above + layout.below + 70, len(layout.names))
    lines = max((one.text.count("\n") for one in layout.ends), default=0)
    room = sheet.house.sizes.chart + bars.GAP + 4 + lines * layout.type * LEADING
    low, top = layout.below + (room if chart.reach[0] < 0 else 0.0), high - layout.above - room
    centres = tuple(layout.left + layout.band * (index + 0.5) for index in range(len(layout.names)))
    span = layout.left, layout.left + layout.band * len(layout.names)
    stand = Stand(True, span, centres, layout.band, chart.lanes, Scale(*chart.reach, low, top))
    if layout.left:
        axis = chart.axis.upright(low, top, chart.words)
        stand = replace(stand, scale=axis.scale, axis=axis)
    drawn = bars.bars_in(sheet, stand)
    for name, x in zip(layout.names, centres, strict=True):
        half = sheet.ruler.width(name) / 2  # a year below a thin column at an edge stays in the picture
        at = min(max(x, half), max(sheet.size[0] - half, half))
        sheet.put(at, layout.below - 4, name, across="center", down="top")
    chart.paint(drawn, layout.written, layout.ends, layout.type)


# --- words -----------------------------------------------------------------------------------------------------------
def describe(chart: Chart, words: Words) -> str:
    """What is compared, the order of a few bars, the highest and the lowest with their names, and who has none."""
    return barwords.tell_bars(replace(chart.bars, words=words), chart.title, chart.of, chart.missing)
