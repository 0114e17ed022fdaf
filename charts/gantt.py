"""Gantt: periods as bars from start to end on an axis of time to scale, a row for each item, several periods a row.

A period without an end goes on: its bar is an arrow. Where only the month or the year of an end is known, the end is
slanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import colouring, periods, rows, scales, wording
from reportgen.figures.kit.contract import Arranged, ChartData, ChartError, Column, MissingText, PartialDate, frozen
from reportgen.figures.kit.periods import Lane, TimeSpan, Track
from reportgen.figures.kit.rows import Names, Rows
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import KeyEntry, Margins, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

LANE = 3.5
"""Between two lanes of a row, in points."""
AHEAD = 0.06
"""How far the axis runs on for periods that go on, as a share of it."""
MOST_LANES = 6
"""A row of more reads as several rows: by eye."""
Form = Literal["label", "dates", "years", "none"]
MOST_TOLD = 8
"""So many periods are told one by one."""


@dataclass(frozen=True, kw_only=True)
class Options(Arranged, MissingText):
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
    arranges, ranked_by = "name", "start"
    order: Literal["auto", "start", "natural"] = "auto"
    """With `start`: the row that begins first at the top. With `natural`: as in the table. With `auto`: by start unless
    the names have declared `values` or the block has `sort:`."""
    missing_text: str = ""
    """What stands for a row without dates; without it, what the table says in `missing:`."""


@frozen
class Chart:
    """The rows in the order to draw, the names of the groups, and what stands in a row without dates."""

    tracks: tuple[Track, ...]
    groups: tuple[str, ...]
    missing: str
    options: Options

    @property
    def all(self) -> list[TimeSpan]:
        """The periods of all rows."""
        return [period for track in self.tracks for period in track.periods]

    @property
    def dates(self) -> list[PartialDate]:
        """The dates of all periods, sorted."""
        return sorted({date for period in self.all for date in period.dates})


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what can't be drawn."""
    columns = options.name, options.start, options.end
    tracks, groups = periods.read_tracks(data, columns, options.label, options.group, words)
    if options.order == "start":
        tracks.sort(key=lambda track: (not track.periods, *(period.begin for period in track.periods[:1])))
    return Chart(tuple(tracks), groups, data.missing or wording.MISSING, options)


@frozen
class Layout:
    """Where everything stands: the names, the axis, and for each row its lanes from the top down."""

    names: Names
    scale: Scale
    lanes: tuple[tuple[Lane, ...], ...]
    rows: Rows
    key: list[KeyEntry]


def _layout(chart: Chart, sheet: Sheet) -> Layout:
    names = rows.row_names([track.name for track in chart.tracks], sheet)
    scale = _scale(chart, names.width, sheet.measure - 2)
    found = _lanes(chart, scale, sheet)
    key = _key(found, chart.groups, sheet)
    above = sheet.key_height(key) + (sheet.ruler.height("") + 2 if chart.options.until else 0)
    least = tuple(max(need, own + 1) for need, own in zip(names.heights(sheet.ruler), _heights(found), strict=True))
    natural = tuple(max(need + 3, 20.0) for need in least)
    return Layout(names, scale, found, Rows(sheet.house, least, natural, above, scales.DATES_HEIGHT), key)


def _scale(chart: Chart, start: float, end: float) -> Scale:
    """The axis of days: all that the dates may mean, and some more for periods that go on."""
    until = chart.options.until
    dates = [*chart.dates, *([until] if until else [])]
    low, high = (float(day.toordinal()) for day in (min(d.first for d in dates), max(d.last for d in dates)))
    if any(period.end is None for period in chart.all):
        high += max((high - low) * AHEAD, 30)
    return Scale(low, high if high > low else low + 1, start, end)


def _lanes(chart: Chart, scale: Scale, sheet: Sheet) -> tuple[tuple[Lane, ...], ...]:
    """The rows with their texts: labels at any rate, dates in the longest form that takes no more room than none."""

    def lay(form: Form) -> tuple[tuple[Lane, ...], ...]:
        return tuple(_lanes_of(track, form, scale, sheet) for track in chart.tracks)

    if chart.options.label:
        return lay("label")
    bare = lay("none")
    forms = (lay(form) for form in ("dates", "years"))
    return next((form for form in forms if _heights(form) == _heights(bare)), bare)


def _heights(found: Sequence[Sequence[Lane]]) -> list[float]:
    return [sum(lane.height + LANE for lane in row) for row in found]


def _lanes_of(track: Track, form: Form, scale: Scale, sheet: Sheet) -> tuple[Lane, ...]:
    small = sheet.small
    bars = [periods.bar_of(period.start, period.end, scale) for period in track.periods]
    texts = [_text(period, form, sheet.words) for period in track.periods]
    pairs = zip(bars, texts, strict=True)
    found = periods.lanes_of([periods.placed(*pair, scale, sheet.ruler, small) for pair in pairs], sheet.ruler, small)
    if len(found) > MOST_LANES:
        message = f"the periods of '{track.name}' take {len(found)} lines, {MOST_LANES} fit"
        raise ChartError(message, "choose periods with where:, or give them rows of their own")
    return found


def _text(period: TimeSpan, form: Form, words: Words) -> str:
    """What stands at a period in one of the forms."""
    if form in ("label", "none"):
        return period.label if form == "label" else ""
    said = list(dict.fromkeys(words.short_date(date) if form == "dates" else str(date.year) for date in period.dates))
    if period.end is None:
        return words.say("charts.gantt.since", date=said[0])
    return words.say("charts.time", low=said[0], high=said[1]) if len(said) > 1 else said[0]


def _key(found: Sequence[Sequence[Lane]], groups: Sequence[str], sheet: Sheet) -> list[KeyEntry]:
    """The groups, and what arrows and slanted ends mean where there are any."""
    key = [fill.entry(name) for fill, name in zip(colouring.fills(sheet.house, len(groups)), groups, strict=True)]
    return key + periods.sign_entries([bar for row in found for lane in row for _, bar in lane.bars], sheet)


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of rows and of periods at one time, in points."""
    return _layout(chart, sheet).rows.height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the bars over a light grid of dates, the names at the left."""
    layout, (width, height_) = _layout(chart, sheet), sheet.size
    sheet.draw_key(layout.key)
    centres, scale = layout.rows.centres(sheet.figure), layout.scale
    margins = Margins(scale.start, width - scale.end, layout.rows.above, scales.DATES_HEIGHT)
    axes = sheet.axes(margins, grid="x", axis="x")
    axes.set(xlim=(scale.low, scale.high), ylim=(margins.bottom, height_ - margins.top), yticks=[])
    rows.put_names(sheet.figure, layout.names, centres)
    _dates(axes, chart, scale, sheet)
    fills = colouring.fills(sheet.house, max(len(chart.groups), 1))
    for track, lanes, y in zip(chart.tracks, layout.lanes, centres, strict=True):
        if not lanes:
            sheet.put(scale.start + 4, y, chart.missing, colour=sheet.colours.grey, italic=True, down="center")
        top = y + (_heights([lanes])[0] - LANE) / 2
        for lane in lanes:
            for number, bar in lane.bars:
                fill = fills[track.periods[number].group]
                periods.put_period(axes, bar, (top - lane.height, top), scale, fill, sheet.house)
            top -= lane.height + LANE


def _dates(axes: Axes, chart: Chart, scale: Scale, sheet: Sheet) -> None:
    """The dates below the axis; and the line at one of them, with the date above it."""
    dates, until = chart.dates, chart.options.until
    shown = scales.axis_dates(dates, max(dates[-1], until) if until else dates[-1], scale, sheet)
    scales.put_dates(axes, shown, scale, scales.DATES_HEIGHT, sheet)
    if until is None:
        return
    (low, high), text, day = axes.get_ylim(), sheet.words.short_date(until), scales.date_position(until)
    axes.plot([day, day], [low, high + 3], color=sheet.colours.ink, linewidth=0.8, zorder=0.8, clip_on=False)
    half = sheet.ruler.width(text) / 2
    sheet.put(min(scale(day), sheet.measure - half), high + 5, text, across="center")


def empty(chart: Chart, words: Words) -> Mapping[str, str]:
    """An end that the table lacks is open, as the key says; not so where rows without dates have the same sign."""
    return {chart.options.end: words.say("charts.gantt.goes-on")} if all(one.periods for one in chart.tracks) else {}


def describe(chart: Chart, words: Words) -> str:
    """The time that the chart covers; each period of a few rows, of many the first and the last to begin."""
    named = [(period, track.name) for track in chart.tracks for period in track.periods]
    named.sort(key=lambda one: one[0].begin)
    given = {"start": words.date(chart.dates[0]), "end": words.date(chart.dates[-1])}
    key = "summary" if chart.dates[0] != chart.dates[-1] else "summary-date"
    said = [words.say(f"charts.gantt.{key}", count=len(chart.tracks), **given)]
    if len(named) <= MOST_TOLD:
        said += [_told(track, chart.groups, words) for track in chart.tracks if track.periods]
    else:
        ends = (("first", named[0]), ("last", named[-1]))
        said += [words.say(f"charts.gantt.{key}", name=name, period=_span(one, words)) for key, (one, name) in ends]
        open_ = list(dict.fromkeys(name for period, name in named if period.end is None))
        said += [words.say("charts.gantt.open", count=len(open_), names=wording.some(open_, words))] if open_ else []
    said += _longest(named, words)
    bare = [track.name for track in chart.tracks if not track.periods]
    said += [words.say("charts.gantt.none", count=len(bare), names=wording.some(bare, words))] if bare else []
    return " ".join(said)


def _longest(named: Sequence[tuple[TimeSpan, str]], words: Words) -> list[str]:
    """The longest of two or more periods that have ended, if its dates leave no doubt."""
    ended = [(one.lasts, one, name) for one, name in named if one.lasts]
    if len(ended) < 2:
        return []
    (least, _), one, name = max(ended, key=lambda period: period[0])
    if any(most >= least for (_, most), other, _ in ended if other is not one):
        return []
    return [words.say("charts.gantt.longest", name=name, period=_span(one, words))]


def _told(track: Track, groups: Sequence[str], words: Words) -> str:
    """The periods of a row, each with its label and its group."""
    parts = []
    for period in track.periods:
        notes = [note for note in (period.label, groups[period.group] if groups else "") if note]
        span = _span(period, words)
        parts.append(words.say("charts.item", name=span, value=", ".join(notes)) if notes else span)
    return words.say("charts.row", name=track.name, values=wording.in_turn(parts, words))


def _span(period: TimeSpan, words: Words) -> str:
    start, *end = (words.date(date) for date in period.dates)
    if not end:
        return words.say("charts.gantt.since", date=start)
    return start if start == end[0] else words.say("charts.time", low=start, high=end[0])
