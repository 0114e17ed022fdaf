"""XLSX: values as an author would type them, with their places."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from reportgen.problems import Place, Problems
from reportgen.source import spreadsheets
from reportgen.source.model import Phrase
from reportgen.source.spreadsheets import Workbook


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


def texts(data: bytes, sheet: Phrase | None = None) -> list[list[str]]:
    problems = Problems()
    rows = Workbook(data, "a.xlsx").rows(sheet, problems)
    assert problems.found == []
    return [[cell.text for cell in row] for row in rows]


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
    rows = Workbook(workbook([["a", "b"], [], [None, 2], [None, None]]), "a.xlsx").rows(None, Problems())
    assert [cell.place for cell in rows[1]] == [Place("a.xlsx", 3, 1), Place("a.xlsx", 3, 2)]
    assert len(rows) == 2


def test_a_formula_without_a_result_is_a_problem() -> None:
    problems = Problems()
    Workbook(workbook([["a"], ["=1+1"]]), "a.xlsx").rows(None, problems)
    assert [str(problem).splitlines()[0] for problem in problems.found] == [
        "a.xlsx:2:1: error: this formula has no saved result [wrong-type]"
    ]


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


def test_an_error_in_a_cell_is_a_problem() -> None:
    problems = Problems()
    Workbook(workbook([["a"], ["#DIV/0!"]]), "a.xlsx").rows(None, problems)
    assert problems.found[0].message == "this cell is an error: #DIV/0!"


def test_a_sheet_is_chosen_by_name() -> None:
    data = workbook([["a"]], title="Boats")
    assert texts(data, Phrase("Boats")) == [["a"]]
    problems = Problems()
    assert Workbook(data, "a.xlsx").rows(Phrase("Boat", Place("t.yaml", 3, 3)), problems) == []
    assert problems.found[0].hint == "did you mean 'Boats'?" and problems.found[0].place.line == 3


@pytest.mark.parametrize("data", [b"", b"PK", b"text", workbook([["a"]])[:500]])
def test_a_damaged_workbook_is_a_problem(data: bytes) -> None:
    problems = Problems()
    assert Workbook(data, "a.xlsx").rows(None, problems) == []
    assert problems.found[0].rule == "file-format"


def test_a_workbook_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheets, "_LARGEST", 1000)
    problems = Problems()
    Workbook(workbook([["a"]]), "a.xlsx").rows(None, problems)
    assert problems.found[0].message == "this workbook is too large"
