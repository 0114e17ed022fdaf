"""Tables that stand side by side on an unknown sheet, an empty column between them; for `finder`.

An empty column alone parts no table: many have one between groups of columns. What stands right of it is a table of its
own where its first column names rows: because it is called as one on its left is, or because words stand in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportgen.sheets.sheet import Line, Shown, Worksheet
from reportgen.source.number_texts import parts_of

_LEAST = 2
"""Columns that a table has at least: names and values."""
Block = tuple[int, int]
"""The first and the last column of a table, by their places."""


def seen(sheet: Worksheet, block: Block) -> Worksheet:
    """A sheet of which only some columns are seen; all cells keep their places."""
    return replace(sheet, lines=[_Cut(line, block) for line in sheet.lines])


class _Cut(Line):
    """A row of which only the cells of a block are seen; all keep their places."""

    __slots__ = ("block", "own")

    def __init__(self, own: Line, block: Block) -> None:
        super().__init__(own.number, ())
        self.own, self.block = own, block

    def __len__(self) -> int:
        return min(len(self.own), self.block[1] + 1)

    def _sees(self, at: int) -> bool:
        return self.block[0] <= at <= self.block[1]

    def text(self, at: int) -> str:
        return self.own.text(at) if self._sees(at) else ""

    def shown(self, at: int) -> Shown:
        return self.own.shown(at)

    def read(self, at: int) -> tuple[str, Shown]:
        return self.own.read(at)

    def fault(self, at: int) -> str:
        return self.own.fault(at) if self._sees(at) else ""

    def place(self, at: int) -> tuple[int, int]:
        return self.own.place(at)


def blocks(names: Line, lines: Sequence[Line]) -> list[Block]:
    """The columns of each table among the rows of one, below a row of names: one block where it is no more than one."""
    used = sorted({at for line in (names, *lines) for at in line.filled()})
    if not used:
        return []
    made: list[Block] = [(used[0], used[0])]
    for at in used[1:]:
        left, right = made[-1]
        made[-1:] = [(left, at)] if at == right + 1 else [(left, right), (at, at)]
    found = made[:1]
    for block in made[1:]:
        left, right = found[-1]
        found[-1:] = [(left, right), block] if _is_apart(names, lines, (left, right), block) else [(left, block[1])]
    return found


def _is_apart(names: Line, lines: Sequence[Line], left: Block, right: Block) -> bool:
    """Whether two blocks are two tables."""
    if any(last - first + 1 < _LEAST or not _has_numbers(lines, (first, last)) for first, last in (left, right)):
        return False
    column = [text for line in lines if (text := line.text(right[0]))]
    same = names.text(right[0]).casefold() == names.text(left[0]).casefold() != ""
    return same or not _share(column, _is_number)


def _has_numbers(lines: Sequence[Line], block: Block) -> bool:
    """Whether most cells of a column behind the first are values."""
    columns = ([text for line in lines if (text := line.text(at))] for at in range(block[0] + 1, block[1] + 1))
    return any(_share(column, _is_number) > 1 / 2 for column in columns)


def _is_number(text: str) -> bool:
    return parts_of(text) is not None


def _share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts) if texts else 0.0
