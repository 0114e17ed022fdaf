"""Rows some cells of which hold what stands in a row above: merged cells, names that stand once for several rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.sheets.sheet import Line, Merge, Shown


class _Filled(Line):
    """A row some cells of which, by their places, hold what stands in a row above."""

    __slots__ = ("from_", "own")

    def __init__(self, own: Line, from_: Mapping[int, Line]) -> None:
        super().__init__(own.number, own.cells)
        self.own, self.from_ = own, from_

    def __len__(self) -> int:
        return max(len(self.own), 1 + max(self.from_))

    def _line(self, at: int) -> Line:
        return self.from_.get(at, self.own)

    def text(self, at: int) -> str:
        return self._line(at).text(at)

    def shown(self, at: int) -> Shown:
        return self._line(at).shown(at)

    def read(self, at: int) -> tuple[str, Shown]:
        return self._line(at).read(at)

    def fault(self, at: int) -> str:
        return self._line(at).fault(at)

    def place(self, at: int) -> tuple[int, int]:
        return self._line(at).place(at)

    def anchor(self) -> tuple[int, int]:
        return self.own.anchor()

    def is_as(self, other: Line) -> bool:
        return isinstance(other, _Filled) and self.own.is_as(other.own) and self.from_ == other.from_


def with_above(line: Line, above: Mapping[int, Line]) -> Line:
    """A row some cells of which, by their places, hold what stands in rows above."""
    return _Filled(line, above)


def has_above(line: Line) -> bool:
    """Whether some cells of a row hold what stands above."""
    return isinstance(line, _Filled)


def merged_down(lines: Sequence[Line], merged: Sequence[Merge]) -> list[Line]:
    """Rows with what is merged with the row above: the first cell's text in all of them."""
    begins: dict[int, list[Merge]] = {}
    for one in merged:
        if one.bottom > one.top:
            begins.setdefault(one.top, []).append(one)
    made: list[Line] = []
    held: dict[int, tuple[int, Line]] = {}
    for line in lines if begins else ():
        held = {left: (bottom, first) for left, (bottom, first) in held.items() if bottom >= line.number}
        made.append(_Filled(line, {left: first for left, (_, first) in held.items()}) if held else line)
        held |= {one.left: (one.bottom, line) for one in begins.get(line.number, ())}
    return made or list(lines)
