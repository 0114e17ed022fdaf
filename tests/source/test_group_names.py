"""Names of groups of columns: where each begins, and what is asked where that is not plain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportgen.source.group_names import begins_before
from tests.commands.test_table_offices import looked
from tests.sheets.test_workbooks import workbook


@pytest.mark.parametrize(
    ("upper", "lower", "before"),
    [
        (["", "", "2021", "", "", "2022", ""], ["", "n", "low", "high", "n", "low", "high"], 1),
        (["", "", "", "Men", "", "", "Women"], ["", "n", "low", "high", "n", "low", "high"], 2),
        (["", "Men", "", "Women", ""], ["Area", "n", "rate", "n", "rate"], 0),  # at their names
        (["", "", "Men", "", "Women", ""], ["Area", "All", "n", "rate", "n", "rate"], 0),  # "All" is of no group
        (["", "", "2021", "", "", "2022", ""], ["", "n", "low", "high", "n", "mean", "high"], 0),  # no two alike
        (["Area", "", "2021", "", "", "2022", ""], ["", "n", "low", "high", "n", "low", "high"], 1),
        (["", "", "All"], ["", "n", "low"], 0),
    ],
)
def test_where_groups_begin(upper: list[str], lower: list[str], before: int) -> None:
    assert begins_before(upper, lower) == before


def test_a_name_over_the_middle_of_its_columns_is_that_of_all(tmp_path: Path) -> None:
    head: list[list[Any]] = [
        [None, None, "Crews", None, None, "Boats", None],
        ["Port", "n", "low", "high", "n", "low", "high"],
    ]
    data: list[list[Any]] = [
        [name, 10.5 * at, 9.5 * at, 11.5 * at, 4 * at, 3 * at, 5 * at] for at, name in enumerate(["Ny", "Oy"], 2)
    ]
    _, entry = looked(tmp_path, workbook([*head, *data]))
    assert [*entry["columns"]] == ["Port", "Crews n", "Crews low", "Crews high", "Boats n", "Boats low", "Boats high"]


def test_names_of_groups_that_may_begin_elsewhere_are_asked_for(tmp_path: Path) -> None:
    head: list[list[Any]] = [
        ["Fish landed"],
        [None, None, None, "Ny and Oy", None, None, "Oy and Ay", None, None, "Ay and Ny", None],
        ["Year", "Part", "In (Oy)", "Out (Ny)", "Net (Oy)", "In (Ay)", "Out (Oy)", "Net (Ay)", "In", "Out", "Net"],
    ]
    data: list[list[Any]] = [[year, "All", *(at + 0.5 for at in range(9))] for year in (2021, 2022, 2023)]
    found, entry = looked(tmp_path, workbook([*head, *data]))
    assert [*entry["columns"]][2:5] == ["In (Oy)", "Out (Ny)", "Net (Oy)"]
    assert (
        "row 2 names groups of columns, and it is not plain where each begins: "
        "header_row: [2, 3] takes each for those from its name up to the next one"
    ) in found.taken
