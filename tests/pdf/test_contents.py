"""The contents and the lists of charts and tables."""

from __future__ import annotations

import pytest

from reportgen.document import blocks as doc
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.paper import opened
from tests.pdf.papers import LINE, lines, pages_of, paper_of, said


def test_contents_and_footer_have_the_right_pages() -> None:
    pages = pages_of(paper_of(lines(60)))
    assert "Ferries 3" in pages[1].replace("\r\n", " ")
    assert [f"{number} of {len(pages)}" in page for number, page in enumerate(pages, 1)] == [False] + [True] * (
        len(pages) - 1
    )


def test_contents_and_lists_of_thirty_entries_fit_one_page() -> None:
    entries = tuple(doc.ContentsEntry(str(n), said("Ferries"), "section-ferries", 1 + n % 2) for n in range(24))
    charts = tuple(doc.ContentsEntry(f"Chart {n}", said("Ferries"), "section-ferries") for n in range(16))
    lists = (doc.ContentsList("Contents", entries), doc.ContentsList("Charts", charts))
    found = pages_of(paper_of(lines(2), contents=lists))
    assert "Contents" in found[1] and "Chart 15" in found[1] and "1 Ferries" in found[2]


def test_the_contents_of_a_chapter_stand_in_contents_of_their_own() -> None:
    levels = (1, 2, 2, 1, 2)
    entries = tuple(doc.ContentsEntry(f"{n}", said("Ferries"), "section-ferries", at) for n, at in enumerate(levels))
    paper_with = paper_of(lines(1), contents=(doc.ContentsList("Contents", entries),))
    with opened(write(paper_with, House(), words_for("en-GB"))) as paper:
        first, *_ = paper.of("TOC")
        assert [kid.kind for kid in first.elements] == ["TOCI", "TOC", "TOCI", "TOC"]
        assert [len(kid.elements) for kid in first.elements if kid.kind == "TOC"] == [2, 1]


def _summary(lead: int, messages: int) -> doc.Section:
    """A summary with a lead of so many lines, and "Key messages" of so many paragraphs under a heading of their own."""
    below = doc.Section(2, said("Key messages"), "section-messages", (lines(3),) * messages)
    return doc.Section(1, said("Summary"), "section-summary", (lines(lead), below), new_page=True)


def _with_contents(summary: doc.Section, entries: int) -> list[str]:
    listed = tuple(doc.ContentsEntry(str(n), said("Ferries"), "section-ferries", 2) for n in range(entries))
    ferries = doc.Section(1, said("Ferries"), "section-ferries", (lines(60),), "1", new_page=True)
    contents = (doc.ContentsList("Contents", listed),)
    return pages_of(paper_of(contents=contents, sections=(summary, ferries)))


def test_a_summary_that_fits_stands_below_the_contents() -> None:
    _, contents, ferries, *_ = _with_contents(_summary(4, 3), 10)
    assert "Contents" in contents and "Summary" in contents and "Key messages" in contents
    assert "1 Ferries" in ferries


def test_the_lead_of_a_longer_summary_stands_below_the_contents() -> None:
    _, contents, messages, *_ = _with_contents(_summary(7, 10), 28)
    assert "Contents" in contents and "Summary" in contents and "Key messages" not in contents
    assert messages.startswith("Key messages")


def test_a_lead_that_does_not_fit_begins_a_page() -> None:
    _, contents, summary, *_ = _with_contents(_summary(22, 3), 26)
    assert "Summary" not in contents and "Contents" in contents
    assert "Summary" in summary and "Key messages" in summary


@pytest.mark.parametrize(("entries", "page"), [(4, 1), (20, 2)])
def test_the_first_chapter_goes_on_below_short_contents(entries: int, page: int) -> None:
    listed = tuple(doc.ContentsEntry(str(n), said("Ferries"), "section-ferries", 2) for n in range(entries))
    ferries = doc.Section(1, said("Ferries"), "section-ferries", (lines(60),), "1", new_page=True)
    pages = pages_of(paper_of(contents=(doc.ContentsList("Contents", listed),), sections=(ferries,)))
    assert next(number for number, text in enumerate(pages) if LINE.split(" is ")[0] in text) == page
