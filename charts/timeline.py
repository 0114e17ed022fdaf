"""Timeline: dated events, on an axis of time to scale, or as a list where there are too many for that.

On the axis each event has its text above or below, on a line that leads to its day; no line crosses a text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import colouring, flags, reading, rows, scales, wording
from reportgen.figures.kit.contract import ChartData, ChartError, Column, PartialDate, frozen
from reportgen.figures.kit.flags import Flag
from reportgen.figures.kit.rows import Rows
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import KeyEntry, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

MOST_ON_AXIS = 12
"""More events make a list, unless the author asks for the axis."""
MOST_AXIS_HEIGHT = 330.0
"""Half a page, in points: a higher axis is read less well than a list."""
TEXT_WIDTH = 104.0
"""The width of an event's text on the axis, in points."""
BAND = 17.0
"""The height of the band with the years."""
START = 5.0
"""Where the first event stands, in points."""
INSET = 5.0
"""From the line to its text."""
MARKS = ("o", "s", "^", "D")
"""Of the groups: as many as can be told apart."""
MOST_TOLD = 8
"""So many events are told one by one."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: timeline`."""

    date: Column
    """The column with the dates: days, months or years."""
    text: Column
    """The column that says what happened."""
    group: Column | None = None
    """A column that sorts the events into up to four groups, told apart by mark and colour."""
    layout: Literal["auto", "axis", "list"] = "auto"
    """With `axis`: along a line of time, to scale. With `list`: one below the other. With `auto`: a list for more than
    a dozen, and where all have one date."""


@frozen
class Event:
    """What happened when; `group` counts from 0."""

    date: PartialDate
    day: str
    """The date in words."""
    text: str
    group: int


@frozen
class Chart:
    """The events by date, and the names of their groups."""

    events: tuple[Event, ...]
    groups: tuple[str, ...]
    options: Options

    @property
    def ends(self) -> tuple[PartialDate, PartialDate]:
        """The first date and the last."""
        return self.events[0].date, self.events[-1].date


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for rows without date or text."""
    reading.require_rows(data)
    groups = colouring.groups_of(data, options.group, len(MARKS), words)
    events = []
    for row in data:
        date = reading.date_of(row[options.date])
        if date is None or row[options.text] is None:
            gone, hint = options.date if date is None else options.text, "fill it in, or leave the row out with where:"
            raise ChartError(f"an event has nothing in the column '{gone}'", hint)
        group = groups.index(wording.said(row, options.group, data, words)) if options.group else 0
        events.append(Event(date, words.short_date(date), wording.said(row, options.text, data, words), group))
    events.sort(key=lambda event: (event.date.first, event.date.last))
    return Chart(tuple(events), groups, options)


def _look(group: int, sheet: Sheet) -> tuple[str, str]:
    """The colour and the mark of a group."""
    return colouring.strong_colours(sheet.house, len(MARKS))[group], MARKS[group]


def _key(chart: Chart, sheet: Sheet) -> list[KeyEntry]:
    """A line for each group."""
    return [KeyEntry(name, _look(index, sheet)[0], mark=MARKS[index]) for index, name in enumerate(chart.groups)]


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of events, in points."""
    key = sheet.key_height(_key(chart, sheet))
    if _on_axis(chart, sheet):
        return key + sum(flags.flags_reach(_flags(chart, sheet)[0])) + BAND + 4
    return _rows(chart, key, sheet).height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the events, with a key above where there are groups."""
    key, axes = sheet.draw_key(_key(chart, sheet)), sheet.ground()
    if _on_axis(chart, sheet):
        _draw_axis(sheet, axes, chart, key)
    else:
        _draw_list(sheet, axes, chart, key)


def _on_axis(chart: Chart, sheet: Sheet) -> bool:
    if chart.options.layout != "auto":
        return chart.options.layout == "axis"
    first, last = chart.ends
    few = len(chart.events) <= MOST_ON_AXIS and first.first != last.first
    return few and sum(flags.flags_reach(_flags(chart, sheet)[0])) <= MOST_AXIS_HEIGHT


# --- along the axis --------------------------------------------------------------------------------------------------
def _flags(chart: Chart, sheet: Sheet) -> tuple[list[Flag], list[str]]:
    """The places of the texts, and the texts broken into lines."""
    ruler = sheet.ruler
    texts = [rows.fit(event.text, TEXT_WIDTH, ruler) for event in chart.events]
    days = [ruler.width(event.day, weight="semibold") for event in chart.events]
    widths = [INSET + max(ruler.width(text), day) for text, day in zip(texts, days, strict=True)]
    places = [scales.date_position(event.date) for event in chart.events]
    scale = flags.flag_scale(places, widths, START, sheet.measure)
    heights = [ruler.height(text) + ruler.height("") + 2 for text in texts]
    return flags.raised(list(zip(map(scale, places), widths, heights, strict=True))), texts


def _draw_axis(sheet: Sheet, axes: Axes, chart: Chart, key: float) -> None:
    (places, texts), (_, height_) = _flags(chart, sheet), sheet.size
    up, down = flags.flags_reach(places)
    rows.require_height(sheet.house, height_, key + up + BAND + down, len(places))
    base = down + (height_ - key - up - down - BAND) / 2
    _draw_band(sheet, axes, chart.ends, (places[0].x, places[-1].x), base)
    line, colours = sheet.ruler.height(""), sheet.colours
    for event, flag, text in zip(chart.events, places, texts, strict=True):
        (colour, mark), sign = _look(event.group, sheet), -1 if flag.below else 1
        edge = base if flag.below else base + BAND
        far = edge + sign * flag.top
        axes.plot([flag.x, flag.x], [edge, far], color=colours.grey, linewidth=0.7, zorder=2)
        axes.plot([flag.x], [edge], marker=mark, markersize=7, color=colour, markeredgecolor=colours.paper, zorder=3)
        top = max(far, edge + sign * flag.rise)
        sheet.put(flag.x + INSET, top, event.day, colour=colour, weight="semibold", down="top")
        sheet.put(flag.x + INSET, top - line - 1, text, down="top")


def _draw_band(
    sheet: Sheet, axes: Axes, dates: tuple[PartialDate, PartialDate], ends: tuple[float, float], base: float
) -> None:
    """The band of time with years, or months, as far as they fit; that of a single date is as wide as the chart."""
    from matplotlib.patches import Rectangle

    colours, small, (first, last) = sheet.colours, sheet.small, dates
    scale = Scale(scales.date_position(first), scales.date_position(last), *ends)
    end = ends[1] + 8 if ends[1] > ends[0] else sheet.measure
    axes.add_patch(Rectangle((0, base), end, BAND, facecolor=colours.tint, edgecolor="none"))
    for date in scales.fitting_dates(first, last, scale, sheet):
        x, text = scale(scales.date_position(date)), sheet.words.short_date(date)
        if x + sheet.ruler.width(text, small) + 4 < end:
            axes.plot([x, x], [base, base + BAND], color=colours.rule, linewidth=0.8, zorder=1)
            sheet.put(x + 3, base + BAND / 2, text, size=small, colour=colours.grey, down="center")


# --- as a list -------------------------------------------------------------------------------------------------------
def _columns(chart: Chart, sheet: Sheet) -> tuple[float, float]:
    """The x of the line and of the texts."""
    line = sheet.ruler.widest([event.day for event in chart.events], weight="semibold") + 12
    return line, line + 14


def _texts(chart: Chart, sheet: Sheet) -> list[str]:
    _, left = _columns(chart, sheet)
    return [rows.fit(event.text, sheet.measure - left, sheet.ruler) for event in chart.events]


def _rows(chart: Chart, key: float, sheet: Sheet) -> Rows:
    needs = [sheet.ruler.height(text) for text in _texts(chart, sheet)]
    return Rows(sheet.house, tuple(need + 3 for need in needs), tuple(need + 8 for need in needs), key, 1.0)


def _draw_list(sheet: Sheet, axes: Axes, chart: Chart, key: float) -> None:
    (line, left), colours = _columns(chart, sheet), sheet.colours
    texts, one = _texts(chart, sheet), sheet.ruler.height("")
    centres = zip(_rows(chart, key, sheet).centres(sheet.figure), texts, strict=True)
    firsts = [centre + (sheet.ruler.height(text) - one) / 2 for centre, text in centres]
    axes.plot([line, line], [firsts[-1], firsts[0]], color=colours.rule, linewidth=1.0, zorder=1)
    for event, text, y in zip(chart.events, texts, firsts, strict=True):
        colour, mark = _look(event.group, sheet)
        axes.plot([line], [y], marker=mark, markersize=6.5, color=colour, markeredgecolor=colours.paper, zorder=2)
        sheet.put(0, y, event.day, colour=colour, weight="semibold", down="center")
        sheet.put(left, y + one / 2 - 1, text, down="top")


def describe(chart: Chart, words: Words) -> str:
    """How many events there are; each of a few, of many the first and the last."""
    events, (first, last) = chart.events, (chart.events[0], chart.events[-1])
    start, end = words.date(first.date), words.date(last.date)
    if len(events) == 1:
        return words.say("charts.timeline.one", start=start, first=_plain(first.text))
    key = "summary" if start != end else "summary-date"
    said = [words.say(f"charts.timeline.{key}", count=len(events), start=start, end=end)]
    if len(events) <= MOST_TOLD:
        told = [(words.date(one.date), _grouped(one, chart, words)) for one in events]
        each = [words.say("charts.timeline.event", date=date, text=text) for date, text in told]
        said.append(words.say("charts.timeline.all", events=wording.in_turn(each, words)))
    else:
        ends = {"start": start, "first": _plain(first.text), "end": end, "last": _plain(last.text)}
        said.append(words.say("charts.timeline.ends", **ends))
    if chart.groups:
        counts = Counter(chart.groups[event.group] for event in events)
        items = [words.say("charts.item", name=words.quoted(name), value=counts[name]) for name in chart.groups]
        said.append(words.say("charts.timeline.groups", names=words.listing(items)))
    return " ".join(said)


def _grouped(event: Event, chart: Chart, words: Words) -> str:
    """What happened, with the name of its group, if there are groups."""
    text = _plain(event.text)
    return words.say("charts.item", name=text, value=chart.groups[event.group]) if chart.groups else text


def _plain(text: str) -> str:
    """A text without its full stop, to stand inside a sentence."""
    return text.rstrip(". ")
