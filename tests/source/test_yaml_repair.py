"""Reading on past mistakes in YAML."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.problems import Place, Problems
from reportgen.source.yaml_nodes import Leaf, find, plain
from reportgen.source.yaml_repair import has_lost, parse_on

START = Place("a.yaml", 1, 1)


def _read(text: str, *, colons_alone: bool = False) -> tuple[Any, list[str]]:
    problems = Problems()
    node = parse_on(text, START, problems, colons_alone=colons_alone)
    return node, [f"{one.place.line}:{one.place.column} {one.message}" for one in problems.found]


def test_a_colon_in_a_value_is_a_part_of_it() -> None:
    node, told = _read("title: Debt: causes: all\nlist:\n  - one: a: b\nnext: 1\n")
    assert plain(node) == {"title": "Debt: causes: all", "list": [{"one": "a: b"}], "next": "1"}
    assert told == ["1:12 a colon stands in this value", "3:11 a colon stands in this value"]
    assert not has_lost(node)


@pytest.mark.parametrize(
    "value", ["[a, b", "{a: 1", '"never closed', "'it' is so", "*star", "@handle", "%x", "!tag", "| text"]
)
def test_another_mistake_loses_its_value_alone(value: str) -> None:
    node, told = _read(f"a: 1\nb: {value}\nc: 3\nd: x: y\n")
    assert plain(node) == {"a": "1", "b": "", "c": "3", "d": "x: y"} and len(told) == 2
    match find(node, "b"):
        case Leaf(lost=lost, place=place):
            assert lost and place.line == 2
    assert has_lost(node)


def test_places_stay() -> None:
    node, _ = _read("title: A: B\nx:   word\n")
    assert find(node, "title").place == Place("a.yaml", 1, 8)  # type: ignore[union-attr]
    assert find(node, "x").place == Place("a.yaml", 2, 6)  # type: ignore[union-attr]


def test_what_can_not_be_read_past_ends_the_reading() -> None:
    assert _read("a: 1\n  b: 2\n   c\n")[0] is None
    assert _read("a: [\n", colons_alone=True)[0] is None
