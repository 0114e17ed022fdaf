"""Dots: one or two values a row on a common scale, so that rows and the gaps within them compare.

Unlike bars, dots need no zero. The second of two values is a hollow dot; a line joins the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    AxisValues,
    Cells,
    ChartData,
    ChartError,
    Column,
    House,
    KeyEntry,
    Names,
    Number,
    RowPlot,
    Rows,
    Ruler,
    Zero,
    absent_text,
    check_highlight,
    draw_key,
    fit_note,
    hollow,
    is_tentative,
    key_height,
    measure,
    ordered,
    pairs_of,
    plain_rows,
    quiet,
    read_cells,
    row_names,
    row_plot,
    size,
    tell_highlighted,
    tell_many,
    tell_moves,
    tell_one,
    tentative_key,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

DOT = 7.5
"""The size of a dot in points."""
AWAY = 4.0
"""Of a note from what stands beside it, in points."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: dots`."""

    category: Column
    """The column that names the rows."""
    values: tuple[Column, ...]
    """The column with the values, or a list of two: two dots a row."""
    series: Column | None = None
    """In long form (a row for each category and dot): the column that tells the two dots apart."""
    order: Literal["auto", "value", "natural"] = "auto"
    """`value`: the highest (first) value at the top; `natural`: as in the table; `auto`: by value unless the categories
    are years or dates, have declared `values`, or the block has `sort:`."""
    zero: Zero = "auto"
    """Whether the scale starts at zero; `auto`: yes, unless all values lie far from it."""
    highlight: tuple[str, ...] = ()
    """Rows that stand out; the others are grey."""
    missing_text: str = ""
    """What stands for a missing value; without it, what the table says in `missing:`."""


def _cells(data: ChartData, options: Options, words: Words) -> Cells:
    cells = ordered(read_cells(data, options.category, options.values, options.series, words), options.order)
    if len(cells.series) > 2:
        raise ChartError(f"{len(cells.series)} dots a row are too many, two are the most", "choose two with where:")
    check_highlight(options.highlight, cells.names)
    return cells


def _key(cells: Cells, house: House, words: Words) -> list[KeyEntry]:
    """Two entries for two dots, filled and hollow; one dot is hollow where its value may still change."""
    if len(cells.series) < 2:
        return tentative_key(cells.marks.values(), house, words, point=True)
    first, second = cells.series
    colours = house.colours
    return [KeyEntry(first, colours.accent, mark="o"), KeyEntry(second, colours.paper, colours.accent, mark="o")]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be drawn, apart from where."""

    cells: Cells
    names: Names
    key: list[KeyEntry]
    texts: list[list[str]]
    """The values as written."""
    wide: float
    """The room that a value takes beside its dot, in points."""
    notes: list[str]
    """What a row lacks and why, wrapped; "" in the others."""
    rows: Rows


def _plan(data: ChartData, options: Options, house: House, ruler: Ruler, words: Words) -> Plan:
    """The plan for a page's width."""
    cells = _cells(data, options, words)
    names, key = row_names(cells.names, house, ruler, house.page.measure), _key(cells, house, words)
    texts = [[cells.text(row, one, words) for one in range(len(cells.series))] for row in range(len(cells.names))]
    known = [text for row, said in enumerate(texts) for one, text in enumerate(said) if one not in cells.gone(row)]
    wide, absent = ruler.widest(known) + DOT / 2 + 7, absent_text(options.missing_text, data, words)
    room = (house.page.measure - names.width - 2 * wide) / 2 - 3 * AWAY  # on one side or other of a lone dot
    notes = [fit_note(_note(cells, row, absent, words), ruler, room) for row in range(len(cells.names))]
    rows = plain_rows(names, house, ruler, key_height(key, house, ruler, house.page.measure), notes)
    return Plan(cells, names, key, texts, wide, notes, rows)


def _note(cells: Cells, row: int, absent: str, words: Words) -> str:
    """What a row lacks and why; "" for nothing."""
    gone = cells.gone(row)
    if not gone:
        return ""
    why = cells.absence(row, gone, absent, words)
    if len(gone) == len(cells.series):
        return why
    return words.say("charts.absent", meaning=why, names=words.listing([cells.series[one] for one in gone]))


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of rows, in points."""
    return _plan(data, options, house, Ruler(house), words).rows.height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the dots over a light grid, each with its value beside it."""
    ruler = Ruler(house)
    plan = _plan(data, options, house, ruler, words)
    cells = plan.cells
    draw_key(figure, plan.key, house, ruler)
    ends = (plan.wide if len(cells.series) > 1 else DOT / 2, plan.wide + 2)
    values = AxisValues(cells.known, options.zero, cells.info)
    plot = row_plot(figure, house, plan.names, plan.rows, ends, values, words)
    for row, y in enumerate(plot.centres):
        grey = bool(options.highlight) and cells.names[row] not in options.highlight
        _draw_row(plot, plan, row, y, quiet(house) if grey else house.colours.accent)


def _draw_row(plot: RowPlot, plan: Plan, row: int, y: float, colour: str) -> None:
    values = plan.cells.values[row]
    _dots(plot.axes, values, y, colour, plot.house)
    if len(values) == 1 and values[0] is not None and is_tentative(plan.cells.mark(row, 0)):
        hollow(plot.axes, (values[0], y), colour, plot.house, size=DOT)
    _write(plot, values, y, plan.texts[row])
    if plan.notes[row]:
        _write_note(plot, plan, row, y)


def _write_note(plot: RowPlot, plan: Plan, row: int, y: float) -> None:
    """What the row lacks: at the left, or beyond the one dot that it has where there is more room."""
    known = [value for value in plan.cells.values[row] if value is not None]
    start = plot.scale.start + AWAY
    if known:
        dot, beyond = plot.scale(known[0]), plot.scale(known[0]) + plan.wide + AWAY
        if size(plot.figure)[0] - beyond > dot - DOT / 2 - AWAY - start:
            start = beyond
    plot.write(start, y, plan.notes[row], "right", note=True)


def _dots(axes: Axes, values: tuple[Number, ...], y: float, colour: str, house: House) -> None:
    """The dots of a row; where the two meet, the hollow one is a ring round the other."""
    known = [value for value in values if value is not None]
    if len(known) == 2:
        axes.plot(known, [y, y], color=colour, linewidth=1.6, zorder=2)
    same = len(known) == 2 and known[0] == known[1]
    for index, value in reversed(list(enumerate(values))):
        if value is not None:
            fill, dot = (house.colours.paper if index else colour), (DOT + 4.5 if index and same else DOT)
            axes.plot(
                [value],
                [y],
                marker="o",
                markersize=dot,
                color=fill,
                markeredgecolor=colour,
                markeredgewidth=1.6,
                zorder=4 - index,
                clip_on=False,
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


def describe(data: ChartData, options: Options, words: Words) -> str:
    """What is compared, what stands out, the highest and the lowest, and where two values are furthest apart."""
    cells = _cells(data, options, words)
    count, titles = len(cells.names), [words.quoted(name) for name in cells.series]
    told = tell_highlighted(cells, options.highlight, words)
    if len(titles) == 1:
        summary = words.say("charts.dots.summary", count=count, title=measure(data, cells.info, words))
        return " ".join([summary, *told, tell_one(cells, words)])
    first, second = titles
    summary = words.say("charts.dots.summary-two", count=count, first=first, second=second)
    told.append(tell_many(cells, words, options.missing_text or data.missing))
    return " ".join([summary, *told, *_moves(cells, words)])


def _moves(cells: Cells, words: Words) -> list[str]:
    """For whom the second value is higher or lower, and by most; nothing for a lone row, which is told whole."""
    first, second = (words.quoted(name) for name in cells.series)
    pairs = pairs_of(cells)
    return tell_moves(pairs, cells.info, words, "dots", first=first, second=second) if len(cells.names) > 1 else []
