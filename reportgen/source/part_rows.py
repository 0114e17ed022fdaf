"""Rows below one that says "Of which:" and nothing else: parts of the row above it, which their names then say.

"Of which: rafts" counts in no sum: `total_names` knows it. How far the parts go is told by the numbers: no further than
what the row above holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Line, Shown
from reportgen.source.number_texts import parts_of, value_of
from reportgen.source.total_names import is_part, names_total

_HEAD = Pattern(
    r"\W*(of (which|whom)|dont|davon|darunter|di cui|waarvan|w tym|od čega|od toga)\b\W*",
    re.IGNORECASE,
)


class _Part(Line):
    """A row whose name at `at` says of what it is a part."""

    __slots__ = ("at", "name", "own")

    def __init__(self, own: Line, at: int, name: str) -> None:
        super().__init__(own.number, own.cells)
        self.own, self.at, self.name = own, at, name

    def __len__(self) -> int:
        return len(self.own)

    def text(self, at: int) -> str:
        return self.name if at == self.at else self.own.text(at)

    def shown(self, at: int) -> Shown:
        return self.own.shown(at)

    def read(self, at: int) -> tuple[str, Shown]:
        text, shown = self.own.read(at)
        return (self.name if at == self.at else text), shown

    def fault(self, at: int) -> str:
        return self.own.fault(at)

    def place(self, at: int) -> tuple[int, int]:
        return self.own.place(at)

    def anchor(self) -> tuple[int, int]:
        return self.own.anchor()


def with_parts(lines: Sequence[Line]) -> list[Line]:
    """The rows, without those that say "Of which:" alone; those below have it before their names.

    Where it stands below several rows, the name of its own comes first: "Ny, of which: rafts".
    """
    heads = {row: line.filled()[0] for row, line in enumerate(lines) if _is_head(line) and _stands_alone(lines, row)}
    if not heads:
        return list(lines)
    texts = Counter(lines[row].text(at).casefold() for row, at in heads.items())
    made: dict[int, Line] = {}
    for row, at in heads.items():
        said = lines[row].text(at).rstrip(": ")
        if texts[lines[row].text(at).casefold()] > 1:
            said = f"{lines[row - 1].text(at)}, {said[:1].lower()}{said[1:]}"
        for below in _parts(lines, row):
            made[below] = _Part(lines[below], at, f"{said}: {lines[below].text(at)}")
    return [made.get(row, line) for row, line in enumerate(lines) if row not in heads]


def _is_head(line: Line) -> bool:
    filled = line.filled()
    return len(filled) == 1 and bool(_HEAD.fullmatch(line.text(filled[0])))


def _stands_alone(lines: Sequence[Line], head: int) -> bool:
    """Whether the row above a head counts in sums: below a total stand the rows that do."""
    above = lines[head - 1].filled() if head else ()
    return len(above) > 1 and not names_total(lines[head - 1].text(above[0]))


def _parts(lines: Sequence[Line], head: int) -> Iterator[int]:
    """The rows below a head that may be parts of the row above it: until these are all of it, or more."""
    at, whole = next(_numbers(lines[head - 1]), (-1, Decimal(0)))
    found = Decimal(0)
    for row in range(head + 1, len(lines)):
        filled = lines[row].filled()
        if len(filled) < 2 or names_total(lines[row].text(filled[0])) or (at >= 0 and found == whole):
            return
        if is_part(lines[row].text(filled[0])):
            continue  # of a part, which is counted
        found += dict(_numbers(lines[row])).get(at, Decimal(0))
        if at >= 0 and found > whole:
            return
        yield row


def _numbers(line: Line) -> Iterator[tuple[int, Decimal]]:
    for at in line.filled()[1:]:
        parts = parts_of(line.text(at))
        value = value_of(parts, ".") if parts else None
        if value is not None:
            yield at, value
