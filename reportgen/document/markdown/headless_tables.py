"""Tables that begin with their line of dashes, as Pandoc has them: their head is empty.

They become the tokens of any other table, so that nothing after this knows of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from reportgen.document.markdown.places import begin, line_of
from reportgen.document.templates.offsets import Offsets, Where
from reportgen.patterns import Pattern

RULER = Pattern(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
"""The line under the header of a table."""


def headless_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule for a table that begins with its line of dashes: its head is empty."""
    ruler = line_of(state, start)
    if state.is_code_block(start) or "|" not in ruler or not RULER.match(ruler) or start + 1 >= end:
        return False
    last = start + 1
    while last < end and "|" in line_of(state, last) and not state.isEmpty(last):
        last += 1
    if last == start + 1:
        return False
    if not silent:
        lines = [state.getLines(number, number + 1, state.blkIndent, False) for number in range(start, last)]
        columns = cells_of(ruler)
        inner: list[Token] = []
        head = f"|{' |' * columns}"
        state.md.block.parse("\n".join([head, *lines]), state.md, state.env, inner)
        placed = ((line, state.eMarks[number] - len(line)) for number, line in enumerate(lines, start))
        back = _Back([(head, begin(state, start)), *placed])
        for token in inner:
            token.level += state.level
            token.map = [max(number + start - 1, start) for number in token.map] if token.map else None
            token.meta = {key: back.of(key, value) for key, value in token.meta.items()}
        state.tokens.extend(inner)
        state.line = last
    return True


def cells_of(line: str) -> int:
    """How many cells a line of a table has."""
    return len(escapedSplit(line.strip().strip("|")))


class _Back:
    """Leads from a table that was read apart, as lines with their places, back to where it stands."""

    def __init__(self, lines: Sequence[tuple[str, int]]) -> None:
        self._starts, self._places, start = [], [], 0
        for line, place in lines:
            self._starts.append(start)
            self._places.append(place)
            start += len(line) + 1

    def of(self, key: str, value: Any) -> Any:
        """What a token notes, with places of the text."""
        if key == "at":
            return self._moved(value)
        return [(text, self._moved(where)) for text, where in value] if key == "cells" else value

    def _moved(self, where: Where) -> Where:
        if isinstance(where, Offsets):
            return Offsets(where.starts, tuple(map(self._place, where.targets)), where.still)
        return self._place(where)

    def _place(self, offset: int) -> int:
        line = bisect_right(self._starts, offset) - 1
        return self._places[line] + offset - self._starts[line]
