"""Standing texts and short lists of sources: small type in two columns, at the foot of the last page.

What stands in them is made in `sections`; here it is put side by side, as low as it can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.parts import Item, Part, VerticalList
from reportgen.pdf.shapes import RulePart
from reportgen.pdf.theme import Space, Theme

_HAIRLINE = 0.4
"""Points: the line above, as thin as those of a table."""
_APART = 3.0
"""Units of white between the columns."""
_NARROWEST = 17.0
"""Times its size of type that a column is wide at least, some 36 characters. Our taste: shorter lines read slowly."""


class Imprint(Part):
    """Pieces under a thin line, the first ones in the left column; whole, but where no page can hold it."""

    at_foot = True

    def __init__(self, pieces: Sequence[Part], theme: Theme) -> None:
        super().__init__(theme.unit * 2, pieces[-1].space_after)
        self.pieces, self._theme = list(pieces), theme
        self.place = pieces[0].place

    def with_(self, other: Imprint) -> Imprint:
        """Both as one."""
        return Imprint([*self.pieces, *other.pieces], self._theme)

    def measure(self, width: float) -> float:
        if (lower := self._rule.measure(width) + self._lower(width)) <= self._theme.house.page.text_height:
            return lower
        return self._below.measure(width)

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        """Where no page holds it, one below the other and over pages."""
        if self.measure(width) <= self._theme.house.page.text_height:
            return None
        return self._below.divide(width, height)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        if self._rule.measure(width) + self._lower(width) > self._theme.house.page.text_height:
            self._below.paint(canvas, width, height)
            return
        top = height - self._rule.paint_at(canvas, 0, height, width)
        x = 0.0
        for column in self._columns(width):
            column.paint_at(canvas, x, top, self._breadth)
            x += self._breadth + self._theme.unit * _APART

    def inside(self) -> Iterable[Part]:
        return self.pieces

    @property
    def _rule(self) -> Part:
        return RulePart(_HAIRLINE, self._theme.house.colours.rule, below=self._theme.unit * 0.8)

    @property
    def _below(self) -> VerticalList:
        """All at the full measure, one below the other: for what no page holds in columns."""
        return VerticalList([self._rule, *self.pieces])

    @property
    def _breadth(self) -> float:
        """The width of a column."""
        return column_space(self._theme).width

    def _lower(self, width: float) -> float:
        return max(column.measure(self._breadth) for column in self._columns(width))

    def _columns(self, width: float) -> list[VerticalList]:
        """One column where two would be too narrow; else two, broken where both are lowest."""
        whole = VerticalList(self.pieces)
        if self._breadth > width / 2 or len(self.pieces) == 1:
            return [whole]
        ways = [[VerticalList(self.pieces[:at]), VerticalList(self.pieces[at:])] for at in range(1, len(self.pieces))]
        return min(ways, key=lambda way: max(column.measure(self._breadth) for column in way))


def column_space(theme: Theme) -> Space:
    """The space of what stands in an imprint: a column of two, or the full measure."""
    whole = theme.house.page.measure
    half = (whole - theme.unit * _APART) / 2
    return Space(0.0, half if half >= theme.small.look.size * _NARROWEST else whole)


def joined(chapters: Sequence[Sequence[Item]]) -> list[Sequence[Item]]:
    """The items of chapters, with imprints that follow each other as one."""
    made: list[Sequence[Item]] = []
    for items in chapters:
        before = made[-1][0] if made else None
        if isinstance(before, Imprint) and isinstance(first := items[0], Imprint):
            made[-1] = [before.with_(first), *items[1:]]
        else:
            made.append(items)
    return made
