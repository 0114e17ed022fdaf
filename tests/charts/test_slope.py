"""Slopes: lines between moments, labels on both sides that keep apart, notes on what is missing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from reportgen.figures.contract import ChartError
from tests.charts.support import ENGLISH, HOUSE, described, drawn, options_of, points, table, texts, words_in

COUNT = {"type": "integer"}
DATA = table(
    {
        "port": "string",
        "then": {**COUNT, "title": "2013"},
        "mid": {**COUNT, "title": "2018"},
        "now": {**COUNT, "title": "2023"},
    },
    ("Zill", 62.0, 40.0, 58.0),
    ("Kalk", 20.0, 60.0, 71.0),
    ("Dale", 58.0, 59.0, 58.0),
    ("Hill", 33.0, None, 36.0),
    ("Moor", 5.0, 6.0, None),
    ("Rock", None, None, None),
    missing="not counted",
)
TWO: dict[str, Any] = {"category": "port", "values": ("then", "now")}
THREE: dict[str, Any] = {"category": "port", "values": ("then", "mid", "now")}


def _lines(figure: Figure) -> list[Line2D]:
    return [line for line in figure.axes[0].lines if line.get_marker() == "o"]


def test_a_line_leads_from_the_first_value_to_the_last() -> None:
    drawn_ = [points(line) for line in _lines(drawn("slope", DATA, **TWO))]
    assert drawn_[:2] == [[(0.0, 62.0), (1.0, 58.0)], [(0.0, 20.0), (1.0, 71.0)]]
    assert drawn_[4] == [(0.0, 5.0)]


def test_a_line_past_a_missing_moment_is_dashed() -> None:
    styles = [line.get_linestyle() for line in _lines(drawn("slope", DATA, **THREE))]
    assert [style == "--" for style in styles] == [False, False, False, True, False, False]


def test_labels_stand_outside_and_apart() -> None:
    figure = drawn("slope", DATA, **TWO)
    left, right = (figure.axes[0].transData.transform((x, 0))[0] for x in (0, 1))
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts(figure)]
    zills = [box for said, box in boxes if said == "Zill"]
    assert zills[0].x1 < left
    assert zills[1].x0 > right
    same = sorted((box.y0, box.y1) for said, box in boxes if said == "58" and box.x0 > right)
    assert len(same) == 2
    assert all(one[1] <= other[0] + 0.5 for one, other in pairwise(same))


def test_a_name_is_quoted_where_it_could_be_a_part_of_the_number_which_no_year_is() -> None:
    names = ("2019", "T1 2024", "2023/24", "18–24", "Area 7", "Zill")
    columns = {"port": "string", "then": COUNT, "now": COUNT}
    data = table(columns, *((name, 40.0 + at, 50.0 + 2 * at) for at, name in enumerate(names)))
    said = {text.get_text() for text in texts(drawn("slope", data, **TWO))}
    assert {"2019", "T1 2024", "2023/24", "“18–24”", "“Area 7”", "Zill"} <= said


def test_what_is_missing_is_told_below() -> None:
    assert "not counted: Moor (2023) and Rock" in words_in(drawn("slope", DATA, **TWO))


def test_values_in_the_middle_are_all_or_none() -> None:
    assert "40" not in words_in(drawn("slope", DATA, **THREE))  # 57 and 60 are too near for their values
    assert {"40", "2018"} <= set(words_in(drawn("slope", DATA, **THREE, highlight=("Zill",))))


def test_three_years_stand_to_scale_in_order() -> None:
    rows = [("Zill", year, value) for year, value in ((2020.0, 3.0), (2010.0, 1.0), (2016.0, 2.0))]
    data = table({"port": "string", "year": "year", "ships": "integer"}, *rows)
    figure = drawn("slope", data, category="port", values=("ships",), series="year")
    across, up = zip(*points(_lines(figure)[0]), strict=True)
    assert across == pytest.approx((0.0, 0.6, 1.0), abs=0.001)
    assert up == (1.0, 2.0, 3.0)
    assert {"2010", "2016", "2020"} <= set(words_in(figure))


def test_what_is_not_highlighted_is_grey() -> None:
    colours = [line.get_color() for line in _lines(drawn("slope", DATA, **TWO, highlight=("Kalk",)))]
    assert [colour == HOUSE.colours.accent for colour in colours] == [False, True, False, False, False, False]


@pytest.mark.parametrize(
    ("count", "values", "message"),
    [(2, ("then",), "two or three moments, not 1"), (21, ("then", "now"), "21 lines are too many")],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(count: int, values: Any, message: str) -> None:
    rows = [(f"Port {index}", 1.0, 2.0) for index in range(count)]
    data = table({"port": "string", "then": "number", "now": "number"}, *rows)
    with pytest.raises(ChartError, match=message) as raised:
        drawn("slope", data, category="port", values=values)
    assert raised.value.hint


def test_the_description_tells_who_rose_and_fell() -> None:
    assert described("slope", DATA, options_of("slope", **TWO), ENGLISH) == (
        "Slope chart with 6 lines, from 2013 to 2023. Up: Kalk and Hill. The greatest rise: Kalk (20 to 71). "
        "Down: Zill (62 to 58). Unchanged: Dale. "
        "Kalk has overtaken Zill, Dale and Hill. There are no values for Moor (2023) and Rock: not counted."
    )


def test_the_description_tells_the_greatest_rises_also_where_they_are_level() -> None:
    rows = [("Zill", 1.0, 4.0), ("Kalk", 2.0, 5.0), ("Dale", 3.0, 5.0)]
    data = table({"port": "string", "then": COUNT, "now": COUNT}, *rows)
    said = described("slope", data, options_of("slope", **TWO, highlight=("Dale",)), ENGLISH)
    assert said.endswith(
        "Highlighted: Dale (Then: 3; Now: 5). Up: all 3. The greatest rises: Zill (1 to 4) and Kalk (2 to 5)."
    )
