"""A chart of each built-in kind, as an author would ask for it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ChartSpec, ColumnInfo, Value

FRUIT = ("Apple", "Pear", "Plum", "Quince")


def _data(columns: Mapping[str, str], rows: Sequence[Sequence[Value]]) -> ChartData:
    infos = tuple(ColumnInfo(name, name.capitalize(), kind) for name, kind in columns.items())
    return ChartData(infos, tuple(dict(zip(columns, row, strict=True)) for row in rows), "not grown")


_CROPS = _data(
    {"fruit": "string", "picked": "integer", "sold": "integer"},
    [("Apple", 33.0, 3.0), ("Pear", 22.0, 2.0), ("Plum", 12.0, 9.0), ("Жута дуња", None, None)],
)
_WEIGHTS = _data(
    {"fruit": "string", "weight": "integer", "low": "integer", "high": "integer"},
    [
        ("Apple", 33.0, 24.0, 38.0),
        ("Pear", 22.0, 19.0, 26.0),
        ("Plum", -4.0, -9.0, 9.0),
        ("Жута дуња", None, None, 3.0),
    ],
)
_ANSWERS = _data(
    {"fruit": "string", "bad": "integer", "fair": "integer", "good": "integer"},
    [("Apple", 12.0, 20.0, 68.0), ("Pear", 40.0, 19.0, 41.0), ("Жута дуња", 55.0, 30.0, 15.0)],
)
_STEPS = _data(
    {"fruit": "string", "step": "string", "date": "date"},
    [
        (fruit, step, PartialDate(2014 + number + 2 * rank, 3))
        for rank, fruit in enumerate(FRUIT)
        for number, step in enumerate(("Planted", "Pruned", "Picked")[: 3 - rank // 2])
    ],
)

_YEARS = _data(
    {"year": "year", "apple": "integer", "pear": "number"},
    [(float(2010 + year), year**2 / 2, 40 - 3.5 * year) for year in range(9)],
)

_SORTS = _data(
    {"fruit": "string", "weight": "number", "price": "number"},
    [(f"Sort {index}", 120.0 + index * 37 % 90, 2.0 + index % 7 / 2) for index in range(18)],
)

_EVENTS = _data(
    {"date": "date", "text": "string"},
    [(PartialDate(2001 + 4 * index, 5), f"{fruit} trees are planted") for index, fruit in enumerate(FRUIT)],
)

_VOTES = _data(
    {"fruit": "string", "fair": "string", "prize": "string"},
    [(fruit, fair, prize) for fruit in FRUIT for fair, prize in (("Spring", "First"), ("Autumn", "None"))],
)

_MARKETS = _data(
    {"region": "string", "sold": "integer"},
    [("Scotland", 12.0), ("Wales", 31.0), ("North East", 7.0), ("London", 55.0), ("South East", 48.0), ("EM", 20.0)],
)

_SQUARES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [[[x, 0], [x + 2, 0], [x + 2, 2], [x, 2], [x, 0]]]},
        }
        for x, name in ((0, "Scotland"), (2, "Wales"), (4, "North East"), (6, "London"), (8, "South East"), (10, "EM"))
    ],
}
_AREAS = replace(_MARKETS, files={"a.geojson": json.dumps(_SQUARES).encode()})

_SEASONS = _data(
    {"fruit": "string", "from": "date", "to": "date", "who": "string"},
    [
        ("Apple", PartialDate(2001), PartialDate(2009, 5), "Anna"),
        ("Apple", PartialDate(2009, 5), None, "Bela"),
        ("Pear", PartialDate(2004, 3, 1), PartialDate(2012), "Bela"),
        ("Plum", None, None, "Anna"),
    ],
)

SAMPLES: Mapping[str, tuple[ChartData, Mapping[str, Any]]] = {
    "area": (_YEARS, {"date": "year", "values": ["apple", "pear"], "total": "true"}),
    "bars": (_CROPS, {"category": "fruit", "values": ["picked", "sold"]}),
    "diverging": (_ANSWERS, {"category": "fruit", "values": ["bad", "fair", "good"], "sides": ["Bad", "Good"]}),
    "dots": (_CROPS, {"category": "fruit", "values": ["picked", "sold"]}),
    "gantt": (_SEASONS, {"name": "fruit", "start": "from", "end": "to", "group": "who"}),
    "grid": (_VOTES, {"row": "fruit", "column": "fair", "value": "prize"}),
    "histogram": (_SORTS, {"value": "weight"}),
    "interval": (
        _WEIGHTS,
        {"category": "fruit", "value": "weight", "low": "low", "high": "high", "interval": "95%", "reference": 20.0},
    ),
    "lines": (_YEARS, {"date": "year", "values": ["apple", "pear"]}),
    "range": (_WEIGHTS, {"category": "fruit", "low": "low", "high": "high", "middle": "weight"}),
    "scatter": (_SORTS, {"x": "weight", "y": "price", "name": "fruit"}),
    "map": (_AREAS, {"areas": "a.geojson", "place": "region", "value": "sold"}),
    "slope": (_WEIGHTS, {"category": "fruit", "values": ["low", "weight", "high"], "highlight": ["Apple"]}),
    "small-multiples": (_YEARS, {"date": "year", "values": ["apple", "pear"]}),
    "stages": (_STEPS, {"name": "fruit", "stage": "step", "date": "date"}),
    "tilemap": (_MARKETS, {"map": "uk", "place": "region", "value": "sold"}),
    "timeline": (_EVENTS, {"date": "date", "text": "text"}),
}


def sample(kind: str) -> ChartSpec:
    """The chart of a kind."""
    data, options = SAMPLES[kind]
    return ChartSpec("sample", kind, data, options, {})
