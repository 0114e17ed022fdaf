"""Intervals: estimates as dots, each on a line for its uncertainty, beside a line of reference where there is one.

The numbers stand in a column at the right, so that marks and texts never meet. No zero is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reportgen.figures.kit import colouring, reading, rows, telling, tentative, wording
from reportgen.figures.kit.contract import (
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    Highlight,
    Mark,
    MissingText,
    Order,
    ZeroAxis,
    frozen,
)
from reportgen.figures.kit.reading import Cells
from reportgen.figures.kit.rows import Names, RowPlot, Rows
from reportgen.figures.kit.scales import AxisValues
from reportgen.figures.kit.sheet import KeyEntry, Sheet

if TYPE_CHECKING:
    from reportgen.language import Words

DOT = 7.5
CAP = 7.0
"""The size of a dot and of the strokes at the ends of an interval, in points."""
COLUMN_GAP = 13.0
"""Between the plot and the numbers, in points."""
MOST_LISTED = 12
"""So many rows on one side of the reference are all named."""
MOST_TEXT = 0.3
"""The share of the width that the numbers may take; wider ones are written without their intervals."""


@dataclass(frozen=True, kw_only=True)
class Options(Order, ZeroAxis, Highlight, MissingText):
    """What an author may write under `kind: interval`."""

    category: Column
    """The column that names the rows."""
    value: Column
    """The column with the estimates."""
    low: Column
    """The column with the lower end of each interval."""
    high: Column
    """The column with the upper end of each interval."""
    interval: str
    """What the interval is, such as "95% confidence interval": stands in the key."""
    reference: float | None = None
    """A value to compare with, drawn as a line across all rows."""
    reference_text: str = ""
    """What `reference` is, such as "National average"."""


class Estimate(NamedTuple):
    """An estimate; without a value nothing is drawn, without ends no line."""

    name: str
    value: float | None
    ends: tuple[float, float] | None
    mark: Mark | None = None
    """How firm the estimate is, or why there is none."""


@frozen
class Chart:
    """What is to be drawn, apart from where."""

    rows: tuple[Estimate, ...]
    info: ColumnInfo
    title: str
    """Of the column with the estimates."""
    measure: str
    """What is estimated, in words."""
    absent: str
    natural: bool
    """Whether the rows have an order of their own."""
    options: Options

    @property
    def names(self) -> list[str]:
        """Of the rows."""
        return [row.name for row in self.rows]

    @property
    def numbers(self) -> list[float]:
        """Every value that the scale must hold."""
        there = [(row.value, *(row.ends or ())) for row in self.rows if row.value is not None]
        reference = () if self.options.reference is None else (self.options.reference,)
        return [value for values in (*there, reference) for value in values]

    def note(self, row: Estimate, sheet: Sheet) -> str:
        """What stands in a row without an estimate, wrapped; "" in the others."""
        return rows.fit_note(self.why(row, sheet.words), sheet.ruler) if row.value is None else ""

    def why(self, row: Estimate, words: Words) -> str:
        """Why a row has no estimate: as its mark or the data say."""
        return wording.meaning(row.mark, words) if row.mark else self.absent

    def text(self, row: Estimate, words: Words) -> str:
        """The interval of a row in words."""
        if row.ends is None:
            return words.say("charts.interval.none")
        return f"({wording.span_text(row.ends, self.info, words)})"


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for a value outside its interval, and for a text of nothing."""
    columns = (options.value, options.low, options.high)
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        hint = "an estimate and the ends of its interval stand in three columns: split 41.0 (38.2–43.8) into them"
        raise ChartError(f"value:, low: and high: name the column '{twice}' twice", hint)
    cells = reading.ordered(reading.read_cells(data, options.category, columns, None, words, ""), options.order)
    if options.reference_text and options.reference is None:
        raise ChartError("reference_text: goes with reference:", "write reference: with the value")
    found = tuple(_row(name, index, cells, options) for index, name in enumerate(cells.names))
    measure, absent = telling.measure(data, cells.info, words), wording.absent_text(data.missing, words)
    return Chart(found, cells.info, cells.series[0], measure, absent, cells.natural, options)


def _row(name: str, index: int, cells: Cells, options: Options) -> Estimate:
    (value, low, high), mark = cells.values[index], cells.mark(index, 0)
    if value is None or low is None or high is None:
        return Estimate(name, value, None, mark)
    if not low <= value <= high:
        raise ChartError(
            f"'{name}': the value {value:g} is not between {low:g} and {high:g}",
            f"check the columns '{options.value}', '{options.low}' and '{options.high}'",
        )
    return Estimate(name, value, (low, high), mark)


# --- layout ----------------------------------------------------------------------------------------------------------
@frozen
class Layout:
    """The rows with their names, their notes, and the room that the column of numbers takes."""

    key: list[KeyEntry]
    names: Names
    notes: list[str]
    rows: Rows
    wide: float
    """The width of the estimates, in points."""
    spans: float
    """The same of their intervals with the gap before them; 0 where they would take too much."""


def _layout(chart: Chart, sheet: Sheet) -> Layout:
    ruler, words, told = sheet.ruler, sheet.words, [row for row in chart.rows if row.value is not None]
    names, key = rows.row_names(chart.names, sheet, 0.3), _key(chart, sheet)
    above = sheet.key_height(key) + (sheet.house.sizes.chart * 1.6 if chart.options.reference_text else 0.0)
    notes = [chart.note(row, sheet) for row in chart.rows]
    texts = [wording.label(row.value, chart.info, words, row.mark) for row in told]
    wide, spans = ruler.widest(texts, weight="semibold"), 5 + ruler.widest([chart.text(row, words) for row in told])
    fits = wide + spans <= MOST_TEXT * sheet.measure
    return Layout(key, names, notes, rows.plain_rows(names, sheet, above, notes), wide, spans if fits else 0.0)


def _key(chart: Chart, sheet: Sheet) -> list[KeyEntry]:
    colour, marks = sheet.colours.accent, [row.mark for row in chart.rows]
    interval = KeyEntry(chart.options.interval, colour, line="solid", mark="|")
    more = tentative.tentative_key(marks, sheet.house, sheet.words, point=True)
    return [KeyEntry(chart.title, colour, mark="o"), interval, *more]


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of rows, in points."""
    return _layout(chart, sheet).rows.height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the estimates over a light grid, their numbers in a column at the right."""
    layout = _layout(chart, sheet)
    sheet.draw_key(layout.key)
    after = COLUMN_GAP + layout.wide + layout.spans
    asked = AxisValues(chart.numbers, chart.options.zero, chart.info)
    plot = rows.row_plot(sheet, layout.names, layout.rows, (CAP / 2, after), asked)
    _reference(plot, chart, layout.rows.above, sheet)
    for row, y, note in zip(chart.rows, plot.centres, layout.notes, strict=True):
        _draw_row(plot, row, y, chart, note)
        if row.value is not None:
            _write(plot, row, y, chart, layout, sheet)


# --- marks and texts -------------------------------------------------------------------------------------------------
def _draw_row(plot: RowPlot, row: Estimate, y: float, chart: Chart, note: str) -> None:
    if row.value is None:
        plot.write(plot.scale.start + 4, y, note, "right", note=True)
        return
    grey = chart.options.is_quiet(row.name)
    colour = colouring.quiet(plot.house) if grey else plot.house.colours.accent
    if row.ends:
        ends: dict[str, Any] = {"marker": "|", "markersize": CAP, "markeredgewidth": 1.6}
        plot.axes.plot(row.ends, (y, y), color=colour, linewidth=1.8, zorder=2.5, clip_on=False, **ends)
    rim: dict[str, Any] = {"markeredgecolor": plot.house.colours.paper, "markeredgewidth": 0.8}
    plot.axes.plot([row.value], [y], "o", color=colour, markersize=DOT, zorder=3, clip_on=False, **rim)
    if tentative.is_tentative(row.mark):
        tentative.hollow(plot.axes, (row.value, y), colour, plot.house, size=DOT)


def _write(plot: RowPlot, row: Estimate, y: float, chart: Chart, layout: Layout, sheet: Sheet) -> None:
    """The value and its interval, each in a column of its own."""
    start = plot.scale.end + COLUMN_GAP + layout.wide
    said = wording.label(row.value, chart.info, sheet.words, row.mark)
    sheet.put(start, y, said, weight="semibold", across="right", down="center")
    if layout.spans:
        span, look = chart.text(row, sheet.words), {"italic": row.ends is None, "down": "center"}
        sheet.put(start + 5, y, span, colour=sheet.colours.grey, **look)


def _reference(plot: RowPlot, chart: Chart, above: float, sheet: Sheet) -> None:
    reference, text = chart.options.reference, chart.options.reference_text
    if reference is None:
        return
    plot.axes.axvline(reference, color=plot.house.colours.grey, linewidth=1.1, linestyle=(0, (4, 2)), zorder=2)
    if text:
        said = sheet.words.say("charts.item", name=text, value=wording.label(reference, chart.info, sheet.words))
        half, (width, high) = sheet.ruler.width(said) / 2, sheet.size
        x = min(max(plot.scale(reference), half), width - half)
        sheet.put(x, high - above + 4, said, colour=sheet.colours.grey, across="center")


# --- words -----------------------------------------------------------------------------------------------------------
def describe(chart: Chart, words: Words) -> str:
    """The highest and the lowest estimate, the widest interval, and how the intervals lie to the reference."""
    interval, values = chart.options.interval, [row.value for row in chart.rows]
    said = [words.say("charts.interval.summary", count=len(chart.rows), title=chart.measure, interval=interval)]
    said += telling.told_highlighted(_highlighted(chart, words), words)
    said += telling.tell_ranking(chart.names, values, chart.info, words, natural=chart.natural)
    said += telling.tell_missing({row.name: chart.why(row, words) for row in chart.rows if row.value is None}, words)
    bare = [row.name for row in chart.rows if row.value is not None and row.ends is None]
    lacking = [words.say("charts.interval.without", count=len(bare), names=wording.some(bare, words))] if bare else []
    return " ".join([*said, *_widest(chart, words), *_together(chart, words), *_against(chart, words), *lacking])


def _highlighted(chart: Chart, words: Words) -> dict[str, str]:
    """The estimates that stand out, with their intervals, by name."""
    told = {}
    for row in chart.rows:
        if row.name in chart.options.highlight:
            value = wording.label(row.value, chart.info, words, row.mark)
            said = [words.say("charts.no-value") if row.value is None else value]
            said += [wording.span_text(row.ends, chart.info, words)] if row.ends else []
            told[row.name] = wording.in_turn(said, words)
    return told


def _widest(chart: Chart, words: Words) -> list[str]:
    """The one row with the widest interval."""
    most = telling.widest([(row.name, row.ends) for row in chart.rows if row.ends])
    if most is None:
        return []
    name, ends = most
    return [words.say("charts.interval.widest", name=name, span=wording.span_text(ends, chart.info, words))]


def _together(chart: Chart, words: Words) -> list[str]:
    """Whether the intervals of two or three rows that stand out lie apart or overlap."""
    loud = [row for row in chart.rows if row.name in chart.options.highlight and row.ends]
    if not 2 <= len(loud) <= 3:
        return []
    ends = sorted(row.ends for row in loud if row.ends)
    names = words.listing([row.name for row in loud])
    if all(one[1] < other[0] for one, other in pairwise(ends)):
        return [words.say("charts.interval.apart", names=names)]
    return [words.say("charts.interval.overlap", names=names)] if ends[-1][0] <= min(high for _, high in ends) else []


def _against(chart: Chart, words: Words) -> list[str]:
    """Which intervals lie above the reference, below it, or hold it."""
    reference = chart.options.reference
    if reference is None:
        return []
    name = chart.options.reference_text or words.say("charts.interval.reference")
    said = [words.say("charts.interval.against", name=name, value=wording.label(reference, chart.info, words))]
    sides: dict[str, list[str]] = {"above": [], "below": [], "around": []}
    for row in chart.rows:
        if row.ends:
            low, high = row.ends
            sides["above" if low > reference else "below" if high < reference else "around"].append(row.name)
    for side, names in sides.items():
        if names:
            listed = wording.some(names, words, MOST_LISTED)
            said.append(words.say(f"charts.interval.{side}", count=len(names), names=listed))
    return said
