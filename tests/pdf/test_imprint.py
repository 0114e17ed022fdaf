"""Standing texts and short lists of sources: in two columns at the foot of the last page, read one after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Note, NoteMark
from reportgen.house import House, PageGrid, Sizes
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from tests.pdf.papers import LINE, lines, paper_of, said


def about(*texts: str) -> doc.Section:
    """ "About this paper" with a section for each text."""
    inside = [
        doc.Section(2, said(f"Part {at}"), f"about-{at}", (doc.Paragraph(said(text), style="small"),))
        for at, text in enumerate(texts, 1)
    ]
    return doc.Section(1, said("About this paper"), "back-about", tuple(inside))


def sources(count: int) -> doc.Section:
    """A list of sources."""
    entries = tuple(doc.SourceEntry(said(f"Source {at}"), f"reference-{at}") for at in range(1, count + 1))
    return doc.Section(1, said("Sources"), "back-sources", (doc.SourceList(entries),))


def places(
    *back: doc.Section, house: House | None = None, text: doc.Paragraph | None = None
) -> dict[str, tuple[int, float, float]]:
    """Of each text that begins so, its page, its left edge and its baseline; `text` is what stands above."""
    paper = paper_of(text or lines(5))
    data = write(replace(paper, sections=(*paper.sections, *back)), house or House(), words_for("en-GB"))
    assert check_pdf(data, "paper.pdf") == []
    found = {}
    with opened(data) as pdf:
        for at, page in enumerate(pdf.pages):
            for piece in page.pieces:
                found[piece.text.strip()] = (at, piece.box.left, piece.baseline)
    return found


def test_they_stand_in_two_columns() -> None:
    found = places(about(LINE * 3, LINE * 3))
    (page, left, top), (other, right, level) = found["Part 1"], found["Part 2"]
    assert page == other and right > left + 200 and abs(top - level) < 40


def test_a_few_sources_stand_beside_them_and_many_do_not() -> None:
    few, many = places(sources(4), about(LINE * 2)), places(sources(12), about(LINE * 2))
    assert abs(few["Sources"][2] - few["About this paper"][2]) < 5
    assert many["Sources"][2] > many["About this paper"][2] + 100


def test_they_stand_apart_from_notes_as_from_the_text() -> None:
    note = NoteMark(Note(1, (said("Counted by hand."),), "note-1"))
    found = places(about("Standing text."), text=doc.Paragraph((*said(LINE * 5), note)))
    (page, _, above), (same, _, below) = found["Standing text."], found["Counted by hand."]
    assert page == same and above - below > 35


def test_large_type_has_one_column() -> None:
    found = places(about(LINE, LINE), house=House(sizes=Sizes(20)))
    assert found["Part 1"][1] == pytest.approx(found["Part 2"][1], abs=1)


def test_what_no_page_holds_goes_on_over_pages() -> None:
    found = places(about(*([LINE * 12] * 4)), house=House(page=PageGrid(height=130)))
    assert found["Part 4"][0] > found["Part 1"][0]


@pytest.mark.parametrize("count", [10, 20, 40, 60, 120])
def test_one_long_text_stands_whole_or_goes_on(count: int) -> None:
    alone = doc.Section(1, said("About this paper"), "back-about", (doc.Paragraph(said(LINE * count), style="small"),))
    assert "About this paper" in places(alone)


def test_they_are_read_in_order() -> None:
    paper = paper_of(lines(5))
    data = write(
        replace(paper, sections=(*paper.sections, sources(3), about("One.", "Two."))), House(), words_for("en-GB")
    )
    tree = tag_tree(data)
    places = [tree.index(word) for word in ("Sources", "Source 3", "About this paper", "Part 1", "Part 2")]
    assert places == sorted(places)
