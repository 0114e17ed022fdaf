"""Tables that need a page on its side: they wait for the end of a page, and nothing captioned passes them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Note, NoteMark, Text
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from tests.pdf.papers import LINE, PICTURES, chart_of, lines, pages_of, paper_of, said, section_of, table_of

WIDE = table_of(14, 5, "sailing")


def sides(paper: doc.Document) -> list[bool]:
    """For each page whether it lies on its side."""
    with pikepdf.Pdf.open(BytesIO(write(paper, House(), words_for("en-GB"), PICTURES))) as pdf:
        return [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]


def small(number: int) -> doc.TableBlock:
    return replace(table_of(2, 2), label=f"Table {number}", anchor=f"table-{number}")


def test_it_stands_behind_the_page_that_the_text_fills() -> None:
    paper = paper_of(lines(4), WIDE, *(lines(3) for _ in range(16)))
    assert sides(paper) == [False, False, False, True, False]
    data = write(paper, House(), words_for("en-GB"), PICTURES)
    assert check_pdf(data, "paper.pdf") == []
    tree = tag_tree(data)
    assert tree.index(LINE[:20]) < tree.index("Table 1") < tree.rindex(LINE[:20])


@pytest.mark.parametrize("after", [(), (lines(2),), (lines(2), lines(40)), (section_of("Winter", lines(3)),)])
def test_nothing_captioned_passes_it(after: tuple[doc.Block | doc.Section, ...]) -> None:
    blocks = (lines(3), WIDE, small(2), chart_of(60), *after)
    data = write(paper_of(*blocks), House(), words_for("en-GB"), PICTURES)
    text, tree = "\n".join(pages_of(paper_of(*blocks))), tag_tree(data)
    for told in (text, tree):
        places = [told.index(label) for label in ("Table 1:", "Table 2:", "Chart 1:")]
        assert places == sorted(places)
    assert check_pdf(data, "paper.pdf") == []


def test_one_that_calls_a_note_keeps_its_place() -> None:
    note, later = (NoteMark(Note(number, (said("A note."),), f"note-{number}")) for number in (1, 2))
    wide = replace(WIDE, title=(Text("Sailings"), note))
    pages = pages_of(paper_of(lines(3), wide, doc.Paragraph((Text("Behind it."), later)), small(2)))
    assert ["Table 1" in page for page in pages] == [False, False, False, True, False]
    assert "Behind it" in pages[4]


def test_a_heading_stays_with_what_follows_it_and_leaves_no_empty_page() -> None:
    for blocks in ((WIDE,), (WIDE, lines(2)), (WIDE, small(2)), (lines(2), section_of("Winter", WIDE, lines(2)))):
        pages = pages_of(paper_of(*blocks))
        chapter = next(page for page in pages[2:] if "Ferries" in page)
        assert any(words in chapter.split("Ferries", 1)[1] for words in ("ferry", "sailing"))
        assert all(any(word in page for word in ("ferry", "sailing", "word")) for page in pages[2:])


def test_a_long_one_goes_on_with_its_header_on_pages_of_its_kind() -> None:
    paper = paper_of(lines(4), table_of(14, 60, "sailing"), small(2), lines(30))
    found = sides(paper)
    assert sum(found) >= 3 and list(pairwise(found)).count((False, True)) == 1
    pages = pages_of(paper)
    assert sum(page.count("sailing") for page in pages) == 60 * 14
    assert ["sailing" in page for page in pages] == found
    assert ["continued" in page for page in pages] == [False, *(one and other for one, other in pairwise(found))]


def test_two_share_a_page_where_they_fit() -> None:
    second = replace(WIDE, label="Table 2", anchor="table-2")
    pages = pages_of(paper_of(lines(3), WIDE, second, lines(3)))
    assert [("Table 1" in page, "Table 2" in page) for page in pages if "sailing" in page] == [(True, True)]


def test_it_waits_for_a_page_to_end_between_two_blocks() -> None:
    for count in range(20, 40, 3):
        paper = paper_of(lines(count), WIDE, *(lines(5) for _ in range(14)))
        data = write(paper, House(), words_for("en-GB"), PICTURES)
        assert check_pdf(data, "paper.pdf") == [], count
        assert sum(sides(paper)) == 1
