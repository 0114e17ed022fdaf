"""Rules on what stands where: reading order, headings with what follows, texts inside the page and apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from reportgen.geometry import Box
from reportgen.pdfread.blocks import Block, blocks
from reportgen.pdfread.bounds import Budget
from reportgen.pdfread.content import PageContent, ShownText
from reportgen.pdfread.fault import PdfFault, shorten
from reportgen.pdfread.paper import Element, Paper
from reportgen.pdfread.tag_tree import text_of

_TOLERANCE = 2.0
"""Points by which a block may begin above the end of the one before."""

_TOLD = 20
"""Pairs of a page that lie over each other: more say no more."""
_COVERED = 0.25
"""The share of a text that another one may touch: letters of different size on one line do."""


def _run(paper: Paper) -> list[Block]:
    """The blocks in reading order, without notes: those are drawn at the foot and read where they are called."""
    return [block for block in blocks(paper) if not block.element.within("Note") and block.boxes]


def reading_order(paper: Paper) -> Iterator[PdfFault]:
    """What is read later stands lower, or to the right, or on a later page."""
    ends = _RightEnds()
    for one, other in pairwise(_run(paper)):
        (before_page, before), (page, after) = list(one.boxes.items())[-1], next(iter(other.boxes.items()))
        back = page < before_page and not _beside(one, page, after, ends)
        if back or (page == before_page and _goes_back(before, after)):
            names = (shorten(text_of(block.element), 30) for block in (other, one))
            yield PdfFault("pdf-order", "{} stands before {} and is read after it".format(*names), page)


class _RightEnds:
    """Where the content of an element ends on the right, on each page; what was measured once is known."""

    def __init__(self) -> None:
        self._known: dict[int, dict[int, float]] = {}

    def of(self, element: Element) -> dict[int, float]:
        """The right end in points by the page's number."""
        if id(element) not in self._known:
            found = self._known[id(element)] = {}
            for _, sequence in element.content():
                if sequence.box:
                    found[sequence.page] = max(sequence.box.right, found.get(sequence.page, sequence.box.right))
        return self._known[id(element)]


def _beside(one: Block, page: int, after: Box, ends: _RightEnds) -> bool:
    """Whether the table that ends with `one` begins on `page`, left of `after`: two tables go on side by side."""
    group: Element | None = one.element
    while group is not None and group.kind != "Div":
        group = group.parent
    right = ends.of(group).get(page) if group else None
    return right is not None and right < after.left + _TOLERANCE


def _goes_back(before: Box, after: Box) -> bool:
    above = after.bottom > before.top - _TOLERANCE
    beside = not above and after.top > before.bottom + _TOLERANCE
    return (above and after.left < before.right - _TOLERANCE) or (beside and after.right < before.left + _TOLERANCE)


_HEADINGS = ("H1", "H2", "H3")


def stranded_headings(paper: Paper) -> Iterator[PdfFault]:
    """What follows a heading begins on its page; where nothing does before the next heading, no layout helps."""
    for heading, other in pairwise(_run(paper)):
        page, kind, next_ = max(heading.boxes), heading.element.kind, other.element.kind
        empty = next_ in _HEADINGS and next_ <= kind
        if kind in _HEADINGS and min(other.boxes) != page and not empty:
            message = f"the heading {shorten(text_of(heading.element))} stands alone at the end of a page"
            yield PdfFault("pdf-heading-stranded", message, page)


def page_edges(paper: Paper) -> Iterator[PdfFault]:
    """Text stands inside the page."""
    for page in paper.pages:
        for piece in page.pieces:
            if piece.text.strip() and not page.size.holds(piece.box):
                yield PdfFault("pdf-page-edge", f"{shorten(piece.text)} runs off the page", page.number)


def overlaps(paper: Paper) -> Iterator[PdfFault]:
    """Texts do not lie over each other; what is drawn in a figure is the figure's business."""
    for page in paper.pages:
        for one, other in islice(_overlapping(_visible(paper, page), paper.budget), _TOLD):
            message = f"{shorten(one.text, 30)} and {shorten(other.text, 30)} lie over each other"
            yield PdfFault("pdf-overlap", message, page.number)


def _visible(paper: Paper, page: PageContent) -> list[ShownText]:
    pieces = list(page.artifacts)
    for sequence in page.sequences:
        owner = paper.owners.get(sequence)
        if owner is None or not owner.within("Figure"):
            pieces += sequence.pieces
    return [piece for piece in pieces if piece.text.strip()]


def _overlapping(pieces: list[ShownText], budget: Budget) -> Iterator[tuple[ShownText, ShownText]]:
    """Each pair that overlaps; sorted by height, so that only neighbours are compared."""
    ordered = sorted(pieces, key=lambda piece: (piece.box.bottom, piece.box.left))
    for place, one in enumerate(ordered):
        for other in map(ordered.__getitem__, range(place + 1, len(ordered))):
            if other.box.bottom >= one.box.top:
                break
            budget.spend("pairs of texts that may lie over each other")
            if _letters(one).overlap(_letters(other)) > _COVERED:
                yield one, other


def _letters(piece: ShownText) -> Box:
    """The box of small letters: what stands above and below may touch another line."""
    left, _, right, _ = piece.box
    return Box(left, piece.baseline, right, piece.baseline + piece.size / 2)


CHECKS = (reading_order, stranded_headings, page_edges, overlaps)
