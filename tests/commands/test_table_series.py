"""Series as offices and banks hand them out, with rows above the values that tell of them, and years with marks that
name columns below a title."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.commands.table import Looked, look


def looked(folder: Path, csv: str) -> tuple[dict[str, Any], Looked]:
    (folder / "trams.csv").write_text(csv)
    found = look(folder / "trams.csv", folder)
    (entry,) = yaml.safe_load(found.entry).values()
    return entry, found


SERIES = "Title,Tram journeys,Bus journeys\nSeries,TJ1,BJ1\nPreUnit,,\nUnit,thousand,thousand\nRelease,12-03-2025,\n"


def test_the_first_row_of_series_names_them(tmp_path: Path) -> None:
    entry, _ = looked(tmp_path, SERIES + "2022,12,14\n2023,13,15\n")
    assert entry["start"] == 6 and "header_row" not in entry and "title" not in entry
    assert list(entry["columns"]) == ["Title", "Tram journeys", "Bus journeys"]


def test_dates_below_rows_that_tell_of_series(tmp_path: Path) -> None:
    csv = "Titre :;Trams;Bus\nCode :;TJ1;BJ1\nUnité :;milliers;milliers\nSource :;Régie;Régie\n"
    entry, found = looked(tmp_path, csv + "31/12/2024;12,5;14,0\n30/11/2024;12,7;14,1\n")
    assert entry["start"] == 5 and entry["columns"]["Titre :"] == {"type": "date"}
    assert entry["columns"]["Trams"]["type"] == "number"
    assert any("row 3 says the units, 'milliers'" in one for one in found.taken)


def test_years_quarters_and_months_in_one_column_are_told(tmp_path: Path) -> None:
    _, found = looked(tmp_path, SERIES + "2022,12,14\n2023 Q1,3,4\n2023 Q2,3,4\n2023 JAN,1,2\n")
    assert any("since it has years, quarters and months, one below the other" in one for one in found.taken)


@pytest.mark.parametrize(
    "csv",
    [
        "Line,Trams,Buses\nNorth,12,14\nSouth,13,15\n2022,1,2\n2023,3,4\n",
        "Area,2022,2023\nNorth,12,14\nSouth,13,15\nEast,14,17\n",
    ],
)
def test_rows_of_values_tell_of_no_series(tmp_path: Path, csv: str) -> None:
    entry, _ = looked(tmp_path, csv)
    assert "start" not in entry


@pytest.mark.parametrize("names", ["2023 r,2024 p", "2022,2023p", "2021 p,2022 p", "2024 p,2023 r"])
def test_years_with_marks_name_columns_below_a_title(tmp_path: Path, names: str) -> None:
    entry, _ = looked(tmp_path, f"Trams by line,,\nLine,{names}\nNorth,1911,2350\nSouth,1705,1640\n")
    assert entry["header_row"] == 2 and entry["title"] == "Trams by line"
    assert list(entry["columns"]) == ["Line", *names.split(",")]


def test_values_like_years_with_marks_are_values(tmp_path: Path) -> None:
    entry, _ = looked(tmp_path, "Line,2023,2024\nNorth,1911 r,2350 p\nSouth,1705,1640 p\n")
    assert "header_row" not in entry and list(entry["columns"]) == ["Line", "2023", "2024"]
