"""Where a table stands in its file: header, end, notes, merged and hidden cells, wide years."""

from __future__ import annotations

import io
from typing import Any

import pytest

from reportgen.source.model import Briefing
from tests.source.test_tables import Faults, Files, Read

TITLED = """Table 1: Boats,,
Harbour office,,

island,boats,days
Ny,3,10
Oy,1,20

Source: Harbour office
Figures are provisional
"""


def files(csv: str, keys: str, columns: str = "island: , boats: {type: integer}") -> Files:
    return {"data/tables.yaml": f"t: {{{keys} columns: {{{columns}}}}}\n", "data/t.csv": csv}


def rows(briefing: Briefing) -> list[list[Any]]:
    return [[cell.value for cell in row.cells.values()] for row in briefing.tables["t"].rows]


def test_a_header_further_down_and_columns_left_out(read: Read) -> None:
    briefing = read(files(TITLED, "header_row: 4, end: Source,"))
    assert rows(briefing) == [["Ny", 3], ["Oy", 1]] and briefing.told == ()


def test_notes_below_are_left_out_and_told(read: Read) -> None:
    briefing = read(files(TITLED, "header_row: 4,"))
    assert rows(briefing) == [["Ny", 3], ["Oy", 1]]
    (told,) = briefing.told
    assert (told.rule, told.place.line, told.hint) == ("table-notes", 8, "write end: 6 to say so")


def test_a_row_with_no_values_is_no_note(read: Read) -> None:
    briefing = read(files("island,boats\nNy,3\nOy,\n", ""))
    assert rows(briefing) == [["Ny", 3], ["Oy", None]] and briefing.told == ()


def test_a_mark_alone_in_the_last_row_is_no_note(read: Read) -> None:
    columns = "boats: {type: integer}, days: {type: integer}"
    briefing = read(files("boats,days\n1,2\n[z],\n", "", columns))
    assert rows(briefing) == [[1, 2], [None, None]] and briefing.told == ()


@pytest.mark.parametrize("end", ["6", "Source", '"source: harbour"'])
def test_the_end_is_a_row_or_the_words_below(end: str, read: Read) -> None:
    assert len(rows(read(files(TITLED, f"header_row: 4, end: {end},")))) == 2


def test_a_range_is_all_of_the_table(read: Read) -> None:
    csv = "x,,,\n,island,boats,\n,Ny,3,z\n,Oy,1,\n,Uy,9,\n"
    assert rows(read(files(csv, 'range: "B2:C4",'))) == [["Ny", 3], ["Oy", 1]]


def test_names_over_two_rows(read: Read) -> None:
    csv = "area,boats,,crew,\n,2023,2024,2023,2024\nNy,1,2,3,4\n"
    briefing = read(
        files(csv, "header_row: [1, 2],", "area: , boats 2024: {type: integer}, crew 2023: {type: integer}")
    )
    assert rows(briefing) == [["Ny", 2, 3]]


def test_columns_without_a_name_and_with_one_name(read: Read) -> None:
    csv = ",boats,boats\nNy,1,2\n"
    briefing = read(files(csv, "", "Column 1: , boats: {type: integer}, boats (2): {type: integer}"))
    assert rows(briefing) == [["Ny", 1, 2]]


def test_line_breaks_in_names_are_spaces(read: Read) -> None:
    briefing = read(files('"Debt\n(£m)",x\n5,1\n', "", '"Debt (£m)": {type: number}'))
    assert rows(briefing) == [[5]]


def test_wide_years_become_rows(read: Read) -> None:
    csv = "island,code,2022,2023,2024\nNy,N,1,2,3\nOy,O,4,..,6\n"
    keys = 'key: [island, year], unpivot: {first: "2022", last: "2024", names: year, values: boats},'
    briefing = read(files(csv, keys, "island: , year: {type: year}, boats: {type: integer}"))
    assert rows(briefing)[:4] == [["Ny", 2022, 1], ["Ny", 2023, 2], ["Ny", 2024, 3], ["Oy", 2022, 4]]
    places = [row.place for row in briefing.tables["t"].rows]
    assert len(set(places)) == 6 and (places[1].line, places[1].column) == (2, 8)


def test_a_mark_in_the_name_of_a_year_is_that_of_its_values(read: Read) -> None:
    csv = "island,2022/23,2023/24 [r] [note 1],2024/25 (p)\nNy,1,2,3\nOy,4,[c],6 [e]\n"
    keys = 'unpivot: {first: "2022/23", last: "2024/25 (p)", names: year, values: boats},'
    briefing = read(files(csv, keys, "island: , year: {type: period}, boats: {type: integer}"))
    found = [(str(row.value("year")), row.value("boats"), row.cells["boats"].mark) for row in briefing.tables["t"].rows]
    assert [(value, mark and mark.value) for _, value, mark in found] == [
        *((1, None), (2, "r"), (3, "p")),
        *((4, None), (None, "c"), (6, "e")),
    ]
    assert {year for year, *_ in found} == {"2022/23", "2023/24", "2024/25"}
    assert [one.rule for one in briefing.told] == ["table-notes"]


@pytest.mark.parametrize("hidden", ["A", "B", "D"])
def test_hidden_columns_of_a_wide_table_are_told(hidden: str, read: Read) -> None:
    def fill(made: Any) -> None:
        for row in (["region", "area", "2022", "2023"], ["North", "Ny", 1, 2], ["South", "Oy", 3, 4]):
            made.active.append(row)
        made.active.column_dimensions[hidden].hidden = True

    keys = 'unpivot: {first: "2022", last: "2023", names: year, values: n},'
    (told,) = read(workbook_files(fill, keys)).told
    name = {"A": "region", "B": "area", "D": "2023"}[hidden]
    assert told.rule == "table-hidden" and told.message.endswith(f"the column {name}")


def test_notes_on_names_and_words_are_told_and_not_printed(read: Read) -> None:
    csv = "island [note 1],boats [note 2]\nNy [note 3],1\nOy,2\n[Uy] (north),3\n"
    briefing = read(files(csv, "", '"island [note 1]": , "boats [note 2]": {type: integer, title: Boats}'))
    assert rows(briefing) == [["Ny", 1], ["Oy", 2], ["[Uy] (north)", 3]]
    assert [one.title for one in briefing.tables["t"].columns] == ["island", "Boats"]
    assert [(one.rule, one.place.file[-11:], one.place.line) for one in briefing.told] == [
        ("table-notes", "tables.yaml", 1),
        ("table-notes", "/data/t.csv", 2),
    ]


def test_names_in_another_row_are_told_in_one_line(faults: Faults) -> None:
    assert faults(files(TITLED, "")) == [
        "sources/paper/data/t.csv:4:1: error: the names of the columns seem to be in row 4 [table-column]"
    ]


def book(fill: Any) -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def workbook_files(fill: Any, keys: str = "") -> Files:
    yaml = f"t: {{{keys} columns: {{region: , area: , n: {{type: integer}}}}}}\n"
    return {"data/tables.yaml": yaml, "data/t.xlsx": book(fill)}


def filled(made: Any) -> None:
    for row in (["region", "area", "n"], ["North", "Ny", 1], [None, "Oy", 99], ["South", "Uy", 3]):
        made.active.append(row)


def test_merged_cells_hold_what_stands_in_the_first(read: Read) -> None:
    def fill(made: Any) -> None:
        filled(made)
        made.active.merge_cells("A2:A3")

    assert rows(read(workbook_files(fill)))[1] == ["North", "Oy", 99]


def test_what_a_workbook_hides_is_told(read: Read) -> None:
    def fill(made: Any) -> None:
        filled(made)
        made.active.row_dimensions[3].hidden = True
        made.active.column_dimensions["C"].hidden = True

    briefing = read(workbook_files(fill))
    assert len(rows(briefing)) == 3
    (told,) = briefing.told
    assert told.rule == "table-hidden" and told.message.endswith("row 3 and the column n")


def test_names_on_another_sheet_are_told(faults: Faults) -> None:
    def fill(made: Any) -> None:
        filled(made)
        made.active.insert_rows(1, 2)
        made.create_sheet("Cover", 0).append(["A release", "of figures"])

    yaml = "t: {columns: {region: , area: , n: {type: integer}}}\n"
    (found,) = faults({"data/tables.yaml": yaml, "data/t.xlsx": book(fill)})
    assert found.endswith("the names of the columns seem to be in row 3 of the sheet 'Sheet' [table-column]")


def test_the_last_of_several_header_rows_may_be_short(read: Read) -> None:
    entry = "t:\n  header_row: [1, 2]\n  columns:\n    2021 n: {type: integer}\n    2022: {type: integer}\n"
    table = read({"data/tables.yaml": entry, "data/t.csv": ",2021,2022\nCauses,n\na,1,2\n"}).tables["t"]
    assert [table.rows[0].value(name) for name in ("2021 n", "2022")] == [1, 2]


def test_start_leaves_out_what_stands_between_the_names_and_the_data(read: Read) -> None:
    csv = "year,boats\nUnit,thousand\n2019,4\n2020,5\n"
    entry = "t: {start: 3, key: year, columns: {year: {type: year}, boats: {type: integer}}}\n"
    briefing = read({"data/tables.yaml": entry, "data/t.csv": csv})
    assert rows(briefing) == [[2019, 4], [2020, 5]] and briefing.told == ()
