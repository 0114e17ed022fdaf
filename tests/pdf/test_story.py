"""Blocks of one kind each: timelines, code, sources."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from reportgen.document import blocks as doc
from reportgen.house import MM, House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree, text_of
from reportgen.validation import check_pdf
from tests.pdf.papers import LINE, lines, pages_of, paper_of, said


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
