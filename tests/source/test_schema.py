"""Typed reading: field types decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, NewType, TypeVar

import pytest

from reportgen.dates import PartialDate
from reportgen.problems import NOWHERE, Place, Problems
from reportgen.source.fields import docs_of, keys_of
from reportgen.source.model import Phrase
from reportgen.source.scalars import ScalarError
from reportgen.source.schema import read, read_options
from reportgen.source.yaml_nodes import parse

START = Place("a.md", 5, 1)
Name = NewType("Name", str)
T = TypeVar("T")


@dataclass(frozen=True)
class Harbour:
    name: str
    depth: float = 0.0


@dataclass(frozen=True)
class Options:
    """Every type that a key can have."""

    text: str = ""
    whole: int = 0
    number: float = 0.0
    exact: Decimal = Decimal(0)
    truth: bool = False
    date: PartialDate | None = None
    names: tuple[str, ...] = ()
    pair: tuple[float, float] = (0.0, 1.0)
    map: Mapping[str, int] = field(default_factory=dict)
    choice: Literal["one", "two"] = "one"
    size: int | Literal["auto"] = "auto"
    column: Name = Name("")
    phrase: Phrase | None = None
    harbours: tuple[Harbour, ...] = ()
    anything: Any = None
    from_: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True)
class Needed:
    who: str
    """the speaker's
    name"""

    def __post_init__(self) -> None:
        if self.who == "nobody":
            raise ValueError("nobody said nothing")


def from_yaml(kind: type[T], text: str, start: Place, problems: Problems) -> T | None:
    node = parse(text, start, problems)
    return None if problems.found else read(kind, node, problems, place=start)


def value(key: str, text: str) -> Any:
    problems = Problems()
    options = from_yaml(Options, f"{key}: {text}", START, problems)
    assert problems.found == []
    return getattr(options, key)


def faults(text: str, kind: type = Options) -> list[str]:
    problems = Problems()
    assert from_yaml(kind, text, START, problems) is None
    found = sorted(problems.found)
    return [f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in found]


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("text", "no", "no"),
        ("text", "1.10", "1.10"),
        ("text", "2022-03-31", "2022-03-31"),
        ("text", "null", "null"),
        ("text", "", ""),
        ("whole", "'12'", 12),
        ("whole", "\u22123", -3),
        ("number", "1e3", 1000.0),
        ("number", ".5", 0.5),
        ("exact", "1.10", Decimal("1.10")),
        ("truth", "Yes", True),
        ("truth", "off", False),
        ("date", "2022-03", PartialDate(2022, 3)),
        ("date", "~", None),
        ("date", "", None),
        ("names", "[a, no, 1.0]", ("a", "no", "1.0")),
        ("names", "alone", ("alone",)),
        ("names", "", ()),
        ("pair", "[0, 100]", (0.0, 100.0)),
        ("map", "{a: 1, b: 2}", {"a": 1, "b": 2}),
        ("map", "", {}),
        ("choice", "two", "two"),
        ("size", "12", 12),
        ("size", "auto", "auto"),
        ("column", "opened", "opened"),
        ("phrase", "Text", Phrase("Text", Place("a.md", 5, 9))),
        ("harbours", "[{name: Ny, depth: 4}]", (Harbour("Ny", 4.0),)),
        ("harbours", "{name: Ny}", (Harbour("Ny"),)),
        ("anything", "[1, {a: no}]", ["1", {"a": "no"}]),
    ],
)
def test_a_value_is_read_by_its_type(key: str, text: str, expected: object) -> None:
    found = value(key, text)
    assert found == expected and type(found) is type(expected)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("whole: two", "5:8 'whole' must be a whole number, not 'two'"),
        ("whole: 1.5", "5:8 'whole' must be a whole number, not '1.5'"),
        ("whole: 99999999999999999999", "5:8 'whole' must be a whole number, not '99999999999999999999'"),
        ("number: 1e999", "5:9 'number' must be a number, not '1e999'"),
        ("number: nan", "5:9 'number' must be a number, not 'nan'"),
        ("truth: perhaps", "5:8 'truth' must be true or false, not 'perhaps'"),
        ("date: 2022-02-30", "5:7 'date' must be a date that exists, not '2022-02-30'"),
        ("pair: [1]", "5:7 'pair' must be a list of 2 values"),
        ("pair: [1, b]", "5:11 an item of 'pair' must be a number, not 'b'"),
        ("map: {a: x}", "5:10 'a' must be a whole number, not 'x'"),
        ("map: {a: 1, a: 2}", "5:13 'a' stands twice (first on line 5)"),
        ("choice: three", "5:9 'choice' can't be 'three'"),
        ("size: large", "5:7 'size' must be a whole number or auto, not 'large'"),
        ("text: {a: b}", "5:7 'text' must be text, not a group of keys"),
        ("harbours: [{depth: 1}]", "5:12 'name' is missing"),
        ("harbours: [{name: a, deep: 1}]", "5:22 there is no key 'deep' here"),
        ("x: 1", "5:1 there is no key 'x' here"),
        ("place: here", "5:1 there is no key 'place' here"),
        ("text: a\ntext: b", "6:1 'text' stands twice (first on line 5)"),
        ("- a", "5:1 this must be a group of keys, not a list"),
        ("text: a: b", "5:8 a colon stands in this value"),
    ],
)
def test_a_fault_has_its_place_and_says_what_is_wrong(text: str, message: str) -> None:
    assert faults(text) == [message]


def test_all_faults_are_found_at_once() -> None:
    assert len(faults("whole: a\nnumber: b\nchoice: c\nx: d\n")) == 4


def test_a_field_of_type_place_gets_the_place_of_its_group() -> None:
    options = from_yaml(Options, "text: a", Place("a.md", 5, 3), Problems())
    assert options is not None and options.place == Place("a.md", 5, 3)


def test_a_trailing_underscore_is_not_of_the_key() -> None:
    assert from_yaml(Options, "from: Ny", START, Problems()) == Options(from_="Ny", place=START)


def test_a_missing_key_is_explained_by_the_fields_docstring() -> None:
    problems = Problems()
    from_yaml(Needed, "", START, problems)
    (problem,) = problems.found
    assert problem.place == START and problem.hint == "add who: … (the speaker's name)"
    assert docs_of(Needed) == {"who": "the speaker's name"}


def test_a_misspelt_key_is_one_fault() -> None:
    assert faults("wo: Ann", Needed) == ["5:1 there is no key 'wo' here"]


def test_a_dataclass_may_refuse_its_values() -> None:
    assert faults("who: nobody", Needed) == ["5:1 nobody said nothing"]


def test_readers_give_types_of_ones_own() -> None:
    def check(text: str) -> str:
        if text != "opened":
            raise ScalarError("chart-data", f"names no column: {text}", "did you mean 'opened'?")
        return text

    problems = Problems()
    assert read_options(Options, {"column": "opend"}, {}, START, problems, readers={Name: check}) is None
    assert [str(problem.message) for problem in problems.found] == ["'column' names no column: opend"]
    assert read_options(Options, {"column": "opened"}, {}, START, problems, readers={Name: check}) is not None


def test_options_are_read_from_plain_values_with_their_places() -> None:
    problems = Problems()
    values = {"whole": 3, "truth": True, "pair": ["1", 2], "names": "a", "number": "x"}
    assert read_options(Options, values, {"number": Place("a.md", 9, 9)}, START, problems, also=["kind"]) is None
    assert [problem.place for problem in problems.found] == [Place("a.md", 9, 9)]
    del values["number"]
    expected = Options(whole=3, truth=True, pair=(1.0, 2.0), names=("a",), place=START)
    assert read_options(Options, values, {}, START, Problems()) == expected


def test_keys_known_elsewhere_are_hinted_at() -> None:
    problems = Problems()
    read_options(Options, {"hight": 3}, {}, START, problems, also=["height"])
    assert problems.found[0].hint == "did you mean 'height'?"


def test_keys_of_a_dataclass() -> None:
    assert list(keys_of(Harbour)) == ["name", "depth"]
    assert "from" in keys_of(Options) and "place" not in keys_of(Options)


@pytest.mark.parametrize("value", ["1,234,567", "Debt, no plan, at all", "Rate per 1,000 households"])
def test_a_value_with_commas_is_told_once_and_as_a_whole(value: str) -> None:
    from reportgen.frozen import frozen
    from reportgen.problems import Place, Problems
    from reportgen.source.schema import read_each
    from reportgen.source.yaml_nodes import parse

    @frozen
    class Entry:
        value: str

    problems = Problems()
    read_each(Entry, parse(f"a: {{value: {value}}}", Place("a.yaml", 1, 1), problems), problems)
    assert [one.hint for one in problems.found] == [f'a value with a comma in it needs quotes: value: "{value}"']
