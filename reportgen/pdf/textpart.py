"""A paragraph as a part: lines of runs, with what hangs beside the first one, links, and its place in the bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import groupby
from math import inf
from typing import Literal, NamedTuple

from reportgen.document.inlines import Note, Value
from reportgen.frozen import frozen
from reportgen.geometry import Box, Matrix
from reportgen.pdf.canvas import MarkingCanvas, rgb
from reportgen.pdf.lettering import Lettering, number
from reportgen.pdf.linebreaking import LineBreaker, Piece, TextLine
from reportgen.pdf.parts import FUZZ, Part
from reportgen.pdf.pictures import steps
from reportgen.pdf.runs import Run, notes_in
from reportgen.pdf.structure import StructElem

CAP_HEIGHT = 0.66
"""Of the type size: a line's capitals stand in the middle of its leading."""
_BAR = 1.4
"""How wide the bar beside a changed text is, in points. Our taste: narrower than that of a quotation."""
_UNDERLINE_DEPTH, _UNDERLINE_THICKNESS = 0.14, 0.045
"""Of the type size. Our taste: clear of the feet of letters, and as thin as their thinnest strokes."""
_LINK_BOTTOM, _LINK_TOP = -0.25, 0.8
"""Of the type size, from the baseline: a link's box reaches from under descenders to over ascenders."""
_WIDOWS = _ORPHANS = 2
"""Lines of a paragraph that stand together at the head of a page, and at the foot of one: fewer are never left."""
_FREE: Mapping[str, float] = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""What of a line's white stands before it."""


@frozen
class ParagraphStyle:
    """How lines stand, in points: their leading, indents and the white around."""

    leading: float
    left: float = 0.0
    hanging_indent: float = 0.0
    """How far the first line stands out to the left."""
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    align: Literal["left", "right", "centre"] = "left"
    balanced: bool = False
    keep_together: bool = False
    """Never split over pages."""


@frozen
class Hanging:
    """Runs that hang at `x` points beside the first line: a number, a bullet, a date."""

    runs: tuple[Run, ...]
    x: float = 0.0


@frozen
class Margin:
    """The mark of a changed text: a bar beside all of its lines, and runs beside the first one.

    `x` of the runs and of the bar's left edge are points from the sheet's edge: boxes and lists don't move them.
    """

    runs: tuple[Run, ...]
    x: float
    bar: float
    colour: str


@frozen
class Bookmark:
    """The bookmark of a heading: `level` counts from 0; a chapter begins at level 0, or else only a box."""

    title: str
    level: int
    is_chapter: bool = True


class _PlacedPiece(NamedTuple):
    """A piece with the left end of its baseline, from the sheet's corner."""

    piece: Piece
    x: float
    y: float


class TextPart(Part):
    """Lines of text; a part of a paragraph that is split over pages has some of its lines."""

    margin: Margin | None = None
    beside: Part | None = None
    """A side note in the column left of it, for the eye."""

    def __init__(
        self,
        runs: Sequence[Run],
        form: ParagraphStyle,
        lettering: Lettering,
        hanging: Hanging | None = None,
        anchor: str = "",
        bookmark: Bookmark | None = None,
    ) -> None:
        super().__init__(form.before, form.after)
        self.form, self.lettering = form, lettering
        self.hanging, self.anchor, self.bookmark = hanging, anchor, bookmark
        self.breaker = LineBreaker(runs, lettering)
        self._size = max((run.look.size for run in runs), default=0.0)
        self._first = 0
        self._end: int | None = None
        self._width: float | None = None

    @property
    def runs(self) -> tuple[Run, ...]:
        """What the whole paragraph says."""
        return self.breaker.runs

    def smallest_type(self) -> float:
        return min((run.scale * 1000 if run.formula else run.look.size for run in self.runs), default=inf)

    @property
    def has_begun(self) -> bool:
        """Whether lines of its paragraph stand on the page before."""
        return self._first > 0

    @property
    def goes_on(self) -> bool:
        """Whether lines of its paragraph stand on the next page."""
        return self._end is not None

    def lines(self, width: float) -> list[TextLine]:
        """Its lines in a column of `width` points; a part of a split keeps the lines that it was given."""
        room = (self._width or width) - self.form.left - self.form.right
        lines = self.breaker.lines(room, self.form.hanging_indent, balanced=self.form.balanced)
        return lines if self._width is None else lines[self._first : self._end]

    def measure(self, width: float) -> float:
        height = len(self.lines(width)) * self.form.leading
        return max(height, self.beside.measure(width)) if self.beside else height

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        """Split so that neither widows nor orphans are left."""
        count = len(self.lines(width))
        fitting = min(int((height + FUZZ) // self.form.leading), count - _WIDOWS)
        if fitting < _ORPHANS or self.form.keep_together:
            return None
        if self.beside and self.beside.measure(width) > fitting * self.form.leading + FUZZ:
            return None
        cut = self._first + fitting
        head, tail = self._holding(width, self._first, cut), self._holding(width, cut, self._end)
        head.space_after = tail.space_before = 0.0
        tail.hanging, tail.anchor, tail.bookmark, tail.beside = None, "", None, None
        return head, tail

    def _holding(self, width: float, first: int, end: int | None) -> TextPart:
        other = copy(self)
        other._width, other._first, other._end = self._width or width, first, end
        return other

    def notes(self) -> Sequence[Note]:
        if self._width is None:
            return self.breaker.notes
        return notes_in(piece.run for line in self.lines(0.0) for piece in line.pieces) if self.breaker.notes else ()

    def values(self) -> Iterator[Value]:
        """The values of the data that it prints, in order."""
        shown = self.runs if self._width is None else (p.run for line in self.lines(0.0) for p in line.pieces)
        for run in (*(self.hanging.runs if self.hanging else ()), *shown):
            yield from run.values

    # --- painting -----------------------------------------------------------------------------------------------------
    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        self._register(canvas, height)
        self._mark(canvas, height)
        if self.beside is not None:
            with canvas.muted():
                self.beside.paint_at(canvas, 0.0, height, width)
        if self.hanging is not None:
            self._paint_pieces(canvas, hung := self._beside(canvas, self.hanging.runs, self.hanging.x, height))
            self._link(canvas, hung)
        self._paint_pieces(canvas, placed := self._placed(canvas, width, height))
        if any(item.piece.run.target or item.piece.run.look.underline for item in placed):
            self._underline(canvas, placed)
            self._link(canvas, placed)
            for item in placed:
                if item.piece.run.anchor:
                    top = item.y - canvas.origin[1] + self.form.leading
                    canvas.destination(item.piece.run.anchor, top, item.piece.run.slot.node)
            canvas.call(note.anchor for note in self.notes())

    def _register(self, canvas: MarkingCanvas, height: float) -> None:
        if self.anchor:
            canvas.destination(self.anchor, height + self.form.leading * 0.2, self._element)
        if self.bookmark is not None:
            canvas.bookmark(self.bookmark.title, self.anchor, self._element.heading.level - 1)
            if self.bookmark.level == 0 and self.bookmark.is_chapter:
                canvas.begins(self.bookmark.title, height)

    @property
    def _element(self) -> StructElem:
        """The element of its words."""
        return self.node or self.runs[0].slot.node

    def _baseline(self, height: float, index: int) -> float:
        return height - index * self.form.leading - (self.form.leading + CAP_HEIGHT * self._size) / 2

    def _mark(self, canvas: MarkingCanvas, height: float) -> None:
        """The bar of a changed text, and at its beginning the word, which is read before it."""
        if self.margin is None:
            return
        edge = canvas.origin[0]
        canvas.box(self.margin.bar - edge, 0, _BAR, height, self.margin.colour)
        if not self._first:
            self._paint_pieces(canvas, self._beside(canvas, self.margin.runs, self.margin.x - edge, height))

    def _beside(self, canvas: MarkingCanvas, runs: Sequence[Run], x: float, height: float) -> list[_PlacedPiece]:
        """What hangs, on the baseline of the first line."""
        placed = []
        for run in runs:
            width = self.lettering.width(run.text, run.look.style, run.look.size)
            placed.append(_PlacedPiece(Piece(run, run.text, width), *canvas.at(x, self._baseline(height, 0))))
            x += width
        return placed

    def _placed(self, canvas: MarkingCanvas, width: float, height: float) -> list[_PlacedPiece]:
        left, bottom = canvas.origin
        room = width - self.form.left - self.form.right
        share = _FREE[self.form.align]
        placed = []
        for index, line in enumerate(self.lines(width)):
            hanging_indent = 0.0 if index or self._first else self.form.hanging_indent
            x = left + self.form.left - hanging_indent + (room - line.width) * share
            y = bottom + self._baseline(height, index)
            for piece in line.pieces:
                placed.append(_PlacedPiece(piece, x, y))
                x += piece.width
        return placed

    def _paint_pieces(self, canvas: MarkingCanvas, placed: Sequence[_PlacedPiece]) -> None:
        for slot, group in groupby(placed, key=lambda item: item.piece.run.slot):
            with canvas.claimed(slot):
                canvas.operators(self._shown(canvas, group))

    def _shown(self, canvas: MarkingCanvas, placed: Iterable[_PlacedPiece]) -> str:
        """The operators of pieces of one slot."""
        code = ["BT"]
        colour = ""
        for piece, x, y in placed:
            look = piece.run.look
            if look.colour != colour:
                colour = look.colour
                code.append(f"{rgb(colour)} rg")
            if piece.run.formula:
                code.append(f"ET {_formula(piece.run, x, y + look.rise)} BT")
                continue
            shown = self.lettering.show(canvas, piece.text, look.style, look.size, Matrix(e=x, f=y + look.rise))
            # A hyphen that only the line's end made is a soft one to a reader (ISO 14289-1, 7.2).
            code.append(f"/Span <</ActualText <FEFF00AD>>> BDC {shown} EMC" if piece.hyphen else shown)
        code.append("ET")
        return " ".join(code)

    def _underline(self, canvas: MarkingCanvas, placed: Sequence[_PlacedPiece]) -> None:
        """One stroke under neighbours, over the spaces between them."""
        for (underlined, _), group in groupby(placed, key=lambda item: (item.piece.run.look.underline, item.y)):
            if underlined:
                items = list(group)
                first, last, look = items[0], items[-1], items[0].piece.run.look
                x, y = first.x - canvas.origin[0], first.y - canvas.origin[1] + look.rise - _UNDERLINE_DEPTH * look.size
                length = last.x + self._bare_width(last.piece) - first.x
                canvas.rule(x, y, length, _UNDERLINE_THICKNESS * look.size, look.colour)

    def _bare_width(self, piece: Piece) -> float:
        if piece.run.formula:
            return piece.width
        return self.lettering.width(piece.text.rstrip(), piece.run.look.style, piece.run.look.size)

    def _link(self, canvas: MarkingCanvas, placed: Sequence[_PlacedPiece]) -> None:
        """Each link with a box for every line that it stands on."""
        linked = [item for item in placed if item.piece.run.target is not None]
        for _, group in groupby(linked, key=lambda item: id(item.piece.run.target)):
            items = list(group)
            target = items[0].piece.run.target
            assert target is not None
            boxes = [self._linked(canvas, list(line)) for _, line in groupby(items, key=lambda item: item.y)]
            words = "".join(run.text for run in self.runs if run.target is target)
            canvas.link(target.slot, boxes, target.url, target.contents or words)

    def _linked(self, canvas: MarkingCanvas, items: Sequence[_PlacedPiece]) -> Box:
        """The box of a link on one line."""
        left, bottom = canvas.origin
        look, right = items[0].piece.run.look, items[-1].x + self._bare_width(items[-1].piece) - left
        base = items[0].y - bottom + look.rise
        return Box(items[0].x - left, base + _LINK_BOTTOM * look.size, right, base + _LINK_TOP * look.size)


def _formula(run: Run, x: float, y: float) -> str:
    """The operators that fill a formula whose baseline begins at (x, y)."""
    assert run.formula is not None
    scale = f"{run.scale:.6f}"
    return (
        f"q {rgb(run.look.colour)} rg {scale} 0 0 {scale} {number(x)} {number(y)} cm {steps(run.formula.outline)} f Q"
    )
