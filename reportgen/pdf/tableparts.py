"""A table as a part: rows of cells, broken between rows, its header repeated with "(continued)".

How wide the columns are is found in `column_widths`; what the cells say and how they are tagged comes from `tables`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from copy import copy
from functools import cached_property
from itertools import accumulate
from typing import Self, overload

from reportgen.document.inlines import Note
from reportgen.frozen import frozen
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.parts import FUZZ, Part, once

_FEWEST_ROWS = 3
"""Rows that never stand alone on a page, as its widows or orphans. Our taste: one or two look like a remnant."""
_TALL = 14
"""Heights of the header from which a row is split over pages. Our taste: a page holds some thirty rows of one line, so
that a row that is split would fill two fifths of one; less leaves scraps of it on one of the two."""
_HEAD_RULE, _TOTAL_RULE, _HAIRLINE = 1.0, 0.6, 0.4
"""Points: the line under the header, and that under each row. Our taste: the first is seen first, the others lead the
eye along a row and stay behind the figures."""


@frozen
class TableStyle:
    """Lengths and colours of a table, in points."""

    left: float
    gap: float
    padding: float
    rule: str
    hairline: str


class RowPart(Part):
    """A row: cells of the columns' widths, their tops in line (or their bottoms, in the header)."""

    def __init__(
        self,
        cells: Sequence[Part],
        widths: Sequence[float],
        grid: TableStyle,
        *,
        bottom: bool = False,
        total: bool = False,
    ) -> None:
        """`bottom`: the cells' ends are in line, of a header; `total`: a rule parts it from those that it sums."""
        super().__init__()
        self.cells, self.widths, self.grid, self._bottom = list(cells), list(widths), grid, bottom
        self.total = total

    @cached_property
    def height(self) -> float:
        """Its height, whatever the width of what it stands in."""
        pairs = zip(self.cells, self.widths, strict=True)
        return max(cell.measure(each) for cell, each in pairs) + 2 * self.grid.padding

    def measure(self, width: float) -> float:
        return self.height

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        """Split each cell that is too tall: only for a row that no page holds."""
        room = height - 2 * self.grid.padding
        heads: list[Part] = []
        tails: list[Part] = []
        for cell, each in zip(self.cells, self.widths, strict=True):
            halves = (cell, _Nothing()) if cell.measure(each) <= room + FUZZ else cell.divide(each, room)
            if halves is None:
                return None
            heads.append(halves[0])
            tails.append(halves[1])
        return self._of(heads), self._of(tails)

    def _of(self, cells: list[Part]) -> Self:
        other = copy(self)
        other.__dict__.pop("height", None)
        other.cells = cells
        return other

    def narrow(self, by: float) -> None:
        """Take `by` points from each cell: some may take more lines then."""
        self.widths = [width - by for width in self.widths]
        self.__dict__.pop("height", None)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        x = self.grid.left
        for cell, each in zip(self.cells, self.widths, strict=True):
            top = height - self.grid.padding
            if self._bottom:
                top = self.grid.padding + cell.measure(each)
            cell.paint_at(canvas, x, top, each)
            x += each + self.grid.gap

    def inside(self) -> Iterable[Part]:
        return self.cells

    @property
    def breadth(self) -> float:
        """From the left edge of the first cell to the right edge of the last."""
        return sum(self.widths) + self.grid.gap * (len(self.widths) - 1)


class _Nothing(Part):
    def measure(self, width: float) -> float:
        return 0.0

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        """Nothing is painted."""


class RowRange(Sequence[RowPart]):
    """Rows of a table, from `first` to `end`: their heights and notes are known once for all pieces of the table.

    A piece of a table of thousands of rows is asked for its height at every page: no piece looks at its rows anew.
    """

    def __init__(self, rows: Sequence[RowPart]) -> None:
        self._all, self._first, self._end = list(rows), 0, len(rows)
        self._tops = [0.0, *accumulate(row.height for row in rows)]
        self._noted = [index for index, row in enumerate(rows) if row.notes()]

    def __len__(self) -> int:
        return self._end - self._first

    @overload
    def __getitem__(self, at: int) -> RowPart: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> RowPart | Self:
        """A row, or a piece."""
        chosen = range(self._first, self._end)[at]
        if isinstance(chosen, int):
            return self._all[chosen]
        other = copy(self)
        other._first, other._end = chosen.start, max(chosen.start, chosen.stop)
        return other

    @property
    def height(self) -> float:
        """The height of all."""
        return self._tops[self._end] - self._tops[self._first]

    def fitting(self, room: float) -> int:
        """How many of them, from the first, fit into `room`."""
        limit = self._tops[self._first] + room + FUZZ
        return bisect_right(self._tops, limit, self._first + 1, self._end + 1) - 1 - self._first

    def halves(self) -> int:
        """How many stand in the left of two stacks that are as low as can be."""
        count = self.fitting(self.height / 2)
        heights = [max(self[:n].height, self[n:].height) for n in (count, count + 1) if n <= len(self)]
        return count + heights.index(min(heights))

    def notes(self) -> list[Note]:
        """The footnotes that they call."""
        noted = self._noted[bisect_left(self._noted, self._first) : bisect_left(self._noted, self._end)]
        return [note for index in noted for note in self._all[index].notes()]


class TablePart(Part):
    """Header, rows and what stands under the last of them; of two stacks of rows the left one is read first."""

    unbreakable_up_to: float = 0.0
    """Up to this height it is never split."""
    dense: bool = False
    """Whether it is one of data behind charts, set small."""
    spare: float = 0.0
    """What its columns are wider than their longest lines, in points, together."""
    step: float = 0.0
    """From the left edge of the rows to that of a second stack beside them, in points; 0 where there is one stack."""

    def __init__(
        self, head: RowPart, rows: Sequence[RowPart], grid: TableStyle, continued: Part, foot: Part | None = None
    ) -> None:
        """`continued` is printed above the header where the table goes on; header and it are read once only."""
        super().__init__()
        self.head, self.grid, self.foot = head, grid, foot
        self.rows = RowRange(rows)
        self._continued = continued
        self._goes_on = False

    def measure(self, width: float) -> float:
        rows = max(stack.height for stack in self._stacked())
        return self._head_height(width) + rows + (self.foot.measure(width) if self.foot else 0.0)

    @property
    def least_breadth(self) -> float:
        """What it takes without any spare width, no cell wrapping more than it does."""
        return self.head.breadth - self.spare

    def narrow(self, breadth: float) -> None:
        """Take no more than `breadth`, which is `least_breadth` at least."""
        over = min(max(0.0, self.head.breadth - breadth), self.spare)
        for row in (self.head, *self.rows):
            row.narrow(over / len(row.widths))
        self.rows = RowRange([*self.rows])
        self.spare -= over

    def _stacked(self) -> list[RowRange]:
        """The rows of each stack; two are as low as they can be."""
        if not self.step:
            return [self.rows]
        count = self.rows.halves()
        return [self.rows[:count], self.rows[count:]]

    def _fitting(self, room: float) -> int:
        """How many rows fit into `room`."""
        count = self.rows.fitting(room)
        return count + self.rows[count:].fitting(room) if self.step else count

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        """Between rows, with at least three rows on each side where there are six."""
        if self.measure(width) <= self.unbreakable_up_to:
            return None
        few = max(1, min(_FEWEST_ROWS, len(self.rows) // 2))
        count = min(self._fitting(height - self._head_height(width)), len(self.rows) - few)
        if count >= few or (count >= 1 and self._goes_on):
            return self._of(self.rows[:count], None), self._next(self.rows[count:])
        return self._divide_row(width, height)

    def _divide_row(self, width: float, height: float) -> tuple[Part, Part] | None:
        """A row too tall for the rest of the page is split only where it could fill much of one."""
        row = self.rows[0]
        if row.height < _TALL * self.head.height:
            return None
        halves = row.divide(width, height - self._head_height(width))
        if halves is None:
            return None
        assert isinstance(halves[0], RowPart) and isinstance(halves[1], RowPart)
        return self._of(RowRange([halves[0]]), None), self._next(RowRange([halves[1], *self.rows[1:]]))

    def _of(self, rows: RowRange, foot: Part | None) -> TablePart:
        other = copy(self)
        other.rows, other.foot = rows, foot
        return other

    def _next(self, rows: RowRange) -> TablePart:
        other = self._of(rows, self.foot)
        other._goes_on, other.unbreakable_up_to = True, 0.0
        return other

    def _head_height(self, width: float) -> float:
        return self.head.height + (self._continued.measure(width) if self._goes_on else 0.0)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        top = height
        if self._goes_on:
            with canvas.muted():
                top -= self._continued.paint_at(canvas, self.grid.left, top, width)
        for index, rows in enumerate(self._stacked()):
            with canvas.moved(index * self.step, 0):
                self._paint_rows(canvas, rows, top, width, again=self._goes_on or index > 0)
        if self.foot is not None:
            self.foot.paint_at(canvas, 0, self.foot.measure(width), width)

    def _paint_rows(
        self, canvas: MarkingCanvas, rows: Sequence[RowPart], top: float, width: float, *, again: bool
    ) -> None:
        """The header, which is for the eye only where it stands `again`, and `rows` under it."""
        left, breadth = self.grid.left, self.head.breadth
        with canvas.muted() if again else nullcontext():
            top -= self.head.paint_at(canvas, 0, top, width)
        canvas.rule(left, top, breadth, _HEAD_RULE, self.grid.rule)
        for before, row in zip([None, *rows], rows, strict=False):
            if before is not None and row.total and not before.total:
                canvas.rule(left, top, breadth, _TOTAL_RULE, self.grid.rule)
            top -= row.paint_at(canvas, 0, top, width)
            canvas.rule(left, top, breadth, _HAIRLINE, self.grid.hairline)

    def inside(self) -> Iterable[Part]:
        head = () if self._goes_on else (self.head,)
        return (*head, *self.rows, *((self.foot,) if self.foot else ()))

    def notes(self) -> Sequence[Note]:
        head = () if self._goes_on else self.head.notes()
        foot = self.foot.notes() if self.foot else ()
        return once((*head, *self.rows.notes(), *foot))
