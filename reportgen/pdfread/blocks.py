"""The blocks of a paper with the content that is theirs: what holds lines of its own, such as a paragraph or a cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from reportgen.frozen import mutable
from reportgen.geometry import Box
from reportgen.pdfread.content import MarkedContent, ShownText
from reportgen.pdfread.paper import Element, Paper

_HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}
_KINDS = {"P", "Caption", "Lbl", "LBody", "TD", "TH", "TOCI", "BlockQuote", *_HEADINGS}


@mutable
class Block:
    """A block and its content in reading order, without that of blocks inside it."""

    element: Element
    sequences: list[MarkedContent] = field(default_factory=list)

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure: its text is read by its alternative."""
        return self.element.kind == "Figure"

    @property
    def pieces(self) -> Iterator[ShownText]:
        """Its texts."""
        for sequence in self.sequences:
            yield from sequence.pieces

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def boxes(self) -> dict[int, Box]:
        """The box of what it has on each page, by the page's number."""
        found: dict[int, list[Box]] = {}
        for sequence in self.sequences:
            if sequence.box:
                found.setdefault(sequence.page, []).append(sequence.box)
        return {page: box for page, boxes in found.items() if (box := Box.around_all(boxes))}


def blocks(paper: Paper) -> list[Block]:
    """The blocks that have content, in reading order."""
    found: dict[int, Block] = {}
    for owner, sequence in paper.root.content() if paper.root else ():
        element = _figure(owner) or _block(owner)
        found.setdefault(id(element), Block(element)).sequences.append(sequence)
    return list(found.values())


def _figure(element: Element | None) -> Element | None:
    if element is None or element.kind == "Figure":
        return element
    return _figure(element.parent)


def _block(element: Element) -> Element:
    """The nearest block; content outside any block is its owner's."""
    nearest: Element | None = element
    while nearest is not None and nearest.kind not in _KINDS:
        nearest = nearest.parent
    return nearest or element
