"""`@frozen`: what `@dataclass(frozen=True, slots=True)` is, and `@mutable`: what `@dataclass(eq=False, slots=True)` is,
made in a tenth of the time.

The engine has some three hundred such classes, and each start of `reportgen` makes most of them. `dataclasses` writes
and compiles six methods for each, half a millisecond a class: a seventh of the time of a build after an edit (measured
on 30 November 2026 with Python 3.11). Here one is compiled, `__init__`, and only for classes with many objects; the
others are the same functions for all.

Fields are those of `dataclasses`: `field`, `fields`, `replace`, `asdict` and `match` work as ever. A field with
`init=False` has its own value, or none until it is given one; `kw_only` and `InitVar` are not for these classes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from types import FunctionType
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)
_SET = object.__setattr__
_FEW = 50
"""Objects of a class that are made without what takes a tenth of a millisecond to compile, a quarter as long each."""
_ITS_OWN = frozenset({"__dict__", "__weakref__"})
"""What Python puts into a class as it makes it."""


@dataclass(init=False, repr=False, eq=False)
class _Changing:
    field: int


@dataclass(init=False, repr=False, eq=False, frozen=True)
class _Unchanging:
    field: int


_PARAMETERS: Any = (_Changing.__dataclass_params__, _Unchanging.__dataclass_params__)  # type: ignore[attr-defined]
_FIELDS = "__dataclass_fields__"
_ORDINARY = vars(_Changing)[_FIELDS]["field"]._field_type


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class) -> _Class:
    """A dataclass whose objects are compared by their fields, can be hashed, copied and pickled, and never changed."""
    return _made(cls, _FROZEN)


@dataclass_transform(eq_default=False, field_specifiers=(field,))
def mutable(cls: _Class) -> _Class:
    """A dataclass whose objects change, so that each is equal to itself alone."""
    return _made(cls, _SHOWN)


def _made(cls: _Class, methods: Mapping[str, Callable[..., object]]) -> _Class:
    """The class again, with slots for its fields and what `methods` has that it does not say itself."""
    own = _fields(cls)
    compared = [name for name, one in own.items() if one.compare]
    space: dict[str, Any] = {
        **{name: value for name, value in vars(cls).items() if name not in own and name not in _ITS_OWN},
        "__qualname__": cls.__qualname__,
        "__dataclass_fields__": own,
        "__dataclass_params__": _PARAMETERS[methods is _FROZEN],
        "__match_args__": tuple(own),
        "_frozen_names": tuple(own),
        "_frozen_shown": tuple([name for name, one in own.items() if one.repr]),
        "_frozen_compared": attrgetter(*compared) if compared else type,
    }
    if not any(isinstance(value, cached_property) for value in space.values()):  # which needs a `__dict__`
        space["__slots__"] = tuple([name for name in own if name not in _inherited(cls)])
    for name, method in methods.items():
        if space.get(name) is None:  # Python itself sets None for the hash of what has an `__eq__`
            space[name] = method
    made: Any = type(cls)(cls.__name__, cls.__bases__, space)
    made.__init__ = _first(made, own.values())
    return made  # type: ignore[no-any-return]


def _fields(cls: type) -> dict[str, Any]:
    """The fields by name, those of the classes that it stands on first."""
    known = _inherited(cls)
    for name, kind in cls.__annotations__.items():
        if "ClassVar" in str(kind):
            continue
        given = vars(cls).get(name, MISSING)
        one: Any = given if isinstance(given, Field) else field(default=given)
        one.name, one.type, one.kw_only, one._field_type = name, kind, False, _ORDINARY
        known[name] = one
    return known


def _inherited(cls: type) -> dict[str, Any]:
    return {name: one for base in reversed(cls.__mro__[1:]) for name, one in vars(base).get(_FIELDS, {}).items()}


def _first(made: Any, own: Iterable[Field[Any]]) -> Any:
    """The method in whose place that comes which `_init` compiles, after the first objects: many have few or none."""
    names, left = tuple([one.name for one in own if one.init]), _FEW
    values = {one.name: one.default for one in own if one.default is not MISSING}
    factories = {one.name: one.default_factory for one in own if one.default_factory is not MISSING}
    wanted, after = frozenset(names), hasattr(made, "__post_init__")

    def __init__(self: Any, *given: Any, **named: Any) -> None:  # noqa: N807
        nonlocal left
        left -= 1
        full = {**values, **dict(zip(names, given, strict=False)), **named}
        for name, make in factories.items():
            if name not in full:
                full[name] = make()
        # What lacks a value, or has one too many, is the compiled method's to refuse.
        odd = len(given) > len(names) or (given and not named.keys().isdisjoint(names[: len(given)]))
        if left < 0 or odd or full.keys() != wanted:
            init = made.__init__ = _init(made)
            init(self, *given, **named)
            return
        for name, value in full.items():
            _SET(self, name, value)
        if after:
            self.__post_init__()

    return __init__


def _init(made: Any) -> Any:
    """The method that takes a value for each field, compiled."""
    known: dict[str, Any] = {"_set": _SET, "_nothing": MISSING}
    taken, lines = [], []
    for one in fields(made):
        name, made_anew = one.name, one.default_factory is not MISSING
        known |= {f"_default_{name}": one.default_factory if made_anew else one.default}
        own = f"_default_{name}()" if made_anew else f"_default_{name}"
        if one.init:
            taken.append(f"{name}=_nothing" if made_anew else name if one.default is MISSING else f"{name}={own}")
            own = f"{own} if {name} is _nothing else {name}" if made_anew else name
        if one.init or made_anew or one.default is not MISSING:
            lines.append(f" _set(self, {name!r}, {own})")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(['self', *taken])}):\n" + "\n".join(lines or [" pass"]), known)
    made_init = known["__init__"]
    made_init.__qualname__ = f"{made.__qualname__}.__init__"
    return made_init


class _Shared:
    """The methods that are the same for all classes."""

    _frozen_names: tuple[str, ...]
    _frozen_shown: tuple[str, ...]
    _frozen_compared: Callable[[object], object]

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(self._frozen_compared(self) == self._frozen_compared(other))

    def __hash__(self) -> int:
        return hash(self._frozen_compared(self))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._frozen_shown)
        return f"{self.__class__.__qualname__}({shown})"

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> list[Any]:
        return [getattr(self, name) for name in self._frozen_names]

    def __setstate__(self, state: list[Any]) -> None:
        for name, value in zip(self._frozen_names, state, strict=True):
            _SET(self, name, value)


_FROZEN = {name: method for name, method in vars(_Shared).items() if isinstance(method, FunctionType)}
_SHOWN = {"__repr__": _Shared.__repr__}
