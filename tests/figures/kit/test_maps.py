"""Maps of tiles: each code has a place, names lead to it in any spelling, neighbours touch, unknown places are told."""

from __future__ import annotations

from itertools import combinations

import pytest

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.maps import map_names, map_of

TOUCHING = """
    PT ES  ES AD  FR BE  BE NL  NL DE  DE DK  DE PL  DE CZ  CZ AT  AT HU  AT LI  LI CH  CH FR
    CH IT  IT SI  SI HR  HR HU  HU RO  HU SK  SK CZ  SK PL  LT LV  LV EE  EE FI  FI SE  SE NO
    UA BY  UA RO  RO RS  RO MD  RS BG  RS XK  RS HR  BA HR  BA RS  BA ME  ME AL  AL XK  XK MK
    MK GR  AL GR  BG TR  IE UK  TR AM  AM AZ
""".split()
"""Pairs of neighbours, one after the other."""


@pytest.mark.parametrize("name", map_names())
def test_every_tile_has_a_place_of_its_own_and_names_in_both_languages(name: str) -> None:
    tiles = map_of(name).tiles
    assert len({tile.code for tile in tiles}) == len({(tile.row, tile.column) for tile in tiles}) == len(tiles)
    for tile in tiles:
        assert tile.name("en-GB") == tile.names["en"][0]
        assert tile.name("fr") == tile.names["fr"][0]
        called = {tile.code, *tile.codes, *tile.names["en"], *tile.names["fr"]}
        assert map_of(name).tiles_of(sorted(called), "en") == [tile] * len(called)


@pytest.mark.parametrize("name", map_names())
def test_no_two_places_share_a_name(name: str) -> None:
    called = [{tile.code, *tile.codes, *tile.names["en"], *tile.names["fr"]} for tile in map_of(name).tiles]
    assert not any(one & other for one, other in combinations(called, 2))


def test_neighbours_touch_at_least_at_a_corner() -> None:
    found = map_of("europe")
    for one, other in zip(TOUCHING[::2], TOUCHING[1::2], strict=True):
        a, b = found.tiles_of([one], "en")[0], found.tiles_of([other], "en")[0]
        assert max(abs(a.row - b.row), abs(a.column - b.column)) == 1, (one, other)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("serbia", "RS"),
        ("The Netherlands", "NL"),
        ("République tchèque", "CZ"),
        ("EL", "GR"),
        ("GBR", "UK"),
        ("Bosnie Herzégovine", "BA"),
        ("Bosnia & Herzegovina", "BA"),
        ("no", "NO"),
        ("xk", "XK"),
    ],
)
def test_a_place_is_known_by_any_of_its_names(text: str, code: str) -> None:
    assert map_of("europe").tiles_of([text], "en")[0].code == code


def test_an_unknown_place_or_map_is_told_with_the_nearest_name() -> None:
    with pytest.raises(ChartError, match="no place 'Sebria'") as raised:
        map_of("europe").tiles_of(["Sebria"], "en")[0]
    assert raised.value.hint == "did you mean 'Serbia'?"
    with pytest.raises(ChartError, match="no place 'Atlantis'") as raised:
        map_of("uk").tiles_of(["Atlantis"], "en")[0]
    assert "where:" in raised.value.hint
    with pytest.raises(ChartError, match="no place 'Deutschland'") as raised:
        map_of("europe").tiles_of(["Deutschland"], "en")[0]
    assert raised.value.hint.startswith("names are in English or French")
    with pytest.raises(ChartError, match="no map 'europa'") as raised:
        map_of("europa")
    assert raised.value.hint == "did you mean 'europe'?"


def test_a_language_without_names_gets_english() -> None:
    assert map_of("europe").tiles_of(["RS"], "en")[0].name("sr-Latn") == "Serbia"


@pytest.mark.parametrize(
    ("place", "hint"), [("England", "names are in"), ("Humber", "names are in"), ("Yorkshire", "Yorkshire ")]
)
def test_a_name_that_only_ends_a_longer_one_is_no_slip_for_it(place: str, hint: str) -> None:
    with pytest.raises(ChartError) as raised:
        map_of("uk").tiles_of([place], "en")[0]
    assert hint in raised.value.hint


def test_all_places_that_a_map_lacks_are_told_at_once_and_only_what_is_alike_is_proposed() -> None:
    texts = ["North", "Walse", "Midlands", "London", "East"]
    with pytest.raises(ChartError, match=r"the map 'uk' has no places 'North', 'Walse', 'Midlands', 'East'") as told:
        map_of("uk").tiles_of(texts, "en-GB")
    assert told.value.hint == "did you mean 'Wales'?"


@pytest.mark.parametrize(("tag", "meant"), [("fr", "'Écosse'"), ("en-GB", "")])
def test_names_are_proposed_in_the_language_of_the_paper(tag: str, meant: str) -> None:
    with pytest.raises(ChartError, match="has no place 'Ecose'") as told:
        map_of("uk").tiles_of(["Ecose"], tag)
    assert (meant in told.value.hint) and ("did you mean" in told.value.hint) == bool(meant)
