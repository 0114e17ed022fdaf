"""Long, narrow tables of data: two stacks of rows side by side, one table for the ear."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from reportgen.document import blocks as doc
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from tests.pdf.papers import pages_of, paper_of, said, table_of


def numbered(rows: int, *, dense: bool = True, word: str = "word") -> doc.TableBlock:
    """A table of two columns that counts its rows: "row 001", "row 002" and so on."""
    cells = ((doc.TableCell(said(f"row {row:03}"), header=True), doc.TableCell(said(word))) for row in range(rows))
    return replace(table_of(2, 0), rows=tuple(doc.TableRow(pair) for pair in cells), dense=dense)


def lefts(paper: doc.Document) -> list[dict[str, float]]:
    """For each page, how far from the left edge each row begins, in points."""
    opened = pdfium.PdfDocument(write(paper, House(), words_for("en-GB")))
    found = []
    for page in opened:
        text = page.get_textpage()
        starts = [(match[0], match.start()) for match in re.finditer(r"row \d{3}", text.get_text_range())]
        found.append({words: round(text.get_charbox(start)[0], 1) for words, start in starts})
    opened.close()
    return found


@pytest.mark.parametrize("rows", [26, 27, 60, 90, 150, 200])
def test_it_is_one_table_read_stack_by_stack(rows: int) -> None:
    data = write(paper_of(numbered(rows)), House(), words_for("en-GB"))
    tree = tag_tree(data)
    assert check_pdf(data, "paper.pdf") == []
    assert re.findall(r"row \d{3}", tree) == [f"row {row:03}" for row in range(rows)]
    assert tree.count("Head 0") == 1


@pytest.mark.parametrize("rows", [26, 90, 150, 200])
def test_each_page_has_two_stacks_as_high_as_each_other(rows: int) -> None:
    pages = [page for page in lefts(paper_of(numbered(rows))) if page]
    assert sum(len(page) for page in pages) == rows
    for page in pages:
        edges = sorted(set(page.values()))
        counts = [list(page.values()).count(edge) for edge in edges]
        assert len(edges) == 2 and counts[0] - counts[1] in (0, 1)
        assert [page[words] for words in sorted(page)] == sorted(page.values())


def test_each_stack_has_the_header() -> None:
    assert [page.count("Head 1") for page in pages_of(paper_of(numbered(150))) if "row" in page] == [2, 2]


@pytest.mark.parametrize("table", [numbered(25), numbered(60, dense=False), numbered(60, word="sailing " * 8)])
def test_short_wide_and_usual_tables_have_one_stack(table: doc.TableBlock) -> None:
    assert {len(set(page.values())) for page in lefts(paper_of(table)) if page} == {1}
