"""Intervals: estimates as dots, each on a line for its uncertainty, beside a line of reference where there is one.

The numbers stand in a column at the right, so that marks and texts never meet. No zero is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reportgen.figures.kit import (
    AxisValues,
    Cells,
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    House,
    KeyEntry,
    Mark,
    Names,
    RowPlot,
    Rows,
    Ruler,
    Zero,
    absent_text,
    check_highlight,
    draw_key,
    extremes,
    fit_note,
    hollow,
    in_turn,
    is_tentative,
    key_height,
    label,
    meaning,
    measure,
    ordered,
    plain_rows,
    put,
    quiet,
    read_cells,
    row_names,
    row_plot,
    size,
    some,
    span_text,
    tentative_key,
    told_highlighted,
    widest,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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


@dataclass(frozen=True)
class Options:
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
    order: Literal["auto", "value", "natural"] = "auto"
    """`value`: the highest at the top; `natural`: as in the table; `auto`: by value unless the categories are years or
    dates, have declared `values`, or the block has `sort:`."""
    zero: Zero = "auto"
    """Whether the scale starts at zero; `auto`: yes, unless all values lie far from it."""
    highlight: tuple[str, ...] = ()
    """Rows that stand out; the others are grey."""
    missing_text: str = ""
    """What stands for a missing value; without it, what the table says in `missing:`."""


class Row(NamedTuple):
    """An estimate; without a value nothing is drawn, without ends no line."""

    name: str
    value: float | None
    ends: tuple[float, float] | None
    mark: Mark | None = None
    """How firm the estimate is, or why there is none."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is to be drawn, apart from where."""

    rows: tuple[Row, ...]
    info: ColumnInfo
    title: str
    options: Options
    absent: str

    @property
    def numbers(self) -> list[float]:
        """Every value that the scale must hold."""
        there = [(row.value, *(row.ends or ())) for row in self.rows if row.value is not None]
        reference = () if self.options.reference is None else (self.options.reference,)
        return [value for values in (*there, reference) for value in values]

    def note(self, row: Row, ruler: Ruler, words: Words) -> str:
        """What stands in a row without an estimate, wrapped; "" in the others."""
        if row.value is not None:
            return ""
        return fit_note(meaning(row.mark, words) if row.mark else self.absent, ruler)

    def text(self, row: Row, words: Words) -> str:
        """The interval of a row in words."""
        if row.ends is None:
            return words.say("charts.interval.none")
        return f"({span_text(row.ends, self.info, words)})"


def chart_of(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for a value outside its interval, and for a text of nothing."""
    columns = (options.value, options.low, options.high)
    cells = ordered(read_cells(data, options.category, columns, None, words, ""), options.order)
    check_highlight(options.highlight, cells.names)
    if options.reference_text and options.reference is None:
        raise ChartError("reference_text: goes with reference:", "write reference: with the value")
    absent = absent_text(options.missing_text, data, words)
    rows = tuple(_row(name, index, cells, options) for index, name in enumerate(cells.names))
    return Chart(rows, cells.info, cells.series[0], options, absent)


def _row(name: str, index: int, cells: Cells, options: Options) -> Row:
    (value, low, high), mark = cells.values[index], cells.mark(index, 0)
    if value is None or low is None or high is None:
        return Row(name, value, None, mark)
    if not low <= value <= high:
        raise ChartError(
            f"'{name}': the value {value:g} is not between {low:g} and {high:g}",
            f"check the columns '{options.value}', '{options.low}' and '{options.high}'",
        )
    return Row(name, value, (low, high), mark)


# --- layout ----------------------------------------------------------------------------------------------------------
def _key(chart: Chart, house: House, words: Words) -> list[KeyEntry]:
    colour, marks = house.colours.accent, [row.mark for row in chart.rows]
    interval = KeyEntry(chart.options.interval, colour, line="solid", mark="|")
    return [KeyEntry(chart.title, colour, mark="o"), interval, *tentative_key(marks, house, words, point=True)]


def _rows(chart: Chart, names: Names, house: House, ruler: Ruler, words: Words) -> Rows:
    above = key_height(_key(chart, house, words), house, ruler, house.page.measure)
    notes = [chart.note(row, ruler, words) for row in chart.rows]
    return plain_rows(
        names, house, ruler, above + (house.sizes.chart * 1.6 if chart.options.reference_text else 0.0), notes
    )


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of rows, in points."""
    chart, ruler = chart_of(data, options, words), Ruler(house)
    return _rows(chart, _names(chart, house, ruler), house, ruler, words).height


def _names(chart: Chart, house: House, ruler: Ruler) -> Names:
    return row_names([row.name for row in chart.rows], house, ruler, house.page.measure, 0.3)


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the estimates over a light grid, their numbers in a column at the right."""
    chart, ruler = chart_of(data, options, words), Ruler(house)
    names = _names(chart, house, ruler)
    draw_key(figure, _key(chart, house, words), house, ruler)
    told = [row for row in chart.rows if row.value is not None]
    values = ruler.widest([label(row.value, chart.info, words, row.mark) for row in told], weight="semibold")
    spans = ruler.widest([chart.text(row, words) for row in told])
    with_spans = values + 5 + spans <= MOST_TEXT * house.page.measure
    after = COLUMN_GAP + values + (5 + spans if with_spans else 0.0)
    rows = _rows(chart, names, house, ruler, words)
    asked = AxisValues(chart.numbers, options.zero, chart.info)
    plot = row_plot(figure, house, names, rows, (CAP / 2, after), asked, words)
    _reference(plot, chart, rows, ruler, words)
    for row, y in zip(chart.rows, plot.centres, strict=True):
        _draw_row(plot, row, y, chart, chart.note(row, ruler, words))
        if row.value is not None:
            _write(plot, row, y, chart, words, (values, with_spans))


# --- marks and texts -------------------------------------------------------------------------------------------------
def _draw_row(plot: RowPlot, row: Row, y: float, chart: Chart, note: str) -> None:
    if row.value is None:
        plot.write(plot.scale.start + 4, y, note, "right", note=True)
        return
    grey = bool(chart.options.highlight) and row.name not in chart.options.highlight
    colour = quiet(plot.house) if grey else plot.house.colours.accent
    if row.ends:
        ends: dict[str, Any] = {"marker": "|", "markersize": CAP, "markeredgewidth": 1.6}
        plot.axes.plot(row.ends, (y, y), color=colour, linewidth=1.8, zorder=2.5, clip_on=False, **ends)
    rim: dict[str, Any] = {"markeredgecolor": plot.house.colours.paper, "markeredgewidth": 0.8}
    plot.axes.plot([row.value], [y], "o", color=colour, markersize=DOT, zorder=3, clip_on=False, **rim)
    if is_tentative(row.mark):
        hollow(plot.axes, (row.value, y), colour, plot.house, size=DOT)


def _write(plot: RowPlot, row: Row, y: float, chart: Chart, words: Words, column: tuple[float, bool]) -> None:
    """The value and its interval, each in a column of its own: `column` has the width of the first, and if both fit."""
    wide, with_span = column
    start = plot.scale.end + COLUMN_GAP + wide
    said = label(row.value, chart.info, words, row.mark)
    put(plot.figure, start, y, said, weight="semibold", across="right", down="center")
    if with_span:
        grey = plot.house.colours.grey
        put(plot.figure, start + 5, y, chart.text(row, words), colour=grey, italic=row.ends is None, down="center")


def _reference(plot: RowPlot, chart: Chart, rows: Rows, ruler: Ruler, words: Words) -> None:
    reference, text = chart.options.reference, chart.options.reference_text
    if reference is None:
        return
    plot.axes.axvline(reference, color=plot.house.colours.grey, linewidth=1.1, linestyle=(0, (4, 2)), zorder=2)
    if text:
        said = words.say("charts.item", name=text, value=label(reference, chart.info, words))
        half, (width, high) = ruler.width(said) / 2, size(plot.figure)
        x = min(max(plot.scale(reference), half), width - half)
        put(plot.figure, x, high - rows.above + 4, said, colour=plot.house.colours.grey, across="center")


# --- words -----------------------------------------------------------------------------------------------------------
def describe(data: ChartData, options: Options, words: Words) -> str:
    """The highest and the lowest estimate, the widest interval, and how the intervals lie to the reference."""
    chart = chart_of(data, options, words)
    title = measure(data, chart.info, words)
    said = [words.say("charts.interval.summary", count=len(chart.rows), title=title, interval=options.interval)]
    names, values = [row.name for row in chart.rows], [row.value for row in chart.rows]
    said += told_highlighted(_highlighted(chart, words), words)
    said.append(extremes(names, values, chart.info, words))
    bare = [row.name for row in chart.rows if row.value is not None and row.ends is None]
    lacking = [words.say("charts.interval.without", count=len(bare), names=some(bare, words))] if bare else []
    return " ".join([*said, *_widest(chart, words), *_against(chart, words), *lacking])


def _highlighted(chart: Chart, words: Words) -> dict[str, str]:
    """The estimates that stand out, with their intervals, by name."""
    rows = [row for row in chart.rows if row.name in chart.options.highlight]
    said = {row.name: [label(row.value, chart.info, words, row.mark)] for row in rows if row.value is not None}
    spans = {row.name: [span_text(row.ends, chart.info, words)] for row in rows if row.ends}
    nothing = [words.say("charts.no-value")]
    return {row.name: in_turn([*said.get(row.name, nothing), *spans.get(row.name, [])], words) for row in rows}


def _widest(chart: Chart, words: Words) -> list[str]:
    """The one row with the widest interval."""
    most = widest([(row.name, row.ends) for row in chart.rows if row.ends])
    if most is None:
        return []
    name, ends = most
    return [words.say("charts.interval.widest", name=name, span=span_text(ends, chart.info, words))]


def _against(chart: Chart, words: Words) -> list[str]:
    """Which intervals lie above the reference, below it, or hold it."""
    reference = chart.options.reference
    if reference is None:
        return []
    name = chart.options.reference_text or words.say("charts.interval.reference")
    said = [words.say("charts.interval.against", name=name, value=label(reference, chart.info, words))]
    sides: dict[str, list[str]] = {"above": [], "below": [], "around": []}
    for row in chart.rows:
        if row.ends:
            low, high = row.ends
            sides["above" if low > reference else "below" if high < reference else "around"].append(row.name)
    for side, names in sides.items():
        if names:
            listed = some(names, words, MOST_LISTED)
            said.append(words.say(f"charts.interval.{side}", count=len(names), names=listed))
    return said
