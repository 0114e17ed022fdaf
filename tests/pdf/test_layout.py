"""What stands where: headings with their text, tables over pages, charts that let text pass, numbers, bookmarks."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest

from reportgen.check import check_pdf
from reportgen.check.reading import tag_tree
from reportgen.document import blocks as doc
from reportgen.document.inlines import Inlines, Note, NoteMark, Superscript, Text
from reportgen.figures.picture import Code, Picture
from reportgen.house import MM, House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.problems import Place, ReportError

_LINE = "The ferry to the island sails twice a day and is full on most days of the summer. "


def _text(words: str) -> Inlines:
    return (Text(words),)


def _lines(count: int) -> doc.Paragraph:
    """A paragraph of about `count` lines of the body."""
    return doc.Paragraph(_text(_LINE * count))


def _chart(height: float) -> doc.Chart:
    picture = Picture(470, height, (Code("0 0 1 rg 0 0 9 9 re f"),))
    return doc.Chart(picture, _text("One bar."), "Chart 1", _text("Ferries"), anchor="chart-1")


def _table(columns: int, rows: int, word: str = "word") -> doc.Table:
    heads = tuple(doc.ColumnHead(_text(f"Head {index}")) for index in range(columns))
    cells = tuple(doc.TableCell(_text(word), header=index == 0) for index in range(columns))
    return doc.Table(heads, (doc.TableRow(cells),) * rows, "Table 1", _text("Sailings"), anchor="table-1")


def _paper(*blocks: doc.Block | doc.Section, **changes: object) -> doc.Document:
    section = doc.Section(1, _text("Ferries"), "section-ferries", blocks, "1", new_page=True)
    contents = doc.ContentsList("Contents", (doc.ContentsEntry("1", section.title, section.anchor),))
    cover = doc.Cover("Institute", "", _text("Islands"), "No. 1")
    paper = doc.Document(doc.Properties("Islands", "en-GB", (), ""), cover, (contents,), (section,), "No. 1")
    return replace(paper, **changes)  # type: ignore[arg-type]


def _pages(document: doc.Document) -> list[str]:
    paper = pdfium.PdfDocument(write(document, House(), words_for("en-GB")))
    texts = [page.get_textpage().get_text_bounded() for page in paper]
    paper.close()
    return texts


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    data = write(_paper(_lines(60)), House(), words_for("en-GB"))
    tree = tag_tree(data)
    assert tree.count("The ferry to the island") == 60
    assert sum("The ferry to the island" in line for line in tree.splitlines()) == 1


def test_a_heading_goes_to_the_next_page_with_its_text() -> None:
    for count in range(28, 36):
        section = doc.Section(2, _text("Stranded heading"), "section-2", (_lines(5),), "1.1")
        for page in _pages(_paper(_lines(count), section)):
            if "Stranded heading" in page and "Contents" not in page:
                assert page.split("Stranded heading")[1].count("ferry") >= 1


def test_a_table_goes_on_with_its_header_and_says_so() -> None:
    pages = _pages(_paper(_table(3, 60)))
    assert [page.count("Head 1") for page in pages[2:]] == [1] * len(pages[2:])
    assert ["Table 1 (continued)" in page for page in pages[2:]] == [False] + [True] * (len(pages) - 3)


def test_a_table_of_three_hundred_rows_loses_none() -> None:
    assert sum(page.count("word") for page in _pages(_paper(_table(2, 300)))) == 600


def test_a_wide_table_stands_on_its_side_at_the_end_of_the_chapter() -> None:
    data = write(_paper(_table(14, 5, "sailing"), _lines(4)), House(), words_for("en-GB"))
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
    assert [box[2] > box[3] for box in boxes] == [False, False, False, True]


def test_a_table_that_fits_no_page_is_a_problem_at_its_line() -> None:
    table = replace(_table(14, 2, "incomprehensibilities"), place=Place("text/a.md", 12))
    with pytest.raises(ReportError) as caught:
        _pages(_paper(table))
    assert [(problem.rule, problem.place.line) for problem in caught.value.problems] == [("table-width", 12)]


def test_text_passes_a_chart_that_would_leave_the_page_white() -> None:
    blocks = (_lines(16), _chart(400), doc.Paragraph(_text("Passed by. " + _LINE * 3)))
    pages = _pages(_paper(*blocks))
    assert ["Passed by" in page for page in pages] == [False, False, True, False]
    assert "Chart 1" in pages[3]


def _section(title: str, *blocks: doc.Block) -> doc.Section:
    return doc.Section(2, _text(title), f"section-{title.lower()}", blocks, "1.1")


def test_headings_pass_a_chart_too_and_it_is_read_where_it_stands() -> None:
    paper = _paper(_lines(14), _chart(400), _section("Winter", _lines(4)), _lines(20), _lines(2))
    data = write(paper, House(), words_for("en-GB"))
    tree = tag_tree(data)
    assert check_pdf(data, "paper.pdf") == []
    assert tree.index("Winter") < tree.index("Chart 1") < tree.rindex("The ferry to the island")


def test_a_heading_passes_the_chart_that_it_leads() -> None:
    pages = _pages(_paper(_lines(12), _section("Winter", _chart(400), _lines(3)), _lines(1)))
    assert "Winter" in pages[2] and "Chart 1" in pages[3]


def test_floats_keep_their_order() -> None:
    named = [replace(_chart(height), label=f"Chart {n}") for n, height in enumerate((380.0, 20.0, 300.0), 1)]
    text = "\n".join(_pages(_paper(_lines(16), *named, *(_lines(3) for _ in range(12)))))
    assert sorted((text.index(f"Chart {n}:"), n) for n in (1, 2, 3)) == [
        (text.index(f"Chart {n}:"), n) for n in (1, 2, 3)
    ]


def test_a_float_never_leaves_its_chapter() -> None:
    paper = _paper(_lines(16), _chart(400), _lines(2))
    text = "\n".join(_pages(replace(paper, sections=(*paper.sections, _second_chapter(_lines(9))))))
    assert text.index("Chart 1:") < text.index("Bridges")


def test_a_small_table_is_not_split_and_text_passes_it() -> None:
    for count in range(20, 32):
        pages = _pages(_paper(_lines(count), _table(3, 8), *(_lines(2) for _ in range(12))))
        assert not any("continued" in page for page in pages), count


def test_a_table_never_goes_on_with_one_or_two_rows() -> None:
    for rows in range(40, 60):
        pages = [page for page in _pages(_paper(_table(3, rows))) if "word" in page]
        assert min(page.count("word") / 3 for page in pages) >= 3, rows


def test_a_chart_with_a_footnote_keeps_its_place() -> None:
    note = NoteMark(Note(1, (_text("A note."),), "note-1"))
    chart = replace(_chart(400), title=(Text("Ferries"), note))
    pages = _pages(_paper(_lines(16), chart, doc.Paragraph(_text("Not passed by."))))
    assert "Not passed by" in pages[3]


def test_a_chart_taller_than_a_page_is_a_problem() -> None:
    with pytest.raises(ReportError, match="too-tall"):
        _pages(_paper(_chart(900)))


def test_contents_and_footer_have_the_right_pages() -> None:
    pages = _pages(_paper(_lines(60)))
    assert "Ferries 3" in pages[1].replace("\r\n", " ")
    assert [f"{number} of {len(pages)}" in page for number, page in enumerate(pages, 1)] == [False] + [True] * (
        len(pages) - 1
    )


def test_the_header_names_the_chapter() -> None:
    assert ["1 Ferries" in page for page in _pages(_paper(_lines(60)))[3:]] == [True]


def _second_chapter(*blocks: doc.Block) -> doc.Section:
    return doc.Section(1, _text("Bridges"), "section-bridges", blocks, "2")


def test_a_chapter_that_runs_on_begins_on_the_page_of_the_one_before() -> None:
    paper = _paper(_lines(8))
    pages = _pages(replace(paper, sections=(*paper.sections, _second_chapter(_lines(60)))))
    assert "Ferries" in pages[2] and "Bridges" in pages[2]
    assert ["Islands 1 Ferries" in page for page in pages[2:]] == [True, False]


def test_the_header_names_the_chapter_that_a_page_goes_on_with() -> None:
    paper = _paper(_lines(50))
    third = doc.Section(1, _text("Tunnels"), "section-tunnels", (_lines(3),), "3", new_page=True)
    pages = _pages(replace(paper, sections=(*paper.sections, _second_chapter(_lines(3)), third)))
    headers = [[line for line in page.splitlines() if line.startswith("Islands ")] for page in pages[2:]]
    assert headers == [["Islands 1 Ferries"], ["Islands 1 Ferries"], ["Islands 3 Tunnels"]]


def test_a_chapter_never_begins_in_the_last_lines_of_a_page() -> None:
    for count in range(20, 36):
        paper = _paper(_lines(count))
        pages = _pages(replace(paper, sections=(*paper.sections, _second_chapter(_lines(9)))))
        begun = next(page for page in pages[2:] if "Bridges" in page)
        assert begun.split("Bridges")[1].count("ferry") >= 4, count


def test_a_footnote_on_the_cover_is_a_problem_at_its_line() -> None:
    note = NoteMark(Note(1, (_text("A note."),), "note-1", Place("briefing.yaml", 9)))
    paper = _paper(_lines(2))
    with pytest.raises(ReportError, match=r"briefing.yaml:9:1: .*cover-note"):
        _pages(replace(paper, cover=replace(paper.cover, brief=(doc.Paragraph((Text("Brief"), note)),))))


def test_a_table_in_a_box_is_as_wide_as_the_box() -> None:
    box = doc.Box(_text("Inside"), (replace(_table(2, 2, "cell"), title=(), label=""),), "Box 1", "box-1")
    paper = pdfium.PdfDocument(write(_paper(box), House(), words_for("en-GB")))
    text = paper[2].get_textpage()
    rights = [text.get_rect(index)[2] for index in range(text.count_rects())]
    paper.close()
    assert max(rights) < House().page.width * MM - House().page.outer * MM


def test_a_chart_in_a_box_is_a_problem() -> None:
    with pytest.raises(ReportError, match="chart-place"):
        _pages(_paper(doc.Box(_text("Inside"), (_chart(80),), "Box 1", "box-1")))


def test_key_figures_never_break_in_a_word() -> None:
    figure = doc.KeyFigure(_text("£1,234,567,890"), _text("spent"))
    for count in (1, 2, 3, 4):
        pages = _pages(_paper(doc.KeyFacts((figure,) * count)))
        assert pages[2].count("£1,234,567,890") == count


def test_marks_of_table_notes_are_links_to_their_notes() -> None:
    table = _table(2, 1)
    marked = doc.TableCell((Text("9"), Superscript(_text("a"))))
    row = doc.TableRow((table.rows[0].cells[0], marked))
    paper = _paper(replace(table, rows=(row,), notes=(("a", _text("Counted twice.")),)))
    tree = tag_tree(write(paper, House(), words_for("en-GB")))
    assert "Reference" in tree.split("9")[-2] + tree.split("9")[-1]
    assert tree.index("Counted twice.") > tree.index("Note")


def test_bookmarks_are_the_headings() -> None:
    section = doc.Section(2, _text("Winter"), "section-winter", (_lines(1),), "1.1")
    data = write(_paper(_lines(2), section), House(), words_for("en-GB"))
    with pikepdf.Pdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert titles == [("Contents", []), ("1 Ferries", ["1.1 Winter"])]


def test_a_paper_over_its_limit_is_a_problem() -> None:
    with pytest.raises(ReportError, match=r"3 pages; its type allows 2"):
        _pages(_paper(_lines(2), page_limit=2))


def test_a_missing_glyph_names_its_block() -> None:
    paragraph = doc.Paragraph(_text("An egyptian 𓀀 hieroglyph."), place=Place("text/a.md", 7))
    with pytest.raises(ReportError) as caught:
        _pages(_paper(paragraph))
    assert [(str(p.place), p.rule) for p in caught.value.problems] == [("text/a.md:7:1", "glyph-missing")]


def test_a_stamp_is_on_every_page() -> None:
    assert all("Draft" in page for page in _pages(_paper(_lines(40), stamp="Draft")))
