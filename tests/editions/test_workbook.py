"""Workbooks with nothing but their values: whoever reads them finds the same cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.editions.opendocument import opendocument
from reportgen.editions.stripping import sheets_of
from reportgen.editions.workbook import workbook
from reportgen.sheets.sheet import Line, Worksheet
from tests.editions import laden
from tests.sheets import test_workbooks as making

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])
CELLS = st.text(LETTERS, max_size=8).map(str.strip) | st.decimals(-1000, 1000, places=2).map(str) | st.just("1\n2")
WRITERS: list[tuple[str, Callable[[Sequence[Worksheet]], bytes]]] = [("a.xlsx", workbook), ("a.ods", opendocument)]


def cells(sheets: Sequence[Worksheet]) -> list[list[Any]]:
    return [
        [(line.number, line.text(at), line.shown(at), line.fault(at)) for at in line.filled()]
        for sheet in sheets
        for line in sheet.lines
    ]


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
@example([["007", "1.50", "1e5", "-0", "inf", "nan", "_x0041_", "1_000", "٣", "-0.5", "0.000001"]])
def test_every_text_is_read_as_it_was(rows: list[list[str]]) -> None:
    sheet = Worksheet("", [Line(number, ["a", *row, "z"]) for number, row in enumerate(rows, 2)], "One")
    data = workbook([sheet])
    assert cells(sheets_of("a.xlsx", data, {"One"})) == cells([sheet])
    assert workbook(sheets_of("a.xlsx", data, {""})) == data


def shown() -> bytes:
    rows: list[list[Any]] = [["a", "b"], ["x", 1 / 7], ["y", 1234567.5], ["z", 7], ["v", True]]
    formats = {"B2": "0.0%", "B3": '"£"#,##0.0,," m"', "B4": "000"}
    return making.workbook(rows, formats)


@pytest.mark.parametrize(("name", "write"), WRITERS)
def test_what_is_shown_is_read_as_it_was(name: str, write: Callable[[Sequence[Worksheet]], bytes]) -> None:
    before = sheets_of("a.xlsx", shown(), {""})
    data = write(before)
    after = sheets_of(name, data, {"Data"})
    assert cells(after) == cells(before)
    assert write(after) == data


def test_dates_are_read_as_they_were() -> None:
    before = sheets_of("a.xlsx", making.workbook([["a"], [date(2024, 3, 1)]], {"A2": "mmm yyyy"}), {""})
    assert cells(sheets_of("a.xlsx", workbook(before), {""})) == cells(before)


@pytest.mark.parametrize(("name", "write"), WRITERS)
def test_merged_cells_and_the_numbers_of_rows_stay(name: str, write: Callable[[Sequence[Worksheet]], bytes]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page["A4"], page["B4"], page["B5"] = "North", 1, 2
    page.merge_cells("A4:A5")
    out = io.BytesIO()
    book.save(out)
    (before,) = sheets_of("a.xlsx", out.getvalue(), {""})
    (after,) = sheets_of(name, write([before]), {""})
    assert [line.number for line in after.lines] == [4, 5] and tuple(after.merged) == tuple(before.merged)


def test_numbers_stay_numbers() -> None:
    from openpyxl import load_workbook

    rows: list[list[Any]] = [["a", 12.5], ["007", 3]]
    data = workbook(sheets_of("a.xlsx", making.workbook(rows), {""}))
    sheet = load_workbook(io.BytesIO(data))["Data"]
    assert [[cell.value for cell in row] for row in sheet.rows] == rows
    assert Decimal(str(sheet["B1"].value)) == Decimal("12.5")


def test_only_the_sheets_that_are_used_are_read() -> None:
    names = [
        [sheet.name for sheet in sheets_of("a.xlsx", laden.workbook(), used)] for used in ({"", "Staff"}, {"Staff"})
    ]
    assert names == [["Visits & loans", "Staff"], ["Staff"]]
