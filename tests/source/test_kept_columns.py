"""What `reportgen table` reads once: a column of which there is nothing to tell."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reportgen.commands.table import look
from reportgen.source.columns import ColumnReading, ReadColumn


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each column is read, by its name."""
    found: Counter[str] = Counter()
    read = ColumnReading.read

    def counted(self: ColumnReading) -> ReadColumn:
        found[self.faults.name] += 1
        return read(self)

    monkeypatch.setattr(ColumnReading, "read", counted)
    return found


def _looked(folder: Path, text: str) -> str:
    (folder / "homes.csv").write_text(text)
    return look(folder / "homes.csv", folder).entry


def test_each_column_once(tmp_path: Path, reads: Counter[str]) -> None:
    text = "Area,Year,Homes,Cost (£m),Rate\nNorth,2023,12,1.5,0.25\nSouth,2023,7,2.5,0.5\n"
    entry = _looked(tmp_path, text)
    assert 'Homes: {type: integer}\n    Cost (£m): {type: number, unit: "£m"}' in entry
    assert reads == dict.fromkeys(["Area", "Year", "Homes", "Cost (£m)", "Rate"], 1)


def test_again_where_something_is_told(tmp_path: Path, reads: Counter[str]) -> None:
    (tmp_path / "homes.csv").write_text("Area,Homes\nNorth,12\nSouth,NA\nEast,4\n")
    found = look(tmp_path / "homes.csv", tmp_path)
    assert [problem.rule for problem in found.problems] == ["table-missing"]
    assert reads == {"Area": 1, "Homes": 2}


def test_again_with_another_unit(tmp_path: Path, reads: Counter[str]) -> None:
    assert 'Share: {type: integer, unit: "%"}' in _looked(tmp_path, "Area,Share\nNorth,12%\nSouth,7%\n")
    assert reads == {"Area": 1, "Share": 2}


def test_again_where_whole_numbers_have_decimals(tmp_path: Path, reads: Counter[str]) -> None:
    """12.0 is printed as 12 in a column of whole numbers, so it is not what a column of numbers has read."""
    _looked(tmp_path, "Area,Homes\nNorth,12.0\nSouth,7.0\n")
    assert reads == {"Area": 1, "Homes": 2}


def test_once_in_another_form(tmp_path: Path, reads: Counter[str]) -> None:
    """Years that become rows make other rows, which are the same whenever they are made."""
    entry = _looked(tmp_path, "Area,2020,2021,2022,2023\nNorth,1,2,3,4\nSouth,5,6,7,8\n")
    assert "unpivot:" in entry
    assert reads["value"] == reads["year"] == 1


def test_once_with_groups(tmp_path: Path, reads: Counter[str]) -> None:
    entry = _looked(tmp_path, "Area,Homes,Boats\nNorth,,\nLeigh,12,3\nMoor,5,4\nSouth,,\nDale,7,2\nHill,3,1\n")
    assert "groups: group" in entry
    assert reads["group"] == 1


def test_once_below_filled_names(tmp_path: Path, reads: Counter[str]) -> None:
    entry = _looked(tmp_path, "Area,Sex,Homes,Boats\nNorth,Men,12,3\n,Women,5,4\nSouth,Men,7,2\n,Women,3,1\n")
    assert "fill: true" in entry
    assert reads["Sex"] == 2  # before its neighbour is filled, and after


def test_rows_of_a_table_without_notes_are_not_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who looks for notes below a table asks its rows only where some stand there."""
    asked = Counter[str]()
    monkeypatch.setattr("reportgen.source.note_signs._glued", lambda lines: asked.update(["glued"]) or set())
    _looked(tmp_path, "Area,2020,2021,2022,2023\nNorth,1,2,3,4\nSouth,5,6,7,8\n")
    assert not asked
    _looked(tmp_path, "Area,Homes\nNorth*,1\nSouth,5\n* Without boats.\n")
    assert asked
