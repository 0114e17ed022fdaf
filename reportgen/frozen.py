"""`@frozen`: what `@dataclass(frozen=True, slots=True)` is, made in a quarter of the time.

The engine has some three hundred such classes, and each start of `reportgen` makes most of them. `dataclasses` writes
and compiles six methods for each, half a millisecond a class: a seventh of the time of a build after an edit (measured
on 30 November 2026 with Python 3.11). Here one is compiled, `__init__`; the others are the same functions for all.

Fields are those of `dataclasses`: `field`, `fields`, `replace`, `asdict` and `match` work as ever. `init=False`,
`kw_only` and `InitVar` are not for these classes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from types import FunctionType
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)
_SET = object.__setattr__
_FEW = 50
"""Objects of a class that are made without what takes a tenth of a millisecond to compile, a quarter as long each."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class) -> _Class:
    """A dataclass whose objects are compared by their fields, can be hashed, copied and pickled, and never changed."""
    slots = not any(isinstance(one, cached_property) for one in vars(cls).values())  # which needs a `__dict__`
    made: Any = dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    own = fields(made)
    compared = [one.name for one in own if one.compare]
    made._frozen_names = tuple([one.name for one in own])
    made._frozen_shown = tuple([one.name for one in own if one.repr])
    made._frozen_compared = attrgetter(*compared) if compared else type
    made.__init__ = _first(made, own)
    for name, method in _METHODS.items():
        if cls.__dict__.get(name) is None:  # Python itself sets None for the hash of what has an `__eq__`
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _first(made: Any, own: Sequence[Field[Any]]) -> Any:
    """The method in whose place that comes which `_init` compiles, after the first objects: many have few or none."""
    names, left = made._frozen_names, _FEW
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
        value = name = one.name
        if one.default_factory is not MISSING:
            known[f"_make_{name}"] = one.default_factory
            value, name = f"_make_{name}() if {name} is _nothing else {name}", f"{name}=_nothing"
        elif one.default is not MISSING:
            known[f"_default_{name}"] = one.default
            name = f"{name}=_default_{name}"
        taken.append(name)
        lines.append(f" _set(self, {one.name!r}, {value})")
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


_METHODS = {name: method for name, method in vars(_Shared).items() if isinstance(method, FunctionType)}
