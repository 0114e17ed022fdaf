"""Values that charts can't show are refused by their names."""

from __future__ import annotations

import pytest

from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo
from reportgen.figures.kit.reading import read_cells
from reportgen.figures.kit.timeseries import read_trends
from reportgen.language import words_for

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
