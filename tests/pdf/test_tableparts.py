"""Tables over pages: their header, their rows, what stands under them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Superscript, Text
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.paper import opened
from tests.pdf.papers import pages_of, paper_of, said, table_of


def test_a_table_goes_on_with_its_header_and_says_so() -> None:
    pages = pages_of(paper_of(table_of(3, 60)))
    assert [page.count("Head 1") for page in pages[2:]] == [1] * len(pages[2:])
    assert ["Table 1 (continued)" in page for page in pages[2:]] == [False] + [True] * (len(pages) - 3)


def test_what_goes_on_is_said_where_the_table_begins() -> None:
    table = replace(table_of(3, 60), label="", title=())
    with opened(write(paper_of(table), House(), words_for("en-GB"))) as pdf:
        pieces = pdf.pages[3].pieces
        lefts = {word: piece.box.left for piece in pieces for word in ("(continued)", "Head 0") if word in piece.text}
    assert lefts["(continued)"] == pytest.approx(lefts["Head 0"], abs=1)


def test_a_table_of_three_hundred_rows_loses_none() -> None:
    assert sum(page.count("word") for page in pages_of(paper_of(table_of(2, 300)))) == 600


def test_a_table_never_goes_on_with_one_or_two_rows() -> None:
    for rows in range(40, 60):
        pages = [page for page in pages_of(paper_of(table_of(3, rows))) if "word" in page]
        assert min(page.count("word") / 3 for page in pages) >= 3, rows


def test_a_split_table_goes_on_once_a_page_whatever_stands_under_it() -> None:
    notes = tuple((mark, said("Free for the youngest from September. " * 3)) for mark in "abc")
    for rows in range(40, 62):
        called = tuple(doc.TableCell((*said("word"), Superscript((Text(mark),)))) for mark in "abc")
        table = table_of(3, rows)
        table = replace(table, rows=(doc.TableRow(called), *table.rows[1:]), notes=notes)
        pages = [page for page in pages_of(paper_of(table)) if "word" in page]
        assert max(page.count("Head 1") for page in pages) == 1, rows
        assert sum(page.count("word") for page in pages) == rows * 3
