"""Blocks of one kind each: timelines, code, sources."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Formula
from reportgen.figures.picture import Outline
from reportgen.house import MM, House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdf.parts import Part
from reportgen.pdf.shapes import PicturePart
from reportgen.pdf.write import lay_out
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree, text_of
from reportgen.validation import check_pdf
from tests.pdf.papers import LINE, lines, pages_of, paper_of, said, table_of


def timeline_of(count: int) -> doc.Timeline:
    """A timeline of `count` events of two lines each."""
    return doc.Timeline(
        tuple(doc.TimelineEvent(said("May 1946"), said(LINE * 2)) for _ in range(count)), said("A century")
    )


def test_a_short_timeline_stands_on_one_page() -> None:
    for count in range(24, 40):
        pages = pages_of(paper_of(lines(count), timeline_of(3)))
        assert max(page.count("May 1946") for page in pages) == 3, count


def test_a_long_timeline_goes_on_overleaf() -> None:
    pages = pages_of(paper_of(lines(8), timeline_of(20)))
    assert [page.count("May 1946") > 0 for page in pages] == [False, False, True, True]


def test_the_first_line_of_a_source_stands_out_in_the_column_of_the_text() -> None:
    sources = doc.SourceList((doc.SourceEntry(said(LINE * 3), "reference-1"),))
    opened = pdfium.PdfDocument(write(paper_of(sources), House(), words_for("en-GB")))
    page = opened[2].get_textpage()
    boxes = [page.get_rect(n) for n in range(page.count_rects())]
    lefts = [left for left, bottom, *_ in boxes if 100 < bottom < 740]
    opened.close()
    assert lefts[0] == pytest.approx(House().page.text * MM, abs=1.5)
    assert all(left > lefts[0] + 10 for left in lefts[1:]) and len(lefts) >= 2


def test_lines_of_code_are_apart() -> None:
    tree = tag_tree(write(paper_of(doc.CodeBlock("one\ntwo\n")), House(), words_for("en-GB")))
    assert 'Code "one two"' in tree


def test_a_long_line_of_code_breaks_between_words() -> None:
    data = write(paper_of(doc.CodeBlock("  " + LINE * 3)), House(), words_for("en-GB"))
    assert check_pdf(data, "paper.pdf") == []
    assert LINE.strip() in tag_tree(data)


def test_no_item_of_a_list_stands_alone_where_a_page_begins_or_ends() -> None:
    items = tuple((doc.Paragraph(said(f"Island {word} has a school.")),) for word in ("one", "two", "three", "four"))
    for count in range(30, 50):
        pages = [page.count("has a school") for page in pages_of(paper_of(lines(count), doc.List(items)))]
        assert 1 not in pages and 3 not in pages, count


def test_a_box_and_a_timeline_are_sections_with_a_heading_one_deeper() -> None:
    box = doc.TextBox(said("Inside"), (lines(1), doc.TextBox(said("Deeper"), (lines(1),))), "Box 1", "box-1")
    timeline = doc.Timeline((doc.TimelineEvent(said("2020"), said("A ferry")),), said("Since 2020"))
    with opened(write(paper_of(lines(1), box, timeline), House(), words_for("en-GB"))) as paper:
        told = [(one.kind, text_of(one), one.parent.role) for one in paper.of("H1", "H2", "H3") if one.parent][1:]
    assert told == [
        ("H1", "1 Ferries", "Sect"),
        ("H2", "Box 1: Inside", "Aside"),
        ("H3", "Deeper", "Aside"),
        ("H2", "Since 2020", "Sect"),
    ]


def test_a_formula_stays_with_the_words_that_lead_to_it() -> None:
    outline = Outline("MLLLZ", (0.0, 0.0, 9000.0, 0.0, 9000.0, 9000.0, 0.0, 9000.0))
    formula = doc.Equation(Formula("y = x", outline, 9000.0, 9000.0, 0.0))
    told = []
    for count in range(24, 44):
        paper = paper_of(lines(count), doc.Paragraph(said("The fare is then")), formula)
        opened = pdfium.PdfDocument(write(paper, House(), words_for("en-GB")))
        for page in opened:
            tall = [one for one in page.get_objects() if _height(one) == pytest.approx(9 * House().sizes.base, abs=2)]
            told.append(("The fare is then" in page.get_textpage().get_text_bounded(), bool(tall)))
        opened.close()
    assert told.count((True, True)) == 20
    assert (True, False) not in told and (False, True) not in told


def test_a_formula_stays_with_the_next() -> None:
    outline = Outline("MLLLZ", (0.0, 0.0, 9000.0, 0.0, 9000.0, 9000.0, 0.0, 9000.0))
    formula = doc.Equation(Formula("y = x", outline, 9000.0, 9000.0, 0.0))
    for count in range(24, 44):
        lead = doc.Paragraph(said("The fare is then"))
        laid = lay_out(paper_of(lines(count), lead, formula, formula), House(), words_for("en-GB"))
        shown = [sum(_is_formula(part) for placed in page.text for part in placed.part.walk()) for page in laid.pages]
        assert max(shown) == 2, count


def _is_formula(part: Part) -> bool:
    return isinstance(part, PicturePart)


def _height(part: pdfium.PdfObject) -> float:
    _, bottom, _, top = part.get_bounds()
    return float(top - bottom)


def test_the_last_lines_of_a_long_paragraph_that_ends_in_a_colon_stay_with_what_it_announces() -> None:
    words = "The fares of the ferries were set anew in that year, island by island, as the table below shows " * 5
    rows = replace(table_of(2, 4, "fare"), title=(), label="")
    for above in range(24, 40):
        pages = pages_of(paper_of(lines(above), doc.Paragraph(said(f"{words}and in full:")), rows))
        (page,) = (page for page in pages if "Head 0" in page)
        assert "in full:" in page, above


def _fall_of(*terms: str) -> list[float]:
    """How far below each of the terms the text that is said of it begins, in points."""
    listed = doc.DefinitionList(tuple(doc.Definition(said(term), ((lines(1),),)) for term in terms))
    page = pdfium.PdfDocument(write(paper_of(listed), House(), words_for("en-GB")))[2].get_textpage()
    words = page.get_text_range()
    starts = [words.index(term) for term in terms]
    texts = [words.index(LINE.split(" is ")[0], start) for start in starts]
    return [
        page.get_charbox(term, loose=True)[1] - page.get_charbox(text, loose=True)[1]
        for term, text in zip(starts, texts, strict=True)
    ]


def test_short_terms_stand_beside_what_is_said_of_them() -> None:
    assert _fall_of("Quay", "Harbour") == pytest.approx([0.0, 0.0], abs=0.5)


def test_where_one_term_is_long_all_stand_above() -> None:
    falls = _fall_of("Quay", "The society of the friends of all harbours")
    assert min(falls) > House().sizes.leading / 2


@pytest.mark.parametrize("date", ["2024", "24 Sept 2024"])
def test_the_title_of_a_timeline_stands_where_its_texts_do(date: str) -> None:
    timeline = doc.Timeline((doc.TimelineEvent(said(date), said("A ferry")),), said("Since 1946"))
    page = pdfium.PdfDocument(write(paper_of(timeline), House(), words_for("en-GB")))[2].get_textpage()
    words = page.get_text_range()
    title, text = (page.get_charbox(words.index(start), loose=True)[0] for start in ("Since", "A ferry"))
    assert title == pytest.approx(text, abs=0.5)
