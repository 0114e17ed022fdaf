"""Columns of periods in charts: an axis of time, an order of their own, gaps where one is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.document.data.select import Selector
from reportgen.figures.contract import ChartData
from reportgen.figures.contract import Column as Chosen
from reportgen.figures.kit.reading import ordered, read_cells
from reportgen.figures.kit.timeseries import dates_of, read_trends
from reportgen.language import words_for
from reportgen.language.periods import period
from reportgen.problems import Problems
from reportgen.source.model import Column, Phrase, Scalar
from tests.document.sample import table

WORDS = words_for("en-GB")
WHEN, N = Chosen("when"), Chosen("n")


def data(kind: str, *when: str, sort: str = "") -> ChartData:
    """The values 1, 3, 2 … of some periods, or of the text that names them."""
    values: list[Scalar] = [period(one) if kind == "period" else one for one in when]
    columns = [Column("when", "When", kind), Column("n", "N", "integer")]  # type: ignore[arg-type]
    rows = [[value, Decimal(at * 2 % 5)] for at, value in enumerate(values, 1)]
    keys = [Phrase(sort)] if sort else []
    return Selector(table("t", columns, rows), Problems()).select(sort=keys).chart_data()


def bars(of: ChartData) -> tuple[str, ...]:
    return ordered(read_cells(of, WHEN, [N], None, WORDS), "auto").names


@pytest.mark.parametrize("kind", ["period", "string"])
@pytest.mark.parametrize(
    "when",
    [
        ("2023 Q3", "2024 Q1", "2023 Q4", "2023 Q2"),
        ("2021/22", "2019/20", "2020/21"),
        ("2024-W05", "2024-W03", "2024-W04"),
        ("2024 H1", "2023 H2", "2023 H1"),
        ("2021", "2019", "2020"),
    ],
)
def test_bars_of_periods_stand_in_the_order_of_time(kind: str, when: tuple[str, ...]) -> None:
    assert [name.replace("\u00a0", " ").replace(" W", "-W0") for name in bars(data(kind, *when))] == sorted(when)


def test_text_stands_as_it_is_written_and_is_sorted_as_the_author_wants() -> None:
    when = ("Q3 2023", "Q1 2024", "Q4 2023")
    assert bars(data("string", *when)) == ("Q3 2023", "Q4 2023", "Q1 2024")
    assert bars(data("string", *when, sort="n")) == ("Q4 2023", "Q3 2023", "Q1 2024")
    assert bars(data("string", "Apr", "May", "Jun", "Mar")) == ("Apr", "May", "Jun", "Mar")
    assert bars(data("string", "Ann", "Bob", "Cy")) == ("Bob", "Ann", "Cy"), "other names stand by their values"


@pytest.mark.parametrize(
    ("when", "gap"),
    [
        (("Q3 2023", "Q4 2023", "Q2 2024"), "Q1 2024"),
        (("2019-20", "2020-21", "2022-23"), "2021-22"),
        (("2019 to 2020", "2020 to 2021", "2022 to 2023"), "2021 to 2022"),
        (("Week 03, 2024", "Week 04, 2024", "Week 06, 2024"), "Week 05, 2024"),
        (("Q3 2023", "2023 Q4", "2024 Q2"), "2024 Q1"),
    ],
)
def test_a_missing_period_is_written_as_its_neighbours(when: tuple[str, ...], gap: str) -> None:
    assert gap in bars(data("string", *when))


def test_bars_leave_a_place_for_a_missing_period() -> None:
    cells = read_cells(data("period", "2023 Q3", "2024 Q2", "2023 Q4"), WHEN, [N], None, WORDS)
    assert [name.replace("\u00a0", " ") for name in cells.names] == ["2023 Q3", "2023 Q4", "2024 Q1", "2024 Q2"]
    assert cells.values == ((2.0,), (1.0,), (None,), (4.0,))


@pytest.mark.parametrize("kind", ["period", "string"])
def test_a_missing_period_is_a_gap_in_a_line(kind: str) -> None:
    (line,) = read_trends(data(kind, "2023 Q3", "2023 Q4", "2024 Q2", "2024 Q3"), WHEN, [N], None)
    assert [value is None for value in line.values] == [False, False, True, False, False]
    assert line.dates[2] == period("2024 Q1") == dates_of([line])[2]
