"""Dots: their places, which are hollow, and the values beside them."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.figure import Figure

from reportgen.figures.contract import ChartError
from tests.charts.support import ENGLISH, HOUSE, described, drawn, faults, options_of, points, table, texts, words_in

DATA = table(
    {"ward": "string", "then": {"type": "number", "unit": "%"}, "now": {"type": "number", "unit": "%"}},
    ("East", 62.0, 71.0),
    ("West", 65.0, 60.0),
    ("North", 59.0, 59.0),
    ("South", None, None),
    missing="not asked",
)
ONE: dict[str, Any] = {"category": "ward", "values": ("then",)}
TWO: dict[str, Any] = {"category": "ward", "values": ("then", "now")}


def _dots(figure: Figure) -> list[tuple[float, str]]:
    lines = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
    return [(points(line)[0][0], str(line.get_color())) for line in lines]


def test_a_dot_stands_at_its_value_the_highest_at_the_top() -> None:
    assert [x for x, _ in _dots(drawn("dots", DATA, **ONE))] == [65.0, 62.0, 59.0]


def test_the_second_dot_is_hollow() -> None:
    hollow = [x for x, colour in _dots(drawn("dots", DATA, **TWO)) if colour == HOUSE.colours.paper]
    assert hollow == [60.0, 71.0, 59.0]


def test_of_two_years_the_newer_is_full_and_leads() -> None:
    data = table(
        {"port": "string", "old": {"title": "2014", "type": "number"}, "new": {"title": "2024", "type": "number"}},
        *(("Zill", 60.0, 70.0), ("Kalk", 50.0, 80.0)),
    )
    figure = drawn("dots", data, category="port", values=("old", "new"))
    hollow = [x for x, colour in _dots(figure) if colour == HOUSE.colours.paper]
    assert hollow == [50.0, 60.0]


def test_values_stand_outside_the_pair() -> None:
    figure = drawn("dots", DATA, **TWO)
    places = {text.get_text(): text.get_window_extent() for text in texts(figure)}
    assert places["62%"].x1 < places["71%"].x0
    assert places["60%"].x1 < places["65%"].x0
    assert words_in(figure).count("59%") == 1


def test_the_scale_may_leave_zero_out_or_keep_it() -> None:
    assert drawn("dots", DATA, **ONE).axes[0].get_xlim()[0] > 0
    assert drawn("dots", DATA, **ONE, zero="true").axes[0].get_xlim()[0] == 0


def test_a_row_without_values_says_so() -> None:
    assert words_in(drawn("dots", DATA, **TWO)).count("not asked") == 1


def test_three_dots_a_row_are_refused() -> None:
    data = table({"w": "string", "a": "number", "b": "number", "c": "number"}, ("East", 1.0, 2.0, 3.0))
    with pytest.raises(ChartError, match="3 dots a row"):
        drawn("dots", data, category="w", values=("a", "b", "c"))


def test_the_description_tells_who_is_higher_and_by_most() -> None:
    said = described("dots", DATA, options_of("dots", **TWO), ENGLISH)
    assert said.startswith("Dot chart with 4 rows that compares “Then” with “Now”.")
    assert (
        "“Now” is higher than “Then” for East (62% to 71%). “Now” is lower than “Then” for West (65% to 60%). "
        "The two are equal for North." in said
    )


def test_the_description_tells_what_stands_out() -> None:
    said = described("dots", DATA, options_of("dots", **TWO, highlight=("West", "South")), ENGLISH)
    assert "Highlighted: West (Then: 65%; Now: 60%) and South (Then: no value; Now: no value)." in said


@pytest.mark.parametrize(("then", "now", "side"), [(62.0, None, 1), (None, 71.0, -1)])
def test_the_one_of_two_that_is_missing_is_told_in_the_row(then: Any, now: Any, side: int) -> None:
    columns = {info.name: {"type": info.type, "unit": info.unit} for info in DATA.columns}
    data = table(columns, ("East", 60.0, 72.0), ("West", then, now), missing="not asked")
    figure = drawn("dots", data, **TWO)
    (note,) = (text for text in texts(figure) if text.get_text().startswith("not asked"))
    assert note.get_text() == f"not asked: {'Now' if now is None else 'Then'}"
    dot = figure.axes[0].transData.transform((then or now, 0))[0]
    assert (note.get_window_extent().x0 - dot) * side > 0
    assert "left out" in " ".join(words_in(drawn("dots", data, **TWO, missing_text="left out")))
    assert faults(figure) == []
