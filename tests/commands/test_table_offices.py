"""`reportgen table` on files as offices of statistics publish them: small ones of the same kinds."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.cli import main
from reportgen.commands.table import Looked, look
from tests.sheets.test_workbooks import workbook


def looked(folder: Path, data: str | bytes) -> tuple[Looked, dict[str, Any]]:
    path = folder / ("data.csv" if isinstance(data, str) else "data.xlsx")
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    found = look(path, folder)
    (entry,) = yaml.safe_load(found.entry).values()
    return found, entry


def test_means_over_three_years_are_periods(tmp_path: Path) -> None:
    text = "Period,Sex,Years\n2009-11,F,61.5\n2010-12,F,62.1\n2013-15,F,63.4\n"
    found, entry = looked(tmp_path, text)
    assert (entry["columns"]["Period"], entry["key"], found.problems) == ({"type": "period"}, "Period", ())


def test_months_with_one_wrong_among_them_are_told(tmp_path: Path) -> None:
    found, entry = looked(tmp_path, "Month,Homes\n2023-11,4\n2023-12,5\n2024-01,6\n2024-13,7\n")
    assert entry["columns"]["Month"] == {"type": "date"}
    assert [problem.rule for problem in found.problems] == ["bad-date"]


@pytest.mark.parametrize(
    "months",
    [
        ["January 2023", "February 2023", "March 2023", "April 2023"],
        ["Jan 2023", "Feb 2023", "Mar 2023", "Apr 2023"],
        ["janvier 2023", "février 2023", "mars 2023", "avril 2023"],
        ["Jan-2023", "Feb-2023", "Mar-2023", "Apr-2023"],
    ],
)
def test_columns_named_by_months_become_rows(tmp_path: Path, months: list[str]) -> None:
    _, entry = looked(tmp_path, f"State,{','.join(months)}\nNorth,6.1,6.2,6.3,6.4\nSouth,5.1,5.2,5.3,5.4\n")
    assert entry["unpivot"] == {"first": months[0], "last": months[-1], "names": "period", "values": "value"}
    assert entry["columns"]["period"]["type"] in ("date", "period")


def test_columns_named_by_places_and_years_stay(tmp_path: Path) -> None:
    _, entry = looked(tmp_path, "State,Wales 2023,Mali 2023,Maya 2023,June Census\nNorth,6,7,8,9\nSouth,5,6,7,8\n")
    assert "unpivot" not in entry


def test_codes_by_any_part_of_their_name(tmp_path: Path) -> None:
    text = "SA2_code_home,Codice Comune formato numerico,Codice Area,Code violations\n"
    rows = ["100100,1001,1,120", "100200,1002,1,7", "100300,111107,2,31"]
    _, entry = looked(tmp_path, text + "\n".join(rows) + "\n")
    types = {name: (one or {}).get("type") for name, one in entry["columns"].items()}
    assert types == {
        "SA2_code_home": None,
        "Codice Comune formato numerico": None,
        "Codice Area": None,
        "Code violations": "integer",
    }


def test_units_with_the_zeros_of_a_thousand_are_no_numbers(tmp_path: Path) -> None:
    _, entry = looked(tmp_path, "Series,Unit,Observations\nHours worked,000 Hours,148\nJobs,000 Hours,148\n")
    assert entry["columns"] == {
        "Series": None,
        "Unit": None,
        "Observations": {"type": "integer", "unit": "thousand Hours"},
    }


def test_letters_of_notes_are_no_numbers_with_marks(tmp_path: Path) -> None:
    rows = "".join(f"Area {at},{note},{at}000\n" for at, note in enumerate(["", "b", "1", "", "2", "1", "2", "c"]))
    found, entry = looked(tmp_path, f"Area,Notes,Homes\n{rows}")
    assert (entry["columns"]["Notes"], found.problems) == (None, ())


def test_a_two_in_brackets_is_a_note_of_one_column(tmp_path: Path) -> None:
    found, _ = looked(tmp_path, "Area,Homes (2),Cars (3)\nNorth,4,5\nSouth,6,7\n")
    assert not any("several columns" in sentence for sentence in found.taken)
    found, _ = looked(tmp_path, "Area,Homes,Homes\nNorth,4,5\nSouth,6,7\n")
    assert any("several columns are called Homes" in sentence for sentence in found.taken)


def test_a_row_of_units_below_the_names_is_told(tmp_path: Path) -> None:
    days = "".join(f"{year}-12-01,{year},{year + 1}\n" for year in range(2001, 2009))
    found, entry = looked(tmp_path, f",Hours,Hours in shops\nUnit,000 Hours,000 Hours\nSeries ID,A1,A2\n{days}")
    assert entry["start"] == 4
    said = "row 2 says the units, '000 Hours': write them at the columns, such as unit: thousand hours"
    assert said in found.taken


def test_an_empty_column_between_measures_is_left_out(tmp_path: Path) -> None:
    """A white column stands between the blocks, under the name of the first that is spread over it."""
    heads: list[list[Any]] = [["Area", "Persons", None, None, "Men", None], [None, 2022, 2023, None, 2022, 2023]]
    found, entry = looked(tmp_path, workbook([*heads, ["North", 9, 8, None, 4, 3], ["South", 7, 6, None, 5, 2]]))
    assert (entry["unpivot"]["values"], found.problems) == (["Persons", "Men"], ())


def test_a_file_in_the_folder_above(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "homes.csv").write_text("Area,Homes\nNorth,4\nSouth,5\n")
    (tmp_path / "here").mkdir()
    with chdir(tmp_path / "here"):
        assert main(["table", "../homes.csv"]) == 0
    assert "Homes: {type: integer}" in capsys.readouterr().out
