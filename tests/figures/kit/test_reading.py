"""Values that charts can't show are refused by their names."""

from __future__ import annotations

import pytest

from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo
from reportgen.figures.kit.reading import read_cells
from reportgen.figures.kit.timeseries import read_trends
from reportgen.language import words_for
from tests.charts.support import table

WORDS = words_for("en-GB")
YEARS = ChartData(
    (ColumnInfo("year", "Year", "year"), ColumnInfo("ships", "Ships", "number")),
    ({"year": 2020.0, "ships": 3.0}, {"year": 2021.0, "ships": 5.0}),
)
TWICE = [Column("ships"), Column("ships")]


def test_a_column_named_twice_is_told_by_its_name() -> None:
    with pytest.raises(ChartError) as of_bars:
        read_cells(YEARS, Column("year"), TWICE, None, WORDS)
    with pytest.raises(ChartError) as of_lines:
        read_trends(YEARS, Column("year"), TWICE, None)
    assert of_bars.value.message == of_lines.value.message == "values: names the column 'ships' twice"
    assert of_bars.value.hint == "name each column once"


def test_a_value_has_the_decimals_of_its_column_and_no_more() -> None:
    columns = {
        "ward": "string",
        "then": {"type": "number", "unit": "%"},
        "now": {"type": "number", "unit": "%", "decimals": 1},
        "aim": {"type": "integer", "unit": "%"},
    }
    data = table(columns, ("East", 27.3, 22.65, 30.0), ("West", 10.0, 20.0, 25.0))
    cells = read_cells(data, Column("ward"), [*map(Column, ("then", "now", "aim"))], None, WORDS)
    assert [[cells.text(row, one, WORDS) for one in range(3)] for row in range(2)] == [
        ["27.3%", "22.7%", "30%"],
        ["10.0%", "20.0%", "25%"],
    ]
    assert (cells.info.type, cells.info.decimals) == ("number", 1)


def test_columns_of_whole_numbers_stay_so() -> None:
    data = table({"ward": "string", "then": "integer", "now": "integer"}, ("East", 3.0, 4.0))
    cells = read_cells(data, Column("ward"), [Column("then"), Column("now")], None, WORDS)
    assert cells.info.type == "integer" and cells.text(0, 1, WORDS) == "4"
