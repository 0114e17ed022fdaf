"""Columns and names of rows that say in what the numbers of another column are."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportgen.commands.table import look


def looked(folder: Path, text: str) -> tuple[dict[str, dict[str, str] | None], list[str]]:
    (folder / "data.csv").write_text(text)
    found = look(folder / "data.csv", folder)
    (entry,) = yaml.safe_load(found.entry).values()
    return entry["columns"], [one.message for one in found.problems if one.rule == "table-units"]


@pytest.mark.parametrize(
    ("names", "rest", "unit"),
    [
        ("UNIT_MEASURE,UNIT_MULT", "EUR,9", "EUR billion"),
        ("UNIT_MULT,UNIT_MEASURE", "3,XDC", "thousand"),
        ("UNIT_MEASURE,UNIT_MULT", "EUR,0", "EUR"),
        ("UOM,SCALAR_FACTOR", "Dwellings,millions", "million dwellings"),
        ("UOM,SCALAR_FACTOR", "Number,units", None),
        ("UNIT,PowerCode", "PS,Thousands", "thousand"),
    ],
)
def test_a_size_in_a_column_of_its_own_is_the_unit(tmp_path: Path, names: str, rest: str, unit: str | None) -> None:
    text = f"PLACE,TIME,OBS_VALUE,{names}\nNO,2021,4.5,{rest}\nNO,2022,4.75,{rest}\nSE,2021,9.25,{rest}\n"
    columns, told = looked(tmp_path, text)
    assert ((columns["OBS_VALUE"] or {}).get("unit"), told) == (unit, [])


def test_the_status_is_that_of_the_observation_wherever_it_stands(tmp_path: Path) -> None:
    text = "PLACE,TIME,OBS_VALUE,UNIT_MULT,DECIMALS,OBS_STATUS\nNO,2021,4.5,6,1,A\nNO,2022,4.7,6,1,E\n"
    columns, _ = looked(tmp_path, text)
    assert columns["OBS_VALUE"] == {"type": "number", "unit": "million", "mark_column": "OBS_STATUS"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Topic,Amount,Unit\nBoats,1200,Thousand\nShare,12.5,%\nFee,8.5,€\n", "Unit"),
        ("Topic,2021,2022\nBoats (000s),1200,1300\nShare under sail (%),12.5,12.1\n", "Topic"),
    ],
)
def test_rows_in_several_units_are_told(tmp_path: Path, text: str, name: str) -> None:
    (tmp_path / "data.csv").write_text(text)
    found = look(tmp_path / "data.csv", tmp_path)
    told = [one.message for one in found.problems if one.rule == "table-units"]
    said = [one for one in found.taken if "which unit the values are" in one]
    assert len(told) + len(said) == 1 and name in (*told, *said)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Topic,Boats\nUnder sail (wood),12\nUnder sail (steel),7\n",
        "Unit,Boats\nAlpha,12\nAlpha,7\n",
        "Age,Men (%)\n0-15,12\n16+,88\n",
    ],
)
def test_rows_in_one_unit_are_not(tmp_path: Path, text: str) -> None:
    assert looked(tmp_path, text)[1] == []
