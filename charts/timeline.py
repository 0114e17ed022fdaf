"""Timeline: dated events, on an axis of time to scale, or as a list where there are too many for that.

On the axis each event has its text above or below, on a line that leads to its day; no line crosses a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    ChartData,
    ChartError,
    Column,
    Flag,
    House,
    KeyEntry,
    PartialDate,
    Rows,
    Ruler,
    Scale,
    Value,
    date_of,
    date_position,
    draw_key,
    fit,
    fitting_dates,
    flag_scale,
    flags_reach,
    groups_of,
    in_turn,
    key_height,
    label,
    put,
    raised,
    require_height,
    size,
    strong_colours,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

MOST_ON_AXIS = 12
"""More events make a list, unless the author asks for the axis."""
MOST_AXIS_HEIGHT = 330.0
TEXT_WIDTH = 104.0
"""The width of an event's text on the axis, in points."""
BAND = 17.0
"""The height of the band with the years."""
START = 5.0
"""Where the first event stands, in points."""
INSET = 5.0
"""From the line to its text."""
MARKS = ("o", "s", "^", "D")
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
    """`axis`: along a line of time, to scale; `list`: one below the other; `auto`: a list for more than a dozen, and
    where all have one date."""


@dataclass(frozen=True)
class Event:
    """What happened when; `group` counts from 0."""

    date: PartialDate
    day: str
    """The date in words."""
    text: str
    group: int


@dataclass(frozen=True)
class Story:
    """The events by date and the names of their groups, and what they are measured and coloured with."""

    events: tuple[Event, ...]
    groups: tuple[str, ...]
    house: House
    ruler: Ruler

    @property
    def key(self) -> list[KeyEntry]:
        """A line for each group."""
        return [KeyEntry(name, self.look(index)[0], mark=MARKS[index]) for index, name in enumerate(self.groups)]

    def look(self, group: int) -> tuple[str, str]:
        """The colour and the mark of a group."""
        return strong_colours(self.house, len(MARKS))[group], MARKS[group]


def _story(data: ChartData, options: Options, house: House, words: Words) -> Story:
    return Story(*events_of(data, options, words), house, Ruler(house))


def events_of(data: ChartData, options: Options, words: Words) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """The events by date, and the names of the groups; ChartError for rows without date or text."""
    if not data.rows:
        raise ChartError("the chart has no rows", "check where:")
    groups = groups_of(data, options.group, len(MARKS), words)
    events = []
    for row in data:
        date = date_of(row[options.date])
        if date is None or row[options.text] is None:
            gone = options.date if date is None else options.text
            raise ChartError(
                f"an event has nothing in the column '{gone}'", "fill it in, or leave the row out with where:"
            )
        group = groups.index(_said(row, options.group, data, words)) if options.group else 0
        events.append(Event(date, words.short_date(date), _said(row, options.text, data, words), group))
    events.sort(key=lambda event: (event.date.first, event.date.last))
    return tuple(events), groups


def _said(row: Mapping[str, Value], column: Column, data: ChartData, words: Words) -> str:
    return label(row[column], data.info(column), words)


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of events, in points."""
    told = _story(data, options, house, words)
    key = key_height(told.key, house, told.ruler, house.page.measure)
    if _on_axis(told, options):
        return key + sum(flags_reach(_flags(told)[0])) + BAND + 4
    return _rows(told, key).height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the events, with a key above where there are groups."""
    told = _story(data, options, house, words)
    key = draw_key(figure, told.key, house, told.ruler)
    width, height_ = size(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height_))
    axes.set_axis_off()
    if _on_axis(told, options):
        _draw_axis(figure, axes, told, key, words)
    else:
        _draw_list(figure, axes, told, key)


def _on_axis(told: Story, options: Options) -> bool:
    if options.layout != "auto":
        return options.layout == "axis"
    few = len(told.events) <= MOST_ON_AXIS and told.events[0].date.first != told.events[-1].date.first
    return few and sum(flags_reach(_flags(told)[0])) <= MOST_AXIS_HEIGHT


# --- along the axis --------------------------------------------------------------------------------------------------
def _flags(told: Story) -> tuple[list[Flag], list[str]]:
    """The places of the texts, and the texts broken into lines."""
    ruler = told.ruler
    texts = [fit(event.text, TEXT_WIDTH, ruler) for event in told.events]
    days = [ruler.width(event.day, weight="semibold") for event in told.events]
    widths = [INSET + max(ruler.width(text), day) for text, day in zip(texts, days, strict=True)]
    places = [date_position(event.date) for event in told.events]
    scale = flag_scale(places, widths, START, told.house.page.measure)
    heights = [ruler.height(text) + ruler.height("") + 2 for text in texts]
    return raised(list(zip(map(scale, places), widths, heights, strict=True))), texts


def _draw_axis(figure: Figure, axes: Axes, told: Story, key: float, words: Words) -> None:
    (flags, texts), (_, height_) = _flags(told), size(figure)
    up, down = flags_reach(flags)
    require_height(told.house, height_, key + up + BAND + down, len(flags))
    base = down + (height_ - key - up - down - BAND) / 2
    _draw_band(figure, axes, told, (flags[0].x, flags[-1].x), base, words)
    line, colours = told.ruler.height(""), told.house.colours
    for event, flag, text in zip(told.events, flags, texts, strict=True):
        (colour, mark), sign = told.look(event.group), -1 if flag.below else 1
        edge = base if flag.below else base + BAND
        far = edge + sign * flag.top
        axes.plot([flag.x, flag.x], [edge, far], color=colours.grey, linewidth=0.7, zorder=2)
        axes.plot([flag.x], [edge], marker=mark, markersize=7, color=colour, markeredgecolor=colours.paper, zorder=3)
        top = max(far, edge + sign * flag.rise)
        put(figure, flag.x + INSET, top, event.day, colour=colour, weight="semibold", down="top")
        put(figure, flag.x + INSET, top - line - 1, text, down="top")


def _draw_band(figure: Figure, axes: Axes, told: Story, ends: tuple[float, float], base: float, words: Words) -> None:
    """The band of time with years, or months, as far as they fit; that of a single date is as wide as the chart."""
    from matplotlib.patches import Rectangle

    house, ruler, (first, last) = told.house, told.ruler, (told.events[0].date, told.events[-1].date)
    scale = Scale(date_position(first), date_position(last), *ends)
    end = ends[1] + 8 if ends[1] > ends[0] else house.page.measure
    axes.add_patch(Rectangle((0, base), end, BAND, facecolor=house.colours.tint, edgecolor="none"))
    small = house.sizes.chart_small
    for date in fitting_dates(first, last, scale, words, ruler):
        x, text = scale(date_position(date)), words.short_date(date)
        if x + ruler.width(text, small) + 4 < end:
            axes.plot([x, x], [base, base + BAND], color=house.colours.rule, linewidth=0.8, zorder=1)
            put(figure, x + 3, base + BAND / 2, text, size=small, colour=house.colours.grey, down="center")


# --- as a list -------------------------------------------------------------------------------------------------------
def _columns(told: Story) -> tuple[float, float]:
    """The x of the line and of the texts."""
    line = told.ruler.widest([event.day for event in told.events], weight="semibold") + 12
    return line, line + 14


def _texts(told: Story) -> list[str]:
    _, left = _columns(told)
    return [fit(event.text, told.house.page.measure - left, told.ruler) for event in told.events]


def _rows(told: Story, key: float) -> Rows:
    needs = [told.ruler.height(text) for text in _texts(told)]
    return Rows(told.house, tuple(need + 3 for need in needs), tuple(need + 8 for need in needs), key, 1.0)


def _draw_list(figure: Figure, axes: Axes, told: Story, key: float) -> None:
    rows, (line, left), colours = _rows(told, key), _columns(told), told.house.colours
    texts, one = _texts(told), told.ruler.height("")
    centres = zip(rows.centres(figure), texts, strict=True)
    firsts = [centre + (told.ruler.height(text) - one) / 2 for centre, text in centres]
    axes.plot([line, line], [firsts[-1], firsts[0]], color=colours.rule, linewidth=1.0, zorder=1)
    for event, text, y in zip(told.events, texts, firsts, strict=True):
        colour, mark = told.look(event.group)
        axes.plot([line], [y], marker=mark, markersize=6.5, color=colour, markeredgecolor=colours.paper, zorder=2)
        put(figure, 0, y, event.day, colour=colour, weight="semibold", down="center")
        put(figure, left, y + one / 2 - 1, text, down="top")


def describe(data: ChartData, options: Options, words: Words) -> str:
    """How many events there are; each of a few, of many the first and the last."""
    events, groups = events_of(data, options, words)
    first, last = events[0], events[-1]
    start, end = words.date(first.date), words.date(last.date)
    if len(events) == 1:
        return words.say("charts.timeline.one", start=start, first=_plain(first.text))
    key = "summary" if start != end else "summary-date"
    said = [words.say(f"charts.timeline.{key}", count=len(events), start=start, end=end)]
    if len(events) <= MOST_TOLD:
        each = [words.say("charts.timeline.event", date=words.date(e.date), text=_plain(e.text)) for e in events]
        said.append(words.say("charts.timeline.all", events=in_turn(each, words)))
    else:
        ends = {"start": start, "first": _plain(first.text), "end": end, "last": _plain(last.text)}
        said.append(words.say("charts.timeline.ends", **ends))
    if groups:
        quoted = [words.quoted(name) for name in groups]
        said.append(words.say("charts.timeline.groups", names=words.listing(quoted)))
    return " ".join(said)


def _plain(text: str) -> str:
    """A text without its full stop, to stand inside a sentence."""
    return text.rstrip(". ")
