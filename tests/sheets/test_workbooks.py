"""XLSX: values as an author would type them, with their places."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from reportgen.problems import Place
from reportgen.sheets import workbooks
from reportgen.sheets.number_formats import NumberFormat
from reportgen.sheets.sheet import NO_RESULT, Merge, Shown, Worksheet
from reportgen.sheets.unreadable import Unreadable
from reportgen.sheets.workbooks import Workbook


def workbook(rows: list[list[Any]], formats: dict[str, str] | None = None, title: str = "Data") -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for name, shown in (formats or {}).items():
        sheet[name].number_format = shown
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def first(data: bytes) -> Worksheet:
    book = Workbook(data, "a.xlsx")
    return book.sheet(book.names[0])


def texts(data: bytes) -> list[list[str]]:
    return [[line.text(at) for at in range(len(line))] for line in first(data).lines]


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        ("Ny", "General", "Ny"),
        ("  Ny ", "General", "Ny"),
        (12, "General", "12"),
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "100000000000000000000"),
        (0.62, "0%", "62"),
        (0.07, "0.0%", "7"),
        (0.5, '0" %"', "0.5"),
        (True, "General", "true"),
        (date(2022, 3, 31), "yyyy-mm-dd", "2022-03-31"),
        (datetime(2022, 3, 31, 12), "d.m.yyyy h:mm", "2022-03-31"),  # noqa: DTZ001 - a workbook's dates have no zone
        (date(2022, 3, 1), "mmm yyyy", "2022-03"),
        (date(2022, 1, 1), "yyyy", "2022"),
    ],
)
def test_a_value_is_what_an_author_would_type(value: object, shown: str, text: str) -> None:
    assert texts(workbook([["head"], [value]], {"A2": shown})) == [["head"], [text]]


def test_cells_have_places_and_empty_rows_are_left_out() -> None:
    sheet = first(workbook([["a", "b"], [], [None, 2], [None, None]]))
    assert [sheet.place(sheet.lines[1], at) for at in (0, 1)] == [Place("a.xlsx", 3, 1), Place("a.xlsx", 3, 2)]
    assert len(sheet.lines) == 2


def test_a_formula_without_a_result_is_a_fault() -> None:
    assert first(workbook([["a"], ["=1+1"]])).lines[1].fault(0) == NO_RESULT


def with_result(data: bytes, value: str) -> bytes:
    """The workbook as a spreadsheet program saves it: with the formula's result beside it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"<v></v>", value.encode()).replace(b"<v />", value.encode()))
    return out.getvalue()


def test_a_formula_gives_its_saved_result() -> None:
    assert texts(with_result(workbook([["a"], ["=1+1"]]), "<v>2</v>")) == [["a"], ["2"]]


def test_an_error_in_a_cell_is_a_fault() -> None:
    assert first(workbook([["a"], ["#DIV/0!"]])).lines[1].fault(0) == "#DIV/0!"


def test_sheets_with_charts_alone_are_passed_over_and_hidden_ones_told() -> None:
    from openpyxl import Workbook as Book
    from openpyxl.chart import BarChart

    book = Book()
    page = book.create_chartsheet("Chart", 0)
    page.add_chart(BarChart())
    book.create_sheet("Old").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert (Workbook(out.getvalue()).names, Workbook(out.getvalue()).hidden) == (["Sheet", "Old"], frozenset({"Old"}))


def test_what_is_hidden_and_merged_is_told() -> None:
    from openpyxl import Workbook as Book

    book = Book()
    page = book.active
    assert page is not None
    for row in (["a", "b", "c"], ["x", 1, 2], [None, 3, 4]):
        page.append(row)
    page.merge_cells("A2:A3")
    page.row_dimensions[3].hidden = True
    page.column_dimensions["B"].hidden = True
    out = io.BytesIO()
    book.save(out)
    sheet = first(out.getvalue())
    assert (sheet.merged, sheet.hidden_rows, sheet.hidden_columns) == (
        (Merge(2, 3, 0, 0),),
        frozenset({3}),
        frozenset({1}),
    )


@pytest.mark.parametrize("data", [b"", b"PK", b"text", workbook([["a"]])[:500]])
def test_a_damaged_workbook_raises(data: bytes) -> None:
    with pytest.raises(Exception):  # noqa: B017 - whatever openpyxl raises
        first(data)


def test_a_workbook_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_MOST", {"worksheets": 100})
    with pytest.raises(Unreadable, match="too large"):
        first(workbook([["a"]]))


def test_a_sheet_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_CELLS", 3)
    with pytest.raises(Unreadable, match="too large"):
        first(workbook([["a", "b"], [1, 2]]))


def test_a_workbook_of_too_many_sheets_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_MOST_SHEETS", 0)
    with pytest.raises(Unreadable, match="more than 0 sheets"):
        first(workbook([["a"]]))


def test_a_format_that_is_longer_than_any_is_none() -> None:
    data = workbook([[0.5]], {"A1": "0%" + '"[' + "[" * 300 + '"'})
    assert first(data).lines[0].text(0) == "0.5"


def test_a_sheet_of_rows_that_are_wide_and_empty_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_CELLS", 10)
    rows: list[list[Any]] = [[*[None] * 30, 1]] * 2
    with pytest.raises(Unreadable, match="too large"):
        first(workbook(rows))


def test_a_cell_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    whole = NumberFormat.read

    def read(self: NumberFormat, value: float) -> tuple[str, Shown]:
        asked.append(value)
        return whole(self, value)

    monkeypatch.setattr(NumberFormat, "read", read)
    _, line = first(workbook([["a", "b", "c"], [0.5, None, 7]], {"A2": "0%"})).lines
    assert [line.read(0), line.read(0), line.read(1), line.text(2)] == [
        ("50", Shown(0, "%")),
        ("50", Shown(0, "%")),
        ("", Shown()),
        "7",
    ]
    assert (line.filled(), asked) == ([0, 2], [0.5, 7])
