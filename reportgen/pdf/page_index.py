"""On which pages of a laid-out paper the author's texts, the values of the data and the anchors are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from reportgen.document.inlines import Record, Value
from reportgen.frozen import mutable
from reportgen.pdf.pages import FilledPage
from reportgen.pdf.textpart import TextPart
from reportgen.problems import NOWHERE, Place

_Pages = dict[int, None]


@mutable
class PageIndex:
    """Pages are counted from 1, as they are printed."""

    anchors: Mapping[str, int]
    """The page on which what has an anchor begins."""
    _values: dict[tuple[Place, tuple[Record, ...]], _Pages] = field(default_factory=dict)
    _places: dict[Place, _Pages] = field(default_factory=dict)

    def note(self, page: int, place: Place, values: Iterable[Value]) -> None:
        """A text that stands at `place` in its file is read on `page`, with some values."""
        if place != NOWHERE:
            self._places.setdefault(place, {})[page] = None
        for value in values:
            self._values.setdefault((value.place, value.records), {})[page] = None

    def of(self, place: Place, records: tuple[Record, ...]) -> tuple[int, ...]:
        """The pages on which a value is read that `place` prints from `records`; none where it is not set as one."""
        return tuple(sorted(self._values.get((place, records), ())))

    def near(self, place: Place) -> tuple[int, ...]:
        """The page of the text that stands at `place` or last before it in its file; none where none does."""
        before = [known for known in self._places if known.file == place.file and not place < known]
        return tuple(self._places[max(before)])[:1] if before else ()


def index_of(pages: Sequence[FilledPage]) -> PageIndex:
    """What is read on which of `pages`."""
    read = PageIndex(pages_of_anchors(pages))
    for number, page in enumerate(pages, start=1):
        for part in page.walk():
            if isinstance(part, TextPart):
                read.note(number, part.place, part.values())
    return read


def pages_of_anchors(pages: Sequence[FilledPage]) -> dict[str, int]:
    """The page on which what has an anchor begins, from 1."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for part in page.walk():
            if isinstance(part, TextPart) and part.anchor:
                found.setdefault(part.anchor, number)
    return found
