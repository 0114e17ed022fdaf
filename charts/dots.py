"""Dots: one or two values a row on a common scale, so that rows and the gaps within them compare.

Unlike bars, dots need no zero. The second of two values is a hollow dot; a line joins the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    MISSING,
    Cells,
    ChartData,
    ChartError,
    Column,
    House,
    KeyEntry,
    Margins,
    Number,
    Rows,
    Ruler,
    Scale,
    axes_in,
    check_highlight,
    draw_key,
    fit,
    key_height,
    label,
    measure,
    number_ticks,
    ordered,
    put,
    put_names,
    quiet,
    read_cells,
    row_names,
    size,
    tell_many,
    tell_one,
    tick_texts,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

DOT = 7.5
"""The size of a dot in points."""
BELOW = 17.0
"""For the scale below the rows, in points."""


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
    zero: Literal["auto", "true", "false"] = "auto"
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


def _key(cells: Cells, house: House) -> list[KeyEntry]:
    """Two entries for two dots: filled and hollow."""
    if len(cells.series) < 2:
        return []
    first, second = cells.series
    colours = house.colours
    return [KeyEntry(first, colours.accent, mark="o"), KeyEntry(second, colours.paper, colours.accent, mark="o")]


def _rows(cells: Cells, house: House, ruler: Ruler, above: float) -> Rows:
    needs = row_names(cells.names, house, ruler, house.page.measure).heights(ruler)
    least = tuple(max(need, 15.0) for need in needs)
    return Rows(least, tuple(max(need + 3, 20.0) for need in needs), above, BELOW)


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of rows, in points."""
    cells, ruler = _cells(data, options, words), Ruler(house)
    return _rows(cells, house, ruler, _above(cells, house, ruler)).height


def _above(cells: Cells, house: House, ruler: Ruler) -> float:
    return key_height(_key(cells, house), house, ruler, house.page.measure)


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the dots over a light grid, each with its value beside it."""
    cells, ruler = _cells(data, options, words), Ruler(house)
    names = row_names(cells.names, house, ruler, house.page.measure)
    rows = _rows(cells, house, ruler, draw_key(figure, _key(cells, house), house, ruler))
    centres = rows.centres(figure)
    ticks = _ticks(cells, options)
    written = tick_texts(ticks, cells.info.unit, words)
    wide = ruler.widest([label(value, cells.info, words) for value in cells.known]) + DOT / 2 + 7
    missing = fit(options.missing_text or data.missing or MISSING, 110, ruler)
    after = max(wide, ruler.width(written[-1]) / 2) + 2
    before = max(wide if len(cells.series) > 1 else DOT / 2, ruler.width(written[0]) / 2 - names.width)
    margins = Margins(names.width + before, after, rows.above, BELOW)
    width, height_ = size(figure)
    axes = axes_in(figure, margins, grid="x", axis="x")
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="x", length=0)
    axes.set_xticks(ticks, written)
    axes.set_yticks([])
    axes.set_xlim(ticks[0], ticks[-1])
    axes.set_ylim(margins.bottom, height_ - margins.top)
    put_names(figure, names, centres)
    scale = Scale(ticks[0], ticks[-1], margins.left, width - margins.right)
    for row, (values, y) in enumerate(zip(cells.values, centres, strict=True)):
        grey = bool(options.highlight) and cells.names[row] not in options.highlight
        _dots(axes, values, y, quiet(house) if grey else house.colours.accent, house)
        _write(figure, cells, values, scale, y, missing, words, house)


def _ticks(cells: Cells, options: Options) -> list[float]:
    low, high = min(cells.known, default=0.0), max(cells.known, default=1.0)
    near = low == high or (0 <= low < high / 2) or (low / 2 < high <= 0)
    if options.zero == "true" or (options.zero == "auto" and near):
        low, high = min(low, 0.0), max(high, 0.0)
    return number_ticks(low, high)


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


def _write(
    figure: Figure,
    cells: Cells,
    values: tuple[Number, ...],
    scale: Scale,
    y: float,
    missing: str,
    words: Words,
    house: House,
) -> None:
    """The values outside the dots: the lower one at the left, the higher or only one at the right."""
    known = sorted({value for value in values if value is not None})
    gap = DOT / 2 + 4 + (2.5 if len(known) < len([value for value in values if value is not None]) else 0)
    for index, value in enumerate(known):
        side = -1 if index == 0 and len(known) > 1 else 1
        across: Literal["left", "right"] = "left" if side > 0 else "right"
        text = put(figure, scale(value) + side * gap, y, label(value, cells.info, words), across=across, down="center")
        text.set_bbox({"facecolor": house.colours.paper, "edgecolor": "none", "pad": 0.6})  # over the grid
    if not known:
        put(figure, scale.start + 4, y, missing, colour=house.colours.grey, italic=True, down="center")


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
    gaps = [
        (abs(values[0] - values[1]), name, values)
        for name, values in zip(cells.names, cells.values, strict=True)
        if values[0] is not None and values[1] is not None
    ]
    widest = [gap for gap in gaps if gap[0] == max(gaps)[0]]
    if len(gaps) < 2 or len(widest) != 1:
        return []
    _, name, (one, other) = widest[0]
    said = {"one": label(one, cells.info, words), "other": label(other, cells.info, words)}
    return [words.say("charts.dots.gap", name=name, **said)]
