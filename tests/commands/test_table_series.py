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


def test_years_with_the_letter_of_r_become_rows(tmp_path: Path) -> None:
    rows = "North,1,2,3,4\nSouth,5,6,7,8\n"
    entry, found = looked(tmp_path, f"line,X2019,X2020,X2021,X2022\n{rows}")
    assert entry["unpivot"] == {"first": "X2019", "last": "X2022", "names": "year", "values": "value"}
    assert entry["columns"]["year"] == {"type": "year"} and not found.problems
    entry, _ = looked(tmp_path, f"line,X1,X2,X3,X4\n{rows}")
    assert "unpivot" not in entry


def test_names_of_programs_are_told(tmp_path: Path) -> None:
    _, found = looked(tmp_path, "line,y2019,ci.low,St. Ives\nNorth,1,2,3\nSouth,5,6,7\n")
    assert any("printed as they are: y2019, ci.low;" in one for one in found.taken)


def test_dates_that_wait_for_their_order_are_the_key(tmp_path: Path) -> None:
    entry, found = looked(tmp_path, "Date,Trams\n01/02/2024,10\n02/02/2024,12\n03/02/2024,15\n")
    assert entry["key"] == "Date" and [one.rule for one in found.problems] == ["bad-date"]


def test_a_first_column_of_numbers_may_be_the_key(tmp_path: Path) -> None:
    _, found = looked(tmp_path, "Limit,Trams\n20 mph,10\n30 mph,12\n")
    assert "no column of words tells the rows apart: write key: Limit, if you look rows up" in found.taken
    _, wide = looked(tmp_path, "Limit,2021,2022,2023,2024\n20 mph,1,2,3,4\n30 mph,5,6,7,8\n")
    assert "no column of words tells the rows apart: write key: [Limit, year], if you look rows up" in wide.taken


def test_split_years_that_are_merged_over_names_are_names(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Trams"], [None, "2021-22", None, "2022-23"], ["Line", "Trips", "Cost", "Trips", "Cost"],
                ["North", 1.5, 4, 2.5, 5], ["South", 3.5, 6, 4.5, 7]):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("D2:E2")
    book.save(tmp_path / "trams.xlsx")
    (entry,) = yaml.safe_load(look(tmp_path / "trams.xlsx", tmp_path).entry).values()
    assert entry["header_row"] == [2, 3] and entry["unpivot"]["values"] == ["Trips", "Cost"]


def test_a_note_in_brackets_may_belong_to_a_single_letter(tmp_path: Path) -> None:
    entry, _ = looked(tmp_path, "Line,Trips (1)\nA (2),1.5\nB,1.6\n\n(1) By day.\n(2) Without the pier.\n")
    assert entry["note"] == "Trips: By day. A: Without the pier."


@pytest.mark.parametrize(
    "below",
    [
        "Champ : France.\nLecture : en 2023, 1,5.\nSource : Insee.\n",
        "Champ : France ; hors Mayotte.\nNote de lecture : 1,5 en 2023.\nSources : Insee, RP ; calculs de la Drees.\n",
        "Quelle: Amt für Statistik; eigene Berechnung.\n",
    ],
)
def test_notes_right_below_a_file_with_semicolons_are_left_out(tmp_path: Path, below: str) -> None:
    entry, found = looked(tmp_path, f"Ligne;2023;2024\nNord;1,5;2,5\nSud;1,6;2,6\n{below}")
    assert entry["end"] == 3 and list(entry["columns"]) == ["Ligne", "2023", "2024"] and not found.problems


def test_a_cell_too_many_in_a_file_with_semicolons(tmp_path: Path) -> None:
    _, found = looked(tmp_path, "Ligne;2023\nNord;1,5\nSud; est;1,6\nOuest;1,7\n")
    assert [one.hint for one in found.problems] == ["a cell with a semicolon in it needs quotes"]
