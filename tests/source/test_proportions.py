from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from reportgen.problems import ReportError
from reportgen.source.model import Briefing

Read = Callable[[Mapping[str, str | bytes]], Briefing]


def _files(cells: str, column: str) -> dict[str, str]:
    rows = "".join(f"r{number},{cell}\n" for number, cell in enumerate(cells.split()))
    return {
        "data/t.csv": f"area,rate\n{rows}",
        "data/tables.yaml": f"t:\n  title: T\n  key: area\n  columns:\n    area:\n    rate: {{type: number, {column}}}",
    }


@pytest.mark.parametrize("cells", ["0.123 0.2 0.05", "0.5 -0.25 1", "0.123 [c] 0.4"])
def test_shares_of_one_in_a_column_in_per_cent_are_asked_about(read: Read, cells: str) -> None:
    with pytest.raises(ReportError) as caught:
        read(_files(cells, 'unit: "%"'))
    (problem,) = caught.value.problems
    assert "are they shares of one?" in problem.message
    assert "scale: 100" in problem.hint


@pytest.mark.parametrize(
    ("cells", "column", "values"),
    [
        ("0.123 0.2 0.05", 'unit: "%", scale: 100', ["12.3", "20", "5"]),
        ("0.123 0.2 0.05", 'unit: "%", scale: 1', ["0.123", "0.2", "0.05"]),
        ("0.3 0.5 -0.1", 'unit: "%"', ["0.3", "0.5", "-0.1"]),
        ("0.25 1.25", 'unit: "%"', ["0.25", "1.25"]),
        ("0.25% 0.5%", 'unit: "%"', ["0.25", "0.5"]),
        ("0.25 0.5", "unit: km", ["0.25", "0.5"]),
        ("1.5 2", "scale: 1000", ["1500", "2000"]),
        ("1.5 2 4", "scale: 25", ["37.5", "50", "100"]),
    ],
)
def test_scale_says_what_the_numbers_are(read: Read, cells: str, column: str, values: list[str]) -> None:
    table = read(_files(cells, column)).tables["t"]
    found = [row.value("rate") for row in table.rows]
    assert found == [Decimal(value) for value in values]
    assert all("E" not in str(value) for value in found)


def test_a_scale_of_nothing_is_told(read: Read) -> None:
    with pytest.raises(ReportError, match="can't have the scale 0"):
        read(_files("0.5 0.25", "scale: 0"))
