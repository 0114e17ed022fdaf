"""Ranges: bands from the lower to the upper value, values at the ends, notes where an end is missing."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reportgen.figures.contract import ChartError
from tests.charts.support import ENGLISH, HOUSE, described, drawn, faults, options_of, points, table, texts, words_in

COLUMNS = {"port": "string", "low": "number", "high": "number", "mean": "number"}
DATA = table(
    COLUMNS,
    ("Zill", 5.0, 30.0, 16.0),
    ("Kalk", -12.0, 28.0, 11.0),
    ("Dale", None, 31.0, None),
    ("Hill", 7.0, None, None),
    ("Moor", 8.0, 8.0, 8.0),
    ("Rock", None, None, None),
    missing="not measured",
)
KEYS: dict[str, Any] = {"category": "port", "low": "low", "high": "high"}


def _bands(figure: Figure) -> list[Rectangle]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]


def _ends(figure: Figure) -> list[tuple[float, float]]:
    return [(band.get_x(), band.get_x() + band.get_width()) for band in _bands(figure)]


def _marks(figure: Figure, mark: str) -> list[float]:
    return [points(line)[0][0] for line in figure.axes[0].lines if line.get_marker() == mark]


def test_a_band_runs_from_the_lower_to_the_upper_value() -> None:
    assert _ends(drawn("range", DATA, **KEYS)) == [(5.0, 30.0), (-12.0, 28.0)]


def test_the_order_may_be_that_of_the_width_or_the_table() -> None:
    assert _ends(drawn("range", DATA, **KEYS, order="width")) == [(-12.0, 28.0), (5.0, 30.0)]
    assert _ends(drawn("range", DATA, **KEYS, order="natural")) == [(5.0, 30.0), (-12.0, 28.0)]


def test_a_lonely_end_and_equal_ends_are_strokes() -> None:
    assert _marks(drawn("range", DATA, **KEYS), "|") == [31.0, 8.0, 7.0]


def test_values_stand_outside_the_ends_and_notes_where_one_is_missing() -> None:
    figure = drawn("range", DATA, **KEYS)
    said = words_in(figure)
    assert said.count("not measured") == 3
    assert said.count("8") == 1
    places = {text.get_text(): text.get_window_extent() for text in texts(figure)}
    band = _bands(figure)[0].get_window_extent()
    assert places["5"].x1 <= band.x0
    assert places["30"].x0 >= band.x1


def test_a_text_does_not_lie_across_the_line_at_zero() -> None:
    rows = [("Zill", 0.5, 30.0), ("Kalk", -28.0, -0.5), ("Dale", -2.0, 3.0), ("Hill", None, 2.0), ("Rock", None, None)]
    columns = {name: COLUMNS[name] for name in ("port", "low", "high")}
    figure = drawn("range", table(columns, *rows, missing="not measured"), **KEYS)
    assert {"0.5 to 30.0", "−28.0 to −0.5", "−2.0", "3.0", "2.0; not measured", "not measured"} <= set(words_in(figure))
    zero = figure.axes[0].transData.transform((0, 0))[0]
    boxes = [text.get_window_extent() for text in texts(figure) if text.get_text() != "0"]
    below = [box for box in boxes if box.y0 > figure.axes[0].get_window_extent().y0]
    assert not [box for box in below if box.x0 < zero < box.x1 and box.y1 < figure.axes[0].get_window_extent().y1]
    assert faults(figure) == []


def test_a_unit_that_numbers_do_not_have_stands_in_key_and_description() -> None:
    metres = {"port": "string", "low": {"type": "number", "unit": "m"}, "high": {"type": "number", "unit": "m"}}
    data = table(metres, ("Zill", 1.0, 3.0), ("Kalk", 2.0, 5.0))
    assert "Low to High (m)" in words_in(drawn("range", data, **KEYS))
    told = described("range", data, options_of("range", **KEYS), ENGLISH)
    assert told.startswith("Range chart with 2 rows, from “Low (m)” to “High (m)”.")


def test_the_value_between_is_a_diamond_with_a_key() -> None:
    figure = drawn("range", DATA, **KEYS, middle="mean")
    assert _marks(figure, "D") == [16.0, 11.0, 8.0]
    assert {"Low to High", "Mean"} <= set(words_in(figure))


def test_what_is_not_highlighted_is_grey() -> None:
    bands = _bands(drawn("range", DATA, **KEYS, highlight=("Kalk",)))
    from matplotlib.colors import to_hex

    assert [to_hex(band.get_facecolor()) == HOUSE.colours.accent for band in bands] == [False, True]


@pytest.mark.parametrize(
    ("columns", "row", "message"),
    [
        (COLUMNS, ("Zill", 5.0, 3.0, 4.0), "'low' is 5, which is above 'mean', 4"),
        (COLUMNS, ("Zill", 2.0, 3.0, 4.0), "'mean' is 4, which is above 'high', 3"),
        ({**COLUMNS, "low": "year"}, ("Zill", 2001.0, 3.0, 4.0), "numbers, not dates"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(columns: Any, row: Any, message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("range", table(columns, row), **KEYS, middle="mean")
    assert raised.value.hint


def test_the_description_tells_the_ends_and_the_widest() -> None:
    assert described("range", DATA, options_of("range", **KEYS), ENGLISH) == (
        "Range chart with 6 rows, from “Low” to “High”. "
        "Low: lowest Kalk (−12), highest Moor (8). High: lowest Moor (8), highest Dale (31). "
        "The range is widest for Kalk: −12 to 28. The range is narrowest for Moor: 8 to 8. "
        "There are no ranges for Dale, Hill and Rock: not measured."
    )


def test_the_description_tells_what_stands_out() -> None:
    chosen = options_of("range", **KEYS, highlight=("Zill", "Dale"))
    assert "Highlighted: Zill (5 to 30) and Dale (no value)." in described("range", DATA, chosen, ENGLISH)
