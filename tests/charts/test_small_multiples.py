"""Small multiples: panels of one size and scale, their order, outer axes, context, and bars."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reportgen.dates import PartialDate
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

LINES: dict[str, Any] = {"values": ("ships",), "panel": "port", "date": "year"}
BARS: dict[str, Any] = {"values": ("ships",), "panel": "port", "category": "flag"}


def calls(count: int, missing: str = "") -> ChartData:
    rows: list[tuple[Value, ...]] = [
        (f"Port {at}", 2001.0 + year, flag, None if f"Port {at}" == missing else float(at * 10 + year))
        for at in range(count)
        for year, flag in enumerate(("Red", "Blue", "Green"))
    ]
    return table({"port": "string", "year": "year", "flag": "string", "ships": "integer"}, *rows, missing="not counted")


def _own(figure: Figure) -> list[list[tuple[float, float]]]:
    """The line that each panel is about."""
    colours = {HOUSE.colours.accent, HOUSE.colours.grey}
    lines = [[line for line in axes.lines if line.get_color() in colours] for axes in figure.axes]
    return [points(own[0]) for own in lines if own]


def test_all_panels_have_the_same_size_and_scale() -> None:
    figure = drawn("small_multiples", calls(7), **LINES)
    assert len(figure.axes) == 7
    assert len({(axes.get_xlim(), axes.get_ylim()) for axes in figure.axes}) == 1
    assert len({tuple(round(side) for side in axes.get_window_extent().size) for axes in figure.axes}) == 1


def test_the_panel_with_the_highest_last_value_is_first() -> None:
    assert [line[-1][1] for line in _own(drawn("small_multiples", calls(4), **LINES))] == [32, 22, 12, 2]
    natural = drawn("small_multiples", calls(4), **LINES, order="natural")
    assert [line[-1][1] for line in _own(natural)] == [2, 12, 22, 32]


def test_only_outer_panels_bear_numbers_and_dates() -> None:
    words = words_in(drawn("small_multiples", calls(8), **LINES))
    assert words.count("2001") == words.count("2003") == 4
    assert words.count("0") == 2


def test_a_panel_without_one_below_bears_dates_in_a_row_that_is_not_full() -> None:
    assert words_in(drawn("small_multiples", calls(7), **LINES)).count("2001") == 4


def test_each_panel_has_its_title_and_its_last_value() -> None:
    assert {"Port 0", "2", "Port 1", "12"} <= set(words_in(drawn("small_multiples", calls(2), **LINES)))


@pytest.mark.parametrize(("count", "context", "behind"), [(3, "auto", 2), (3, "false", 0), (13, "auto", 0)])
def test_the_other_lines_stand_behind_where_they_do_not_hide_each_other(count: int, context: str, behind: int) -> None:
    axes = drawn("small_multiples", calls(count), **LINES, context=context).axes[0]
    assert len([line for line in axes.lines if line.get_color() == HOUSE.colours.rule]) == behind


def test_what_is_not_highlighted_is_grey() -> None:
    figure = drawn("small_multiples", calls(3), **LINES, highlight=("Port 1",), context="false")
    assert [axes.lines[0].get_color() == HOUSE.colours.accent for axes in figure.axes] == [False, True, False]


def test_a_panel_without_values_says_so_and_is_last() -> None:
    figure = drawn("small_multiples", calls(3, missing="Port 2"), **LINES)
    places = {text.get_text(): text.get_window_extent().x0 for text in texts(figure)}
    assert places["not counted"] > places["Port 0"]


def test_bars_start_at_zero_and_have_their_names_at_the_first_of_a_row() -> None:
    figure = drawn("small_multiples", calls(8), **BARS)
    bars = [one for axes in figure.axes for one in axes.patches if isinstance(one, Rectangle)]
    assert {bar.get_x() for bar in bars} == {0.0}
    assert words_in(figure).count("Red") == 2
    assert len({axes.get_xlim() for axes in figure.axes}) == 1


@pytest.mark.parametrize(
    ("data", "keys", "message"),
    [
        (calls(25), LINES, "25 panels don't fit on a page, 24 do"),
        (calls(2), {**LINES, "date": None}, "a panel has a line or bars"),
        (calls(2), {**LINES, "category": "flag"}, "a panel has a line or bars"),
        (calls(2), {**LINES, "highlight": ("Port 9",)}, "highlight: names 'Port 9'"),
        (calls(1, missing="Port 0"), BARS, "no values"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, keys: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("small_multiples", data, **keys)
    assert raised.value.hint


def test_the_description_tells_each_of_a_few_panels() -> None:
    said = described("small_multiples", calls(2), options_of("small_multiples", **LINES), ENGLISH)
    assert said == (
        "2 panels with a line each on one scale, from 2001 to 2003: “Ships”. "
        "Port 1: up from 10 (2001) to 12 (2003). Port 0: up from 0 (2001) to 2 (2003)."
    )


def test_the_description_of_many_panels_tells_their_directions_and_ends() -> None:
    said = described("small_multiples", calls(9), options_of("small_multiples", **LINES), ENGLISH)
    assert "Higher in 2003 than in 2001: all 9." in said
    assert "The lowest: Port 0 (2), Port 1 (12) and Port 2 (22)." in said


def test_the_description_compares_with_the_date_that_the_author_names() -> None:
    data = calls(3)
    rows = tuple({**row, "ships": 99.0} if at == 4 else row for at, row in enumerate(data.rows))
    chosen = options_of("small_multiples", **LINES, against=PartialDate(2002))
    said = described("small_multiples", replace(data, rows=rows), chosen, ENGLISH)
    assert "Higher in 2003 than in 2002: Port 2 and Port 0." in said
    assert "Lower in 2003 than in 2002: Port 1 (99 to 12)." in said
    with pytest.raises(ChartError, match="no value of 1999"):
        described("small_multiples", data, options_of("small_multiples", **LINES, against=PartialDate(1999)), ENGLISH)


def test_the_description_of_bars_in_french() -> None:
    said = described("small_multiples", calls(9), options_of("small_multiples", **BARS), FRENCH)
    assert said.startswith("9 vignettes à la même échelle, de 3 barres chacune")
    assert "Port 8 / Green (82)" in said


def test_the_description_of_many_panels_tells_what_stands_out() -> None:
    lines = described(
        "small_multiples", calls(9), options_of("small_multiples", **LINES, highlight=("Port 4",)), ENGLISH
    )
    assert "Port 4: up from 40 (2001) to 42 (2003)." in lines
    assert "Port 5:" not in lines
    bars = described("small_multiples", calls(9), options_of("small_multiples", **BARS, highlight=("Red",)), ENGLISH)
    assert "Red: lowest Port 0 (0), highest Port 8 (80)." in bars


def test_the_description_of_panels_tells_their_gaps() -> None:
    data = calls(3)
    rows = tuple({**row, "ships": None} if at == 4 else row for at, row in enumerate(data.rows))
    said = described("small_multiples", replace(data, rows=rows), options_of("small_multiples", **LINES), ENGLISH)
    assert said.endswith("There is no value for Port 1 (2002): not counted.")
    figure = drawn("small_multiples", replace(data, rows=rows), **LINES, missing_text="no register yet")
    assert "no register yet: Port 1 (2002)" in words_in(figure)
    assert faults(figure) == []
