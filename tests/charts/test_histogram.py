"""Histogram: its classes, their counts, the median, and classes that a table has counted."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from reportgen.figures.contract import ChartData, ChartError, Value
from tests.charts.support import ENGLISH, FRENCH, HOUSE, described, drawn, options_of, points, table, words_in

VALUE: dict[str, Any] = {"value": "minutes"}
GIVEN: dict[str, Any] = {"from_": "low", "to": "high", "count": "people"}


def journeys(*values: Value, type_: str = "number") -> ChartData:
    return table({"minutes": {"type": type_, "unit": "min"}}, *((value,) for value in values), missing="not asked")


def ages(*rows: tuple[Value, Value, Value]) -> ChartData:
    return table({"low": {"type": "integer", "title": "Age"}, "high": "integer", "people": "integer"}, *rows)


MANY = journeys(*(float(value) for value in (3, 12, 14, 15, 21, 22, 25, 26, 28, 33, 34, 47)), None)
AGES = ages((0.0, 9.0, 40.0), (10.0, 19.0, 70.0), (20.0, 29.0, 10.0))


def _bars(figure: Figure) -> list[tuple[float, float]]:
    """Where each column begins, and how high it is."""
    bars = [one for one in figure.axes[0].patches if isinstance(one, Rectangle)]
    return [(round(bar.get_x()), float(bar.get_height())) for bar in bars]


def _median(figure: Figure) -> Line2D:
    lines = [line for line in figure.findobj(Line2D) if isinstance(line, Line2D) and line.axes is None]
    return next(line for line in lines if line.get_color() == HOUSE.colours.ink)


def test_columns_count_the_values_of_round_classes() -> None:
    assert _bars(drawn("histogram", MANY, **VALUE)) == [(0, 1), (10, 3), (20, 5), (30, 2), (40, 1)]


def test_the_columns_stand_side_by_side_from_zero_with_their_counts() -> None:
    figure = drawn("histogram", MANY, **VALUE)
    assert figure.axes[0].get_ylim()[0] == 0
    assert {"1", "3", "5", "2", "0", "10", "50", "Minutes (min)"} <= set(words_in(figure))


def test_about_as_many_classes_as_are_asked_for() -> None:
    assert len(_bars(drawn("histogram", MANY, **VALUE, classes=2))) == 2


def test_few_whole_numbers_have_a_class_each() -> None:
    data = journeys(*(float(value) for value in (0, 1, 1, 2, 2, 2, 5)), type_="integer")
    figure = drawn("histogram", data, **VALUE)
    assert _bars(figure) == [(0, 1), (1, 2), (2, 3), (5, 1)]
    assert {"0", "1", "2", "3", "4", "5"} <= set(words_in(figure))


def test_the_median_is_marked_at_its_place() -> None:
    figure = drawn("histogram", MANY, **VALUE)
    assert "Median 23.5\u00a0min" in words_in(figure)
    x = points(_median(figure))[0][0]
    assert figure.axes[0].transData.inverted().transform((x, 0))[0] == pytest.approx(23.5)
    assert not any("Median" in word for word in words_in(drawn("histogram", MANY, **VALUE, median=False)))


def test_missing_values_are_counted_below() -> None:
    assert "Not shown, not asked: 1" in words_in(drawn("histogram", MANY, **VALUE))


def test_many_classes_have_an_axis_in_place_of_numbers() -> None:
    data = journeys(*(float(value % 977) for value in range(0, 90000, 13)))
    figure = drawn("histogram", data, **VALUE, classes=40)
    assert len(figure.axes[0].get_yticks()) > 2


def test_classes_of_a_table_are_taken_as_they_are() -> None:
    figure = drawn("histogram", AGES, **GIVEN)
    assert _bars(figure) == [(0, 40), (10, 70), (20, 10)]
    assert "Median 10 to 19" in words_in(figure)


@pytest.mark.parametrize(
    ("data", "keys", "message"),
    [
        (journeys(1.0, 2.0, None), VALUE, "too few values for a histogram: 2"),
        (journeys(*[4.0] * 9), VALUE, "all values are the same"),
        (MANY, {}, "a histogram needs values"),
        (AGES, {**GIVEN, "count": None}, "a histogram needs values"),
        (AGES, {**GIVEN, "value": "low"}, "a histogram needs values"),
        (ages((0.0, 9.0, 1.0), (20.0, 29.0, 1.0)), GIVEN, "not all of one width, side by side"),
        (ages((0.0, 9.0, 1.0), (10.0, 99.0, 1.0)), GIVEN, "not all of one width, side by side"),
        (ages((0.0, 9.0, 1.0), (10.0, None, 1.0)), GIVEN, "a class lacks an edge or its count"),
        (ages((0.0, 9.0, 1.0), (10.0, 19.0, -1.0)), GIVEN, "the class from 10 to 19 with -1 can't be"),
        (ages((0.0, 9.0, 0.0), (10.0, 19.0, 0.0)), GIVEN, "nothing is counted"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, keys: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("histogram", data, **keys)
    assert raised.value.hint


def test_the_description_tells_the_fullest_class_and_the_median() -> None:
    said = described("histogram", MANY, options_of("histogram", **VALUE), ENGLISH)
    assert said == (
        "Histogram of 12 values from 3\u00a0min to 47\u00a0min, in 5 classes: “Minutes”. "
        "The fullest class is 20\u00a0min to 30\u00a0min, with\u00a05. "
        "More than half,\u00a08 of 12, lie in 10\u00a0min to 30\u00a0min. Median 23.5\u00a0min. 1 value is missing."
    )


def test_the_description_of_given_classes_in_french() -> None:
    said = described("histogram", AGES, options_of("histogram", **GIVEN), FRENCH)
    assert "La classe la plus fournie\u202f: 10 à 19 (70). Médiane 10 à 19." in said
