"""What stands on a page: parts that can be measured, split over pages, and drawn; and how parts are put together.

A part measures without drawing, splits into exactly a head and a tail, and says which footnotes it calls. What a part
looks like is the other modules' work; where it stands on a page is `pages`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import Self

from reportgen.document.inlines import Note
from reportgen.frozen import frozen
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.structure import Node
from reportgen.problems import NOWHERE, Place

FUZZ = 1e-6
"""Points that rounding may add to a height."""

PORTRAIT, LANDSCAPE = "portrait", "landscape"
"""The sheets that text stands on."""


class Part:
    """A piece of a page. Heights and widths are points; the origin of `paint` is the part's bottom left corner."""

    node: Node | None = None
    """The element of the whole block, where the block is one."""
    place: Place = NOWHERE
    ends_with: Node | None = None
    """The last element of the block that it belongs to, where that stands in a section."""
    floats: bool = False
    """Whether the text may go on without it where it does not fit."""
    passes: bool = False
    """Whether it is running text, which may stand before a float that waits."""
    needs: float = 0.0
    """The height that must be free on a page for it to begin there, in points; else it begins the next."""
    sheet: str = ""
    """The sheet that it needs, where it does not fit an upright page: it waits as floats do."""

    def __init__(self, space_before: float = 0.0, space_after: float = 0.0) -> None:
        self.space_before, self.space_after = space_before, space_after

    def measure(self, width: float) -> float:
        """Its height at `width`."""
        raise NotImplementedError

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        """A head of at most `height` and the rest, or None where it can't be split there."""
        return None

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        """Draw it into a box of `width` by `height`."""
        raise NotImplementedError

    def inside(self) -> Iterable[Part]:
        """The parts that it is made of, in reading order; what is only for the eye is left out."""
        return ()

    def notes(self) -> Sequence[Note]:
        """The footnotes that it calls, each once, in order."""
        return once(note for part in self.inside() for note in part.notes())

    def walk(self) -> Iterator[Part]:
        """It, and all parts inside it, in reading order."""
        yield self
        for part in self.inside():
            yield from part.walk()

    def paint_at(self, canvas: MarkingCanvas, x: float, top: float, width: float) -> float:
        """Draw it with its top left corner at (x, top); returns its height."""
        height = self.measure(width)
        with canvas.moved(x, top - height):
            self.paint(canvas, width, height)
        return height

    def spaced(self, before: float | None = None, after: float | None = None) -> Self:
        """A copy with other white around it."""
        other = copy(self)
        other.space_before = self.space_before if before is None else before
        other.space_after = self.space_after if after is None else after
        return other


class Column(Part):
    """Parts one below the other; the white between two is the larger of what they ask for."""

    whole_up_to: float = 0.0
    """Up to this height it is never split."""

    def __init__(self, parts: Sequence[Part], *, together: bool = False, margins: tuple[float, float] = (0, 0)) -> None:
        """`together` forbids a split; `margins` are kept free on the left and the right."""
        first, last = parts[0], parts[-1]
        super().__init__(first.space_before, last.space_after)
        self.parts, self.together, self.margins = list(parts), together, margins
        self.place = first.place

    def measure(self, width: float) -> float:
        inner = width - sum(self.margins)
        return sum(part.measure(inner) for part in self.parts) + sum(self._gaps())

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        if self.together or self.measure(width) <= self.whole_up_to:
            return None
        inner = width - sum(self.margins)
        used = 0.0
        gaps = [0.0, *self._gaps()]
        for index, part in enumerate(self.parts):
            room = height - used - gaps[index]
            taken = part.measure(inner)
            if taken > room + FUZZ:
                return self._cut(index, part.divide(inner, room))
            used += gaps[index] + taken
        return None

    def _cut(self, index: int, halves: tuple[Part, Part] | None) -> tuple[Part, Part] | None:
        if halves is not None:
            return self._of([*self.parts[:index], halves[0]]), self._of([halves[1], *self.parts[index + 1 :]])
        if index == 0:
            return None
        return self._of(self.parts[:index]), self._of(self.parts[index:])

    def _of(self, parts: Sequence[Part]) -> Self:
        other = copy(self)
        other.parts = list(parts)
        other.space_before, other.space_after = parts[0].space_before, parts[-1].space_after
        other.whole_up_to = 0.0
        return other

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        inner = width - sum(self.margins)
        top = height
        for part, gap in zip(self.parts, [0.0, *self._gaps()], strict=True):
            top -= gap
            top -= part.paint_at(canvas, self.margins[0], top, inner)

    def inside(self) -> Iterable[Part]:
        return self.parts

    def _gaps(self) -> list[float]:
        pairs = zip(self.parts, self.parts[1:], strict=False)
        return [max(above.space_after, below.space_before) for above, below in pairs]


class Lead(Part):
    """A heading, or a caption, with what it leads: it never stands alone at the foot of a page."""

    def __init__(self, head: Part, body: Part) -> None:
        super().__init__(head.space_before, body.space_after)
        self.head, self.body = head, body
        self.place = head.place if body.place == NOWHERE else body.place
        self.ends_with, self.passes, self.sheet = body.ends_with, body.passes, body.sheet
        self._whole = Column([head, body], together=True)

    def measure(self, width: float) -> float:
        return self._whole.measure(width)

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        gap = max(self.head.space_after, self.body.space_before)
        halves = self.body.divide(width, height - self.head.measure(width) - gap)
        if halves is None:
            return None
        return Lead(self.head, halves[0]), halves[1]

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        self._whole.paint(canvas, width, height)

    def inside(self) -> Iterable[Part]:
        return self.head, self.body


@frozen
class NewPage:
    """What follows starts on a new page, of another sheet if one is named."""

    sheet: str = ""


@frozen
class FloatsDue:
    """What waits stands before anything that follows: a chapter ends here."""


Item = Part | NewPage | FloatsDue
"""What pages are filled with."""


def once(notes: Iterable[Note]) -> list[Note]:
    """The notes, each once, in order of their first call."""
    return list({note.anchor: note for note in notes}.values())
