"""`reportgen table` on sheets as offices lay them out: several tables, rows that tell of columns, legends, titles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_table_offices import looked
from tests.sheets.test_workbooks import workbook


def test_of_tables_of_one_size_the_first_is_taken(tmp_path: Path) -> None:
    rows: list[list[Any]] = []
    for title, count in (("All", 5), ("Men", 4), ("Women", 5)):
        rows += [
            [f"Crews: {title}"],
            [],
            ["Port", "Sea", "Shore"],
            *([f"P{at}", at, at] for at in range(count)),
            [],
            [],
        ]
    found, entry = looked(tmp_path, workbook(rows))
    assert (entry["title"], entry["header_row"], entry["end"]) == ("Crews: All", 3, 8)
    assert "range: A13:C17, range: A22:C27" in " ".join(found.taken)


def test_columns_beyond_the_names_are_asked_for(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Group", "Section"], *([at, "A", f"Fish {at}", at + 0.5] for at in range(1, 6))]
    found, entry = looked(tmp_path, workbook(rows))
    assert [*entry["columns"]] == ["Group", "Section", "Column C", "Column D"]
    assert [problem.message for problem in found.problems] == [
        "the column 'Column C' has no name in the sheet 'Data'",
        "the column 'Column D' has no name in the sheet 'Data'",
    ]


def test_a_remark_beside_few_rows_is_no_column(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Port", "Boats"], ["Ny", 4, "see below"], ["Oy", 5], ["Ay", 6], ["Ey", 7]]
    _, entry = looked(tmp_path, workbook(rows))
    assert [*entry["columns"]] == ["Port", "Boats"]


def test_a_row_that_names_the_times_and_a_legend_below_are_no_data(tmp_path: Path) -> None:
    head: list[list[Any]] = [
        ["Data extracted on 06/01/2025 18:10:04 from [SEA]"],
        ["Dataset:", "Boats by port – monthly data [sea_m]"],
        [],
        ["PORT (Labels)", "Ny", "Oy"],
        ["TIME"],
    ]
    data: list[list[Any]] = [[f"2024-{month:02d}", 4.5, ":"] for month in range(1, 10)]
    legend: list[list[Any]] = [[], ["Special value"], [":", "not available"]]
    found, entry = looked(tmp_path, workbook([*head, *data, *legend]))
    assert (entry["title"], entry["start"], entry["end"]) == ("Boats by port – monthly data", 6, 14)
    assert "groups" not in entry
    assert found.problems == ()


@pytest.mark.parametrize("first", [None, "Port"])
def test_numbers_of_columns_that_begin_again_are_no_data(tmp_path: Path, first: str | None) -> None:
    head: list[list[Any]] = [
        [None, "Men", None, None, "Women", None, None],
        [first, "All", "Sea", "Shore", "All", "Sea", "Shore"],
        [None, 1, 2, 3, 1, 2, 3],
    ]
    data: list[list[Any]] = [[f"Port {name}", *(at * 10 for at in range(6))] for name in ("Ny", "Oy", "Ay")]
    found, entry = looked(tmp_path, workbook([*head, *data]))
    assert "row 3, which numbers the columns" in " ".join(found.taken)
    assert entry["header_row"] == [1, 2]


def test_a_row_without_a_name_whose_numbers_only_rise_is_data(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Port", "Sea", "Shore"], [None, 1, 2], ["Ny", 30, 40], ["Oy", 50, 60]]
    found, _ = looked(tmp_path, workbook(rows))
    assert "and 3 rows below" in found.taken[0]


def test_a_note_that_stands_in_several_cells_is_said_once(tmp_path: Path) -> None:
    note = "1 With boats of unknown length."
    rows: list[list[Any]] = [["Port¹", *(f"Sea {at}" for at in range(12))]]
    rows += [[name, *range(at, at + 12)] for at, name in enumerate(("Ny", "Oy", "Ay"), 5)]
    rows += [[], [], [None, note, None, None, None, None, None, note]]
    _, entry = looked(tmp_path, workbook(rows))
    assert entry["note"] == "Port: With boats of unknown length."


@pytest.mark.parametrize(
    "above",
    [
        "Data extracted on 31/12/2024 13:32:49 from [SEA]",
        "Date of update: 12 May 2022",
        "Stand: 28.08.2020",
        "GENESIS-Tabelle: 12613-0006",
        "¹ Preliminary for 2020.",
        "To access data tables, select the table headings or tabs.",
    ],
)
def test_what_stands_above_a_title_is_none(tmp_path: Path, above: str) -> None:
    rows: list[list[Any]] = [[above], [], ["Boats by port"], [], ["Port", "Boats"], ["Ny", 4], ["Oy", 5]]
    _, entry = looked(tmp_path, workbook(rows))
    assert entry["title"] == "Boats by port"


def test_a_unit_that_ends_in_its_short_form_keeps_the_bracket(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Fuel"],
        ["Thousand tonnes of oil equivalent (ktoe)"],
        ["Port", "Oil"],
        ["Ny", 4.5],
        ["Oy", 5.5],
    ]
    found, _ = looked(tmp_path, workbook(rows))
    (said,) = [text for text in found.taken if text.startswith("row 2 says")]
    assert "(ktoe" not in said.replace("(ktoe)", "")
