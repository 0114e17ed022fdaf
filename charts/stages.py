"""Stages: how far each item has come on a path of steps, with the year of each step.

The table has one row for each item and step (an item that has taken no step has one row with an empty step). A line
runs to the stage reached, with a large dot; stages ahead are hollow. A stage that was passed without a date of its own
is a small hollow dot on the line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from reportgen.figures.kit import reading, rows, wording
from reportgen.figures.kit.contract import (
    CategoryOrder,
    ChartData,
    ChartError,
    Column,
    CrossTable,
    PartialDate,
    frozen,
    keeps_order,
)
from reportgen.figures.kit.rows import Names, Rows
from reportgen.figures.kit.sheet import KeyEntry, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

MOST_STAGES = 12
"""As many headings as stand beside each other on A4."""
RIGHT = 22.0
"""From the last stage to the figure's edge, at least."""
MOST_PITCH = 130.0
"""From one stage to the next, at most."""
MOST_TOLD = 8
"""So many items of one stage are named in the description."""
RAISED = 2.1
"""From a large dot up to the years' baseline."""


@dataclass(frozen=True, kw_only=True)
class Options(CategoryOrder):
    """What an author may write under `kind: stages`."""

    name: Column
    """The column that names the items: one row of the chart each."""
    stage: Column
    """The column that names the stage."""
    date: Column
    """The column with the date of the stage: dates or years. Where it is empty, the stage has not been reached."""
    sorts = "stage"
    order: tuple[str, ...] = ()
    """The stages in their order; without it, the `values` declared for the column, or the order of the table."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Other words for a heading, by the stage's name in the table."""
    rows: Literal["auto", "reached", "natural"] = "auto"
    """`reached`: the furthest item first, of equals the earliest; `natural`: as in the table; `auto`: `reached`, unless
    the block has `sort:`."""


@frozen
class Journey:
    """An item with the date of each stage (None: not dated), and the rows of the data that have name and dates."""

    name: str
    dates: tuple[PartialDate | None, ...]
    row: int
    rows: tuple[int | None, ...]

    @property
    def reached(self) -> int:
        """The index of the furthest stage that has a date; -1 for none."""
        return max((index for index, date in enumerate(self.dates) if date), default=-1)

    @property
    def rank(self) -> tuple[int, int]:
        """What items are sorted by: the furthest first, of equals the earliest."""
        date = self.dates[self.reached] if self.reached >= 0 else None
        return -self.reached, date.first.toordinal() if date else 0


@frozen
class Chart:
    """The headings of the stages, and the items in the order to draw."""

    headings: tuple[str, ...]
    items: tuple[Journey, ...]
    missing: str
    options: Options

    @property
    def passed(self) -> bool:
        """Whether a stage was passed without a date."""
        return any(date is None for item in self.items for date in item.dates[: max(item.reached, 0)])


def _stages(data: ChartData, options: Options, words: Words) -> tuple[str, ...]:
    info = data.info(options.stage)
    there = [wording.label(value, info, words) for value in data[options.stage] if value is not None]
    found = tuple(dict.fromkeys(there))
    stages = info.values or found
    if not stages:
        raise ChartError("the table names no stage", "write order: with the names of the stages")
    if found and not set(found) & set(stages):
        raise ChartError("none of the stages in order: is in the table", f"the table has: {', '.join(found[:8])}")
    if len(stages) > MOST_STAGES:
        message = f"{len(stages)} stages don't fit beside each other, {MOST_STAGES} do"
        raise ChartError(message, "write order: with the stages that matter")
    for name in options.headings:
        if name not in stages:
            raise ChartError(f"headings: names '{name}', which is no stage", f"the stages are: {', '.join(stages)}")
    return stages


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for one without rows."""
    stages = _stages(data, options, words)
    named: dict[str, int] = {}
    dated: dict[tuple[str, str], tuple[PartialDate, int]] = {}
    for at, row in enumerate(data):
        key = name, _ = reading.name_of(row, options.name, data, words), wording.said(row, options.stage, data, words)
        date = reading.date_of(row[options.date])
        named.setdefault(name, at)
        if date and (key not in dated or date < dated[key][0]):
            dated[key] = date, at
    if not named:
        raise ChartError("the chart has no rows", "check where:")
    items = []
    for name, at in named.items():
        steps = [dated.get((name, stage), (None, None)) for stage in stages]
        items.append(Journey(name, tuple(date for date, _ in steps), at, tuple(row for _, row in steps)))
    if not keeps_order(options.rows, natural=data.sorted):
        items.sort(key=lambda item: item.rank)
    headings = tuple(options.headings.get(stage, stage) for stage in stages)
    return Chart(headings, tuple(items), data.missing, options)


@frozen
class Layout:
    """Where everything stands, in points: the names, the stages' x, their headings, the rows."""

    names: Names
    xs: tuple[float, ...]
    headings: tuple[str, ...]
    rows: Rows


def _layout(chart: Chart, sheet: Sheet) -> Layout:
    small, ruler = sheet.small, sheet.ruler
    names = rows.row_names([item.name for item in chart.items], sheet)
    right = max(RIGHT, ruler.widest(chart.headings[-1].split(), small) / 2)
    pitch = min((sheet.measure - names.width - right - 6) / max(len(chart.headings) - 1, 1), MOST_PITCH)
    xs = tuple(names.width + 6 + index * pitch for index in range(len(chart.headings)))
    headings = _headings(chart.headings, xs, pitch, sheet)
    above = sheet.key_height(_key(chart, sheet)) + max(ruler.height(text, small) for text in headings) + 4
    least = tuple(max(need, small * 2.15) for need in names.heights(ruler))
    natural = tuple(max(need + 5, 29.0) for need in least)
    return Layout(names, xs, headings, Rows(sheet.house, least, natural, above, 4.0))


def _headings(titles: Sequence[str], xs: Sequence[float], pitch: float, sheet: Sheet) -> tuple[str, ...]:
    """The headings wrapped: a long word may stick out as long as it leaves its neighbours alone, else it is broken."""
    width, small, ruler = sheet.measure, sheet.small, sheet.ruler
    loose = [ruler.wrap(title, pitch - 6, small) for title in titles]
    halves = [ruler.width(text, small) / 2 for text in loose]
    rooms = []
    for index, x in enumerate(xs):
        left = 2 * x if index == 0 else 2 * (x - xs[index - 1] - halves[index - 1] - 4)
        right = 2 * (width - x) if index == len(xs) - 1 else 2 * (xs[index + 1] - x - halves[index + 1] - 4)
        rooms.append(min(left, right))
    edges = [2 * min(x, width - x) for x in xs]
    return tuple(
        text if 2 * half <= room else rows.fit(title, min(pitch - 6, edge), ruler, small)
        for title, text, half, room, edge in zip(titles, loose, halves, rooms, edges, strict=True)
    )


def _key(chart: Chart, sheet: Sheet) -> list[KeyEntry]:
    """A key only where a stage was passed without a date: all other marks have their year, or none to come."""
    undated = sheet.words.say("charts.stages.undated")
    return [KeyEntry(undated, sheet.colours.paper, sheet.colours.accent, mark="o")] if chart.passed else []


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of items, in points."""
    return _layout(chart, sheet).rows.height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw a track for each item."""
    layout, axes = _layout(chart, sheet), sheet.ground()
    centres = [centre - sheet.small * 0.5 for centre in layout.rows.centres(sheet.figure)]
    rows.put_names(sheet.figure, layout.names, centres)
    for x, text in zip(layout.xs, layout.headings, strict=True):
        y = sheet.size[1] - layout.rows.above + 4
        sheet.put(x, y, text, size=sheet.small, colour=sheet.colours.grey, across="center", down="bottom")
    sheet.draw_key(_key(chart, sheet))
    large = 11.0 if len(centres) < 2 or centres[0] - centres[-1] > 24 * (len(centres) - 1) else 9.0
    for item, y in zip(chart.items, centres, strict=True):
        _track(sheet, axes, item, layout.xs, y, large)


def _track(sheet: Sheet, axes: Axes, item: Journey, xs: Sequence[float], y: float, large: float) -> None:
    colours, small, reached = sheet.colours, sheet.small, item.reached
    axes.plot([xs[0], xs[-1]], [y, y], color=colours.rule, linewidth=1.0, zorder=1)
    if reached > 0:
        axes.plot([xs[0], xs[reached]], [y, y], color=colours.accent, linewidth=3.2, zorder=2)
    for index, (x, date) in enumerate(zip(xs, item.dates, strict=True)):
        at, passed = index == reached, index <= reached
        edge = colours.accent if passed else colours.grey
        fill = colours.accent if date else colours.paper
        dot = large if at else 6.0 if passed else 6.4
        rim = colours.paper if passed and date else edge
        look: dict[str, Any] = {"markersize": dot, "markeredgecolor": rim, "markeredgewidth": 1.2}
        axes.plot([x], [y], marker="o", color=fill, zorder=3 + at, **look)
        if date:
            raised = y + large / 2 + RAISED
            sheet.put(x, raised, str(date.year), size=small, weight="bold" if at else "regular", across="center")


def describe(chart: Chart, words: Words) -> str:
    """How many items and stages, and who has come to which stage and when, the furthest first."""
    names, items = chart.headings, chart.items
    first, last = words.quoted(names[0]), words.quoted(names[-1])
    key = "charts.stages.summary" if len(names) > 1 else "charts.stages.summary-one"
    summary = words.say(key, count=len(items), stages=len(names), first=first, last=last)
    ranked = sorted(items, key=lambda item: item.rank)
    groups = [
        words.say("charts.stages.group", stage=words.quoted(names[stage]), names=_dated(ranked, stage, words))
        for stage in range(len(names) - 1, -1, -1)
        if any(item.reached == stage for item in items)
    ]
    said = [words.say("charts.stages.reached", groups=wording.in_turn(groups, words))] if groups else []
    waiting = [item.name for item in ranked if item.reached < 0]
    if waiting:
        said.append(words.say("charts.stages.none", count=len(waiting), names=wording.some(waiting, words, MOST_TOLD)))
    return " ".join([summary, *said])


def _dated(items: Sequence[Journey], stage: int, words: Words) -> str:
    """Those whose furthest stage this is, each with the year."""
    there = [
        words.say("charts.item", name=item.name, value=str(date.year))
        for item in items
        if item.reached == stage and (date := item.dates[stage])
    ]
    return wording.some(there, words, MOST_TOLD)


def table(chart: Chart, words: Words) -> CrossTable:
    """A row for each item with the date of each stage, in the order of the chart."""
    found = tuple((item.row, item.rows) for item in chart.items)
    missing = words.say("charts.stages.not-reached-or-undated" if chart.passed else "charts.stages.not-reached")
    return CrossTable(chart.options.name, chart.options.date, chart.headings, found, chart.missing or missing)
