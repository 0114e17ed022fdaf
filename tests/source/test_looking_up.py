"""Columns of `lookup:`: values of another table by its key, with their places, sources and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from reportgen.dates import PartialDate
from reportgen.document.data.records import record
from reportgen.marks import Mark
from reportgen.source.model import Briefing, Table

Files = Mapping[str, str | bytes]
Read = Callable[[Files], Briefing]
Faults = Callable[[Files], list[str]]

YAML = """
calls:
  title: Calls
  key: [island, year]
  source: log
  columns:
    island: {}
    year: {type: year}
    ferries: {type: integer}
    boats: {lookup: isles}
    people: {lookup: isles.inhabitants, title: People, missing: uninhabited}
isles:
  key: island
  source: office
  as_of: 2020
  missing: not counted
  columns:
    island: {}
    boats: {type: integer, unit: boats, source_column: boats from, as_of_column: boats on}
    inhabitants: {type: integer}
"""
CALLS = "island,year,ferries\nNy,2021,1\nVik,2021,2\nNy,2022,3\n"
ISLES = "island,boats,boats from,boats on,inhabitants\nVik,4 [p],,,13\nNy,3,log,2022-06-01,\nSkerry,0,,,\n"
REFERENCES = "- {id: office, title: T}\n- {id: log, title: T}\n"


def files(yaml: str = YAML, calls: str = CALLS, isles: str = ISLES) -> Files:
    return {
        "data/tables.yaml": yaml,
        "data/calls.csv": calls,
        "data/isles.csv": isles,
        "references.yaml": REFERENCES,
    }


@pytest.fixture
def table(read: Read) -> Table:
    return read(files()).tables["calls"]


def test_a_row_has_the_value_of_its_key(table: Table) -> None:
    assert [row.value("boats") for row in table.rows] == [Decimal(3), Decimal(4), Decimal(3)]
    assert [row.cells["people"].text for row in table.rows] == ["", "13", ""]
    assert list(table.rows[0].cells) == ["island", "year", "ferries", "boats", "people"]
    assert len(table.rows[0].cells) == 5


def test_a_value_stands_where_its_own_table_has_it(table: Table) -> None:
    assert str(table.rows[0].cells["boats"].place).endswith("data/isles.csv:3:4")
    assert table.rows[1].cells["boats"].mark is Mark("p")


def test_sources_and_dates_are_those_of_the_value(table: Table) -> None:
    ny, vik, _ = table.rows
    assert [(row.sources_of("boats"), row.origins["boats"].as_of) for row in (ny, vik)] == [
        (("log",), PartialDate(2022, 6, 1)),
        (("office",), PartialDate(2020)),
    ]
    assert ny.sources_of("ferries") == ("log",)


def test_a_value_is_the_record_of_its_own_table(table: Table) -> None:
    assert record(table, table.rows[2], "boats").name == "isles.Ny.boats"
    assert record(table, table.rows[2], "ferries").name == "calls.Ny.2022.ferries"


def test_a_column_is_printed_as_its_own_table_does_unless_it_says_otherwise(table: Table) -> None:
    boats, people = table.columns[-2:]
    assert (boats.title, boats.type, boats.unit, boats.missing) == ("boats", "integer", "boats", "not counted")
    assert (people.name, people.title, people.missing) == ("people", "People", "uninhabited")


def test_rows_with_dates_are_found_by_key_and_date(read: Read) -> None:
    yaml = YAML.replace("  key: island\n", "  key: island\n  date: seen\n").replace(
        "    inhabitants: {", "    seen: {type: year}\n    inhabitants: {"
    )
    yaml = yaml.replace("{lookup: isles}", "{lookup: isles, by: [island, year]}")
    yaml = yaml.replace("lookup: isles.inhabitants", "lookup: isles.inhabitants, by: [island, year]")
    isles = "island,boats,boats from,boats on,seen,inhabitants\n" + "".join(
        f"{row},9\n" for row in ("Ny,3,,,2021", "Ny,5,,,2022", "Vik,4,,,2021")
    )
    rows = read(files(yaml, isles=isles)).tables["calls"].rows
    assert [(row.value("boats"), str(row.origins["boats"].as_of)) for row in rows] == [
        (Decimal(3), "2021"),
        (Decimal(4), "2021"),
        (Decimal(5), "2022"),
    ]


def test_a_row_without_a_key_has_no_value(read: Read) -> None:
    rows = read(files(calls="island,year,ferries\n,2021,1\n")).tables["calls"].rows
    assert rows[0].cells["boats"].value is None


def test_keys_that_the_other_table_does_not_have_are_told_once_with_the_nearest(faults: Faults) -> None:
    found = faults(files(calls=CALLS + "Wik,2022,3\nWik,2023,3\n"))
    assert [one.split("error: ")[0] for one in found] == ["sources/paper/data/calls.csv:5:1: "] * 2
    assert found[0].endswith(
        "the table 'isles', in which 'boats' is looked up, has no row for 'Wik' (and 1 more) [table-key]"
    )


def test_a_key_that_stands_twice_is_told(faults: Faults) -> None:
    (found,) = faults(files(isles=ISLES + "Ny,9,,,\n"))
    assert found.endswith("a row for 'Ny' stands already on line 3 [table-key]")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{lookup: isles}", "{lookup: isle}", "there is no table 'isle'"),
        ("isles.inhabitants", "isles.crowd", "the table 'isles' has no column 'crowd'"),
        ("  key: island\n", "", "the table 'isles' has no key, by which a row could be found"),
        ("{lookup: isles}", "{lookup: isles, type: number}", "'boats' is looked up, so its type"),
        ("{lookup: isles}", "{lookup: isles, by: [island, year]}", "a row of 'isles' is found by island"),
        ("{lookup: isles}", "{lookup: isles, by: isle}", "the table 'calls' has no column 'isle'"),
        ("inhabitants: {type: integer}", "inhabitants: {lookup: calls.ferries}", "the table 'isles' has no column"),
    ],
)
def test_what_is_asked_for_wrongly_is_told_where_it_stands(faults: Faults, old: str, new: str, message: str) -> None:
    found = faults(files(YAML.replace(old, new)))
    assert any(message in one and one.endswith("[table-column]") for one in found), found


def test_a_table_that_could_not_be_read_is_told_once(faults: Faults) -> None:
    (found,) = faults(files(isles="island,boats\nNy,3\n"))[:1]
    assert "has no column" in found
    assert not any("calls" in one for one in faults(files(isles="island,boats\nNy,3\n")))
