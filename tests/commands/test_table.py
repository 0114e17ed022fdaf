"""`reportgen table`: what it finds in a file is what a build reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.cli import main
from reportgen.commands.table import look
from reportgen.source import load
from tests.sheets.test_workbooks import workbook


def found(tmp_path: Path, name: str, data: str | bytes) -> tuple[dict[str, Any], list[str]]:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    looked = look(path, tmp_path)
    (entry,) = yaml.safe_load(looked.entry).values()
    return entry, [problem.rule for problem in looked.problems]


def test_titles_above_and_notes_below_are_left_out(tmp_path: Path) -> None:
    csv = "Table 1: Boats,,\n,,\nisland,Share (%),debt\nNy,12.5,£3m\nOy,7,£4m\n,,\nSource: Harbour office,,\n"
    entry, rules = found(tmp_path, "boats.csv", csv)
    assert rules == []
    assert entry == {
        "title": "Table 1: Boats",
        "header_row": 3,
        "end": 5,
        "key": "island",
        "columns": {
            "island": None,
            "Share (%)": {"type": "number", "unit": "%"},
            "debt": {"type": "integer", "unit": "£m"},
        },
    }


def test_a_block_of_facts_above_the_table_is_no_table(tmp_path: Path) -> None:
    csv = '"Source","Board",\n\n"Updated","2024-01-25",\n\n"Port","Code","2021","2022",\nAl,A,1,2,\nBr,B,3,4,\n'
    entry, _ = found(tmp_path, "ports.csv", csv)
    assert (entry["header_row"], list(entry["columns"])) == (5, ["Port", "Code", "2021", "2022"])


def test_wide_years_are_made_long(tmp_path: Path) -> None:
    entry, rules = found(tmp_path, "wide.csv", "area,2020,2021,2022,2023\nNy,1,2,3,4\nOy,5,6,7,8\n")
    assert entry["unpivot"] == {"first": "2020", "last": "2023", "names": "year", "values": "value"}
    assert entry["columns"] == {"area": None, "year": {"type": "year"}, "value": {"type": "integer"}} and rules == []
    assert entry["key"] == ["area", "year"]


def test_a_first_row_without_values_is_no_name(tmp_path: Path) -> None:
    csv = "Board\n\nname,code,2019,2021\nAruba,ABW,,\nBrill,BRI,1,2\nCorvey,COR,3,4\n"
    entry, _ = found(tmp_path, "w.csv", csv)
    assert (entry["header_row"], list(entry["columns"])) == (3, ["name", "code", "2019", "2021"])


def test_words_in_all_rows_leave_the_first_as_names(tmp_path: Path) -> None:
    csv = "town,county,since\n" + "".join(f"Town {at},Shire,\n" for at in range(9)) + "Ny,Shire,12/05/2020\n"
    entry, _ = found(tmp_path, "t.csv", csv)
    assert list(entry["columns"]) == ["town", "county", "since"]


def test_codes_and_names_stay_text_and_periods_are_told(tmp_path: Path) -> None:
    csv = "code,year,rank\n007,2023-24,1\n042,2024-25,2\n101,2025-26,Wales\n"
    entry, _ = found(tmp_path, "codes.csv", csv)
    assert (entry["columns"]["code"], entry["columns"]["year"]) == (None, {"type": "period"})


@pytest.mark.parametrize(
    "cells", [["2023/24 [note 2]", "2024/25"], ["Q1 2023/24", "Q2 2023/24"], ["Jan-Mar 2024", "Apr-Jun 2024"]]
)
def test_periods_are_found(cells: list[str], tmp_path: Path) -> None:
    csv = "when,boats\n" + "".join(f"{cell},{at}\n" for at, cell in enumerate(cells))
    entry, _ = found(tmp_path, "p.csv", csv)
    assert (entry["columns"]["when"], entry["key"]) == ({"type": "period"}, "when")


@pytest.mark.parametrize("odd", ["5 or fewer", "<1", "1,100*"])
def test_what_makes_text_of_numbers_is_told(odd: str, tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text(f'area,boats,code\nNy,12,001\nOy,14,002\nUy,"{odd}",E3\nAl,9,004\n')
    (told,) = [line for line in look(tmp_path / "n.csv", tmp_path).taken if "for text" in line]
    assert told == f"taken for text, though most of its cells are numbers: boats (for '{odd}')"


def test_a_second_table_below_is_left_out(tmp_path: Path) -> None:
    csv = "area,boats\nNy,1\nOy,2\nUy,3\n\nTable 2\nport,crew\nAl,4\n"
    entry, _ = found(tmp_path, "two.csv", csv)
    assert (entry["end"], list(entry["columns"])) == (4, ["area", "boats"])


def test_the_sheet_with_a_table_is_taken(tmp_path: Path) -> None:
    import io

    from openpyxl import Workbook

    book = Workbook()
    cover, data = book.active, book.create_sheet("Table_1")
    assert cover is not None
    for row in (["Boats"], ["A release of figures"]):
        cover.append(row)
    for cells in (["Table 1: Boats"], [], ["area", "boats"], ["Ny", 1.25], ["Oy", 2.5]):
        data.append(cells)
    data["B4"].number_format = data["B5"].number_format = "0.0"
    out = io.BytesIO()
    book.save(out)
    entry, rules = found(tmp_path, "b.xlsx", out.getvalue())
    assert (entry["sheet"], entry["header_row"], rules) == ("Table_1", 3, [])
    assert entry["columns"]["boats"] == {"type": "number", "decimals": 1}


def test_what_is_in_doubt_is_told(tmp_path: Path) -> None:
    _, rules = found(tmp_path, "d.csv", "island,seen,boats\nNy,01/02/2024,-\nOy,02/03/2024,5\nUy,03/04/2024,6\n")
    assert rules == ["bad-date", "cell-mark"]


def test_a_file_without_a_table(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("")
    looked = look(tmp_path / "e.csv", tmp_path)
    assert looked.entry == "" and [one.message for one in looked.problems] == ["this file is empty"]


def test_the_entry_is_written_beside_the_file_and_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "sources/paper/data"
    data.mkdir(parents=True)
    (tmp_path / "sources/paper/briefing.yaml").write_text("title: Boats\n")
    (tmp_path / "sources/paper/text").mkdir()
    (tmp_path / "sources/paper/text/a.md").write_text("Boats sail.\n")
    (data / "old.csv").write_text("a\nx\n")
    (data / "tables.yaml").write_text("old: {columns: {a: }}")
    (data / "boats.xlsx").write_bytes(workbook([["Boats 2024"], [], ["island", "n"], ["Ny", 3], ["Oy", 1]]))
    monkeypatch.chdir(tmp_path)
    assert main(["table", "sources/paper/data/boats.xlsx", "--write"]) == 0
    table = load(tmp_path / "sources/paper", tmp_path).tables["boats"]
    assert [row.value("n") for row in table.rows] == [3, 1]
    assert main(["table", "sources/paper/data/boats.xlsx", "--write"]) == 2


def test_totals_are_named(tmp_path: Path) -> None:
    csv = "area,boats\nIsles and Bays,8000\nNy,3000\nOy,5000\nCoast,120\nAll areas,8120\n"
    entry, rules = found(tmp_path, "t.csv", csv)
    assert (entry["totals"], rules) == (["All areas", "Isles and Bays"], [])
    looked = look(tmp_path / "t.csv", tmp_path)
    assert looked.taken[-1] == "taken for totals of other rows, which sums leave out: All areas, Isles and Bays"
    assert "totals" not in found(tmp_path, "u.csv", "area,boats\nNy,3\nOy,5\n")[0]


def test_a_year_and_a_quarter_are_put_together(tmp_path: Path) -> None:
    csv = "Year,Quarter,area,boats\n2023,Q3,Ny,4\n2023,Q3,Oy,5\n,Q4,Ny,6\n,Q4,Oy,8\n2024,Q1,Ny,5\n2024,Q1,Oy,9\n"
    entry, rules = found(tmp_path, "t.csv", csv)
    assert (entry["join"], entry["columns"]["period"], rules) == (
        {"period": ["Year", "Quarter"]},
        {"type": "period"},
        [],
    )
    assert entry["key"] == ["area", "period"] and list(entry["columns"]) == ["period", "area", "boats"]
    months = "year,month,boats\n2023,11,4\n2023,12,5\n2024,1,6\n"
    entry, _ = found(tmp_path, "m.csv", months)
    assert (entry["join"], entry["key"]) == ({"period": ["year", "month"]}, "period")
    assert "join" not in found(tmp_path, "n.csv", "year,months open,boats\n2022,11,4\n2023,12,5\n2024,44,6\n")[0]


def test_a_few_numbers_among_names_make_no_row_of_values(tmp_path: Path) -> None:
    csv = "# Search words\n\nDate,ui,.22 upper,24,shop,bus,boat\n2004-01-01,1,2,3,4,5,6\n2004-02-01,2,3,4,5,6,7\n"
    entry, rules = found(tmp_path, "w.csv", csv)
    assert (entry["header_row"], [*entry["columns"]][:3], rules) == (3, ["Date", "ui", ".22 upper"], [])


def test_spaces_in_a_workbook_fill_no_cell(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Boats", None, None],
        [" ", " ", " "],
        ["island", "boats", "share"],
        ["Ny", 1, 2],
        [" ", None, None],
    ]
    entry, _ = found(tmp_path, "w.xlsx", workbook([*rows, ["Oy", 3, 4]]))
    assert (entry["header_row"], [*entry["columns"]]) == (3, ["island", "boats", "share"])


def test_columns_of_one_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("area,men,women\n,hl,hl\nNy,1,2\nOy,3,4\n")
    (tmp_path / "v.csv").write_text("area,hl,hl\nNy,1,2\nOy,3,4\n")
    assert [any("several columns are called hl" in one for one in look(tmp_path / name, tmp_path).taken) for name in
            ("w.csv", "v.csv")] == [False, True]  # fmt: skip
    assert "several columns are called hl: give each a title: of its own" in look(tmp_path / "v.csv", tmp_path).taken


@pytest.mark.parametrize("cells", [("15 and over", "16 and over"), ("2G mobile network", "3G mobile network")])
def test_names_that_begin_with_a_number_are_words(tmp_path: Path, cells: tuple[str, str]) -> None:
    entry, _ = found(tmp_path, "t.csv", f"what,boats\n{cells[0]},3\n{cells[1]},5\n")
    assert entry["columns"]["what"] is None and entry["key"] == "what"
    entry, _ = found(tmp_path, "u.csv", "what,boats\nNy,3 km\nOy,5 km\n")
    assert entry["columns"]["boats"] == {"type": "integer", "unit": "km"}


def test_a_heading_that_begins_with_a_number_is_no_value(tmp_path: Path) -> None:
    csv = "Drinking,,,\n,1 time or more,Never,Total\n,(in %),(in %),(in %)\nAll,16.5,36,100\nNy,12.5,40,100\n"
    entry, _ = found(tmp_path, "t.csv", csv)
    assert (entry["header_row"], [*entry["columns"]][1]) == ([2, 3], "1 time or more (in %)")


@pytest.mark.parametrize("title", ["", "Table 1: Boats,,\n,,\n"])
@pytest.mark.parametrize("last", ["East,1530,1200", "East,15300,12000", ""])
def test_values_that_look_like_years_are_values(title: str, last: str, tmp_path: Path) -> None:
    for names in ("Area,2019,2020", "Area,Men,Women"):
        csv = f"{title}{names}\nNorth,2100,1300\nSouth,1980,2040\n{last}\n"
        entry, rules = found(tmp_path, "t.csv", csv)
        assert (
            entry["columns"]
            == {
                "Area": None,
                **{name: {"type": "integer"} for name in names.split(",")[1:]},
            }
            and rules == []
        )
        assert entry.get("header_row", 1) == (3 if title else 1) and "end" not in entry


@pytest.mark.parametrize(
    ("upper", "lower", "rows"),
    [
        ("County,2023,,", ",Pupils,Teachers,All", ["Avon,1310,1120,2430", "Kent,2010,2120,4130"]),
        (",2022/23,,2023/24,", "County,Q1,Q2,Q1,Q2", ["Avon,1010,1120,1240,1310", "Kent,2010,2120,2260,2440"]),
        (
            ",Pupils,,Teachers,",
            "County,Number,Rank,Number,Rank",
            ["Avon,1804,2100,1310,2240", "Kent,1750,1104,1100,2850"],
        ),
    ],
)
def test_values_that_look_like_years_below_two_rows_of_names_are_values(
    upper: str, lower: str, rows: list[str], tmp_path: Path
) -> None:
    entry, _ = found(tmp_path, "t.csv", "\n".join([upper, lower, *rows]) + "\n")
    assert entry["header_row"] == [1, 2]


def test_years_are_years_by_their_name_or_as_they_follow_each_other(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("harbour,when,since,cases closed\nNy,2019,1790,1540\nOy,2020,1850,2300\n")
    looked = look(tmp_path / "t.csv", tmp_path)
    types = {name: (one or {}).get("type") for name, one in yaml.safe_load(looked.entry)["t"]["columns"].items()}
    assert types == {"harbour": None, "when": "year", "since": "year", "cases closed": "integer"}
    assert "taken for years: when; for counts write type: integer" in looked.taken


@pytest.mark.parametrize(
    "cell",
    ["300 [p]", "300 (p)", "3000 p", "[low]", "suppressed", "not available", "n/a", "[c] [note 3]", "x", "-", "5*"],
)
def test_a_last_row_of_marks_belongs_to_the_table(cell: str, tmp_path: Path) -> None:
    rows = "".join(f"Area {at},{at * 100},{at}5\n" for at in range(1, 32))
    entry, _ = found(tmp_path, "t.csv", f"area,boats,crew\n{rows}West,{cell},{cell}\n")
    assert "end" not in entry
    noted, _ = found(tmp_path, "n.csv", f"area,boats,crew\n{rows}West,{cell},{cell}\nNot all boats,are counted here,\n")
    assert noted["end"] == 33


def test_a_year_without_any_value_is_one_of_the_wide_ones(tmp_path: Path) -> None:
    for cells in (("[x]", "[x]"), ("..", ".."), (":", "x")):
        csv = f"area,2020,2021,2022,2023,2024\nNy,1,{cells[0]},3,4,5\nOy,5,{cells[1]},7,8,9\n"
        entry, rules = found(tmp_path, "wide.csv", csv)
        assert (entry["unpivot"]["first"], entry["unpivot"]["last"], rules) == ("2020", "2024", [])


def test_columns_of_marks_are_found(tmp_path: Path) -> None:
    csv = "geo;TIME_PERIOD;OBS_VALUE;OBS_STATUS\nDE;2021;12.5;\nDE;2022;13.5;p\nFR;2021;;c\n"
    entry, rules = found(tmp_path, "t.csv", csv)
    assert entry["columns"]["OBS_VALUE"] == {"type": "number", "mark_column": "OBS_STATUS"} and rules == []
    assert [*entry["columns"]] == ["geo", "TIME_PERIOD", "OBS_VALUE"]
    csv = "area,Cases,Cases flag,Deaths,Deaths flag\nNy,12,,3,p\nOy,,c,4,\n"
    entry, _ = found(tmp_path, "u.csv", csv)
    assert [entry["columns"][name]["mark_column"] for name in ("Cases", "Deaths")] == ["Cases flag", "Deaths flag"]
    entry, _ = found(tmp_path, "v.csv", "area,Cases,status\nNy,12,Open\nOy,13,Closed\n")
    assert [*entry["columns"]] == ["area", "Cases", "status"]


def test_rows_that_name_others_become_a_column(tmp_path: Path) -> None:
    csv = "area,boats,crew\nEngland,,\nNy,1,2\nOy,3,4\nWales\nUy,5,6\n"
    entry, rules = found(tmp_path, "t.csv", csv)
    assert (entry["groups"], [*entry["columns"]], rules) == ("group", ["group", "area", "boats", "crew"], [])
    entry, rules = found(tmp_path, "u.csv", "area,boats,crew\nNy,1,2\nOy,,\nUy,5,6\nAy,7,8\n")
    assert "groups" not in entry and rules == ["table-groups"]


def test_the_numbers_of_rows_are_left_out(tmp_path: Path) -> None:
    for rows in ('"","x","y"\n"1","a",3\n"2","b",4\n', ",x,y\n0,a,3\n1,b,4\n"):
        entry, _ = found(tmp_path, "t.csv", rows)
        assert [*entry["columns"]] == ["x", "y"]
    assert [*found(tmp_path, "u.csv", ",x,y\n7,a,3\n9,b,4\n")[0]["columns"]] == ["Column 1", "x", "y"]


def test_units_in_headings_are_taken_and_those_above_told(tmp_path: Path) -> None:
    csv = 'area,Cost (£000s),"Births per 1,000",Share (%)\nNy,12,3.5,0.12\nOy,14,4.5,0.25\n'
    entry, rules = found(tmp_path, "t.csv", csv)
    assert [one and one["unit"] for one in entry["columns"].values()] == [None, "£ thousand", "per 1,000", "%"]
    assert rules == ["wrong-type"]  # whether 0.25 is a share of one
    (tmp_path / "u.csv").write_text("Table 1: Debt,,\n,,£ million\narea,2023,2024\nNy,12,3\nOy,14,4\n")
    above = look(tmp_path / "u.csv", tmp_path)
    assert "row 2 says £ million: taken for the unit of 2023, 2024" in above.taken
    assert above.entry.count('unit: "£ million"') == 2
    (tmp_path / "v.csv").write_text("Table 1: Debt,,\n,,£ million\narea,gross,boats\nNy,12,3\nOy,14,4\n")
    several = look(tmp_path / "v.csv", tmp_path)
    assert "unit:" not in several.entry
    taken = several.taken
    assert 'row 2 says £ million: write unit: "£ million" at the columns that are in it' in taken


def test_years_above_measures_are_found(tmp_path: Path) -> None:
    csv = "Boats\n,2023/24,,2024/25,\narea,Boats,Crew,Boats,Crew\nNy,1,2,3,4\nOy,5,6,7,8\n"
    entry, rules = found(tmp_path, "t.csv", csv)
    assert (entry["header_row"], rules) == ([2, 3], [])
    assert entry["unpivot"] == {
        "first": "2023/24 Boats",
        "last": "2024/25 Crew",
        "names": "period",
        "values": ["Boats", "Crew"],
    }


def test_codes_are_text_and_six_digits_may_be_a_split_year(tmp_path: Path) -> None:
    csv = "time_period,la_code,ZIPCODE,local id,codes found\n201718,202,72756,7,3\n201819,210,72601,8,4\n"
    entry, _ = found(tmp_path, "t.csv", csv)
    assert entry["columns"] == {
        "time_period": {"type": "period"},
        "la_code": None,
        "ZIPCODE": None,
        "local id": None,
        "codes found": {"type": "integer"},
    }


def test_a_file_without_names_is_told(tmp_path: Path) -> None:
    _, rules = found(tmp_path, "t.csv", "2007-02-01,0.0244\n2007-03-01,0.0261\n2007-04-01,0.0216\n")
    assert rules == ["table-column"]
    for names in ("area,2021", "area,1990 Rate", "area,15 and over"):
        assert found(tmp_path, "u.csv", f"{names}\nNy,0.0261\nOy,0.0216\n")[1] == []


def test_numbers_that_count_name_the_columns(tmp_path: Path) -> None:
    weeks = ",".join(map(str, range(1, 9)))
    csv = f"Deaths\n\nWeek,{weeks}\nAll,{','.join(['412'] * 8)}\nMen,{','.join(['205'] * 8)}\n"
    entry, _ = found(tmp_path, "t.csv", csv)
    assert (entry["header_row"], [*entry["columns"]]) == (3, ["Week", *map(str, range(1, 9))])


def test_hidden_columns_are_left_out_and_told(tmp_path: Path) -> None:
    import io

    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    for row in (["area", "boats", "sort"], ["Ny", 1, 7], ["Oy", 2, 9]):
        page.append(row)
    page.column_dimensions["C"].hidden = True
    out = io.BytesIO()
    book.save(out)
    (tmp_path / "h.xlsx").write_bytes(out.getvalue())
    looked = look(tmp_path / "h.xlsx", tmp_path)
    assert "left out: sort, which the workbook hides" in looked.taken
    assert [*yaml.safe_load(looked.entry)["h"]["columns"]] == ["area", "boats"]


def test_names_beside_codes_are_what_readers_see(tmp_path: Path) -> None:
    entry, _ = found(tmp_path, "t.csv", "code,name,boats\nE01,Ny,3\nE02,Oy,4\n")
    assert (entry["key"], entry["label"]) == ("code", "name")
    for csv in ("name,code,boats\nNy,E01,3\nOy,E02,4\n", "code,kind,boats\nE01,Ny,3\nE02,Ny,4\n"):
        assert "label" not in found(tmp_path, "u.csv", csv)[0]


def test_files_of_eurostat_and_oecd(tmp_path: Path) -> None:
    head = "unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \t2022 \n"
    tsv = f"{head}PC,DE\t12.5 \t13.0 p\t: \t14.1 bp\nPC,FR\t12.1 \t13.0 \t: c\t14.2 \n"
    (tmp_path / "t.tsv").write_text(tsv)
    looked = look(tmp_path / "t.tsv", tmp_path)
    (entry,) = yaml.safe_load(looked.entry).values()
    assert (entry["unpivot"]["first"], entry["unpivot"]["last"]) == ("2019", "2022")
    (told,) = looked.problems
    assert told.message == "'value' has the sign 'bp' behind a number, as in '14.1 bp'" and '{"bp": p}' in told.hint
    csv = "LOCATION,TIME,Value,Flag Codes\nAUS,2019,1.5,\nAUS,2020,1.6,E\nAUT,2019,2.5,B\n"
    entry, rules = found(tmp_path, "o.csv", csv)
    assert (entry["columns"]["Value"]["mark_column"], rules) == ("Flag Codes", [])


def test_years_with_a_sign_are_asked_about(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Vuosi,Kunta,Luku\n2019,Ny,653\n2020*,Ny,656\n")
    looked = look(tmp_path / "t.csv", tmp_path)
    assert yaml.safe_load(looked.entry)["t"]["columns"]["Vuosi"] == {"type": "year"}
    (told,) = looked.problems
    assert "has the sign '*' behind a number" in told.message and 'marks: {"*": p}' in told.hint


@pytest.mark.parametrize("heading", ["2024 (p)", "2024-25 (p)", "Q1 2024 (p)", "Boats 2024 (p)", "Mar 2024 (r)"])
def test_the_mark_of_a_heading_with_a_period_is_no_unit(tmp_path: Path, heading: str) -> None:
    entry, rules = found(tmp_path, "h.csv", f"area,Fare (p),{heading}\nNy,3,1250\nOy,4,1405 [p]\n")
    assert entry["columns"] == {
        "area": None,
        "Fare (p)": {"type": "integer", "unit": "p"},
        heading: {"type": "integer"},
    }
    assert rules == []
    said = " ".join(look(tmp_path / "h.csv", tmp_path).taken)
    assert ("if they are in pence, write unit: p" in said) == (heading == "Boats 2024 (p)")


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ("2023-24", "2024-25 (p)", "period"),
        ("2023-24", "2024-25 [r]", "period"),
        ("2023-24", "2024-25 p", "period"),
        ("2023/24", "2024/25 (provisional) [note 1]", "period"),
        ("Q1 2024", "Q2 2024 (forecast)", "period"),
        ("2023", "2024 (est.)", "year"),
        ("3 May 2024", "4 May 2024 (p)", "date"),
    ],
)
def test_periods_with_a_mark_are_periods(tmp_path: Path, first: str, last: str, kind: str) -> None:
    entry, _ = found(tmp_path, "m.csv", f"when,cap\n{first},4\n{last},6\n")
    assert entry["columns"]["when"] == {"type": kind}


@pytest.mark.parametrize(
    ("form", "kind"), [("mmm yyyy", "date"), ("mmm-yy", "date"), ("d mmm yyyy", "date"), ("mmm", None)]
)
def test_dates_that_a_workbook_shows_in_words_are_dates(tmp_path: Path, form: str, kind: str | None) -> None:
    data = workbook([["month", "boats"], [date(2024, 1, 1), 5], [date(2024, 2, 1), 6]], {"A2": form, "A3": form})
    entry, _ = found(tmp_path, "w.xlsx", data)
    assert entry["columns"]["month"] == ({"type": kind} if kind else None)


@pytest.mark.parametrize("cells", ["TRUE,FALSE", "True,False", "true,NA"])
def test_truth_values_of_other_programs(tmp_path: Path, cells: str) -> None:
    one, two = cells.split(",")
    entry, _ = found(tmp_path, "b.csv", f"area,open\nNy,{one}\nOy,{two}\n")
    assert entry["columns"]["open"] == {"type": "boolean"}
    assert found(tmp_path, "n.csv", "area,open\nNy,NA\nOy,NA\n")[0]["columns"].get("open") != {"type": "boolean"}


def test_names_and_years_tell_rows_apart_before_days_do(tmp_path: Path) -> None:
    rows = "2023-08-01,Ny,2023,4\n2023-08-02,Oy,2023,5\n2024-08-01,Ny,2024,4\n2024-08-05,Oy,2024,6\n"
    assert found(tmp_path, "k.csv", f"first_day,nation,year,open\n{rows}")[0]["key"] == ["nation", "year"]
    assert found(tmp_path, "d.csv", "day,open\n2023-08-01,4\n2023-08-02,5\n")[0]["key"] == "day"


@pytest.mark.parametrize(
    ("csv", "end", "kind"),
    [
        ("Year,boats\n2022,1\n2023,2\nTotal,3\n", 3, "year"),
        ("Year,boats\n2022-23,1\n2023-24 (p),2\nAll years,3\n", 3, "period"),
        ("Quarter,boats\n2023 Q1,1\n2023 Q2,2\nTotal,3\nGrand total,3\n\nSource: Office\n", 3, "period"),
    ],
)
def test_a_total_below_years_is_no_row_of_theirs(tmp_path: Path, csv: str, end: int, kind: str) -> None:
    entry, rules = found(tmp_path, "y.csv", csv)
    assert (entry["end"], entry["key"], rules) == (end, csv.split(",")[0], [])
    assert entry["columns"][entry["key"]] == {"type": kind}
    assert any("which is no year or period" in line for line in look(tmp_path / "y.csv", tmp_path).taken)


def test_a_total_below_years_and_quarters_hides_neither(tmp_path: Path) -> None:
    entry, _ = found(tmp_path, "q.csv", "Year,Quarter,boats\n2023,Q1,1\n,Q2,2\n2024,Q1,3\nTotal,,6\n")
    assert (entry["join"], entry["key"], entry["end"]) == ({"period": ["Year", "Quarter"]}, "period", 4)


@pytest.mark.parametrize("sign", ["Inf", "-Inf", "∞"])
def test_what_is_infinite_is_a_row_and_asked_about(tmp_path: Path, sign: str) -> None:
    (tmp_path / "i.csv").write_text(f"area,rate\nNy,1\nOy,{sign}\n")
    looked = look(tmp_path / "i.csv", tmp_path)
    (problem,) = looked.problems
    assert problem.rule == "cell-mark" and f'marks: {{"{sign}": x}}' in problem.hint and "end:" not in looked.entry


def test_numbers_with_signs_of_notes_name_no_columns(tmp_path: Path) -> None:
    entry, rules = found(tmp_path, "s.csv", "area,boats\nNy,52*\nOy,20†\nUy,7\n\n* Licensed.\n† Counted in May.\n")
    assert "header_row" not in entry and entry["columns"]["boats"] == {"type": "integer"} and rules == []
    assert entry["note"] == "Ny (boats): Licensed. Oy (boats): Counted in May."


def test_a_note_of_the_title_that_stands_elsewhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("Boats [note 1]\n\narea,boats,crew\nNy,52,1\nOy,20,3\n")
    looked = look(tmp_path / "n.csv", tmp_path)
    assert "  title: Boats\n" in looked.entry and any("the [note 1] of the title" in line for line in looked.taken)


def test_rows_that_tell_of_the_columns_are_left_out(tmp_path: Path) -> None:
    csv = ",Boats,Crew\nUnit,000,000\nSeries ID,A1,A2\nFeb-1978,6.5,3\nMar-1978,6.1,4\nApr-1978,6.2,5\nMay-1978,6.3,6\n"
    entry, rules = found(tmp_path, "series.csv", csv)
    assert (entry["start"], entry["columns"]["Boats"], rules) == (4, {"type": "number"}, [])
    assert any("row 4" in one for one in look(tmp_path / "series.csv", tmp_path).taken)
    words = csv.replace("Apr-1978", "Spring")
    assert "start" not in found(tmp_path, "words.csv", words)[0]


def test_columns_of_sdmx_that_tell_of_the_file_are_left_out(tmp_path: Path) -> None:
    row = "X:Y(1.0),12/03/25 23:00:00,A"
    csv = f"DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n{row},AT,2019,1.5,p\n{row},BE,2019,,c\n"
    entry, rules = found(tmp_path, "x.csv", csv)
    assert [*entry["columns"]] == ["freq", "geo", "TIME_PERIOD", "OBS_VALUE"] and rules == []
    assert entry["columns"]["OBS_VALUE"] == {"type": "number", "mark_column": "OBS_FLAG"}


def test_dimensions_in_one_column_are_columns_of_their_own(tmp_path: Path) -> None:
    text = "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \t2022 \nA,PC,AT\t12.3 \t12.5 p\t: \t13.1 b\n"
    entry, rules = found(tmp_path, "x.tsv", text + "A,PC,BE\t10.1 \t: c\t11.2 e\t11.0 \n")
    assert ([*entry["columns"]], rules) == (["freq", "unit", "geo", "year", "value"], [])
    assert (entry["key"], entry["columns"]["value"]) == (["geo", "year"], {"type": "number"})


def test_a_word_among_dates_makes_text_of_them_and_is_told(tmp_path: Path) -> None:
    csv = "bill,date\nA,5 May 2025\nB,6 May 2025\nC,after 3 May 2025\nD,1 June 2025\n"
    entry, _ = found(tmp_path, "bills.csv", csv)
    assert entry["columns"]["date"] is None
    said = look(tmp_path / "bills.csv", tmp_path).taken
    assert "taken for text, though most of its cells are dates or periods: date (for 'after 3 May 2025')" in said


@pytest.mark.parametrize(
    "rows",
    [
        ["Project,Start", "Leeds,Q4 2023", "Hull,01/04/2024", "Bath,03/05/2024"],
        ["Project,Start,End,Cost", "Leeds,Q4 2023,2025/26,40", "Hull,01/04/2024,30/09/2024,5"],
        [
            "Project,Phase,Start,End,Cost",
            "A,X,Q1 2023,Q3 2023,2.5",
            "A,Y,Q4 2023,2025/26,40",
            "B,X,01/04/2024,May 2024,5",
        ],
        ["Project,Start", "Leeds,March 2024", "Hull,Q1 2024", "Bath,2023/24"],
        ["Member,Term", "Smith,2019-20", "Jones,5 July 2024", "Lee,4 May 2023"],
    ],
)
def test_a_first_row_with_a_period_is_no_part_of_the_header(tmp_path: Path, rows: list[str]) -> None:
    entry, _ = found(tmp_path, "projects.csv", "\n".join(rows))
    assert "header_row" not in entry and [*entry["columns"]] == rows[0].split(",")
    said = look(tmp_path / "projects.csv", tmp_path).taken
    assert said[0].endswith(f"the names stand in row 1, and {len(rows) - 1} rows below")


@pytest.mark.parametrize("cells", ["<5,~10", "40 [1],½", "12 [p],10 (r)", "≥100,12"])
def test_a_first_row_of_numbers_with_signs_is_no_part_of_the_header(tmp_path: Path, cells: str) -> None:
    entry, _ = found(tmp_path, "cases.csv", f"Region,Cases,Size\nNorth,{cells}\nSouth,12,20\nWest,13,20\n")
    assert "header_row" not in entry


@pytest.mark.parametrize(
    "rows",
    [
        ["Table 1,,,", "Region,<5,5-9,10+", "North,12,10,3", "South,12,20,4"],
        [",Men,,Women,", "Region,<5,5-9,<5,5-9", "North,12,10,3,1", "South,12,20,4,1"],
    ],
)
def test_ages_name_columns(tmp_path: Path, rows: list[str]) -> None:
    entry, _ = found(tmp_path, "ages.csv", "\n".join(rows))
    assert entry["header_row"] in (2, [1, 2])


@pytest.mark.parametrize(
    "rows",
    [
        [",Boats,,Crew,", "Island,2023/24,2024/25,2023/24,2024/25", "Ny,1,2,3,4", "Oy,5,6,7,8"],
        [",Boats,Crew", "Island,2023,2024", "Ny,2100,1987", "Oy,1950,2021"],
    ],
)
def test_a_lower_row_of_names_is_one(tmp_path: Path, rows: list[str]) -> None:
    entry, _ = found(tmp_path, "boats.csv", "\n".join(rows))
    assert entry["header_row"] == [1, 2]


def test_dates_beside_periods_are_told(tmp_path: Path) -> None:
    found(tmp_path, "mixed.csv", "a,start\nX,Q4 2023\nY,01/04/2024\nZ,13/05/2024\n")
    said = look(tmp_path / "mixed.csv", tmp_path).taken
    assert "taken for text, since it has dates and periods: start (for 'Q4 2023')" in said


STACKED: list[list[Any]] = [
    ["Table 4a: Homes"],
    ["Region", "Homes", "Beds"],
    ["North", 10, 200],
    ["South", 20, 410],
    ["Table 4b: Staff"],
    ["Region", "Staff", "Vacancies"],
    ["North", 100, 5],
    ["South", 220, 9],
    ["Total", 320, 14],
]
SIDES: list[list[Any]] = [
    ["Fares", None, None, None, "Passes"],
    ["Zone", "Single", "Return", None, "Zone", "Passes"],
    ["1", 2.5, 4, None, "1", 1200],
    ["2", 3.1, 5.2, None, "2", 800],
    ["3", 3.8, 6.9, None, None, None],
]


@pytest.mark.parametrize("gap", [0, 1, 2])
def test_a_table_has_its_own_title_and_the_other_one_is_told(tmp_path: Path, gap: int) -> None:
    book = workbook([*STACKED[:4], *[[None]] * gap, *STACKED[4:]])
    entry, _ = found(tmp_path, "homes.xlsx", book)
    assert (entry["title"], entry["header_row"]) == ("Table 4b: Staff", 6 + gap)
    said = look(tmp_path / "homes.xlsx", tmp_path).taken
    assert "another table stands in the sheet 'Data': give it an entry of its own, with range: A2:C4" in said


def test_tables_side_by_side_are_two(tmp_path: Path) -> None:
    entry, _ = found(tmp_path, "fares.xlsx", workbook(SIDES))
    assert (entry["title"], entry["range"], [*entry["columns"]]) == ("Fares", "A2:C5", ["Zone", "Single", "Return"])
    said = look(tmp_path / "fares.xlsx", tmp_path).taken
    assert said[0].endswith("the names stand in row 2, and 3 rows below")
    assert "another table stands in the sheet 'Data': give it an entry of its own, with range: E2:F4" in said


def test_an_empty_column_alone_parts_no_table(tmp_path: Path) -> None:
    csv = "Region,Homes,,Beds,Rooms\nNorth,10,,200,3\nSouth,20,,410,4\n"
    entry, _ = found(tmp_path, "homes.csv", csv)
    assert "range" not in entry and [*entry["columns"]] == ["Region", "Homes", "Beds", "Rooms"]


def test_words_beside_a_table_are_none_of_their_own(tmp_path: Path) -> None:
    csv = "Region,Homes,,Kind,Remark\nNorth,10,,A,few\nSouth,20,,B,many\n"
    assert "range" not in found(tmp_path, "homes.csv", csv)[0]


def test_what_all_rows_say_is_no_key(tmp_path: Path) -> None:
    head = "FLOW,FREQ,UNIT,SEX,AGE,KIND,PLACE,NAME,TIME_PERIOD,OBS_VALUE\n"
    rows = [f"X,A,P,T,ALL,n,{place},Isle {place},{year},{year - 2000}.5\n" for place in "NO" for year in (2020, 2021)]
    entry, _ = found(tmp_path, "flow.csv", head + "".join(rows))
    assert entry["key"] == ["PLACE", "TIME_PERIOD"]


def test_headings_for_programs_are_told(tmp_path: Path) -> None:
    found(tmp_path, "flow.csv", "geo,TIME_PERIOD,OBS_VALUE\nA,2020,1.5\nB,2020,2.5\n")
    said = "headings for programs, printed as they are: {}; give each a title: for readers"
    assert said.format("geo, TIME_PERIOD, OBS_VALUE") in look(tmp_path / "flow.csv", tmp_path).taken
    found(tmp_path, "wide.csv", "Area,2020,2021,2022,2023\nNy,1,2,3,4\nOy,5,6,7,8\n")
    assert said.format("year, value") in look(tmp_path / "wide.csv", tmp_path).taken


@pytest.mark.parametrize("names", ["2023/24 Q{}", "Q{} 2023/24", "2023-24 Q{}"])
def test_quarters_of_a_financial_year_are_periods(tmp_path: Path, names: str) -> None:
    head = ",".join(["Region", *(names.format(number) for number in range(1, 5))])
    entry, _ = found(tmp_path, "rate.csv", f"{head}\nNorth,66.1,66.4,66.8,67.2\nSouth,60.4,60.6,60.9,61.0\n")
    first, last = names.format(1), names.format(4)
    assert entry["unpivot"] == {"first": first, "last": last, "names": "period", "values": "value"}
    assert entry["key"] == ["Region", "period"] and entry["columns"]["period"] == {"type": "period"}


def test_financial_years_above_quarters_become_one_column(tmp_path: Path) -> None:
    csv = "Region,2023/24,,,,2024/25,,,\n,Q1,Q2,Q3,Q4,Q1,Q2,Q3,Q4\nNorth,1,2,3,4,5,6,7,8\nSouth,2,3,4,5,6,7,8,9\n"
    entry, _ = found(tmp_path, "rate.csv", csv)
    assert entry["header_row"] == [1, 2] and entry["unpivot"]["values"] == "value"
    assert (entry["unpivot"]["first"], entry["unpivot"]["last"]) == ("2023/24 Q1", "2024/25 Q4")


@pytest.mark.parametrize(
    ("csv", "rows"),
    [
        ("Year,Fines\n2022,501\n2023,402\n2024,1303\n", 3),
        ("Port,Boats\nNy,57106\nOy,3132\nUl,5448\nVe,1910\n", 4),
        ("Port,Boats,Rafts\nNy,603,4\nOy,402,5\nUl,2024,\n", 3),
        ("Port,Boats\nNy,603\nOy,402\n\nUl,2999\n", 3),
        ("Port,Boats\nNy,603\nOy,402\nSource: Harbour office, 2024\n", 2),
        ("Port,Boats,Rafts\nNy,603,4\nOy,402,5\n\nHarbour office, 2024\n", 2),
    ],
)
def test_a_last_number_that_looks_like_a_year_is_one_of_the_table_unless_its_row_is_a_note(
    tmp_path: Path, csv: str, rows: int
) -> None:
    (tmp_path / "boats.csv").write_text(csv)
    looked = look(tmp_path / "boats.csv", tmp_path)
    assert f"and {rows} rows below" in looked.taken[0] and looked.problems == ()
    assert ("end:" in looked.entry) == ("office" in csv)


@pytest.mark.parametrize(
    "first",
    [
        "Ny,Ann,n/a", "Ny,Ann,few", "Ny,Ann,about 12", '"Ny","Ann","approx. 1,200"', "Ny,Ann,12.5 (est.)", "Ny,Ann,nil",
        "Ny,nil,nil", "Ny,*,*", "Ny,Ann,c. 2016", "Ny,,unknown", "Ny,Ann,120-", "Ny,Ann,by 3 May 2027",
    ],
)  # fmt: skip
def test_a_first_row_of_words_below_a_full_row_of_names_is_data(tmp_path: Path, first: str) -> None:
    (tmp_path / "boats.csv").write_text(f"Port,Lead,Boats\n{first}\nOy,Bob,13\nUl,Cat,11\n")
    looked = look(tmp_path / "boats.csv", tmp_path)
    assert looked.taken[0] == "boats.csv: the names stand in row 1, and 3 rows below"
    hint = "if it names the columns too, write header_row: [1, 2]"
    assert f"row 2 has no plain number or date, and is taken for data: {hint}" in looked.taken


@pytest.mark.parametrize(
    "csv",
    [
        ",Boats,,Rafts,\nPort,New,Old,New,Old\nNy,1,2,3,4\nOy,2,3,4,5\n",
        "Port,Boats,Boats\nPort,New,Old\nNy,1,2\nOy,2,3\n",
        "Port,Boats,Rafts\n,New,Old\nNy,1,2\nOy,2,3\n",
        "Port,Grant,Staff\n(code),£m,FTE\nNy,1,2\nOy,2,3\n",
    ],
)
def test_a_second_row_of_names_is_one_where_the_first_leaves_room_for_it(tmp_path: Path, csv: str) -> None:
    (tmp_path / "boats.csv").write_text(csv)
    looked = look(tmp_path / "boats.csv", tmp_path)
    assert looked.taken[0] == "boats.csv: the names stand in rows 1, 2, and 2 rows below"
    assert not any("taken for data" in one for one in looked.taken)


@pytest.mark.parametrize("names", ["2023-24,2024-25", "2009-10,2010-11", "2024-05,2024-06", "1 May 2024,1 May 2025"])
@pytest.mark.parametrize("more", ["", "Change"])
@pytest.mark.parametrize("title", ["Table 1: Grants\n\n", "Table 1: Grants\n£ million\n", "Updated,2024-01-25\n\n", ""])
def test_two_years_or_dates_below_a_title_name_columns(tmp_path: Path, title: str, names: str, more: str) -> None:
    end = ",1" if more else ""
    head = f"Port,{names}{',' * bool(more)}{more}"
    csv = f"{title}{head}\nNy,12.51,13.2{end}\nOy,10.13,11.4{end}\n"
    entry, rules = found(tmp_path, "grants.csv", csv)
    assert list(entry["columns"]) == head.split(",") and rules == []
    assert entry.get("header_row", 1) == csv.splitlines().index(head) + 1


def test_two_dates_in_the_first_row_of_data_below_a_title_are_data(tmp_path: Path) -> None:
    csv = "Table 1: Ports\n\nPort,Opened,Closed\nNy,3 May 2024,4 May 2025\nOy,5 May 2024,6 May 2025\n"
    entry, _ = found(tmp_path, "ports.csv", csv)
    assert (entry["header_row"], list(entry["columns"])) == (3, ["Port", "Opened", "Closed"])


def test_two_years_name_columns_above_rows_in_groups(tmp_path: Path) -> None:
    csv = "Grants,,\n,,\nPort,2023-24,2024-25\nOld ports,,\nNy,12.5,13\nOy,10,11\nNew ports,,\nUl,1,2\nVe,2,3\n"
    entry, rules = found(tmp_path, "grants.csv", csv)
    assert (entry["header_row"], entry["groups"], rules) == (3, "group", [])
    assert list(entry["columns"]) == ["group", "Port", "2023-24", "2024-25"]


@pytest.mark.parametrize("second", ["2024/25", "2024/25 (p)", "2024/25 [r]", "2024/25p"])
@pytest.mark.parametrize("parts", ["Q1,Q2", "Q1,Q2,Q3,Q4", "Q1,Q2,Total", "H1,H2,Full year"])
def test_all_years_above_quarters_become_rows(tmp_path: Path, second: str, parts: str) -> None:
    names = parts.split(",")
    blank, row = "," * len(names), ",".join("1" * len(names))
    (tmp_path / "t.csv").write_text(f"Port,2023/24{blank}{second}{blank[1:]}\n,{parts},{parts}\nNy,{row},{row}\n")
    looked = look(tmp_path / "t.csv", tmp_path)
    (entry,) = yaml.safe_load(looked.entry).values()
    totals = [f"{year} {name}" for year in ("2023/24", second) for name in names if len(name) > 2]
    assert list(entry["columns"]) == ["Port", "period", "value"] and looked.problems == ()
    assert f"and {2 * len(names) - len(totals)} row" in looked.taken[0]
    told = f"left out: {', '.join(totals)}, the parts of which become rows"
    assert (told in looked.taken) == bool(totals)


def test_a_total_beside_years_that_become_rows_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Port,2020,2021,2022,2023,Total\nNy,1,2,3,4,10\nOy,2,3,4,5,14\n")
    looked = look(tmp_path / "t.csv", tmp_path)
    (entry,) = yaml.safe_load(looked.entry).values()
    assert list(entry["columns"]) == ["Port", "year", "value"]
    assert "left out: Total, the parts of which become rows" in looked.taken


@pytest.mark.parametrize(("years", "kind"), [(("2023/24", "2024/25"), "period"), (("2023", "2024"), "year")])
def test_years_in_their_first_quarters_alone_hold_for_groups_of_any_size(
    tmp_path: Path, years: tuple[str, str], kind: str
) -> None:
    csv = f"Year,Q,Boats\n{years[0]},Q1,1\n,Q2,2\n,Q3,3\n,Q4,4\n{years[1]},Q1,5\n,Q2,6\n"
    entry, rules = found(tmp_path, "boats.csv", csv)
    assert entry["columns"]["Year"] == {"type": kind, "fill": True} and rules == []
    assert entry["key"] == ["Year", "Q"]


@pytest.mark.parametrize("when", ["2025-05-03", "3 May 2025", "2025 Q2"])
def test_a_note_of_a_date_is_said_of_its_row_and_column(tmp_path: Path, when: str) -> None:
    csv = f"Port,Opened,Boats\nNy,{when}*,3\nOy,{when},5\n* Expected,,\n"
    entry, _ = found(tmp_path, "ports.csv", csv)
    assert entry["note"] == "Ny (Opened): Expected."


def test_the_column_of_groups_is_told_among_the_headings_for_programs(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Port,Boats\nOld ports:,\nNy,1\nOy,2\nNew ports:,\nUl,3\nVe,4\n")
    looked = look(tmp_path / "t.csv", tmp_path)
    assert "headings for programs, printed as they are: group; give each a title: for readers" in looked.taken


@pytest.mark.parametrize(("last", "count"), [("1024", True), ('"1,024"', True), ("7", False)])
def test_a_count_below_shares_is_no_share(tmp_path: Path, last: str, *, count: bool) -> None:
    (tmp_path / "t.csv").write_text(f"Answer,2023\nYes,45%\nNo,50%\nOther,5%\nBase,{last}\n")
    (problem,) = look(tmp_path / "t.csv", tmp_path).problems
    advice = f"if {last.strip(chr(34))} counts, as a base does, leave its row out: end: with the row above it; "
    assert problem.hint == f'{advice * count}if they all are in it, write unit: "%"'


@pytest.mark.parametrize(
    ("title", "column", "written"),
    [
        ("Ferries, 000s", "Crossings", "unit: thousand"),
        ("Fuel bought (£m)", "Fuel", 'unit: "£m"'),
        ("Fares (p)", "Fares", ""),
        ("Fuel bought (£m)", "Price per litre", ""),
        ("Ferries, 000s", "Rank", ""),
    ],
)
def test_the_unit_of_a_title_is_that_of_the_only_numbers(tmp_path: Path, title: str, column: str, written: str) -> None:
    (tmp_path / "t.csv").write_text(f'"{title}",\nPort,{column}\nNy,12\nOy,14\nUy,31\n', encoding="utf-8")
    entry = look(tmp_path / "t.csv", tmp_path).entry
    assert written in entry and ("unit:" in entry) == bool(written)
