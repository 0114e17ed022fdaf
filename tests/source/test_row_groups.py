"""Rows that hold a name alone, and name the rows below them."""

from __future__ import annotations

import pytest

from tests.source.test_regions import rows
from tests.source.test_tables import Faults, Files, Read

AREAS = "area,boats,crew\nEngland,,\nNy,1,2\nOy,3,4\nWales:,,\nUy,5,6\n"
COLUMNS = "area: , boats: {type: integer}, crew: {type: integer}"


def files(csv: str, keys: str = "groups: nation,", columns: str = f"nation: , {COLUMNS}") -> Files:
    return {"data/tables.yaml": f"t: {{{keys} columns: {{{columns}}}}}\n", "data/t.csv": csv}


def test_they_become_a_column(read: Read) -> None:
    briefing = read(files(AREAS))
    assert rows(briefing) == [["England", "Ny", 1, 2], ["England", "Oy", 3, 4], ["Wales", "Uy", 5, 6]]
    assert briefing.told == () and briefing.tables["t"].columns[0].name == "nation"


def test_a_row_before_the_first_has_none_and_rows_may_be_short(read: Read) -> None:
    csv = "area,boats,crew\nAll,4,6\nOf which:\nNy,1,2\nOy,3,4\n"
    assert rows(read(files(csv))) == [[None, "All", 4, 6], ["Of which", "Ny", 1, 2], ["Of which", "Oy", 3, 4]]


@pytest.mark.parametrize(
    "csv",
    [
        "area,boats,crew\n2023,,\nQ1,1,2\nQ2,3,4\n2024,,\nQ1,5,6\n",
        "area,boats,crew\n2023,,\nT 1,1,2\nT 2,3,4\n2024,,\nT 1,5,6\n",
        "area,boats,crew\n2023/24,,\nApril,1,2\nMay,3,4\n2024/25,,\nApril,5,6\n",
    ],
)
def test_years_above_their_quarters_or_months_name_these(read: Read, csv: str) -> None:
    found = rows(read(files(csv)))
    assert [row[0] for row in found] == [csv.split("\n")[1][:-2]] * 2 + [csv.split("\n")[4][:-2]]
    assert [row[2:] for row in found] == [[1, 2], [3, 4], [5, 6]]


def test_a_year_above_other_rows_is_a_row(read: Read) -> None:
    csv = "area,boats,crew\n2023,,\nNy,1,2\n2024,,\nOy,3,4\n"
    assert len(rows(read(files(csv, "", COLUMNS)))) == 4


def test_the_total_of_all_groups_belongs_to_none(read: Read) -> None:
    csv = "area,boats,crew\nEngland,,\nNy,1,2\nWales,,\nOy,3,4\nTotal,4,6\n"
    assert [row[0] for row in rows(read(files(csv)))] == ["England", "Wales", None]
    csv = "area,boats,crew\nEngland,,\nNy,1,2\nTotal,1,2\nWales,,\nOy,3,4\nTotal,3,4\n"
    assert [row[0] for row in rows(read(files(csv)))] == ["England", "England", "Wales", "Wales"]


@pytest.mark.parametrize("sum_", ["Sub-total Roads", "Roads total", "Subtotal", "Sous-total", "Total roads [note 2]"])
def test_a_sub_total_ends_its_group(read: Read, sum_: str) -> None:
    csv = f"area,boats,crew\nRoads,,\nNy,1,2\nOy,3,4\n{sum_},4,6\nof which: new,1,1\nSchools,5,6\nTotal,9,12\n"
    csv = csv.replace("Roads,,", "Ways,,\nBy,1,1\nUy,1,1\nWays,2,2\nRoads,,")
    found = [row[0] for row in rows(read(files(csv)))]
    assert found == ["Ways", "Ways", "Ways", "Roads", "Roads", "Roads", "Roads", None, None]


def test_a_total_that_begins_a_group_does_not_end_it(read: Read) -> None:
    csv = "area,boats,crew\nRoads,,\nRoads total,4,6\nNy,1,2\nOy,3,4\nWays,,\nWays total,2,2\nBy,1,1\nUy,1,1\n"
    assert [row[0] for row in rows(read(files(csv)))] == ["Roads"] * 3 + ["Ways"] * 3


def test_names_that_follow_each_other_are_all_told(read: Read) -> None:
    csv = "area,boats,crew\nWales,,\nRural,,\nNy,1,2\nOy,3,4\nUrban,,\nUy,5,6\nAy,7,8\n"
    assert [row[0] for row in rows(read(files(csv)))] == ["Wales, Rural", "Wales, Rural", "Urban", "Urban"]


def test_they_go_before_years_that_become_rows(read: Read) -> None:
    csv = ",2021,2022\nAge,,\nYoung,1,2\nOld,3,4\nSex,,\nMen,5,6\nWomen,7,8\n"
    keys = 'groups: by, unpivot: {first: "2021", last: "2022", names: year, values: n},'
    briefing = read(files(csv, keys, "by: , Column 1: , year: {type: year}, n: {type: integer}"))
    assert rows(briefing)[2:5] == [["Age", "Old", 2021, 3], ["Age", "Old", 2022, 4], ["Sex", "Men", 2021, 5]]
    assert briefing.tables["t"].columns[1].title == ""


def test_without_the_key_they_are_told(read: Read) -> None:
    briefing = read(files(AREAS, "", COLUMNS))
    (told,) = briefing.told
    assert (told.rule, told.place.line) == ("table-groups", 2)
    assert "rows 2, 5 of the table 't' have a name and no value" in told.message
    assert read(files(AREAS, "groups: none,", COLUMNS)).told == ()


@pytest.mark.parametrize(
    "csv",
    ["area,boats,crew\nNy,1,2\nOy,,\n", "area,boats\nNy,1\nOy,\nUy,2\n", "area,boats,crew\nNy,1,2\n[x],,\nUy,2,1\n"],
)
def test_a_row_whose_values_are_missing_is_none(csv: str, read: Read) -> None:
    columns = "area: , boats: {type: integer}"
    assert not [one for one in read(files(csv, "", columns)).told if one.rule == "table-groups"]


def test_a_table_without_them_has_no_such_column(faults: Faults) -> None:
    (fault,) = faults(files("area,boats,crew\nNy,1,2\nOy,3,4\n"))
    assert "no row of sources/paper/data/t.csv has a name alone" in fault


def test_short_rows_are_asked_about(faults: Faults) -> None:
    found = faults(files("area,boats,crew\nEngland\nNy,1,2\nWales\nOy,3,4\n", "", COLUMNS))
    assert any("this row has 1 cell, the header 3 (and 1 more rows)" in one for one in found)


def test_only_the_first_heading_may_be_empty(faults: Faults, read: Read) -> None:
    csv = (
        ",boats,\nNy,1,2\nOy,3,4\n".replace("boats,\n", "boats,,x\n")
        .replace(",2\n", ",2,0\n")
        .replace(",4\n", ",4,0\n")
    )
    columns = "Column 1: , boats: {type: integer}, Column 3: {type: integer"
    (fault,) = faults(files(csv, "", f"{columns}}}"))
    assert "the column 'Column 3' has no name in" in fault
    table = read(files(csv, "", f"{columns}, title: Crew}}")).tables["t"]
    assert [column.title for column in table.columns] == ["", "boats", "Crew"]


GROUPED = "area,boats\nNorth,\nNy,100\nOy,200\nSouth,\nUy,400\nAy,300\n"


def groups_of(read: Read, csv: str, more: str = "") -> list[object]:
    columns = "nation: , area: , boats: {type: integer}"
    return [row[0] for row in rows(read(files(csv, f"groups: nation, {more}", columns)))]


@pytest.mark.parametrize(
    ("below", "more", "last"),
    [
        ("Total,1000\n", "", [None]),
        ("Total,1000\n", "totals: Total, key: [nation, area],", [None]),
        ("Kingdom,1000\n", "totals: Kingdom,", [None]),
        ("Total,700\nGrand total,1000\n", "", ["South", None]),
        ("South total,700\n", "", ["South"]),
        ("Total,700\n", "", ["South"]),
        ("of which: rafts,20\n", "", ["South"]),
        ("Unknown,3\n", "", ["South"]),
    ],
)
def test_a_total_below_the_groups_belongs_to_none(read: Read, below: str, more: str, last: list[object]) -> None:
    assert groups_of(read, GROUPED + below, more) == ["North", "North", "South", "South", *last]


def test_a_total_in_each_group_belongs_to_it(read: Read) -> None:
    csv = GROUPED.replace("South,", "Total,300\nSouth,") + "Total,700\n"
    assert groups_of(read, csv) == ["North"] * 3 + ["South"] * 3


def test_each_year_has_its_total_below_the_groups(read: Read) -> None:
    csv = "area,2021,2022\nNorth,,\nNy,1,2\nOy,3,4\nSouth,,\nUy,5,6\nAy,7,8\nTotal,16,20\n"
    keys = 'groups: by, unpivot: {first: "2021", last: "2022", names: year, values: n},'
    found = rows(read(files(csv, keys, "by: , area: , year: {type: year}, n: {type: integer}")))
    assert found[-3:] == [["South", "Ay", 2022, 8], [None, "Total", 2021, 16], [None, "Total", 2022, 20]]


def test_a_name_may_stand_above_its_rows_and_again_at_their_sum(read: Read) -> None:
    csv = "area,boats,crew\nEngland,,\nNy,1,2\nOy,4,5\nEngland,5,7\nWales,7,8\nEngland and Wales,12,15\n"
    (told, *_) = read(files(csv, "", COLUMNS)).told
    assert (told.rule, told.place.line) == ("table-groups", 2)
    found = rows(read(files(csv)))
    assert [row[0] for row in found] == ["England"] * 3 + [None, None]


def test_each_of_several_groups_may_end_in_its_sum(read: Read) -> None:
    csv = "area,boats,crew\nNorth,,\nTowns,1,2\nRural,4,5\nNorth,5,7\nSouth,,\nTowns,2,3\nRural,3,3\nSouth,5,6\n"
    assert [row[0] for row in rows(read(files(csv)))] == ["North"] * 3 + ["South"] * 3


@pytest.mark.parametrize(
    "csv",
    [
        "Ny,,\nOy,1,2\nNy,3,4\nOy,5,6\n",
        "Ny,,\nOy,1,2\nNy,3,4\nNy,7,8\n",
        "Oy,1,2\nNy,3,4\nNy,,\nUy,5,6\n",
    ],
)
def test_a_name_that_stands_before_or_often_heads_nothing(csv: str, read: Read) -> None:
    assert not [one for one in read(files(f"area,boats,crew\n{csv}", "", COLUMNS)).told if one.rule == "table-groups"]
