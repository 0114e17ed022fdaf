"""Scatter: points by two measures, named where there is room, so that a relation and its exceptions show.

Both axes bear the titles of their columns. Groups differ by mark and colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.figures.kit import (
    binning,
    colouring,
    placing,
    reading,
    rows,
    scales,
    telling,
    tentative,
    wording,
)
from reportgen.figures.kit.contract import (
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    Highlight,
    MissingText,
    Weight,
    frozen,
)
from reportgen.figures.kit.placing import Box, Observation
from reportgen.figures.kit.scales import AxisValues, NumberAxis, Scale
from reportgen.figures.kit.sheet import (
    LEADING,
    KeyEntry,
    Margins,
    Sheet,
    put_line,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

LEAST_POINTS = 3
"""Two points always lie on a line."""
MOST_NAMED = 40
"""Of more points only the outermost are named, or those in `highlight`."""
MARKS = (("o", 6.6), ("s", 6.2), ("^", 7.4), ("D", 5.8))
"""A mark for each group and its size in points."""
SMALL = 0.72
"""The size of the marks of many points, to that of few."""
RADIUS = 3.6
NAME_WIDTH = 96.0
"""What a name keeps clear of round its point, and the widest that it is before it breaks, in points: by eye."""
HEIGHT = 250.0
LEAST_HEIGHT = 140.0
"""The height for the points, in points, as looks best and as is just legible: by eye, on the gallery's pages."""
TICKS_BELOW = 16.0
"""For the numbers below the axis, in points."""


@dataclass(frozen=True, kw_only=True)
class Options(Highlight, MissingText):
    """What an author may write under `kind: scatter`."""

    x: Column
    """The column with the values across."""
    y: Column
    """The column with the values upwards."""
    name: Column | None = None
    """The column that names the points; as many names are written as there is room for."""
    group: Column | None = None
    """A column that sorts the points into up to four groups, told apart by mark and colour."""
    highlight: tuple[str, ...] = ()
    """Points that stand out and are named; the others are not named, and grey unless they have groups."""


@frozen
class Chart:
    """What is to be drawn: the points, the names of groups, and the rows that lack a value, with the reason."""

    points: list[Observation]
    groups: tuple[str, ...]
    absent: list[tuple[str, str]]
    x: ColumnInfo
    y: ColumnInfo
    options: Options

    @property
    def names(self) -> list[str]:
        """Of the points."""
        return [point.name for point in self.points]

    @property
    def xs(self) -> list[float]:
        """The values across."""
        return [point.x for point in self.points]

    @property
    def ys(self) -> list[float]:
        """The values upwards."""
        return [point.y for point in self.points]

    def key(self, sheet: Sheet) -> list[KeyEntry]:
        """A line for each group, and one for points that may still change."""
        colours = colouring.strong_colours(sheet.house, len(MARKS))
        groups = [KeyEntry(name, colours[index], mark=MARKS[index][0]) for index, name in enumerate(self.groups)]
        marks = [mark for point in self.points for mark in point.marks]
        return [*groups, *tentative.tentative_key(marks, sheet.house, sheet.words, point=True)]

    def note(self, sheet: Sheet) -> str:
        """Which rows are not shown, and why; "" for none."""
        groups: dict[str, list[str]] = {}
        for name, why in self.absent:
            groups.setdefault(why, []).append(name)
        words, said = sheet.words, []
        for why, names in groups.items():
            told = wording.some(names, words) if self.options.name else str(len(names))
            said.append(words.say("charts.scatter.absent", text=why, names=told))
        return rows.fit(words.parted(said), sheet.measure, sheet.ruler) if said else ""

    def named(self) -> list[str]:
        """The points that are to be named."""
        if self.options.highlight or not self.options.name:
            return list(self.options.highlight)
        if len(self.points) <= MOST_NAMED:
            return self.names
        ends = [(min(values), max(values)) for values in (self.xs, self.ys)]
        return [point.name for point in self.points if point.x in ends[0] or point.y in ends[1]]


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what points can't show."""
    groups, points, absent = colouring.groups_of(data, options.group, len(MARKS), words), [], []
    missing = wording.absent_text(data.missing, words)
    for at, row in enumerate(data):
        name = wording.said(row, options.name, data, words) if options.name else ""
        x, y = reading.number(row[options.x], options.x), reading.number(row[options.y], options.y)
        marks = data.mark(at, options.x), data.mark(at, options.y)
        if x is None or y is None:
            gone = [mark for value, mark in zip((x, y), marks, strict=True) if value is None]
            absent.append((name, wording.shared_meaning(gone, missing, words)))
        else:
            group = wording.said(row, options.group, data, words) if options.group else ""
            points.append(Observation(name, x, y, groups.index(group) if group else 0, marks))
    if len(points) < LEAST_POINTS:
        message = f"too few points for a scatter chart: {len(points)}, and {LEAST_POINTS} are the least"
        raise ChartError(message, "check where: and missing values, or write kind: dots")
    if options.highlight and options.name is None:
        raise ChartError("highlight: needs the names of the points", "write name: with a column")
    x_info = wording.alike(data.info(options.x), [point.x for point in points])
    y_info = wording.alike(data.info(options.y), [point.y for point in points])
    return Chart(points, groups, absent, x_info, y_info, options)


def _titles(chart: Chart, sheet: Sheet) -> tuple[str, str]:
    """What the two axes measure, wrapped."""
    x, y = (rows.fit(wording.axis_title(info, sheet.words), sheet.measure, sheet.ruler) for info in (chart.x, chart.y))
    return x, y


def _room(chart: Chart, sheet: Sheet) -> tuple[float, float]:
    """The room for the title of the upward axis, and for numbers, title and note below the other."""
    x, y = map(sheet.ruler.height, _titles(chart, sheet))
    note = chart.note(sheet)
    return y + 9, TICKS_BELOW + x + 2 + (sheet.ruler.height(note) + 3 if note else 0.0)


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits a cloud of points, in points."""
    return sheet.key_height(chart.key(sheet)) + HEIGHT + sum(_room(chart, sheet))


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the points between two titled axes, with a key above where there are groups."""
    ruler, words, (width, height_), grey = sheet.ruler, sheet.words, sheet.size, sheet.colours.grey
    key, (above, below), (x, y) = sheet.draw_key(chart.key(sheet)), _room(chart, sheet), _titles(chart, sheet)
    rows.require_height(sheet.house, height_, key + above + below + LEAST_HEIGHT, len(chart.points))
    ticks = scales.number_ticks(*scales.value_span(chart.ys, "auto"), whole=chart.y.type == "integer")
    up = Scale(ticks[0], ticks[-1], below, height_ - key - above)
    written = wording.axis_texts(ticks, wording.under_title(chart.y), words)
    left = ruler.widest(written) + 8
    across = AxisValues(chart.xs, "auto", wording.under_title(chart.x)).axis(left, width - 8, width, words, ruler)
    axes = _axes(sheet, across, up, width)
    axes.set_yticks(ticks, written)
    sheet.put(0, height_ - key, y, colour=grey, down="top")
    sheet.put(across.scale.end, below - TICKS_BELOW, x, colour=grey, across="right", down="top")
    sheet.put(0, 1, chart.note(sheet), colour=grey, italic=True, down="bottom")
    _draw_points(axes, chart, sheet)
    _write_names(sheet, chart, across.scale, up)


def _axes(sheet: Sheet, across: NumberAxis, up: Scale, width: float) -> Axes:
    scale = across.scale
    margins = Margins(scale.start, width - scale.end, sheet.size[1] - up.end, up.start)
    axes = sheet.axes(margins, grid="y")
    axes.spines["left"].set_visible(False)
    axes.set_xticks(across.ticks, across.texts)
    axes.set(xlim=(scale.low, scale.high), ylim=(up.low, up.high))
    return axes


def _draw_points(axes: Axes, chart: Chart, sheet: Sheet) -> None:
    colours = colouring.strong_colours(sheet.house, len(MARKS))
    many, loud = len(chart.points) > MOST_NAMED, chart.options.highlight
    for point in chart.points:
        mark, wide = MARKS[point.group]
        faint = bool(loud) and not chart.groups and point.name not in loud
        small = many and point.name not in loud
        colour = colouring.quiet(sheet.house) if faint else colours[point.group]
        wide *= SMALL if small else 1
        if any(map(tentative.is_tentative, point.marks)):
            tentative.hollow(axes, (point.x, point.y), colour, sheet.house, mark, wide)
            continue
        look: dict[str, Any] = {"color": colour, "markeredgecolor": sheet.colours.paper, "markeredgewidth": 0.6}
        look |= {"marker": mark, "markersize": wide, "zorder": 3 if faint else 4}
        axes.plot([point.x], [point.y], linestyle="none", clip_on=False, **look)


def _write_names(sheet: Sheet, chart: Chart, across: Scale, up: Scale) -> None:
    """The names that find a place, each with a leader where it is not beside its point; one for all at one place."""
    ruler, (width, _) = sheet.ruler, sheet.size
    weight: Weight = "semibold" if chart.options.highlight else "regular"
    places, named = placing.by_place(chart.points), chart.named()
    spots = [(across(together[0].x), up(together[0].y)) for together in places]
    texts = [placing.place_text(together, named, sheet.words) for together in places]
    texts = [rows.fit(text, NAME_WIDTH, ruler, weight=weight) for text in texts]
    sizes = [(ruler.width(text, weight=weight), ruler.height(text) / LEADING * 1.1) if text else None for text in texts]
    frame, loud = Box(across.start, up.start + 2, width, up.end + 8), bool(chart.options.highlight)
    for text, placed in zip(texts, placing.place_names(spots, sizes, RADIUS, frame, needed=loud), strict=True):
        if placed is None:
            continue
        if placed.leader:
            put_line(sheet.figure, *placed.leader, sheet.colours.grey)
        x, y = (placed.box.left + placed.box.right) / 2, (placed.box.bottom + placed.box.top) / 2
        written = sheet.put(x, y, text, weight=weight, across="center", down="center")
        written.set_bbox({"facecolor": sheet.colours.paper, "edgecolor": "none", "pad": 0.4})  # over the grid


def describe(chart: Chart, words: Words) -> str:
    """How many points there are, whether the two measures go together, and the ends of both."""
    points, options, infos = chart.points, chart.options, (chart.x, chart.y)
    titles = [wording.column_title(info) for info in infos]
    x, y = map(words.quoted, titles)
    said = [words.say("charts.scatter.summary", count=len(points), x=x, y=y)]
    told: dict[str, str] = {}
    for point in points:
        if point.name in options.highlight:  # the first one says what its values are, the others follow it
            values = [wording.label(value, info, words) for value, info in zip(point.place, infos, strict=True)]
            named = telling.titled(list(zip(titles, values, strict=True)), words)
            told[point.name] = words.parted(values) if told else named
    said += telling.told_highlighted(told, words)
    said.append(words.say(f"charts.scatter.{binning.relation(chart.xs, chart.ys)}"))
    said += placing.tell_places(points, words)
    for info, ends in ((chart.x, chart.xs), (chart.y, chart.ys)):
        low, high = (_end(end, ends, chart, info, words) for end in (min(ends), max(ends)))
        said.append(words.say("charts.range", series=wording.column_title(info), low=low, high=high))
    for index, group in enumerate(chart.groups):
        count = sum(point.group == index for point in points)
        said.append(words.say("charts.scatter.group", name=words.quoted(group), count=count))
    if chart.absent and options.name:
        names = wording.some([name for name, _ in chart.absent], words)
        said.append(words.say("charts.missing", count=len(chart.absent), names=names))
    elif chart.absent:
        said.append(words.say("charts.scatter.gone", count=len(chart.absent)))
    return " ".join(said)


def _end(end: float, values: Sequence[float], chart: Chart, info: ColumnInfo, words: Words) -> str:
    """A value, and whose it is where points have names."""
    said = wording.label(end, info, words)
    there = [point.name for point, value in zip(chart.points, values, strict=True) if value == end]
    return words.say("charts.item", name=wording.some(there, words), value=said) if chart.options.name else said
