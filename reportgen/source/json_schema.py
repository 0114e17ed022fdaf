"""JSON Schema (draft 7) of the YAML files, made from the dataclasses that read them: editors complete and check by it.

A schema takes what `schema.read` takes, key by key: a key that it allows is read, and one that it forbids is refused.
What a key means beyond its type (that a source exists, that colours stand apart) is the reader's alone.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, is_dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from reportgen.dates import PartialDate
from reportgen.house import House
from reportgen.problems import Place
from reportgen.rules import MAY_BE_OFF, RULES
from reportgen.source.bibliography import csl
from reportgen.source.entries import TableEntry
from reportgen.source.facts import FactEntry
from reportgen.source.fields import docs_of, fields_of, key_of
from reportgen.source.meta import Meta
from reportgen.source.model import Confirmation, Phrase, Term
from reportgen.source.scalars import Count, Decimals, Positive

Schema = dict[str, Any]

FOLDER = ".schemas"
"""Where a workspace keeps the schemas, in its `sources/`: a folder that no paper is made from."""

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""Words as they are written: YAML takes 2025 for a number, which a title may be."""
_NUMBER: Schema = {"type": "number"}
_NOTHING: Schema = {"type": "null"}
_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_SCALARS: Mapping[Any, Schema] = {
    str: _TEXT,
    Phrase: _TEXT,
    int: {"type": "integer"},
    float: _NUMBER,
    Decimal: _NUMBER,
    bool: {"enum": [True, False, "yes", "no", "on", "off"]},
    Decimals: {"type": "integer", "minimum": 0, "maximum": 12},
    Positive: {"type": "number", "exclusiveMinimum": 0},
    Count: {"type": "integer", "minimum": 1},
    PartialDate: {"type": ["string", "integer"], "pattern": f"^[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?$"},
    Any: {},
    object: {},
    type(None): _NOTHING,
}


def schemas() -> Mapping[str, bytes]:
    """The schema of each file by its name, such as `briefing.json`, as UTF-8 JSON."""
    found = {
        "briefing": _of(Meta),
        "tables": _group_of(_of(TableEntry)),
        "facts": _group_of(_of(FactEntry)),
        "house": _of(House),
        "terms": {"type": "array", "items": _of(Term)},
        "references": _any_of([_sources(), {"type": "object", "properties": {"references": _sources()}}]),
        "confirmed": _group_of(_of(Confirmation)),
    }
    return {f"{name}.json": _written(name, schema) for name, schema in found.items()}


def _written(name: str, schema: Schema) -> bytes:
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"{name}.yaml"}
    return (json.dumps({**head, **schema}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _of(kind: Any) -> Schema:
    """The schema of one type, as `typed.Typed.value` reads it."""
    if kind in _SCALARS:
        return _SCALARS[kind]
    if is_dataclass(kind):
        return _group(kind)
    if hasattr(kind, "__supertype__"):
        return _of(kind.__supertype__)
    return _BY_ORIGIN[get_origin(kind) or kind](get_args(kind))


def _group(kind: Any) -> Schema:
    """A dataclass: its keys, those without a default required; an optional key may stand there empty."""
    docs, properties, required = docs_of(kind), {}, []
    for item, hint in fields_of(kind):
        if hint is Place:
            continue
        key = key_of(item)
        needed = item.default is MISSING and item.default_factory is MISSING
        schema = _rules_off() if key == "off" else _of(hint)
        schema = schema if needed else _any_of([schema, _NOTHING])
        properties[key] = {**schema, "description": docs[key]} if key in docs else schema
        required += [key] if needed else []
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _rules_off() -> Schema:
    """`off`: the rules of style by name, each with its reason."""
    rules = {rule: {**_TEXT, "description": RULES[rule].remedy} for rule in sorted(MAY_BE_OFF)}
    return {"type": "object", "properties": rules, "additionalProperties": False}


def _sources() -> Schema:
    """Sources in CSL's words; names and dates have several forms, which the reader tells apart."""
    values = {key: _TEXT if key in csl.TEXTS else {} for key in sorted(csl.KEYS)}
    values["type"] = {"enum": sorted({*csl.TYPES, *csl.ALIASES})}
    values["background"] = _SCALARS[bool]
    item = {"type": "object", "properties": values, "required": ["id"], "additionalProperties": False}
    return {"type": "array", "items": item}


def _group_of(schema: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": schema}


def _any_of(options: Sequence[Schema]) -> Schema:
    """What suits one of them at least, each named once."""
    flat = [part for option in options for part in option.get("anyOf", [option])]
    single = [part for index, part in enumerate(flat) if part not in flat[:index]]
    return {"anyOf": single} if len(single) > 1 else single[0]


def _sequence(args: Sequence[Any]) -> Schema:
    """A list, or one value that stands for a list of one."""
    item = _of(args[0])
    return _any_of([item, {"type": "array", "items": item}])


_BY_ORIGIN: Mapping[Any, Callable[[Sequence[Any]], Schema]] = {
    Union: lambda args: _any_of([_of(arg) for arg in args]),
    types.UnionType: lambda args: _any_of([_of(arg) for arg in args]),
    Literal: lambda args: {"enum": list(args)},
    tuple: _sequence,
    list: _sequence,
    Sequence: _sequence,
    Mapping: lambda args: _group_of(_of(args[1])),
    dict: lambda args: _group_of(_of(args[1])),
    Annotated: lambda args: _of(args[0]),
}
