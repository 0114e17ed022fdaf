"""Values with a comma in them and no quotes, within braces."""

from __future__ import annotations

from reportgen.problems import Place
from reportgen.source.parted_values import parted
from reportgen.source.yaml_nodes import Leaf, Node


def _leaf(text: str, column: int, line: int = 1) -> Leaf:
    return Leaf(text, Place("a.yaml", line, column))


def _keys(*names: str, line: int = 1, value: str = "") -> dict[Leaf, Node]:
    return {
        Leaf(name, Place("a.yaml", line, at)): Leaf(value, Place("a.yaml", line, at + 3))
        for at, name in enumerate(names)
    }


def test_the_rest_of_a_value_is_told_with_the_whole_of_it_at_its_first_end() -> None:
    head = {Leaf("title", Place("a.yaml", 1, 2)): Leaf("Ferries", Place("a.yaml", 1, 9))}
    ends = {
        Leaf(name, Place("a.yaml", 1, at)): Leaf("", Place("a.yaml", 1, at))
        for name, at in (("buses", 18), ("trams", 25))
    }
    found = parted(head | ends)
    assert [(key.text, first) for key, (_, first) in found.items()] == [("buses", True), ("trams", False)]
    assert {hint for hint, _ in found.values()} == {
        'a value with a comma in it needs quotes: title: "Ferries, buses, trams"'
    }


def test_keys_on_lines_of_their_own_or_with_values_are_keys() -> None:
    assert parted(_keys("a", line=1, value="x") | _keys("b", line=2)) == {}
    assert parted(_keys("a", "b", "c", value="x")) == {}


def test_each_key_is_looked_at_once() -> None:
    class Counted(Leaf):
        """A key that counts how often it is compared."""

        compared = 0

        def __eq__(self, other: object) -> bool:
            Counted.compared += 1
            return super().__eq__(other)

        __hash__ = Leaf.__hash__

    keys: dict[Leaf, Node] = {
        Counted(f"k{number}", Place("a.yaml", number, 1)): Leaf("", Place("a.yaml", number, 5)) for number in range(300)
    }
    Counted.compared = 0
    assert parted(keys) == {}
    assert Counted.compared < 1_000
