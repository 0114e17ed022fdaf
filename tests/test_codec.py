"""Dataclasses as plain data, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any, Literal

import pytest

from reportgen.codec import FAULTS, Codec
from reportgen.frozen import frozen
from reportgen.marks import Mark


@frozen
class Stop:
    name: str
    place: tuple[float, float] = (0, 0)
    kind: Literal["pier", "quay"] = "pier"
    mark: Mark | None = None


@frozen
class Line:
    number: int
    stops: tuple[Stop, ...]
    fares: Mapping[str, Decimal] = field(default_factory=dict)
    more: Any = None
    secret: str = ""


CODEC = Codec({Decimal: str}, {Decimal: Decimal}, {Line: "number stops fares! more"})
LINE = Line(3, (Stop("Ny"), Stop("Eid", (1, 2.5), "quay", Mark.BREAK)), {"adult": Decimal("4.50")}, [1, {"a": None}])


def test_what_is_written_is_read_back() -> None:
    assert CODEC.read(Line, json.loads(json.dumps(CODEC.plain(LINE)))) == LINE


def test_what_is_as_usual_is_left_out_unless_it_is_asked_for() -> None:
    assert CODEC.plain(Line(3, (Stop("Ny"),), secret="s3cr3t")) == {"number": 3, "stops": [{"name": "Ny"}], "fares": {}}


@pytest.mark.parametrize(
    "change",
    [
        {"number": "3"},
        {"number": None},
        {"stops": "Ny"},
        {"stops": [{"name": 3}]},
        {"stops": [{}]},
        {"stops": [[]]},
        {"stops": [{"name": "Ny", "place": [1]}]},
        {"stops": [{"name": "Ny", "place": [1, "2"]}]},
        {"stops": [{"name": "Ny", "kind": "jetty"}]},
        {"stops": [{"name": "Ny", "mark": "q"}]},
        {"fares": {"adult": "four"}},
        {"fares": ["adult"]},
    ],
)
def test_plain_data_that_no_codec_wrote_is_a_fault(change: Mapping[str, Any]) -> None:
    with pytest.raises(FAULTS):
        CODEC.read(Line, {**CODEC.plain(LINE), **change})


def test_a_field_that_is_read_already_is_taken_as_it_is() -> None:
    assert CODEC.made(Line, {"number": 4, "stops": 7}, stops=(Stop("Ny"),)) == Line(4, (Stop("Ny"),))
