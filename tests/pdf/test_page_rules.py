"""What readers of the pages would stumble on; papers of ours are silent."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Formula
from reportgen.figures.picture import Outline
from reportgen.geometry import Box
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import page_rules
from reportgen.pdf.notes import PlacedPart
from reportgen.pdf.page_master import FilledPage
from reportgen.pdf.page_rules import page_warnings
from reportgen.pdf.parts import Part
from reportgen.pdf.textpart import TextPart
from reportgen.pdf.write import lay_out
from tests.pdf.papers import chart_of, lines, paper_of


def _pages(*blocks: doc.Block) -> tuple[FilledPage, ...]:
    """The pages of a chapter with these, without the cover and the contents."""
    return lay_out(paper_of(*blocks), House(), words_for("en-GB")).pages[2:]


def _rules(pages: tuple[FilledPage, ...]) -> list[str]:
    return [problem.rule for problem in page_warnings(pages)]


def _with_text(page: FilledPage, *text: PlacedPart) -> FilledPage:
    return replace(page, text=text)


def test_a_paper_of_ours_is_silent() -> None:
    assert _rules(_pages(lines(120), chart_of(300), lines(20))) == []


def test_what_is_wider_than_the_text_or_lower_than_the_sheet_is_told() -> None:
    page, *_ = _pages(lines(5))
    last = page.text[-1]
    wide = _with_text(page, *page.text[:-1], replace(last, width=last.width + 5))
    low = _with_text(page, *page.text[:-1], replace(last, top=1.0))
    left = _with_text(page, *page.text[:-1], replace(last, x=1.0))
    assert [_rules((one,)) for one in (wide, low, left)] == [["page-outside"]] * 3


def test_a_heading_that_ends_a_page_is_told() -> None:
    page, *_ = _pages(lines(5))
    first = page.text[0]
    [heading] = [part for part in first.part.walk() if isinstance(part, TextPart) and part.bookmark]
    stranded = _with_text(page, replace(first, part=heading))
    told = [one.message for one in page_warnings((stranded, _with_text(page, first)))]
    assert told == ["this heading is the last thing on page 1"]


def test_one_line_of_a_paragraph_alone_is_told() -> None:
    first, second = _pages(lines(60))[:2]
    tail = second.text[0]
    assert isinstance(tail.part, TextPart) and tail.part.has_begun
    count = len(tail.part.lines(tail.width))
    alone = tail.part._holding(tail.width, tail.part._first + count - 1, None)
    told = _rules((first, _with_text(second, replace(tail, part=alone))))
    assert told == ["page-line-alone"]


def test_a_page_that_is_left_white_is_told_where_what_follows_has_no_room() -> None:
    first, second = _pages(lines(60))[:2]
    [heading] = [part for part in first.text[0].part.walk() if isinstance(part, TextPart) and part.bookmark]
    heading.bookmark = None
    short = _with_text(first, replace(first.text[0], part=heading))
    assert _rules((short, second)) == []  # it would have had room: somebody wanted the break
    tall = _with_text(second, replace(second.text[0], part=_Tall(second.text[0].part)))
    assert _rules((short, tall)) == ["page-thin"]
    assert _rules((first, tall)) == []


class _Tall(Part):
    """A part that fills a page."""

    def __init__(self, inner: Part) -> None:
        super().__init__()
        self._inner = inner

    def measure(self, width: float) -> float:
        return 715.0

    def inside(self) -> tuple[Part, ...]:
        return (self._inner,)


def test_long_lines_are_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = _pages(lines(12), lines(12))
    assert _rules(pages) == []
    monkeypatch.setattr(page_rules, "_MOST_CHARACTERS", 40)
    assert _rules(pages) == ["page-lines-long"]


def test_type_that_is_too_small_is_told_once_where_it_stands() -> None:
    small = replace(House(), sizes=replace(House().sizes, base=5.0))
    pages = lay_out(paper_of(lines(3), lines(3)), small, words_for("en-GB")).pages
    [problem] = [one for one in page_warnings(pages) if one.rule == "page-text-small"]
    assert re.search(r"text on page \d is \d\.\d pt high; 6 pt is the least", problem.message)


@pytest.mark.parametrize(("width", "told"), [(30_000, []), (150_000, ["page-text-small"])])
def test_a_formula_that_is_set_smaller_to_fit_is_told(width: float, told: list[str]) -> None:
    wide = doc.Equation(Formula("a+b", Outline.of_box(Box(0, 0, width, 700)), width, 700, 0))
    assert _rules(_pages(wide)) == told


def test_each_part_of_a_page_is_measured_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = _pages(*[lines(3)] * 60)
    parts, measured = sum(len(page.text) for page in pages), []
    usual = TextPart.measure

    def counted(part: TextPart, width: float) -> float:
        measured.append(width)
        return usual(part, width)

    monkeypatch.setattr(TextPart, "measure", counted)
    page_warnings(pages)
    assert len(measured) <= 2 * parts
