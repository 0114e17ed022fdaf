"""Tile maps: a tile for each place, fills by class or category, a second sign, what tiles say, what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reportgen.figures.contract import ChartData, ChartError
from reportgen.figures.kit import degree_fills, fills, map_of
from reportgen.figures.kit.maps import map_names
from reportgen.source.fields import docs_of
from tests.charts.support import (
    ENGLISH,
    FRENCH,
    HOUSE,
    balkans,
    described,
    drawn,
    kind,
    options_of,
    table,
    texts,
    words_in,
)

HEXES = "maps/balkans.hexjson"
KEYS: dict[str, Any] = {"map": HEXES, "place": "place", "value": "value"}
SHARES = (("Serbia", 12.0), ("Albania", 31.0), ("MK", 48.0), ("Kosovo", None))


def places(*rows: tuple[str, Any], type_: str = "integer") -> ChartData:
    data = table({"place": "string", "value": {"type": type_, "unit": "%"}}, *rows, missing="not counted")
    return replace(data, files={HEXES: balkans()})


def _tiles(figure: Figure) -> dict[str, str]:
    """The fill of each tile by its head."""
    found = {}
    for patch in figure.axes[0].patches:
        assert isinstance(patch, Rectangle)
        box = patch.get_window_extent()
        if patch.get_fill():
            inside = [text for text in texts(figure) if box.contains(*text.get_window_extent().min)]
            found[inside[0].get_text().replace("\n", " ")] = str(to_hex(patch.get_facecolor()))
    return found


def test_the_options_name_every_map() -> None:
    doc = docs_of(kind("tilemap").Options)["map"]
    assert all(f"`{name}`" in doc for name in map_names())


def test_every_place_has_a_tile_and_those_without_a_value_are_empty() -> None:
    found = _tiles(drawn("tilemap", places(*SHARES), **KEYS))
    low, middle, high = (fill.colour.lower() for fill in degree_fills(3, HOUSE)[::-1])
    paper = HOUSE.colours.paper
    assert found == {
        "Serbia": low,
        "Albania": middle,
        "North Macedonia": high,
        "Kosovo": paper,
        "Montenegro": paper,
        "Bosnia and Herzegovina": paper,
    }


def test_tiles_write_their_numbers_and_the_key_the_classes() -> None:
    said = words_in(drawn("tilemap", places(*SHARES), **KEYS, limits=(20.0, 40.0)))
    assert said[:4] == ["under 20% →", "20% to 39% →", "40% or more", "not counted"]
    assert {"12%", "31%", "48%"} <= set(said)


def test_type_is_large_where_all_names_fit() -> None:
    figure = drawn("tilemap", places(*SHARES), **KEYS)
    assert {text.get_fontsize() for text in texts(figure) if "%" in text.get_text()[-1:]} == {9.0}


def test_names_that_do_not_fit_are_codes() -> None:
    said = words_in(drawn("tilemap", places(*SHARES), **{**KEYS, "map": "europe"}))
    assert {code.code for code in map_of("europe").tiles} <= set(said)
    assert "Serbia" not in said


def test_names_follow_the_language_of_the_paper() -> None:
    assert "Macédoine du Nord" in words_in(drawn("tilemap", places(*SHARES), words=FRENCH, **KEYS))


def test_tiles_lie_as_on_the_map() -> None:
    figure = drawn("tilemap", places(*SHARES), **KEYS)
    at = {text.get_text().replace("\n", " "): text.get_window_extent() for text in texts(figure)}
    assert at["Serbia"].y0 > at["Kosovo"].y1 > at["Kosovo"].y0 > at["North Macedonia"].y1
    assert at["Albania"].x1 < at["North Macedonia"].x0
    assert at["Albania"].x0 < at["Montenegro"].x0  # whose row is shifted


def test_more_than_three_categories_have_a_hatch_as_second_sign_and_plain_ground_under_text() -> None:
    rows = (("Serbia", "In"), ("Albania", "Near"), ("Kosovo", "Out"), ("MK", "Far"))
    solid = drawn("tilemap", places(*rows[:3], type_="string"), **KEYS)
    assert not any(patch.get_hatch() for patch in solid.axes[0].patches)
    figure = drawn("tilemap", places(*rows, type_="string"), **KEYS)
    assert _tiles(figure)["Kosovo"] == fills(HOUSE, 4)[2].colour.lower()
    hatched = [patch for patch in figure.axes[0].patches if patch.get_hatch()]
    assert len(hatched) == 2
    plates = {text.get_text() for text in texts(figure) if text.get_bbox_patch() is not None}
    assert plates == {"Kosovo", "North Macedonia"}


def test_the_key_has_only_categories_that_occur() -> None:
    data = table(
        {"place": "string", "value": {"values": ("In", "Near", "Out")}},
        ("Serbia", "In"),
        ("Kosovo", "Out"),
        missing="?",
    )
    data = replace(data, files={HEXES: balkans()})
    assert words_in(drawn("tilemap", data, **KEYS))[:3] == ["In", "Out", "?"]


@pytest.mark.parametrize(
    ("data", "options", "message"),
    [
        (places(("Serbia", 1.0), ("RS", 2.0)), {}, "more than one row for 'Serbia'"),
        (places(("Narnia", 1.0)), {}, "no place 'Narnia'"),
        (places(("Serbia", None)), {}, "no values"),
        (places(("Serbia", "In"), type_="string"), {"limits": (1.0,)}, "limits: goes with numbers"),
        (places(("Serbia", 123456789.25), type_="number"), {"map": "europe"}, "too long for a tile"),
        (places(("Serbia", 1.0)), {"map": "balkans"}, "no map 'balkans'"),
        (places(("Serbai", 1.0)), {}, f"the map '{HEXES}' has no place 'Serbai'"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("tilemap", data, **{**KEYS, **options})
    assert raised.value.hint


def test_the_description_tells_the_ends_of_a_few_places() -> None:
    said = described("tilemap", places(*SHARES), options_of("tilemap", **KEYS), ENGLISH)
    assert said == (
        "Tile map with values for 3 places: “Value”. "
        "From the highest down: North Macedonia (48%), Albania (31%) and Serbia (12%). "
        "There is no value for Kosovo: not counted."
    )


def test_the_description_names_the_places_of_each_category() -> None:
    data = places(("Serbia", "In"), ("Albania", "Out"), ("Kosovo", "Out"), type_="string")
    said = described("tilemap", data, options_of("tilemap", **KEYS), ENGLISH)
    assert said.endswith("“In”, 1 place: Serbia. “Out”, 2 places: Albania and Kosovo.")
