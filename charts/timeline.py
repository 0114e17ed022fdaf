"""Timeline: dated events, on an axis of time to scale, or as a list where there are too many for that.

On the axis each event has its text above or below, on a line that leads to its day; no line crosses a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    ChartData,
    ChartError,
    Column,
    House,
    KeyEntry,
    PartialDate,
    Rows,
    Ruler,
    Scale,
    date_of,
    date_position,
    draw_key,
    fit,
    fitting_dates,
    in_turn,
    key_height,
    put,
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
BAND = 15.0
"""The height of the band with the years."""
STEM = 9.0
"""The shortest line from the band to a text."""
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
    """`axis`: along a line of time, to scale; `list`: one below the other; `auto`: a list for more than a dozen."""


@dataclass(frozen=True)
class Event:
    """What happened when; `group` counts from 0."""

    date: PartialDate
    text: str
    group: int


@dataclass(frozen=True)
class Flag:
    """An event's place on the axis: its text's left edge is at its day; `rise` is from the band to the text."""

    event: Event
    x: float
    text: str
    rise: float
    height: float
    below: bool


def events_of(data: ChartData, options: Options) -> tuple[list[Event], tuple[str, ...]]:
    """The events by date, and the names of the groups; ChartError for rows without date or text."""
    if not data.rows:
        raise ChartError("the chart has no rows", "check where:")
    groups = _groups(data, options)
    events = []
    for row in data:
        date, text = date_of(row[options.date]), row[options.text]
        if date is None or text is None:
            gone = options.date if date is None else options.text
            raise ChartError(
                f"an event has nothing in the column '{gone}'", "fill it in, or leave the row out with where:"
            )
        group = groups.index(str(row[options.group])) if options.group and row[options.group] is not None else 0
        events.append(Event(date, str(text), group))
    return sorted(events, key=lambda event: (event.date.first, event.date.last)), groups


def _groups(data: ChartData, options: Options) -> tuple[str, ...]:
    if options.group is None:
        return ()
    there = dict.fromkeys(str(value) for value in data[options.group] if value is not None)
    if any(value is None for value in data[options.group]):
        raise ChartError("an event has no group", f"fill the column '{options.group}'")
    declared = [value for value in data.info(options.group).values if value in there]
    groups = tuple(dict.fromkeys([*declared, *there]))
    if len(groups) > len(MARKS):
        raise ChartError(f"{len(groups)} groups can't be told apart, {len(MARKS)} can", "leave group: out")
    return groups


def _key(groups: Sequence[str], house: House) -> list[KeyEntry]:
    colours = strong_colours(house, len(MARKS))
    return [KeyEntry(name, colours[index], mark=MARKS[index]) for index, name in enumerate(groups)]


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of events, in points."""
    (events, groups), ruler = events_of(data, options), Ruler(house)
    key = key_height(_key(groups, house), house, ruler, house.page.measure)
    if _on_axis(events, options, house, ruler):
        return key + sum(_reach(_flags(events, house, ruler))) + BAND + 4
    return _rows(events, house, ruler, key).height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the events, with a key above where there are groups."""
    (events, groups), ruler = events_of(data, options), Ruler(house)
    key = draw_key(figure, _key(groups, house), house, ruler)
    width, height_ = size(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height_))
    axes.set_axis_off()
    if _on_axis(events, options, house, ruler):
        _draw_axis(figure, axes, events, house, words, ruler, key)
    else:
        _draw_list(figure, axes, events, house, words, ruler, key)


def _on_axis(events: Sequence[Event], options: Options, house: House, ruler: Ruler) -> bool:
    if options.layout != "auto":
        return options.layout == "axis"
    return len(events) <= MOST_ON_AXIS and sum(_reach(_flags(events, house, ruler))) <= MOST_AXIS_HEIGHT


# --- along the axis --------------------------------------------------------------------------------------------------
def _day_width(date: PartialDate, ruler: Ruler) -> float:
    """The room for a date, whatever the language."""
    form = "0000" if date.month is None else "Mmmm. 0000" if date.day is None else "00 Mmmm. 0000"
    return ruler.width(form, weight="semibold")


def _flags(events: Sequence[Event], house: House, ruler: Ruler) -> list[Flag]:
    """Places for the texts, from the last event back: each above or below, past every later one in its way."""
    texts = [fit(event.text, TEXT_WIDTH, ruler) for event in events]
    widths = [
        INSET + max(ruler.width(text), _day_width(event.date, ruler)) for event, text in zip(events, texts, strict=True)
    ]
    scale = _scale(events, widths, house.page.measure)
    flags: list[Flag] = []
    for event, text, wide in reversed(list(zip(events, texts, widths, strict=True))):
        x = scale(date_position(event.date))
        high = ruler.height(text) + ruler.height("") + 2
        rises = [_free(flags, x + wide, below) for below in (False, True)]
        below = rises[1] < rises[0]
        flags.append(Flag(event, x, text, rises[below], high, below))
    return flags[::-1]


def _scale(events: Sequence[Event], widths: Sequence[float], total: float) -> Scale:
    """The axis of days, as long as the texts of the last events leave room for."""
    days, start = [date_position(event.date) for event in events], 5.0
    span = (max(days) - min(days)) or 1.0
    shares = [(day - min(days)) / span for day in days]
    ends = [start + (total - wide - start) / share for share, wide in zip(shares, widths, strict=True) if share]
    return Scale(min(days), min(days) + span, start, min(ends, default=total - max(widths)))


def _free(flags: Sequence[Flag], right: float, below: bool) -> float:
    """How far from the band a text must stand that reaches to `right`, past those that it would cover."""
    there = [flag.rise + flag.height + 4 for flag in flags if flag.below == below and flag.x < right + 4]
    return max(there, default=STEM)


def _reach(flags: Sequence[Flag]) -> tuple[float, float]:
    """How far the texts reach above and below the band."""
    up, down = (
        max((flag.rise + flag.height for flag in flags if flag.below == below), default=2.0) for below in (False, True)
    )
    return up, down


def _draw_axis(
    figure: Figure, axes: Axes, events: Sequence[Event], house: House, words: Words, ruler: Ruler, key: float
) -> None:
    flags, (_, height_) = _flags(events, house, ruler), size(figure)
    up, down = _reach(flags)
    require_height(height_, key + up + BAND + down, len(events))
    base = down + (height_ - key - up - down - BAND) / 2
    _band(figure, axes, events, flags, base, house, words, ruler)
    colours = strong_colours(house, len(MARKS))
    for flag in flags:
        colour, sign = colours[flag.event.group], -1 if flag.below else 1
        edge = base if flag.below else base + BAND
        far = edge + sign * (flag.rise + flag.height)
        axes.plot([flag.x, flag.x], [edge, far], color=house.colours.grey, linewidth=0.7, zorder=2)
        mark, paper = MARKS[flag.event.group], house.colours.paper
        axes.plot([flag.x], [edge], marker=mark, markersize=7, color=colour, markeredgecolor=paper, zorder=3)
        top = max(far, edge + sign * flag.rise)
        day = words.short_date(flag.event.date)
        put(figure, flag.x + INSET, top, day, colour=colour, weight="semibold", down="top")
        put(figure, flag.x + INSET, top - ruler.height("") - 1, flag.text, down="top")


def _band(
    figure: Figure,
    axes: Axes,
    events: Sequence[Event],
    flags: Sequence[Flag],
    base: float,
    house: House,
    words: Words,
    ruler: Ruler,
) -> None:
    """The band of time with years, or months, as far as they fit."""
    from matplotlib.patches import Rectangle

    first, last = events[0].date, events[-1].date
    scale = Scale(date_position(first), date_position(last), flags[0].x, flags[-1].x)
    end = flags[-1].x + 8
    axes.add_patch(Rectangle((0, base), end, BAND, facecolor=house.colours.tint, edgecolor="none"))
    small, shown = house.sizes.chart_small, fitting_dates(first, last, scale, words, ruler)
    for date in shown:
        x, text = scale(date_position(date)), words.short_date(date)
        if x + ruler.width(text, small) + 4 < end:
            axes.plot([x, x], [base, base + BAND], color=house.colours.rule, linewidth=0.8, zorder=1)
            put(figure, x + 3, base + BAND / 2, text, size=small, colour=house.colours.grey, down="center")


# --- as a list -------------------------------------------------------------------------------------------------------
def _columns(events: Sequence[Event], ruler: Ruler) -> tuple[float, float]:
    """The x of the line and of the texts."""
    line = max(_day_width(event.date, ruler) for event in events) + 12
    return line, line + 14


def _texts(events: Sequence[Event], house: House, ruler: Ruler) -> list[str]:
    _, left = _columns(events, ruler)
    return [fit(event.text, house.page.measure - left, ruler) for event in events]


def _rows(events: Sequence[Event], house: House, ruler: Ruler, key: float) -> Rows:
    needs = [ruler.height(text) for text in _texts(events, house, ruler)]
    return Rows(tuple(need + 3 for need in needs), tuple(need + 8 for need in needs), key, 1.0)


def _draw_list(
    figure: Figure, axes: Axes, events: Sequence[Event], house: House, words: Words, ruler: Ruler, key: float
) -> None:
    rows, (line, left) = _rows(events, house, ruler, key), _columns(events, ruler)
    centres = rows.centres(figure)
    texts, colours = _texts(events, house, ruler), strong_colours(house, len(MARKS))
    firsts = [centre + (ruler.height(text) - ruler.height("")) / 2 for centre, text in zip(centres, texts, strict=True)]
    axes.plot([line, line], [firsts[-1], firsts[0]], color=house.colours.rule, linewidth=1.0, zorder=1)
    for event, text, y in zip(events, texts, firsts, strict=True):
        colour, mark = colours[event.group], MARKS[event.group]
        axes.plot([line], [y], marker=mark, markersize=6.5, color=colour, markeredgecolor=house.colours.paper, zorder=2)
        put(figure, 0, y, words.short_date(event.date), colour=colour, weight="semibold", down="center")
        put(figure, left, y + ruler.height("") / 2 - 1, text, down="top")


def describe(data: ChartData, options: Options, words: Words) -> str:
    """How many events there are; each of a few, of many the first and the last."""
    events, groups = events_of(data, options)
    first, last = events[0], events[-1]
    start, end = words.date(first.date), words.date(last.date)
    if len(events) == 1:
        return words.say("charts.timeline.one", start=start, first=_plain(first.text))
    said = [words.say("charts.timeline.summary", count=len(events), start=start, end=end)]
    if len(events) <= MOST_TOLD:
        told = [words.say("charts.timeline.event", date=words.date(e.date), text=_plain(e.text)) for e in events]
        said.append(words.say("charts.timeline.all", events=in_turn(told, words)))
    else:
        ends = {"start": start, "first": _plain(first.text), "end": end, "last": _plain(last.text)}
        said.append(words.say("charts.timeline.ends", **ends))
    if groups:
        said.append(words.say("charts.timeline.groups", names=words.listing([words.quoted(name) for name in groups])))
    return " ".join(said)


def _plain(text: str) -> str:
    """A text without its full stop, to stand inside a sentence."""
    return text.rstrip(". ")
