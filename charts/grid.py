"""Grid: a matrix of categories, such as how each of several members voted on each of several motions.

The table has one row for each cell. Every cell says its category in words; the fill only helps the eye.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.figures.kit import colouring, reading, rows, wording
from reportgen.figures.kit.colouring import PartFill
from reportgen.figures.kit.contract import CategoryOrder, ChartData, ChartError, Column, CrossTable, MissingText, frozen
from reportgen.figures.kit.rows import Names, Rows
from reportgen.figures.kit.sheet import House, KeyEntry, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

GAP = 3.5
"""Between cells, in points."""
LEAST_WIDTH = 26.0
"""The least width of a cell, in points."""
LEAST_TYPE = 9.0
"""The size of type in cells and headings, in points, unless the rows then don't fit: the least that is read at ease."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
TOLD_ROWS, TOLD_COLUMNS = 12, 6
"""A grid of so many rows and columns is described column by column."""
TOLD = 3
"""Categories in so few cells are described cell by cell."""


@dataclass(frozen=True, kw_only=True)
class Options(CategoryOrder, MissingText):
    """What an author may write under `kind: grid`."""

    row: Column
    """The column that names the rows."""
    column: Column
    """The column that names the columns of the grid."""
    value: Column
    """The column with the category of each cell."""
    label: Column | None = None
    """A column whose value stands under the heading of a column, such as its date."""
    ordered: bool = False
    """`true` for categories that are degrees of one thing, the most first, or numbers: the more, the darker."""
    missing_text: str = ""
    """What stands in a cell without value; without it, what the table says in `missing:`."""


@frozen
class Chart:
    """The cells by row and column; a missing one is None."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[str | None, ...], ...]
    at: Mapping[tuple[str, str], int]
    """The row of the data that each cell stands in, by row and column."""
    categories: tuple[str, ...]
    missing: str
    """What the data say of a cell without a value, unless its mark says more."""
    why: Mapping[tuple[str, str], str]
    """What the marks of cells without a value mean, by row and column."""
    options: Options

    @property
    def heads(self) -> tuple[str, ...]:
        """The headings of the columns as they are drawn, with what stands under them."""
        return tuple(", ".join(filter(None, pair)) for pair in zip(self.columns, self.labels, strict=True))

    @property
    def degrees(self) -> tuple[str, ...]:
        """The categories in the order of their fills; of ordered ones that are numbers, the highest first."""
        if self.options.ordered and all(map(_NUMBER.fullmatch, self.categories)):
            return tuple(sorted(self.categories, key=float, reverse=True))
        return self.categories

    def fills(self, house: House) -> dict[str, PartFill]:
        """How the cells of each category are filled."""
        chosen = colouring.category_fills(len(self.categories), house, ordered=self.options.ordered)
        return dict(zip(self.degrees, chosen, strict=True))

    def key(self, sheet: Sheet) -> list[KeyEntry]:
        """What dark and light mean where the categories are ordered; each cell says its own."""
        fills = [*self.fills(sheet.house).values()]
        if not self.options.ordered or len(fills) < 2:
            return []
        less, more = (sheet.words.say(f"charts.grid.{end}") for end in ("less", "more"))
        return [fills[-1].entry(less), fills[0].entry(more)]

    @property
    def said(self) -> list[list[str]]:
        """The words of each cell, or what stands for one without a value."""
        return [
            [
                cell or self.absence(name, column, wording.MISSING)
                for column, cell in zip(self.columns, row, strict=True)
            ]
            for name, row in zip(self.rows, self.cells, strict=True)
        ]

    def absence(self, row: str, column: str, absent: str) -> str:
        """What stands for a cell without a value; `absent` where nobody says."""
        return self.why.get((row, column), self.missing or absent)


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for two values of a cell, or too many categories."""
    reading.require_rows(data)
    found: dict[tuple[str, str], str | None] = {}
    at: dict[tuple[str, str], int] = {}
    labels: dict[str, str] = {}
    why: dict[tuple[str, str], str] = {}
    for number, entry in enumerate(data):
        row, column, value = (
            None if entry[name] is None else wording.said(entry, name, data, words)
            for name in (options.row, options.column, options.value)
        )
        if row is None or column is None:
            raise ChartError("a cell has no row or no column", f"fill '{options.row}' and '{options.column}'")
        if (row, column) in found:
            raise ChartError(f"the table has more than one value for '{row}' and '{column}'", "choose one with where:")
        found[row, column], at[row, column] = value, number
        if value is None and (mark := data.mark(number, options.value)):
            why[row, column] = wording.meaning(mark, words)
        if options.label and entry[options.label] is not None:
            labels.setdefault(column, wording.said(entry, options.label, data, words))
    names, columns = (tuple(dict.fromkeys(key[axis] for key in found)) for axis in (0, 1))
    cells = tuple(tuple(found.get((name, column)) for column in columns) for name in names)
    kinds = colouring.categories_of(filter(None, found.values()), data.info(options.value))
    heads = tuple(labels.get(column, "") for column in columns)
    return Chart(names, columns, heads, cells, at, kinds, data.missing, why, options)


@frozen
class Layout:
    """Names, headings and cell texts, wrapped, and the rows."""

    names: Names
    width: float
    """Of a column with its gap."""
    middles: list[float]
    """Of the columns."""
    headings: tuple[str, ...]
    texts: list[list[str]]
    type: float
    """The size of the type in headings and cells."""
    key: list[KeyEntry]
    rows: Rows


def _layout(chart: Chart, sheet: Sheet, *, tight: bool = False) -> Layout:
    """The layout for a page's width; a `tight` one has small type and no key."""
    measure, small = sheet.measure, sheet.small if tight else max(sheet.house.sizes.chart, LEAST_TYPE)
    names = rows.row_names(chart.rows, sheet, 0.32)
    width = min((measure - names.width + GAP) / len(chart.columns), 190.0)
    if width - GAP < LEAST_WIDTH:
        most = int((measure - names.width + GAP) / (LEAST_WIDTH + GAP))
        message = f"{len(chart.columns)} columns don't fit beside each other, about {most} do"
        raise ChartError(message, "choose columns with where:")
    room, key = width - GAP - 4, [] if tight else chart.key(sheet)
    heads = ["\n".join(filter(None, pair)) for pair in zip(chart.columns, chart.labels, strict=True)]
    middles = [names.width + width * index + (width - GAP) / 2 for index in range(len(heads))]
    headings = rows.fit_headings(heads, middles, room, sheet, small, measure)
    texts = [[rows.fit(text, room - 2, sheet.ruler, small, "semibold") for text in row] for row in chart.said]
    highs = [max(sheet.ruler.height(text, small) for text in row) for row in texts]
    least = tuple(max(need, high + 4 + GAP) for need, high in zip(names.heights(sheet.ruler), highs, strict=True))
    above = max(sheet.ruler.height(heading, small) for heading in headings) + 3 + sheet.key_height(key)
    if max(least) * len(least) + above < rows.most_height(sheet.house):
        least = (max(least),) * len(least)  # rows of one height look best
    natural = tuple(max(need + 4, 24.5) for need in least)
    found = Layout(names, width, middles, headings, texts, small, key, Rows(sheet.house, least, natural, above, 1.0))
    too_high = sum(least) + above + 1.0 > (sheet.size[1] if sheet.paper else rows.most_height(sheet.house))
    words = " ".join(filter(None, (*chart.columns, *(cell for row in chart.cells for cell in row)))).split()
    parts = [part for word in words for part in rows.parts_of(word)]
    too_wide = sheet.ruler.widest(parts, small, "semibold") > room - 2
    return _layout(chart, sheet, tight=True) if (too_high or too_wide) and not tight else found


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of rows, in points."""
    return _layout(chart, sheet).rows.height


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw a cell for each row and column, its category written in it."""
    layout, axes = _layout(chart, sheet), sheet.ground()
    centres, heights = layout.rows.centres(sheet.figure), layout.rows.heights(sheet.figure)
    rows.put_names(sheet.figure, layout.names, centres)
    sheet.draw_key(layout.key)
    middles = layout.middles
    for x, text in zip(middles, layout.headings, strict=True):
        y = sheet.size[1] - layout.rows.above + 2
        sheet.put(x, y, text, size=layout.type, colour=sheet.colours.grey, across="center", down="bottom")
    fills = chart.fills(sheet.house)
    for row, (y, high) in enumerate(zip(centres, heights, strict=True)):
        for x, cell, text in zip(middles, chart.cells[row], layout.texts[row], strict=True):
            fill = fills.get(cell or "")
            _cell(axes, (x, y), (layout.width - GAP, high - GAP), fill, sheet)
            _write(sheet, (x, y), text, fill, layout.type)


def _cell(
    axes: Axes, middle: tuple[float, float], extent: tuple[float, float], fill: PartFill | None, sheet: Sheet
) -> None:
    """A cell around its middle; one without a value has a dashed outline."""
    from matplotlib.patches import Rectangle

    (x, y), (width, high) = middle, (side - 0.8 for side in extent)
    look = {"facecolor": sheet.colours.paper, "edgecolor": colouring.quiet(sheet.house), "linestyle": (0, (2, 2))}
    if fill:
        look = {"facecolor": fill.colour, "edgecolor": fill.edge}
    axes.add_patch(Rectangle((x - width / 2, y - high / 2), width, high, linewidth=0.8, **look))  # type: ignore[arg-type]


def _write(sheet: Sheet, middle: tuple[float, float], text: str, fill: PartFill | None, size: float) -> None:
    """What a cell says: heavier on a light fill."""
    ink = colouring.ink_on(fill.colour, sheet.house) if fill else sheet.colours.grey
    sheet.put(
        *middle,
        text,
        size=size,
        colour=ink,
        weight="semibold" if fill and ink == sheet.colours.ink else "regular",
        italic=fill is None,
        across="center",
        down="center",
    )


def describe(chart: Chart, words: Words) -> str:
    """The size of the grid; what each column holds and for whom, or, of a large one, how often each category stands."""
    columns = wording.some([words.quoted(head) for head in chart.heads], words, 6)
    said = [words.say("charts.grid.summary", count=len(chart.rows), columns=columns)]
    counts = Counter(cell for row in chart.cells for cell in row)
    if len(counts) == 1 and None not in counts:
        return " ".join([*said, words.say("charts.grid.all", value=words.quoted(chart.cells[0][0] or ""))])
    if len(chart.rows) <= TOLD_ROWS and len(chart.columns) <= TOLD_COLUMNS:
        told = (_column(index, chart, words) for index in range(len(chart.columns)))
        return " ".join([*said, *told])
    ranked = sorted((cell for cell in counts if cell), key=lambda cell: (-counts[cell], chart.categories.index(cell)))
    for index, cell in enumerate(ranked):
        said.append(_told(cell, counts[cell], chart, words, first=index == 0))
    if counts[None]:
        said.append(words.say("charts.grid.missing", count=counts[None]))
    return " ".join(said)


def _column(index: int, chart: Chart, words: Words) -> str:
    """A sentence on a column: each category with its rows, in the order of the fills, those without a value last."""
    groups: dict[str, list[str]] = {}
    column, absent = chart.columns[index], words.say("charts.no-value")
    for name, row in zip(chart.rows, chart.cells, strict=True):
        groups.setdefault(row[index] or chart.absence(name, column, absent), []).append(name)
    ranks = {category: rank for rank, category in enumerate(chart.categories)}
    parts = [
        words.say("charts.item", name=said, value=wording.all_but(groups[said], chart.rows, words))
        for said in sorted(groups, key=lambda said: ranks.get(said, len(ranks)))
    ]
    return words.say("charts.grid.column", column=words.quoted(chart.heads[index]), told=wording.in_turn(parts, words))


def _told(value: str, count: int, chart: Chart, words: Words, *, first: bool) -> str:
    quoted = words.quoted(value)
    if count > TOLD:
        return words.say("charts.grid.most" if first else "charts.grid.many", count=count, value=quoted)
    cells = [
        words.say("charts.grid.cell", row=name, column=head)
        for name, row in zip(chart.rows, chart.cells, strict=True)
        for head, cell in zip(chart.heads, row, strict=True)
        if cell == value
    ]
    return words.say("charts.grid.cells", count=count, value=quoted, cells=words.listing(cells))


def table(chart: Chart, words: Words) -> CrossTable:
    """The grid as it is drawn."""
    named: dict[str, int] = {}
    for (row, _), number in chart.at.items():
        named.setdefault(row, number)
    cells = tuple((named[row], tuple(chart.at.get((row, column)) for column in chart.columns)) for row in chart.rows)
    return CrossTable(chart.options.row, chart.options.value, chart.heads, cells, chart.missing)
