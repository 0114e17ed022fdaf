"""Small dense tables in twos: side by side where both fit half the measure, one after the other for the ear.

Where the page ends, both are split between rows, as each would be alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Self

from reportgen.pdf.parts import FUZZ, KeepWithNext, Part
from reportgen.pdf.shapes import EqualColumns, Spacer
from reportgen.pdf.tableparts import TablePart
from reportgen.pdf.theme import Space, Theme

_APART = 3.0
"""Units of white between the two: as much as between two stacks of rows."""


def in_pairs(parts: Sequence[Part], theme: Theme, space: Space) -> list[Part]:
    """The same parts, neighbours that are small dense tables as one part: half a page at most."""
    gap = theme.unit * _APART
    half = (space.width - gap) / 2
    made: list[Part] = []
    waiting: Part | None = None
    for part in parts:
        if not _is_small(part, half):
            made, waiting = [*made, part], None
        elif waiting is None or max(one.measure(half) for one in (waiting, part)) > theme.half_page:
            made, waiting = [*made, part], part
        else:
            made[-1], waiting = _beside(waiting, part, half, gap), None
    return made


def _table(part: Part) -> TablePart | None:
    body = part.body if isinstance(part, KeepWithNext) else part
    return body if isinstance(body, TablePart) else None


def _is_small(part: Part, half: float) -> bool:
    table = _table(part)
    return table is not None and table.dense and not table.step and not table.grid.left and table.least_breadth <= half


def _beside(one: Part, other: Part, half: float, gap: float) -> Part:
    for part in (one, other):
        table = _table(part)
        assert table is not None
        table.narrow(half)
    pair = _Pair([one, other], 0.0, gap, 2)
    pair.space_after = max(one.space_after, other.space_after)
    pair.place, pair.last_element = one.place, other.last_element
    return pair


class _Pair(EqualColumns):
    """Two tables side by side."""

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        """Split each that is too tall; None where one of them can't be."""
        each = self.each(width)
        heads: list[Part] = []
        tails: list[Part] = []
        for part in self.parts:
            halves = (part, Spacer(0.0)) if part.measure(each) <= height + FUZZ else part.divide(each, height)
            if halves is None:
                return None
            heads.append(halves[0])
            tails.append(halves[1])
        return self._of(heads), self._of(tails)

    def _of(self, parts: list[Part]) -> Self:
        other = copy(self)
        other.parts = parts
        return other
