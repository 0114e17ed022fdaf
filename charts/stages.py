"""Stages: how far each item has come on a path of steps, with the year of each step.

The table has one row for each item and step (an item that has taken no step has one row with an empty step). A line
runs to the stage reached, with a large dot; stages ahead are hollow. A stage that was passed without a date of its own
is a small hollow dot on the line, one that was reached on a condition is half filled. How much of the next stage is
done may stand at the end of the row: "14 of 33".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from reportgen.figures.kit import journeys, rows, wording
from reportgen.figures.kit.contract import (
    CategoryOrder,
    ChartData,
    ChartError,
    Column,
    CrossTable,
    frozen,
    keeps_order,
)
from reportgen.figures.kit.journeys import Journey
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
COUNT_GAP = 12.0
"""Between the last stage and the counts."""
MOST_COUNTED = 60.0
"""The heading above the counts is wrapped to so much, unless a word or a count is wider."""
LOOSE = 24.0
"""From one row to the next where there is room for the largest dots."""
DOTS, RAISED = (11.0, 9.0), (2.1, 1.3)
"""The size of the dot of the stage reached, and from it up to the years' baseline; of loose rows and of tight ones,
whose years would else stand nearer to the row above. By eye."""


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
    conditional: Column | None = None
    """A column that is filled, or says yes, where a stage was reached on a condition: its dot is half filled."""
    count: Column | None = None
    """A column with how much of what comes next an item has done, such as chapters closed: at the end of its row."""
    of: Column | None = None
    """A column with how much there is to do: "14 of 33"."""
    order: tuple[str, ...] = ()
    """The stages in their order; without it, the `values` declared for the column, or the order of the table."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Other words for a heading, by the stage's name in the table."""
    rows: Literal["auto", "reached", "natural"] = "auto"
    """With `reached`: the furthest item first, of equals the earliest. With `natural`: as in the table. With `auto`:
    `reached`, unless the block has `sort:`."""


@frozen
class Chart:
    """The headings of the stages, and the items in the order to draw."""

    headings: tuple[str, ...]
    items: tuple[Journey, ...]
    missing: str
    titles: tuple[str, str]
    """What is conditional, and what is counted; "" for nothing."""
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
    items = journeys.read_journeys(data, options, stages, words)
    if not keeps_order(options.rows, natural=data.sorted):
        items.sort(key=lambda item: item.rank)
    headings = tuple(options.headings.get(stage, stage) for stage in stages)
    columns = options.conditional, options.count
    titles = [wording.column_title(data.info(column)) if column else "" for column in columns]
    return Chart(headings, tuple(items), data.missing, (titles[0], titles[1]), options)


@frozen
class Layout:
    """Where everything stands, in points: the names, the stages' x, their headings, the rows."""

    names: Names
    xs: tuple[float, ...]
    headings: tuple[str, ...]
    rows: Rows
    counts: float
    """Where the counts begin."""
    counted: str
    """The heading above them, wrapped; "" for no counts."""


def _layout(chart: Chart, sheet: Sheet) -> Layout:
    small, ruler = sheet.small, sheet.ruler
    names = rows.row_names([item.name for item in chart.items], sheet)
    wide = max(
        ruler.widest([item.count for item in chart.items], weight="semibold"),
        ruler.widest(chart.titles[1].split(), small),
    )
    counted = ruler.wrap(chart.titles[1], max(wide, MOST_COUNTED), small) if chart.titles[1] else ""
    room = ruler.widest(counted.split("\n"), small) if counted else 0.0
    room = max(room, wide) + COUNT_GAP if counted else 0.0
    right = max(RIGHT, ruler.widest(chart.headings[-1].split(), small) / 2) + room
    pitch = min((sheet.measure - names.width - right - 6) / max(len(chart.headings) - 1, 1), MOST_PITCH)
    xs = tuple(names.width + 6 + index * pitch for index in range(len(chart.headings)))
    headings = rows.fit_headings(chart.headings, xs, pitch - 6, sheet, small, sheet.measure - room)
    above = sheet.key_height(_key(chart, sheet)) + max(ruler.height(text, small) for text in (*headings, counted)) + 4
    least = tuple(max(need, small * 2.15) for need in names.heights(ruler))
    natural = tuple(max(need + 5, 29.0) for need in least)
    found = Rows(sheet.house, least, natural, above, 4.0)
    return Layout(names, xs, headings, found, xs[-1] + right - room + COUNT_GAP, counted)


def _key(chart: Chart, sheet: Sheet) -> list[KeyEntry]:
    """A key for a stage that was passed without a date, or on a condition: other marks have their year, or none."""
    paper, accent, undated = sheet.colours.paper, sheet.colours.accent, sheet.words.say("charts.stages.undated")
    key = [KeyEntry(undated, paper, accent, mark="o")] if chart.passed else []
    half = any(item.conditional for item in chart.items)
    return [*key, *([KeyEntry(chart.titles[0], accent, accent, mark="o", half=paper)] if half else [])]


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
    heading = {"size": sheet.small, "colour": sheet.colours.grey, "down": "bottom"}
    sheet.put(layout.counts, sheet.size[1] - layout.rows.above + 4, layout.counted, **heading)
    sheet.draw_key(_key(chart, sheet))
    pitch = (centres[0] - centres[-1]) / (len(centres) - 1) if len(centres) > 1 else LOOSE
    tight = pitch < LOOSE
    for item, y in zip(chart.items, centres, strict=True):
        _track(sheet, axes, item, layout.xs, y, tight=tight)
        sheet.put(layout.counts, y, item.count, weight="semibold", down="center")


def _track(sheet: Sheet, axes: Axes, item: Journey, xs: Sequence[float], y: float, *, tight: bool) -> None:
    colours, small, reached, large = sheet.colours, sheet.small, item.reached, DOTS[tight]
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
        if index in item.conditional:
            look |= {"fillstyle": "left", "markerfacecoloralt": colours.paper, "markeredgecolor": edge}
        axes.plot([x], [y], marker="o", color=fill, zorder=3 + at, **look)
        if date:
            raised = y + large / 2 + RAISED[tight]
            sheet.put(x, raised, str(date.year), size=small, weight="bold" if at else "regular", across="center")


def describe(chart: Chart, words: Words) -> str:
    """How many items, the stages in their order, and who has come to which stage and when, the furthest first."""
    names, items = chart.headings, chart.items
    path = words.listing([words.quoted(name) for name in names])
    key = "charts.stages.summary" if len(names) > 1 else "charts.stages.summary-one"
    summary = words.say(key, count=len(items), stages=len(names), names=path)
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
    half = [_condition(item, stage, chart, words) for item in ranked for stage in sorted(item.conditional)]
    counts = [words.say("charts.item", name=item.name, value=item.count) for item in ranked if item.count]
    for title, told in zip(chart.titles, (half, counts), strict=True):
        said += [words.say("charts.row", name=title, values=words.parted(told))] if told else []
    return " ".join([summary, *said])


def _condition(item: Journey, stage: int, chart: Chart, words: Words) -> str:
    """A stage that an item has reached on a condition, and which, if the table says so."""
    said, told = words.quoted(chart.headings[stage]), item.conditional[stage]
    said = said if told == chart.titles[0] else words.say("charts.named", name=said, value=told)
    return words.say("charts.item", name=item.name, value=said)


def _dated(items: Sequence[Journey], stage: int, words: Words) -> str:
    """Those whose furthest stage this is, each with the year."""
    there = [
        words.say("charts.item", name=item.name, value=str(date.year))
        for item in items
        if item.reached == stage and (date := item.dates[stage])
    ]
    return wording.some(there, words, MOST_TOLD)


def table(chart: Chart, words: Words) -> CrossTable:
    """A row for each item, in the order of the chart: the date of each stage, with its condition, then the counts."""
    found = tuple((item.row, item.rows) for item in chart.items)
    missing = words.say("charts.stages.not-reached-or-undated" if chart.passed else "charts.stages.not-reached")
    columns = chart.options.name, chart.options.date
    beside = tuple(column for column in (chart.options.count, chart.options.of) if column)
    asides = tuple(aside for item in chart.items for aside in item.asides)
    return CrossTable(*columns, chart.headings, found, chart.missing or missing, beside, asides)
