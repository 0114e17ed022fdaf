"""Small tables of data stand side by side, and are read one after the other."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from reportgen.document import blocks as doc
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from tests.pdf.papers import lines, pages_of, paper_of, said, table_of


def small(number: int, rows: int = 5, word: str = "word", *, dense: bool = True) -> doc.TableBlock:
    """A table of two columns whose heads have its number."""
    made = table_of(2, rows, word)
    heads = tuple(doc.ColumnHead(said(f"T{number}C{column}")) for column in range(2))
    return replace(made, columns=heads, dense=dense, anchor=f"table-{number}", label=f"Table A{number}")


def places(*blocks: doc.Block) -> dict[int, tuple[int, float, float]]:
    """For each table its page, and where its first head begins."""
    opened = pdfium.PdfDocument(write(paper_of(*blocks), House(), words_for("en-GB")))
    found = {}
    for at, page in enumerate(opened):
        text = page.get_textpage()
        words = text.get_text_range()
        for number in range(1, 6):
            if (start := words.find(f"T{number}C0")) >= 0:
                left, _, _, top = text.get_charbox(start)
                found[number] = (at, round(left), round(top))
    opened.close()
    return found


def test_two_stand_side_by_side_and_a_third_below() -> None:
    found = places(small(1), small(2), small(3))
    assert found[1][2] == found[2][2] and found[2][1] > found[1][1] + 200
    assert found[3][1] == found[1][1] and found[3][2] < found[1][2]


@pytest.mark.parametrize(
    "second",
    [small(2, dense=False), small(2, word="a wordy cell that says it at length, again"), small(2, rows=40)],
)
def test_what_has_no_room_stands_below(second: doc.TableBlock) -> None:
    found = places(small(1), second)
    assert found[1][1] == found[2][1]


def test_both_are_split_where_the_page_ends() -> None:
    pages = pages_of(paper_of(lines(36), small(1, rows=9), small(2, rows=12)))
    assert [page.count("T1C0") for page in pages] == [page.count("T2C0") for page in pages] == [0, 0, 1, 1]
    assert pages[2].count("word") + pages[3].count("word") == 2 * (9 + 12)


def test_text_between_them_keeps_them_apart() -> None:
    found = places(small(1), lines(1), small(2))
    assert found[1][1] == found[2][1]


def test_they_are_read_in_order() -> None:
    data = write(paper_of(small(1), small(2)), House(), words_for("en-GB"))
    assert check_pdf(data, "paper.pdf") == []
    tree = tag_tree(data)
    assert tree.index("T1C1") < tree.index("T2C0") and tree.count("Table\n") == 2


def test_heads_that_take_two_lines_beside_another_table_stand_below_its_title() -> None:
    heads = tuple(
        doc.ColumnHead(said(text)) for text in ("Financial year", "Capital (£m)", "Maintenance (£m)", "Other")
    )
    tables = [replace(small(number), columns=heads, rows=table_of(4, 2, "171.0").rows) for number in (1, 2)]
    data = write(paper_of(*tables), House(), words_for("en-GB"))
    page = pdfium.PdfDocument(data)[2].get_textpage()
    words = page.get_text_range()
    for number in (1, 2):
        title = page.get_charbox(words.index(f"Table A{number}"))
        head = page.get_charbox(words.index("Financial", words.index(f"Table A{number}")))
        assert head[3] < title[1], number
