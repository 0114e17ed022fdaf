"""Marks and notes as offices write them, in files that `reportgen table` looks at."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.commands.table import Looked, look
from reportgen.marks import Mark
from reportgen.pipeline import composed
from reportgen.source import load
from reportgen.source.cell_marks import named_with_mark
from reportgen.source.model import Table
from tests.sheets.test_workbooks import workbook
from tests.source.conftest import Make


def looked(folder: Path, data: str | bytes) -> tuple[Looked, dict[str, Any]]:
    path = folder / ("data.csv" if isinstance(data, str) else "data.xlsx")
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    found = look(path, folder)
    (entry,) = yaml.safe_load(found.entry).values()
    return found, entry


def table(make: Make, text: str, entry: str) -> Table:
    home = make({"data/boats.csv": text, "data/tables.yaml": f"boats:\n{entry}"})
    return load(home, home.parent.parent).tables["boats"]


def test_a_capital_behind_a_year_is_a_mark(make: Make) -> None:
    entry = "  columns: {Port: , 2023: {type: integer}, 2024E: {type: integer}}\n"
    found = table(make, "Port,2023,2024E\nQuay,4,5\n", entry.replace("2023:", '"2023":').replace("2024E:", '"2024E":'))
    assert [one.title for one in found.columns] == ["Port", "2023", "2024"]
    assert found.rows[0].cells["2024E"].written == "5 [e]"


@pytest.mark.parametrize("names", ["Boats,BoatsQF", "Boats,Footnotes"])
def test_a_column_of_marks_is_told_by_its_name(tmp_path: Path, names: str) -> None:
    _, entry = looked(tmp_path, f"Port,{names}\nQuay,12,\nLock,14,{'r' if 'QF' in names else '(R)'}\nMole,15,\n")
    assert entry["columns"]["Boats"] == {"type": "integer", "mark_column": names.split(",")[1]}


def test_the_mark_of_a_cell_goes_before_that_of_its_year(make: Make) -> None:
    text = "Port,2022,2023 (e)\nQuay,1540,1610 r\nLock,1210,1300\nMole,980,990\n"
    entry = '  unpivot: {first: "2022", last: "2023 (e)", names: year, values: boats}\n'
    found = table(make, text, f"{entry}  columns: {{Port: , year: {{type: year}}, boats: {{type: integer}}}}\n")
    assert [row.cells["boats"].written for row in found.rows] == [
        "1540",
        "1610 [r]",
        "1210",
        "1300 [e]",
        "980",
        "990 [e]",
    ]


def test_two_letters_behind_numbers_are_marks(tmp_path: Path) -> None:
    found, _ = looked(tmp_path, "Port,Boats\nQuay,1540 e\nLock,1210 r\n")
    assert found.problems == ()
    asked, _ = looked(tmp_path, "Port,Boats\nQuay,1540 p\nLock,1210 p\n")
    assert [one.message for one in asked.problems] == ["'Boats' has 'p' behind every number"]


def test_letters_in_brackets_point_to_notes_that_begin_so(tmp_path: Path) -> None:
    _, entry = looked(tmp_path, "Year,Boats\n2021,12\n2022(a),14\n2023(b),15\n(a) Port closed\n(b) Half a year\n")
    assert entry["columns"]["Year"] == {"type": "year"}
    assert "Port closed" in entry["note"] and "Half a year" in entry["note"]


@pytest.mark.parametrize("cells", ["40.0,60.0,15.0", "1.0,2.0,10.0"])
def test_decimals_of_a_file_of_text_are_kept(tmp_path: Path, cells: str) -> None:
    rows = "".join(f"{name},{cell}\n" for name, cell in zip("ABC", cells.split(","), strict=True))
    _, entry = looked(tmp_path, f"Port,Share\n{rows}")
    assert entry["columns"]["Share"] == {"type": "number"}


def test_whole_numbers_that_a_program_wrote_beside_empty_cells_are_whole(tmp_path: Path) -> None:
    _, entry = looked(tmp_path, "Port,Boats\nQuay,12.0\nLock,\nMole,14.0\n")
    assert entry["columns"]["Boats"] == {"type": "integer"}


def test_comments_are_told_beside_a_note(make: Make) -> None:
    from openpyxl import load_workbook
    from openpyxl.comments import Comment

    book = load_workbook(BytesIO(workbook([["Port", "Boats"], ["Quay", 12]])))
    book.active["B2"].comment = Comment("One pier was closed", "x")  # type: ignore[index]
    out = BytesIO()
    book.save(out)

    def told(note: str) -> list[str]:
        entry = f"boats:\n  file: b.xlsx\n  note: {note}\n  columns: {{Port: , Boats: {{type: integer}}}}\n"
        home = make({"data/b.xlsx": out.getvalue(), "data/tables.yaml": entry})
        return [one.rule for one in composed(home, home.parent.parent).warnings if one.rule == "table-notes"]

    assert set(told("Boats that pay dues.")) == {"table-notes"}
    assert told("One pier was closed in May.") == []


def test_an_error_in_the_last_row_is_none_of_what_stands_below(tmp_path: Path) -> None:
    found, _ = looked(tmp_path, workbook([["Port", "Rate"], ["Quay", 10.5], ["Lock", 9.5], ["Mole", "#N/A"]]))
    (error,) = found.problems
    assert error.hint == 'mend its formula, or say what it means: marks: {"#N/A": x}'


@pytest.mark.parametrize(
    ("name", "bare", "mark"),
    [
        ("2021 (sd)", "2021", Mark.PROVISIONAL),
        ("2021sd", "2021", Mark.PROVISIONAL),
        ("2021 (semi-définitif)", "2021", Mark.PROVISIONAL),
        ("2020 (d)", "2020", None),
        ("2020 (définitif)", "2020", None),
        ("Boats (d)", "Boats (d)", None),
        ("Boats (sd)", "Boats (sd)", None),
    ],
)
def test_what_french_offices_put_behind_years_that_are_final_or_nearly_so(
    name: str, bare: str, mark: Mark | None
) -> None:
    assert named_with_mark(name) == (bare, mark)
