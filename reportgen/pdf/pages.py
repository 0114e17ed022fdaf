"""Pages and what fills them: chapters one after the other, each as loosely as its pages bear. Nothing is painted.

What stands in the margins of a page (header, footer, stamp) is `running_heads`'s work, what parts look like theirs;
how one part follows another is `filling`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.pdf.filling import Filling, TooTallError
from reportgen.pdf.floats import MOST_WHITE
from reportgen.pdf.notes import NoteBook
from reportgen.pdf.page_master import CLOSER, USUAL, FilledPage, FilledPages, PageMaster
from reportgen.pdf.parts import FloatBarrier, Item
from reportgen.problems import Problems, ReportError

__all__ = ["FilledPage", "FilledPages", "PageMaster", "fill"]

_THIN = 0.2
"""The share of a page under which the tail of a chapter is drawn back, if closer lines can do it. Our taste: about ten
lines."""
_WORTH = 0.02
"""The share of a page that setting a chapter more closely must save. Our taste: five millimetres."""


def fill(items: Sequence[Item], masters: Sequence[PageMaster], book: NoteBook, line: float) -> FilledPages:
    """Place all items on pages, the first on the first of `masters`. Raises ReportError for what fits no page.

    `line` is the line distance of the body, in points.
    """
    filling = Filling({one.name: one for one in masters}, masters[0], book, line)
    try:
        for chapter in _chapters(items):
            _fill_chapter(filling, chapter)
        filling.finish()
    except TooTallError as fault:
        problems = Problems()
        problems.add("too-tall", fault.part.place, "this does not fit on a page")
        raise ReportError(problems.found) from fault
    return FilledPages(tuple(filling.pages), tuple(filling.floats.moves))


def _chapters(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items up to the end of each chapter."""
    begin = 0
    for end, item in enumerate(items, 1):
        if isinstance(item, FloatBarrier) or end == len(items):
            yield items[begin:end]
            begin = end


def _fill_chapter(filling: Filling, chapter: Sequence[Item]) -> None:
    """Set a chapter as usual; where that leaves holes, or a few lines alone on its last page, more closely."""
    start = filling.state()
    filling.take(chapter)
    usual = best = _cost(filling, start.pages)
    if usual == len(filling.pages) and not _is_thin(filling, start.pages):
        return
    chosen = USUAL
    for spacing in CLOSER:
        filling.go_back(start)
        filling.take(chapter, spacing)
        cost = _cost(filling, start.pages)
        if cost < best - _WORTH:
            best, chosen = cost, spacing
    if chosen is not filling.spacing:
        filling.go_back(start)
        filling.take(chapter, chosen)


def _cost(filling: Filling, first: int) -> float:
    """The pages that are full so far, and the shares of pages from `first` on that are white and should not be."""
    holes = (max(white - MOST_WHITE, 0.0) for white in filling.whites[first:])
    return len(filling.pages) + sum(holes) / filling.height


def _is_thin(filling: Filling, first: int) -> bool:
    """Whether a chapter of several pages ends in a few lines on the last of them."""
    return len(filling.pages) > first and filling.share < _THIN
