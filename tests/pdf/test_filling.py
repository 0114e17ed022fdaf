"""Pages are as full as their content allows: chapters run on, floats are set higher up, short tails are drawn back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import blocks as doc
from reportgen.house import House, PageGrid
from reportgen.language import words_for
from reportgen.pdf import filling, lay_out, pages, write
from reportgen.pdf.parts import Item
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from tests.pdf.papers import (
    LINE,
    PICTURES,
    chart_of,
    lines,
    pages_of,
    paper_of,
    said,
    second_chapter,
    section_of,
    table_of,
)


def _two_chapters(*blocks: doc.Block, run_on: float = PageGrid().run_on) -> list[str]:
    paper = paper_of(*blocks)
    second = replace(second_chapter(lines(9)), new_page=True)
    house = House(page=PageGrid(run_on=run_on))
    return pages_of(replace(paper, sections=(*paper.sections, second)), house)


def _run_on(*blocks: doc.Block) -> doc.Document:
    """A paper of a chapter with each of these, one behind the other."""
    first, *others = blocks
    paper = paper_of(first)
    chapters = [replace(second_chapter(block), number=str(at), anchor=f"c-{at}") for at, block in enumerate(others, 2)]
    return replace(paper, sections=(*paper.sections, *chapters))


@pytest.mark.parametrize(
    ("count", "run_on", "together"), [(50, 0.34, True), (70, 0.34, False), (70, 1.0, True), (50, 0.0, False)]
)
def test_a_chapter_runs_on_behind_a_short_tail(count: int, run_on: float, *, together: bool) -> None:
    found = next(
        page for page in _two_chapters(lines(count), run_on=run_on) if "2\r\nBridges" in page or "2 Bridges" in page
    )
    assert ("sails twice" in found.partition("Bridges")[0]) is together


def test_a_float_is_set_above_the_text_before_it_where_no_text_follows() -> None:
    document = paper_of(lines(60), lines(6), lines(6), chart_of(300))
    (page,) = (page for page in pages_of(document) if "Chart 1" in page)
    assert page.index("Chart 1:") < page.rindex("The ferry")
    data = write(document, House(), words_for("en-GB"), PICTURES)
    assert check_pdf(data, "paper.pdf") == []
    tree = tag_tree(data)
    assert tree.index("Chart 1") < tree.rindex("The ferry to the island")


def test_a_short_tail_is_drawn_back_by_closer_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [paper_of(lines(30), chart_of(80), *(lines(6) for _ in range(6)), lines(last)) for last in range(1, 12, 3)]
    closer = [len(pages_of(paper)) for paper in papers]
    monkeypatch.setattr(pages, "CLOSER", ())
    usual = [len(pages_of(paper)) for paper in papers]
    assert all(one <= other for one, other in zip(closer, usual, strict=True)) and sum(closer) < sum(usual)


def test_a_page_is_set_more_closely_where_it_would_leave_a_hole(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [paper_of(lines(count), table_of(3, 9)) for count in range(22, 32)]
    closer = sum("word" in pages_of(paper)[2] for paper in papers)
    monkeypatch.setattr(filling, "CLOSER", ())
    monkeypatch.setattr(pages, "CLOSER", ())
    assert closer > sum("word" in pages_of(paper)[2] for paper in papers)


def test_the_end_of_a_paper_is_drawn_back_over_its_last_chapters(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [_run_on(*(lines(16) for _ in range(8)), lines(last)) for last in range(2, 36, 3)]
    closer = [len(pages_of(paper)) for paper in papers]
    monkeypatch.setattr(pages, "CLOSER", ())
    usual = [len(pages_of(paper)) for paper in papers]
    assert all(one <= other for one, other in zip(closer, usual, strict=True)) and sum(closer) < sum(usual)


def test_a_last_page_with_little_on_it_gets_the_chapter_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "CLOSER", ())
    paper = _run_on(lines(20), lines(16), lines(4))
    assert ["Bridges" in page for page in pages_of(paper)] == [False, False, False, True]
    monkeypatch.setattr(pages, "_SHORT_END", 0.0)
    assert ["Bridges" in page for page in pages_of(paper)] == [False, False, True, True]


def test_what_has_room_on_a_page_is_filled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[Item] = []
    step = filling.Filling._step

    def counted(self: filling.Filling, item: Item) -> None:
        steps.append(item)
        step(self, item)

    monkeypatch.setattr(filling.Filling, "_step", counted)
    pages_of(paper_of(*(lines(3) for _ in range(30))))
    assert len(steps) < 60


def test_no_few_lines_stand_over_standing_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    about = doc.Section(1, said("About this paper"), "back-about", (doc.Paragraph(said(LINE * 40), style="small"),))
    papers = [paper_of(*(lines(10) for _ in range(14)), lines(last)) for last in range(29, 35)]

    def alone() -> int:
        made = [pages_of(replace(paper, sections=(*paper.sections, about)))[-1] for paper in papers]
        return sum("sails twice" in page.partition("About this paper")[0] for page in made)

    closer = alone()
    monkeypatch.setattr(pages, "CLOSER", ())
    assert closer < alone()


@pytest.mark.parametrize(("count", "below"), [(5, True), (39, False)])
def test_standing_texts_are_at_the_foot_of_text_and_at_the_top_of_a_page_of_their_own(count: int, below: bool) -> None:
    about = doc.Section(1, said("About this paper"), "back-about", (doc.Paragraph(said(LINE * 9), style="small"),))
    paper = paper_of(lines(count))
    data = write(replace(paper, sections=(*paper.sections, about)), House(), words_for("en-GB"), PICTURES)
    with opened(data) as found:
        page = found.pages[-1]
        tops = [piece.baseline for piece in page.pieces if piece.text.startswith("About")]
        above = any(piece.text.startswith("The ferry") and piece.baseline > max(tops) for piece in page.pieces)
    assert above is below and (max(tops) < 300 if below else max(tops) > 700)


def test_a_chapter_of_many_pages_may_end_in_little() -> None:
    """Nothing before it is near enough to be set again."""
    ends = [pages_of(paper_of(lines(count)))[-1].count("ferry") for count in (700, 705, 710)]
    assert 0 < ends[1] < ends[2] < ends[0]


def test_a_float_is_set_directly_below_its_heading_where_all_text_is_above_it() -> None:
    document = paper_of(lines(16), section_of("Winter", lines(6), chart_of(300)))
    page, following = pages_of(document)[2:]
    assert page.index("Winter") < page.index("Chart 1:") and "The ferry" in following
    data = write(document, House(), words_for("en-GB"), PICTURES)
    assert check_pdf(data, "paper.pdf") == []
    tree = tag_tree(data)
    assert tree.index("Winter") < tree.index("Chart 1:") < tree.rindex("The ferry to the island")


def test_a_float_never_stands_between_two_items_of_a_list() -> None:
    items = tuple((lines(2),) for _ in range(5))
    for count in range(20, 36):
        document = paper_of(lines(count), lines(2), doc.List(items), chart_of(250))
        text = "\n".join(pages_of(document))
        before, _, after = text.partition("Chart 1:")
        assert before.count("•") in (0, 5) and after.count("•") in (0, 5), count


def test_white_grows_within_bounds_where_a_page_would_end_in_more() -> None:
    blocks = (chart_of(220), chart_of(220), chart_of(220))
    laid = lay_out(paper_of(*blocks), House(), words_for("en-GB"))
    one, other = laid.pages[2].text[-2:]
    gap = one.top - one.part.measure(one.width) - other.top
    usual = max(one.part.space_after, other.part.space_before)
    assert usual < gap <= usual * 1.6 + 0.01
