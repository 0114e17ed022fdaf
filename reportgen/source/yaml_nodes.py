"""YAML as a tree of nodes that know their places, and its syntax errors in plain words.

Scalars keep their written form ("no", "1.10", "2022-03-31"): what they mean is decided by who asks (`schema`). The
tree is built from PyYAML's events, so that depth and aliases are bounded; the C parser is used where there is one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from functools import partial
from itertools import accumulate
from typing import Any

import yaml

from reportgen.frozen import frozen, mutable
from reportgen.problems import Place, Problems
from reportgen.source.files import CONTROL
from reportgen.source.yaml_errors import QUOTES, explain
from reportgen.source.yaml_places import jumps

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_BREAK = "\u00a0\u202f"
_DEEPEST = 40
_MOST_COPIES = 10_000
"""How many nodes all aliases together may stand for: no "alias bomb" gets further."""


@frozen
class Leaf:
    """A scalar as written; `place` is where its text begins (inside the quotes, or on the line after `|`)."""

    text: str
    place: Place
    quoted: bool = False
    spots: tuple[tuple[int, Place], ...] = field(default=(), compare=False)
    """See `Phrase`."""
    lost: bool = False
    """Whether a mistake, which has been told, hides what is written here."""

    @property
    def empty(self) -> bool:
        """Nothing stands after the key."""
        return not self.text and not self.quoted


@frozen
class Items:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@frozen
class Entries:
    """Keys with values in the order of the file; a key may stand twice (`schema` reports it)."""

    entries: tuple[tuple[Leaf, Node], ...]
    place: Place


Node = Leaf | Items | Entries
FindPlace = Callable[[int, int], Place]
"""Finds the author's place of a line and a column of a text (both from 0)."""


def parse(text: str, start: Place | FindPlace, problems: Problems) -> Node | None:
    """Read a YAML document or a part of one; `start` is where `text` begins in its file, or finds places in it.

    Returns None for an empty document and after a syntax error, which is added to `problems`.
    """
    find = partial(_behind, start) if isinstance(start, Place) else start
    return _TreeBuilder(text, find, problems).build()


def _behind(start: Place, line: int, column: int) -> Place:
    shift = start.column - 1 if line == 0 and start.column else 0
    return Place(start.file, max(start.line, 1) + line, column + 1 + shift)


def plain(node: Node) -> Any:
    """The node as str, list and dict, every scalar as written."""
    match node:
        case Leaf(text=text):
            return text
        case Items(items=items):
            return [plain(item) for item in items]
        case Entries(entries=entries):
            return {key.text: plain(value) for key, value in entries}


def node_of(value: object, place: Place, places: Mapping[str, Place] | None = None) -> Node:
    """A node for a plain value (str, number, bool, None, list, mapping); `places` are those of a mapping's values."""
    match value:
        case Leaf() | Items() | Entries():
            return value
        case None:
            return Leaf("", place)
        case bool():
            return Leaf(str(value).lower(), place)
        case int():
            return Leaf(str(value), place)
        case Mapping():
            spots = {str(key): (places or {}).get(str(key), place) for key in value}
            pairs = ((Leaf(str(key), spots[str(key)]), node_of(kid, spots[str(key)])) for key, kid in value.items())
            return Entries(tuple(pairs), place)
        case list() | tuple():
            return Items(tuple(node_of(item, place) for item in value), place)
        case _:
            return Leaf(str(value), place, quoted=True)


def leaves(node: Node | None) -> Iterator[Leaf]:
    """Every single value below a node, in order."""
    match node:
        case Leaf():
            yield node
        case Items(items=items):
            for item in items:
                yield from leaves(item)
        case Entries(entries=entries):
            for _, value in entries:
                yield from leaves(value)


def find(node: Node | None, *path: str) -> Node | None:
    """The node under these keys, or None."""
    for step in path:
        if not isinstance(node, Entries):
            return None
        node = next((kid for key, kid in node.entries if key.text == step), None)
    return node


def find_in_each(node: Node | None, key: str) -> dict[str, Node]:
    """What stands under `key` of each entry that has it, by the entry's key: one walk, however many there are."""
    entries = node.entries if isinstance(node, Entries) else ()
    return {name.text: found for name, kid in entries if (found := find(kid, key))}


def overlay(below: Node | None, above: Node) -> Node:
    """Two files as one: what `above` writes, key by key, and what it leaves out as `below` has it.

    Groups of keys are merged at any depth; a list and a single value replace what stood there, an empty value too.
    Every node keeps its own place.
    """
    if not (isinstance(below, Entries) and isinstance(above, Entries)):
        return above
    names = {key.text for key, _ in above.entries}
    first = {key.text: kid for key, kid in reversed(below.entries)}
    kept = tuple(pair for pair in below.entries if pair[0].text not in names)
    return Entries((*kept, *((key, overlay(first.get(key.text), kid)) for key, kid in above.entries)), above.place)


class _StopError(Exception):
    """The rest of the document is not worth reading; the problem has been added."""


@mutable
class _Frame:
    """A list or a mapping under construction."""

    place: Place
    is_mapping: bool
    anchor: str | None
    kids: list[Node] = field(default_factory=list)
    size: int = 1


class _TreeBuilder:
    """Builds the tree of one document from the parser's events."""

    def __init__(self, text: str, at: FindPlace, problems: Problems) -> None:
        self.text, self.at, self.problems = text, at, problems
        self.lines = text.split("\n")
        self.starts = (0, *accumulate(len(line) + 1 for line in self.lines))
        self.root: Node | None = None
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.copies = 0

    def build(self) -> Node | None:
        try:
            for event in self._events():
                handler = _HANDLERS.get(type(event))
                if handler:
                    handler(self, event)
        except _StopError:
            return None
        return self.root

    def fail(self, place: Place, message: str, hint: str = "") -> _StopError:
        self.problems.add("yaml-syntax", place, message, hint)
        return _StopError()

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.text, Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            line, column, message, hint = explain(error, self.lines)
            raise self.fail(self.at(line, column), message, hint) from None
        except (yaml.YAMLError, ValueError):
            raise self.fail(self.at(0, 0), "this is not YAML", "look at another briefing's file for the form") from None

    def document(self, event: Any) -> None:
        if self.root is not None:
            place = self.at(event.start_mark.line, event.start_mark.column)
            raise self.fail(place, "a second document begins here", "remove the line ---")

    def scalar(self, event: Any) -> None:
        self._check_tag(event)
        line, column = event.start_mark.line, event.start_mark.column
        if event.style in ("|", ">"):
            below = next((text for text in self.lines[line + 1 :] if text.strip()), "")
            line, column = (line + 1, len(below) - len(below.lstrip(" ")))
        elif event.style:
            column += 1
        place = self.at(line, column)
        found = CONTROL.search(event.value)
        if found:
            raise self.fail(place, f"a control character (U+{ord(found.group()):04X}) stands in this text", "delete it")
        self._add(Leaf(event.value, place, bool(event.style), self._spots(event, line, column)), event.anchor)

    def _spots(self, event: Any, line: int, column: int) -> tuple[tuple[int, Place], ...]:
        """Where the text of a scalar goes on whose first character stands at `line` and `column`."""
        begin = self.starts[min(line, len(self.starts) - 1)] + column
        written = self.text[begin : event.end_mark.index]
        if event.style == "|" or written.startswith(event.value):
            return ()
        found = []
        for offset, at in jumps(written, event.value, event.style):
            number = bisect_right(self.starts, begin + at) - 1
            found.append((offset, self.at(number, begin + at - self.starts[number])))
        return tuple(found)

    def open(self, event: Any) -> None:
        self._check_tag(event)
        place = self.at(event.start_mark.line, event.start_mark.column)
        if len(self.stack) >= _DEEPEST:
            raise self.fail(place, "lists and groups are nested too deeply", "look for brackets that are never closed")
        self.stack.append(_Frame(place, isinstance(event, yaml.MappingStartEvent), event.anchor))

    def close(self, _: Any) -> None:
        frame = self.stack.pop()
        kids = frame.kids
        if not frame.is_mapping:
            self._add(Items(tuple(kids), frame.place), frame.anchor, frame.size)
            return
        pairs = tuple((self._key(key), value) for key, value in zip(kids[::2], kids[1::2], strict=True))
        self._add(Entries(pairs, frame.place), frame.anchor, frame.size)

    def _key(self, node: Node) -> Leaf:
        if isinstance(node, Leaf):
            # A space that holds a colon to its word, as French has it, is no space to YAML.
            return (
                node if node.quoted or node.text == (text := node.text.rstrip(_NO_BREAK)) else replace(node, text=text)
            )
        what = (
            "a value that begins with {{ is taken for a group of keys" if "{{" in self.text else "a key must be a word"
        )
        raise self.fail(node.place, what, QUOTES)

    def alias(self, event: Any) -> None:
        place = self.at(event.start_mark.line, event.start_mark.column)
        if event.anchor not in self.anchors:
            raise self.fail(place, "a value that begins with * is taken for a reference", QUOTES)
        node, size = self.anchors[event.anchor]
        self.copies += size
        if self.copies > _MOST_COPIES:
            raise self.fail(place, "references (*) repeat too much", "write the values out")
        self._add(node, None, size)

    def _check_tag(self, event: Any) -> None:
        if event.tag and not event.tag.startswith("tag:yaml.org,2002:"):
            place = self.at(event.start_mark.line, event.start_mark.column)
            raise self.fail(place, "a value that begins with ! is taken for a tag", QUOTES)

    def _add(self, node: Node, anchor: str | None, size: int = 1) -> None:
        if anchor:
            self.anchors[anchor] = (node, size)
        if self.stack:
            self.stack[-1].kids.append(node)
            self.stack[-1].size += size
        else:
            self.root = node


_HANDLERS: dict[type, Callable[[_TreeBuilder, Any], None]] = {
    yaml.DocumentStartEvent: _TreeBuilder.document,
    yaml.ScalarEvent: _TreeBuilder.scalar,
    yaml.AliasEvent: _TreeBuilder.alias,
    yaml.SequenceStartEvent: _TreeBuilder.open,
    yaml.MappingStartEvent: _TreeBuilder.open,
    yaml.SequenceEndEvent: _TreeBuilder.close,
    yaml.MappingEndEvent: _TreeBuilder.close,
}
