"""GeoJSON and HexJSON: what is read of them, and what is told of a file that is neither."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.maps.areas import MOST_AREAS, read_areas, read_hexes

SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
HOLE = [[0.5, 0.5], [1, 0.5], [1, 1], [0.5, 0.5]]


def feature(geometry: Any, **more: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"name": "Zill", "code": 7, "size": 1.5, "gone": None}, **more} | {
        "geometry": geometry
    }


def collection(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


POLYGON = {"type": "Polygon", "coordinates": [SQUARE, HOLE]}


def test_polygons_have_rings_without_their_last_point_and_properties_as_texts() -> None:
    file = read_areas("a.geojson", collection(feature(POLYGON, id="Z1")))
    (area,) = file.areas
    assert file.geographic
    assert area.rings[0] == ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0))
    assert len(area.rings[1]) == 3
    assert area.properties == {"name": "Zill", "code": "7", "size": "1.5", "id": "Z1"}


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "MultiPolygon", "coordinates": [[SQUARE, HOLE]]},
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 1]}, POLYGON]},
        {"type": "Polygon", "coordinates": [[[*point, 12.5] for point in SQUARE], HOLE]},
    ],
)
def test_other_forms_of_areas_give_the_same_rings(geometry: Any) -> None:
    assert read_areas("a", collection(feature(geometry))).areas[0].rings == (
        read_areas("a", collection(feature(POLYGON))).areas[0].rings
    )


def test_a_lone_feature_and_a_byte_order_mark_are_read() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(feature(POLYGON)).encode()
    assert len(read_areas("a", data).areas) == 1


def test_points_lines_and_features_without_a_place_are_left_out() -> None:
    others = (feature({"type": "Point", "coordinates": [1, 2]}), feature(None))
    assert len(read_areas("a", collection(feature(POLYGON), *others)).areas) == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfe\x00", "is no JSON"),
        (b'{\n"type": ', "is no JSON: look at line 2"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "neither GeoJSON nor HexJSON"),
        (b'{"type": "Topology", "objects": {}}', "is TopoJSON"),
        (b'{"type": "FeatureCollection"}', "that is no GeoJSON"),
        (collection(feature({"type": "Polygon", "coordinates": [[["a", 1], [2, 2], [3, 3], [0, 0]]]})), "no GeoJSON"),
        (collection(feature({"type": "Polygon", "coordinates": [[[1, math.nan]] * 4]})), "no GeoJSON"),
        (collection(feature({"type": "Polygon", "coordinates": 7})), "no GeoJSON"),
        (collection("Zill"), "no GeoJSON"),
        (collection(feature({"type": "Point", "coordinates": [1, 1]})), "no areas"),
        (collection(feature({"type": "Polygon", "coordinates": [[[445000, 6100000]] * 4]})), "of a national grid"),
        (collection(*[feature(POLYGON)] * (MOST_AREAS + 1)), f"{MOST_AREAS + 1} areas"),
        (b'{"hexes": {}}', "is no HexJSON"),
        (b'{"layout": "odd", "hexes": {"A": {"q": 0, "r": 0}}}', "is no HexJSON"),
        (b'{"hexes": {"A": {"q": 0}}}', "'A' has no whole numbers q and r"),
        (b'{"hexes": {"A": {"q": 0.5, "r": 1}}}', "'A' has no whole numbers"),
        (b'{"hexes": {"A": {"q": 1e999, "r": 1}}}', "'A' has no whole numbers"),
        (b'{"hexes": {"A": {"q": 0, "r": 1}, "B": {"q": 0, "r": 1}}}', "'B' and 'A' have one place"),
        (b'{"hexes": {"A": 3}}', "'A' has no whole numbers"),
    ],
)
def test_a_file_that_is_neither_says_why_and_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(ChartError) as raised:
        read_areas("maps/a.geojson", data)
    assert message in raised.value.message
    assert raised.value.message.startswith("'maps/a.geojson'")
    assert raised.value.hint
    assert raised.value.option == "areas"


def hexes(layout: str) -> dict[str, tuple[float, float]]:
    places = {"A": (0, 0), "B": (1, 0), "C": (0, 1), "D": (1, 1)}
    whole = {"layout": layout, "hexes": {key: {"q": q, "r": r, "n": key.lower()} for key, (q, r) in places.items()}}
    found, _ = read_hexes("a.hexjson", json.dumps(whole).encode(), "map")
    return {one.properties["id"]: (one.column, one.row) for one in found}


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("odd-r", {"A": (0, 1), "B": (1, 1), "C": (0.5, 0), "D": (1.5, 0)}),
        ("even-r", {"A": (0.5, 1), "B": (1.5, 1), "C": (0, 0), "D": (1, 0)}),
        ("odd-q", {"A": (0, 1.5), "B": (1, 1), "C": (0, 0.5), "D": (1, 0)}),
        ("even-q", {"A": (0, 1), "B": (1, 1.5), "C": (0, 0), "D": (1, 0.5)}),
    ],
)
def test_rows_of_hexagons_go_upwards_and_every_second_is_shifted(
    layout: str, expected: dict[str, tuple[float, float]]
) -> None:
    assert hexes(layout) == expected


def test_hexagons_that_touch_share_two_corners() -> None:
    whole = {"hexes": {"A": {"q": 0, "r": 0}, "B": {"q": 1, "r": 0}, "C": {"q": 0, "r": 1}}}
    file = read_areas("a.hexjson", json.dumps(whole).encode())
    assert not file.geographic
    corners = [{(round(x, 6), round(y, 6)) for x, y in area.rings[0]} for area in file.areas]
    assert [len(one & other) for one, other in ((corners[0], corners[1]), (corners[0], corners[2]))] == [2, 2]
