"""A value in a rendered text, and what stands beside it: what units and sizes are judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.document.data import marks
from reportgen.document.data.values import Datum
from reportgen.frozen import frozen

_READ = 80
"""So many characters on either side are looked at: a unit is shorter."""


@frozen
class ValueInText:
    """A value by its index, and the words between it and the values next to it, as far as they count."""

    index: int
    datum: Datum
    before: str
    after: str

    @property
    def sign(self) -> str:
        """The character before it, but for those of emphasis."""
        return self.before.rstrip("*_ \u00a0")[-1:]


def values_in(text: str, data: Sequence[Datum]) -> Iterator[ValueInText]:
    """Each value of a text by its mark."""
    places = [*marks.VALUE.finditer(text)]
    edges = [0, *(edge for found in places for edge in found.span()), len(text)]
    for at, found in enumerate(places):
        before = text[max(edges[2 * at], found.start() - _READ) : found.start()]
        yield ValueInText(int(found[1]), data[int(found[1])], before, text[found.end() : edges[2 * at + 3]][:_READ])
