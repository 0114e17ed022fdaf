"""Typed reading: a YAML node becomes a frozen dataclass, driven by its field types.

A field is an author's key (a trailing `_` is dropped: `from_` is `from`); a field without a default is a key that must
be there; a field of type `Place` gets the place of the group. Known types: str, int, float, Decimal, bool,
PartialDate, Phrase, Literal, Optional and unions, tuple (a lone value is a list of one), Mapping, NewType, dataclasses
and Any (the plain value); `readers` adds or changes scalar types. A scalar is read from its written form by the type
asked for. Every fault is added to the `Problems` with its place; nothing here knows what a key means.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from reportgen.dates import PartialDate
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.source.model import Phrase
from reportgen.source.scalars import READERS, Reader, ScalarError, short
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, node_of, parse, plain

T = TypeVar("T")


def read(
    kind: type[T],
    node: Node | None,
    problems: Problems,
    *,
    readers: Mapping[Any, Reader] | None = None,
    also: Iterable[str] = (),
    place: Place | None = None,
) -> T | None:
    """Read a group of keys as the dataclass `kind`; None if anything is wrong, with every fault in `problems`.

    `readers` gives scalar types of your own (such as `Column`) their reader; `also` are keys known elsewhere, for the
    hint at an unknown key. None as `node` is an empty group, at `place`.
    """
    group = node if node is not None else Entries((), place or Place(""))
    result = _Typed(problems, {**READERS, **(readers or {})}, frozenset(also)).value(kind, group, "this")
    return None if result is _BAD else result


def read_header(
    kind: type[T],
    text: str,
    start: Place,
    problems: Problems,
    *,
    indent: int = 0,
    readers: Mapping[Any, Reader] | None = None,
    also: Iterable[str] = (),
) -> T | None:
    """Read YAML that stands inside another file (a block's header) as the dataclass `kind`.

    `start` is where `text` begins in that file; `indent` is how many columns were cut off its further lines. Returns
    None if anything is wrong, with every fault in `problems` at the author's own line and column.
    """
    before = len(problems.found)
    node = parse(text, start, problems, indent)
    if len(problems.found) > before:
        return None
    return read(kind, node, problems, readers=readers, also=also, place=start)


def read_options(
    kind: type[T],
    values: Mapping[str, Any],
    places: Mapping[str, Place],
    place: Place,
    problems: Problems,
    *,
    readers: Mapping[Any, Reader] | None = None,
    also: Iterable[str] = (),
) -> T | None:
    """Read plain values (str, number, bool, list, mapping or nodes) as the dataclass `kind`, a chart kind's Options.

    `places` are those of the values by key, `place` that of the block. Returns None if anything is wrong, with every
    fault in `problems`.
    """
    return read(kind, node_of(values, place, places), problems, readers=readers, also=also)


def read_each(kind: type[T], node: Node | None, problems: Problems) -> dict[Phrase, T]:
    """Read a group of groups, such as tables.yaml: each by its key; those with faults are left out."""
    typed = _Typed(problems, READERS, frozenset())
    entries = typed.entries(node, "this file") if node is not None else {}
    found = {
        Phrase(key.text, key.place): typed.value(kind, kid, f"'{key.text}'") for key, kid in (entries or {}).items()
    }
    return {key: value for key, value in found.items() if value is not _BAD}


def read_list(kind: type[T], node: Node | None, problems: Problems) -> list[T]:
    """Read a list of groups, such as terms.yaml; those with faults are left out."""
    if not isinstance(node, Items):
        if node is not None:
            hint = "begin each entry with a dash: - key: value"
            problems.add("wrong-type", node.place, "this file must be a list", hint)
        return []
    typed = _Typed(problems, READERS, frozenset())
    found = [typed.value(kind, item, "an entry of this list") for item in node.items]
    return [value for value in found if value is not _BAD]


def keys_of(kind: type) -> dict[str, Any]:
    """The author's keys of a dataclass, in order, each with its type."""
    return {_key(item): hint for item, hint in _fields(kind) if hint is not Place}


def text_keys(kind: type) -> frozenset[str]:
    """The keys of a dataclass whose value is a Phrase."""
    return frozenset(key for key, hint in keys_of(kind).items() if hint is Phrase or Phrase in get_args(hint))


@cache
def docs_of(kind: type) -> Mapping[str, str]:
    """The docstring under each field, by the author's key; empty where the source can't be read."""
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    except (OSError, TypeError, SyntaxError):
        return {}
    assert isinstance(body, ast.ClassDef)
    found = {}
    for item, after in zip(body.body, body.body[1:], strict=False):
        match item, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name.rstrip("_")] = " ".join(text.split())
    return found


_NAMES = {str: "text", int: "a whole number", float: "a number", Decimal: "a number", Phrase: "text"}
_NAMES |= {bool: "true or false", PartialDate: "a date"}


# --- structure -------------------------------------------------------------------------------------------------------
_BAD: Any = object()
"""Stands for a value with a fault, which has been reported."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """Reads nodes by type; `value` returns _BAD after a fault."""

    problems: Problems
    readers: Mapping[Any, Reader]
    also: frozenset[str]

    def value(self, kind: Any, node: Node, label: str) -> Any:
        if kind in self.readers or kind is Phrase:
            return self._scalar(kind, node, label)
        if is_dataclass(kind):
            return self._group(kind, node, label)
        if kind is Any or kind is object:
            return plain(node)
        if hasattr(kind, "__supertype__"):
            return self.value(kind.__supertype__, node, label)
        return _BY_ORIGIN[get_origin(kind) or kind](self, get_args(kind), node, label)

    def _fault(self, node: Node, label: str, fault: ScalarError) -> Any:
        self.problems.add(fault.rule, node.place, f"{label} {fault.message}", fault.hint)
        return _BAD

    def _scalar(self, kind: Any, node: Node, label: str) -> Any:
        if not isinstance(node, Leaf):
            what = "a list" if isinstance(node, Items) else "a group of keys"
            hint = "put quotes round it if it is text" if kind in (str, Phrase) else ""
            return self._fault(node, label, ScalarError("wrong-type", f"must be {_name(kind)}, not {what}", hint))
        if kind is Phrase:
            return Phrase(node.text, node.place)
        try:
            return self.readers[kind](node.text)
        except ScalarError as fault:
            return self._fault(node, label, fault)

    def union(self, options: Sequence[Any], node: Node, label: str) -> Any:
        kinds = [option for option in options if option is not type(None)]
        if len(kinds) < len(options) and isinstance(node, Leaf) and not node.quoted and node.text in ("", "~", "null"):
            return None
        if len(kinds) == 1:
            return self.value(kinds[0], node, label)
        for kind in kinds:
            trial = _Typed(Problems(), self.readers, self.also)
            result = trial.value(kind, node, label)
            if result is not _BAD:
                return result
        names = " or ".join(_name(kind) for kind in kinds)
        return self._fault(node, label, ScalarError("wrong-type", f"must be {names}, not {_shown(node)}"))

    def literal(self, choices: Sequence[Any], node: Node, label: str) -> Any:
        if not isinstance(node, Leaf):
            return self._scalar(str, node, label)
        by_text = {str(choice).lower() if isinstance(choice, bool) else str(choice): choice for choice in choices}
        if node.text.strip() in by_text:
            return by_text[node.text.strip()]
        hint = did_you_mean(node.text, by_text)
        return self._fault(node, label, ScalarError("not-in-list", f"can't be {short(node.text)}", hint))

    def sequence(self, args: Sequence[Any], node: Node, label: str) -> Any:
        if isinstance(node, Leaf) and node.empty:
            return ()
        nodes = node.items if isinstance(node, Items) else (node,)
        if Ellipsis not in args and len(args) > 1:
            if len(args) != len(nodes):
                return self._fault(node, label, ScalarError("wrong-type", f"must be a list of {len(args)} values"))
            kinds = tuple(args)
        else:
            kinds = (args[0] if args else Any,) * len(nodes)
        inner = label if nodes == (node,) or label.startswith("an item of") else f"an item of {label}"
        values = tuple(self.value(kind, item, inner) for kind, item in zip(kinds, nodes, strict=True))
        return _BAD if any(value is _BAD for value in values) else values

    def mapping(self, args: Sequence[Any], node: Node, label: str) -> Any:
        entries = self.entries(node, label)
        if entries is None:
            return _BAD
        key_kind, kind = args or (str, Any)
        pairs = [
            (self.value(key_kind, key, f"a key of {label}"), self.value(kind, kid, f"'{key.text}'"))
            for key, kid in entries.items()
        ]
        return _BAD if any(_BAD is part for pair in pairs for part in pair) else dict(pairs)

    def entries(self, node: Node, label: str) -> dict[Leaf, Node] | None:
        """The values by key; a key that stands twice is reported and its first value kept. None for no group."""
        if isinstance(node, Leaf) and node.empty:
            return {}
        if not isinstance(node, Entries):
            hint = "write each key under it on a line of its own, indented: key: value"
            self._fault(node, label, ScalarError("wrong-type", f"must be a group of keys, not {_shown(node)}", hint))
            return None
        first: dict[str, Leaf] = {}
        found: dict[Leaf, Node] = {}
        for key, kid in node.entries:
            if first.setdefault(key.text, key) is key:
                found[key] = kid
            else:
                message = f"'{key.text}' stands twice (first on line {first[key.text].place.line})"
                self.problems.add("duplicate-key", key.place, message)
        return found

    def _group(self, kind: Any, node: Node, label: str) -> Any:
        entries = self.entries(node, label)
        if entries is None:
            return _BAD
        before = len(self.problems.found)
        hints = keys_of(kind)
        for key in entries:
            if key.text not in hints:
                hint = did_you_mean(key.text, {*hints, *self.also})
                self.problems.add("unknown-key", key.place, f"there is no key {short(key.text)} here", hint)
        given = {key.text: kid for key, kid in entries.items()}
        arguments = {item.name: self._field(kind, item, hint, given, node) for item, hint in _fields(kind)}
        if any(value is _BAD for value in arguments.values()) or len(self.problems.found) > before:
            return _BAD
        try:
            return kind(**{name: value for name, value in arguments.items() if value is not MISSING})
        except ValueError as error:
            self.problems.add("wrong-type", node.place, str(error))
            return _BAD

    def _field(self, kind: Any, item: Field[Any], hint: Any, given: Mapping[str, Node], group: Node) -> Any:
        """The value of a field; MISSING where its default holds."""
        key = _key(item)
        if hint is Place:
            return group.place
        written = given.get(key)
        if written is not None and not (isinstance(written, Leaf) and written.empty):
            return self.value(hint, written, f"'{key}'")
        if item.default is not MISSING or item.default_factory is not MISSING:
            return MISSING
        advice = docs_of(kind).get(key, "")
        place = written.place if written else group.place
        self.problems.add("missing-key", place, f"'{key}' is missing", f"add {key}: …{advice and f' ({advice})'}")
        return _BAD


_BY_ORIGIN: Mapping[Any, Callable[[_Typed, Sequence[Any], Node, str], Any]] = {
    Union: _Typed.union,
    types.UnionType: _Typed.union,
    Literal: _Typed.literal,
    tuple: _Typed.sequence,
    list: _Typed.sequence,
    Sequence: _Typed.sequence,
    Mapping: _Typed.mapping,
    dict: _Typed.mapping,
    Annotated: lambda typed, args, node, label: typed.value(args[0], node, label),
}


def _key(item: Field[Any]) -> str:
    return item.name.rstrip("_")


@cache
def _fields(kind: type) -> tuple[tuple[Field[Any], Any], ...]:
    hints = get_type_hints(kind)
    return tuple((item, hints[item.name]) for item in fields(kind) if item.init)


def _name(kind: Any) -> str:
    if kind in _NAMES:
        return _NAMES[kind]
    if hasattr(kind, "__supertype__"):
        return _name(kind.__supertype__)
    origin = get_origin(kind)
    return {tuple: "a list", list: "a list", Mapping: "a group of keys", Literal: "one of its values"}.get(
        origin, "text"
    )


def _shown(node: Node) -> str:
    """A node as a message names it."""
    match node:
        case Leaf(text=text):
            return short(text)
        case Items():
            return "a list"
        case Entries():
            return "a group of keys"
