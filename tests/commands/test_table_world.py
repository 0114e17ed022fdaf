"""`reportgen table` on files of offices around the world, and of R, pandas and forms: small ones of the same kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_table_offices import looked
from tests.sheets.test_workbooks import workbook


def test_names_of_an_index_stand_below_the_names_of_columns(tmp_path: Path) -> None:
    """pandas: the columns of the index are named in a row of their own."""
    rows = ",,Homes,Homes,Boats,Boats\n,,mean,sum,mean,sum\nregion,year,,,,\n"
    found, entry = looked(tmp_path, f"{rows}North,2022,1.5,30,2.5,50\nNorth,2023,1.7,34,2.6,52\nSouth,2022,2,5,3,7\n")
    assert (entry["header_row"], entry["key"], found.problems) == ([1, 2, 3], ["region", "year"], ())
    assert [*entry["columns"]] == ["region", "year", "Homes mean", "Homes sum", "Boats mean", "Boats sum"]


def test_a_first_row_whose_values_are_missing_stays_a_row(tmp_path: Path) -> None:
    _, entry = looked(tmp_path, "Area,2020,2021,2022\nNorth,,,\nSouth,1,2,3\nEast,4,5,6\n")
    assert "header_row" not in entry


def test_days_below_a_word_said_again_name_the_columns(tmp_path: Path) -> None:
    """GENESIS: "Stichtag" above each day, and a line of strokes above the notes."""
    rows = "Land;Stichtag;Stichtag;Stichtag\n;31.12.2020;31.12.2021;31.12.2022\nNord;110;120;130\nSüd;90;80;70\n"
    found, entry = looked(tmp_path, f"Tabelle 1\n{rows}____________\nFortschreibung der Zählung.\nStand: 28.11.2023\n")
    assert (entry["header_row"], entry["end"], found.problems) == ([2, 3], 5, ())
    assert entry["columns"]["Stichtag 31.12.2021"] == {"type": "integer"}


@pytest.mark.parametrize(
    ("name", "texts", "kind"),
    [
        ("Period", ["2011.06", "2011.09", "2011.12", "2012.03"], "period"),
        ("Rate", ["2011.06", "2011.09", "2011.12", "2012.03"], "number"),
        ("Day", ["20240105", "20240106", "20240208"], "date"),
        ("Homes", ["20240105", "20240106", "20240208"], "integer"),
        ("Date", ["20240105", "20240106", "20249999"], "integer"),
    ],
)
def test_digits_are_times_in_a_column_that_is_called_so(tmp_path: Path, name: str, texts: list[str], kind: str) -> None:
    rows = "".join(f"{text},{at * 7}\n" for at, text in enumerate(texts))
    _, entry = looked(tmp_path, f"{name},Boats\n{rows}")
    assert entry["columns"][name]["type"] == kind


def test_a_year_that_its_column_says_twice_is_one(tmp_path: Path) -> None:
    text = "Country,2019 [YR2019],2020 [YR2020],2021 [YR2021],2022 [YR2022]\nFrance,1,2,3,4\nGhana,5,6,7,8\n"
    _, entry = looked(tmp_path, text)
    assert (entry["unpivot"]["names"], entry["columns"]["year"]) == ("year", {"type": "year"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Day,Homes\n2024-07-05 03:04:00,1\n2024-07-06 13:20:00,2\n",
            "since its cells say the hour: Day (for",
        ),
        ("Land,Homes\nA,3.28M\nB,400k\nC,900\nD,1.01B\n", "since each number is in a size of its own: Homes (for"),
        (
            "A,UNIT,VALUE\nx,Thousand,1.5\ny,Thousand,2.5\n",
            "which unit the values are, UNIT (Thousand): write it",
        ),
        (
            "A,Unit,UNIT_MULT,OBS_VALUE\nx,Euro,9,1.5\ny,Dollar,9,2.5\n",
            "Unit (Euro, Dollar); UNIT_MULT (9): take the rows of one unit with where:, and write that as unit:",
        ),
        (
            "A,B\nNorth,100\nSouth,20\nEast,30\nOffice for Boats,2024\n",
            "row 5, Office for Boats with 2024, is taken",
        ),
    ],
)
def test_what_may_be_otherwise_is_told(tmp_path: Path, text: str, said: str) -> None:
    found, _ = looked(tmp_path, text)
    assert any(said in taken for taken in found.taken)


@pytest.mark.parametrize(
    "text",
    [
        "A,UNIT,VALUE\nx,Number,1\ny,Number,2\n",
        "A,UNIT,Cost (£m)\nx,Boats,1.5\ny,Boats,2.5\n",
        "A,B\nNorth,2021\nSouth,20\nEast,30\nOffice for Boats,2024\n",
        "A,B\nNorth,100\nSouth,20\nEast,30\nMoor End,2024\n",
    ],
)
def test_what_is_plain_is_not_told(tmp_path: Path, text: str) -> None:
    found, _ = looked(tmp_path, text)
    assert not [taken for taken in found.taken if "which unit" in taken or "is taken for data" in taken]


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        ("World,1,9\nGhana,1,4\nWorld,2,8\nGhana,2,5\n", "World"),
        ("Total Nacional,1,9\n01 Norte,1,4\nTotal Nacional,2,8\n01 Norte,2,5\n", "Total Nacional"),
        ("2023,1,9\n2023 Q1,1,4\n2023 Q2,1,5\n", "2023"),
        ("2023/24,1,9\n2023/24 Q1,1,4\n2023/24 Q2,1,5\n2024/25 Q1,1,5\n", "2023/24"),
        ("2023,1,9\nJan-2023,1,4\nFeb 2023,1,5\n", "2023"),
        ("2022,1,9\n2023,1,8\n2024 Q1,1,4\n2024 Q2,1,5\n", None),
    ],
)
def test_what_counts_twice_is_a_total(tmp_path: Path, rows: str, totals: str | None) -> None:
    _, entry = looked(tmp_path, f"Name,Kind,Homes\n{rows}")
    assert entry.get("totals") == totals


def test_the_year_is_part_of_a_key_behind_many_columns(tmp_path: Path) -> None:
    """The World Economic Outlook: ten columns of words before the years, and two series of each country."""
    words = "Code,ISO,Series,Land,Said,Units,Scale,Told,More"
    rows = [f"{one},{one}x,{two},L{one},S{two},u{two},s{two},t{two},m{two},1,2,3,4" for one in "AB" for two in "PQ"]
    _, entry = looked(tmp_path, f"{words},2019,2020,2021,2022\n" + "\n".join(rows) + "\n")
    assert entry["key"] == ["Code", "Series", "year"]


def test_codes_that_a_column_beside_them_says_in_words(tmp_path: Path) -> None:
    """The Irish office: "-" is the code of both sexes and stands in the place of no value."""
    head = "TLIST(Q1),Quarter,C02199V02655,Sex,VALUE"
    rows = "20231,2023Q1,-,Both sexes,9\n20231,2023Q1,1,Male,4\n20232,2023Q2,-,Both sexes,8\n20232,2023Q2,1,Male,5\n"
    found, entry = looked(tmp_path, f"{head}\n{rows}")
    assert (entry["key"], entry["totals"], found.problems) == (["Quarter", "Sex"], "Both sexes", ())
    assert entry["columns"]["C02199V02655"] is None


def test_an_index_of_a_workbook(tmp_path: Path) -> None:
    rows: list[list[object]] = [["", "", "Homes", "Boats"], ["", "", "mean", "sum"], ["region", "year"]]
    rows += [["North", 2022, 1.5, 30], ["North", 2023, 1.7, 34], ["South", 2022, 2.5, 50]]
    _, entry = looked(tmp_path, workbook(rows))
    assert [*entry["columns"]] == ["region", "year", "Homes mean", "Boats sum"]
