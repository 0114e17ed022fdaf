"""Filling pages: the Platypus template that places parts, breaks pages and lets text stand before what does not fit.

What stands in the margins of a page (header, footer, stamp) is `furniture`'s work, what parts look like theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, PageTemplate

from reportgen.figures.picture import Picture
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.floats import Floats, may_float, parted
from reportgen.pdf.notes import NoteBook, NoteFrame
from reportgen.pdf.parts import LANDSCAPE, PORTRAIT, Part
from reportgen.problems import Problems, ReportError


class Sheet(PageTemplate):
    """A kind of page: its size in points, its text frame, and what draws its margins once it is full."""

    def __init__(
        self, name: str, size: tuple[float, float], frame: NoteFrame, furnish: Callable[[MarkingCanvas, int], None]
    ) -> None:
        super().__init__(
            id=name, frames=[frame], pagesize=size, onPageEnd=lambda _, document: furnish(document.canv, document.page)
        )


class TooTall(Exception):
    """A part that fits no page; carries the part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        super().__init__(str(part.place))


class Pages(BaseDocTemplate):
    """Places parts on sheets."""

    canv: MarkingCanvas
    _curPageFlowableCount: int  # noqa: N815 (Platypus's)

    def __init__(self, file: BytesIO, sheets: Sequence[Sheet], book: NoteBook, pictures: Mapping[str, Picture]) -> None:
        super().__init__(file, pageTemplates=list(sheets), invariant=1, pageCompression=0)
        self.book, self._pictures = book, pictures
        self.floats = Floats()

    def fill(self, parts: Sequence[Flowable]) -> MarkingCanvas:
        """Draw all parts; returns the canvas with its marks. Raises ReportError for what fits no page."""
        try:
            self.build([*parts, _RestOfNotes()], canvasmaker=self._canvas)
        except TooTall as fault:
            problems = Problems()
            problems.add("too-tall", fault.part.place, "this does not fit on a page")
            raise ReportError(problems.found) from fault
        return self.canv

    def _canvas(self, *given: Any, **options: Any) -> MarkingCanvas:
        canvas = MarkingCanvas(*given, **options)
        canvas.pictures = self._pictures
        return canvas

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        """Platypus: place the first of `flowables`, or as much of it as fits."""
        part = flowables[0]
        if isinstance(part, FloatsDue):
            self._end_floats(flowables)
        elif not isinstance(part, Part):
            super().handle_flowable(flowables)
        elif self.floats.are_due(self.page) and not self.floats.goes_on(part) and self._place_float(flowables):
            pass
        elif self._begins_a_page(part):
            self.handle_frameEnd()
        elif self._waits(part):
            del flowables[0]
            self.floats.add(part, self.page)
        else:
            del flowables[0]
            self._turn(part.sheet)
            self._put(part, flowables)

    def _end_floats(self, flowables: list[Flowable]) -> None:
        """Place the next float that waits, on a new page where it does not fit; where none does, the chapter ends."""
        if not self.floats:
            del flowables[0]
        elif not self._place_float(flowables):
            self.handle_pageEnd()

    def _place_float(self, flowables: list[Flowable]) -> bool:
        """Place the first float that waits, of one that needs its own sheet a head; False where it does not fit."""
        part = self.floats.first()
        if not self._turn(part.sheet):
            return False
        frame = self._note_frame
        if not (frame.takes_whole(part) or (part.sheet and (frame.without_text or frame.cut(part)))):
            return False
        self._put(self.floats.settle(), flowables)
        return True

    def _turn(self, sheet: str) -> bool:
        """Make the page one that a part for `sheet` may stand on; False where what stands on it forbids that."""
        if bool(sheet) == self._on_side:
            return True
        begun = self._note_frame
        if self._on_side or not begun.without_text:
            return False
        self.pageTemplate = next(template for template in self.pageTemplates if template.id == sheet)
        self.pageTemplate.checkPageSize(self.canv, self)
        self.frame = self.pageTemplate.frames[0]
        self._note_frame.take_over(begun)
        self.handle_frameBegin()
        self.handle_nextPageTemplate(PORTRAIT)
        return True

    @property
    def _on_side(self) -> bool:
        return bool(self.pageTemplate.id == LANDSCAPE)

    def _waits(self, part: Part) -> bool:
        """Whether `part` waits for another page: for its sheet, or behind what waits already."""
        if not part.sheet:
            return bool(self.floats) and may_float(part)
        stands = self._on_side or self._note_frame.without_text
        return not self.floats.goes_on(part) and (bool(self.floats) or not stands)

    def _begins_a_page(self, part: Part) -> bool:
        """Whether the page ends before `part`: for its sheet, for more room, or for a float that comes before it."""
        frame = self._note_frame
        if frame.untouched:
            return False
        other = self._on_side and not part.sheet
        return other or self.floats.hold(part, frame) or part.needs > frame.room

    def _put(self, part: Part, flowables: list[Flowable]) -> None:
        frame = self._note_frame
        if frame.place(part, self.canv):
            self._placed(part)
        elif self._goes_on_without(part, flowables) or self._put_head(part, flowables):
            pass
        elif frame.untouched:
            self._squeeze(part, flowables)
        else:
            flowables.insert(0, part)
            self.handle_frameEnd()

    def _put_head(self, part: Part, flowables: list[Flowable], *, tight: bool = False) -> bool:
        """Place as much of `part` as fits, the rest goes on a new page; False where nothing of it fits."""
        frame = self._note_frame
        halves = frame.cut(part, tight=tight)
        if halves is None or not frame.place(halves[0], self.canv, tight=tight):
            return False
        self._placed(part)
        tail = halves[1]
        tail.ends_with, tail.floats = part.ends_with, False
        flowables.insert(0, tail)
        self.handle_frameEnd()
        return True

    def _squeeze(self, part: Part, flowables: list[Flowable]) -> None:
        """Place what would not fit on a page of its own: its notes run over, each as soon as it has begun."""
        if self._note_frame.place(part, self.canv, tight=True):
            self._placed(part)
        elif not self._put_head(part, flowables, tight=True):
            raise TooTall(part)

    def handle_pageBegin(self) -> None:  # noqa: N802
        """Platypus: a new page goes on with the notes that wait."""
        super().handle_pageBegin()
        self._note_frame.take_waiting()

    def handle_pageEnd(self) -> None:  # noqa: N802
        """Platypus: the notes are drawn when the text of the page is known."""
        frame = self._note_frame
        if frame.has_notes:
            self._curPageFlowableCount += 1
        frame.draw_notes(self.canv)
        super().handle_pageEnd()

    @property
    def _note_frame(self) -> NoteFrame:
        frame = self.frame
        assert isinstance(frame, NoteFrame)
        return frame

    def _placed(self, part: Part) -> None:
        self._curPageFlowableCount += 1
        self.floats.passed(part)

    def _goes_on_without(self, part: Part, flowables: list[Flowable]) -> bool:
        """Let a chart, a table or a box that does not fit wait for the next page, where text follows it."""
        frame = self._note_frame
        found = None if frame.untouched or part.sheet else parted(part, flowables, frame)
        if found is None or not self.floats.have_room_for(found[0], frame):
            return False
        self.floats.add(found[0], self.page)
        if found[1] is not None:
            flowables[0] = found[1]
        return True


class NewPage(ActionFlowable):
    """What follows starts on a new page, of another sheet if one is named."""

    def __init__(self, sheet: str = "") -> None:
        super().__init__()
        self.sheet = sheet

    def apply(self, doc: BaseDocTemplate) -> None:
        """Platypus: end the page, unless nothing stands on it."""
        assert isinstance(doc, Pages)
        if self.sheet:
            doc.handle_nextPageTemplate(self.sheet)
        if not doc._note_frame.untouched or doc.book.waiting:
            doc.handle_pageEnd()


class FloatsDue(Flowable):
    """What waits stands before anything that follows: a chapter ends here."""


class _RestOfNotes(ActionFlowable):
    """Pages for the notes that still wait after the last part."""

    def apply(self, doc: BaseDocTemplate) -> None:
        """Platypus: a page more while notes wait."""
        assert isinstance(doc, Pages)
        while doc.book.waiting:
            doc.handle_pageEnd()
            doc.clean_hanging()
