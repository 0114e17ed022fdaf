"""The machinery of `schema`: a node by the type asked for, one small method for each form of type."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, field, is_dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.problems import Place, Problems, did_you_mean, nearest
from reportgen.source.fields import docs_of, fields_of, key_of, keys_of
from reportgen.source.meant_dates import hint_for, meant
from reportgen.source.model import Phrase
from reportgen.source.parted_values import parted
from reportgen.source.scalars import Reader, ScalarError, short
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, plain

_NAMES = {str: "text", int: "a whole number", float: "a number", Decimal: "a number", Phrase: "text"}
_NAMES |= {bool: "true or false", PartialDate: "a date"}
_TOLD = 20
"""Keys of one group that nobody knows and that are told one by one: a group with more is another file's."""

BAD: Any = object()
"""Stands for a value with a fault, which has been reported."""


@frozen
class Typed:
    """Reads nodes by type; a method returns BAD after a fault, which it has added to `problems`."""

    problems: Problems
    readers: Mapping[Any, Reader]
    also: frozenset[str]
    habits: Mapping[str, str] = field(default_factory=dict)
    """Hints at keys that other tools have."""
    past: set[Place] = field(default_factory=set)
    """Where a date stands that has been told of, and is read on with as what it means."""

    def value(self, kind: Any, node: Node, label: str) -> Any:
        """The node as `kind`; `label` names it in messages."""
        if isinstance(node, Leaf) and node.lost:
            return BAD
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
        return BAD

    def _scalar(self, kind: Any, node: Node, label: str) -> Any:
        if not isinstance(node, Leaf):
            what = "a list" if isinstance(node, Items) else "a group of keys"
            hint = _as_text(node, label) if kind in (str, Phrase) else ""
            return self._fault(node, label, ScalarError("wrong-type", f"must be {_name(kind)}, not {what}", hint))
        if kind is Phrase:
            return Phrase(node.text, node.place, node.spots)
        try:
            return self.readers[kind](node.text)
        except ScalarError as fault:
            if kind is not PartialDate or fault.hint:
                return self._fault(node, label, fault)
            self._fault(node, label, ScalarError(fault.rule, fault.message, hint_for(node.text)))
            dates = meant(node.text)
            if dates:
                self.past.add(node.place)
            return dates[0] if dates else BAD

    def union(self, options: Sequence[Any], node: Node, label: str) -> Any:
        """The first of the types that suits; nothing written is None where that is allowed."""
        kinds = [option for option in options if option is not type(None)]
        if len(kinds) < len(options) and isinstance(node, Leaf) and not node.quoted and node.text in ("", "~", "null"):
            return None
        if len(kinds) == 1:
            return self.value(kinds[0], node, label)
        for kind in kinds:
            trial = Typed(Problems(), self.readers, self.also)
            result = trial.value(kind, node, label)
            if result is not BAD:
                return result
        names = " or ".join(_name(kind) for kind in kinds)
        fault = ScalarError("wrong-type", f"must be {names}, not {_shown(node)}", f"write {names}")
        return self._fault(node, label, fault)

    def literal(self, choices: Sequence[Any], node: Node, label: str) -> Any:
        """One of the choices, by its written form."""
        if not isinstance(node, Leaf):
            return self._scalar(str, node, label)
        by_text = {str(choice).lower() if isinstance(choice, bool) else str(choice): choice for choice in choices}
        if node.text.strip() in by_text:
            return by_text[node.text.strip()]
        hint = did_you_mean(node.text, by_text)
        return self._fault(node, label, ScalarError("not-in-list", f"can't be {short(node.text)}", hint))

    def sequence(self, args: Sequence[Any], node: Node, label: str) -> Any:
        """A tuple of any length or of a fixed one; a lone value is a list of one."""
        if isinstance(node, Leaf) and node.empty:
            return ()
        nodes = node.items if isinstance(node, Items) else (node,)
        if Ellipsis not in args and len(args) > 1:
            if len(args) != len(nodes):
                hint = f"write {len(args)} values in square brackets, with commas between them"
                message = f"must be a list of {len(args)} values"
                return self._fault(node, label, ScalarError("wrong-type", message, hint))
            kinds = tuple(args)
        else:
            kinds = (args[0] if args else Any,) * len(nodes)
        inner = label if nodes == (node,) or label.startswith("an item of") else f"an item of {label}"
        for blank in filter(_is_blank, nodes):
            self.problems.add("missing-key", blank.place, f"{inner} is empty", "write it, or leave it out of the list")
            return BAD
        values = tuple(self.value(kind, item, inner) for kind, item in zip(kinds, nodes, strict=True))
        return BAD if any(value is BAD for value in values) else values

    def mapping(self, args: Sequence[Any], node: Node, label: str) -> Any:
        """A mapping of any keys to values of one type."""
        entries = self.entries(node, label)
        if entries is None:
            return BAD
        key_kind, kind = args or (str, Any)
        for key, (hint, _) in parted(entries).items():
            self.problems.add("unknown-key", key.place, f"there is no key {short(key.text)} here", hint)
            return BAD
        pairs = [
            (self.value(key_kind, key, f"a key of {label}"), self.value(kind, kid, f"'{key.text}'"))
            for key, kid in entries.items()
        ]
        return BAD if any(BAD is part for pair in pairs for part in pair) else dict(pairs)

    def entries(self, node: Node, label: str, keys: Iterable[str] = ()) -> dict[Leaf, Node] | None:
        """The values by key; a key that stands twice is reported and its first value kept. None for no group.

        `keys` are those that must be there, for the hint at what is no group.
        """
        if isinstance(node, Leaf) and node.empty:
            return {}
        if not isinstance(node, Entries):
            named = " and ".join(f"{key}: …" for key in keys) or "key: value"
            hint = f"write each key under it on a line of its own, indented: {named}"
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
        before = len(self.problems.found)
        hints = keys_of(kind)
        entries = self.entries(node, label, _needed(kind))
        if entries is None:
            return BAD
        unknown = [key for key in entries if key.text not in hints]
        self._tell_unknown(unknown, entries, hints)
        given = {key.text: kid for key, kid in entries.items()}
        meant = {nearest(key.text, hints) for key in unknown[:_TOLD]}
        arguments = {
            item.name: self._field(kind, item, hint, given, node, key_of(item) in meant)
            for item, hint in fields_of(kind)
        }
        hard = [problem for problem in self.problems.found[before:] if problem.place not in self.past]
        if any(value is BAD for value in arguments.values()) or hard:
            return BAD
        try:
            return kind(**{name: value for name, value in arguments.items() if value is not MISSING})
        except ValueError as error:
            self.problems.add("wrong-type", node.place, str(error))
            return BAD

    def _tell_unknown(self, unknown: Sequence[Leaf], entries: Mapping[Leaf, Node], hints: Mapping[str, Any]) -> None:
        """A problem for each of the first keys that nobody knows, and one for all others."""
        ends = parted(entries) if unknown else {}
        for key in unknown[:_TOLD]:
            hint, first = ends.get(key, ("", True))
            if first:
                hint = hint or self._habit(key) or did_you_mean(key.text, {*hints, *self.also})
                message = f"there is no key {short(key.text)} here"
                self.problems.add("unknown-key", key.place, message, hint or "remove it")
        if more := unknown[_TOLD:]:
            message = f"{len(more)} more keys here, from {short(more[0].text)} on, are none"
            self.problems.add("unknown-key", more[0].place, message, "look whether they belong in another file")

    def _habit(self, key: Leaf) -> str:
        """What to do about a key that another tool has."""
        return self.habits.get(key.text.lower(), "") if not nearest(key.text, self.also) else ""

    def _field(
        self, kind: Any, item: Field[Any], hint: Any, given: Mapping[str, Node], group: Node, misspelt: bool
    ) -> Any:
        """The value of a field; MISSING where its default holds. A `misspelt` key has been reported already."""
        key = key_of(item)
        written = given.get(key)
        if hint is Place:
            return group.place
        must = item.default is MISSING and item.default_factory is MISSING
        unsaid = (must and hint is Phrase and _is_blank(written)) or (isinstance(written, Leaf) and written.empty)
        if written is not None and not unsaid:
            return self.value(hint, written, f"'{key}'")
        if not must:
            return MISSING
        if not misspelt:
            advice = docs_of(kind).get(key, "")
            place = written.place if written else group.place
            verb, said = ("write", "empty") if isinstance(written, Leaf) and written.quoted else ("add", "missing")
            self.problems.add("missing-key", place, f"'{key}' is {said}", f"{verb} {key}: …{advice and f' ({advice})'}")
        return BAD


_BY_ORIGIN: Mapping[Any, Callable[[Typed, Sequence[Any], Node, str], Any]] = {
    Union: Typed.union,
    types.UnionType: Typed.union,
    Literal: Typed.literal,
    tuple: Typed.sequence,
    list: Typed.sequence,
    Sequence: Typed.sequence,
    Mapping: Typed.mapping,
    dict: Typed.mapping,
    Annotated: lambda typed, args, node, label: typed.value(args[0], node, label),
}


def readable(kind: Any, readers: Mapping[Any, Reader]) -> bool:
    """Whether `Typed` can read a node as `kind`: its scalars have a reader, its groups are dataclasses."""
    if kind in readers or kind in (Phrase, Place, Any, object, type(None)):
        return True
    if isinstance(kind, type) and is_dataclass(kind):
        return all(readable(hint, readers) for hint in keys_of(kind).values())
    if hasattr(kind, "__supertype__"):
        return readable(kind.__supertype__, readers)
    origin = get_origin(kind) or kind
    if origin is Literal:
        return True
    parts = get_args(kind)[:1] if origin is Annotated else get_args(kind)
    return origin in _BY_ORIGIN and all(part is Ellipsis or readable(part, readers) for part in parts)


def _is_blank(node: Node | None) -> bool:
    """Whether it is a text of nothing, or of spaces."""
    return isinstance(node, Leaf) and not node.text.strip() and not node.lost


def _name(kind: Any) -> str:
    if kind in _NAMES:
        return _NAMES[kind]
    if hasattr(kind, "__supertype__"):
        return _name(kind.__supertype__)
    origin = get_origin(kind)
    if origin is Literal:
        return " or ".join(
            str(choice).lower() if isinstance(choice, bool) else str(choice) for choice in get_args(kind)
        )
    return {tuple: "a list", list: "a list", Mapping: "a group of keys"}.get(origin, "text")


def _needed(kind: Any) -> list[str]:
    """The keys of a group that must be there."""
    required = [item for item, hint in fields_of(kind) if hint is not Place]
    return [key_of(item) for item in required if item.default is MISSING and item.default_factory is MISSING]


def _as_text(node: Node, label: str) -> str:
    """What makes a text of a list, or of a group of keys."""
    if not isinstance(node, Items) or not node.items:
        return "put quotes round it if it is text"
    first, last = node.items[0].place, node.items[-1].place
    dashed = last.line > node.place.line or first.column - node.place.column > 1
    key = label.strip("'")
    if dashed and len(node.items) > 1:
        return f"write {key}: | and the list below it, indented, as a text"
    return "write it without the brackets, or put quotes round all of it"


def _shown(node: Node) -> str:
    """A node as a message names it."""
    match node:
        case Leaf(text=text):
            return short(text)
        case Items():
            return "a list"
        case Entries():
            return "a group of keys"
