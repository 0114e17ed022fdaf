"""Links: one annotation a page, whose boxes are those of its lines, and targets that can be hit."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Link, Text
from reportgen.geometry import Box
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdf.links import LEAST_TARGET, PageLink, placed
from reportgen.pdf.structure import Slot, StructElem
from tests.pdf.papers import LINE, paper_of, said

MARK = Box(100, 100, 104, 109)


def link(*boxes: Box) -> PageLink:
    return PageLink(Slot(StructElem("Link")), boxes, "#there", "There")


def rectangles(*links: PageLink) -> list[Box]:
    return [box for _, box in placed(links)]


def found_in(*content: Link | Text) -> list[tuple[str, list[float], list[float]]]:
    """The links of a paper's chapter: what is said of each, its rectangle, the corners of its lines."""
    with pikepdf.Pdf.open(BytesIO(write(paper_of(doc.Paragraph(content)), House(), words_for("en-GB")))) as pdf:
        annotations = [annotation for page in list(pdf.pages)[2:] for annotation in page.get("/Annots", [])]
        return [
            (str(one.Contents), list(map(float, one.Rect)), list(map(float, one.get("/QuadPoints", []))))
            for one in annotations
        ]


def test_a_link_over_several_lines_is_one_with_a_box_for_each() -> None:
    ((_, (left, bottom, right, top), quads),) = found_in(Text(LINE), Link(said(LINE * 2), "https://example.org"))
    assert len(quads) == 8 * 3
    assert (left, right) == (min(quads[::2]), max(quads[::2]))
    assert (bottom, top) == (min(quads[1::2]), max(quads[1::2]))


def test_a_link_on_one_line_has_its_rectangle_alone() -> None:
    ((_, _, quads),) = found_in(Link(said("the ferries"), "https://example.org"))
    assert quads == []


def test_a_link_that_a_page_ends_in_is_one_on_each() -> None:
    words = LINE * 60
    assert [contents for contents, _, _ in found_in(Link(said(words), "https://example.org"))] == [words, words]


def test_a_small_target_is_made_large_enough() -> None:
    (box,) = rectangles(link(MARK))
    assert (box.width, box.height) == (LEAST_TARGET, LEAST_TARGET)
    assert (box.left + box.right, box.bottom + box.top) == (204, 209)


@pytest.mark.parametrize("other", [Box(110, 98, 190, 110), Box(60, 98, 97, 110), Box(60, 112, 190, 124)])
def test_a_target_takes_nothing_of_another_one(other: Box) -> None:
    mark, beside = rectangles(link(MARK), link(other))
    assert mark.overlap(beside) == 0
    assert mark.width + mark.height > MARK.width + MARK.height


def test_a_link_of_several_lines_lies_under_the_others() -> None:
    long = link(Box(100, 120, 300, 132), Box(50, 100, 80, 112))
    short = link(Box(90, 100, 160, 112))
    assert [one for one, _ in placed([short, long])] == [long, short]


def test_a_small_target_grows_within_the_rectangle_of_a_link_of_two_lines() -> None:
    lines = Box(200, 110, 480, 120), Box(60, 94, 90, 104)
    above, box = rectangles(link(*lines), link(MARK))
    assert above == Box(60, 94, 480, 120)
    assert box.width == LEAST_TARGET
