"""Files of areas: GeoJSON (RFC 7946) and HexJSON, read into rings of points with what each area is called.

Nothing is projected or drawn here. What a file has wrong is a ChartError.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.figures.contract import ChartError
from reportgen.frozen import frozen

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line; its last point is not its first once more."""

MOST_AREAS = 500
"""More can't be told apart on a page."""
MOST_POINTS = 400_000
"""So many are drawn in a second or two; a map of a page shows some thousands."""

_SIMPLER = "simplify it for a page: mapshaper.org does, as do the simplified boundaries of statistical offices"
_GEOJSON = "save it as GeoJSON in WGS 84 (EPSG:4326), or as HexJSON"


@frozen
class Area:
    """An area with its properties as texts, `id` among them; each part of it is a ring, or the hole of one."""

    properties: Mapping[str, str]
    rings: tuple[Ring, ...]


@frozen
class Hex:
    """A place of HexJSON: how far it lies to the right and how far down, in columns and rows."""

    properties: Mapping[str, str]
    column: float
    row: float


@frozen
class AreaFile:
    """The areas of a file; `geographic`: their points are degrees of longitude and latitude, else y grows upwards."""

    areas: tuple[Area, ...]
    geographic: bool


def read_areas(name: str, data: bytes, option: str = "areas") -> AreaFile:
    """The areas of a GeoJSON or HexJSON file called `name`; ChartError, at the option, for what is neither."""
    whole = _json(name, data, option)
    if isinstance(whole.get("hexes"), Mapping):
        hexes, pointed = read_hexes(name, data, option)
        return AreaFile(tuple(Area(one.properties, (_corners(one, pointed=pointed),)) for one in hexes), False)
    try:
        areas = tuple(_areas(whole, name))
    except (TypeError, ValueError, KeyError, IndexError, AttributeError):
        raise ChartError(f"'{name}' has an area that is no GeoJSON", _GEOJSON, option=option) from None
    if not areas:
        raise ChartError(f"'{name}' has no areas: points and lines make no map of areas", _GEOJSON, option=option)
    _check(name, areas, option)
    return AreaFile(areas, True)


def _json(name: str, data: bytes, option: str) -> Mapping[str, Any]:
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise ChartError(f"'{name}' is no JSON: look at line {error.lineno}", _GEOJSON, option=option) from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise ChartError(f"'{name}' is no JSON", _GEOJSON, option=option) from None
    if not isinstance(whole, Mapping):
        raise ChartError(f"'{name}' is neither GeoJSON nor HexJSON", _GEOJSON, option=option)
    if whole.get("type") == "Topology":
        raise ChartError(f"'{name}' is TopoJSON, which is not read", _GEOJSON, option=option)
    return whole


def _check(name: str, areas: Sequence[Area], option: str) -> None:
    if len(areas) > MOST_AREAS:
        hint = "leave areas out of the file, or take larger ones"
        raise ChartError(f"'{name}' has {len(areas)} areas, {MOST_AREAS} are the most", hint, option=option)
    points = [point for area in areas for ring in area.rings for point in ring]
    if len(points) > MOST_POINTS:
        raise ChartError(f"'{name}' has {len(points)} points, {MOST_POINTS} are the most", _SIMPLER, option=option)
    if any(abs(x) > 540 or abs(y) > 90.001 for x, y in points):
        hint = "save it anew in WGS 84 (EPSG:4326): longitude and latitude"
        raise ChartError(f"'{name}' has coordinates of a national grid, no degrees", hint, option=option)


# --- GeoJSON ---------------------------------------------------------------------------------------------------------
def _areas(whole: Mapping[str, Any], name: str) -> Iterator[Area]:
    features = whole["features"] if whole.get("type") == "FeatureCollection" else [whole]
    for feature in features:
        if feature.get("type") != "Feature":
            raise ValueError(name)
        rings = tuple(_rings(feature.get("geometry")))
        if rings:
            yield Area(_texts({**(feature.get("properties") or {}), **_id(feature)}), rings)


def _id(feature: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"id": feature["id"]} if "id" in feature else {}


def _rings(geometry: Mapping[str, Any] | None) -> Iterator[Ring]:
    match geometry and geometry["type"]:
        case "Polygon":
            parts = [geometry["coordinates"]]  # type: ignore[index]
        case "MultiPolygon":
            parts = geometry["coordinates"]  # type: ignore[index]
        case "GeometryCollection":
            for one in geometry["geometries"]:  # type: ignore[index]
                yield from _rings(one)
            return
        case _:
            return
    for ring in (ring for part in parts for ring in part):
        points = tuple((_degree(x), _degree(y)) for x, y, *_ in ring)
        if len(points) > 3:
            yield points[:-1] if points[0] == points[-1] else points


def _degree(value: Any) -> float:
    number = float(value)
    if isinstance(value, str | bool) or not math.isfinite(number):
        raise ValueError(value)
    return number


def _texts(properties: Mapping[str, Any]) -> dict[str, str]:
    """The properties that can be names: texts and whole numbers."""
    plain = {key: value for key, value in properties.items() if isinstance(value, str | int | float)}
    return {str(key): _text(value) for key, value in plain.items() if not isinstance(value, bool)}


def _text(value: str | float) -> str:
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value).strip()


# --- HexJSON ---------------------------------------------------------------------------------------------------------
def read_hexes(name: str, data: bytes, option: str) -> tuple[list[Hex], bool]:
    """The places of a HexJSON file, and whether its hexagons stand on a point: rows are shifted then, else columns.

    ChartError, at the option, for what is no HexJSON, and for two places in one.
    """
    whole = _json(name, data, option)
    layout, hexes = whole.get("layout", "odd-r"), whole.get("hexes")
    if not isinstance(hexes, Mapping) or not hexes or layout not in ("odd-r", "even-r", "odd-q", "even-q"):
        hint = 'it has "layout": "odd-r", and "hexes" with q and r for each place; GeoJSON is for kind: map'
        raise ChartError(f"'{name}' is no HexJSON", hint, option=option)
    odd, pointed = int(layout.startswith("odd")), layout.endswith("r")
    places: dict[tuple[int, int], str] = {}
    for key, one in hexes.items():
        at = _cell(one)
        if at is None:
            message = f"'{name}': '{key}' has no whole numbers q and r"
            raise ChartError(message, "give it a column and a row", option=option)
        if at in places:
            message = f"'{name}': '{key}' and '{places[at]}' have one place, q {at[0]} and r {at[1]}"
            raise ChartError(message, "give each a place of its own", option=option)
        places[at] = str(key)
    top, left = max(row for _, row in places), min(column for column, _ in places)
    found = []
    for (q, r), key in places.items():
        shift = 0.5 * ((r if pointed else q) % 2 == odd)
        column, row = q - left + (shift if pointed else 0.0), top - r - (0.0 if pointed else shift)
        found.append(Hex({**_texts(hexes[key]), "id": key}, column, row))
    lowest = min(one.column for one in found), min(one.row for one in found)
    return [Hex(one.properties, one.column - lowest[0], one.row - lowest[1]) for one in found], pointed


def _cell(one: Any) -> tuple[int, int] | None:
    try:
        q, r = (one[key] for key in ("q", "r"))
        return (int(q), int(r)) if int(q) == float(q) and int(r) == float(r) else None
    except (TypeError, ValueError, KeyError, OverflowError):
        return None


def _corners(one: Hex, *, pointed: bool) -> Ring:
    """A hexagon whose neighbours are 1 apart, or the square root of 3 halves."""
    side, step = 1 / math.sqrt(3), math.sqrt(3) / 2
    x, y = (one.column, -one.row * step) if pointed else (one.column * step, -one.row)
    turns = [math.radians(60 * corner + (30 if pointed else 0)) for corner in range(6)]
    return tuple((x + side * math.cos(turn), y + side * math.sin(turn)) for turn in turns)
