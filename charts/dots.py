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
    label,
    measure,
    ordered,
    plain_rows,
    quiet,
    read_cells,
    row_names,
    row_plot,
    tell_many,
    tell_one,
    tentative_key,
    widest,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

DOT = 7.5
"""The size of a dot in points."""


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


def _notes(cells: Cells, data: ChartData, options: Options, ruler: Ruler, words: Words) -> list[str]:
    """What stands in each row that has no value, "" in the others."""
    absent = absent_text(options.missing_text, data, words)
    gone = [cells.gone(row) for row in range(len(cells.names))]
    empty = [row for row, series in enumerate(gone) if len(series) == len(cells.series)]
    return [
        fit_note(cells.absence(row, gone[row], absent, words), ruler) if row in empty else ""
        for row in range(len(gone))
    ]


def _rows(cells: Cells, names: Names, notes: Sequence[str], house: House, ruler: Ruler, words: Words) -> Rows:
    return plain_rows(names, ruler, key_height(_key(cells, house, words), house, ruler, house.page.measure), notes)


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of rows, in points."""
    cells, ruler = _cells(data, options, words), Ruler(house)
    names = row_names(cells.names, house, ruler, house.page.measure)
    return _rows(cells, names, _notes(cells, data, options, ruler, words), house, ruler, words).height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the dots over a light grid, each with its value beside it."""
    cells, ruler = _cells(data, options, words), Ruler(house)
    names, notes = row_names(cells.names, house, ruler, house.page.measure), _notes(cells, data, options, ruler, words)
    rows = _rows(cells, names, notes, house, ruler, words)
    draw_key(figure, _key(cells, house, words), house, ruler)
    texts = [[cells.text(row, one, words) for one in range(len(cells.series))] for row in range(len(cells.names))]
    known = [text for row, said in enumerate(texts) for one, text in enumerate(said) if one not in cells.gone(row)]
    wide = ruler.widest(known) + DOT / 2 + 7
    ends = (wide if len(cells.series) > 1 else DOT / 2, wide + 2)
    plot = row_plot(figure, house, names, rows, ends, AxisValues(cells.known, options.zero, cells.info), words)
    for row, (values, y) in enumerate(zip(cells.values, plot.centres, strict=True)):
        grey = bool(options.highlight) and cells.names[row] not in options.highlight
        colour = quiet(house) if grey else house.colours.accent
        _dots(plot.axes, values, y, colour, house)
        if len(values) == 1 and values[0] is not None and is_tentative(cells.mark(row, 0)):
            hollow(plot.axes, (values[0], y), colour, house, size=DOT)
        _write(plot, values, y, texts[row])
        if notes[row]:
            plot.write(plot.scale.start + 4, y, notes[row], "right", note=True)


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
    """What is compared, the highest and the lowest, and where two values are furthest apart."""
    cells = _cells(data, options, words)
    count, titles = len(cells.names), [words.quoted(name) for name in cells.series]
    if len(titles) == 1:
        summary = words.say("charts.dots.summary", count=count, title=measure(data, cells.info, words))
        return f"{summary} {tell_one(cells, words)}"
    summary = words.say("charts.dots.summary-two", count=count, first=titles[0], second=titles[1])
    told = tell_many(cells, words, options.missing_text or data.missing)
    return " ".join([summary, told, *_gap(cells, words)])


def _gap(cells: Cells, words: Words) -> list[str]:
    """The row whose values are furthest apart, if it is one alone."""
    rows = zip(cells.names, cells.values, strict=True)
    most = widest([(name, (one, other)) for name, (one, other) in rows if one is not None and other is not None])
    if most is None:
        return []
    name, (one, other) = most
    said = {"one": label(one, cells.info, words), "other": label(other, cells.info, words)}
    return [words.say("charts.dots.gap", name=name, **said)]
