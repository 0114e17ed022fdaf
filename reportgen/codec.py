"""Dataclasses as plain data for JSON, and back, by the types of their fields.

A field that is as usual is left out, and what is left out is read as usual: a format may get new fields. A class whose
plain form is of its own, such as a date that is a text, has a writer and a reader in the codec.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from reportgen.frozen import frozen

T = TypeVar("T")
Write = Callable[[Any], Any]
Read = Callable[[Any], Any]

FAULTS = (KeyError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)
"""What reading plain data that no codec wrote can raise."""


@frozen
class Codec:
    """Writes objects as what JSON knows, and reads them again."""

    writers: Mapping[type, Write] = field(default_factory=dict)
    readers: Mapping[type, Read] = field(default_factory=dict)
    kept: Mapping[type, str] = field(default_factory=dict)
    """The fields of a class that are kept, where not all are; one with a ! is never left out."""

    def plain(self, value: Any) -> Any:
        """The plain form of a value; tuples are lists, and keys are texts."""
        kind = type(value)
        if kind in self.writers:
            return self.writers[kind](value)
        if is_dataclass(kind):
            return self.group(value)
        if isinstance(value, tuple | list):
            return [self.plain(one) for one in value]
        if isinstance(value, Mapping):
            return {str(key): self.plain(one) for key, one in value.items()}
        return value.value if isinstance(value, Enum) else value

    def group(self, value: Any) -> dict[str, Any]:
        """The fields of a dataclass, whether or not it has a writer."""
        kind: Any = type(value)
        names = self.kept.get(kind, "").split()
        found = {}
        for name, usual in _usual(kind).items():
            one = getattr(value, name)
            if f"{name}!" in names or ((not names or name in names) and (usual is MISSING or one != usual)):
                found[name] = self.plain(one)
        return found

    def read(self, kind: Any, data: Any) -> Any:
        """The value of a type in its plain form; one of `FAULTS` for anything else."""
        reader = self.readers.get(kind) if isinstance(kind, type) else None
        if reader is not None:
            return reader(data)
        if is_dataclass(kind):
            return self.made(kind, data)  # type: ignore[arg-type]
        if kind in (Any, object):
            return data
        if kind is float:
            return float(_checked(int | float, data))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(data)
        origin, parts = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            (one,) = (part for part in parts if part is not type(None))
            return None if data is None else self.read(one, data)
        if origin is Literal:
            return _among(parts, data)
        if origin is tuple:
            return self._several(parts, _checked(list | tuple, data))
        if origin is not None:
            return {self.read(parts[0], key): self.read(parts[1], one) for key, one in data.items()}
        return _checked(kind, data)

    def made(self, kind: type[T], data: Mapping[str, Any], **known: Any) -> T:
        """A dataclass from its fields, whether or not it has a reader; `known` are those that are read already."""
        shape: Any = kind
        hints = _hints(shape)
        given = {name: self.read(hints[name], data[name]) for name in hints if name in data and name not in known}
        return kind(**given, **known)

    def _several(self, parts: Sequence[Any], data: Sequence[Any]) -> tuple[Any, ...]:
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(self.read(parts[0], one) for one in data)
        return tuple(self.read(part, one) for part, one in zip(parts, data, strict=True))


def _checked(kind: Any, data: Any) -> Any:
    if not isinstance(data, kind):
        raise TypeError(f"{data!r} is no {kind}")
    return data


def _among(choices: Sequence[Any], data: Any) -> Any:
    if data not in choices:
        raise ValueError(data)
    return data


@cache
def _usual(kind: Any) -> Mapping[str, Any]:
    """The fields of a class with what they are by default; MISSING: they must be given."""
    return {
        one.name: one.default_factory() if one.default_factory is not MISSING else one.default for one in fields(kind)
    }


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind)}
