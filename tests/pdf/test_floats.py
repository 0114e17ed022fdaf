"""Floats: what does not fit waits for the next page, in order, within its chapter, and is read where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Note, NoteMark, Text
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import pages as pages_module
from reportgen.pdf import write
from reportgen.pdf.page_master import USUAL
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


def test_text_passes_a_chart_that_would_leave_the_page_white() -> None:
    blocks = (lines(16), chart_of(430), doc.Paragraph(said("Passed by. " + LINE * 3)))
    pages = pages_of(paper_of(*blocks))
    assert ["Passed by" in page for page in pages] == [False, False, True, False]
    assert "Chart 1" in pages[3]


def test_headings_pass_a_chart_too_and_it_is_read_where_it_stands() -> None:
    paper = paper_of(lines(14), chart_of(430), section_of("Winter", lines(4)), lines(20), lines(2))
    data = write(paper, House(), words_for("en-GB"), PICTURES)
    tree = tag_tree(data)
    assert check_pdf(data, "paper.pdf") == []
    assert tree.index("Winter") < tree.index("Chart 1") < tree.rindex("The ferry to the island")


def test_a_heading_passes_the_chart_that_it_leads() -> None:
    pages = pages_of(paper_of(lines(12), section_of("Winter", chart_of(430), lines(3)), lines(1)))
    assert "Winter" in pages[2] and "Chart 1" in pages[3]


def test_a_box_that_waits_has_the_level_of_the_section_that_it_comes_to() -> None:
    dates = doc.Timeline((doc.TimelineEvent(said("May 1946"), said("The ferry begins.")),), said("Dates"))
    box = doc.TextBox(said("Fares"), (lines(20), dates), "Box 1", "box-1")
    inner = replace(section_of("Winter", lines(9), box, lines(2)), level=3)
    outer = replace(section_of("Autumn"), blocks=(lines(6), inner))
    paper = paper_of(outer, section_of("Spring", lines(20), lines(20)))
    data = write(paper, House(), words_for("en-GB"), PICTURES)
    assert check_pdf(data, "paper.pdf") == []
    told = [line.split()[0] for line in tag_tree(data).splitlines() if line.lstrip().startswith("H")]
    assert told == ["H1", "H1", "H2", "H3", "H2", "H3", "H4"]


def test_floats_keep_their_order() -> None:
    named = [replace(chart_of(height), label=f"Chart {n}") for n, height in enumerate((380.0, 20.0, 300.0), 1)]
    text = "\n".join(pages_of(paper_of(lines(16), *named, *(lines(3) for _ in range(12)))))
    assert sorted((text.index(f"Chart {n}:"), n) for n in (1, 2, 3)) == [
        (text.index(f"Chart {n}:"), n) for n in (1, 2, 3)
    ]


def test_a_float_never_leaves_its_chapter() -> None:
    paper = paper_of(lines(16), chart_of(430), lines(2))
    text = "\n".join(pages_of(replace(paper, sections=(*paper.sections, second_chapter(lines(9))))))
    assert text.index("Chart 1:") < text.index("Bridges")


def test_a_small_table_is_not_split_and_text_passes_it() -> None:
    for count in range(20, 32):
        pages = pages_of(paper_of(lines(count), table_of(3, 8), *(lines(2) for _ in range(12))))
        assert not any("continued" in page for page in pages), count


def test_a_chart_with_a_footnote_keeps_its_place() -> None:
    note = NoteMark(Note(1, (said("A note."),), "note-1"))
    chart = replace(chart_of(430), title=(Text("Ferries"), note))
    pages = pages_of(paper_of(lines(16), chart, doc.Paragraph(said("Not passed by."))))
    assert "Not passed by" in pages[3]


def test_only_running_text_passes_what_waits() -> None:
    event = doc.TimelineEvent(said("May 1946"), said("The ferry begins."))
    pieces = (
        chart_of(430),
        doc.TextBox(said("Fares"), (lines(2),), "Box 1", "box-1"),
        doc.Timeline((event, event), said("Dates")),
        doc.KeyFacts((doc.KeyFigure(said("4711"), said("sailings")),)),
    )
    text = "\n".join(pages_of(paper_of(lines(16), *pieces, doc.Paragraph(said("Passed by. " + LINE * 3)))))
    places = [text.index(words) for words in ("Chart 1:", "Box 1:", "Dates", "4711")]
    assert places == sorted(places)


def test_a_quotation_passes_a_chart_and_a_table_that_wait() -> None:
    quotation = doc.Quotation((doc.Paragraph(said("Bread is cheap.")),), said("A baker"))
    box = doc.TextBox(said("Fares"), (lines(2),), "Box 1", "box-1")
    pages = pages_of(paper_of(lines(16), chart_of(430), table_of(3, 8), quotation, box))
    assert "Bread is cheap" in pages[2] and "Chart 1" in pages[3]


def test_a_sentence_with_a_colon_keeps_what_it_leads_in_its_place() -> None:
    led = (doc.Paragraph(said("The ferries compare so:")), chart_of(430))
    pages = pages_of(paper_of(lines(14), *led, doc.Paragraph(said("Not passed by. " + LINE * 3))))
    assert "compare so" not in pages[2]
    assert pages[3].index("compare so") < pages[3].index("Chart 1") < pages[3].index("Not passed by")


def test_a_table_passes_a_chart_that_waits_and_the_charts_keep_their_order() -> None:
    charts = [replace(chart_of(430), label=f"Chart {n}") for n in (1, 2)]
    blocks = (lines(20), charts[0], replace(table_of(2, 4), label="Table 1"), charts[1], lines(40))
    pages = pages_of(paper_of(*blocks))
    assert "Table 1:" in pages[2] and "Chart 1:" in pages[3] and not any("Chart 2:" in page for page in pages[:4])
    data = write(paper_of(*blocks), House(), words_for("en-GB"), PICTURES)
    assert check_pdf(data, "paper.pdf") == []
    tree = tag_tree(data)
    assert tree.index("Table 1:") < tree.index("Chart 1:") < tree.index("Chart 2:")


def test_a_heading_goes_on_with_the_text_behind_several_charts() -> None:
    charts = [replace(chart_of(300), label=f"Chart {n}") for n in (1, 2)]
    quotation = doc.Quotation((doc.Paragraph(said("Bread is cheap.")),), said("A baker"))
    pages = pages_of(paper_of(lines(22), section_of("Winter", *charts, quotation, lines(9)), lines(1)))
    assert pages[2].index("Winter") < pages[2].index("Bread is cheap")
    assert "Chart 1:" in pages[3] and "Chart 2:" in pages[3]


def test_more_waits_only_where_a_chapter_would_leave_holes(monkeypatch: pytest.MonkeyPatch) -> None:
    charts = [replace(chart_of(height), label=f"Chart {n}") for n, height in enumerate((430.0, 300.0), 1)]
    paper = paper_of(lines(20), charts[0], lines(1), charts[1], lines(12), lines(12))
    patient = pages_of(paper)[2]
    monkeypatch.setattr(pages_module, "PATIENT", USUAL)
    assert patient.count("sails twice") > pages_of(paper)[2].count("sails twice") + 10
