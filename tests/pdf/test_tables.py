"""Tables where they stand: in the text, in a box, on a page on its side; their own notes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest

from reportgen.document import blocks as doc
from reportgen.document.captioned import Role
from reportgen.document.inlines import Superscript, Text
from reportgen.house import MM, House
from reportgen.language import words_for
from reportgen.language.units import NO_BREAK
from reportgen.pdf import write
from reportgen.pdf.tableparts import TablePart
from reportgen.pdf.textpart import TextPart
from reportgen.pdf.write import lay_out
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree, text_of
from reportgen.problems import Place, ReportError
from tests.pdf.papers import lines, pages_of, paper_of, said, table_of


def test_a_wide_table_stands_on_its_side_at_the_end_of_the_chapter() -> None:
    data = write(paper_of(table_of(14, 5, "sailing"), lines(4)), House(), words_for("en-GB"))
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
    assert [box[2] > box[3] for box in boxes] == [False, False, False, True]


def test_a_table_that_fits_no_page_is_a_problem_at_its_line() -> None:
    table = replace(table_of(14, 2, "incomprehensibilities"), place=Place("text/a.md", 12))
    with pytest.raises(ReportError) as caught:
        pages_of(paper_of(table))
    assert [(problem.rule, problem.place.line) for problem in caught.value.problems] == [("table-width", 12)]


def test_a_table_in_a_box_is_as_wide_as_the_box() -> None:
    box = doc.TextBox(said("Inside"), (replace(table_of(2, 2, "cell"), title=(), label=""),), "Box 1", "box-1")
    paper = pdfium.PdfDocument(write(paper_of(box), House(), words_for("en-GB")))
    text = paper[2].get_textpage()
    rights = [text.get_rect(index)[2] for index in range(text.count_rects())]
    paper.close()
    assert max(rights) < House().page.width * MM - House().page.outer * MM


def test_marks_of_table_notes_are_links_to_their_notes() -> None:
    table = table_of(2, 1)
    marked = doc.TableCell((Text("9"), Superscript(said("a"))))
    row = doc.TableRow((table.rows[0].cells[0], marked))
    paper = paper_of(replace(table, rows=(row,), notes=(("a", said("Counted twice.")),)))
    data = write(paper, House(), words_for("en-GB"))
    tree = tag_tree(data)
    assert "Reference" in tree.split("9")[-2] + tree.split("9")[-1]
    assert tree.index("Counted twice.") > tree.index("Note")
    assert _links(data)[-2:] == ["Table note a", "Back to the table at note a"]


def _links(data: bytes) -> list[str]:
    """What the links of a paper are called."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        return [str(annotation.Contents) for page in pdf.pages for annotation in page.get("/Annots", [])]


@pytest.mark.parametrize("value", ["20:15", "1,240"])
def test_the_mark_of_a_note_is_no_part_of_the_number_before_it(value: str) -> None:
    table = table_of(2, 1)
    marked = doc.TableCell((Text(value), Superscript(said("a"))))
    row = doc.TableRow((table.rows[0].cells[0], marked))
    text = pages_of(paper_of(replace(table, rows=(row,), notes=(("a", said("Counted twice.")),))))[2]
    assert f"{value}\u202fa" in text


@pytest.mark.parametrize("sign, value", [("–", "–"), ("[p]", "[p]\u00a012.3")])
def test_a_sign_in_a_cell_says_what_it_means(sign: str, value: str) -> None:
    table = table_of(2, 1)
    told = doc.TableCell((Text(value),), sign=sign, meaning="provisional")
    row = doc.TableRow((table.rows[0].cells[0], told))
    with opened(write(paper_of(replace(table, rows=(row,))), House(), words_for("en-GB"))) as paper:
        (cell,) = paper.of("TD")
        assert text_of(cell) == value
        assert [(span.says("E"), text_of(span)) for span in cell.elements] == [("provisional", sign)]


def _looks(table: doc.TableBlock) -> list[tuple[str, str, float]]:
    """Each cell's words, weight and place from the left of its column, row by row."""
    laid = lay_out(paper_of(table), House(), words_for("en-GB"))
    tables = [
        part
        for page in laid.pages
        for placed in page.text
        for part in placed.part.walk()
        if isinstance(part, TablePart)
    ]
    cells = [cell for row in tables[0].rows for cell in row.cells if isinstance(cell, TextPart)]
    return [
        ("".join(run.text for run in cell.runs), str(cell.runs[0].look.style.weight), cell.form.left) for cell in cells
    ]


def test_totals_are_bold_below_a_rule_and_parts_are_set_in() -> None:
    table = table_of(2, 3, "x")
    roles: tuple[Role, ...] = ("", "part", "total")
    table = replace(table, rows=tuple(replace(row, role=role) for row, role in zip(table.rows, roles, strict=True)))
    plain, part, total = zip(*[iter(_looks(table))] * 2, strict=True)
    assert (plain[1][1], part[1][1], total[1][1]) == ("regular", "regular", "semibold")
    assert (plain[0][2], total[0][2]) == (0.0, 0.0) and part[0][2] > 0 and part[1][2] == plain[1][2]


def test_a_unit_in_brackets_stands_on_one_line() -> None:
    for unit, held in (("£ million", True), ("per 100,000 people who live there", False)):
        table = replace(table_of(1, 1), columns=(doc.ColumnHead(said(f"Spending ({unit})")),))
        data = write(paper_of(table), House(), words_for("en-GB"))
        assert (f"({unit})".replace(" ", NO_BREAK) in tag_tree(data)) is held
