"""Tables of workbooks as CSV files: whoever reads them finds the same tables."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from reportgen.editions.csv_tables import tables_as_csv
from reportgen.problems import NOWHERE
from reportgen.source import load
from reportgen.source.model import Briefing, Row, Table
from reportgen.writing import write_all
from tests.editions import laden
from tests.sheets import test_opendocument as ods
from tests.sheets.test_workbooks import workbook

BRIEFING = "title: Ferries\nlanguage: LANGUAGE\n"
SOURCES = "- {id: office, title: Harbour office}\n- {id: 'a;b', title: Register}\n"


def briefing(home: Path, book: bytes, tables: str, name: str = "ferries.xlsx", language: str = "en-GB") -> Briefing:
    files = {
        "briefing.yaml": BRIEFING.replace("LANGUAGE", language).encode(),
        "references.yaml": SOURCES.encode(),
        "text/a.md": b"# A\n",
        "data/tables.yaml": tables.encode(),
        f"data/{name}": book,
    }
    write_all({home / "sources" / "a" / name: data for name, data in files.items()})
    return load(home / "sources" / "a", home)


def again(read: Briefing, home: Path) -> tuple[Mapping[str, bytes], Briefing]:
    """The files without workbooks, and the briefing that they make."""
    files = tables_as_csv(read.files, read)
    write_all({home / name: data for name, data in files.items()})
    return files, load(home / "sources" / "a", home)


def said_of(row: Row) -> tuple[Any, ...]:
    return row.sources, row.as_of, row.origins


def told(table: Table) -> Any:
    """All of a table that reaches a paper."""
    columns = [replace(column, place=NOWHERE) for column in table.columns]
    rows = [
        (
            [(cell.value, cell.text, cell.mark) for cell in map(row.cells.__getitem__, row.cells)],
            row.sources,
            row.as_of,
            row.origins,
        )
        for row in table.rows
    ]
    known = (table.title, table.key, table.date, table.label, table.sources, table.as_of, table.missing, table.note)
    return columns, rows, known, table.sum_by, table.review_after


def same(tmp: Path, book: bytes, tables: str, name: str = "ferries.xlsx", language: str = "en-GB") -> dict[str, str]:
    """Holds that the tables are the same; gives the files of `data/` as texts."""
    before = briefing(tmp / "before", book, tables, name, language)
    files, after = again(before, tmp / "after")
    assert {name: told(table) for name, table in after.tables.items()} == {
        name: told(table) for name, table in before.tables.items()
    }
    assert tables_as_csv(after.files, after) == files
    return {Path(name).name: data.decode() for name, data in files.items() if "/data/" in name}


def test_a_table_is_a_file_and_its_entry_says_what_the_workbook_showed(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Harbour", "Share", "Cost"], ["Ny", 0.625, 1.5], ["Eid", 0.3, 1234.5], ["Vik", None, 7]]
    formats = {f"B{row}": "0.0%" for row in (2, 3)} | {f"C{row}": '"£"#,##0.00"m"' for row in (2, 3, 4)}
    tables = """ferries:
  file: ferries.xlsx
  title: Ferries  # a note
  key: Harbour
  columns: {Cost: {type: number}, Harbour: {}, Share: {type: number}}
"""
    files = same(tmp_path, workbook(rows, formats), tables)
    assert files["ferries.csv"] == "Harbour,Share,Cost\nNy,62.5,1.5\nEid,30,1234.5\nVik,,7\n"
    assert (
        files["tables.yaml"]
        == """ferries:
  file: ferries.csv
  end: 4
  title: Ferries
  key: Harbour
  columns:
    Cost:
      type: number
      unit: "£m"
      decimals: 2
      decimal: "."
    Harbour: {}
    Share:
      type: number
      unit: "%"
      decimal: "."
"""
    )


@pytest.mark.parametrize(
    ("kind", "values", "more"),
    [
        ("integer", [12.0004, 7, "1 234"], {"A2": "0"}),
        ("number", ["£3.4m", "£12m"], {}),
        ("number", ["1.234,5", 1.5, "7"], {}),
        ("number", ["12.5 [p]", "[x]", "..", 4, "n/a", "3 (p)", "(5)"], {}),
        ("number", ["5", "x", "-"], {}),
        ("year", [2019, "x", 2021], {}),
        ("date", [date(2024, 3, 1), date(2023, 12, 24)], {"A2": "mmm yyyy", "A3": "d mmm yyyy"}),
        ("date", ["13/4/2024", "2/5/2024", "z"], {}),
        ("period", ["2010-11", "2011-12"], {}),
        ("boolean", [True, "no", "c"], {}),
        ("string", [7, "007", 1 / 7, "[x]", "a\nb", 'say "a"', "Cafe\u0301", "a [note 1]", ":;:"], {"A2": "000"}),
        ("string", ["a;b", "c;d", "e;f", "g;h"], {}),
        ("string", ["Words of some length that stand below all others and might be taken for a note"], {}),
        ("string", [], {}),
    ],
)
def test_every_type_of_column_is_read_as_it_was(
    kind: str, values: Sequence[Any], more: dict[str, str], tmp_path: Path
) -> None:
    tables = f'a:\n  file: ferries.xlsx\n  marks: {{"-": "0", "()": negative}}\n  columns: {{One: {{type: {kind}}}}}\n'
    same(tmp_path, workbook([["One"], *([value] for value in values)], more), tables)


@pytest.mark.parametrize("language", ["en-GB", "fr-FR"])
def test_numbers_are_the_same_in_whatever_language(language: str, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["a", "b"], [1.234, "1,5"], [12, 2.5]]
    tables = "t:\n  file: ferries.xlsx\n  columns: {a: {type: number}, b: {type: number, decimal: ','}}\n"
    files = same(tmp_path, workbook(rows), tables, language=language)
    assert files["t.csv"] == 'a,b\n1.234,"1,5"\n12,"2,5"\n'


def test_values_have_their_marks(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Vote"], ["For"], ["[x]"], ["?"], ["x"]]
    tables = "t:\n  file: ferries.xlsx\n  marks: {'?': z}\n  columns: {Vote: {values: [For, x]}}\n"
    assert same(tmp_path, workbook(rows), tables)["t.csv"] == "Vote\nFor\n[x]\n[z]\nx\n"


def test_any_mark_may_stand_in_the_place_of_a_year(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Since"], [2019], ["-"], ["/"]]
    tables = "t:\n  file: ferries.xlsx\n  marks: {'-': w, '/': low}\n  columns: {Since: {type: year}}\n"
    files = same(tmp_path, workbook(rows), tables)
    assert (
        files["t.csv"] == "Since\n2019\nw\nlow\n" and "marks:\n        low: low\n        w: w\n" in files["tables.yaml"]
    )


def test_rows_keep_their_sources_their_days_and_their_number(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["y", "{a;b}; office", date(2024, 3, 1)], [None, None, "2023"]]
    tables = "t: {file: ferries.xlsx, source: office, source_column: s, as_of_column: d, columns: {a: {}}}\n"
    book = workbook([["a", "s", "d"], ["x", None, None], *rows])
    files = same(tmp_path, book, tables)
    assert files["t.csv"] == "a,s,d\nx,{office},\ny,{a;b}; {office},2024-03-01\n,{office},2023\n"


def test_values_keep_their_own_sources_and_days(tmp_path: Path) -> None:
    columns = "{a: {source_column: s, as_of_column: d}, b: {source: office}}"
    book = workbook([["a", "b", "s", "d"], ["x", "y", "{a;b}", date(2024, 3, 1)], ["z", "y", None, None]])
    files = same(tmp_path, book, f"t: {{file: ferries.xlsx, columns: {columns}}}\n")
    assert files["t.csv"] == "a,b,s,d\nx,y,{a;b},2024-03-01\nz,y,,\n"


def test_a_row_without_a_value_stays_one(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["a", "b"], ["x", 1], [None, 2], ["z", 3]]
    files = same(tmp_path, workbook(rows), "t: {file: ferries.xlsx, columns: {a: {}}}\n")
    assert files["t.csv"] == "row,a\n1,x\n2,\n3,z\n"


def test_the_part_of_a_sheet_that_is_used_is_all_that_stays(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["s3cr3t"])
    for row in (
        ["", "Passengers", ""],
        ["Harbour", "2023", "2024 [p]"],
        ["North", 1, 2],
        ["", 3, 4],
        ["s3cr3t", "", ""],
    ):
        page.append(row)
    page.merge_cells("A4:A5")
    page.merge_cells("B2:C2")
    page.append(["s3cr3t", 5, 6])
    out = io.BytesIO()
    book.save(out)
    tables = """t:
  file: ferries.xlsx
  range: A3:C7
  end: s3cr3t
  unpivot: {first: '2023', last: '2024 [p]', names: Year, values: Passengers}
  columns: {Harbour: {}, Year: {type: year}, Passengers: {type: integer, sum: false}}
"""
    files = same(tmp_path, out.getvalue(), tables)
    assert files["t.csv"] == "Harbour,Year,Passengers\nNorth,2023,1\nNorth,2024,2 [p]\nNorth,2023,3\nNorth,2024,4 [p]\n"
    assert "s3cr3t" not in "".join(files.values())


def test_a_workbook_of_another_format_becomes_csv_too(tmp_path: Path) -> None:
    data = ods.ods(
        ods.row(ods.text("a"), ods.text("b")) + ods.row(ods.text("x"), ods.number("0.125", "12.5%", "percentage"))
    )
    tables = "t: {file: ferries.ods, columns: {a: {}, b: {type: number}}}\n"
    assert same(tmp_path, data, tables, "ferries.ods")["t.csv"] == "a,b\nx,12.5\n"


def test_a_name_that_another_table_has_is_left_to_it(tmp_path: Path) -> None:
    tables = "t: {file: ferries.xlsx, columns: {a: {}}}\nu: {file: t.csv, columns: {b: {}}}\n"
    write_all({tmp_path / "before/sources/a/data/t.csv": b"b\n1\n"})
    files = same(tmp_path, workbook([["a"], ["x"]]), tables)
    assert (files["t.csv"], files["t-2.csv"]) == ("b\n1\n", "a\nx\n")
    assert "file: t-2.csv" in files["tables.yaml"]


def test_a_briefing_without_workbooks_keeps_its_files(tmp_path: Path) -> None:
    laden.write(tmp_path)
    read = laden.draft(tmp_path).briefing
    plain = {name: data for name, data in read.files.items() if not name.endswith(".xlsx")}
    assert tables_as_csv(plain, replace(read, tables={})) == plain


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])
NUMBERS = st.floats(-1000, 1000).map(lambda one: round(one, 9))
CELLS = st.text(LETTERS, max_size=8) | st.integers(-1000, 1000) | NUMBERS


@given(st.lists(st.tuples(CELLS, st.integers(-9999, 9999) | NUMBERS, st.booleans()), max_size=5))
@example([("007", 1.5, True), ("1e5", -0.0, True), ("sep=;", 7, False), ('"', 0.1 + 0.2, False), ("\u2028", 1, True)])
def test_whatever_stands_in_the_cells(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Any, Any, bool]]
) -> None:
    tables = "t: {file: ferries.xlsx, columns: {a: {}, b: {type: number}, c: {type: boolean}}}\n"
    same(tmp_path_factory.mktemp("any"), workbook([["a", "b", "c"], *map(list, rows)]), tables)


def test_headings_marks_and_joined_columns_stay_what_they_were(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [None, "Year", "Quarter", "n [p]", "flag"],
        ["Old", None, None, None, None],
        ["x", 2023, "Q3", 1, "e"],
        ["y", 2023, "Q4", 2, None],
        ["New", None, None, None, None],
        ["z", 2024, "Q1", None, "c"],
    ]
    tables = """t:
  file: ferries.xlsx
  groups: age
  join: {when: [Year, Quarter]}
  columns: {Column A: , age: {}, when: {type: period}, "n [p]": {type: integer, mark_column: flag}}
"""
    files = same(tmp_path, workbook(rows), tables)
    assert files["t.csv"] == "age,Column A,when,n [p]\nOld,x,2023 Q3,1 [e]\nOld,y,2023 Q4,2 [p]\nNew,z,2024 Q1,[c]\n"


def test_signs_before_numbers_and_of_notes_stay_what_they_were(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["area*", "change²", "group"],
        ["Ny¹", 0.073, "a"],
        ["Oy", -0.02, "b"],
        ["Total", 0.05, None],
        [],
        ["* Of the coast"],
        ["1 Without islets"],
        ["2 On a year before"],
    ]
    tables = "t:\n  file: ferries.xlsx\n  end: 4\n  columns: {area*: {}, change²: {type: number}, group: {}}\n"
    files = same(tmp_path, workbook(rows, {f"B{row}": "+0.0%;-0.0%" for row in (2, 3, 4)}), tables)
    assert files["t.csv"] == "area*,change²,group\nNy,+7.3,a\nOy,-2,b\nTotal,+5,\n"
    assert 'title: "area"' in files["tables.yaml"] and 'title: "change"' in files["tables.yaml"]


def test_what_is_looked_up_stands_in_the_other_table_alone(tmp_path: Path) -> None:
    book = workbook([["island", "boats"], ["Ny", 3]])
    tables = "ferries: {key: island, columns: {island: {}, boats: {type: integer}}}\n"
    tables += "calls: {file: ferries.xlsx, key: island, columns: {island: {}, fleet: {lookup: ferries.boats}}}\n"
    files, made = again(briefing(tmp_path / "old", book, tables), tmp_path / "new")
    assert files["sources/a/data/calls.csv"] == b"island\nNy\n"
    assert made.tables["calls"].rows[0].cells["fleet"].text == "3"
