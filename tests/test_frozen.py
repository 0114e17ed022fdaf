"""A frozen class of ours is what a frozen dataclass with slots is."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, ClassVar, cast

import pytest

from reportgen.frozen import frozen, mutable


@frozen
class Ours:
    """A boat."""

    name: str
    length: float = 2.5
    crew: list[str] = field(default_factory=list)
    place: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Theirs:
    """The same as the library makes it."""

    name: str
    length: float = 2.5
    crew: list[str] = field(default_factory=list)
    place: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@frozen
class Larger(Ours):
    """A boat with sails."""

    sails: int = 1

    def __post_init__(self) -> None:
        if self.sails < 0:
            raise ValueError("no sails")


@frozen
class Empty:
    """A class without fields."""


GIVEN: list[dict[str, Any]] = [{"name": "Ada"}, {"name": "Ada", "length": 3.0, "place": "quay", "secret": "x"}]


@pytest.mark.parametrize("given", GIVEN)
def test_it_says_and_holds_what_a_dataclass_does(given: dict[str, Any]) -> None:
    ours, theirs = Ours(**given), Theirs(**given)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert asdict(ours) == asdict(theirs)
    assert [one.name for one in fields(ours)] == [one.name for one in fields(theirs)]
    assert (is_dataclass(ours), Ours.__match_args__, Ours.__slots__) == (True, Theirs.__match_args__, Theirs.__slots__)  # type: ignore[attr-defined]


def test_equal_are_those_of_one_class_whose_compared_fields_are() -> None:
    assert Ours("Ada", place="quay") == Ours("Ada", place="sea") != Ours("Ada", 3.0)
    assert Ours("Ada") != Larger("Ada") and Ours("Ada") != cast(object, Theirs("Ada"))
    assert hash(Empty()) == hash(Empty()) and Empty() == Empty()
    assert Ours("Ada") != cast(object, Theirs("Ada"))
    assert hash(replace(Ours("Ada", crew=()), place="quay")) == hash(Ours("Ada", crew=()))  # type: ignore[arg-type]


def test_nothing_of_it_can_be_changed() -> None:
    boat: Any = Ours("Ada")
    with pytest.raises(FrozenInstanceError):
        boat.name = "Eve"
    with pytest.raises(FrozenInstanceError):
        del boat.name
    with pytest.raises(FrozenInstanceError):
        boat.mast = 1


def test_each_has_a_list_of_its_own() -> None:
    assert Ours("Ada").crew is not Ours("Eve").crew


@pytest.mark.parametrize("one", [Ours("Ada", crew=["Bo"], place="quay"), Larger("Eve", sails=3), Empty()])
def test_it_is_copied_and_pickled(one: Any) -> None:
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert other == one and repr(other) == repr(one)


def test_what_is_checked_when_it_is_made_is_checked() -> None:
    assert replace(Larger("Ada"), sails=2) == Larger("Ada", sails=2)
    with pytest.raises(ValueError, match="no sails"):
        replace(Larger("Ada"), sails=-1)


def test_a_match_takes_it_apart() -> None:
    match Ours("Ada"):
        case Ours(name, length):
            assert (name, length) == ("Ada", 2.5)


@frozen
class Named:
    """A boat that is told by its name alone."""

    name: str
    length: float = 1.0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)


def test_what_a_class_says_itself_holds() -> None:
    assert len({Named("Nan", 2.0), Named("Nan", 3.0)}) == 1


@mutable
class Counter:
    """A count that goes on."""

    KINDS: ClassVar[tuple[str, ...]] = ("up",)
    count: int = 0
    seen: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict, init=False, repr=False)
    last: int = field(init=False, repr=False)


def test_what_is_mutable_changes_and_is_itself_alone() -> None:
    one, other = Counter(), Counter()
    one.count += 1
    one.seen.append("a")
    assert (repr(one), repr(other)) == ("Counter(count=1, seen=['a'])", "Counter(count=0, seen=[])")
    assert one != Counter(1, ["a"])
    assert len({one, other}) == 2
    assert [entry.name for entry in fields(Counter)] == ["count", "seen", "known", "last"]
    many = [Counter(number) for number in range(100)]  # most by what is compiled
    assert all(each.known == {} and not hasattr(each, "last") for each in many)
    assert many[0].known is not many[1].known
    assert many[98].known is not many[99].known
    with pytest.raises(TypeError, match="known"):
        Counter(known={})  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        one.further = 1  # type: ignore[attr-defined]


@frozen
class Late:
    """A class with a value that is found once."""

    side: float

    @cached_property
    def area(self) -> float:
        return self.side**2


def test_a_value_that_is_found_once_is_kept() -> None:
    one = Late(2.0)
    assert (one.area, vars(one)["area"], replace(one, side=3.0).area) == (4.0, 4.0, 9.0)
