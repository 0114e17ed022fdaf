"""Columns that become rows, and columns that are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from reportgen.problems import ReportError
from reportgen.source.model import Briefing, Scalar
from tests.sheets.test_workbooks import workbook

Read = Callable[[Mapping[str, str | bytes]], Briefing]
Faults = Callable[[Mapping[str, str | bytes]], list[str]]
COLUMNS = "  columns:\n    Year: {}\n    period: {type: period}\n    boats: {type: integer}\n"
ENTRY = "t:\n  file: t.csv\n  key: period\n  join: {period: [Year, Part]}\n"


@pytest.mark.parametrize(
    ("part", "rows", "like"),
    [
        ("Quarter", "2023,Q4,1\n2024,Q1,2\n", "2023,Q4 2023,1\n2024,Q1 2024,2\n"),
        ("Quarter", "2023,4,1\n2024,1,2\n", "2023,Q4 2023,1\n2024,Q1 2024,2\n"),
        ("Quarter", "2023/24,4,1\n2024/25,1,2\n", "x,2023/24 Q4,1\nx,2024/25 Q1,2\n"),
        ("Month", "2023,12,1\n2024,1,2\n", "x,2023-12,1\nx,2024-01,2\n"),
        ("Month", "2023,December,1\n2024,Jan,2\n", "x,2023-12,1\nx,2024-01,2\n"),
        ("Week number", "2023,9,1\n2024,12,2\n", "x,2023-W09,1\nx,2024-W12,2\n"),
        ("Half", "2023,1,1\n,2,2\n", "x,2023 H1,1\nx,2023 H2,2\n"),
        ("Quarter", "2023,Q3,1\n,Q4,1\n2024,Q1,2\n", "x,2023 Q3,1\nx,2023 Q4,1\nx,2024 Q1,2\n"),
    ],
)
def test_a_year_and_its_part_are_a_period(read: Read, part: str, rows: str, like: str) -> None:
    table = "t:\n  file: t.csv\n  key: p\n  columns:\n    p: {type: period}\n    boats: {type: integer}\n"
    one = read({"data/tables.yaml": table, "data/t.csv": f"x,p,boats\n{like}"}).tables["t"]
    other = (ENTRY + COLUMNS).replace("Part", part)
    found = read({"data/tables.yaml": other, "data/t.csv": f"Year,{part},boats\n{rows}"}).tables["t"]
    wanted = [row.value("p") for row in one.rows]
    spans: list[Scalar] = [row.value("period") for row in found.rows]
    assert [(str(span), getattr(span, "kind", "")) for span in spans] == [
        (str(span), getattr(span, "kind", "")) for span in wanted
    ]


def test_a_cell_of_a_joined_column_stands_where_its_first_part_does(read: Read) -> None:
    entry = ENTRY + COLUMNS
    briefing = read({"data/tables.yaml": entry, "data/t.csv": "Year,Part,boats\n2024,Q1,2\n"})
    cells = briefing.tables["t"].rows[0].cells
    assert [(cells[name].text, cells[name].place.column) for name in ("Year", "period", "boats")] == [
        ("2024", 1),
        ("2024 Q1", 1),
        ("2", 9),
    ]


def test_a_joined_column_stands_before_the_first_of_its_parts(read: Read) -> None:
    columns = "  columns:\n    boats: {type: integer}\n    area: {}\n    period: {type: period}\n    Part: {}\n"
    briefing = read({"data/tables.yaml": ENTRY + columns, "data/t.csv": "area,Year,Part,boats\nNy,2024,Q1,2\n"})
    assert [column.name for column in briefing.tables["t"].columns] == ["area", "period", "Part", "boats"]


def test_a_workbook_has_joined_columns_too(read: Read) -> None:
    entry = (ENTRY + COLUMNS).replace("t.csv", "t.xlsx").replace("Part", "Quarter")
    rows: list[list[object]] = [["Year", "Quarter", "boats"], [2024, 1, 5], [None, 2, 6]]
    table = read({"data/tables.yaml": entry, "data/t.xlsx": workbook(rows)}).tables["t"]
    assert [row.cells["period"].text for row in table.rows] == ["2024 Q1", "2024 Q2"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            ENTRY.replace("Part", "Prat") + COLUMNS,
            "sources/paper/data/tables.yaml:4:25: error: the table 't' has no column 'Prat' [table-column]",
        ),
        (
            "t:\n  file: t.csv\n  columns:\n    Part: {type: period}\n",
            "sources/paper/data/t.csv:2:6: error: 'Part' must be a period, not 'Q1' [bad-date]",
        ),
    ],
)
def test_faults_say_what_to_write(read: Read, entry: str, message: str) -> None:
    with pytest.raises(ReportError) as caught:
        read({"data/tables.yaml": entry, "data/t.csv": "Year,Part,boats\n2024,Q1,2\n"})
    assert len(caught.value.problems) == 1 and str(caught.value.problems[0]).splitlines()[0] == message
    hint = "if the year stands in another column, put the two together: join: {period: [Year, Quarter]}"
    assert caught.value.problems[0].hint in (hint, "did you mean 'Part'?")


WIDE = "area,2020,2021\nNy,1,2\nOy,3,4\n"


@pytest.mark.parametrize(
    ("names", "columns", "told", "hint"),
    [
        (
            "names: area, values: n",
            "area: {}\n    n: {type: integer}",
            "2:49: error: the file has a column 'area' already [table-column]",
            "give the new one another name",
        ),
        (
            "names: year, values: n",
            "area: {}\n    year: {type: year}",
            "2:63: error: 'n' is made here, and columns: does not use it [table-column]",
            "add it to columns: n: {…}",
        ),
        (
            "names: year, values: n",
            'year: {type: year}\n    n: {type: integer}\n    "2020": {type: integer}',
            "6:6: error: the column '2020' has become rows [table-column]",
            "its values are in the column n",
        ),
    ],
)
def test_what_unpivot_makes_is_new_and_used(read: Read, names: str, columns: str, told: str, hint: str) -> None:
    entry = f't:\n  unpivot: {{first: "2020", last: "2021", {names}}}\n  columns:\n    {columns}\n'
    with pytest.raises(ReportError) as caught:
        read({"data/tables.yaml": entry, "data/t.csv": WIDE})
    lines = [str(problem).replace("sources/paper/data/tables.yaml:", "") for problem in caught.value.problems]
    assert [line.splitlines() for line in lines] == [[told, f"  hint: {hint}"]]


def test_a_bad_cell_of_a_wide_row_counts_once(read: Read) -> None:
    entry = 't:\n  unpivot: {first: "2020", last: "2021", names: year, values: n}\n  columns:\n'
    entry += "    area: {type: integer}\n    year: {type: year}\n    n: {type: integer}\n"
    with pytest.raises(ReportError) as caught:
        read({"data/tables.yaml": entry, "data/t.csv": WIDE})
    assert [problem.message for problem in caught.value.problems] == [
        "'area' must be a whole number, not 'Ny' (and 1 more cell)"
    ]


def test_years_above_measures_become_rows_with_a_column_for_each(read: Read) -> None:
    for head in (",2023,,2024 [p],\narea,Boats,Crew,Boats,Crew", ",Boats,,Crew,\narea,2023,2024 [p],2023,2024 [p]"):
        cells = "1,2,3,4" if ",2023," in head.split("\n")[0] else "1,3,2,4"
        names = head.split("\n")
        first, last = ("2023 Boats", "2024 [p] Crew") if names[0][1] == "2" else ("Boats 2023", "Crew 2024 [p]")
        wide = f"first: '{first}', last: '{last}', names: year, values: [Boats, Crew]"
        columns = "area: , year: {type: year}, Boats: {type: integer}, Crew: {type: integer}"
        entry = f"t: {{header_row: [1, 2], unpivot: {{{wide}}}, key: [area, year], columns: {{{columns}}}}}\n"
        table = read({"data/tables.yaml": entry, "data/t.csv": f"{head}\nNy,{cells}\n"}).tables["t"]
        found = [[cell.value for cell in row.cells.values()] for row in table.rows]
        assert found == [["Ny", 2023, 1, 2], ["Ny", 2024, 3, 4]]
        assert [row.cells["Crew"].mark for row in table.rows] == [None, "p"]


def test_a_year_without_one_of_the_measures_has_none(read: Read) -> None:
    entry = (
        "t: {unpivot: {first: 2023 Boats, last: 2024 Boats, names: year, values: [Boats, Crew]},"
        " columns: {area: , year: {type: year}, Boats: {type: integer}, Crew: {type: integer}}}\n"
    )
    csv = "area,2023 Boats,2023 Crew,2024 Boats\nNy,1,2,3\n"
    rows = read({"data/tables.yaml": entry, "data/t.csv": csv}).tables["t"].rows
    assert [[cell.value for cell in row.cells.values()] for row in rows] == [["Ny", 2023, 1, 2], ["Ny", 2024, 3, None]]


def test_a_header_of_two_rows_is_told_where_one_of_them_is_named(faults: Faults) -> None:
    entry = (
        "t: {header_row: [2, 3], unpivot: {first: '2023', last: '2024', names: year, values: n},"
        " columns: {area: , year: {type: year}, n: {type: integer}}}\n"
    )
    csv = "Title\n,2023,,2024,\narea,Boats,Crew,Boats,Crew\nNy,1,2,3,4\n"
    found = faults({"data/tables.yaml": entry, "data/t.csv": csv})
    assert [one.partition(": error: ")[2] for one in found] == [
        "the table 't' has no column '2023' [table-column]",
        "the table 't' has no column '2024' [table-column]",
    ]
    strange = (
        entry.replace("'2023'", "2023 Boats").replace("'2024'", "2024 Crew").replace("values: n", "values: [n, m]")
    )
    (told,) = faults({"data/tables.yaml": strange.replace("n: {", "m: , n: {"), "data/t.csv": csv})
    assert "the name of the column '2023 Boats' does not begin or end with one of n, m" in told


def test_marks_beside_each_year_without_a_heading(read: Read) -> None:
    entry = (
        "t: {unpivot: {first: '2022', last: '2024', names: year, values: n},"
        " columns: {geo: , year: {type: year}, n: {type: number}}}\n"
    )
    csv = "geo,2022,,2023,,2024,\nBE,12.5,,13,b,14,p\nBG,:,,13,,,c\n"
    rows = read({"data/tables.yaml": entry, "data/t.csv": csv}).tables["t"].rows
    cells = [row.cells["n"] for row in rows]
    assert [cell.mark for cell in cells] == [None, "b", "p", "x", None, "c"]
    assert [cell.value for cell in cells] == [12.5, 13, 14, None, 13, None]


@pytest.mark.parametrize("sign", ["(p)", "[p]", "(provisional)", "p"])
@pytest.mark.parametrize(("total", "more"), [("", ""), (",Total", ",99"), (",Full year", ",99"), (",All", ",99")])
def test_years_above_quarters_become_rows_with_their_marks_and_without_their_totals(
    read: Read, sign: str, total: str, more: str
) -> None:
    blank = "," * (1 + bool(total))
    csv = f"Port,2023/24{blank},2024/25 {sign}{blank}\n,Q1,Q2{total},Q1,Q2{total}\nNy,1,2{more},3,4{more}\n"
    last = f"2024/25 {sign} {total.strip(',') or 'Q2'}"
    wide = f'  unpivot: {{first: "2023/24 Q1", last: "{last}", names: quarter, values: n}}\n'
    entry = f"t:\n  file: t.csv\n  header_row: [1, 2]\n{wide}"
    columns = "  columns:\n    Port:\n    quarter: {type: period}\n    n: {type: integer}\n"
    found = read({"data/tables.yaml": entry + columns, "data/t.csv": csv}).tables["t"]
    assert [(row.cells["quarter"].text, row.cells["n"].text, row.cells["n"].mark) for row in found.rows] == [
        ("2023/24 Q1", "1", None), ("2023/24 Q2", "2", None), ("2024/25 Q1", "3", "p"), ("2024/25 Q2", "4", "p"),
    ]  # fmt: skip
