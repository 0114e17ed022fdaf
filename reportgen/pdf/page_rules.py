"""What readers of the laid-out pages would stumble on: a warning for each, at the line of the source that it is about.

What `filling` and `textpart` see to by construction is looked at here as well, on the pages that came of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.pdf.notes import PlacedPart
from reportgen.pdf.page_master import FilledPage
from reportgen.pdf.parts import Part
from reportgen.pdf.textpart import TextPart
from reportgen.problems import NOWHERE, Place, Problem, Problems

_THIN = 1 / 3
"""The share of its text area that a page fills at least (rules for the finished PDF), but for the last of a part."""
_MOST_CHARACTERS = 95
"""Of a line of text, on average, spaces included. WCAG 2.2, 1.4.8, asks for 80; our taste lets wide pages have more."""
_MANY_LINES = 3
"""Lines of a paragraph by which the length of its lines is told."""
_LEAST_TYPE = 6.0
"""Points: what is smaller nobody reads on paper. Our taste is 8, the bound of a drawing's and of a chart's own text."""
_ROUNDING = 1.0
"""Points."""


def page_warnings(pages: Sequence[FilledPage]) -> list[Problem]:
    """A problem for each page that is not as it should be, one for type that is too small, and one for long lines."""
    problems = Problems()
    for number, page in enumerate(pages, 1):
        for placed in (*page.text, *page.notes):
            if _is_outside(placed, page):
                problems.add("page-outside", _place(placed.part), f"this stands outside the text area of page {number}")
    for number, (page, following) in enumerate(pairwise(pages), 1):
        if page.text and following.text:
            _check_break(page, following, number, problems)
    if tiny := next(_tiny(pages), None):
        number, part = tiny
        message = f"text on page {number} is {part.smallest_type():.1f} pt high; {_LEAST_TYPE:g} pt is the least"
        problems.add("page-text-small", _place(part), message)
    if long := next((part for page in pages for part in page.text if _has_long_lines(part)), None):
        message = f"lines of text have more than {_MOST_CHARACTERS} characters: an eye loses its place in them"
        problems.add("page-lines-long", _place(long.part), message)
    return problems.found


def _check_break(page: FilledPage, following: FilledPage, number: int, problems: Problems) -> None:
    """How a page ends, and the next one begins."""
    above, below = _last_text(page.text[-1].part), _first_text(following.text[0].part)
    if above and above.bookmark:
        problems.add("page-heading", _place(above), f"this heading is the last thing on page {number}")
    for text, width, is_part in (
        (above, page.text[-1].width, above and above.goes_on),
        (below, following.text[0].width, below and below.has_begun),
    ):
        if text and is_part and len(text.lines(width)) == 1:
            message = f"one line of this stands alone where page {number} ends"
            problems.add("page-line-alone", _place(text), message)
    if _is_thin(page, following):
        message = f"page {number} is filled to less than a third: what follows has no room on the rest of it"
        problems.add("page-thin", _place(following.text[0].part), message)


def _is_outside(placed: PlacedPart, page: FilledPage) -> bool:
    """Whether a part is wider than the text area, or stands lower than the sheet's edge."""
    area = page.page_master.area
    right, bottom = placed.x + placed.width, placed.top - placed.part.measure(placed.width)
    return placed.x < area.left - _ROUNDING or right > area.right + _ROUNDING or bottom < 0


def _tiny(pages: Sequence[FilledPage]) -> Iterator[tuple[int, Part]]:
    """The parts with type that is too small, each with the number of its page."""
    for number, page in enumerate(pages, 1):
        for placed in (*page.text, *page.notes):
            for part in placed.part.walk():
                if part.smallest_type() < _LEAST_TYPE:
                    yield number, part


def _has_long_lines(placed: PlacedPart) -> bool:
    texts = [part for part in placed.part.walk() if isinstance(part, TextPart)] if placed.part.is_running_text else []
    return any(_is_long(text, placed.width) for text in texts if not (text.has_begun or text.goes_on))


def _is_long(text: TextPart, width: float) -> bool:
    count = len(text.lines(width))
    return count >= _MANY_LINES and sum(len(run.text) for run in text.runs) > _MOST_CHARACTERS * count


def _is_thin(page: FilledPage, following: FilledPage) -> bool:
    """Whether a page that is no end of a part is filled to less than a third, since what follows does not fit there."""
    area, last, first = page.page_master.area, page.text[-1], following.text[0]
    if page.page_master.name != following.page_master.name or page.notes or _begins_part(first.part):
        return False
    white = last.top - last.part.measure(last.width) - area.bottom
    return white > (1 - _THIN) * (area.top - area.bottom) and first.part.measure(first.width) > white


def _begins_part(part: Part) -> bool:
    text = _first_text(part)
    return part.at_foot or bool(text and text.bookmark and text.bookmark.level == 0)


def _first_text(part: Part) -> TextPart | None:
    return next((one for one in part.walk() if isinstance(one, TextPart)), None)


def _last_text(part: Part) -> TextPart | None:
    return next((one for one in reversed(list(part.walk())) if isinstance(one, TextPart)), None)


def _place(part: Part) -> Place:
    """Where its author wrote it, or the first thing in it."""
    return next((one.place for one in part.walk() if one.place != NOWHERE), NOWHERE)
