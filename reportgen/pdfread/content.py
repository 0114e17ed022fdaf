"""What is painted on a page, by the marked content that it belongs to: texts with their places, boxes of the rest.

The stream is read operator by operator; form XObjects count as one painting, since ours hold no text of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

import pikepdf

from reportgen.frozen import frozen, mutable
from reportgen.geometry import Box
from reportgen.pdfread.bounds import MOST_OF_PAGE, Budget, TooMuch, too_much
from reportgen.pdfread.decoding import Decoder, Glyph, decoder
from reportgen.pdfread.fault import PdfFault
from reportgen.pdfread.graphics import Graphics


@frozen
class ShownText:
    """What one operator shows. `text` is what it means, by an ActualText where there is one."""

    text: str
    glyphs: tuple[Glyph, ...]
    box: Box
    baseline: float
    size: float
    page: int
    lang: str = ""
    """The language of the span round it, "" where only the element has one."""


@mutable
class MarkedContent:
    """Marked content with an MCID."""

    page: int
    tag: str
    mcid: int
    pieces: list[ShownText] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def box(self) -> Box | None:
        """The box round all that it paints."""
        return Box.around_all([*self.boxes, *(piece.box for piece in self.pieces)])


@mutable
class PageContent:
    """A page as it was painted, in the order of painting."""

    number: int
    size: Box
    sequences: list[MarkedContent] = field(default_factory=list)
    artifacts: list[ShownText] = field(default_factory=list)
    """Texts that belong to no sequence."""
    faults: list[PdfFault] = field(default_factory=list)

    @property
    def pieces(self) -> Iterator[ShownText]:
        """Every text of the page."""
        for sequence in self.sequences:
            yield from sequence.pieces
        yield from self.artifacts


@mutable
class _OpenMark:
    """A marked content operator that is still open."""

    tag: str
    in_text: bool
    sequence: MarkedContent | None = None
    lang: str = ""
    actual: str | None = None

    @property
    def claims(self) -> bool:
        return self.sequence is not None or self.tag == "Artifact"


class ContentReader:
    """Reads the pages of one file, within the bounds of a paper; a font that several pages use is read once."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._decoders: dict[tuple[int, int], Decoder] = {}

    def read(self, page: pikepdf.Page, number: int) -> PageContent:
        """What stands on a page; `number` counts from 0. TooMuch for more than a paper has."""
        _check_size(page)
        left, bottom, right, top = (float(part) for part in page.mediabox.as_list())
        reader = _PageReader(
            PageContent(number, Box(left, bottom, right, top)), Graphics(page.resources, self._decoder)
        )
        instructions = pikepdf.parse_content_stream(page)
        self._budget.spend("operators on its pages", len(instructions))
        for instruction in instructions:
            reader.read(str(instruction.operator), list(instruction.operands))
        reader.end()
        return reader.page

    def _decoder(self, font: Any) -> Decoder:
        known = self._decoders.get(font.objgen) if font.is_indirect else None
        if known is None:
            self._budget.spend("fonts")
            known = self._decoders[font.objgen] = decoder(font)
        return known


def _check_size(page: pikepdf.Page) -> None:
    """TooMuch for a page whose content unpacks to more than any has: each operator of it takes room, once read."""
    content: Any = page.obj.get("/Contents", [])
    size = 0
    for stream in [content] if isinstance(content, pikepdf.Stream) else content:
        size += len(stream.read_bytes())
        if size > MOST_OF_PAGE:
            raise too_much(MOST_OF_PAGE, "bytes of content on a page")


_DEEPEST = 100
"""Marks that may stand in each other."""


@mutable
class _PageReader:
    page: PageContent
    graphics: Graphics
    open: list[_OpenMark] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    """The numbers of marked content."""

    def read(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "BMC" | "BDC":
                self._begin(operands)
            case "EMC":
                if not self.open:
                    self._fault("pdf-marks-balanced", "a mark is closed that was never opened")
                elif self.open.pop().in_text != self.graphics.in_text:
                    self._fault("pdf-marks-text", "a mark and a text object (BT … ET) cut across each other")
            case _:
                painted = self.graphics.apply(operator, operands)
                for show in painted.shows:
                    self._show(show.glyphs, show.box, show.baseline, show.size)
                if painted.box is not None:
                    sequence = self._owner("a drawing")
                    if sequence:
                        sequence.boxes.append(painted.box)

    def end(self) -> None:
        if self.open:
            self._fault("pdf-marks-balanced", f"the mark {self.open[-1].tag} is not closed")

    def _begin(self, operands: list[Any]) -> None:
        tag = str(operands[0]).removeprefix("/")
        properties: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
        mark = _OpenMark(tag, self.graphics.in_text)
        if "/MCID" in properties:
            mark.sequence = self._sequence(tag, int(properties["/MCID"]))
        if "/Lang" in properties:
            mark.lang = str(properties["/Lang"])
        if "/ActualText" in properties:
            mark.actual = str(properties["/ActualText"])
        if mark.claims and any(outer.claims for outer in self.open):
            self._fault("pdf-marks-balanced", f"the mark {tag} stands inside another one")
        self.open.append(mark)
        if len(self.open) > _DEEPEST:
            raise TooMuch(f"the file has more than {_DEEPEST} marks in each other on a page")

    def _sequence(self, tag: str, mcid: int) -> MarkedContent:
        if mcid in self.seen:
            self._fault("pdf-mark-owner", f"marked content {mcid} stands twice")
        self.seen.add(mcid)
        sequence = MarkedContent(self.page.number, tag, mcid)
        self.page.sequences.append(sequence)
        return sequence

    def _show(self, glyphs: tuple[Glyph, ...], box: Box, baseline: float, size: float) -> None:
        text = "".join(glyph.text or "\ufffd" for glyph in glyphs)
        for mark in reversed(self.open):
            if mark.actual is not None:
                # The whole span means its ActualText, once.
                text, mark.actual = mark.actual, ""
                break
        lang = next((mark.lang for mark in reversed(self.open) if mark.lang), "")
        piece = ShownText(text, glyphs, box, baseline, size, self.page.number, lang)
        sequence = self._owner("text " + repr(text))
        (sequence.pieces if sequence else self.page.artifacts).append(piece)

    def _owner(self, what: str) -> MarkedContent | None:
        if not any(mark.claims for mark in self.open):
            self._fault("pdf-unmarked", f"{what} is neither content nor artifact")
        return next((mark.sequence for mark in reversed(self.open) if mark.sequence), None)

    def _fault(self, rule: str, message: str) -> None:
        self.page.faults.append(PdfFault(rule, message, self.page.number))
