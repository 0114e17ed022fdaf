"""Lines: how values change over time, on an axis of dates to scale, each line with its name at its end.

Lines differ in colour, dash and mark. A missing value is a gap. With `steps` a value holds until the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.figures.kit import colouring, rows, scales, telling, tentative, timeplot, timeseries, trends, wording
from reportgen.figures.kit.contract import (
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    Highlight,
    MissingText,
    PartialDate,
    Series,
    Zero,
    ZeroAxis,
    frozen,
)
from reportgen.figures.kit.sheet import KeyEntry, Sheet
from reportgen.figures.kit.timeplot import EndName, TimeAxes, TimePlot
from reportgen.figures.kit.timeseries import Trend

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

MOST_LINES = 6
"""That can be told apart at all, by mark and dash; the inspection warns of more than four."""
MARKED = 14
"""Lines of up to so many points show each point with a mark."""
MARKS = (("o", 5.2), ("s", 5.0), ("^", 6.6), ("D", 5.0), ("v", 6.6), ("P", 6.4))
"""A mark for each line and its size in points."""
HEIGHT = 190.0
LEAST_HEIGHT = 100.0
"""The height for the lines, in points, as looks best and as is just legible: by eye, on the gallery's pages."""

CLEAR = 6.0
"""The axis of dates stands so far below values of nothing, in points: half a mark and a little."""


@dataclass(frozen=True, kw_only=True)
class Options(Series, ZeroAxis, Highlight, MissingText):
    """What an author may write under `kind: lines`."""

    date: Column
    """The column with the dates, years or periods."""
    steps: bool = False
    """`true` holds each value until the next one, for counts that change on a day."""
    until: PartialDate | None = None
    """Where the chart ends: later rows are left out, and steps run on to it."""
    highlight: tuple[str, ...] = ()
    """Up to six lines, better four, that stand out, with names and values. The others are thin and grey, and have names
    where there is room."""
    missing_text: str = ""
    """What a gap means, for the note that names it; without it, what the table says in `missing:`."""


@frozen
class Chart:
    """What is to be drawn, apart from where."""

    found: list[Trend]
    """All lines in the order of the table, also those without a value."""
    info: ColumnInfo
    title: str
    """What is measured."""
    note: str
    """Which lines have gaps; "" for none."""
    missing: str
    """What the data say of a gap; "" where they don't."""
    options: Options

    @property
    def names(self) -> list[str]:
        """Of the lines."""
        return [line.name for line in self.found]

    @property
    def loud(self) -> list[Trend]:
        """The lines that stand out: without `highlight` all that have values."""
        return [line for line in self.found if line.known and not self.options.is_quiet(line.name)]

    @property
    def rest(self) -> list[Trend]:
        """The quiet lines."""
        return [line for line in self.found if line.known and self.options.is_quiet(line.name)]

    @property
    def lines(self) -> list[Trend]:
        """All lines that have values."""
        return [*self.loud, *self.rest]

    @property
    def dates(self) -> list[PartialDate]:
        """Those that have a value, sorted."""
        return timeseries.dates_of(self.found)

    @property
    def last(self) -> PartialDate:
        """The last date at the axis: steps run on to the end of the chart."""
        last, until = self.dates[-1], self.options.until
        return max(last, until) if self.options.steps and until else last

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last day of the axis; a single one stands at the end, beside its name."""
        low, high = (scales.date_position(self.dates[end]) for end in (0, -1))
        if self.options.steps and self.options.until:
            high = max(high, float(self.options.until.last.toordinal()))
        return (low, high) if high > low else (high - 1, high)

    def ticks(self) -> list[float]:
        """The values at the axis; steps are counts, which start at zero."""
        values = [value for line in self.lines for _, value in line.known]
        zero: Zero = "true" if self.options.steps and self.options.zero == "auto" else self.options.zero
        return scales.number_ticks(*scales.value_span(values, zero), whole=self.info.type == "integer")

    @property
    def clear(self) -> float:
        """How far below the lowest tick the axis stands: no value lies on it, or all but on it."""
        ticks = self.ticks()
        near = ticks[0] + (ticks[-1] - ticks[0]) / 50
        return CLEAR if any(value <= near for line in self.lines for _, value in line.known) else 0.0

    def named(self, sheet: Sheet, tall: float) -> list[Trend]:
        """The lines with names in a figure `tall` points high: all, where the names stand beside the ends."""
        if not self.rest:
            return self.loud
        ruler, low, high = sheet.ruler, self.ticks()[0], self.ticks()[-1]
        note = timeseries.note_height(rows.fit(self.note, sheet.measure, ruler), ruler)
        room = tall - note - scales.DATES_HEIGHT - 6 - self.clear - sheet.key_height(self.key(sheet, self.lines))
        ends = [(line.known[-1][1] - low) / (high - low) * room for line in self.lines]
        crowded = timeplot.is_crowded(ends, self.ends(sheet, self.lines), room, ruler)
        return self.loud if crowded else self.lines

    def key(self, sheet: Sheet, named: Sequence[Trend]) -> list[KeyEntry]:
        """A key only for the lines in grey without names, and for points that may still change."""
        others = KeyEntry(sheet.words.say("charts.lines.others"), colouring.quiet(sheet.house), line="solid")
        marks = [mark for line in self.lines for mark in line.marks.values()]
        more = tentative.tentative_key(marks, sheet.house, sheet.words, point=True)
        return [*([others] if len(named) < len(self.lines) else []), *more]

    def ends(self, sheet: Sheet, named: Sequence[Trend]) -> list[str]:
        """What stands at the ends of the lines: name and last value, at grey ones the name."""
        return [timeplot.end_text(self._end(line, sheet.words), sheet.ruler) for line in named]

    def _end(self, line: Trend, words: Words) -> str:
        if self.options.is_quiet(line.name):
            return line.name
        value = line.last(self.info, words)
        return value if len(self.lines) == 1 else words.say("charts.named", name=line.name, value=value)


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what lines can't show."""
    lines = timeseries.read_trends(data, options.date, options.values, options.series, options.until)
    loud = len(options.highlight) or len(lines)
    if loud > MOST_LINES:
        hint = "write kind: small-multiples, name up to four in highlight:, or choose with where:"
        raise ChartError(f"{loud} lines are too many to tell apart, {MOST_LINES} are the most", hint)
    info = timeseries.trend_info(lines, data, options.values)
    note = timeseries.gaps_note(lines, wording.absent_text(data.missing, words), words)
    return Chart(lines, info, telling.measure(data, info, words), note, data.missing, options)


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits a line chart, in points."""
    ruler = sheet.ruler
    note = timeseries.note_height(rows.fit(chart.note, sheet.measure, ruler), ruler)
    note += chart.clear
    named = chart.named(sheet, HEIGHT + note + sheet.key_height(chart.key(sheet, chart.lines)))
    names = timeplot.ends_height(chart.ends(sheet, named), ruler) + scales.DATES_HEIGHT + note + 6
    return max(HEIGHT + note, names) + sheet.key_height(chart.key(sheet, named))


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the lines between a grid of values and an axis of dates, and below them a note on their gaps."""
    named = chart.named(sheet, sheet.size[1])
    above, ends = sheet.draw_key(chart.key(sheet, named)), chart.ends(sheet, named)
    note = rows.fit(chart.note, sheet.measure, sheet.ruler)
    below = scales.DATES_HEIGHT + timeseries.note_height(note, sheet.ruler)
    asked = TimeAxes(chart.dates, chart.last, chart.span, chart.ticks(), chart.info.unit, ends, below, chart.clear)
    plot = asked.plot(sheet, above, 6, LEAST_HEIGHT)
    _draw_lines(plot.axes, chart, sheet)
    _name(sheet, chart, named, ends, plot)
    if note:
        sheet.put(0, 2, note, colour=sheet.colours.grey, down="bottom")


def _draw_lines(axes: Axes, chart: Chart, sheet: Sheet) -> None:
    options, quiet = chart.options, colouring.quiet(sheet.house)
    colours = colouring.strong_colours(sheet.house, MOST_LINES)
    until = chart.span[1] if options.steps and options.until else None
    if axes.get_ylim()[0] < 0:
        axes.axhline(0, color=sheet.colours.grey, linewidth=0.8, zorder=1.5)
    for line in chart.rest:
        timeplot.plot_trend(axes, line, steps=options.steps, until=until, color=quiet, linewidth=1.1, zorder=2)
        tentative.hollow_points(axes, line, quiet, sheet.house, size=4.0)
    for index, line in reversed(list(enumerate(chart.loud))):
        marked = len(line.known) <= MARKED and not options.steps
        mark, wide = MARKS[index]
        rim = {"markeredgecolor": sheet.colours.paper, "markeredgewidth": 0.6}
        more = {"marker": mark, "markersize": wide, **rim} if marked else {}
        style = {"color": colours[index], "linestyle": colouring.DASHES[index], "zorder": 4 - index / 10, **more}
        timeplot.plot_trend(axes, line, steps=options.steps, until=until, clip_on=False, linewidth=2.0, **style)
        tentative.hollow_points(axes, line, colours[index], sheet.house, mark, wide)


def _name(sheet: Sheet, chart: Chart, named: Sequence[Trend], texts: Sequence[str], plot: TimePlot) -> None:
    """Write the names at the ends of the lines, lighter where the lines are grey."""
    held = chart.options.steps and chart.options.until
    names, strong = [], colouring.strong_colours(sheet.house, MOST_LINES)
    for index, (line, text) in enumerate(zip(named, texts, strict=True)):
        date, value = line.known[-1]
        x = plot.across(scales.date_position(date))
        x = plot.across.end if held and line.values[-1] is not None else x
        quiet = index >= len(chart.loud)
        colour = sheet.colours.grey if quiet else strong[index]
        names.append(EndName(text, x, plot.up(value), colour, "regular" if quiet else "semibold"))
    timeplot.put_end_names(sheet, names, plot.up, plot.across.end)


def describe(chart: Chart, words: Words) -> str:
    """The time that the chart covers, and where each line begins, turns and ends."""
    options, count = chart.options, len(chart.found)
    given = {"start": words.date(chart.dates[0]), "end": words.date(chart.last)}
    if len(options.values) == 1:
        key = "summary-date" if given["start"] == given["end"] else "summary"
        said = [words.say(f"charts.lines.{key}", count=count, title=chart.title, **given)]
    else:
        said = [words.say("charts.lines.summary-plain", count=count, **given)]
    loud = [line for line in chart.found if not options.is_quiet(line.name)]
    turns = trends.most_turns(len(loud))
    for line in loud:
        held = bool(line.known) and line.known[-1][0] < chart.last
        said.append(trends.tell_trend(line, chart.info, words, steps=options.steps, turns=turns, held=held))
    if not options.steps:
        said += trends.tell_order(chart.lines, chart.info, words)
    return " ".join([*said, *_rest(chart, words), *timeseries.tell_gaps(chart.lines, chart.missing, words)])


def _rest(chart: Chart, words: Words) -> list[str]:
    """The grey lines: their names, and between what they end."""
    ends = [line.known[-1][1] for line in chart.rest]
    if not ends:
        return []
    low, high = (wording.label(end, chart.info, words) for end in (min(ends), max(ends)))
    names = wording.some([line.name for line in chart.rest], words, wording.MOST_HEARD)
    if low == high:
        return [words.say("charts.lines.rest-level", names=names, low=low)]
    return [words.say("charts.lines.rest", names=names, low=low, high=high)]
