"""Pages and what fills them: chapters one after the other, each as loosely as its pages bear. Nothing is painted.

What stands in the margins of a page (header, footer, stamp) is `running_heads`'s work, what parts look like theirs;
how one part follows another is `filling`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.frozen import frozen
from reportgen.pdf.filling import Filling
from reportgen.pdf.floats import MOST_WHITE
from reportgen.pdf.notes import NoteBook
from reportgen.pdf.page_master import CLOSER, PATIENT, USUAL, FilledPage, FilledPages, PageMaster, Spacing
from reportgen.pdf.page_state import State, TooTallError
from reportgen.pdf.parts import FloatBarrier, Item, NewPage, Part
from reportgen.problems import Problems, ReportError

__all__ = ["FilledPage", "FilledPages", "PageMaster", "fill"]

_THIN = 0.2
"""The share of a page under which the tail of a chapter is drawn back, if closer lines can do it. Our taste: about ten
lines."""
_SHORT_END = 0.34
"""The share of a page under which the end of the whole paper is drawn back. Our taste: a third of a page."""
_DRAWN_BACK = 15
"""Pages that are set more closely for it at most: with a line more on each, they hold a third of a page more."""
_SAVED = 2
"""Lines that a page may save when it is set more closely, at most: one below, and as much white around its floats."""
_WORTH = 0.02
"""The share of a page that setting a chapter more closely must save. Our taste: five millimetres."""


@frozen
class _Chapter:
    """The items of a chapter, and whether its end stands alone: the next one begins a page, or is at the foot."""

    items: Sequence[Item]
    alone: bool = False


_Begun = tuple[State, _Chapter]
"""A chapter, and how things stand where it begins."""


def fill(items: Sequence[Item], masters: Sequence[PageMaster], book: NoteBook, line: float) -> FilledPages:
    """Place all items on pages, the first on the first of `masters`. Raises ReportError for what fits no page.

    `line` is the line distance of the body, in points.
    """
    filling = Filling({one.name: one for one in masters}, masters[0], book, line)
    begun: list[_Begun] = []
    try:
        for chapter in _chapters(items):
            begun.append((filling.state(), chapter))
            _fill_chapter(filling, chapter)
        _end(filling, [one for one in begun if one[0].pages >= len(filling.pages) - _DRAWN_BACK])
        filling.finish()
    except TooTallError as fault:
        problems = Problems()
        problems.add("too-tall", fault.part.place, "this does not fit on a page")
        raise ReportError(problems.found) from fault
    return FilledPages(tuple(filling.pages), tuple(filling.floats.moves))


def _chapters(items: Sequence[Item]) -> Iterator[_Chapter]:
    """The items up to the end of each chapter."""
    begin = 0
    for end, item in enumerate(items, 1):
        if isinstance(item, FloatBarrier) or end == len(items):
            yield _Chapter(items[begin:end], alone=end < len(items) and _leaves_alone(items[end]))
            begin = end


def _leaves_alone(following: Item) -> bool:
    return isinstance(following, NewPage) or (isinstance(following, Part) and following.at_foot)


def _fill_chapter(filling: Filling, chapter: _Chapter) -> None:
    """Set a chapter as usual; where that leaves holes, or a few lines alone on its last page, more closely.

    Where holes are left by then, text may go on for a page more before what waits.
    """
    start = filling.state()
    filling.take(chapter.items)
    usual = best = _cost(filling, start.pages)
    if usual - len(filling.pages) < _WORTH and not (chapter.alone and _is_thin(filling, start.pages)):
        return
    chosen = USUAL
    for spacing in (*CLOSER, PATIENT):
        if spacing is PATIENT and best - int(best) < _WORTH:
            break
        filling.go_back(start)
        filling.take(chapter.items, spacing)
        cost = _cost(filling, start.pages)
        if cost < best - _WORTH:
            best, chosen = cost, spacing
    if chosen is not filling.spacing:
        filling.go_back(start)
        filling.take(chapter.items, chosen)


def _end(filling: Filling, last: Sequence[_Begun]) -> None:
    """Set the `last` chapters more closely where the paper else ends in little on a page; or put more on that page."""
    if not last or filling.share >= _SHORT_END:
        return
    total, first = len(filling.pages), last[0][0].pages
    usual, tail = _cost(filling, first), filling.share * filling.height
    reaching = [at for at, (start, _) in enumerate(last) if (total - start.pages) * filling.line * _SAVED >= tail]
    for at in dict.fromkeys((*reaching[-1:], *reaching[:1])):
        for spacing in CLOSER:
            _again(filling, last[at:], spacing)
            if _cost(filling, first) < usual - _WORTH:
                return
    if reaching:
        _again(filling, last)
    _fill_last_page(filling, last)


def _fill_last_page(filling: Filling, last: Sequence[_Begun]) -> None:
    """Let a chapter that begins on the page before the last begin the last one, where both are more than short then."""
    total = len(filling.pages)
    for at, (start, chapter) in reversed(list(enumerate(last))):
        if start.pages < total - 1:
            return
        if start.pages == total:
            continue
        filling.go_back(start)
        if filling.share >= _SHORT_END:
            _fill_chapter(filling, replace(chapter, items=[NewPage(), *chapter.items]))
            for _, following in last[at + 1 :]:
                _fill_chapter(filling, following)
            if len(filling.pages) == total and filling.share >= _SHORT_END:
                return
        _again(filling, last[at:])


def _again(filling: Filling, chapters: Sequence[_Begun], spacing: Spacing = USUAL) -> None:
    """Set chapters as they were set at first, or more closely."""
    filling.go_back(chapters[0][0])
    for _, chapter in chapters:
        if spacing == USUAL:
            _fill_chapter(filling, chapter)
        else:
            filling.take(chapter.items, spacing)


def _cost(filling: Filling, first: int) -> float:
    """The pages that are full so far, and the shares of pages from `first` on that are white and should not be."""
    holes = (max(white - MOST_WHITE, 0.0) for white in filling.whites[first:])
    return len(filling.pages) + sum(holes) / filling.height


def _is_thin(filling: Filling, first: int) -> bool:
    """Whether a chapter of several pages ends in a few lines on the last of them."""
    return len(filling.pages) > first and filling.share < _THIN
