"""Gantt: periods as bars from start to end on an axis of time to scale, a row for each item, several periods a row.

A period without an end goes on: its bar is an arrow. Where only the month or the year of an end is known, the end is
slanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    DATES_HEIGHT,
    MISSING,
    ChartData,
    ChartError,
    Column,
    House,
    KeyEntry,
    Lane,
    Margins,
    Names,
    PartialDate,
    Period,
    Rows,
    Ruler,
    Scale,
    Track,
    axes_in,
    axis_dates,
    bar_of,
    date_position,
    draw_key,
    fills,
    in_turn,
    key_height,
    lanes_of,
    placed,
    put,
    put_dates,
    put_names,
    put_period,
    read_tracks,
    row_names,
    sign_entries,
    size,
    some,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

LANE = 3.5
"""Between two lanes of a row, in points."""
AHEAD = 0.06
"""How far the axis runs on for periods that go on, as a share of it."""
MOST_LANES = 6
Form = Literal["label", "dates", "years", "none"]
MOST_TOLD = 8
"""So many periods are told one by one."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: gantt`."""

    name: Column
    """The column that names the rows."""
    start: Column
    """The column with the start of a period: days, months or years."""
    end: Column
    """The column with its end. Where it is empty, the period goes on."""
    label: Column | None = None
    """A column whose words stand in the bars, or beside them; without it, the dates where they fit."""
    group: Column | None = None
    """A column that sorts the periods into up to six groups, told apart by colour and hatch."""
    until: PartialDate | None = None
    """A line stands at this date, such as the day of the data."""
    order: Literal["auto", "start", "natural"] = "auto"
    """`start`: the row that begins first at the top; `natural`: as in the table; `auto`: by start unless the names have
    declared `values` or the block has `sort:`."""
    missing_text: str = ""
    """What stands for a row without dates; without it, what the table says in `missing:`."""


def tracks_of(data: ChartData, options: Options, words: Words) -> tuple[list[Track], tuple[str, ...]]:
    """The rows in the order to draw, and the groups; ChartError for what can't be drawn."""
    tracks, groups = read_tracks(data, (options.name, options.start, options.end), options.label, options.group, words)
    natural = bool(data.info(options.name).values) or data.sorted
    if options.order == "start" or (options.order == "auto" and not natural):
        tracks.sort(key=lambda track: (not track.periods, *(period.begin for period in track.periods[:1])))
    return tracks, groups


@dataclass(frozen=True)
class Plan:
    """Where everything stands: the names, the axis, and for each row its lanes from the top down."""

    names: Names
    scale: Scale
    tracks: tuple[Track, ...]
    lanes: tuple[tuple[Lane, ...], ...]
    rows: Rows
    key: list[KeyEntry]


def _plan(data: ChartData, options: Options, house: House, ruler: Ruler, words: Words) -> Plan:
    tracks, groups = tracks_of(data, options, words)
    names = row_names([track.name for track in tracks], house, ruler, house.page.measure)
    scale = _scale(tracks, options, names.width, house.page.measure - 2)
    found = _lanes(tracks, options, scale, house, ruler, words)
    key = _key(found, groups, house, words)
    above = key_height(key, house, ruler, house.page.measure) + (ruler.height("") + 2 if options.until else 0)
    least = tuple(max(need, own + 1) for need, own in zip(names.heights(ruler), _heights(found), strict=True))
    return Plan(
        names,
        scale,
        tuple(tracks),
        found,
        Rows(house, least, tuple(max(need + 3, 20.0) for need in least), above, DATES_HEIGHT),
        key,
    )


def _scale(tracks: Sequence[Track], options: Options, start: float, end: float) -> Scale:
    """The axis of days: all that the dates may mean, and some more for periods that go on."""
    periods = [period for track in tracks for period in track.periods]
    dates = [date for period in periods for date in period.dates]
    dates += [options.until] if options.until else []
    low, high = (float(day.toordinal()) for day in (min(d.first for d in dates), max(d.last for d in dates)))
    if any(period.end is None for period in periods):
        high += max((high - low) * AHEAD, 30)
    return Scale(low, high if high > low else low + 1, start, end)


def _lanes(
    tracks: Sequence[Track], options: Options, scale: Scale, house: House, ruler: Ruler, words: Words
) -> tuple[tuple[Lane, ...], ...]:
    """The rows with their texts: labels at any rate, dates in the longest form that takes no more room than none."""

    def lay(form: Form) -> tuple[tuple[Lane, ...], ...]:
        return tuple(_lanes_of(track, form, scale, house, ruler, words) for track in tracks)

    if options.label:
        return lay("label")
    bare = lay("none")
    forms = (lay(form) for form in ("dates", "years"))
    return next((form for form in forms if _heights(form) == _heights(bare)), bare)


def _heights(rows: Sequence[Sequence[Lane]]) -> list[float]:
    return [sum(lane.height + LANE for lane in row) for row in rows]


def _lanes_of(track: Track, form: Form, scale: Scale, house: House, ruler: Ruler, words: Words) -> tuple[Lane, ...]:
    small = house.sizes.chart_small
    bars = [bar_of(period.start, period.end, scale) for period in track.periods]
    texts = [_text(period, form, words) for period in track.periods]
    found = lanes_of(
        [placed(bar, text, scale, ruler, small) for bar, text in zip(bars, texts, strict=True)], ruler, small
    )
    if len(found) > MOST_LANES:
        message = f"the periods of '{track.name}' take {len(found)} lines, {MOST_LANES} fit"
        raise ChartError(message, "choose periods with where:, or give them rows of their own")
    return found


def _text(period: Period, form: Form, words: Words) -> str:
    """What stands at a period in one of the forms."""
    if form in ("label", "none"):
        return period.label if form == "label" else ""
    said = list(dict.fromkeys(words.short_date(date) if form == "dates" else str(date.year) for date in period.dates))
    if period.end is None:
        return words.say("charts.gantt.since", date=said[0])
    return words.say("charts.span", low=said[0], high=said[1]) if len(said) > 1 else said[0]


def _key(rows: Sequence[Sequence[Lane]], groups: Sequence[str], house: House, words: Words) -> list[KeyEntry]:
    """The groups, and what arrows and slanted ends mean where there are any."""
    key = [fill.entry(name) for fill, name in zip(fills(house, len(groups)), groups, strict=True)]
    return key + sign_entries([bar for row in rows for lane in row for _, bar in lane.bars], words, house)


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of rows and of periods at one time, in points."""
    return _plan(data, options, house, Ruler(house), words).rows.height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the bars over a light grid of dates, the names at the left."""
    ruler = Ruler(house)
    plan = _plan(data, options, house, ruler, words)
    draw_key(figure, plan.key, house, ruler)
    centres, (width, height_), scale = plan.rows.centres(figure), size(figure), plan.scale
    margins = Margins(scale.start, width - scale.end, plan.rows.above, DATES_HEIGHT)
    axes = axes_in(figure, margins, grid="x", axis="x")
    axes.set(xlim=(scale.low, scale.high), ylim=(margins.bottom, height_ - margins.top), yticks=[])
    put_names(figure, plan.names, centres)
    _dates(axes, plan, options.until, words, ruler, house)
    if options.until:
        _line(figure, axes, options.until, plan, words, ruler, house)
    missing = options.missing_text or data.missing or MISSING
    for track, lanes, y in zip(plan.tracks, plan.lanes, centres, strict=True):
        if not lanes:
            put(figure, scale.start + 4, y, missing, colour=house.colours.grey, italic=True, down="center")
        top = y + (_heights([lanes])[0] - LANE) / 2
        for lane in lanes:
            for number, bar in lane.bars:
                fill = fills(house, 6)[track.periods[number].group]
                put_period(axes, bar, (top - lane.height, top), scale, fill, house)
            top -= lane.height + LANE


def _dates(axes: Axes, plan: Plan, until: PartialDate | None, words: Words, ruler: Ruler, house: House) -> None:
    dates = sorted({date for track in plan.tracks for period in track.periods for date in period.dates})
    last = max(dates[-1], until) if until else dates[-1]
    shown = axis_dates(dates, last, plan.scale, words, ruler)
    put_dates(axes, shown, plan.scale, DATES_HEIGHT, words, ruler, house)


def _line(figure: Figure, axes: Axes, until: PartialDate, plan: Plan, words: Words, ruler: Ruler, house: House) -> None:
    """The line at a date, with the date above it."""
    (low, high), text, day = axes.get_ylim(), words.short_date(until), date_position(until)
    axes.plot([day, day], [low, high + 3], color=house.colours.ink, linewidth=0.8, zorder=0.8, clip_on=False)
    half = ruler.width(text) / 2
    put(figure, min(plan.scale(day), house.page.measure - half), high + 5, text, across="center")


def describe(data: ChartData, options: Options, words: Words) -> str:
    """The time that the chart covers; each period of a few rows, of many the first and the last to begin."""
    tracks, groups = tracks_of(data, options, words)
    periods = sorted(
        ((period, track.name) for track in tracks for period in track.periods), key=lambda one: one[0].begin
    )
    dates = sorted(date for period, _ in periods for date in period.dates)
    given = {"start": words.date(dates[0]), "end": words.date(dates[-1])}
    key = "summary" if dates[0] != dates[-1] else "summary-date"
    said = [words.say(f"charts.gantt.{key}", count=len(tracks), **given)]
    if len(periods) <= MOST_TOLD:
        said += [_told(track, groups, words) for track in tracks if track.periods]
    else:
        ends = (("first", periods[0]), ("last", periods[-1]))
        said += [words.say(f"charts.gantt.{key}", name=name, period=_span(one, words)) for key, (one, name) in ends]
        open_ = list(dict.fromkeys(name for period, name in periods if period.end is None))
        said += [words.say("charts.gantt.open", count=len(open_), names=some(open_, words))] if open_ else []
    bare = [track.name for track in tracks if not track.periods]
    said += [words.say("charts.gantt.none", count=len(bare), names=some(bare, words))] if bare else []
    return " ".join(said)


def _told(track: Track, groups: Sequence[str], words: Words) -> str:
    """The periods of a row, each with its label and its group."""
    parts = []
    for period in track.periods:
        notes = [note for note in (period.label, groups[period.group] if groups else "") if note]
        span = _span(period, words)
        parts.append(words.say("charts.item", name=span, value=", ".join(notes)) if notes else span)
    return words.say("charts.row", name=track.name, values=in_turn(parts, words))


def _span(period: Period, words: Words) -> str:
    start, *end = (words.date(date) for date in period.dates)
    if not end:
        return words.say("charts.gantt.since", date=start)
    return start if start == end[0] else words.say("charts.span", low=start, high=end[0])
