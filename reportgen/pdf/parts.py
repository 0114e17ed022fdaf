"""What stands on a page: parts that can be measured, split over pages, and drawn; and how parts are put together.

A part measures without drawing, splits into exactly a head and a tail, and says which footnotes it calls. What a part
looks like is the other modules' work; where it stands on a page is `pages`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from math import inf
from typing import Self

from reportgen.document.inlines import Note
from reportgen.frozen import frozen
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.structure import StructElem
from reportgen.problems import NOWHERE, Place

FUZZ = 1e-6
"""Points that rounding may add to a height."""

PORTRAIT, LANDSCAPE = "portrait", "landscape"
"""The page masters of text."""


class Part:
    """A piece of a page. Heights and widths are points; the origin of `paint` is the part's bottom left corner."""

    node: StructElem | None = None
    """The element of the whole block, where the block is one."""
    place: Place = NOWHERE
    last_element: StructElem | None = None
    """The last element of the block that it belongs to, where that stands in a section."""
    floats: bool = False
    """Whether the text may go on without it where it does not fit."""
    series: str = ""
    """What it is counted with, such as tables: one may stand before what waits of another series; "": it never does."""
    is_running_text: bool = False
    """Whether it is running text, which may stand before a float that waits."""
    needed_space: float = 0.0
    """The height that must be free on a page for it to begin there, in points; else it begins the next."""
    page_master: str = ""
    """The name of the page master that it needs, where it does not fit an upright page: it waits as floats do."""

    at_foot: bool = False
    """Whether it stands at the foot of the text area, below text; alone on a page it stands at the top."""

    def __init__(self, space_before: float = 0.0, space_after: float = 0.0) -> None:
        self.space_before, self.space_after = space_before, space_after

    def measure(self, width: float) -> float:
        """Its height at `width`."""
        raise NotImplementedError

    def smallest_type(self) -> float:
        """The size of its smallest type in points, without what stands inside it; infinite where that is told
        elsewhere, or it has none."""
        return inf

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


class VerticalList(Part):
    """Parts one below the other; the white between two is the larger of what they ask for."""

    unbreakable_up_to: float = 0.0
    """Up to this height it is never split."""

    def __init__(
        self, parts: Sequence[Part], *, keep_together: bool = False, margins: tuple[float, float] = (0, 0)
    ) -> None:
        """`keep_together` forbids a split; `margins` are kept free on the left and the right."""
        first, last = parts[0], parts[-1]
        super().__init__(first.space_before, last.space_after)
        self.parts, self.keep_together, self.margins = list(parts), keep_together, margins
        self.place = first.place

    def measure(self, width: float) -> float:
        inner = width - sum(self.margins)
        return sum(part.measure(inner) for part in self.parts) + sum(self._gaps())

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        if self.keep_together or self.measure(width) <= self.unbreakable_up_to:
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
        other.unbreakable_up_to = 0.0
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


class KeepWithNext(Part):
    """A heading, or a caption, with what it leads: it never stands alone at the foot of a page."""

    def __init__(self, head: Part, body: Part, *, last_lines: bool = False) -> None:
        """With `last_lines` it is a paragraph of which only the last lines stay with what it announces."""
        super().__init__(head.space_before, body.space_after)
        self.head, self.body, self._last_lines = head, body, last_lines
        self.place = head.place if body.place == NOWHERE else body.place
        self.last_element, self.is_running_text, self.page_master = (
            body.last_element,
            body.is_running_text,
            body.page_master,
        )
        self._whole = VerticalList([head, body], keep_together=True)

    def measure(self, width: float) -> float:
        return self._whole.measure(width)

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        gap = max(self.head.space_after, self.body.space_before)
        halves = self.body.divide(width, height - self.head.measure(width) - gap)
        if halves is not None:
            return KeepWithNext(self.head, halves[0]), halves[1]
        lines = self.head.divide(width, height) if self._last_lines else None
        return (lines[0], KeepWithNext(lines[1], self.body, last_lines=True)) if lines else None

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        self._whole.paint(canvas, width, height)

    def inside(self) -> Iterable[Part]:
        return self.head, self.body


@frozen
class NewPage:
    """What follows starts on a new page, of another page master if one is named."""

    page_master: str = ""
    run_on: float = 0.0
    """The share of a page, filled with less than which it stays the same page: too little stands on it to end it."""


@frozen
class FloatBarrier:
    """What waits stands before anything that follows: a chapter ends here."""


Item = Part | NewPage | FloatBarrier
"""What pages are filled with."""


def once(notes: Iterable[Note]) -> list[Note]:
    """The notes, each once, in order of their first call."""
    return list({note.anchor: note for note in notes}.values())
