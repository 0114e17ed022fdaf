"""Tables: what tables.yaml says and what the files hold, together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from reportgen.dates import PartialDate
from reportgen.problems import Place, ReportError
from reportgen.source.model import Briefing, Table
from tests.sheets.test_workbooks import workbook

Files = Mapping[str, str | bytes]
Read = Callable[[Files], Briefing]
Faults = Callable[[Files], list[str]]

YAML = """
ferries:
  title: Ferries by island
  key: island
  date: day
  source: office
  source_column: source
  as_of: 2022
  as_of_column: seen
  review_after: 2023-01
  missing: no service
  columns:
    boats: {title: Boats, type: integer, unit: boats}
    island: {title: Island}
    day: {type: date}
    rate: {type: number, unit: "%", decimals: 1}
    full: {type: boolean}
    since: {type: year}
    vote: {values: [For, Against]}
"""
CSV = """island,day,boats,rate,full,since,vote,source,seen
Ny,2021-05,3,62.50,yes,1999,For,,
 Ny ,2022-05, 4 ,,no,1999,Against,office; register,2022-06-01
"""
REFERENCES = "- {id: office, title: Harbour office}\n- {id: register, title: Register}\n"


@pytest.fixture
def table(read: Read) -> Table:
    files = {"data/tables.yaml": YAML, "data/ferries.csv": CSV, "references.yaml": REFERENCES}
    return read(files).tables["ferries"]


def test_a_table_has_what_its_description_says(table: Table) -> None:
    assert (table.title, table.key, table.date, table.missing) == (
        "Ferries by island",
        ("island",),
        "day",
        "no service",
    )
    assert table.sources == ("office",)
    assert (table.as_of, table.review_after) == (PartialDate(2022), PartialDate(2023, 1))


def test_columns_stand_in_the_files_order_with_their_titles(table: Table) -> None:
    assert [column.name for column in table.columns] == ["island", "day", "boats", "rate", "full", "since", "vote"]
    assert [column.title for column in table.columns][:3] == ["Island", "day", "Boats"]
    assert table.column("vote").values == ("For", "Against") and table.column("rate").decimals == 1


def test_cells_have_the_type_of_their_column(table: Table) -> None:
    values = [table.rows[0].value(column.name) for column in table.columns]
    assert values == ["Ny", PartialDate(2021, 5), Decimal(3), Decimal("62.50"), True, Decimal(1999), "For"]
    assert str(values[3]) == "62.50" and table.rows[0].cells["rate"].text == "62.50"


def test_an_empty_cell_is_a_missing_value(table: Table) -> None:
    cell = table.rows[1].cells["rate"]
    assert cell.value is None and cell.text == "" and cell.place.line == 3


def test_cells_and_rows_know_their_places(table: Table) -> None:
    file = "sources/paper/data/ferries.csv"
    assert table.rows[1].place == Place(file, 3, 1) and table.rows[0].cells["boats"].place == Place(file, 2, 12)


def test_a_row_may_have_its_own_sources_and_date(table: Table) -> None:
    assert table.rows[0].sources == ("office",) and (table.rows[0].as_of, table.as_of) == (None, PartialDate(2022))
    assert table.rows[1].sources == ("office", "register") and table.rows[1].as_of == PartialDate(2022, 6, 1)


SMALL = "boats:\n  columns:\n    island:\n    count: {type: integer}\n"


def test_a_workbook_is_read_as_a_csv_file_is(read: Read) -> None:
    data = workbook([["island", "count"], ["Ny", 3.0], ["Øy", None]])
    rows = read({"data/tables.yaml": SMALL, "data/boats.xlsx": data}).tables["boats"].rows
    assert [[cell.value for cell in row.cells.values()] for row in rows] == [["Ny", Decimal(3)], ["Øy", None]]
    assert rows[0].cells["count"].place == Place("sources/paper/data/boats.xlsx", 2, 2)


def test_empty_cells_at_the_end_of_lines_do_no_harm(read: Read) -> None:
    files = {"data/tables.yaml": SMALL, "data/boats.csv": "island,count,,\nNy,3,,\n,,,\n\n"}
    assert len(read(files).tables["boats"].rows) == 1


def test_a_spare_cell_with_something_in_it_is_a_fault(faults: Faults) -> None:
    files = {"data/tables.yaml": SMALL, "data/boats.csv": "island,count,\nNy,3,x\nOy,1,,\n"}
    place = "sources/paper/data/boats.csv"
    assert faults(files) == [
        f"{place}:2:6: error: this row has 3 cells, the header 2 [table-cells]",
        f"{place}:3:6: error: this row has 4 cells, the header 2 [table-cells]",
    ]


def test_a_csv_file_comes_before_a_workbook(read: Read) -> None:
    files: Files = {"data/tables.yaml": SMALL, "data/boats.csv": "island,count\n", "data/boats.xlsx": workbook([["x"]])}
    assert read(files).tables["boats"].rows == ()


def test_a_file_may_stand_elsewhere_in_the_briefing(read: Read) -> None:
    yaml = SMALL.replace("  columns", "  file: ../other/b.csv\n  columns")
    assert len(read({"data/tables.yaml": yaml, "other/b.csv": "count,island\n1,Ny\n"}).tables["boats"].rows) == 1


def test_a_sheet_that_does_not_exist(faults: Faults) -> None:
    yaml = SMALL.replace("  columns", "  sheet: Boat\n  columns")
    assert faults({"data/tables.yaml": yaml, "data/boats.xlsx": workbook([["x"]])}) == [
        "sources/paper/data/tables.yaml:2:10: error: sources/paper/data/boats.xlsx has no sheet 'Boat' [file-missing]"
    ]


def test_a_composite_key(read: Read, faults: Faults) -> None:
    yaml = SMALL.replace("  columns", "  key: [island, count]\n  columns")
    assert read({"data/tables.yaml": yaml, "data/boats.csv": "island,count\nNy,1\nNy,2\n"}).tables["boats"].key
    assert len(faults({"data/tables.yaml": yaml, "data/boats.csv": "island,count\nNy,1\nNy,1\n"})) == 1


def test_a_part_of_a_key_may_be_empty_but_not_all_of_it(read: Read, faults: Faults) -> None:
    yaml = SMALL.replace("  columns", "  key: [island, count]\n  columns")
    boats = read({"data/tables.yaml": yaml, "data/boats.csv": "island,count\nNy,1\nOy,\n"}).tables["boats"]
    assert boats.rows[1].value("count") is None
    assert faults({"data/tables.yaml": yaml, "data/boats.csv": "island,count\nNy,\nNy,\nOy,1\n,\nAy,2\n"}) == [
        "sources/paper/data/boats.csv:3:1: error: a row for 'Ny, (empty)' stands already on line 2 [table-key]",
    ]


def test_a_bad_cell_in_a_key_is_one_fault(faults: Faults) -> None:
    yaml = SMALL.replace("  columns", "  key: count\n  columns")
    assert len(faults({"data/tables.yaml": yaml, "data/boats.csv": "island,count\nNy,x\nOy,y\n"})) == 2


def test_a_broken_list_of_references_does_not_make_every_source_unknown(faults: Faults) -> None:
    files = {"data/tables.yaml": YAML, "data/ferries.csv": CSV, "references.yaml": "- id: a: b\n"}
    assert len(faults(files)) == 1


def test_a_column_without_a_name_at_the_end_is_to_be_named(read: Read) -> None:
    with pytest.raises(ReportError) as caught:
        read({"data/tables.yaml": SMALL, "data/boats.csv": 'island,count,""\nNy,3,w\nOy,1,w\n'})
    (told,) = caught.value.problems
    assert (told.message, told.hint) == (
        "this row has 3 cells, the header 2 (and 1 more rows)",
        "name its column: the cell above it in the header is empty",
    )


def test_a_title_in_the_place_of_names_is_told_with_the_row_that_has_them(read: Read) -> None:
    entry = "t:\n  columns:\n    Grants:\n"
    with pytest.raises(ReportError) as caught:
        read({"data/tables.yaml": entry, "data/t.csv": "Grants\n\nPort,2023,2024\nNy,1,2\n"})
    problem = caught.value.problems[0]
    assert problem.message == "this row has 3 cells, the header 1 (and 1 more rows)"
    assert problem.hint == "if row 3 names the columns, write header_row: 3; a title may stand above it"
