"""Histogram: how often values of each size occur, in classes of one width, with the median marked.

Classes are made from the values themselves, or are those of a table that has counted already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from statistics import median
from typing import TYPE_CHECKING

from reportgen.figures.kit import binning, colouring, comparing, reading, rows, scales, wording
from reportgen.figures.kit.colouring import PartFill
from reportgen.figures.kit.contract import ChartData, ChartError, Column, ColumnInfo, Count, MissingText, Value, frozen
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import Margins, Sheet, put_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

LEAST_VALUES = 5
"""Fewer are told sooner one by one."""
MOST_CLASSES = 40
"""More columns are narrower than a number below them."""
HEIGHT = 190.0
LEAST_HEIGHT = 110.0
"""The height for the columns, in points, as looks best and as is just legible: by eye, on the gallery's pages."""
EDGES_BELOW = 16.0
"""For the numbers below the axis, in points."""
MEDIAN = 1.4
"""The width of its line, in points."""
CONTRAST = 3.3
"""Of a column to paper: what is left suffices for a dark line on it."""
STEPS = (1, 2, 4, 5, 10, 20, 50, 100)
"""Of so many edges one bears its number."""
APART = 0.5
"""Of paper at each side of a bar, in points."""


@dataclass(frozen=True, kw_only=True)
class Options(MissingText):
    """What an author may write under `kind: histogram`."""

    value: Column | None = field(default=None, metadata={"usual": True})
    """The column with the values, one in each row; the chart makes classes of them."""
    from_: Column | None = None
    """Where the table has a row for each class: the column with its lower edge."""
    to: Column | None = None
    """The column with the upper edge of each class."""
    count: Column | None = None
    """The column with the number in each class."""
    classes: Count | None = None
    """About how many classes to make; by default as many as the values bear."""
    median: bool = True
    """`false` leaves the mark of the median out."""


@frozen
class Chart:
    """The classes: their edges, one more than counts; and the median, from one value to the same or another."""

    edges: tuple[float, ...]
    counts: tuple[float, ...]
    middle: tuple[float, float]
    ends: tuple[float, float]
    whole: bool
    """Whether the values are whole numbers, so that a class ends one below the next."""
    absent: Mapping[str, int]
    """How many values are missing, by the reason."""
    info: ColumnInfo
    options: Options

    @property
    def single(self) -> bool:
        """Whether each class is one whole number."""
        return self.whole and self.edges[1] - self.edges[0] == 1

    def name(self, index: int, words: Words) -> str:
        """A class as it is said."""
        low, high = self.edges[index], self.edges[index + 1] - (1 if self.whole else 0)
        return self.span(low, high, words)

    def span(self, low: float, high: float, words: Words) -> str:
        """From a value to another, or the one value; all edges of classes have as many decimals."""
        info = wording.alike(self.info, self.edges)
        one, other = (wording.label(value, info, words) for value in (low, high))
        return one if low == high else words.say("charts.histogram.class", low=one, high=other)

    def median(self, words: Words) -> str:
        """The median as it is written at its mark: a value, or the class that it lies in."""
        low, high = self.middle
        between = low == high and not (self.whole and low.is_integer())  # it may have more decimals than the values
        exact = replace(self.info, type="number", decimals=None) if between else self.info
        value = wording.label(low, exact, words) if low == high else self.span(low, high, words)
        return words.say("charts.histogram.median", value=value)

    def note(self, words: Words) -> str:
        """How many values are missing, and why; "" for none."""
        told = [words.say("charts.histogram.absent", text=why, count=count) for why, count in self.absent.items()]
        return words.parted(told)


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what classes can't show."""
    given = (options.from_, options.to, options.count)
    if (options.value is None) == (None in given) or (options.value is not None and any(given)):
        hint = "write value: with one column; or from:, to: and count: with one column each"
        raise ChartError("a histogram needs values, or classes that have been counted", hint)
    return _from_values(data, options, words) if options.value else _from_classes(data, options)


def _from_values(data: ChartData, options: Options, words: Words) -> Chart:
    assert options.value is not None
    found = [reading.number(value, options.value) for value in data[options.value]]
    values = sorted(value for value in found if value is not None)
    if len(values) < LEAST_VALUES:
        message = f"too few values for a histogram: {len(values)}, and {LEAST_VALUES} are the least"
        raise ChartError(message, "write kind: dots or kind: bars")
    if values[0] == values[-1]:
        raise ChartError("all values are the same, so there is nothing to compare", "say it in the text instead")
    info = data.info(options.value)
    whole = info.type in ("integer", "year")
    edges = binning.class_edges(values, options.classes, MOST_CLASSES, whole=whole)
    counts, middle = tuple(map(float, binning.counted(values, edges))), round(median(values), 10)
    ends, missing = (values[0], values[-1]), wording.absent_text(data.missing, words)
    gone = [data.mark(at, options.value) for at, value in enumerate(found) if value is None]
    absent = Counter(wording.shared_meaning([mark], missing, words) for mark in gone)
    return Chart(tuple(edges), counts, (middle, middle), ends, whole, absent, info, options)


def _from_classes(data: ChartData, options: Options) -> Chart:
    assert options.from_ and options.to and options.count
    reading.require_rows(data)
    found = sorted(_class(row, options.from_, options.to, options.count) for row in data)
    if len(found) < 2 or len(found) > MOST_CLASSES:
        raise ChartError(f"a histogram has 2 to {MOST_CLASSES} classes, not {len(found)}", "write kind: bars")
    step = found[1][0] - found[0][0]
    whole = all(one[1] + 1 == other[0] for one, other in pairwise(found))
    edges = [one[0] for one in found] + [found[-1][1] + (1 if whole else 0)]
    gaps = any(one[1] != other[0] for one, other in pairwise(found)) and not whole
    if gaps or any(abs(high - low - step) > 1e-9 * abs(step) for low, high in pairwise(edges)):
        hint = "join or split classes so that each begins where the last one ends; or write kind: bars"
        raise ChartError("the classes are not all of one width, side by side", hint)
    counts = tuple(one[2] for one in found)
    if not sum(counts):
        raise ChartError("nothing is counted in any class", "check the table")
    half = next(index for index, total in enumerate(accumulate(counts)) if total >= sum(counts) / 2)
    middle = (edges[half], edges[half + 1] - (1 if whole else 0))
    used = [index for index, count in enumerate(counts) if count]
    ends = (found[used[0]][0], found[used[-1]][1])
    return Chart(tuple(edges), counts, middle, ends, whole, {}, data.info(options.from_), options)


def _class(row: Mapping[str, Value], *columns: Column) -> tuple[float, float, float]:
    """The edges and the count of a class, from the columns that have them."""
    one, other, many = (reading.number(row[column], column) for column in columns)
    if one is None or other is None or many is None:
        hint = "fill it in (0 where there is nothing), or write kind: bars"
        raise ChartError("a class lacks an edge or its count", hint)
    if other < one or many < 0:
        raise ChartError(f"the class from {one:g} to {other:g} with {many:g} can't be", "check the table")
    return one, other, many


def _below(chart: Chart, sheet: Sheet) -> float:
    """The room for edges, title and note below the axis."""
    texts = wording.axis_title(chart.info, sheet.words), chart.note(sheet.words)
    lines = [rows.fit(text, sheet.measure, sheet.ruler) for text in texts if text]
    return EDGES_BELOW + sum(sheet.ruler.height(line) + 2 for line in lines)


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits a histogram, in points."""
    return HEIGHT + _below(chart, sheet)


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the classes as columns side by side, each with its number, or with an axis where there is no room."""
    ruler = sheet.ruler
    (width, height_), below = sheet.size, _below(chart, sheet)
    above = 2 * ruler.height("") + 8
    rows.require_height(sheet.house, height_, below + above + LEAST_HEIGHT, len(chart.counts))
    counts = [wording.label(count, ColumnInfo("", "", "number"), sheet.words) for count in chart.counts]
    labelled = ruler.widest(counts) + 3 < (width - 16) / len(counts)
    ticks = scales.number_ticks(0.0, max(chart.counts), whole=all(count.is_integer() for count in chart.counts))
    written = wording.tick_texts(ticks, "", sheet.words)
    left = 8.0 if labelled else ruler.widest(written) + 8
    axes = sheet.axes(Margins(left, 8, above, below), grid="" if labelled else "y", axis="x" if labelled else "xy")
    top = max(chart.counts) if labelled else ticks[-1]
    axes.set(xlim=(chart.edges[0], chart.edges[-1]), ylim=(0, top))
    axes.set_yticks([] if labelled else ticks, [] if labelled else written)
    axes.spines["left"].set_visible(False)
    across = Scale(chart.edges[0], chart.edges[-1], left, width - 8)
    _draw_bars(axes, chart, across, sheet)
    up = Scale(0, top, below, height_ - above)
    if chart.options.median:
        _mark_median(sheet, chart, across, up)
    for (low, high), count, text in zip(pairwise(chart.edges), chart.counts, counts if labelled else (), strict=False):
        written_ = sheet.put(across((low + high) / 2), up(count) + 3, text, across="center", down="bottom")
        written_.set_bbox({"facecolor": sheet.colours.paper, "edgecolor": "none", "pad": 0.6})  # over the median
    _write_below(sheet, axes, chart, across, below)


def _draw_bars(axes: Axes, chart: Chart, across: Scale, sheet: Sheet) -> None:
    fill = PartFill(colouring.pale_accent(sheet.house, CONTRAST), "none")
    apart = APART * (across.high - across.low) / (across.end - across.start)
    for (low, high), count in zip(pairwise(chart.edges), chart.counts, strict=True):
        if count:
            colouring.filled(axes, low + apart, 0, high - low - 2 * apart, count, fill)


def _mark_median(sheet: Sheet, chart: Chart, across: Scale, up: Scale) -> None:
    """A line at the median, or over the class that it lies in; and its name."""
    ruler, (width, height_), (low, high), text = sheet.ruler, sheet.size, chart.middle, chart.median(sheet.words)
    edge = height_ - ruler.height("") - 2
    if low == high:
        x = across(low + (0.5 if chart.whole else 0.0))  # a whole number fills its column
        put_line(sheet.figure, (x, up.start), (x, edge), sheet.colours.ink, MEDIAN)
    else:
        start, end = across(low), across(high + (1 if chart.whole else 0))
        x = (start + end) / 2
        put_line(sheet.figure, (start, edge), (end, edge), sheet.colours.ink, MEDIAN)
    half = ruler.width(text, weight="semibold") / 2
    sheet.put(min(max(x, half), width - half), height_, text, weight="semibold", across="center", down="top")


def _write_below(sheet: Sheet, axes: Axes, chart: Chart, across: Scale, below: float) -> None:
    """The edges of the classes, as many as fit (of single whole numbers the numbers), the title, and the note."""
    ruler, shift = sheet.ruler, 0.5 if chart.single else 0.0
    values = chart.edges[:-1] if chart.single else chart.edges
    texts = [replace(chart, info=wording.under_title(chart.info)).span(value, value, sheet.words) for value in values]
    pitch = (across.end - across.start) / len(chart.counts)
    step = next(step for step in STEPS if step * pitch >= ruler.widest(texts) + 8)
    axes.set_xticks([] if chart.single else list(values[::step]), [] if chart.single else [""] * len(values[::step]))
    grey, (width, _) = sheet.colours.grey, sheet.size
    for value, text in zip(values[::step], texts[::step], strict=True):
        half = ruler.width(text) / 2
        x = min(max(across(value + shift), half), width - half)
        sheet.put(x, below - 6, text, colour=grey, across="center", down="top")
    title = rows.fit(wording.axis_title(chart.info, sheet.words), sheet.measure, ruler)
    sheet.put(across.end, below - EDGES_BELOW - 2, title, colour=grey, across="right", down="top")
    sheet.put(0, 1, rows.fit(chart.note(sheet.words), width, ruler), colour=grey, italic=True, down="bottom")


def describe(chart: Chart, words: Words) -> str:
    """How many values there are, in how many classes, the fullest of them, and the median."""
    low, high = (wording.label(value, wording.alike(chart.info, chart.ends), words) for value in chart.ends)
    total = wording.label(sum(chart.counts), ColumnInfo("", "", "number"), words)
    title, given = words.quoted(wording.column_title(chart.info)), {"low": low, "high": high, "total": total}
    said = [words.say("charts.histogram.summary", title=title, classes=len(chart.counts), **given)]
    most = max(chart.counts)
    fullest = [chart.name(index, words) for index, count in enumerate(chart.counts) if count == most]
    number_ = wording.label(most, ColumnInfo("", "", "number"), words)
    names = wording.some(fullest, words)
    said.append(words.say("charts.histogram.most", count=len(fullest), names=names, number=number_))
    if (run := comparing.densest(chart.counts)) and run[0] < run[1]:
        held = wording.label(sum(chart.counts[run[0] : run[1] + 1]), ColumnInfo("", "", "number"), words)
        span = chart.span(chart.edges[run[0]], chart.edges[run[1] + 1] - (1 if chart.whole else 0), words)
        said.append(words.say("charts.histogram.half", span=span, number=held, total=total))
    said.append(words.say("charts.histogram.median-told", median=chart.median(words)))
    if chart.absent:
        said.append(words.say("charts.histogram.gone", count=sum(chart.absent.values())))
    return " ".join(said)
