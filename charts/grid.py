"""Grid: a matrix of categories, such as how each of several members voted on each of several motions.

The table has one row for each cell. Every cell says its category in words; the fill only helps the eye.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.figures.kit import (
    MISSING,
    ChartData,
    ChartError,
    Column,
    CrossTable,
    Fill,
    House,
    Names,
    Rows,
    Ruler,
    categories_of,
    category_fills,
    fit,
    in_turn,
    ink_on,
    label,
    meaning,
    most_height,
    put,
    put_names,
    quiet,
    row_names,
    size,
    some,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

GAP = 3.5
"""Between cells, in points."""
LEAST_WIDTH = 26.0
"""The least width of a cell, in points."""
TOLD_ROWS, TOLD_COLUMNS = 12, 6
"""A grid of so many rows and columns is described column by column."""
TOLD = 3
"""Categories in so few cells are described cell by cell."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: grid`."""

    row: Column
    """The column that names the rows."""
    column: Column
    """The column that names the columns of the grid."""
    value: Column
    """The column with the category of each cell."""
    label: Column | None = None
    """A column whose value stands under the heading of a column, such as its date."""
    order: tuple[str, ...] = ()
    """The categories in the order of their fills; without it, the `values` declared for the column, or the order of the
    table."""
    ordered: bool = False
    """`true` for categories that are degrees of one thing: fills run from dark to light."""
    missing_text: str = ""
    """What stands in a cell without value; without it, what the table says in `missing:`."""


@dataclass(frozen=True)
class Matrix:
    """The cells by row and column; a missing one is None."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[str | None, ...], ...]
    categories: tuple[str, ...]
    missing: str
    """What stands in a cell without a value, unless its mark says more."""
    why: Mapping[tuple[str, str], str]
    """What the marks of cells without a value mean, by row and column."""

    def absence(self, row: str, column: str) -> str:
        """What stands in a cell without a value."""
        return self.why.get((row, column), self.missing)


def matrix(data: ChartData, options: Options, words: Words) -> Matrix:
    """The table as a matrix; ChartError for two values of a cell, or too many categories."""
    if not data.rows:
        raise ChartError("the chart has no rows", "check where:")
    found: dict[tuple[str, str], str | None] = {}
    labels: dict[str, str] = {}
    why: dict[tuple[str, str], str] = {}
    for at, entry in enumerate(data):
        row, column, value = (
            None if entry[name] is None else label(entry[name], data.info(name), words)
            for name in (options.row, options.column, options.value)
        )
        if row is None or column is None:
            raise ChartError("a cell has no row or no column", f"fill '{options.row}' and '{options.column}'")
        if (row, column) in found:
            raise ChartError(f"the table has more than one value for '{row}' and '{column}'", "choose one with where:")
        found[row, column] = value
        if value is None and (mark := data.mark(at, options.value)):
            why[row, column] = meaning(mark, words)
        if options.label and entry[options.label] is not None:
            labels.setdefault(column, label(entry[options.label], data.info(options.label), words))
    rows, columns = (tuple(dict.fromkeys(key[axis] for key in found)) for axis in (0, 1))
    return Matrix(
        rows,
        columns,
        tuple(labels.get(column, "") for column in columns),
        tuple(tuple(found.get((row, column)) for column in columns) for row in rows),
        categories_of(filter(None, found.values()), data.info(options.value), options.order),
        options.missing_text or data.missing or MISSING,
        why,
    )


@dataclass(frozen=True)
class Plan:
    """Names, headings and cell texts, wrapped, and the rows."""

    names: Names
    width: float
    """Of a column with its gap."""
    headings: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    rows: Rows


def _plan(grid: Matrix, house: House, ruler: Ruler) -> Plan:
    measure, small = house.page.measure, house.sizes.chart_small
    names = row_names(grid.rows, house, ruler, measure, 0.32)
    width = min((measure - names.width + GAP) / len(grid.columns), 190.0)
    if width - GAP < LEAST_WIDTH:
        most = int((measure - names.width + GAP) / (LEAST_WIDTH + GAP))
        raise ChartError(
            f"{len(grid.columns)} columns don't fit beside each other, about {most} do", "choose columns with where:"
        )
    room = width - GAP - 4
    headings = tuple(
        "\n".join(fit(text, room, ruler, small) for text in (column, label_) if text)
        for column, label_ in zip(grid.columns, grid.labels, strict=True)
    )
    texts = tuple(
        tuple(
            fit(cell or grid.absence(name, column), room - 2, ruler, small, "semibold")
            for column, cell in zip(grid.columns, row, strict=True)
        )
        for name, row in zip(grid.rows, grid.cells, strict=True)
    )
    cells = [max(ruler.height(text, small) for text in row) for row in texts]
    least = tuple(max(need, high + 4 + GAP) for need, high in zip(names.heights(ruler), cells, strict=True))
    above = max(ruler.height(heading, small) for heading in headings) + 3
    if max(least) * len(least) + above < most_height(house):
        least = (max(least),) * len(least)  # rows of one height look best
    natural = tuple(max(need + 4, 24.5) for need in least)
    return Plan(names, width, headings, texts, Rows(house, least, natural, above, 1.0))


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of rows, in points."""
    return _plan(matrix(data, options, words), house, Ruler(house)).rows.height


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw a cell for each row and column, its category written in it."""
    grid, ruler = matrix(data, options, words), Ruler(house)
    plan = _plan(grid, house, ruler)
    centres, heights = plan.rows.centres(figure), plan.rows.heights(figure)
    width, height_ = size(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height_))
    axes.set_axis_off()
    put_names(figure, plan.names, centres)
    middles = [plan.names.width + plan.width * index + (plan.width - GAP) / 2 for index in range(len(grid.columns))]
    for x, text in zip(middles, plan.headings, strict=True):
        y = height_ - plan.rows.above + 2
        put(figure, x, y, text, size=house.sizes.chart_small, colour=house.colours.grey, across="center", down="bottom")
    fills = dict(
        zip(grid.categories, category_fills(len(grid.categories), house, ordered=options.ordered), strict=True)
    )
    for row, (y, high) in enumerate(zip(centres, heights, strict=True)):
        for x, cell, text in zip(middles, grid.cells[row], plan.texts[row], strict=True):
            fill = fills.get(cell or "")
            _cell(axes, (x, y), (plan.width - GAP, high - GAP), fill, house)
            _write(figure, (x, y), text, fill, house)


def _cell(
    axes: Axes, middle: tuple[float, float], extent: tuple[float, float], fill: Fill | None, house: House
) -> None:
    """A cell around its middle; one without a value has a dashed outline."""
    from matplotlib.patches import Rectangle

    (x, y), (width, high) = middle, (side - 0.8 for side in extent)
    look = {"facecolor": house.colours.paper, "edgecolor": quiet(house), "linestyle": (0, (2, 2))}
    if fill:
        look = {"facecolor": fill.colour, "edgecolor": fill.edge}
    axes.add_patch(Rectangle((x - width / 2, y - high / 2), width, high, linewidth=0.8, **look))  # type: ignore[arg-type]


def _write(figure: Figure, middle: tuple[float, float], text: str, fill: Fill | None, house: House) -> None:
    """What a cell says: heavier on a light fill."""
    ink = ink_on(fill.colour, house) if fill else house.colours.grey
    put(
        figure,
        *middle,
        text,
        size=house.sizes.chart_small,
        colour=ink,
        weight="semibold" if fill and ink == house.colours.ink else "regular",
        italic=fill is None,
        across="center",
        down="center",
    )


def describe(data: ChartData, options: Options, words: Words) -> str:
    """The size of the grid; what each column holds and for whom, or, of a large one, how often each category stands."""
    grid = matrix(data, options, words)
    columns = some([words.quoted(column) for column in grid.columns], words, 6)
    said = [words.say("charts.grid.summary", count=len(grid.rows), columns=columns)]
    counts = Counter(cell for row in grid.cells for cell in row)
    if len(counts) == 1 and None not in counts:
        return " ".join([*said, words.say("charts.grid.all", value=words.quoted(grid.cells[0][0] or ""))])
    if len(grid.rows) <= TOLD_ROWS and len(grid.columns) <= TOLD_COLUMNS:
        told = (_column(index, grid, options.missing_text or data.missing, words) for index in range(len(grid.columns)))
        return " ".join([*said, *told])
    ranked = sorted((cell for cell in counts if cell), key=lambda cell: (-counts[cell], grid.categories.index(cell)))
    for index, cell in enumerate(ranked):
        said.append(_told(cell, counts[cell], grid, words, first=index == 0))
    if counts[None]:
        said.append(words.say("charts.grid.missing", count=counts[None]))
    return " ".join(said)


def _column(index: int, grid: Matrix, missing: str, words: Words) -> str:
    """A sentence on a column: each category with its rows, in the order of the fills, those without a value last."""
    groups: dict[str, list[str]] = {}
    column, absent = grid.columns[index], missing or words.say("charts.no-value")
    for name, row in zip(grid.rows, grid.cells, strict=True):
        groups.setdefault(row[index] or grid.why.get((name, column), absent), []).append(name)
    ranks = {category: rank for rank, category in enumerate(grid.categories)}
    parts = [
        words.say("charts.item", name=said, value=_whom(groups[said], grid.rows, words))
        for said in sorted(groups, key=lambda said: ranks.get(said, len(ranks)))
    ]
    return words.say("charts.grid.column", column=words.quoted(column), told=in_turn(parts, words))


def _whom(names: Sequence[str], rows: Sequence[str], words: Words) -> str:
    """The rows by their names, or as all but the exceptions where those are few."""
    others = [row for row in rows if row not in names]
    if not others:
        return words.say("charts.grid.every")
    if len(others) <= 2 and len(rows) > 4:
        return words.say("charts.grid.but", names=words.listing(others))
    return words.listing(names)


def _told(value: str, count: int, grid: Matrix, words: Words, *, first: bool) -> str:
    quoted = words.quoted(value)
    if count > TOLD:
        return words.say("charts.grid.most" if first else "charts.grid.many", count=count, value=quoted)
    cells = [
        words.say("charts.grid.cell", row=name, column=column)
        for name, row in zip(grid.rows, grid.cells, strict=True)
        for column, cell in zip(grid.columns, row, strict=True)
        if cell == value
    ]
    return words.say("charts.grid.cells", count=count, value=quoted, cells=words.listing(cells))


def table(data: ChartData, options: Options, words: Words) -> CrossTable:
    """The grid as it is drawn."""
    grid = matrix(data, options, words)
    named: dict[str, int] = {}
    cells: dict[tuple[str, str], int] = {}
    for at, entry in enumerate(data):
        row, column = (label(entry[name], data.info(name), words) for name in (options.row, options.column))
        named.setdefault(row, at)
        cells[row, column] = at
    rows = tuple((named[row], tuple(cells.get((row, column)) for column in grid.columns)) for row in grid.rows)
    heads = tuple(", ".join(filter(None, pair)) for pair in zip(grid.columns, grid.labels, strict=True))
    return CrossTable(options.row, options.value, heads, rows, options.missing_text or data.missing)
