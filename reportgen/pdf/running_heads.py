"""What stands in the margins of a page: running head, footer, stamp. Only the first stamp is read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from reportgen.frozen import frozen
from reportgen.geometry import Matrix
from reportgen.house import MM
from reportgen.pdf.canvas import MarkingCanvas, rgb
from reportgen.pdf.runs import CharacterStyle
from reportgen.pdf.structure import Slot
from reportgen.pdf.theme import Theme

_HEADER, _FOOTER = 2 / 3, 2 / 5
"""Of the way from the edge of the sheet to the text: where the baseline of the running head stands, and that of the
footer. Our taste: a note on a page that is a line deeper still keeps clear of the footer."""
_STAMP = 0.4
"""Of the way from the upper edge to the text: the baseline of a stamp, over the running head."""
_GAP = 8 * MM
"""The least white between the two texts of a running head."""


@frozen
class RunningHeads:
    """The running heads, footers and stamps of one paper, once all of its pages are filled."""

    theme: Theme
    title: str
    footer: Sequence[str]
    """In full, and ever shorter."""
    stamp: str
    total: int
    """How many pages there are."""
    status: Slot
    """Where the stamp is heard: once, before all else."""

    def upright(self, canvas: MarkingCanvas, page: int) -> None:
        """Header and footer of a page of text."""
        self._head_and_foot(canvas, page, self.theme.house.page.width, self.theme.house.page.height)

    def sideways(self, canvas: MarkingCanvas, page: int) -> None:
        """The same on a page on its side."""
        self._head_and_foot(canvas, page, self.theme.house.page.height, self.theme.house.page.width)

    def first(self, canvas: MarkingCanvas, page: int) -> None:
        """Under a masthead there is a footer only."""
        self._footer(canvas, page, self.theme.house.page.width)

    def cover(self, canvas: MarkingCanvas, page: int) -> None:
        """A cover has none."""

    def state(self, canvas: MarkingCanvas) -> None:
        """The stamp of the first page, which is read."""
        size = self.theme.house.page.width, self.theme.house.page.height
        self._stamp(canvas, size, canvas.claimed(self.status))

    def _head_and_foot(self, canvas: MarkingCanvas, page: int, width: float, height: float) -> None:
        outer = self.theme.house.page.outer
        left, right = outer * MM, (width - outer) * MM
        y = (height - _HEADER * self.theme.house.page.top) * MM
        chapter = self._shortened(self._chapter(canvas, page, height), (right - left) * 0.5)
        room = right - left - self._width(chapter) - _GAP
        with canvas.running("Header"):
            self._show(canvas, self._shortened(self.title, room), left, y)
            self._show(canvas, chapter, right - self._width(chapter), y)
        self._footer(canvas, page, width)
        self._stamp(canvas, (width, height), canvas.running("Watermark"))

    def _footer(self, canvas: MarkingCanvas, page: int, width: float) -> None:
        outer = self.theme.house.page.outer
        count = self.theme.words.say("footer.page", page=page, pages=self.total)
        room = (width - 2 * outer) * MM - self._width(count) - _GAP
        text = next((form for form in self.footer if self._width(form) <= room), self._shortened(self.footer[-1], room))
        with canvas.running("Footer"):
            y = _FOOTER * self.theme.house.page.bottom * MM
            self._show(canvas, text, outer * MM, y)
            self._show(canvas, count, (width - outer) * MM - self._width(count), y)

    def _stamp(self, canvas: MarkingCanvas, size: tuple[float, float], claim: AbstractContextManager[None]) -> None:
        """The status in a box at the head of a page of `size` in millimetres; its words in `claim`."""
        if not self.stamp:
            return
        colours, running_head = self.theme.house.colours, self.theme.running_head
        look = replace(running_head, colour=colours.paper).weighing("semibold")
        breadth = self.theme.lettering.width(self.stamp, look.style, look.size) + 16
        x, y = (size[0] * MM - breadth) / 2, (size[1] - _STAMP * self.theme.house.page.top) * MM
        with canvas.running("Watermark"):
            canvas.badge(x, y - 5, breadth, look.size + 7, 3, colours.warm, colours.paper)
        with claim:
            self._show(canvas, self.stamp, x + 8, y, look)

    def _chapter(self, canvas: MarkingCanvas, page: int, height: float) -> str:
        """The chapter that the page goes on with, or begins with at its first line, or begins first."""
        begun = canvas.chapters.get(page, ())
        before = max((first for first in canvas.chapters if first < page), default=0)
        first_line = (height - self.theme.house.page.top) * MM - self.theme.house.sizes.leading
        if begun and (begun[0].top > first_line or not before):
            return begun[0].chapter
        return canvas.chapters[before][-1].chapter if before else ""

    def _width(self, text: str) -> float:
        look = self.theme.running_head
        return self.theme.lettering.width(text, look.style, look.size)

    def _shortened(self, text: str, room: float) -> str:
        """`text`, or as many of its words as there is room for."""
        if self._width(text) <= room:
            return text
        words = text.split(" ")
        while words and self._width(" ".join(words) + " …") > room:
            words.pop()
        return " ".join(words).rstrip(" ,;:–-") + " …"

    def _show(self, canvas: MarkingCanvas, text: str, x: float, y: float, look: CharacterStyle | None = None) -> None:
        look = look or self.theme.running_head
        shown = self.theme.lettering.show(canvas, text, look.style, look.size, Matrix(e=x, f=y))
        canvas.operators(f"BT {rgb(look.colour)} rg {shown} ET")
