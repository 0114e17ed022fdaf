"""Bars: values compared by length, beside each other, on top of each other or inside each other.

Bars start at zero. Several values a category come from several columns, or from one column with a series column. Long
names and few words make rows; years and dates make columns.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    GAP,
    LANE_GAP,
    MISSING,
    BarLabel,
    Bars,
    Cells,
    ChartData,
    ChartError,
    Column,
    Fill,
    House,
    KeyEntry,
    Layout,
    Margins,
    Number,
    Part,
    Rows,
    Ruler,
    absences,
    check_highlight,
    column_title,
    columns_of_bars,
    draw_key,
    fills,
    fit,
    key_height,
    label,
    measure,
    number_ticks,
    ordered,
    parts,
    put,
    put_names,
    quiet,
    read_cells,
    require_height,
    row_names,
    rows_of_bars,
    size,
    tell_many,
    tell_one,
    tick_texts,
    totals,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from reportgen.language import Words

MOST_SERIES = 6
COLUMN_HEIGHT = 150.0
"""The height for values in a chart of columns, in points."""
SLIT = 0.9
"""Of paper between two parts of a bar, in points."""


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
    """`value`: the highest first; `natural`: as in the table; `auto`: by value unless the categories are
    years or dates, have declared `values`, or the block has `sort:`."""
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


@dataclass(frozen=True)
class Chart:
    """What is to be drawn, apart from where."""

    cells: Cells
    parts: list[Part]
    totals: tuple[Number, ...]
    options: Options
    missing: str

    @property
    def lanes(self) -> int:
        """How many bars a category has beside each other."""
        return len(self.cells.series) if self.options.layout == "grouped" else 1

    @property
    def range(self) -> tuple[float, float]:
        """The least and the greatest value of the axis: zero is always in it."""
        ends = [0.0, *(part.low for part in self.parts), *(part.high for part in self.parts)]
        ends += [total for total in self.totals if total is not None]
        low, high = min(ends), max(ends)
        return low, high if high > low else low + 1.0

    def text(self, value: float, words: Words) -> str:
        """A value as written at its bar."""
        return words.percent(value, 0) if self.options.shares else label(value, self.cells.info, words)

    def fill(self, part: Part, house: House) -> Fill:
        """How a part is filled."""
        if self.options.highlight and self.cells.names[part.row] not in self.options.highlight:
            return Fill(quiet(house), "none")
        return fills(house, len(self.cells.series))[part.series]

    def absences(self, text: str) -> Iterator[BarLabel]:
        """`text` where values are missing."""
        return absences(self.cells, self.parts, self.totals, self.options.layout, text)

    def ticks(self, values: Sequence[float], words: Words) -> list[str]:
        """Values as written at the axis."""
        return tick_texts(values, "%" if self.options.shares else self.cells.info.unit, words)

    def key(self, house: House) -> list[KeyEntry]:
        """The lines of the key: none for a chart with one series and no total."""
        entries = [fill.entry(name) for fill, name in zip(fills(house, 6), self.cells.series, strict=False)]
        if self.options.rest and self.options.of:
            return [*entries, KeyEntry(self.options.rest, house.colours.paper, house.colours.grey)]
        return entries if len(entries) > 1 else []


def chart_of(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what bars can't show."""
    _check(options)
    cells = ordered(read_cells(data, options.category, options.values, options.series, words), options.order)
    if len(cells.series) > MOST_SERIES:
        raise ChartError(
            f"{len(cells.series)} series can't be told apart, {MOST_SERIES} can", "choose series with where:"
        )
    check_highlight(options.highlight, cells.names)
    found = parts(cells, options.layout, shares=options.shares)
    whole = totals(data, cells, found, options.category, options.of, words)
    return Chart(cells, found, whole, options, options.missing_text or data.missing or MISSING)


def _check(options: Options) -> None:
    many = len(options.values) > 1 or options.series is not None
    if options.of and many and options.layout == "grouped":
        raise ChartError("of: goes with one value, or with parts", "write layout: stacked or layout: nested")
    if options.highlight and many:
        raise ChartError("highlight: goes with one value for each category", "leave highlight: out")
    if options.shares and (options.layout != "stacked" or options.of):
        raise ChartError("shares: goes with layout: stacked and without of:", "write layout: stacked")


def _is_vertical(chart: Chart, house: House, ruler: Ruler, kind: str) -> bool:
    names, options = chart.cells.names, chart.options
    if options.direction != "auto":
        return options.direction == "vertical"
    if kind in ("year", "date"):
        return True
    band = min(house.page.measure / len(names), 90.0)
    plain = not (options.of or any(None in row for row in chart.cells.values))
    return plain and 2 < len(names) <= 8 and ruler.widest(names) <= band - 8


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of bars, in points."""
    chart, ruler = chart_of(data, options, words), Ruler(house)
    key = key_height(chart.key(house), house, ruler, house.page.measure)
    if _is_vertical(chart, house, ruler, data.info(options.category).type):
        names = _column_names(chart, house, ruler, data.info(options.category).type)
        return key + COLUMN_HEIGHT + max(ruler.height(name) for name in names) + 24
    return _rows(chart, house, ruler, key).height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw rows or columns of bars, with a key above where there are several series."""
    chart, ruler = chart_of(data, options, words), Ruler(house)
    key = draw_key(figure, chart.key(house), house, ruler)
    kind = data.info(options.category).type
    if _is_vertical(chart, house, ruler, kind):
        _draw_columns(figure, chart, house, words, ruler, key, kind)
    else:
        _draw_rows(figure, chart, house, words, ruler, key)


# --- rows ------------------------------------------------------------------------------------------------------------
def _rows(chart: Chart, house: House, ruler: Ruler, key: float) -> Rows:
    names = row_names(chart.cells.names, house, ruler, house.page.measure)
    absent = ruler.height(_absent(chart, names.width, house, ruler)) + 2
    least, natural = [], []
    for need, values in zip(names.heights(ruler), chart.cells.values, strict=True):
        empty = all(value is None for value in values)
        lanes, gone = (1, absent) if empty else (chart.lanes, 0.0)
        least.append(max(need, lanes * 11.0 + 3.5, gone))
        natural.append(max(need + 5, lanes * 14.0 + 10, gone + 3))
    return Rows(tuple(least), tuple(natural), key, 2.0 if chart.options.labels else 16.0)


def _absent(chart: Chart, left: float, house: House, ruler: Ruler) -> str:
    """The words for a missing value, wrapped to what is free beside the names."""
    return fit(chart.missing, max(house.page.measure - left - 2 * GAP, 60.0) * 0.45, ruler)


def _draw_rows(figure: Figure, chart: Chart, house: House, words: Words, ruler: Ruler, key: float) -> None:
    names, rows = row_names(chart.cells.names, house, ruler, house.page.measure), _rows(chart, house, ruler, key)
    centres, heights = rows.centres(figure), rows.heights(figure)
    pitch = min(
        (high for high, row in zip(heights, chart.cells.values, strict=True) if row != (None,) * len(row)), default=24.0
    )
    absent = _absent(chart, names.width, house, ruler)
    before, after = _ends(chart, words, ruler, absent)
    margins = Margins(names.width + before, after, rows.above, rows.below)
    axis = None if chart.options.labels else lambda ticks: chart.ticks(ticks, words)
    bars = rows_of_bars(figure, house, ruler, margins, centres, pitch, chart.lanes, chart.range, axis)
    put_names(figure, names, centres)
    _paint(bars, chart, words, absent, labelled=chart.options.labels)


def _ends(chart: Chart, words: Words, ruler: Ruler, absent: str) -> tuple[float, float]:
    """The room that labels take beyond the ends of the axis, at the low side and the high side."""
    if not chart.options.labels:
        return 4.0, max(ruler.width(chart.text(chart.range[1], words)), 8.0)
    labels = [*_end_labels(chart, words), *chart.absences(absent)]
    before = [ruler.width(one.text) + GAP + 2 for one in labels if one.back]
    after = [ruler.width(one.text) + GAP + 2 for one in labels if not one.back]
    return max(before, default=0.0), max(after, default=2.0)


# --- columns ---------------------------------------------------------------------------------------------------------
def _column_names(chart: Chart, house: House, ruler: Ruler, kind: str) -> list[str]:
    """The names below the columns: wrapped, or of years and dates only as many as there is room for."""
    band = min(house.page.measure / len(chart.cells.names), 90.0)
    widest = ruler.widest(chart.cells.names)
    if kind in ("year", "date"):
        step = max(math.ceil((widest + 6) / band), 1)
        return [name if index % step == 0 else "" for index, name in enumerate(chart.cells.names)]
    if band < 26:
        raise ChartError(f"{len(chart.cells.names)} names don't fit below columns", "write direction: horizontal")
    return [fit(name, band - 6, ruler) for name in chart.cells.names]


def _draw_columns(
    figure: Figure, chart: Chart, house: House, words: Words, ruler: Ruler, key: float, kind: str
) -> None:
    names, (width, height_) = _column_names(chart, house, ruler, kind), size(figure)
    below = max(ruler.height(name) for name in names) + 6
    require_height(height_, key + below + 70, len(names))
    band = min(width / len(names), 90.0)
    wide = max((ruler.width(one.text) for one in _end_labels(chart, words)), default=0.0)
    labelled = chart.options.labels and wide + 2 < band * 0.76 / chart.lanes + LANE_GAP
    low, high = chart.range
    left = 0.0
    if not labelled:
        left = ruler.widest(chart.ticks(number_ticks(low, high), words)) + 8
        band = min((width - left) / len(names), 90.0)
    centres = [left + band * (index + 0.5) for index in range(len(names))]
    room = house.sizes.chart + GAP + 4
    margins = Margins(left, width - left - band * len(names), key + room, below + (room if low < 0 else 0.0))
    axis = None if labelled else lambda ticks: chart.ticks(ticks, words)
    bars = columns_of_bars(figure, house, ruler, margins, centres, band, chart.lanes, (low, high), axis)
    for name, x in zip(names, centres, strict=True):
        put(figure, x, below - 4, name, across="center", down="top")
    absent = chart.missing if ruler.width(chart.missing) < band / chart.lanes - 4 else MISSING
    _paint(bars, chart, words, absent, labelled=labelled)


# --- both ------------------------------------------------------------------------------------------------------------
def _end_labels(chart: Chart, words: Words) -> Iterator[BarLabel]:
    """The values of bars beside each other, the totals of outlines, and the zeros of stacks with nothing in them."""
    grouped = chart.options.layout == "grouped"
    for part in chart.parts:
        if grouped and chart.totals[part.row] is None:
            end = part.low if part.value < 0 else part.high
            yield BarLabel(part.row, part.lane, end, chart.text(part.value, words), part.value < 0)
    for row, total in enumerate(chart.totals):
        there = [part for part in chart.parts if part.row == row]
        if total is not None:
            said = label(total, chart.cells.info, words)
            value = label(there[0].value, chart.cells.info, words) if grouped and there else ""
            text = words.say("charts.bars.value-of", value=value, total=said) if value else ""
            yield BarLabel(row, 0, total, text or words.say("charts.bars.total", total=said))
        elif not grouped and there and not any(part.high > part.low for part in there):
            yield BarLabel(row, 0, 0.0, label(0.0, chart.cells.info, words))


def _paint(bars: Bars, chart: Chart, words: Words, absent: str, *, labelled: bool) -> None:
    inside = chart.options.layout != "grouped"
    for row, total in enumerate(chart.totals):
        if total is not None:
            bars.outline(row, total)
    for part in chart.parts:
        fill = chart.fill(part, bars.house)
        bars.paint(part, fill, _cut(part, chart, bars.house) if inside else 0.0)
        if inside and chart.options.labels and part.high > part.low:
            bars.write_in(part, chart.text(part.value, words), fill)
    for one in _end_labels(chart, words) if labelled else ():
        bars.write_end(one)
    for one in chart.absences(absent):
        bars.write_end(one, note=True)


def _cut(part: Part, chart: Chart, house: House) -> float:
    """The paper to leave between a part and the next: none at the end of a bar, or where an outline parts the two."""
    beyond = [
        other for other in chart.parts if other.row == part.row and other.low == part.high and other.high > other.low
    ]
    return SLIT if beyond and all(chart.fill(one, house).edge == "none" for one in (part, beyond[0])) else 0.0


def describe(data: ChartData, options: Options, words: Words) -> str:
    """What is compared: each value of a few bars, the highest and the lowest with their names, and who has none."""
    chart = chart_of(data, options, words)
    cells, count = chart.cells, len(chart.cells.names)
    if len(cells.series) == 1 and not options.of:
        summary = words.say("charts.bars.summary", count=count, title=measure(data, cells.info, words))
        return f"{summary} {tell_one(cells, words)}"
    names = words.listing([words.quoted(name) for name in cells.series])
    said = [
        words.say("charts.bars.shares" if options.shares else "charts.bars.summary-series", count=count, names=names)
    ]
    if options.of:
        said.append(words.say("charts.bars.of", title=words.quoted(column_title(data.info(options.of)))))
    if options.layout == "nested" and len(cells.series) > 1:
        said.append(words.say("charts.bars.nested"))
    told = _shared(chart) if options.shares else cells
    missing = options.missing_text or data.missing
    return " ".join([*said, tell_many(told, words, missing, () if options.shares else chart.totals)])


def _shared(chart: Chart) -> Cells:
    """The shares that the bars show, in place of the table's values."""
    shown = {(part.row, part.series): part.value for part in chart.parts}
    rows, series = range(len(chart.cells.names)), range(len(chart.cells.series))
    values = tuple(tuple(shown.get((row, index)) for index in series) for row in rows)
    return replace(chart.cells, values=values, info=replace(chart.cells.info, type="number", unit="%", decimals=0))
