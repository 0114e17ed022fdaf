"""Area: bands on top of each other, gaps, shares, the total, and the names beside the bands."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle

from reportgen.figures.contract import ChartData, ChartError, Value
from reportgen.figures.kit import date_position, fills
from tests.charts.support import (
    ENGLISH,
    FRENCH,
    HOUSE,
    day,
    described,
    drawn,
    faults,
    options_of,
    points,
    table,
    texts,
    words_in,
)

WIDE: dict[str, Any] = {"date": "year", "values": ("sea", "land")}
LONG: dict[str, Any] = {"date": "year", "values": ("tonnes",), "series": "way"}


def ways(*rows: tuple[float, Value, Value]) -> ChartData:
    return table({"year": "year", "sea": "integer", "land": "integer"}, *rows, missing="not weighed")


DATA = ways((2001.0, 30.0, 10.0), (2002.0, 40.0, 20.0), (2004.0, 30.0, 50.0))
TWO = table(
    {"year": "year", "way": "string", "tonnes": "number"},
    *((2001.0, "Sea", 3.0), (2002.0, "Sea", 4.0), (2001.0, "Land", 9.0), (2002.0, "Land", 8.0)),
)


def _bands(figure: Figure, index: int) -> list[list[tuple[float, float]]]:
    """The corners of the pieces of a band."""
    colour = fills(HOUSE, 2)[index].colour
    found = [one for one in figure.axes[0].patches if isinstance(one, Polygon) and one.get_fill()]
    corners = [one.get_xy() for one in found if to_hex(one.get_facecolor()) == colour]
    return [[(float(x), float(y)) for x, y in piece] for piece in corners]


def test_bands_stand_on_each_other_from_zero() -> None:
    figure = drawn("area", DATA, **WIDE)
    first, second = (_bands(figure, index)[0] for index in (0, 1))
    assert [y for _, y in first[:6]] == [30, 40, 30, 0, 0, 0]
    assert [y for _, y in second[:6]] == [40, 60, 80, 30, 40, 30]
    assert figure.axes[0].get_ylim()[0] == 0


def test_each_band_is_named_beside_its_end_with_its_last_value() -> None:
    figure = drawn("area", DATA, **WIDE)
    names = {text.get_text(): text.get_window_extent() for text in texts(figure)}
    assert names["Sea: 30"].y1 < names["Land: 50"].y0
    assert names["Sea: 30"].x0 > figure.axes[0].get_window_extent().x1


def test_bands_whose_names_stand_far_from_them_have_a_key() -> None:
    rows = [(year, name, 900.0 if year == 2001.0 else 1.0) for year in (2001.0, 2002.0) for name in "ABCD"]
    columns = {"year": "year", "way": "string", "tonnes": "number"}
    figure = drawn("area", table(columns, *rows), **LONG, total=True)
    words = words_in(figure)
    assert {"A", "B", "C", "D", "Total", "A: 1", "Total: 4"} <= set(words)
    assert not figure.lines  # no leaders, which would run into each other
    assert faults(figure) == []
    assert "Sea" not in words_in(drawn("area", DATA, **WIDE))


def test_in_long_form_the_highest_last_value_is_at_the_bottom() -> None:
    figure = drawn("area", TWO, **LONG)
    assert max(y for _, y in _bands(figure, 0)[0]) == 9
    natural = drawn("area", TWO, **LONG, order="natural")
    assert max(y for _, y in _bands(natural, 0)[0]) == 4


def test_a_date_that_lacks_a_part_has_no_stack_but_a_key() -> None:
    data = ways((2001.0, 1.0, 1.0), (2002.0, 2.0, 2.0), (2003.0, 4.0, None), (2004.0, 3.0, 3.0), (2005.0, 1.0, 2.0))
    figure = drawn("area", data, **WIDE)
    assert len(_bands(figure, 0)) == 2
    gap = next(one for one in figure.axes[0].patches if isinstance(one, Rectangle))
    ends = [date_position(day(str(year))) for year in (2002, 2004)]
    assert [gap.get_x(), gap.get_x() + gap.get_width()] == ends
    assert "not weighed" in words_in(figure)


def test_a_stack_between_two_gaps_can_be_seen() -> None:
    data = ways((2001.0, 1.0, None), (2002.0, 2.0, 2.0), (2003.0, 4.0, None))
    figure = drawn("area", data, **WIDE)
    xs = [x for x, _ in _bands(figure, 0)[0]]
    assert max(xs) > min(xs)
    assert faults(figure) == []


def test_shares_fill_the_axis() -> None:
    figure = drawn("area", DATA, **WIDE, shares=True)
    assert {y for _, y in _bands(figure, 1)[0][:3]} == {100.0}
    assert {"Sea: 38%", "Land: 63%", "100%"} <= set(words_in(figure))


def test_the_total_has_a_line_and_a_name() -> None:
    figure = drawn("area", DATA, **WIDE, total=True)
    tops = [points(line) for line in figure.axes[0].lines if line.get_color() == HOUSE.colours.ink]
    assert [y for _, y in tops[0]] == [40, 60, 80]
    assert "Total: 80" in words_in(figure)


@pytest.mark.parametrize(
    ("data", "more", "message"),
    [
        (ways((2001.0, 1.0, -1.0), (2002.0, 1.0, 1.0)), {}, "'Land' has a negative value"),
        (ways((2001.0, 1.0, 1.0)), {}, "one date makes no area"),
        (ways((2001.0, 1.0, None), (2002.0, None, 1.0)), {}, "no date has a value for every band"),
        (ways((2001.0, 0.0, 0.0), (2002.0, 0.0, 0.0)), {"shares": True}, "every total is zero"),
        (DATA, {"shares": True, "total": True}, "total: goes without shares:"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, more: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("area", data, **WIDE, **more)
    assert raised.value.hint


def test_seven_bands_are_too_many() -> None:
    rows = [(2001.0 + at, f"Way {way}", 1.0) for way in range(7) for at in range(2)]
    with pytest.raises(ChartError, match="7 bands are too many") as raised:
        drawn("area", table({"year": "year", "way": "string", "tonnes": "number"}, *rows), **LONG)
    assert "small-multiples" in raised.value.hint


def test_the_description_tells_the_total_and_each_band() -> None:
    said = described("area", DATA, options_of("area", **WIDE), ENGLISH)
    assert said == (
        "Area chart with 2 bands on top of each other, from 2001 to 2004. Total: up from 40 (2001) to 80 (2004). "
        "Sea: 30 (2001); up to the highest, 40 (2002); down to 30 (2004). "
        "Land: up from 10 (2001) to 50 (2004). The highest at the beginning is “Sea”, at the end “Land”."
    )


def test_the_description_of_shares_in_french() -> None:
    said = described("area", DATA, options_of("area", **WIDE, shares=True), FRENCH)
    assert "Les bandes sont des parts de 100" in said
    assert "Land : hausse de 25" in said.replace("\u00a0", " ").replace("\u202f", " ")
