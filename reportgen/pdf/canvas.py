"""A ReportLab canvas that marks what is drawn with the place in the structure tree that it belongs to.

What is drawn outside `claimed` is an artifact by construction: backgrounds, rules, underlines, running headers. The
structure tree itself is built elsewhere, before drawing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from reportgen.document.inlines import Value
from reportgen.figures.picture import Picture
from reportgen.pdf.lettering import number
from reportgen.pdf.structure import Content, LinkAnnotation, Node, Slot
from reportgen.pdf.whereabouts import Whereabouts
from reportgen.problems import Place

ARTIFACT = "/Artifact <</Type /Layout>> BDC"
"""What only decorates: rules, backgrounds, underlines (ISO 32000-1, 14.8.2.2)."""
_REPEATED = "/Artifact <</Type /Pagination>> BDC"
"""What a page shows again because it is a new page."""
_PAINTS = re.compile(r"(?:^|\s)(?:[SsfFBb]\*?|Do|sh|Tj|TJ|EI)(?=\s|$)")

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


class MarkingCanvas(Canvas):
    """`marks[page][mcid]` is the node that owns a marked content sequence, pages counted from 0."""

    # ReportLab's own, which its stubs don't know.
    _code: list[str]
    _preamble: str
    _annotationrefs: list[object]
    _bookmarkReference: Callable[[str], object]  # noqa: N815
    _addAnnotation: Callable[[object], None]  # noqa: N815

    def __init__(self, file: str | IO[bytes], **options: Any) -> None:
        self.marks: list[list[Node]] = []
        self._claims: list[Slot | str] = [ARTIFACT]
        self._muted = False
        self._anchors: set[str] = set()
        self._page_marks: list[Node] = []
        self.read = Whereabouts()
        self.pictures: Mapping[str, Picture] = {}
        """The charts, by their ids."""
        self._segment = 0
        super().__init__(file, **options)

    @contextmanager
    def claimed(self, slot: Slot) -> Iterator[None]:
        """What is drawn inside belongs to `slot`, unless the canvas is muted."""
        with self._claiming(_REPEATED if self._muted else slot):
            yield

    @contextmanager
    def furniture(self, kind: str) -> Iterator[None]:
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

    def operators(self, code: str) -> None:
        """Write operators as they are."""
        self._code.append(code)

    def link(self, slot: Slot, rectangle: Rectangle, url: str, contents: str) -> None:
        """A link annotation over `rectangle` (in the current coordinates); `url` is absolute or `#anchor`."""
        if self._muted:
            return
        left, bottom = self.absolutePosition(*rectangle[:2])
        right, top = self.absolutePosition(*rectangle[2:])
        slot.contents.append(LinkAnnotation(len(self.marks), len(self._annotationrefs)))
        box = pdfdoc.PDFArray([number(value) for value in (left, bottom, right, top)])
        entries = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": box,
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": pdfdoc.PDFString(contents),
        }
        if url.startswith("#"):
            entries["Dest"] = self._bookmarkReference(url[1:])
        else:
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(url)}
            entries["A"] = pdfdoc.PDFDictionary(action)
        self._addAnnotation(pdfdoc.PDFDictionary(entries))

    def destination(self, anchor: str, height: float) -> None:
        """Let links and bookmarks find `anchor` here, where it is first drawn; `height` is the top edge."""
        if not self._muted and anchor not in self._anchors:
            self._anchors.add(anchor)
            _, top = self.absolutePosition(0, height)
            self.bookmarkPage(anchor, fit="XYZ", left=0, top=round(top, 1), zoom=0)

    def reads(self, place: Place, values: Iterable[Value]) -> None:
        """A text of the author's at `place` is drawn here, with some values of the data."""
        if not self._muted:
            self.read.note(self.getPageNumber(), place, values)

    def _make_preamble(self) -> None:
        """ReportLab's: without its default font, which would have to be embedded."""
        self._preamble = "1 0 0 1 0 0 cm"

    def showPage(self) -> None:  # noqa: N802 (ReportLab's name)
        """End the page, its last open artifact first."""
        self._close_segment()
        self.marks.append(self._page_marks)
        self._page_marks = []
        super().showPage()
        self._segment = len(self._code)

    @contextmanager
    def _claiming(self, claim: Slot | str) -> Iterator[None]:
        self._close_segment()
        self._claims.append(claim)
        try:
            yield
        finally:
            self._close_segment()
            self._claims.pop()

    def _close_segment(self) -> None:
        """Wrap what was painted since the last change of claim, if anything was."""
        segment = " ".join(self._code[self._segment :])
        if _PAINTS.search(segment):
            self._code.insert(self._segment, self._opening(self._claims[-1]))
            self._code.append("EMC")
        self._segment = len(self._code)

    def _opening(self, claim: Slot | str) -> str:
        if isinstance(claim, str):
            return claim
        mcid = len(self._page_marks)
        self._page_marks.append(claim.node)
        claim.contents.append(Content(len(self.marks), mcid))
        return f"/{claim.node.role} <</MCID {mcid}>> BDC"
