"""The grid of a table, with cells that span columns and rows."""

from __future__ import annotations

import pytest

from reportgen.pdf.finish import finish
from reportgen.pdf.structure import StructElem
from reportgen.validation import check_pdf
from tests.pdf.handmade import PROPERTIES, Sheet

Span = tuple[int, int]
"""How many columns and rows a cell spans."""


def shape_problems(rows: list[list[Span]]) -> list[str]:
    sheet = Sheet(StructElem("Document"))
    table = sheet.tree.add("Table")
    for number, row in enumerate(rows):
        line = table.add("TR")
        for column, (columns, lines) in enumerate(row):
            cell = line.add("TH" if number == 0 else "TD")
            cell.attributes += [("Table", "ColSpan", columns), ("Table", "RowSpan", lines)]
            if number == 0:
                cell.attributes.append(("Table", "Scope", "Column"))
            sheet.text(cell, "cell ", x=72 + 60 * column, step=0)
        sheet.y -= 20
    data = finish(sheet.close(), sheet.tree, sheet.marks, PROPERTIES)
    return [problem.message for problem in check_pdf(data, "bees.pdf") if problem.rule == "pdf-table-shape"]


@pytest.mark.parametrize(
    "rows",
    [
        [[(1, 1), (1, 1)], [(1, 1), (1, 1)]],
        [[(2, 1)], [(1, 1), (1, 1)]],
        [[(1, 2), (1, 1)], [(1, 1)], [(1, 1), (1, 1)]],
        [[(1, 2), (2, 1)], [(1, 1), (1, 1)], [(3, 1)]],
    ],
)
def test_a_regular_table(rows: list[list[Span]]) -> None:
    assert shape_problems(rows) == []


def test_an_irregular_one() -> None:
    message = "page 1: row 3 of a table has 1 columns, the first has 2"
    assert shape_problems([[(1, 2), (1, 1)], [(1, 1)], [(1, 1)]]) == [message]
