"""Scatter: points at their values, names that keep apart, groups, and what two measures have to do with each other."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from reportgen.figures.contract import ChartData, ChartError, Value
from tests.charts.support import (
    ENGLISH,
    FRENCH,
    HOUSE,
    described,
    drawn,
    faults,
    options_of,
    points,
    table,
    texts,
    words_in,
)

KEYS: dict[str, Any] = {"x": "ferries", "y": "jobs", "name": "isle"}


def isles(*rows: tuple[str, Value, Value, str]) -> ChartData:
    number = {"type": "number"}
    columns = {"isle": "string", "ferries": number, "jobs": {"type": "number", "unit": "thousand"}, "coast": "string"}
    return table(columns, *rows, missing="not asked")


DATA = isles(
    ("Arn", 10.0, 4.0, "West"), ("Brae", 30.0, 9.0, "East"), ("Calf", 20.0, 5.0, "West"), ("Dun", None, 3.0, "East")
)


def _dots(figure: Figure) -> list[Line2D]:
    return list(figure.axes[0].lines)


def test_points_stand_at_their_values() -> None:
    assert [points(dot)[0] for dot in _dots(drawn("scatter", DATA, **KEYS))] == [(10, 4), (30, 9), (20, 5)]


def test_both_axes_have_their_titles_and_points_their_names() -> None:
    words = words_in(drawn("scatter", DATA, **KEYS))
    assert {"Ferries", "Jobs (thousand)", "Arn", "Brae", "Calf"} <= set(words)


def test_a_row_that_lacks_a_value_is_named_below() -> None:
    assert "Not shown, not asked: Dun" in words_in(drawn("scatter", DATA, **KEYS))


def test_groups_differ_by_mark_and_colour_and_stand_in_the_key() -> None:
    figure = drawn("scatter", DATA, **KEYS, group="coast")
    assert [dot.get_marker() for dot in _dots(figure)] == ["o", "s", "o"]
    assert len({dot.get_color() for dot in _dots(figure)}) == 2
    assert [word for word in words_in(figure) if word in ("West", "East")] == ["West", "East"]


def test_what_is_not_highlighted_is_grey_and_has_no_name() -> None:
    figure = drawn("scatter", DATA, **KEYS, highlight=("Brae",))
    assert [dot.get_color() == HOUSE.colours.accent for dot in _dots(figure)] == [False, True, False]
    assert "Arn" not in words_in(figure) and "Brae" in words_in(figure)


def test_a_highlighted_point_has_its_name_also_in_a_crowd() -> None:
    crowd = [(f"Isle {at}", 50 + at % 20 * 0.3, 5 + at // 20 * 0.03, "West") for at in range(400)]
    assert "Isle 210" in words_in(drawn("scatter", isles(*crowd), **KEYS, highlight=("Isle 210",)))


def test_of_many_points_the_outermost_are_named() -> None:
    many = [(f"Isle {at}", float(at), float(at * 7 % 60), "West") for at in range(60)]
    named = [word for word in words_in(drawn("scatter", isles(*many), **KEYS)) if word.startswith("Isle")]
    assert {"Isle 0", "Isle 59"} <= set(named) and len(named) <= 4


@settings(derandomize=True, deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=3, max_size=30))
def test_no_name_stands_on_a_point_or_a_name(places: list[tuple[int, int]]) -> None:
    data = isles(*((f"Isle of {at}", float(x), float(y), "West") for at, (x, y) in enumerate(places)))
    figure = drawn("scatter", data, **KEYS)
    assert faults(figure) == []
    spots = [figure.axes[0].transData.transform(points(dot)[0]) for dot in _dots(figure)]
    named = [text.get_window_extent() for text in texts(figure) if text.get_text().startswith("Isle")]
    for (x, y), box in product(spots, named):
        assert not (box.x0 < x < box.x1 and box.y0 < y < box.y1)


@pytest.mark.parametrize(
    ("data", "more", "message"),
    [
        (isles(("Arn", 1.0, 2.0, "West"), ("Brae", 3.0, 4.0, "West")), {}, "too few points for a scatter chart: 2"),
        (DATA, {"highlight": ("Isle",)}, "highlight: names 'Isle'"),
        (DATA, {"name": None, "highlight": ("Arn",)}, "highlight: needs the names"),
        (
            isles(*((f"I{at}", 1.0 * at, 2.0, f"Coast {at}") for at in range(5))),
            {"group": "coast"},
            "5 groups can't be",
        ),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, more: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("scatter", data, **{**KEYS, **more})
    assert raised.value.hint


def test_points_at_one_place_are_named_together_and_told() -> None:
    rows = [("Arn", 5.0, 5.0, "W"), ("Brae", 5.0, 5.0, "W"), ("Calf", 5.0, 5.0, "W"), ("Dun", 0.0, 900.0, "W")]
    named = drawn("scatter", isles(*rows), **KEYS)
    assert "Arn, Brae and Calf" in words_in(named)
    assert faults(named) == []
    assert "3 points" in words_in(drawn("scatter", isles(*rows), **{**KEYS, "name": None}))
    said = described("scatter", isles(*rows), options_of("scatter", **KEYS), ENGLISH)
    assert "The two show no clear relation. 3 points at one place: Arn, Brae and Calf. " in said
    pairs = [("Arn", float(at // 2), float(at), "W") for at in (0, 1, 0, 1, 6, 7, 6, 7)]
    assert "At 4 places several points coincide." in described(
        "scatter", isles(*pairs), options_of("scatter", **KEYS), ENGLISH
    )


def test_the_description_tells_the_relation_and_the_ends() -> None:
    said = described("scatter", DATA, options_of("scatter", **KEYS), ENGLISH)
    assert said == (
        "Scatter chart with 3 points: “Ferries” across, “Jobs” upwards. "
        "The two show no clear relation. "
        "Ferries: lowest Arn (10), highest Brae (30). "
        "Jobs: lowest Arn (4\u00a0thousand), highest Brae (9\u00a0thousand). There is no value for Dun."
    )


def test_the_description_without_names_in_french() -> None:
    said = described("scatter", DATA, options_of("scatter", **{**KEYS, "name": None}), FRENCH)
    assert said.startswith("Nuage de 3 points")
    assert said.endswith("1 ligne, faute de valeur, n’est pas représentée.")


def test_the_description_tells_what_stands_out() -> None:
    said = described("scatter", DATA, options_of("scatter", **KEYS, highlight=("Calf",)), ENGLISH)
    assert "Highlighted: Calf (Ferries: 20; Jobs: 5\u00a0thousand)." in said
    two = described("scatter", DATA, options_of("scatter", **KEYS, highlight=("Brae", "Calf")), ENGLISH)
    assert "Highlighted: Brae (Ferries: 30; Jobs: 9\u00a0thousand) and Calf (20; 5\u00a0thousand)." in two


def test_a_row_without_a_group_is_named() -> None:
    columns = {"isle": "string", "ferries": {"type": "number"}, "jobs": {"type": "number"}, "coast": "string"}
    data = table(columns, ("Arn", 10.0, 4.0, "West"), ("Brae", 30.0, 9.0, "East"), ("All isles", 40.0, 13.0, None))
    with pytest.raises(ChartError) as raised:
        drawn("scatter", data, **KEYS, group="coast")
    assert raised.value.message == "the row 'All isles' has no group"
    assert raised.value.hint == "fill the column 'coast', or leave the row out: where: {isle: \"!=All isles\"}"
