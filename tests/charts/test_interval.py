"""Intervals: dots, lines and the line of reference where they belong; numbers, notes and words beside them."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from reportgen.figures.contract import ChartError
from tests.charts.support import ENGLISH, HOUSE, described, drawn, options_of, points, table, words_in

SHARE = {"type": "number", "unit": "%"}
COLUMNS = {"ward": "string", "share": SHARE, "low": SHARE, "high": SHARE}
DATA = table(
    COLUMNS,
    ("East", 41.0, 33.0, 49.0),
    ("West", 62.0, 58.0, 66.0),
    ("North", 55.0, None, None),
    ("South", None, None, None),
    ("Hill", 51.0, 49.0, 53.0),
    missing="not asked",
)
KEYS: dict[str, Any] = {
    "category": "ward",
    "value": "share",
    "low": "low",
    "high": "high",
    "interval": "95% confidence interval",
}


def _marked(figure: Figure, mark: str) -> list[Line2D]:
    return [line for line in figure.axes[0].lines if line.get_marker() == mark]


def test_dots_stand_at_their_values_the_highest_at_the_top() -> None:
    assert [points(line)[0][0] for line in _marked(drawn("interval", DATA, **KEYS), "o")] == [62.0, 55.0, 51.0, 41.0]


def test_lines_run_from_end_to_end_at_the_height_of_their_dots() -> None:
    figure = drawn("interval", DATA, **KEYS)
    spans = [points(line) for line in _marked(figure, "|")]
    assert [(low[0], high[0]) for low, high in spans] == [(58.0, 66.0), (49.0, 53.0), (33.0, 49.0)]
    heights = {points(line)[0][1] for line in _marked(figure, "o")}
    assert {point[1] for span in spans for point in span} < heights


def test_numbers_notes_and_key_say_what_is_shown() -> None:
    said = words_in(drawn("interval", DATA, **KEYS))
    assert {"62%", "(58% to 66%)", "no interval", "not asked", "Share", "95% confidence interval"} <= set(said)


def test_wide_numbers_are_written_without_their_intervals() -> None:
    rows = [("East", 123456789.25, 113456789.25, 133456789.25)]
    data = table({"ward": "string", "share": "number", "low": "number", "high": "number"}, *rows)
    said = words_in(drawn("interval", data, **KEYS))
    assert "123,456,789.25" in said
    assert not any(" to " in text for text in said)


def test_the_line_of_reference_is_named_and_on_the_scale() -> None:
    figure = drawn("interval", DATA, **KEYS, reference=90.0, reference_text="Average")
    assert "Average (90%)" in words_in(figure)
    low, high = figure.axes[0].get_xlim()
    assert low <= 90 <= high
    assert [90.0, 90.0] in [[x for x, _ in points(line)] for line in figure.axes[0].lines]


def test_what_is_not_highlighted_is_grey() -> None:
    dots = _marked(drawn("interval", DATA, **KEYS, highlight=("West",)), "o")
    assert [dot.get_color() == HOUSE.colours.accent for dot in dots] == [True, False, False, False]


@pytest.mark.parametrize(
    ("row", "options", "message"),
    [
        (("East", 4.0, 5.0, 6.0), {}, "'East': the value 4 is not between 5 and 6"),
        (("East", 4.0, 3.0, 6.0), {"reference_text": "Average"}, "goes with reference:"),
        (("East", 4.0, 3.0, 6.0), {"highlight": ("Est",)}, "highlight: names 'Est'"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(row: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("interval", table(COLUMNS, row), **KEYS, **options)
    assert raised.value.hint


def test_the_description_tells_ends_widest_and_reference() -> None:
    said = described("interval", DATA, options_of("interval", **KEYS, reference=50.0, reference_text="Half"), ENGLISH)
    assert said == (
        "Chart of 5 estimates with their uncertainty (95% confidence interval): “Share”. "
        "From the highest down: West (62%), North (55%), Hill (51%) and East (41%). "
        "There is no value for South: not asked. The interval is widest for East: 33% to 49%. "
        "The intervals are compared with Half (50%). Wholly above it: West. Wholly below it: East. "
        "The interval of Hill includes it. There is no interval for North."
    )


def test_all_of_a_few_rows_on_one_side_of_the_reference_are_named() -> None:
    wards = [f"Ward {letter}" for letter in "ABCDEF"]
    data = table(COLUMNS, *((ward, 40.0, 35.0, 45.0) for ward in wards))
    told = described("interval", data, options_of("interval", **KEYS, reference=50.0), ENGLISH)
    assert "Wholly below it: Ward A, Ward B, Ward C, Ward D, Ward E and Ward F." in told


def test_the_description_tells_what_stands_out() -> None:
    chosen = options_of("interval", **KEYS, highlight=("Hill", "North", "South"))
    assert "Highlighted: North (55%), Hill (51%; 49% to 53%) and South (no value)." in described(
        "interval", DATA, chosen, ENGLISH
    )


def test_an_interval_in_one_column_is_to_be_split() -> None:
    with pytest.raises(ChartError) as raised:
        drawn("interval", DATA, **{**KEYS, "low": "share"})
    assert raised.value.message == "value:, low: and high: name the column 'share' twice"
    assert raised.value.hint.startswith("an estimate and the ends of its interval stand in three columns")
