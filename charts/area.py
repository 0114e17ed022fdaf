"""Area: parts of a whole over time, bands on top of each other, each with its name and its last value beside it.

A date at which a part is missing has no stack: the bands break off there, and a key says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import floor
from typing import TYPE_CHECKING

from reportgen.figures.kit import colouring, scales, telling, tentative, timeplot, timeseries, trends, wording
from reportgen.figures.kit.colouring import PartFill
from reportgen.figures.kit.contract import (
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    Mark,
    MissingText,
    Order,
    PartialDate,
    Series,
    Sorting,
    frozen,
)
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import KeyEntry, Sheet
from reportgen.figures.kit.timeplot import EndName, TimeAxes
from reportgen.figures.kit.timeseries import Stack, Trend

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

MOST_BANDS = 6
"""As many fills as can be told apart."""
HEIGHT = 210.0
LEAST_HEIGHT = 110.0
"""The height for the bands, in points, as looks best and as is just legible: by eye, on the gallery's pages."""
SLIVER = 1.2
"""Half the width of a stack whose neighbours are missing, in points."""


@dataclass(frozen=True, kw_only=True)
class Options(Series, Order, MissingText):
    """What an author may write under `kind: area`."""

    date: Column
    """The column with the dates, years or periods."""
    shares: bool = False
    """`true` shows each band as a share of 100%."""
    total: bool = False
    """`true` draws a line along the top, with the total at its end."""
    arranges = "series"
    order: Sorting = "auto"
    """With `value`: the highest last value at the bottom. With `natural`: as in the table, the first at the bottom.
    With `auto`: by value in long form, unless the bands have declared `values`, or the block has `sort:`."""


@frozen
class Chart:
    """What is to be drawn: the bands from the bottom up, and the stack at each date, None where a part is missing."""

    names: tuple[str, ...]
    dates: tuple[PartialDate, ...]
    stacks: tuple[Stack | None, ...]
    info: ColumnInfo
    title: str
    """What is measured."""
    missing: str
    options: Options
    marks: tuple[Mapping[PartialDate, Mark], ...]
    """Of each band how firm its values are, by date."""

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last day of the axis."""
        return scales.date_position(self.dates[0]), scales.date_position(self.dates[-1])

    @property
    def runs(self) -> list[list[int]]:
        """The numbers of the dates that follow each other and have a stack."""
        found: list[list[int]] = []
        for index, stack in enumerate(self.stacks):
            if stack is not None:
                follows = found and found[-1][-1] == index - 1
                found[-1].append(index) if follows else found.append([index])
        return found

    def tentative(self, band: int, run: Sequence[int]) -> list[int]:
        """Where in a run of dates, after its first, the value of a band may still change."""
        marks = [self.marks[band].get(self.dates[index]) for index in run]
        return [at for at, mark in enumerate(marks) if at and tentative.is_tentative(mark)]

    @property
    def last(self) -> tuple[PartialDate, Stack]:
        """The last date with a stack."""
        return [(date, stack) for date, stack in zip(self.dates, self.stacks, strict=True) if stack is not None][-1]

    def trends(self, *, whole: bool) -> list[Trend]:
        """The bands as drawn, without what is known of a date that lacks a part; `whole`: rounded like shares."""
        bands = [[None if stack is None else stack[index] for stack in self.stacks] for index in range(len(self.names))]
        said = [[value if value is None or not whole else floor(value + 0.5) for value in band] for band in bands]
        return [Trend(name, self.dates, tuple(values)) for name, values in zip(self.names, said, strict=True)]

    def sums(self, name: str) -> Trend:
        """The totals over time."""
        return Trend(name, self.dates, tuple(None if stack is None else sum(stack) for stack in self.stacks))

    @property
    def ticks(self) -> list[float]:
        """The round values at the axis."""
        highest = max(sum(stack) for stack in self.stacks if stack is not None)
        shares = self.info.unit == "%" and abs(highest - 100) < 1e-6  # a sum of shares is not quite 100
        return scales.number_ticks(0.0, 100.0 if shares else highest, whole=self.info.type == "integer")

    @property
    def middles(self) -> list[float]:
        """The middle of each band at its end, and the top for the total."""
        edges = list(accumulate(self.last[1], initial=0.0))
        return [*((low + high) / 2 for low, high in pairwise(edges)), *(edges[-1:] if self.options.total else ())]

    def key(self, sheet: Sheet, room: float) -> list[KeyEntry]:
        """A key for the gaps and for what may still change; where the names in `room` points would stand away from
        their bands, one for the bands too."""
        return [*self.bands(sheet, room), *self._signs(sheet)]

    def bands(self, sheet: Sheet, room: float) -> list[KeyEntry]:
        """The lines of a key for the bands; none where their names stand beside them in a figure of `room` points."""
        ruler, colours = sheet.ruler, sheet.colours
        room -= scales.DATES_HEIGHT + 8 + sheet.key_height(self._signs(sheet))
        ends = [middle / self.ticks[-1] * room for middle in self.middles]
        if not timeplot.is_crowded(ends, self.ends(sheet), room, ruler):
            return []
        fills = colouring.fills(sheet.house, len(self.names))
        parts = [fill.entry(name) for fill, name in zip(fills, self.names, strict=True)]
        total = KeyEntry(sheet.words.say("charts.area.total"), colours.ink, line="solid")
        return [*parts, *([total] if self.options.total else [])]

    def _signs(self, sheet: Sheet) -> list[KeyEntry]:
        gone = [KeyEntry(self.missing, sheet.colours.tint, sheet.colours.rule)] if None in self.stacks else []
        marks = [mark for marks in self.marks for mark in marks.values()]
        return [*gone, *tentative.tentative_key(marks, sheet.house, sheet.words)]

    def ends(self, sheet: Sheet) -> list[str]:
        """What stands at the ends of the bands, from the bottom up, and at the top the total."""
        _, stack = self.last
        parts = [*zip(self.names, stack, strict=True)]
        if self.options.total:
            parts.append((sheet.words.say("charts.area.total"), sum(stack)))
        named = [(name, wording.label(value, self.info, sheet.words)) for name, value in parts]
        said = [sheet.words.say("charts.named", name=name, value=value) for name, value in named]
        return [timeplot.end_text(text, sheet.ruler) for text in said]


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what bands can't show."""
    if options.shares and options.total:
        raise ChartError("total: goes without shares:, whose total is always 100%", "leave one of the two out")
    trends = timeseries.read_trends(data, options.date, options.values, options.series)
    if options.order == "value":
        trends.sort(key=lambda trend: -trend.known[-1][1] if trend.known else 0.0)
    if len(trends) > MOST_BANDS:
        hint = "choose with where:, or write kind: small-multiples"
        raise ChartError(f"{len(trends)} bands are too many to tell apart, {MOST_BANDS} are the most", hint)
    below = next((trend for trend in trends for _, value in trend.known if value < 0), None)
    if below:
        raise ChartError(f"'{below.name}' has a negative value, which can't be stacked", "write kind: lines")
    dates = tuple(sorted({date for trend in trends for date in trend.dates}))
    if len(dates) < 2:
        raise ChartError("one date makes no area", "write kind: bars")
    info = timeseries.trend_info(trends, data, options.values)
    stacks = timeseries.stacks_of(trends, dates, shares=options.shares)
    if options.shares:
        info = replace(info, type="number", unit="%", decimals=0)
    gaps = [date for date, stack in zip(dates, stacks, strict=True) if stack is None]
    gone = [trend.marks.get(date) for trend in trends for date in gaps if date not in dict(trend.known)]
    missing = wording.shared_meaning(gone, wording.absent_text(data.missing, words), words)
    names, marks = tuple(trend.name for trend in trends), tuple(trend.marks for trend in trends)
    return Chart(names, dates, stacks, info, telling.measure(data, info, words), missing, options, marks)


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits a chart of bands, in points."""
    bare = max(HEIGHT, timeplot.ends_height(chart.ends(sheet), sheet.ruler) + scales.DATES_HEIGHT + 8)
    return bare + sheet.key_height(chart.key(sheet, bare))


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the bands over a grid of values and an axis of dates."""
    (_, high), ends, ticks = sheet.size, chart.ends(sheet), chart.ticks
    above = sheet.draw_key(chart.key(sheet, high))
    asked = TimeAxes(chart.dates, chart.dates[-1], chart.span, ticks, chart.info.unit, ends)
    plot = asked.plot(sheet, above, 8, LEAST_HEIGHT)
    _draw_gaps(plot.axes, chart, sheet)
    _draw_bands(plot.axes, chart, plot.across, sheet)
    x = plot.across(scales.date_position(chart.last[0]))
    names = [EndName(text, x, plot.up(y), sheet.colours.ink) for text, y in zip(ends, chart.middles, strict=True)]
    timeplot.put_end_names(sheet, names, plot.up, plot.across.end, leaders=not chart.bands(sheet, high))


def _draw_gaps(axes: Axes, chart: Chart, sheet: Sheet) -> None:
    """A pale ground from the last stack before a gap to the first one after it."""
    low, high = chart.span
    known = [scales.date_position(chart.dates[index]) for run in chart.runs for index in (run[0], run[-1])]
    ends = [low, *known, high]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        if end > start:
            colouring.filled(axes, start, 0, end - start, axes.get_ylim()[1], PartFill(sheet.colours.tint, "none"))


def _draw_bands(axes: Axes, chart: Chart, across: Scale, sheet: Sheet) -> None:
    sliver = SLIVER * (across.high - across.low) / (across.end - across.start)
    for run in chart.runs:
        xs = [scales.date_position(chart.dates[index]) for index in run]
        stacks = [chart.stacks[index] or () for index in run]
        if len(run) == 1:
            xs, stacks = [xs[0] - sliver, xs[0] + sliver], stacks * 2
        edges = list(zip(*(accumulate(stack, initial=0.0) for stack in stacks), strict=True))
        for band, fill in enumerate(colouring.fills(sheet.house, len(chart.names))):
            fill = replace(fill, hatch=fill.hatch[:2])  # a wide band needs few strokes
            low, high = edges[band : band + 2]
            colouring.filled_between(axes, xs, low, high, fill)
            for at in chart.tentative(band, run):
                stretch = slice(at - 1, at + 1)
                open_ = tentative.tentative_fill(fill, sheet.house)
                colouring.filled_between(axes, xs[stretch], low[stretch], high[stretch], open_)
        for edge in edges[1:-1]:
            axes.plot(xs, edge, color=sheet.colours.paper, linewidth=1.0, zorder=2)
        if chart.options.total:
            axes.plot(xs, edges[-1], color=sheet.colours.ink, linewidth=1.6, zorder=3, clip_on=False)


def describe(chart: Chart, words: Words) -> str:
    """The time that the chart covers, where the total and each band begin, turn and end, and what is missing."""
    given = {"count": len(chart.names), "start": words.date(chart.dates[0]), "end": words.date(chart.dates[-1])}
    if len(chart.options.values) == 1:
        said = [words.say("charts.area.summary", title=chart.title, **given)]
    else:
        said = [words.say("charts.area.summary-plain", **given)]
    if chart.options.shares:
        said.append(words.say("charts.area.shares"))
    else:
        said.append(trends.tell_trend(chart.sums(words.say("charts.area.total")), chart.info, words))
    bands = chart.trends(whole=chart.options.shares)
    said += [trends.tell_trend(trend, chart.info, words) for trend in bands]
    said += trends.tell_leader(bands, words)
    gone = sum(stack is None for stack in chart.stacks)
    if gone:
        said.append(words.say("charts.area.missing", count=gone))
    return " ".join(said)
