"""What stands in the margins: the chapter, the stamp."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from reportgen.document import blocks as doc
from reportgen.house import MM, CoverLook, House, PageGrid
from reportgen.language import words_for
from reportgen.pdf import running_heads, write
from reportgen.pdf.theme import Theme
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree
from tests.pdf.papers import lines, pages_of, paper_of, said, second_chapter


def test_the_header_names_the_chapter() -> None:
    assert ["1 Ferries" in page for page in pages_of(paper_of(lines(60)))[3:]] == [True]


def test_the_header_names_the_chapter_that_a_page_goes_on_with() -> None:
    paper = paper_of(lines(56))
    third = doc.Section(1, said("Tunnels"), "section-tunnels", (lines(3),), "3", new_page=True)
    pages = pages_of(replace(paper, sections=(*paper.sections, second_chapter(lines(3)), third)))
    headers = [[line for line in page.splitlines() if line.startswith("Islands ")] for page in pages[2:]]
    assert headers == [["Islands 1 Ferries"], ["Islands 1 Ferries"], ["Islands 3 Tunnels"]]


def test_a_stamp_is_on_every_page() -> None:
    assert all("Draft" in page for page in pages_of(paper_of(lines(40), stamp="Draft")))


def test_a_status_is_heard_once_and_before_all_else() -> None:
    tree = tag_tree(write(paper_of(lines(60), stamp="Draft"), House(), words_for("en-GB")))
    assert tree.count("Draft") == 1 and tree.index("Draft") < tree.index("Institute")


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("cover", get_args(CoverLook))
def test_a_status_is_painted_over_the_ground_and_before_the_words(full: bool, cover: CoverLook) -> None:
    paper = paper_of(lines(60), stamp="Draft")
    paper = replace(paper, cover=replace(paper.cover, full=full))
    with opened(write(paper, replace(House(), cover=cover), words_for("en-GB"))) as read:
        assert read.root is not None
        tagged = [sequence.text for _, sequence in read.root.content() if sequence.page == 0]
        painted = [sequence.text for sequence in read.pages[0].sequences]
    assert tagged == painted and painted[0] == "Draft"


def test_a_page_that_is_a_line_deeper_keeps_clear_of_the_footer() -> None:
    for page in (House().page, PageGrid(top=23, bottom=20), PageGrid(top=30, bottom=28)):
        running_head = Theme(House(page=page), words_for("en-GB")).running_head
        below_text = page.bottom * MM - House().sizes.leading
        assert below_text - running_heads._FOOTER * page.bottom * MM > running_head.size * 0.66 + 4
