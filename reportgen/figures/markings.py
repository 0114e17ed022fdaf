"""Marked values of a chart in words: how many are provisional or suppressed, and which, whatever its kind can show.

Nothing here draws. The description has the numbers, the note under the chart the names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
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
    """Each mark among the values of `columns` (none: all) with the names of its rows; "" for no marks.

    The columns `keys` name the rows; where several columns have values, theirs is told as well.
    """
    found = _found(data, columns)
    several = len({column for cells in found.values() for _, column in cells}) > 1
    said = []
    for mark, cells in found.items():
        names = [_name(data, row, column if several else "", keys, words) for row, column in cells]
        told = {"sign": mark.sign, "meaning": meaning(mark, words), "names": some(names, words)}
        said.append(words.say("charts.marked-names", **told))
    return words.parted(said)


def _found(data: ChartData, columns: Sequence[str]) -> Mapping[Mark, list[tuple[int, str]]]:
    """The cells with each mark, as row and column, in the order of the rows."""
    cells = list(_cells(data, columns))
    found = {mark: [(row, column) for row, column, own in cells if own is mark] for mark in Mark}
    return {mark: cells for mark, cells in found.items() if cells}


def _cells(data: ChartData, columns: Sequence[str]) -> Iterator[tuple[int, str, Mark]]:
    for row, marks in enumerate(data.marks):
        yield from ((row, column, mark) for column, mark in marks.items() if not columns or column in columns)


def _name(data: ChartData, row: int, column: str, keys: Sequence[str], words: Words) -> str:
    """What a cell is called: by its row's names, and its column's title if that is asked for."""
    values = data.rows[row]
    parts = [label(values[key], data.info(key), words) for key in keys]
    parts += [column_title(data.info(column))] if column else []
    return reduce(lambda one, other: words.say("charts.grid.cell", row=one, column=other), parts)
