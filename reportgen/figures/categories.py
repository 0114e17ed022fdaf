"""Categories in the cells of a chart: which there are, in what order, and how each is filled. Nothing of a layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportgen.colours import mix, ratio
from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo
from reportgen.figures.fills import Fill, strong_colours
from reportgen.figures.style import ink_on, shades
from reportgen.figures.wording import label
from reportgen.house import House

if TYPE_CHECKING:
    from reportgen.language import Words

MOST_CATEGORIES = 6
"""So many fills can be told apart."""


def categories_of(values: Iterable[str], info: ColumnInfo, order: Sequence[str]) -> tuple[str, ...]:
    """The categories in the order of their fills: the author's, else the column's, else the table's.

    Categories that no value has keep their place, so that a fill means the same in two charts. ChartError for too many.
    """
    there = tuple(dict.fromkeys(values))
    if len(there) > MOST_CATEGORIES:
        raise ChartError(
            f"{len(there)} categories can't be told apart, {MOST_CATEGORIES} can",
            "put small ones together, or use a table",
        )
    known = tuple(order) or info.values
    return (*known, *(value for value in there if value not in known))


def groups_of(data: ChartData, column: Column | None, most: int, words: Words) -> tuple[str, ...]:
    """The names of the groups that rows belong to, in the order of the column's `values`, else of the table.

    () without a column. ChartError for a row without a group, and for more than `most`.
    """
    if column is None:
        return ()
    if None in data[column]:
        raise ChartError("a row has no group", f"fill the column '{column}'")
    info = data.info(column)
    there = dict.fromkeys(label(value, info, words) for value in data[column])
    groups = tuple(dict.fromkeys([*(value for value in info.values if value in there), *there]))
    if len(groups) > most:
        raise ChartError(f"{len(groups)} groups can't be told apart, {most} can", "leave group: out")
    return groups


def category_fills(count: int, house: House, *, ordered: bool = False) -> list[Fill]:
    """A fill for each category: full colours and outlined tints take turns, or shades from dark to light."""
    colours = house.colours
    if ordered:
        return degree_fills(count, house)
    strong = strong_colours(house, 4)
    full = [Fill(strong[index], "none") for index in (0, 2, 3)]
    pale = [Fill(mix(strong[index], colours.paper, 0.78), strong[index]) for index in (1, 2, 0)]
    turns = [fill for pair in zip(full, pale, strict=True) for fill in pair]
    return [turns[index % len(turns)] for index in range(count)]


def degree_fills(count: int, house: House) -> list[Fill]:
    """Shades from dark to light for degrees of one thing; those that are pale on paper have an outline."""
    colours = house.colours
    return [
        Fill(shade, "none" if ratio(shade, colours.paper) >= 3 else colours.accent) for shade in _legible(count, house)
    ]


def _legible(count: int, house: House) -> list[str]:
    """Shades on which either the paper's or the ink's colour reaches 4.5:1."""
    legible = [shade for shade in shades(house, 40) if ratio(ink_on(shade, house), shade) >= 4.5]
    legible = legible or [house.colours.paper]
    return [legible[round(index * (len(legible) - 1) / max(count - 1, 1))] for index in range(count)]
