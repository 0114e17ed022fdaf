"""Rows below the names of columns: units belong to the names, numbers of columns are left out, values stay."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportgen.commands.table import look
from tests.source.test_tables import Faults, Read

UNITS = "region,spend,places\n{}\nNorth,120.5,12.25\nSouth,98.25,9.5\n"
ENTRY = "t:\n  columns:\n    region:\n    spend: {type: number}\n    places: {type: number}\n"


@pytest.mark.parametrize(
    "row", [",£m,000s", "Unit,(£m),(000s)", ",£ million,thousands", ",£bn,number", 'Units,%,"per 1,000"']
)
def test_units_below_the_names_belong_to_them(tmp_path: Path, row: str) -> None:
    (tmp_path / "t.csv").write_text(UNITS.format(row), encoding="utf-8")
    looked = look(tmp_path / "t.csv", tmp_path)
    (entry,) = yaml.safe_load(looked.entry).values()
    assert entry["header_row"] == [1, 2] and looked.problems == ()
    assert next(iter(entry["columns"].values())) is None
    assert all(one["type"] in ("number", "integer") for one in [*entry["columns"].values()][1:])
    assert "unit" in [*entry["columns"].values()][1]


def test_a_row_of_units_is_asked_about(faults: Faults) -> None:
    (problem,) = faults({"data/tables.yaml": ENTRY, "data/t.csv": UNITS.format(",£m,000s")})
    assert problem.endswith("row 2 of sources/paper/data/t.csv holds units, not data: £m, 000s [table-column]")


@pytest.mark.parametrize(
    "row", ["(1),(2),(3)", "1,2,3", ",(1),(2)", "(1),(2),(3)=(1)/(2)", "[1],[2],[3 = 2/1]", "1,2,3=2-1", ",(2),(3)"]
)
def test_a_row_that_numbers_the_columns_is_no_data(read: Read, tmp_path: Path, row: str) -> None:
    csv = UNITS.format(row)
    table = read({"data/tables.yaml": ENTRY, "data/t.csv": csv}).tables["t"]
    assert [str(row.value("spend")) for row in table.rows] == ["120.5", "98.25"]
    (tmp_path / "t.csv").write_text(csv, encoding="utf-8")
    looked = look(tmp_path / "t.csv", tmp_path)
    assert "left out: row 2, which numbers the columns" in looked.taken


@pytest.mark.parametrize("row", ["West,1,2", "1,2,4", "(1),5,6", "2,3,4", "1,2,"])
def test_other_rows_are_data(read: Read, row: str) -> None:
    table = read({"data/tables.yaml": ENTRY.replace("type: number", "type: string"), "data/t.csv": UNITS.format(row)})
    assert len(table.tables["t"].rows) == 3


def test_names_of_units_are_data(read: Read) -> None:
    entry = "t:\n  columns:\n    name:\n    sign:\n"
    table = read({"data/tables.yaml": entry, "data/t.csv": "name,sign\npence,p\nkilogram,kg\n"}).tables["t"]
    assert len(table.rows) == 2


def test_a_unit_below_its_name_stands_before_the_sign_of_a_note(tmp_path: Path, read: Read) -> None:
    csv = "region,Cost per pupil²,Fees (£000)\n,£,£000\nNorth,120,12\nSouth,98,9\nWest,97,8\n\n² Full time only.\n"
    (tmp_path / "t.csv").write_text(csv, encoding="utf-8")
    entry = look(tmp_path / "t.csv", tmp_path).entry
    (written,) = yaml.safe_load(entry).values()
    assert [*written["columns"]] == ["region", "Cost per pupil £²", "Fees (£000)"]
    assert [one["unit"] for one in [*written["columns"].values()][1:]] == ["£", "£ thousand"]
    assert "Full time only" in written["note"]
    table = read({"data/tables.yaml": entry, "data/t.csv": csv}).tables["t"]
    assert [one.title for one in table.columns][1:] == ["Cost per pupil £", "Fees (£000)"]
