"""Workbooks with nothing but their values: whoever reads them finds the same cells."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.editions.stripping import sheets_of
from reportgen.editions.workbook import workbook
from tests.editions import laden

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])
CELLS = st.text(LETTERS, max_size=8).map(str.strip) | st.decimals(-1000, 1000, places=2).map(str) | st.just("1\n2")


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
@example([["007", "1.50", "1e5", "-0", "inf", "nan", "_x0041_", "1_000", "٣", "-0.5", "0.000001"]])
@example([["123456789012345678", "0.1", "-3.5", "12"]])
def test_every_cell_is_read_as_it_was(rows: list[list[str]]) -> None:
    rows = [["a", *row, "z"] for row in rows]
    data = workbook({"One": rows})
    assert sheets_of(data, {"One"}) == {"One": rows}
    assert workbook(sheets_of(data, {""})) == data


def test_numbers_stay_numbers() -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(workbook({"One": [["a", "12.5"], ["007", "3"]]})))["One"]
    assert [[cell.value for cell in row] for row in sheet.rows] == [["a", 12.5], ["007", 3]]
    assert Decimal(str(sheet["B1"].value)) == Decimal("12.5")


def test_only_the_sheets_that_are_used_are_read() -> None:
    assert list(sheets_of(laden.workbook(), {"", "Staff"})) == ["Visits & loans", "Staff"]
    assert list(sheets_of(laden.workbook(), {"Staff"})) == ["Staff"]
