r"""Tables of Eurostat whose first column holds several: "freq,unit,geo\TIME_PERIOD" above "A,PC,AT" are three."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Line

_HEAD = Pattern(r"(?P<names>\w+(?:,\w+)+)\\(?:TIME_PERIOD|time)", re.IGNORECASE)


class _Parted(Line):
    """A row whose first cell is parted at its commas."""

    __slots__ = ("more", "own")

    def __init__(self, own: Line, first: Sequence[str]) -> None:
        super().__init__(own.number, [*first, *(own.text(at) for at in range(1, len(own)))])
        self.own, self.more = own, len(first) - 1

    def place(self, at: int) -> tuple[int, int]:
        return self.own.place(max(0, at - self.more))


def parted(lines: Sequence[Line]) -> Sequence[Line]:
    """The rows with a column for each of the dimensions; as they are where the first one names none, or not all have
    them."""
    match = _HEAD.fullmatch(lines[0].text(0)) if lines else None
    if match is None:
        return lines
    names = match["names"].split(",")
    cells = [names, *(line.text(0).split(",") for line in lines[1:])]
    if any(len(cell) != len(names) for cell in cells):
        return lines
    return [_Parted(line, cell) for line, cell in zip(lines, cells, strict=True)]
