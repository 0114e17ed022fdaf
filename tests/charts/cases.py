"""Charts that every kind must cope with: few and many rows, long and foreign names; missing, zero, negative, equal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reportgen.figures.contract import ChartData, Value
from reportgen.figures.kit.maps import map_of
from tests.charts.support import balkans, day, table

PORTS = ("Arnholm", "Brattvik", "Kalk Sound", "Ostersand", "Zill", "Lower Merring")

NAMES: Mapping[str, Sequence[str]] = {
    "one": PORTS[:1],
    "two": PORTS[:2],
    "six": PORTS,
    "thirty": [f"Hospital {number}" for number in range(1, 31)],
    "long": [
        "The Joint Authority for Harbours, Ferries and Inland Waterways of Arnholm and the Outer Islands",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Zill",
    ],
    "greek": ["Οινούσσες", "Αγαθονήσι", "Ψαρά", "Άγιος Ευστράτιος"],
    "cyrillic": ["Северный Причал", "Дунав", "Велика Морава", "Београд на води"],
}

VALUES: Mapping[str, Sequence[float | None]] = {
    "plain": (12.0, 7.0, 31.0, 4.0, 19.0, 25.0, 8.0),
    "missing": (12.0, None, 31.0, None, None, 25.0, 8.0),
    "none": (None,),
    "zeros": (0.0, 3.0, 0.0, 11.0),
    "all zero": (0.0,),
    "negative": (-12.5, 4.0, -3.25, 0.0, 8.0),
    "all negative": (-12.0, -7.0, -31.0),
    "equal": (5.0,),
    "tiny": (0.0001, 0.0002, 0.00015),
    "huge": (98765432.0, 1234567.0, 54321.0),
}


def values(given: Sequence[float | None], count: int, shift: int = 0) -> list[float | None]:
    """`count` of the given values, from `shift` on, repeating."""
    return [given[(index + shift) % len(given)] for index in range(count)]


MATRIX = [
    (names, case) for names in NAMES for case in VALUES if names == "six" or case in ("plain", "missing", "negative")
]
"""The pairs to try: all values with six rows, the usual ones with the other names."""


Case = tuple[str, ChartData, dict[str, Any]]
Given = Sequence[float | None]

HEXES = "maps/balkans.hexjson"
NUMBER = {"type": "number", "decimals": None}


def _wide(names: Any, given: Given, missing: str = "not counted") -> ChartData:
    count = len(names)
    rows = zip(names, values(given, count), values(given, count, 1), strict=True)
    return table({"name": "string", "first": NUMBER, "second": NUMBER}, *rows, missing=missing)


def bars(names: Any, given: Given) -> list[Case]:
    data = _wide(names, given)
    one: dict[str, Any] = {"category": "name", "values": ("first",)}
    two: dict[str, Any] = {"category": "name", "values": ("first", "second")}
    found = [("bars", data, one), ("bars", data, {**one, "labels": False}), ("bars", data, two)]
    found.append(("bars", data, {**two, "layout": "stacked"}))
    if all(value is None or value >= 0 for value in given):
        found.append(("bars", data, {**two, "layout": "stacked", "shares": True}))
    if len(names) <= 12:
        found += [("bars", data, {**options, "direction": "vertical"}) for options in (one, two)]
    return found


def dots(names: Any, given: Given) -> list[Case]:
    data = _wide(names, given)
    return [("dots", data, {"category": "name", "values": (*chosen,)}) for chosen in (["first"], ["first", "second"])]


def gantt(names: Any, given: Given) -> list[Case]:
    sorts = ("Sea", "Land", "Air")
    rows = [
        (name, *_period(value, at + 5 * turn), f"{name} {turn}", sorts[(at + turn) % 3])
        for turn in range(2 if len(names) <= 12 else 1)
        for at, (name, value) in enumerate(zip(names, values(given, len(names)), strict=True))
    ]
    columns = {"name": "string", "start": "date", "end": "date", "label": "string", "sort": "string"}
    data, keys = table(columns, *rows, missing="not begun"), {"name": "name", "start": "start", "end": "end"}
    found: list[Case] = [("gantt", data, keys), ("gantt", data, {**keys, "group": "sort", "until": day("2011-02-03")})]
    return [*found, ("gantt", data, {**keys, "label": "label"})] if len(names) <= 6 else found


def _period(value: float | None, at: int) -> tuple[Value, Value]:
    """A start and an end of any precision; none for a missing value, no end now and then."""
    if value is None:
        return None, None
    start = 1990 + int(abs(value)) % 20
    form = ("{}", "{}-06", "{}-06-17")[at % 3]
    end = ("{}-11", "{}-11-02", "{}")[at % 3].format(start + at % 3)
    return day(form.format(start)), None if at % 4 == 3 else day(end)


def lines(names: Any, given: Given) -> list[Case]:
    found: list[Case] = []
    for steps in (False, True):
        data = table(
            {"year": "year", "line": "string", "value": NUMBER},
            *[
                (2000.0 + index, name, value)
                for shift, name in enumerate(names[:4])
                for index, value in enumerate(values(given, len(names), shift))
            ],
        )
        options = {"date": "year", "values": ("value",), "series": "line", "steps": steps}
        found.append(("lines", data, options))
        found.append(("lines", data, {**options, "highlight": (names[0],), "until": day("2040-03-04")}))
    return found


def _around(names: Any, given: Given) -> ChartData:
    """Values between a lower and an upper one; where the value is missing or odd, an end may be too."""
    rows = [(name, value, *_ends(value)) for name, value in zip(names, values(given, len(names)), strict=True)]
    return table({"name": "string", "value": NUMBER, "low": NUMBER, "high": NUMBER}, *rows, missing="not asked")


def _ends(value: float | None) -> tuple[float | None, float | None]:
    if not value:
        return value, value
    return round(value - 2.5, 6), None if value == 31 else round(value + abs(value) / 4, 6)


def interval(names: Any, given: Given) -> list[Case]:
    data = _around(names, given)
    keys: dict[str, Any] = {"category": "name", "value": "value", "low": "low", "high": "high"}
    keys["interval"] = "95% confidence interval"
    reference = {"reference": 12.0, "reference_text": "Average of all the harbours of the country"}
    return [("interval", data, keys), ("interval", data, {**keys, **reference, "highlight": (names[0],)})]


def range_(names: Any, given: Given) -> list[Case]:
    data = _around(names, given)
    keys: dict[str, Any] = {"category": "name", "low": "low", "high": "high"}
    return [("range", data, keys), ("range", data, {**keys, "middle": "value", "order": "width"})]


def diverging(names: Any, given: Given) -> list[Case]:
    count, answers = len(names), ("Never", "Rarely", "At times", "Often", "Always", "Don’t know")
    columns = [[None if one is None else abs(one) for one in values(given, count, shift)] for shift in range(6)]
    rows = zip(names, *columns, strict=True)
    titled = {f"a{index}": {**NUMBER, "title": answer} for index, answer in enumerate(answers)}
    data = table({"name": "string", **titled}, *rows, missing="not asked")
    five: dict[str, Any] = {"category": "name", "values": tuple(titled)[:5], "sides": ("Seldom enough", "Often enough")}
    two = {**five, "values": ("a0", "a1")}
    apart = {**five, "values": tuple(titled), "apart": "Don’t know", "shares": True}
    return [
        ("diverging", data, five),
        ("diverging", data, apart),
        ("diverging", data, two),
    ]


def slope(names: Any, given: Given) -> list[Case]:
    count = len(names)
    rows = zip(names, *(values(given, count, shift) for shift in range(3)), strict=True)
    data = table({"name": "string", "1999": NUMBER, "2009": NUMBER, "2019": NUMBER}, *rows, missing="not counted")
    two: dict[str, Any] = {"category": "name", "values": ("1999", "2019")}
    return [
        ("slope", data, two),
        ("slope", data, {**two, "values": ("1999", "2009", "2019"), "highlight": (names[0],)}),
    ]


def area(names: Any, given: Given) -> list[Case]:
    rows = [
        (2000.0 + at, name, value)
        for shift, name in enumerate(names[:4])
        for at, value in enumerate(values(given, max(len(names), 2), shift))
    ]
    data = table({"year": "year", "band": "string", "value": NUMBER}, *rows, missing="not counted")
    keys = {"date": "year", "values": ("value",), "series": "band"}
    return [("area", data, keys), ("area", data, {**keys, "total": True}), ("area", data, {**keys, "shares": True})]


def small_multiples(names: Any, given: Given) -> list[Case]:
    rows = [
        (name, 2001.0 + at, f"Quay {at}", value)
        for shift, name in enumerate(names)
        for at, value in enumerate(values(given, 4, shift))
    ]
    columns = {"name": "string", "year": "year", "quay": "string", "value": NUMBER}
    data = table(columns, *rows, missing="not counted")
    keys: dict[str, Any] = {"values": ("value",), "panel": "name"}
    lines_: dict[str, Any] = {**keys, "date": "year"}
    found = [lines_, {**lines_, "highlight": (names[0],), "context": "true"}, {**keys, "category": "quay"}]
    if len(names) <= 12:
        found.append({**keys, "panel": "quay", "category": "name"})
    return [("small_multiples", data, options) for options in found]


def histogram(names: Any, given: Given) -> list[Case]:
    data = table({"value": NUMBER}, *((value,) for value in values(given, 3 * len(names))), missing="not counted")
    counts = [abs(value or 0.0) for value in values(given, len(names))]
    rows = [(10.0 * at, 10.0 * at + 9, count) for at, count in enumerate(counts)]
    counted = table({"low": "integer", "high": "integer", "count": NUMBER}, *rows)
    options = {"from_": "low", "to": "high", "count": "count"}
    return [("histogram", data, {"value": "value"}), ("histogram", counted, options)]


def scatter(names: Any, given: Given) -> list[Case]:
    pairs = zip(names, values(given, len(names)), values(given, len(names), 1), strict=True)
    rows = [(*pair, "AB"[at % 2]) for at, pair in enumerate(pairs)]
    data = table({"name": "string", "one": NUMBER, "other": NUMBER, "side": "string"}, *rows, missing="not counted")
    keys: dict[str, Any] = {"x": "one", "y": "other", "name": "name"}
    return [("scatter", data, keys), ("scatter", data, {**keys, "group": "side"})]


def stages(names: Any, given: Given) -> list[Case]:
    steps = ("Feasibility study", "Environmental assessment", "Funded", "Works begun", "Inauguration")
    taken = [
        (name, step, day(f"{2000 + at}-0{1 + at}-11"))
        for row, name in enumerate(names)
        for at, step in enumerate(steps)
        if at <= abs(values(given, len(names))[row] or 0) % 6 and (at + row) % 5
    ]
    rows = [*taken, *((name, None, None) for name in names)]
    data = table({"name": "string", "step": {"values": steps}, "date": "date"}, *rows)
    keys = {"name": "name", "stage": "step", "date": "date"}
    columns = {
        "name": "string",
        "step": {"values": steps},
        "date": "date",
        "if": "string",
        "done": NUMBER,
        "all": NUMBER,
    }
    more = [
        (*row, "on a vote" if row[1] == steps[2] else None, given_, given_)
        for row, given_ in zip(rows, [None] * len(taken) + values(given, len(names)), strict=True)
    ]
    counted = {**keys, "conditional": "if", "count": "done", "of": "all"}
    return [
        ("stages", data, keys),
        ("stages", data, {**keys, "rows": "natural", "order": steps[:1]}),
        ("stages", table(columns, *more), counted),
    ]


def grid(names: Any, given: Given) -> list[Case]:
    votes = ("For", "Against", "Abstained", "Present, not voting")
    rows = [
        (name, f"Motion {at}", None if value is None else votes[int(abs(value) + at) % 4], day("2022-03-02"))
        for at in range(5)
        for name, value in zip(names, values(given, len(names)), strict=True)
    ]
    data = table({"name": "string", "motion": "string", "vote": "string", "date": "date"}, *rows, missing="no vote")
    keys = {"row": "name", "column": "motion", "value": "vote", "label": "date"}
    turned = {**keys, "row": "motion", "column": "name", "label": None}
    found: list[Case] = [("grid", data, keys), ("grid", data, {**keys, "ordered": True})]
    return [*found, ("grid", data, turned)] if len(names) <= 6 else found


def tilemap(names: Any, given: Given) -> list[Case]:
    tiles = map_of("europe").tiles if len(names) > 6 else map_of(HEXES, {HEXES: balkans()}).tiles
    count = len(names)
    rows = [
        (tiles[at % len(tiles)].name("en"), value, None if value is None else f"Sort {int(abs(value)) % 6}")
        for at, value in enumerate(values(given, count))
    ]
    data = table({"place": "string", "value": NUMBER, "sort": "string"}, *rows, missing="not counted")
    keys = {"map": "europe", "place": "place"}
    found: list[Case] = [("tilemap", data, {**keys, "value": value}) for value in ("value", "sort")]
    data = replace(data, files={HEXES: balkans()})
    return [*found, ("tilemap", data, {**found[0][2], "map": HEXES})] if count <= 6 else found


def areas(names: Sequence[str]) -> bytes:
    """A GeoJSON file with an area for each name: squares of three sizes, side by side in rows of six."""
    features = []
    for at, name in enumerate(names):
        x, y, side = at % 6, -(at // 6), (1.0, 0.4, 0.02)[at % 3]
        ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"name": name}, "geometry": geometry})
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def map_(names: Any, given: Given) -> list[Case]:
    rows = [
        (name, value, None if value is None else f"Sort {int(abs(value)) % 5}")
        for name, value in zip(names, values(given, len(names)), strict=True)
    ]
    data = table({"place": "string", "value": NUMBER, "sort": "string"}, *rows, missing="not counted")
    data = replace(data, files={"maps/a.geojson": areas(names)})
    keys = {"areas": "maps/a.geojson", "place": "place"}
    asked = ({"value": "value"}, {"value": "sort"}, {"value": "sort", "ordered": True})
    return [("map", data, {**keys, **one}) for one in asked]


def timeline(names: Any, given: Given) -> list[Case]:
    rows = [
        (day(f"{2000 + int(abs(value or 0)) % 24}-{1 + at % 12:02}-03"), name, "AB"[at % 2])
        for at, (name, value) in enumerate(zip(names, values(given, len(names)), strict=True))
    ]
    data = table({"date": "date", "text": "string", "side": "string"}, *rows)
    keys: dict[str, Any] = {"date": "date", "text": "text"}
    found: list[Case] = [
        ("timeline", data, {**keys, "layout": "list"}),
        ("timeline", data, {**keys, "group": "side"}),
    ]
    return [*found, ("timeline", data, {**keys, "layout": "axis"})] if len(names) <= 6 else found


KINDS: dict[str, Callable[[Any, Given], list[Case]]] = {
    "area": area,
    "bars": bars,
    "diverging": diverging,
    "dots": dots,
    "gantt": gantt,
    "grid": grid,
    "histogram": histogram,
    "interval": interval,
    "lines": lines,
    "range": range_,
    "scatter": scatter,
    "slope": slope,
    "map": map_,
    "small-multiples": small_multiples,
    "stages": stages,
    "tilemap": tilemap,
    "timeline": timeline,
}
