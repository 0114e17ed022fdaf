"""Kinds of pages, and pages as they were filled: what stands where."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.frozen import frozen
from reportgen.geometry import Box
from reportgen.pdf.notes import PlacedPart
from reportgen.pdf.parts import Part
from reportgen.pdf.structure import StructElem


@frozen
class PageMaster:
    """A kind of page: its size in points, its text area, and what stands on the page after it."""

    name: str
    size: tuple[float, float]
    area: Box
    """The text area, counted from the bottom left corner of the sheet."""
    then: str = ""
    """The master of the next page; "" is this one again."""


@frozen
class FilledPage:
    """A filled page: what stands where, the text from the top, the notes at its foot."""

    page_master: PageMaster
    text: tuple[PlacedPart, ...]
    notes: tuple[PlacedPart, ...]

    def walk(self) -> Iterator[Part]:
        """All parts on it, in the order in which they stand."""
        for placed in (*self.text, *self.notes):
            yield from placed.part.walk()


@frozen
class FilledPages:
    """All pages, and the elements that are read behind others than the author wrote them behind: floats."""

    pages: tuple[FilledPage, ...]
    moves: tuple[tuple[StructElem, StructElem], ...]


@frozen
class Spacing:
    """How closely a chapter is set: what becomes of the white around floats, and how much deeper its pages are."""

    around_floats: float = 1.0
    """The share of that white that is left."""
    lines: int = 0
    """Lines of the body that a page has more, down into the margin above the footer."""
    ahead: int = 1
    """The pages that charts and tables may fill that wait for a place at the same time."""

    @property
    def is_closer(self) -> bool:
        """Whether it is closer than usual."""
        return self.around_floats < 1.0 or self.lines > 0


USUAL = Spacing()
CLOSEST = Spacing(0.7, 1)
CLOSER = (Spacing(0.7), Spacing(lines=1), CLOSEST)
"""What is tried, in this order, where a chapter leaves holes or a short tail. Our taste: a reader sees none of it; with
more, pages side by side would look unlike."""
PATIENT = Spacing(ahead=2)
"""What is tried last. Our taste: what a text tells of stands on its page or the next as long as that can be."""
