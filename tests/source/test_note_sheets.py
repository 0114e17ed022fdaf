"""Notes on a sheet of their own: found by their numbers, and said of what points to them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook

from reportgen.commands.table import look
from reportgen.problems import Problems
from reportgen.sheets.csv_cells import rows_of
from reportgen.sheets.sheet import Worksheet
from reportgen.source.note_sheets import may_hold_notes, notes_on
from tests.source.test_regions import rows
from tests.source.test_tables import Read

NOTES = [
    ["Notes"],
    ["One table."],
    ["Note number", "Note text"],
    ["[note 1]", "Above 5 m."],
    ["note 2", "From a survey."],
]
TABLE: list[list[Any]] = [["Boats [note 1]"], ["Area", "2022", "2023 [Note 2]"], ["Ny", 1, 2], ["Oy [note 2]", 3, 4]]


def book(title: str = "Notes") -> bytes:
    made = Workbook()
    assert made.active is not None
    made.remove(made.active)
    for name, lines in ((title, NOTES), ("Boats", TABLE)):
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_the_helper_takes_the_table_and_writes_its_notes(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(book())
    looked = look(tmp_path / "b.xlsx", tmp_path)
    (entry,) = yaml.safe_load(looked.entry).values()
    assert (entry["sheet"], entry["title"]) == ("Boats", "Boats")
    assert entry["note"] == "Above 5 m. 2023, Oy: From a survey."
    assert looked.problems == ()


_ENTRY = 't: {sheet: Boats, header_row: 2, key: Area, columns: {Area: , "2023 [Note 2]": {type: integer}}}\n'


def test_notes_are_told_with_their_words_where_the_table_says_nothing_of_them(read: Read) -> None:
    briefing = read({"data/tables.yaml": _ENTRY, "data/t.xlsx": book()})
    assert rows(briefing) == [["Ny", 2], ["Oy", 4]]
    assert [one.rule for one in briefing.told] == ["table-notes"] * 2
    assert all("From a survey." in one.hint for one in briefing.told)
    other = read({"data/tables.yaml": _ENTRY, "data/t.xlsx": book("Cover")})
    assert rows(other) == [["Ny", 2], ["Oy", 4]] and not any("survey" in one.hint for one in other.told)


@pytest.mark.parametrize(("name", "may"), [("Notes", True), ("Table notes", True), ("Noted", False)])
def test_a_sheet_of_notes_is_called_so(name: str, may: bool) -> None:
    assert may_hold_notes(name) == may


def test_a_sheet_of_numbers_and_words_is_none_of_notes() -> None:
    lines = rows_of("year,boats\n1,two\n2,three\n", "a.csv", Problems())
    assert notes_on(Worksheet("a.csv", lines)) == {}
