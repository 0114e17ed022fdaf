"""Columns that become rows, and columns that are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from reportgen.problems import ReportError
from reportgen.source.model import Briefing, Scalar
from tests.sheets.test_workbooks import workbook

Read = Callable[[Mapping[str, str | bytes]], Briefing]
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
