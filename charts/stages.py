"""Stages: how far each item has come on a path of steps, with the year of each step.

The table has one row for each item and step (an item that has taken no step has one row with an empty step). A line
runs to the stage reached, with a large dot; stages ahead are hollow. A stage that was passed without a date of its own
is a small hollow dot on the line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    ChartData,
    ChartError,
    Column,
    CrossTable,
    House,
    KeyEntry,
    PartialDate,
    Rows,
    Ruler,
    Value,
    date_of,
    draw_key,
    fit,
    in_turn,
    key_height,
    label,
    put,
    put_names,
    row_names,
    size,
    some,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

MOST_STAGES = 12
RIGHT = 22.0
"""From the last stage to the figure's edge, at least."""
MOST_PITCH = 130.0
"""From one stage to the next, at most."""
MOST_TOLD = 8
"""So many items of one stage are named in the description."""
RAISED = 2.1
"""From a large dot up to the years' baseline."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: stages`."""

    name: Column
    """The column that names the items: one row of the chart each."""
    stage: Column
    """The column that names the stage."""
    date: Column
    """The column with the date of the stage: dates or years. Where it is empty, the stage has not been reached."""
    order: tuple[str, ...] = ()
    """The stages in their order; without it, the `values` declared for the column, or the order of the table."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Other words for a heading, by the stage's name in the table."""
    rows: Literal["auto", "reached", "natural"] = "auto"
    """`reached`: the furthest item first, of equals the earliest; `natural`: as in the table; `auto`: `reached`, unless
    the block has `sort:`."""


@dataclass(frozen=True)
class Journey:
    """An item with the year and the date of each stage (None: not dated)."""

    name: str
    dates: tuple[PartialDate | None, ...]

    @property
    def reached(self) -> int:
        """The index of the furthest stage that has a date; -1 for none."""
        return max((index for index, date in enumerate(self.dates) if date), default=-1)


def _stages(data: ChartData, options: Options, words: Words) -> tuple[str, ...]:
    info = data.info(options.stage)
    found = tuple(dict.fromkeys(label(value, info, words) for value in data[options.stage] if value is not None))
    stages = tuple(options.order) or info.values or found
    if not stages:
        raise ChartError("the table names no stage", "write order: with the names of the stages")
    if found and not set(found) & set(stages):
        raise ChartError("none of the stages in order: is in the table", f"the table has: {', '.join(found[:8])}")
    if len(stages) > MOST_STAGES:
        raise ChartError(
            f"{len(stages)} stages don't fit beside each other, {MOST_STAGES} do",
            "write order: with the stages that matter",
        )
    for name in options.headings:
        if name not in stages:
            raise ChartError(f"headings: names '{name}', which is no stage", f"the stages are: {', '.join(stages)}")
    return stages


def journeys(data: ChartData, options: Options, words: Words) -> tuple[tuple[str, ...], list[Journey]]:
    """The stages, and the items in the order to draw; ChartError for a table without rows."""
    stages = _stages(data, options, words)
    found: dict[str, dict[str, PartialDate]] = {}
    for row in data:
        if row[options.name] is None:
            raise ChartError("a row has no name", f"fill the column '{options.name}', or leave the row out with where:")
        name, stage, date = _entry(row, data, options, words)
        dates = found.setdefault(name, {})
        if date and (stage not in dates or date < dates[stage]):
            dates[stage] = date
    if not found:
        raise ChartError("the chart has no rows", "check where:")
    items = [Journey(name, tuple(dates.get(stage) for stage in stages)) for name, dates in found.items()]
    if options.rows == "reached" or (options.rows == "auto" and not data.sorted):
        items.sort(key=_rank)
    return stages, items


def _entry(
    row: Mapping[str, Value], data: ChartData, options: Options, words: Words
) -> tuple[str, str, PartialDate | None]:
    """The item, the stage and the date of a row."""
    name, stage = (label(row[column], data.info(column), words) for column in (options.name, options.stage))
    return name, stage, date_of(row[options.date])


def _rank(item: Journey) -> tuple[int, int]:
    date = item.dates[item.reached] if item.reached >= 0 else None
    return -item.reached, date.first.toordinal() if date else 0


@dataclass(frozen=True)
class Plan:
    """Where everything stands, in points: the stages' x, their headings, the rows."""

    xs: tuple[float, ...]
    headings: tuple[str, ...]
    rows: Rows


def _plan(
    stages: Sequence[str], items: Sequence[Journey], options: Options, house: House, ruler: Ruler, words: Words
) -> Plan:
    width, small = house.page.measure, house.sizes.chart_small
    names = row_names([item.name for item in items], house, ruler, width)
    titles = [options.headings.get(stage, stage) for stage in stages]
    right = max(RIGHT, ruler.widest(titles[-1].split(), small) / 2)
    pitch = (width - names.width - right - 6) / max(len(stages) - 1, 1)
    pitch = min(pitch, MOST_PITCH)
    xs = tuple(names.width + 6 + index * pitch for index in range(len(stages)))
    headings = _headings(titles, xs, width, pitch, ruler, small)
    key = key_height(_key(items, house, words), house, ruler, width)
    above = key + max(ruler.height(text, small) for text in headings) + 4
    least = tuple(max(need, small * 2.15) for need in names.heights(ruler))
    natural = tuple(max(need + 5, 29.0) for need in least)
    return Plan(xs, headings, Rows(house, least, natural, above, 4.0))


def _headings(
    titles: Sequence[str], xs: Sequence[float], width: float, pitch: float, ruler: Ruler, small: float
) -> tuple[str, ...]:
    """The headings wrapped: a long word may stick out as long as it leaves its neighbours alone, else it is broken."""
    loose = [ruler.wrap(title, pitch - 6, small) for title in titles]
    halves = [ruler.width(text, small) / 2 for text in loose]
    rooms = []
    for index, x in enumerate(xs):
        left = 2 * x if index == 0 else 2 * (x - xs[index - 1] - halves[index - 1] - 4)
        right = 2 * (width - x) if index == len(xs) - 1 else 2 * (xs[index + 1] - x - halves[index + 1] - 4)
        rooms.append(min(left, right))
    edges = [2 * min(x, width - x) for x in xs]
    return tuple(
        text if 2 * half <= room else fit(title, min(pitch - 6, edge), ruler, small)
        for title, text, half, room, edge in zip(titles, loose, halves, rooms, edges, strict=True)
    )


def _key(items: Sequence[Journey], house: House, words: Words) -> list[KeyEntry]:
    """A key only where a stage was passed without a date: all other marks have their year, or none to come."""
    passed = any(date is None for item in items for date in item.dates[: max(item.reached, 0)])
    return (
        [KeyEntry(words.say("charts.stages.undated"), house.colours.paper, house.colours.accent, mark="o")]
        if passed
        else []
    )


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of items, in points."""
    stages, items = journeys(data, options, words)
    return _plan(stages, items, options, house, Ruler(house), words).rows.height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw a track for each item."""
    ruler = Ruler(house)
    stages, items = journeys(data, options, words)
    plan = _plan(stages, items, options, house, ruler, words)
    centres = [centre - house.sizes.chart_small * 0.5 for centre in plan.rows.centres(figure)]
    width, height_ = size(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height_))
    axes.set_axis_off()
    put_names(figure, row_names([item.name for item in items], house, ruler, house.page.measure), centres)
    for x, text in zip(plan.xs, plan.headings, strict=True):
        y = height_ - plan.rows.above + 4
        put(figure, x, y, text, size=house.sizes.chart_small, colour=house.colours.grey, across="center", down="bottom")
    draw_key(figure, _key(items, house, words), house, ruler)
    large = 11.0 if len(centres) < 2 or centres[0] - centres[-1] > 24 * (len(centres) - 1) else 9.0
    for item, y in zip(items, centres, strict=True):
        _track(figure, axes, item, plan.xs, y, large, house)


def _track(
    figure: Figure, axes: Axes, item: Journey, xs: Sequence[float], y: float, large: float, house: House
) -> None:
    colours, small, reached = house.colours, house.sizes.chart_small, item.reached
    axes.plot([xs[0], xs[-1]], [y, y], color=colours.rule, linewidth=1.0, zorder=1)
    if reached > 0:
        axes.plot([xs[0], xs[reached]], [y, y], color=colours.accent, linewidth=3.2, zorder=2)
    for index, (x, date) in enumerate(zip(xs, item.dates, strict=True)):
        at, passed = index == reached, index <= reached
        edge = colours.accent if passed else colours.grey
        fill = colours.accent if date else colours.paper
        dot = large if at else 6.0 if passed else 6.4
        rim = colours.paper if passed and date else edge
        axes.plot(
            [x], [y], marker="o", markersize=dot, color=fill, markeredgecolor=rim, markeredgewidth=1.2, zorder=3 + at
        )
        if date:
            raised = y + large / 2 + RAISED
            put(figure, x, raised, str(date.year), size=small, weight="bold" if at else "regular", across="center")


def describe(data: ChartData, options: Options, words: Words) -> str:
    """How many items and stages, and who has come to which stage and when, the furthest first."""
    stages, items = journeys(data, options, words)
    names = [options.headings.get(stage, stage) for stage in stages]
    first, last = words.quoted(names[0]), words.quoted(names[-1])
    key = "charts.stages.summary" if len(stages) > 1 else "charts.stages.summary-one"
    summary = words.say(key, count=len(items), stages=len(stages), first=first, last=last)
    ranked = sorted(items, key=_rank)
    groups = [
        words.say("charts.stages.group", stage=words.quoted(names[stage]), names=_dated(ranked, stage, words))
        for stage in range(len(stages) - 1, -1, -1)
        if any(item.reached == stage for item in items)
    ]
    said = [words.say("charts.stages.reached", groups=in_turn(groups, words))] if groups else []
    waiting = [item.name for item in ranked if item.reached < 0]
    if waiting:
        said.append(words.say("charts.stages.none", count=len(waiting), names=some(waiting, words, MOST_TOLD)))
    return " ".join([summary, *said])


def _dated(items: Sequence[Journey], stage: int, words: Words) -> str:
    """Those whose furthest stage this is, each with the year."""
    there = [
        words.say("charts.item", name=item.name, value=str(date.year))
        for item in items
        if item.reached == stage and (date := item.dates[stage])
    ]
    return some(there, words, MOST_TOLD)


def table(data: ChartData, options: Options, words: Words) -> CrossTable:
    """A row for each item with the date of each stage, in the order of the chart."""
    stages, items = journeys(data, options, words)
    named: dict[str, int] = {}
    dated: dict[tuple[str, str], int] = {}
    for at, row in enumerate(data):
        name, stage, date = _entry(row, data, options, words)
        named.setdefault(name, at)
        before = dated.get((name, stage))
        earlier = date_of(data.rows[before][options.date]) if before is not None else None
        if date and (earlier is None or date < earlier):
            dated[name, stage] = at
    rows = tuple((named[item.name], tuple(dated.get((item.name, stage)) for stage in stages)) for item in items)
    heads = tuple(options.headings.get(stage, stage) for stage in stages)
    passed = any(date is None for item in items for date in item.dates[: max(item.reached, 0)])
    missing = words.say("charts.stages.not-reached-or-undated" if passed else "charts.stages.not-reached")
    return CrossTable(options.name, options.date, heads, rows, data.missing or missing)
