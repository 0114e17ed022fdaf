"""Small multiples: a panel for each of many names, all with the same scale, so that shapes compare at a glance.

With `date` a panel has a line, with `category` it has bars. Only the outer panels bear the axes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, product
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    moves,
    panels,
    reading,
    rows,
    scales,
    telling,
    tentative,
    timeplot,
    timeseries,
    trends,
    wording,
)
from reportgen.figures.kit.contract import (
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    Highlight,
    MissingText,
    Order,
    PartialDate,
    Sorting,
    ZeroAxis,
    frozen,
)
from reportgen.figures.kit.panels import Panel, PanelBars, Panels
from reportgen.figures.kit.reading import Cells
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import Sheet
from reportgen.figures.kit.timeseries import Trend

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

MOST_BEHIND = 12
"""The lines of so many panels don't hide each other."""
MOST_TOLD = 6
"""So many panels are told one by one."""
CLEAR = 3.0
"""The axis of dates stands so far below the lowest tick, in points: no line runs along it."""
LINE_LEAST, LINE, LINE_MOST = 40.0, 70.0, 120.0
"""The height of a panel with a line, in points: the least, that of a narrow one, and that of a wide one."""


@dataclass(frozen=True, kw_only=True)
class Options(Order, ZeroAxis, Highlight, MissingText):
    """What an author may write under `kind: small-multiples`."""

    values: tuple[Column, ...]
    """The column with the values, or a list of them: one panel for each."""
    panel: Column | None = field(default=None, metadata={"usual": True})
    """In long form (a row for each panel and date or category): the column that names the panels."""
    date: Column | None = field(default=None, metadata={"usual": True})
    """The column with the dates, years or periods: each panel has a line."""
    category: Column | None = None
    """The column that names the bars: each panel has bars."""
    arranges = "panel"
    order: Sorting = "auto"
    """With `value`: the panel with the highest last value, or the highest bar, first. With `natural`: as in the table.
    With `auto`: by value in long form, unless the panels have declared `values`, or the block has `sort:`."""
    context: Literal["auto", "true", "false"] = "auto"
    """Whether the lines of the other panels stand behind each line in pale grey. With `auto`: yes, for up to a
    dozen."""
    against: PartialDate | None = None
    """A date of the table, such as 2019, with which the description compares the last values; without it, the first."""
    highlight: tuple[str, ...] = ()
    """Panels of lines, or bars by their names, that stand out; the others are grey."""


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what panels can't show."""
    if (options.date is None) == (options.category is None):
        raise ChartError("a panel has a line or bars", "write date: with a column for lines, or category: for bars")
    return _lines(data, options, words) if options.date else _bars(data, options, words)


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of panels, in points."""
    return (_line_panels(chart, sheet) if isinstance(chart, LinePanels) else _panel_bars(chart, sheet).panels).height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the panels row by row."""
    if isinstance(chart, LinePanels):
        _draw_lines(chart, sheet)
    else:
        _panel_bars(chart, sheet).draw(sheet.figure)


def describe(chart: Chart, words: Words) -> str:
    """How many panels there are and of what; each of a few, of many the ends."""
    return _tell_lines(chart, words) if isinstance(chart, LinePanels) else _tell_bars(chart, words)


def _ranked(peaks: Sequence[float | None], options: Options) -> list[int]:
    """The panels' places in their order."""
    if options.order == "natural":
        return list(range(len(peaks)))
    return sorted(range(len(peaks)), key=lambda index: (peaks[index] is None, -(peaks[index] or 0.0)))


def _title(data: ChartData, info: ColumnInfo, options: Options, words: Words) -> str:
    """What is measured: the column's title; of several columns the table's."""
    return telling.measure(data, info, words) if len(options.values) == 1 else words.quoted(data.title or info.title)


# --- lines -----------------------------------------------------------------------------------------------------------
@frozen
class LinePanels:
    """A line for each panel, in their order."""

    trends: list[Trend]
    info: ColumnInfo
    title: str
    missing: str
    """What stands for a missing value."""
    why: str
    """What the data say of it; "" where they don't."""
    options: Options

    @property
    def names(self) -> list[str]:
        """Of the panels."""
        return [trend.name for trend in self.trends]

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last day of the axis."""
        low, high = (scales.date_position(timeseries.dates_of(self.trends)[end]) for end in (0, -1))
        return (low, high) if high > low else (low - 1, high + 1)

    @property
    def ticks(self) -> list[float]:
        """The few values at the axis."""
        values = [value for trend in self.trends for _, value in trend.known]
        return scales.number_ticks(*scales.value_span(values, self.options.zero), 4, whole=self.info.type == "integer")

    def note(self, sheet: Sheet) -> str:
        """Which panels have gaps, and why; "" for none."""
        return rows.fit(timeseries.gaps_note(self.trends, self.missing, sheet.words), sheet.measure, sheet.ruler)

    def last(self, words: Words) -> list[str]:
        """The last value of each line, as written at its end; "" for a line without any."""
        return [trend.last(self.info, words) for trend in self.trends]

    @property
    def has_context(self) -> bool:
        """Whether the other lines stand behind each."""
        asked = self.options.context
        return asked == "true" or (asked == "auto" and len(self.trends) <= MOST_BEHIND)


def _lines(data: ChartData, options: Options, words: Words) -> LinePanels:
    assert options.date is not None
    found = timeseries.read_trends(data, options.date, options.values, options.panel, key="panel")
    order = _ranked([trend.known[-1][1] if trend.known else None for trend in found], options)
    info = timeseries.trend_info(found, data, options.values)
    if options.against and options.against not in timeseries.dates_of(found):
        given = f"the chart has no value of {options.against}"
        raise ChartError(given, "write a date of its table in against:, or leave it out", option="against")
    title, missing = _title(data, info, options, words), wording.absent_text(data.missing, words)
    return LinePanels([found[index] for index in order], info, title, missing, data.missing, options)


def _line_panels(lines: LinePanels, sheet: Sheet) -> Panels:
    ruler = sheet.ruler
    left = ruler.widest(wording.tick_texts(lines.ticks, lines.info.unit, sheet.words)) + 7
    after = ruler.widest(lines.last(sheet.words), weight="semibold") + 7
    below = scales.DATES_HEIGHT + timeseries.note_height(lines.note(sheet), ruler)
    found = panels.panels_of(lines.names, left, after, below, (LINE_LEAST, LINE), sheet.house)
    return replace(found, natural=min(max(LINE, found.width / 2), LINE_MOST))


def _draw_lines(lines: LinePanels, sheet: Sheet) -> None:
    ticks, dates = lines.ticks, timeseries.dates_of(lines.trends)
    written = wording.tick_texts(ticks, lines.info.unit, sheet.words)
    places = panels.put_panels(sheet.figure, _line_panels(lines, sheet))
    sheet.put(0, 2, lines.note(sheet), colour=sheet.colours.grey, down="bottom")
    for panel, trend, last in zip(places, lines.trends, lines.last(sheet.words), strict=True):
        axes = sheet.axes(panel.margins(sheet.figure), grid="y", axis="x")
        axes.set(xlim=lines.span, ylim=(ticks[0], ticks[-1]))
        axes.set_yticks(ticks, [])
        axes.spines["bottom"].set_position(("outward", CLEAR))
        axes.set_xticks([scales.date_position(date) for date in (dates[0], dates[-1])], ["", ""])
        if panel.last:
            scales.put_end_dates(sheet, dates, (panel.left, panel.right), panel.bottom)
        for tick, text in zip(ticks, written, strict=True) if panel.first else ():
            y = Scale(ticks[0], ticks[-1], panel.bottom, panel.top)(tick)
            sheet.put(panel.left - 6, y, text, colour=sheet.colours.grey, across="right", down="center")
        for other in lines.trends if lines.has_context and trend.known else ():
            if other is not trend and other.known:
                timeplot.plot_trend(axes, other, color=sheet.colours.rule, linewidth=0.7, zorder=1.5)
        colour = sheet.colours.grey if lines.options.is_quiet(trend.name) else sheet.colours.accent
        if trend.known:
            _draw_own(sheet, axes, panel, trend, last, colour)
            tentative.hollow_points(axes, trend, colour, sheet.house, size=4.5)
        else:
            panels.write_missing(sheet, panel, lines.missing)


def _draw_own(sheet: Sheet, axes: Axes, panel: Panel, trend: Trend, last: str, colour: str) -> None:
    """The panel's own line, with its last value beside its end."""
    date, value = trend.known[-1]
    end = scales.date_position(date)
    timeplot.plot_trend(axes, trend, color=colour, linewidth=2.0, zorder=3, clip_on=False)
    axes.plot([end], [value], marker="o", markersize=4.5, color=colour, zorder=4, clip_on=False)
    _, y = axes.transData.transform((end, value))
    sheet.put(panel.right + 6, y, last, colour=colour, weight="semibold", down="center")


def _tell_lines(lines: LinePanels, words: Words) -> str:
    dates, every = timeseries.dates_of(lines.trends), lines.trends
    given = {"count": len(every), "start": words.date(dates[0]), "end": words.date(dates[-1])}
    said = [words.say("charts.small-multiples.lines", title=lines.title, **given)]
    few = len(every) <= MOST_TOLD
    loud = lines.options.highlight[:MOST_TOLD]
    said += [trends.tell_trend(one, lines.info, words) for one in every if few or one.name in loud]
    if not few:
        lasts = [trend.known[-1][1] if trend.known else None for trend in every]
        said.append(words.say("charts.small-multiples.ends"))
        said += telling.tell_ranking(lines.names, lasts, lines.info, words)
    if not few or lines.options.against:
        said += moves.tell_since(every, lines.options.against or dates[0], dates[-1], lines.info, words)
    return " ".join([*said, *timeseries.tell_gaps(every, lines.why, words)])


# --- bars ------------------------------------------------------------------------------------------------------------
@frozen
class BarPanels:
    """A series for each panel, in their order."""

    cells: Cells
    title: str
    missing: str
    options: Options

    @property
    def names(self) -> tuple[str, ...]:
        """Of the bars."""
        return self.cells.names


Chart = LinePanels | BarPanels


def _bars(data: ChartData, options: Options, words: Words) -> BarPanels:
    assert options.category is not None
    cells = reading.read_cells(data, options.category, options.values, options.panel, words, "panel")
    if not cells.known:
        raise ChartError("the chart has no values", "check where:")
    series = [cells.of_series(index) for index in range(len(cells.series))]
    peaks = [max((value for value in values if value is not None), default=None) for values in series]
    order = _ranked(peaks, options)
    values = tuple(tuple(row[index] for index in order) for row in cells.values)
    cells = replace(cells, series=tuple(cells.series[index] for index in order), values=values)
    title, missing = _title(data, cells.info, options, words), wording.absent_text(data.missing, words)
    return BarPanels(reading.ordered(cells, "auto"), title, missing, options)


def _panel_bars(bars: BarPanels, sheet: Sheet) -> PanelBars:
    return PanelBars(bars.cells, bars.options.highlight, bars.missing, sheet.house, sheet.words)


def _tell_highlighted(cells: Cells, highlight: Sequence[str], words: Words) -> Iterator[str]:
    """From the lowest to the highest of each bar that stands out, with the panels."""
    for name, values in zip(cells.names, cells.values, strict=True):
        known = [(value, series) for value, series in zip(values, cells.series, strict=True) if value is not None]
        if name in highlight and known:
            ends = [
                words.say("charts.item", name=series, value=wording.label(value, cells.info, words))
                for value, series in (min(known), max(known))
            ]
            yield words.say("charts.range", series=name, low=ends[0], high=ends[1])


def _tell_bars(bars: BarPanels, words: Words) -> str:
    cells = bars.cells
    given = {"count": len(cells.series), "bars": len(cells.names), "title": bars.title}
    summary = words.say("charts.small-multiples.bars", **given)
    summary = " ".join([summary, *_tell_highlighted(cells, bars.options.highlight, words)])
    if len(cells.series) <= MOST_TOLD:
        largest = telling.tell_largest(cells, words)
        return " ".join([summary, *largest, telling.tell_many(cells, words, bars.missing)])
    places = product(cells.names, cells.series)
    names = [words.say("charts.grid.cell", row=series, column=name) for name, series in places]
    return f"{summary} {telling.extremes(names, list(chain(*cells.values)), cells.info, words)}"
