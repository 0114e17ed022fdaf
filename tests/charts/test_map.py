"""Maps of areas: fills, labels inside, beside and below, the key, what is said and what is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from reportgen.figures.contract import ChartData, ChartError
from reportgen.figures.kit import degree_fills
from reportgen.marks import Mark
from tests.charts.support import (
    ENGLISH,
    FRENCH,
    HOUSE,
    balkans,
    described,
    drawn,
    faults,
    options_of,
    table,
    texts,
    words_in,
)

FILE = "maps/a.geojson"
KEYS: dict[str, Any] = {"areas": FILE, "place": "place", "value": "value"}
SIDES = {"Arn": 3.0, "Brattvik": 3.0, "Kalk": 3.0, "Zill": 0.03}
SHARES = (("Arn", 12.0), ("Brattvik", 31.0), ("Kalk", None), ("Zill", 48.0))


def geojson(sides: dict[str, float]) -> bytes:
    """Squares of these sides, side by side."""
    features = []
    for at, (name, side) in enumerate(sides.items()):
        x = at * 3
        ring = [[x, 50], [x + side, 50], [x + side, 50 + side], [x, 50 + side], [x, 50]]
        names = {"name": name, "name:fr": f"{name} (fr)", "code": f"A{at}"}
        features.append(
            {"type": "Feature", "properties": names, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        )
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def places(*rows: tuple[str, Any], kind: str = "integer", sides: dict[str, float] = SIDES) -> ChartData:
    unit = "%" if kind == "integer" else ""
    data = table({"place": "string", "value": {"type": kind, "unit": unit}}, *rows, missing="not counted")
    return replace(data, files={FILE: geojson(sides)})


def fills(figure: Figure) -> list[str]:
    """Of the areas, in the order of the file."""
    patches = [patch for patch in figure.axes[0].patches if isinstance(patch, PathPatch) and patch.get_fill()]
    return [str(to_hex(patch.get_facecolor())) for patch in patches]


def test_the_more_the_darker_and_what_has_no_value_is_empty() -> None:
    low, middle, high = (fill.colour.lower() for fill in degree_fills(3, HOUSE)[::-1])
    figure = drawn("map", places(*SHARES), **KEYS)
    assert fills(figure) == [low, middle, HOUSE.colours.paper.lower()]
    (dot,) = figure.axes[0].lines  # the area that is too small to be seen
    assert str(to_hex(dot.get_color())) == high
    assert faults(figure) == []


def test_a_label_says_name_and_value_inside_its_area_or_beside_the_map() -> None:
    figure = drawn("map", places(*SHARES), **KEYS)
    said = {text.get_text(): text for text in texts(figure)}
    assert {"Arn\n12%", "Brattvik\n31%", "Kalk\nnot counted", "Zill: 48%"} <= set(said)
    (dot,) = figure.axes[0].lines
    assert said["Zill: 48%"].get_window_extent().x0 > dot.get_window_extent().x1


def test_the_key_goes_from_the_least_to_the_most_and_says_what_empty_areas_mean() -> None:
    said = words_in(drawn("map", places(*SHARES), **KEYS, limits=(20.0, 40.0)))
    assert said[:4] == ["under 20% →", "20% to 39% →", "40% or more", "not counted"]
    assert "Equirectangular projection, true to scale at 52° N." in said


def test_ordered_categories_go_from_the_least_to_the_most_too() -> None:
    rows = (("Arn", "All"), ("Brattvik", "Some"), ("Kalk", "None"), ("Zill", "All"))
    figure = drawn("map", places(*rows, kind="string"), **KEYS, order=("All", "Some", "None"), ordered=True)
    assert words_in(figure)[:3] == ["None →", "Some →", "All"]
    assert fills(figure) == [fill.colour.lower() for fill in degree_fills(3, HOUSE)]


def many(count: int, side: float = 3.0) -> tuple[ChartData, Sequence[str]]:
    names = [f"Municipality {at}" for at in range(count)]
    rows = [(name, float(at)) for at, name in enumerate(names)]
    return places(*rows, sides=dict.fromkeys(names, side)), names


def test_where_there_is_no_room_for_names_a_letter_says_what_the_key_explains() -> None:
    data, names = many(24)
    said = words_in(drawn("map", data, **KEYS, tall=300.0))
    assert not any(name in said for name in names)
    assert {"A", "B", "C"} <= set(said)
    assert said[0].startswith("A\u2002")


def test_what_is_too_small_for_a_letter_is_named_below() -> None:
    sides = {f"Municipality {at}": 0.1 if at < 10 else 3.0 for at in range(24)}
    data = places(*((name, float(at)) for at, name in enumerate(sides)), sides=sides)
    said = words_in(drawn("map", data, **KEYS, tall=500.0))
    assert any(text.startswith("Without a label on the map: Municipality 0 (A), ") for text in said)


def test_a_map_of_areas_too_small_for_any_label_is_refused() -> None:
    data, _ = many(24, side=0.1)
    with pytest.raises(ChartError, match="24 of 24 areas are too small for a label") as raised:
        drawn("map", data, **KEYS, tall=500.0)
    assert "height:" in raised.value.hint


def test_hexagons_have_no_projection() -> None:
    data = replace(places(("RS", 12.0), ("AL", 31.0)), files={"b.hexjson": balkans()})
    figure = drawn("map", data, **{**KEYS, "areas": "b.hexjson"})
    said = words_in(figure)
    assert not any("projection" in text for text in said)
    assert {"Serbia 12%", "Albania 31%"} <= set(said)  # a code stands for the name


def test_a_code_is_called_what_the_map_calls_it_in_the_language_of_the_paper() -> None:
    said = words_in(drawn("map", places(("A0", 12.0), ("A1", 31.0)), words=FRENCH, **KEYS))
    assert any(text.startswith("Arn (fr) 12") for text in said)


def test_a_mark_stands_at_the_number_or_says_why_there_is_none() -> None:
    data = replace(
        places(("Arn", 12.0), ("Brattvik", None)), marks=({"value": Mark.PROVISIONAL}, {"value": Mark.SUPPRESSED})
    )
    said = words_in(drawn("map", data, **KEYS))
    assert "Arn 12%\u00a0[p]" in said
    assert "Brattvik suppressed as confidential" in said


def test_the_description_tells_the_ends_and_counts_classes() -> None:
    said = described("map", places(*SHARES), options_of("map", **KEYS, limits=(20.0,)), ENGLISH)
    assert said == (
        "Map with values for 3 areas: “Value”. From the highest down: Zill (48%), Brattvik (31%) and Arn (12%). "
        "There is no value for Kalk: not counted."
    )
    data, _ = many(24)
    said = described("map", data, options_of("map", **KEYS), ENGLISH)
    highest = ", ".join(f"Municipality {at} ({at}%)" for at in (23, 22, 21, 20))
    assert f"The highest: {highest} and Municipality 19 (19%)." in said
    assert "The lowest: Municipality 0 (0%), Municipality 1 (1%) and Municipality 2 (2%)." in said
    assert "In classes: 5 areas under 5%; " in said


def test_the_description_counts_categories() -> None:
    data = places(("Arn", "In"), ("Brattvik", "Out"), ("Kalk", "Out"), kind="string")
    assert described("map", data, options_of("map", **KEYS), ENGLISH).endswith(
        "“In”, 1 area: Arn. “Out”, 2 areas: Brattvik and Kalk."
    )


@pytest.mark.parametrize(
    ("data", "options", "message"),
    [
        (places(("Arn", 1.0), ("Arn", 2.0)), {}, "more than one row for 'Arn'"),
        (places(("Arn", 1.0), ("Kalg", 1.0)), {}, "has no area 'Kalg'"),
        (places(("Arn", None)), {}, "no values"),
        (places(("Arn", "In"), kind="string"), {"limits": (1.0,)}, "limits: goes with numbers"),
        (places(("Arn", 1.0)), {"join": "nmae"}, "has a property 'nmae'"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("map", data, **{**KEYS, **options})
    assert raised.value.hint
