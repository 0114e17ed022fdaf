"""A ReportLab canvas that marks what is drawn with the place in the structure tree that it belongs to.

What is drawn outside `claimed` is an artifact by construction: backgrounds, rules, underlines, running heads. The
structure tree itself is built elsewhere, before drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from math import ceil
from types import MappingProxyType

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from reportgen.figures.picture import Picture
from reportgen.frozen import frozen
from reportgen.geometry import QUARTER_CIRCLE, Box
from reportgen.pdf.lettering import number
from reportgen.pdf.links import PageLink, placed
from reportgen.pdf.reportlab_names import OpenCanvas
from reportgen.pdf.structure import Content, LinkAnnotation, Slot, StructElem

_ARTIFACT = "/Artifact <</Type /Layout>> BDC"
"""What only decorates: rules, backgrounds, underlines (ISO 32000-1, 14.8.2.2)."""
_REPEATED = "/Artifact <</Type /Pagination>> BDC"
"""What a page shows again because it is a new page."""


@frozen
class ChapterStart:
    """A chapter that begins on a page, and how high: the top edge of its heading, in points from the sheet's foot."""

    chapter: str
    top: float


class MarkingCanvas(OpenCanvas):
    """`marks[page][mcid]` is the node that owns a marked content sequence, pages counted from 0.

    Places are points from the canvas's origin, which `moved` moves; operators are written with places from the sheet's
    corner, so that the content stream needs no saved states.
    """

    def __init__(self, size: tuple[float, float], pictures: Mapping[str, Picture] = MappingProxyType({})) -> None:
        """`size` is that of the first page, in points; `pictures` are those of the charts, by their ids."""
        self.pictures = pictures
        self.marks: list[list[StructElem]] = []
        self.chapters: dict[int, list[ChapterStart]] = {}
        """The chapters that begin on the pages painted so far, by page number, from 1."""
        self.origin = (0.0, 0.0)
        self._claims: list[Slot | str] = [_ARTIFACT]
        self._open: Slot | str | None = None
        self._muted = False
        self.elements: dict[str, StructElem] = {}
        """What each anchor names."""
        self.notes: dict[str, Callable[[], None]] = {}
        """What paints the notes of the page that wait for their call, by their anchors."""
        self.foremost: Callable[[], None] | None = None
        """What paints what is read before all else, such as a stamp: over the ground of the page, before its words."""
        self.bookmarks: list[str] = []
        """The anchors of the bookmarks, in order."""
        self._page_marks: list[StructElem] = []
        self._page_links: list[PageLink] = []
        super().__init__(size)

    @property
    def page(self) -> int:
        """The number of the page that is being painted, from 1."""
        return len(self.marks) + 1

    # --- whose content it is ------------------------------------------------------------------------------------------
    @contextmanager
    def claimed(self, slot: Slot) -> Iterator[None]:
        """What is drawn inside belongs to `slot`, unless the canvas is muted."""
        if self.foremost and not self._muted:
            paint, self.foremost = self.foremost, None
            self._from_corner(paint)
        with self._claiming(_REPEATED if self._muted else slot):
            yield

    @contextmanager
    def running(self, kind: str) -> Iterator[None]:
        """What is drawn inside is a running artifact: a "Header", "Footer" or "Watermark" (ISO 32000-1, 14.8.2.2)."""
        with self._claiming(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC"):
            yield

    @contextmanager
    def muted(self) -> Iterator[None]:
        """What is drawn inside is read elsewhere already, such as a repeated header row."""
        before, self._muted = self._muted, True
        try:
            with self._claiming(_REPEATED):
                yield
        finally:
            self._muted = before

    @contextmanager
    def _claiming(self, claim: Slot | str) -> Iterator[None]:
        self._claims.append(claim)
        try:
            yield
        finally:
            self._claims.pop()

    # --- what is drawn ------------------------------------------------------------------------------------------------
    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        """Inside, the origin stands `x` points further right and `y` higher."""
        before = self.origin
        self.origin = before[0] + x, before[1] + y
        try:
            yield
        finally:
            self.origin = before

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point as it is counted from the sheet's bottom left corner."""
        return self.origin[0] + x, self.origin[1] + y

    def operators(self, code: str) -> None:
        """Write operators that paint, with places from the sheet's corner, as content of what claims them."""
        self._claim()
        self._code.append(code)

    def _claim(self) -> None:
        """What is drawn next is content of what claims it."""
        claim = self._claims[-1]
        if claim != self._open:
            self._close()
            self._code.append(self._opening(claim))
            self._open = claim

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        left, bottom = self.at(x, y)
        self.operators(f"{rgb(colour)} rg {_numbers(left, bottom, width, height)} re f")

    def rule(self, x: float, y: float, length: float, thickness: float, colour: str) -> None:
        """Draw a level line."""
        left, height = self.at(x, y)
        ends = f"{_numbers(left, height)} m {_numbers(left + length, height)} l"
        self.operators(f"{rgb(colour)} RG {number(thickness)} w {ends} S")

    def leader(self, x: float, y: float, length: float, step: float, thickness: float, colour: str) -> None:
        """Draw dots on a level line, `step` apart and in line with those of other leaders."""
        left, height = self.at(x, y)
        first = ceil(left / step) * step
        ends = f"{_numbers(first, height)} m {_numbers(left + length, height)} l"
        self.operators(f"q {rgb(colour)} RG {number(thickness)} w 1 J [0 {number(step)}] 0 d {ends} S Q")

    def badge(self, x: float, y: float, width: float, height: float, radius: float, fill: str, edge: str) -> None:
        """Fill a rectangle with round corners, and draw its edge."""
        left, bottom = self.at(x, y)
        right, top, bend = left + width, bottom + height, radius * (1 - QUARTER_CIRCLE)
        corners = (
            ((left, bottom + bend), (left + bend, bottom), (left + radius, bottom), (right - radius, bottom)),
            ((right - bend, bottom), (right, bottom + bend), (right, bottom + radius), (right, top - radius)),
            ((right, top - bend), (right - bend, top), (right - radius, top), (left + radius, top)),
            ((left + bend, top), (left, top - bend), (left, top - radius), (left, bottom + radius)),
        )
        steps = [f"{_numbers(left, bottom + radius)} m"]
        for first, second, end, following in corners:
            steps.append(f"{_numbers(*first, *second, *end)} c {_numbers(*following)} l")
        self.operators(f"{rgb(fill)} rg {rgb(edge)} RG 1 w {' '.join(steps)} h B")

    def drawing(self, draw: Callable[[], None]) -> None:
        """What `draw` writes with ReportLab's own methods, from the origin."""
        self._claim()
        self.saveState()
        self.translate(*self.origin)
        draw()
        self.restoreState()

    def image(self, data: bytes, width: float, height: float) -> None:
        """A PNG or a JPEG with its bottom left corner at the origin."""
        self._claim()
        self.drawImage(ImageReader(BytesIO(data)), *self.origin, width, height, mask="auto")

    def call(self, anchors: Iterable[str]) -> None:
        """Paint notes that wait, each where it stands: they are content behind what calls them, as they are read."""
        if not self._muted:
            for anchor in anchors:
                self._from_corner(self.notes.pop(anchor, lambda: None))

    def _from_corner(self, paint: Callable[[], None]) -> None:
        before, self.origin = self.origin, (0.0, 0.0)
        paint()
        self.origin = before

    # --- what leads there ---------------------------------------------------------------------------------------------
    def link(self, slot: Slot, boxes: Sequence[Box], url: str, contents: str) -> None:
        """A link over `boxes`, one for each of its lines; `url` is absolute or `#anchor`."""
        if not self._muted:
            moved = tuple(Box(*self.at(*box[:2]), *self.at(*box[2:])) for box in boxes)
            self._page_links.append(PageLink(slot, moved, url, contents))

    def _annotate(self, link: PageLink, rectangle: Box) -> None:
        anchor = link.url.removeprefix("#") if link.url.startswith("#") else ""
        link.slot.contents.append(LinkAnnotation(len(self.marks), len(self._annotationrefs), anchor))
        entries = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([number(value) for value in rectangle]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": pdfdoc.PDFString(link.contents),
        }
        if quads := [number(value) for value in link.quads]:
            entries["QuadPoints"] = pdfdoc.PDFArray(quads)
        if anchor:
            entries["Dest"] = self._bookmarkReference(anchor)
        else:
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(link.url)}
            entries["A"] = pdfdoc.PDFDictionary(action)
        self._addAnnotation(pdfdoc.PDFDictionary(entries))

    def destination(self, anchor: str, height: float, node: StructElem) -> None:
        """Let links and bookmarks find `anchor`, which names `node`, here, where it is first drawn; `height` is the top
        edge."""
        if not self._muted and anchor not in self.elements:
            self.elements[anchor] = node
            self.bookmarkPage(anchor, fit="XYZ", left=0, top=round(self.at(0, height)[1], 1), zoom=0)

    def bookmark(self, title: str, anchor: str, level: int) -> None:
        """A bookmark that leads to `anchor`; `level` counts from 0."""
        self.bookmarks.append(anchor)
        self.addOutlineEntry(title, anchor, level)

    def begins(self, chapter: str, height: float) -> None:
        """A chapter begins on this page; `height` is the top edge of its heading."""
        self.chapters.setdefault(self.page, []).append(ChapterStart(chapter, self.at(0, height)[1]))

    # --- pages --------------------------------------------------------------------------------------------------------
    def showPage(self) -> None:  # noqa: N802 (ReportLab's name)
        """End the page, its last open content first, then its links."""
        self._close()
        for link, rectangle in placed(self._page_links):
            self._annotate(link, rectangle)
        super().showPage()
        self.marks.append(self._page_marks)
        self._page_marks, self._page_links = [], []

    def _close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def _opening(self, claim: Slot | str) -> str:
        if isinstance(claim, str):
            return claim
        mcid = len(self._page_marks)
        self._page_marks.append(claim.node)
        claim.contents.append(Content(len(self.marks), mcid))
        return f"/{claim.node.role} <</MCID {mcid}>> BDC"


@cache
def rgb(colour: str) -> str:
    """#rrggbb as three operands of a colour operator."""
    return _numbers(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def _numbers(*values: float) -> str:
    return " ".join([number(value) for value in values])
