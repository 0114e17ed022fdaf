"""Ranges: a band a row from its lower to its upper value, both written at its ends.

Unlike dots, what lies between counts: from the lowest to the highest, from the first to the ninth tenth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from reportgen.figures.kit import colouring, ranges, reading, rows, telling, wording
from reportgen.figures.kit.colouring import PartFill
from reportgen.figures.kit.contract import (
    Arranged,
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    Highlight,
    MissingText,
    ZeroAxis,
    frozen,
)
from reportgen.figures.kit.ranges import INNER, RANGE_GAP, RangeRow
from reportgen.figures.kit.rows import Names, RowPlot, Rows
from reportgen.figures.kit.scales import AxisValues
from reportgen.figures.kit.sheet import KeyEntry, Sheet

if TYPE_CHECKING:
    from reportgen.language import Words

BAND = 9.0
"""The height of a band, in points; a value without the other is a stroke as high."""
BESIDE = RANGE_GAP + INNER
"""Kept free beside a text, in points: the gap, and the diamond that may stand at the band's end."""


@dataclass(frozen=True, kw_only=True)
class Options(Arranged, ZeroAxis, Highlight, MissingText):
    """What an author may write under `kind: range`."""

    category: Column
    """The column that names the rows."""
    low: Column
    """The column with the lower values."""
    high: Column
    """The column with the upper values."""
    middle: Column | None = None
    """A column with a value between the two, such as the average: a diamond on the band."""
    order: Literal["auto", "value", "width", "natural"] = "auto"
    """With `value`: the highest upper value at the top. With `width`: the widest range at the top. With `natural`: as
    in the table. With `auto`: by value unless the categories are years or dates, have declared `values`, or the block
    has `sort:`."""


@frozen
class Chart:
    """What is to be drawn, apart from where."""

    rows: tuple[RangeRow, ...]
    titles: tuple[str, ...]
    """Of the lower value, the upper one and the one between, if there is one."""
    info: ColumnInfo
    options: Options

    @property
    def names(self) -> list[str]:
        """Of the rows."""
        return [row.name for row in self.rows]

    @property
    def numbers(self) -> list[float]:
        """All values of the chart."""
        return [value for row in self.rows for value in (*row.known, row.middle) if value is not None]

    def key(self, sheet: Sheet) -> list[KeyEntry]:
        """What the band and the diamond are, with the unit that numbers don't have."""
        (low, high, *middle), colours, words = self.titles, sheet.colours, sheet.words
        key = [KeyEntry(self.titled(words.say("charts.span", low=low, high=high), words), colours.accent)]
        diamonds = [self.titled(title, words) for title in middle]
        return key + [KeyEntry(title, colours.paper, colours.accent, mark="D") for title in diamonds]

    def titled(self, title: str, words: Words) -> str:
        """A title of values with their unit, where the numbers don't have it."""
        return wording.axis_title(replace(self.info, title=title), words)


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for a lower value above the upper one."""
    columns = (options.low, options.high, *((options.middle,) if options.middle else ()))
    if any(data.info(column).type in ("date", "year") for column in columns):
        raise ChartError("range compares numbers, not dates", "for periods write kind: gantt")
    cells = reading.read_cells(data, options.category, columns, None, words, "")
    absent = wording.absent_text(data.missing, words)
    found = [ranges.range_row(cells, index, absent, words) for index in range(len(cells.names))]
    for row in found:
        _check(row, options)
    if options.order == "width":
        found.sort(key=lambda row: -row.width)
    elif options.order == "value":
        found.sort(key=lambda row: -max(row.known, default=float("-inf")))
    return Chart(tuple(found), cells.series, cells.info, options)


def _check(row: RangeRow, options: Options) -> None:
    """ChartError for values that are not in the order low, middle, high."""
    given = ((options.low, row.low), (options.middle, row.middle), (options.high, row.high))
    there = [(column, value) for column, value in given if value is not None]
    for (column, value), (other, above) in pairwise(there):
        if value > above:
            raise ChartError(
                f"'{row.name}': '{column}' is {value:g}, which is above '{other}', {above:g}",
                f"check the columns '{column}' and '{other}'",
            )


# --- drawing ---------------------------------------------------------------------------------------------------------
def _layout(chart: Chart, sheet: Sheet) -> tuple[Names, Rows]:
    names, above = rows.row_names(chart.names, sheet), sheet.key_height(chart.key(sheet))
    return names, rows.plain_rows(names, sheet, above, [row.note(sheet.ruler) for row in chart.rows])


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of rows, in points."""
    return _layout(chart, sheet)[1].height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the bands over a light grid, the values at their ends."""
    (names, places), ruler = _layout(chart, sheet), sheet.ruler
    sheet.draw_key(chart.key(sheet))
    wide = ruler.widest([text for row in chart.rows for text in row.values]) + BESIDE
    # a lonely end has its value on the one side and the note on the other
    lonely = [(row, ruler.width(row.note(ruler)) + RANGE_GAP + 2) for row in chart.rows if len(row.known) == 1]
    before = max([wide, *(room for row, room in lonely if row.low is None)])
    after = max([wide, *(room for row, room in lonely if row.high is None)])
    asked = AxisValues(chart.numbers, chart.options.zero, wording.under_title(chart.info))
    ends = _with_both(chart, (before, after), names, asked, sheet)
    plot = rows.row_plot(sheet, names, places, ends, asked)
    for row, y in zip(chart.rows, plot.centres, strict=True):
        _draw_row(plot, row, y, chart)
        _write(plot, row, y, sheet)


def _with_both(
    chart: Chart, ends: tuple[float, float], names: Names, asked: AxisValues, sheet: Sheet
) -> tuple[float, float]:
    """The points before and beyond the axis, `ends`, with room for both values of a row where zero asks for it."""
    if not min(chart.numbers, default=0.0) < 0 < max(chart.numbers, default=0.0):
        return ends
    (before, after), width, ruler = ends, sheet.measure, sheet.ruler
    both = ruler.widest([row.both(ruler, sheet.words) for row in chart.rows if row.known]) + BESIDE
    tight = asked.axis(names.width + max(before, both), width - max(after, both), width, sheet.words, ruler).scale
    crossing = {row.crossing(tight, ruler) for row in chart.rows}
    return max(before, both if "high" in crossing else 0.0), max(after, both if "low" in crossing else 0.0)


def _draw_row(plot: RowPlot, row: RangeRow, y: float, chart: Chart) -> None:
    house = plot.house
    grey = chart.options.is_quiet(row.name)
    colour = colouring.quiet(house) if grey else house.colours.accent
    if row.low is not None and row.high is not None and row.low < row.high:
        colouring.filled(plot.axes, row.low, y - BAND / 2, row.high - row.low, BAND, PartFill(colour, "none"))
    else:
        for end in sorted({*row.known}):
            _mark(plot, (end, y), marker="|", color=colour, markersize=BAND, markeredgewidth=2.0)
    if row.middle is not None:
        edge = {"markeredgecolor": colour, "markeredgewidth": 1.2}
        _mark(plot, (row.middle, y), marker="D", color=house.colours.paper, markersize=INNER, **edge)


def _mark(plot: RowPlot, at: tuple[float, float], **style: Any) -> None:
    plot.axes.plot(*([one] for one in at), linestyle="none", clip_on=False, zorder=3, **style)


def _write(plot: RowPlot, row: RangeRow, y: float, sheet: Sheet) -> None:
    """The values outside the ends, or both beside one end; where one is missing, the note stands in its place."""
    note = row.note(sheet.ruler)
    if not row.known:
        zero = plot.scale(0) if plot.scale.low < 0 < plot.scale.high else plot.scale.start
        fits = zero + RANGE_GAP + sheet.ruler.width(note) <= sheet.size[0]
        side: Literal["left", "right"] = "right" if fits else "left"
        plot.write(zero + (RANGE_GAP if fits else -RANGE_GAP), y, note, side, note=True)
        return
    texts = [note if end is None else said for end, said in zip((row.low, row.high), row.said, strict=True)]
    drawn = [plot.scale(end) for end in row.known]
    if row.middle is not None:
        drawn += [plot.scale(row.middle) + side * INNER for side in (-0.8, 0.8)]
    crossing = row.crossing(plot.scale, sheet.ruler)
    if crossing == "low":
        plot.write(max(drawn) + RANGE_GAP, y, row.both(sheet.ruler, sheet.words), "right")
    elif crossing == "high":
        plot.write(min(drawn) - RANGE_GAP, y, row.both(sheet.ruler, sheet.words), "left")
    else:
        if row.low != row.high:
            plot.write(min(drawn) - RANGE_GAP, y, texts[0], "left", note=row.low is None)
        plot.write(max(drawn) + RANGE_GAP, y, texts[1], "right", note=row.high is None)


# --- words -----------------------------------------------------------------------------------------------------------
def describe(chart: Chart, words: Words) -> str:
    """The highest and the lowest end, the widest and the narrowest range, and who has none."""
    low, high = (words.quoted(chart.titled(title, words)) for title in chart.titles[:2])
    said = [words.say("charts.ranges.summary", count=len(chart.rows), low=low, high=high)]
    whole = [(row.name, (row.low, row.high)) for row in chart.rows if row.low is not None and row.high is not None]
    spans = {name: wording.span_text(ends, chart.info, words) for name, ends in whole}
    told = {name: spans.get(name, words.say("charts.no-value")) for name in chart.options.highlight}
    said += telling.told_highlighted(told, words)
    if len(whole) == 1:
        name, ends = whole[0]
        said.append(words.say("charts.only", name=name, value=wording.span_text(ends, chart.info, words)))
    else:
        said += _ends(chart, words)
        for key, one in (("widest", telling.widest(whole)), ("narrowest", telling.narrowest(whole))):
            if one:
                span = wording.span_text(one[1], chart.info, words)
                said.append(words.say(f"charts.ranges.{key}", name=one[0], span=span))
    gone = {row.name: row.why for row in chart.rows if len(row.known) < 2}
    return " ".join([*said, *telling.tell_missing(gone, words, "ranges.missing")])


def _ends(chart: Chart, words: Words) -> Iterator[str]:
    """Of the lower and the upper values the lowest and the highest, with their names."""
    ends = [row.low for row in chart.rows], [row.high for row in chart.rows]
    for title, values in zip(chart.titles, ends, strict=False):
        yield from telling.tell_range(title, chart.names, values, chart.info, words)
