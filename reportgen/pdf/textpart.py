"""A paragraph as a part: lines of runs, with what hangs beside the first one, links, and its place in the bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from reportgen.document.inlines import Note
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.lettering import Lettering, at, number
from reportgen.pdf.linebreaking import Breaker, Line, Piece
from reportgen.pdf.parts import FUZZ, Part
from reportgen.pdf.runs import Run, call_anchor, notes_in
from reportgen.pdf.structure import Slot

_CAP_HEIGHT = 0.66
"""Of the type size: a line's capitals stand in the middle of its leading."""
_BAR = 1.4
"""How wide the bar beside a changed text is, in points."""


@dataclass(frozen=True, slots=True)
class Form:
    """How lines stand: `leading`, indents and the white around in points; the first line stands `out` to the left."""

    leading: float
    left: float = 0.0
    out: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    align: Literal["left", "right", "centre"] = "left"
    balanced: bool = False
    keep: bool = False
    """Never split over pages."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Runs that hang at `x` points beside the first line: a number, a bullet, a date."""

    runs: tuple[Run, ...]
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Margin:
    """The mark of a changed text: a bar beside all of its lines, and runs beside the first one.

    `x` of the runs and of the bar's left edge are points from the sheet's edge: boxes and lists don't move them.
    """

    runs: tuple[Run, ...]
    x: float
    bar: float
    colour: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The bookmark of a heading: `level` counts from 0."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece with the left end of its baseline."""

    piece: Piece
    x: float
    y: float


class TextPart(Part):
    """Lines of text."""

    margin: Margin | None = None

    def __init__(
        self,
        runs: Sequence[Run],
        form: Form,
        lettering: Lettering,
        hanging: Hanging | None = None,
        anchor: str = "",
        outline: Outline | None = None,
        on_draw: Callable[[int, float], None] | None = None,
    ) -> None:
        """`on_draw` is told the page of the first line, from 1, and how high its top edge stands on the sheet."""
        super().__init__(form.before, form.after)
        self.runs, self.form, self.lettering = tuple(runs), form, lettering
        self.hanging, self.anchor, self.outline, self.on_draw = hanging, anchor, outline, on_draw
        self.breaker = Breaker(self.runs, lettering)
        self._lines: list[Line] = []
        self._width = -1.0
        self._fixed = self._goes_on = False

    def lines(self, width: float) -> list[Line]:
        """Its lines in a column of `width` points; the tail of a split keeps the lines that it was given."""
        if not self._fixed and abs(width - self._width) > FUZZ:
            room = width - self.form.left - self.form.right
            balanced = self.form.balanced
            self._lines = self.breaker.balanced(room) if balanced else self.breaker.lines(room, self.form.out)
            self._width = width
        return self._lines

    def measure(self, width: float) -> float:
        return len(self.lines(width)) * self.form.leading

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        """Split with at least two lines on each side."""
        lines = self.lines(width)
        fitting = min(int((height + FUZZ) // self.form.leading), len(lines) - 2)
        if fitting < 2 or self.form.keep:
            return None
        head, tail = self._holding(lines[:fitting]), self._holding(lines[fitting:])
        tail._goes_on = True
        head.space_after = tail.space_before = 0.0
        tail.hanging, tail.anchor, tail.outline, tail.on_draw = None, "", None, None
        return head, tail

    def _holding(self, lines: list[Line]) -> TextPart:
        other = copy(self)
        other._lines, other._fixed = lines, True
        return other

    def notes(self) -> list[Note]:
        if self._fixed:
            return notes_in(piece.run for line in self._lines for piece in line.pieces)
        return notes_in(self.runs)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        self._register(canvas, height)
        self._mark(canvas, height)
        hung = list(self._hung(height))
        placed = list(self._placed(width, height))
        canvas.reads(self.place, (value for item in (*hung, *placed) for value in item.piece.run.values))
        self._paint_pieces(canvas, hung)
        self._link(canvas, hung)
        self._paint_pieces(canvas, placed)
        self._underline(canvas, placed)
        self._link(canvas, placed)
        for item in placed:
            if item.piece.run.note is not None:
                canvas.destination(call_anchor(item.piece.run.note), item.y + self.form.leading)

    def _register(self, canvas: MarkingCanvas, height: float) -> None:
        if self.anchor:
            canvas.destination(self.anchor, height + self.form.leading * 0.2)
        if self.outline is not None:
            canvas.addOutlineEntry(self.outline.title, self.anchor, self.outline.level)
        if self.on_draw is not None:
            self.on_draw(canvas.getPageNumber(), canvas.absolutePosition(0, height)[1])

    def _baseline(self, height: float, index: int) -> float:
        size = max(run.look.size for run in self.runs) if self.runs else 0.0
        return height - index * self.form.leading - (self.form.leading + _CAP_HEIGHT * size) / 2

    def _mark(self, canvas: MarkingCanvas, height: float) -> None:
        """The bar of a changed text, and at its beginning the word, which is read before it."""
        if self.margin is None:
            return
        edge, _ = canvas.absolutePosition(0, 0)
        canvas.setFillColor(self.margin.colour)
        canvas.rect(self.margin.bar - edge, 0, _BAR, height, stroke=0, fill=1)
        if not self._goes_on:
            self._paint_pieces(canvas, list(self._beside(Hanging(self.margin.runs, self.margin.x - edge), height)))

    def _hung(self, height: float) -> Iterator[_Placed]:
        return self._beside(self.hanging, height) if self.hanging is not None else iter(())

    def _beside(self, hanging: Hanging, height: float) -> Iterator[_Placed]:
        """What hangs, on the baseline of the first line."""
        x = hanging.x
        for run in hanging.runs:
            width = self.lettering.width(run.text, run.look.style, run.look.size)
            yield _Placed(Piece(run, run.text, width), x, self._baseline(height, 0))
            x += width

    def _placed(self, width: float, height: float) -> Iterator[_Placed]:
        room = width - self.form.left - self.form.right
        for index, line in enumerate(self.lines(width)):
            free = room - line.width
            out = 0.0 if index or self._goes_on else self.form.out
            x = self.form.left - out + {"left": 0.0, "centre": free / 2, "right": free}[self.form.align]
            for piece in line.pieces:
                yield _Placed(piece, x, self._baseline(height, index))
                x += piece.width

    def _paint_pieces(self, canvas: MarkingCanvas, placed: Sequence[_Placed]) -> None:
        for slot, group in groupby(placed, key=lambda item: item.piece.run.slot):
            self._paint_slot(canvas, slot, list(group))

    def _paint_slot(self, canvas: MarkingCanvas, slot: Slot, placed: Sequence[_Placed]) -> None:
        with canvas.claimed(slot):
            code = ["BT"]
            colour = ""
            for item in placed:
                look = item.piece.run.look
                if look.colour != colour:
                    colour = look.colour
                    code.append(f"{rgb(colour)} rg")
                code.append(self._shown(canvas, item))
            canvas.operators(" ".join([*code, "ET"]))

    def _shown(self, canvas: MarkingCanvas, item: _Placed) -> str:
        look = item.piece.run.look
        place = at(item.x, item.y + look.rise)
        shown = self.lettering.show(canvas, item.piece.text, look.style, look.size, place)
        # A hyphen that only the line's end made is a soft one to a reader (ISO 14289-1, 7.2).
        return f"/Span <</ActualText <FEFF00AD>>> BDC {shown} EMC" if item.piece.hyphen else shown

    def _underline(self, canvas: MarkingCanvas, placed: Sequence[_Placed]) -> None:
        """One stroke under neighbours, over the spaces between them."""
        for (underlined, _), group in groupby(placed, key=lambda item: (item.piece.run.look.underline, item.y)):
            if underlined:
                items = list(group)
                first, last, look = items[0], items[-1], items[0].piece.run.look
                y = first.y + look.rise - 0.14 * look.size
                canvas.setStrokeColor(look.colour)
                canvas.setLineWidth(0.045 * look.size)
                canvas.line(first.x, y, last.x + self._bare_width(last.piece), y)

    def _bare_width(self, piece: Piece) -> float:
        return self.lettering.width(piece.text.rstrip(), piece.run.look.style, piece.run.look.size)

    def _link(self, canvas: MarkingCanvas, placed: Sequence[_Placed]) -> None:
        """One annotation for each line that a link stands on."""
        linked = [item for item in placed if item.piece.run.target is not None]
        for (_, y), group in groupby(linked, key=lambda item: (id(item.piece.run.target), item.y)):
            items = list(group)
            look = items[0].piece.run.look
            last = items[-1]
            right = last.x + self._bare_width(last.piece)
            box = items[0].x, y + look.rise - 0.25 * look.size, right, y + look.rise + 0.8 * look.size
            target = items[0].piece.run.target
            assert target is not None
            canvas.link(target.slot, box, target.url, target.contents)


def rgb(colour: str) -> str:
    """#rrggbb as three operands of a colour operator."""
    return " ".join(number(int(colour[index : index + 2], 16) / 255) for index in (1, 3, 5))
