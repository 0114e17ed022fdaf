"""Marked values of a chart in words: how many are provisional or suppressed, and which, whatever its kind can show.

Nothing here draws. The description has the numbers, the note under the chart the names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.figures.contract import ChartData
from reportgen.figures.kit.wording import column_title, label, meaning, some
from reportgen.marks import Mark

if TYPE_CHECKING:
    from reportgen.language import Words


def tell_marks(data: ChartData, columns: Sequence[str], words: Words) -> str:
    """A sentence for each mark among the values of `columns` (none: all), with how many have it; "" for no marks."""
    found = _found(data, columns)
    return " ".join(
        words.say("charts.marked", count=len(cells), meaning=meaning(mark, words)) for mark, cells in found.items()
    )


def marks_note(data: ChartData, columns: Sequence[str], keys: Sequence[str], words: Words) -> str:
    """What each mark among the values of `columns` (none: all) means, with the names of its rows; "" for no marks.

    The columns `keys` name the rows. The sign stands with the meaning where it may stand at a number in the chart.
    """
    said = []
    for mark, cells in _found(data, columns).items():
        there = any(data.rows[row][column] is not None for row, column in cells)
        told = f"{meaning(mark, words)} {mark.sign}" if there else meaning(mark, words)
        names = some(_names(data, cells, columns, keys, words), words)
        said.append(words.say("charts.marked-names", meaning=told, names=names))
    note = words.parted(said)
    return note[:1].upper() + note[1:]


def _names(
    data: ChartData, cells: Sequence[tuple[int, str]], columns: Sequence[str], keys: Sequence[str], words: Words
) -> list[str]:
    """The rows of the cells by their first names, each with what else tells its cells from the others."""
    values = {
        info.name
        for info in data.columns
        if info.type in ("integer", "number") and info.name not in keys and (not columns or info.name in columns)
    }
    parts: dict[str, dict[str, None]] = {}
    for row in dict.fromkeys(row for row, _ in cells):
        first, *others = [label(data.rows[row][key], data.info(key), words) for key in keys]
        marked = [column for at, column in cells if at == row]
        if not values <= set(marked):
            others.append(words.listing([column_title(data.info(column)) for column in marked]))
        parts.setdefault(first, {}).update(dict.fromkeys([", ".join(others)] if others else []))
    return [
        words.say("charts.item", name=name, value=words.listing(list(more))) if more else name
        for name, more in parts.items()
    ]


def _found(data: ChartData, columns: Sequence[str]) -> Mapping[Mark, list[tuple[int, str]]]:
    """The cells with each mark, as row and column, in the order of the rows."""
    cells = list(_cells(data, columns))
    found = {mark: [(row, column) for row, column, own in cells if own is mark] for mark in Mark}
    return {mark: cells for mark, cells in found.items() if cells}


def _cells(data: ChartData, columns: Sequence[str]) -> Iterator[tuple[int, str, Mark]]:
    for row, marks in enumerate(data.marks):
        yield from ((row, column, mark) for column, mark in marks.items() if not columns or column in columns)
