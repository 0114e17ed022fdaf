"""Dots: one or two values a row on a common scale, so that rows and the gaps within them compare.

Unlike bars, dots need no zero. Of two values the newer or first one is a full dot, the other hollow; a line joins them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportgen.figures.kit import colouring, moves, reading, rows, telling, tentative, wording
from reportgen.figures.kit.contract import (
    ChartData,
    ChartError,
    Column,
    Highlight,
    MissingText,
    Order,
    Series,
    ZeroAxis,
    frozen,
)
from reportgen.figures.kit.reading import Cells, Number
from reportgen.figures.kit.rows import Names, RowPlot, Rows
from reportgen.figures.kit.scales import AxisValues
from reportgen.figures.kit.sheet import KeyEntry, Sheet, size

if TYPE_CHECKING:
    from reportgen.language import Words

DOT = 7.5
"""The size of a dot in points."""
AWAY = 4.0
"""Of a note from what stands beside it, in points."""


@dataclass(frozen=True, kw_only=True)
class Options(Series, Order, ZeroAxis, Highlight, MissingText):
    """What an author may write under `kind: dots`."""

    category: Column
    """The column that names the rows."""


@frozen
class Chart:
    """What is to be drawn, apart from where."""

    cells: Cells
    options: Options
    missing: str
    """What the data say of a missing value."""
    title: str
    """What is measured."""

    @property
    def names(self) -> tuple[str, ...]:
        """Of the rows."""
        return self.cells.names

    def key(self, sheet: Sheet) -> list[KeyEntry]:
        """Two entries for two dots, filled and hollow; one dot is hollow where its value may still change."""
        if len(self.cells.series) < 2:
            return tentative.tentative_key(self.cells.marks.values(), sheet.house, sheet.words, point=True)
        colours, lead = sheet.colours, self.cells.newest_first[0]
        fills = [colours.accent if one == lead else colours.paper for one in range(2)]
        return [
            KeyEntry(name, fill, colours.accent, mark="o") for name, fill in zip(self.cells.series, fills, strict=True)
        ]

    def note(self, row: int, words: Words) -> str:
        """What a row lacks and why; "" for nothing."""
        gone, cells = self.cells.gone(row), self.cells
        if not gone:
            return ""
        why = cells.absence(row, gone, wording.absent_text(self.missing, words), words)
        if len(gone) == len(cells.series):
            return why
        return words.say("charts.absent", meaning=why, names=words.listing([cells.series[one] for one in gone]))


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for more than two dots a row."""
    found = reading.read_cells(data, options.category, options.values, options.series, words)
    cells = reading.ordered(found, options.order)
    if len(cells.series) > 2:
        raise ChartError(f"{len(cells.series)} dots a row are too many, two are the most", "choose two with where:")
    return Chart(cells, options, data.missing, telling.measure(data, cells.info, words))


@frozen
class Layout:
    """Where it is drawn, on a page's width."""

    names: Names
    texts: list[list[str]]
    """The values as written."""
    wide: float
    """The room that a value takes beside its dot, in points."""
    notes: list[str]
    """What a row lacks and why, wrapped; "" in the others."""
    rows: Rows


def _layout(chart: Chart, sheet: Sheet) -> Layout:
    cells, ruler, words = chart.cells, sheet.ruler, sheet.words
    names = rows.row_names(cells.names, sheet)
    texts = [[cells.text(row, one, words) for one in range(len(cells.series))] for row in range(len(cells.names))]
    known = [text for row, said in enumerate(texts) for one, text in enumerate(said) if one not in cells.gone(row)]
    wide = ruler.widest(known) + DOT / 2 + 7
    room = (sheet.measure - names.width - 2 * wide) / 2 - 3 * AWAY  # on one side or other of a lone dot
    notes = [rows.fit_note(chart.note(row, words), ruler, room) for row in range(len(cells.names))]
    return Layout(names, texts, wide, notes, rows.plain_rows(names, sheet, sheet.key_height(chart.key(sheet)), notes))


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of rows, in points."""
    return _layout(chart, sheet).rows.height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the dots over a light grid, each with its value beside it."""
    layout, cells, options = _layout(chart, sheet), chart.cells, chart.options
    sheet.draw_key(chart.key(sheet))
    ends = (layout.wide if len(cells.series) > 1 else DOT / 2, layout.wide + 2)
    values = AxisValues(cells.known, options.zero, cells.info)
    plot = rows.row_plot(sheet, layout.names, layout.rows, ends, values)
    for row, y in enumerate(plot.centres):
        quiet = options.is_quiet(cells.names[row])
        _draw_row(plot, chart, layout, row, y, colouring.quiet(sheet.house) if quiet else sheet.colours.accent)


def _draw_row(plot: RowPlot, chart: Chart, layout: Layout, row: int, y: float, colour: str) -> None:
    values = chart.cells.values[row]
    _dots(plot, values, y, colour, chart.cells.newest_first[0])
    if len(values) == 1 and values[0] is not None and tentative.is_tentative(chart.cells.mark(row, 0)):
        tentative.hollow(plot.axes, (values[0], y), colour, plot.house, size=DOT)
    _write(plot, values, y, layout.texts[row])
    if note := layout.notes[row]:
        known = [value for value in values if value is not None]
        plot.write(_beside(plot, known, layout.wide), y, note, "right", note=True)


def _beside(plot: RowPlot, known: Sequence[float], wide: float) -> float:
    """Where a note on what a row lacks begins: at the left, or beyond its one dot if there is more room."""
    start = plot.scale.start + AWAY
    if known:
        dot, beyond = plot.scale(known[0]), plot.scale(known[0]) + wide + AWAY
        if size(plot.figure)[0] - beyond > dot - DOT / 2 - AWAY - start:
            return beyond
    return start


def _dots(plot: RowPlot, values: Sequence[Number], y: float, colour: str, lead: int) -> None:
    """The dots of a row, the one of number `lead` full; where the two meet, the hollow one is a ring round it."""
    known = [value for value in values if value is not None]
    if len(known) == 2:
        plot.axes.plot(known, [y, y], color=colour, linewidth=1.6, zorder=2)
    same = len(known) == 2 and known[0] == known[1]
    for index, value in enumerate(values):
        if value is not None:
            hollow = index != lead
            fill, dot = (plot.house.colours.paper if hollow else colour), (DOT + 4.5 if hollow and same else DOT)
            rim: dict[str, Any] = {"markeredgecolor": colour, "markeredgewidth": 1.6}
            plot.axes.plot(
                [value], [y], "o", color=fill, markersize=dot, zorder=3 if hollow else 4, clip_on=False, **rim
            )


def _write(plot: RowPlot, values: Sequence[Number], y: float, texts: Sequence[str]) -> None:
    """The values outside the dots: the lower one at the left, the higher or only one at the right."""
    there = {value: text for value, text in zip(values, texts, strict=True) if value is not None}
    known = sorted(there)
    gap = DOT / 2 + 4 + (2.5 if len(known) < len(values) - values.count(None) else 0)
    for index, value in enumerate(known):
        left = index == 0 and len(known) > 1
        x = plot.scale(value) + (-gap if left else gap)
        plot.write(x, y, there[value], "left" if left else "right")


def describe(chart: Chart, words: Words) -> str:
    """What is compared, what stands out, the highest and the lowest, and where two values are furthest apart."""
    cells = chart.cells
    count, titles = len(cells.names), [words.quoted(name) for name in cells.series]
    told = telling.tell_highlighted(cells, chart.options.highlight, words)
    if len(titles) == 1:
        summary = words.say("charts.dots.summary", count=count, title=chart.title)
        return " ".join([summary, *told, telling.tell_one(cells, words, chart.missing)])
    first, second = titles
    summary = words.say("charts.dots.summary-two", count=count, first=first, second=second)
    return " ".join([summary, *told, *_moves(cells, words), telling.tell_many(cells, words, chart.missing)])


def _moves(cells: Cells, words: Words) -> list[str]:
    """For whom the second value is higher or lower, and by most; nothing for a lone row, which is told whole."""
    first, second = (words.quoted(name) for name in cells.series)
    if len(cells.names) < 2:
        return []
    return moves.tell_moves(moves.pairs_of(cells), cells.info, words, "dots", least=True, first=first, second=second)
