"""Diverging bars: what lies on which side of the middle and apart, sums, texts and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reportgen.figures.contract import ChartError
from tests.charts.support import ENGLISH, described, drawn, options_of, table, texts, words_in

SHARE = {"type": "number", "unit": "%"}
ANSWERS = ("Never", "Rarely", "At times", "Often", "Always", "No idea")
COLUMNS = {"question": "string", **{f"a{index}": {**SHARE, "title": name} for index, name in enumerate(ANSWERS)}}
DATA = table(
    COLUMNS,
    ("Ferry", 30.0, 20.0, 20.0, 15.0, 10.0, 5.0),
    ("Harbour", 10.0, 15.0, 10.0, 40.0, 25.0, 0.0),
    ("Quay", 10.0, 15.0, None, 40.0, 25.0, 0.0),
    missing="not asked",
)
FIVE: dict[str, Any] = {"category": "question", "values": ("a0", "a1", "a2", "a3", "a4")}
SIX: dict[str, Any] = {"category": "question", "values": (*FIVE["values"], "a5"), "apart": "No idea"}


def _bars(figure: Figure, axes: int = 0) -> list[tuple[float, float]]:
    found = [one for one in figure.axes[axes].patches if isinstance(one, Rectangle) and one.get_fill()]
    return [(round(one.get_x(), 6), round(one.get_x() + one.get_width(), 6)) for one in found]


def test_half_of_the_middle_answer_lies_on_either_side_of_zero() -> None:
    rows = _bars(drawn("diverging", DATA, **FIVE))
    assert rows[:5] == [(-30.0, -20.0), (-20.0, -5.0), (-5.0, 5.0), (5.0, 45.0), (45.0, 70.0)]
    assert rows[5:] == [(-60.0, -30.0), (-30.0, -10.0), (-10.0, 10.0), (10.0, 25.0), (25.0, 35.0)]


def test_of_an_even_number_of_answers_the_author_says_what_lies_in_the_middle() -> None:
    four = {**FIVE, "values": ("a0", "a1", "a3", "a4")}
    assert _bars(drawn("diverging", DATA, **four, neutral="false"))[1] == (-15.0, 0.0)
    named = _bars(drawn("diverging", DATA, **four, neutral="Rarely"))
    assert named[:3] == [(-17.5, -7.5), (-7.5, 7.5), (7.5, 47.5)]


def test_what_is_not_on_the_scale_stands_apart_on_the_same_scale() -> None:
    figure = drawn("diverging", DATA, **SIX)
    assert (0.0, 5.0) in _bars(figure, 1)
    main, apart = figure.axes
    lengths = [axes.transData.transform((5, 0))[0] - axes.transData.transform((0, 0))[0] for axes in (main, apart)]
    assert lengths[0] == pytest.approx(lengths[1])
    assert main.get_window_extent().x1 < apart.get_window_extent().x0


def test_sides_with_names_have_sums_at_their_ends() -> None:
    figure = drawn("diverging", DATA, **FIVE, sides=("Seldom", "Often enough"))
    places = {text.get_text(): text.get_window_extent() for text in texts(figure)}
    assert {"Seldom", "Often enough", "50%", "25%", "65%"} <= set(places)
    assert places["Seldom"].x1 < places["Often enough"].x0
    assert "65%" not in words_in(drawn("diverging", DATA, **FIVE))


def test_the_largest_right_side_is_at_the_top() -> None:
    words = words_in(drawn("diverging", DATA, **FIVE))
    assert words.index("Harbour") < words.index("Ferry") < words.index("Quay")
    natural = words_in(drawn("diverging", DATA, **FIVE, order="natural"))
    assert natural.index("Ferry") < natural.index("Harbour")


def test_a_row_that_lacks_an_answer_says_so() -> None:
    assert words_in(drawn("diverging", DATA, **FIVE)).count("not asked") == 1


def test_counts_become_shares() -> None:
    data = table({"q": "string", "no": "integer", "yes": "integer"}, ("Ferry", 30.0, 10.0), ("Quay", 0.0, 0.0))
    figure = drawn("diverging", data, category="q", values=("no", "yes"), shares=True)
    assert _bars(figure)[:2] == [(-75.0, 0.0), (0.0, 25.0)]
    assert {"75%", "25%", "no answers"} <= set(words_in(figure))


def test_a_side_of_one_answer_has_its_sum_at_its_end_once() -> None:
    data = table({"q": "string", "no": "integer", "yes": "integer"}, ("Ferry", 5.0, 900.0), ("Quay", 0.0, 0.0))
    words = words_in(drawn("diverging", data, category="q", values=("no", "yes"), shares=True, sides=("Nay", "Yea")))
    assert [words.count(said) for said in ("1%", "99%", "0%", "no answers")] == [1, 1, 0, 1]
    assert not any(said == "100%" for said in words)  # no axis: each part has its number


def test_the_description_tells_which_rows_nobody_answered() -> None:
    data = table({"q": "string", "No": "integer", "Yes": "integer"}, ("Ferry", 5.0, 15.0), ("Quay", 0.0, 0.0))
    options = options_of("diverging", category="q", values=("No", "Yes"), shares=True, sides=("No", "Yes"))
    told = described("diverging", data, options, ENGLISH)
    assert told.endswith("on the right. Ferry – No: 25%; Yes: 75%. There are no answers for Quay.")


def test_parts_too_small_for_their_numbers_bring_an_axis_without_signs() -> None:
    data = table(COLUMNS, ("Ferry", 1.0, 49.0, 0.0, 49.0, 1.0, 0.0))
    words = words_in(drawn("diverging", data, **FIVE))
    assert "0%" in words
    assert not any("−" in text for text in words)


@pytest.mark.parametrize(
    ("row", "options", "message"),
    [
        ((1.0, 2.0, -3.0, 4.0, 5.0, 0.0), FIVE, "'Ferry' has a negative answer"),
        ((30.0, 40.0, 50.0, 4.0, 5.0, 0.0), FIVE, "add up to 129%"),
        ((1.0,) * 6, {**FIVE, "neutral": "Nevr"}, "neutral: names 'Nevr'"),
        ((1.0,) * 6, {**FIVE, "neutral": "Always"}, "an answer on each side"),
        ((1.0,) * 6, {**FIVE, "sides": ("Seldom",)}, "sides: needs two names"),
        ((1.0,) * 6, {**FIVE, "neutral": "Never"}, "an answer on each side"),
        (
            (1.0,) * 6,
            {**FIVE, "values": ("a0", "a1", "a3", "a4")},
            "'Rarely' would count to the left, 'Often' to the right",
        ),
        ((1.0,) * 6, {**SIX, "apart": ""}, "'No idea' is on neither side"),
        ((1.0,) * 6, {**FIVE, "neutral": "false"}, "5 answers make no two equal sides"),
        ((1.0,) * 6, {**FIVE, "sides": ("Seldom" * 20, "Often" * 20)}, "too long"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(row: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("diverging", table(COLUMNS, ("Ferry", *row)), **options)
    assert raised.value.hint


@pytest.mark.parametrize("name", ["Don’t know", "Not sure", "Ne se prononce pas"])
def test_an_answer_that_says_to_be_on_no_side_counts_to_none(name: str) -> None:
    data = table({"q": "string", "no": "integer", "yes": "integer", "x": {"title": name}}, ("Ferry", 5.0, 7.0, 2.0))
    options: dict[str, Any] = {"category": "q", "values": ("no", "yes", "x")}
    with pytest.raises(ChartError, match=f"'{name}' is on neither side") as raised:
        drawn("diverging", data, **options)
    assert raised.value.hint == f"write apart: {name}"
    assert name in words_in(drawn("diverging", data, **options, apart=name))
    middle = {**options, "values": ("no", "x", "yes")}
    assert _bars(drawn("diverging", data, **middle))[1] == (-1.0, 1.0)


def test_the_description_tells_what_the_sides_add_up_to() -> None:
    options = options_of("diverging", **FIVE, sides=("Seldom", "Often enough"))
    assert described("diverging", DATA, options, ENGLISH) == (
        "Chart of the answers in 3 rows, from “Never” on the left to “Always” on the right. "
        "“Seldom” is Never and Rarely together. “Often enough” is Often and Always together. "
        "“At times” lies across the middle and counts to neither side. "
        "Seldom: less than half of the answers in 1 of 2: Harbour. "
        "Often enough: more than half of the answers in 1 of 2: Harbour. "
        "Harbour – Seldom: 25%; Often enough: 65%. Ferry – Seldom: 50%; Often enough: 25%. "
        "There is no value for Quay: not asked."
    )
