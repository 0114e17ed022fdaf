"""Sources and dates of rows, and of single values whose columns say their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from reportgen.dates import PartialDate
from reportgen.source.model import Briefing, Row, Table
from reportgen.source.uses import sources_named

Files = Mapping[str, str | bytes]
Read = Callable[[Files], Briefing]
Faults = Callable[[Files], list[str]]

YAML = """
ferries:
  key: island
  source_column: source
  as_of: 2020
  columns:
    island: {}
    boats: {type: integer, source_column: boats from, as_of_column: boats on}
    crew: {type: integer, source: register, as_of: 2021}
    fares: {type: integer}
"""
CSV = """island,boats,boats from,boats on,crew,fares,source
Ny,3,log; register,2022-06-01,12,5,office
Vik,4,,,13,6,office
"""
REFERENCES = "".join(f"- {{id: {name}, title: T}}\n" for name in ("office", "register", "log"))


def files(yaml: str = YAML, csv: str = CSV) -> Files:
    return {"data/tables.yaml": yaml, "data/ferries.csv": csv, "references.yaml": REFERENCES}


@pytest.fixture
def table(read: Read) -> Table:
    return read(files()).tables["ferries"]


def said(row: Row) -> dict[str, tuple[str, ...]]:
    return {name: row.sources_of(name) for name in ("boats", "crew", "fares")}


def test_a_value_has_its_own_source_else_its_columns_else_its_rows(table: Table) -> None:
    own, others = table.rows
    assert said(own) == {"boats": ("log", "register"), "crew": ("register",), "fares": ("office",)}
    assert said(others) == {"boats": ("office",), "crew": ("register",), "fares": ("office",)}


def test_so_is_its_day(table: Table) -> None:
    days = [{name: origin.as_of for name, origin in row.origins.items()} for row in table.rows]
    assert days[0] == {"boats": PartialDate(2022, 6, 1), "crew": PartialDate(2021)}
    assert days[1] == {"boats": None, "crew": PartialDate(2021)}


def test_the_sources_in_some_columns_are_each_named_once(table: Table) -> None:
    row = table.rows[0]
    assert row.sources_in(["boats", "crew"]) == ("log", "register")
    assert row.sources_in(["fares", "crew"]) == ("office", "register")
    assert row.sources_in([]) == ("office",)


def test_a_source_that_one_value_alone_names_is_used(table: Table) -> None:
    assert set(sources_named([table], [])) == {"office", "register", "log"}


def test_columns_that_say_sources_are_none_of_the_tables(table: Table) -> None:
    assert [column.name for column in table.columns] == ["island", "boats", "crew", "fares"]


def test_what_is_not_there_is_told_where_it_is_named(faults: Faults) -> None:
    (fault,) = faults(files(YAML.replace("boats from", "boats form")))
    assert "data/tables.yaml:8:43" in fault and "has no column 'boats form'" in fault


def test_an_unknown_source_of_values_is_told_once_a_table(faults: Faults) -> None:
    csv = CSV.replace("log; register", "lgo").replace("Vik,4,,", "Vik,4,lgo,")
    (fault,) = faults(files(csv=csv))
    assert "there is no reference 'lgo', which 2 rows name" in fault


def test_a_day_of_a_value_that_is_none_is_told(faults: Faults) -> None:
    (fault,) = faults(files(csv=CSV.replace("2022-06-01", "2022-13")))
    assert "'boats on'" in fault
