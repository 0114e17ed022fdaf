"""The `key: value` lines at the head of a block: split into entries, then read by the block's own keys.

A text key takes the rest of its line as it stands, so that a colon, a brace or a # in it is no error; the others are
YAML. What the values mean is the block kinds' work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, field, replace
from typing import Any

from reportgen.document.markdown.block_keys import KEYS, KINDS, TEXTS
from reportgen.document.templates.offsets import Where, at, cut, joined
from reportgen.document.templates.whereabouts import SourceMap
from reportgen.frozen import frozen
from reportgen.problems import Place, Problems, nearest
from reportgen.source.fields import fields_of, key_of, keys_of
from reportgen.source.schema import read
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find, parse

_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \u00a0\u202f]?:(?:[ \t\u00a0\u202f]+(.*)|)$")
"""A key with the space before its colon that French has."""
_WITH_TEXTS = frozenset({"notes"})
"""YAML keys with text in them, whose values must stay values."""
_PAIRS = {'"': '"', "'": "'", "“": "”"}

Spell = Callable[[str], str]
"""Puts words where a rendered text has marks for values."""


@frozen
class Entry:
    """One key with its text as written, and where both stand in the rendered text."""

    key: str
    text: str
    at: int
    where: Where

    @property
    def _span(self) -> tuple[int, int]:
        """Where the phrase begins and ends in the text."""
        text = self.text.strip()
        start = len(self.text) - len(self.text.lstrip())
        closing = _PAIRS.get(text[:1], "")
        enclosed = len(text) > 1 and closing and text.endswith(closing) and not {text[0], closing} & set(text[1:-1])
        return (start + 1, start + len(text) - 1) if enclosed else (start, start + len(text))

    @property
    def phrase(self) -> str:
        """The value of a text key: as it stands, without the quotation marks that enclose all of it."""
        return self.text[slice(*self._span)]

    @property
    def place(self) -> int:
        """Where the value begins."""
        return at(self.where, self._span[0])

    @property
    def run(self) -> tuple[str, Where]:
        """The phrase as one run of words, with the place of each."""
        start, end = self._span
        lines = [line.span() for line in re.finditer(r"[^\n]*\n?", self.text[:end]) if line.end() > start]
        spans = [(max(start, first), last) for first, last in lines]
        return joined(_stripped(self.text[first:last], cut(self.where, first, last)) for first, last in spans)


def _stripped(line: str, where: Where) -> tuple[str, Where]:
    """A line without the spaces at both ends; how it ends stays."""
    start = len(line) - len(line.lstrip(" \t"))
    return line.strip() + "\n" * line.endswith("\n"), cut(where, start, max(start + 1, len(line)))


@frozen
class Header:
    """A block's first line and its keys; `odd` are lines that are no key, `doubles` keys that stand twice.

    `line` is the rendered line (from 0) of the colons, `at` where they stand in the rendered text.
    """

    kind: str
    id: str
    line: int
    at: int = 0
    kind_at: int = 0
    id_at: int = 0
    entries: Mapping[str, Entry] = field(default_factory=dict)
    odd: tuple[tuple[int, str], ...] = ()
    doubles: tuple[Entry, ...] = ()
    callout: str = ""
    """Which of Quarto's kinds of note a box is: "warning"."""

    @property
    def titled(self) -> bool:
        """Whether it has a title, and so a number."""
        return "title" in self.entries and bool(self.entries["title"].phrase)


def header_lines(kind: str, lines: Sequence[str]) -> int:
    """How many of the block's inner lines are its header."""
    if kind in KINDS and not KINDS[kind].body:
        return len(lines)
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or not _begins_header(kind, lines[start]):
        return 0
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    return end


def _begins_header(kind: str, line: str) -> bool:
    match = _KEY.match(line)
    if match is None or kind not in KEYS:
        return match is not None
    key, keys = match[1], keys_of(KEYS[kind])
    return key.lower() in keys or (key.islower() and bool(nearest(key, keys)))


def read_header(
    kind: tuple[str, int], named: Sequence[tuple[str, int]], line: int, begin: int, lines: Sequence[tuple[str, int]]
) -> Header:
    """Split `lines` into entries; all come with where they stand in the rendered text, as the kind and the id do."""
    entries: dict[str, list[tuple[str, int]]] = {}
    places: dict[str, int] = {}
    odd: list[tuple[int, str]] = []
    doubles: list[Entry] = []
    last = ""
    for text, offset in lines:
        match = _KEY.match(text)
        if not text.strip():
            last = ""
        elif text[0] in " \t" and last:
            entries[last].append((f"\n{text}", offset - 1))
        elif match is None:
            odd.append((offset + len(text) - len(text.lstrip()), text.strip()))
        elif match[1] in entries:
            doubles.append(Entry(match[1], "", offset, offset))
        else:
            last = match[1]
            value = match.start(2) if match[2] else match.end()
            places[last], entries[last] = offset, [(match[2] or "", offset + value)]
    whole = {key: joined(parts) for key, parts in entries.items()}
    found = {key: Entry(key, text, places[key], where) for key, (text, where) in whole.items()}
    name, id_at = named[0] if named else ("", begin)
    id_at += name.startswith("#")
    return Header(kind[0], name.removeprefix("#"), line, begin, kind[1], id_at, found, tuple(odd), tuple(doubles))


def check_header(header: Header, origin: SourceMap, problems: Problems) -> None:
    """Report the lines that are no `key: value` and the keys that stand twice."""
    for offset, text in header.odd:
        shown = text if len(text) <= 40 else f"{text[:39]}…"
        hint = "indent a line that continues the one above"
        if KINDS[header.kind].body:
            hint += "; leave a line empty before the text"
        problems.add("block-syntax", origin.place(offset), f"'{shown}' is not of the form key: value", hint)
    for double in header.doubles:
        message = f"{double.key}: stands twice in this {header.kind}"
        problems.add("duplicate-key", origin.place(double.at), message)


def read_keys(header: Header, origin: SourceMap, problems: Problems, spell: Spell) -> Any:
    """The block's own keys as the dataclass of its kind, or None after faults (which go to `problems`)."""
    kind = KEYS[header.kind]
    own = keys_of(kind)
    before = len(problems.found)
    found = _meant(header, origin, problems) if header.kind == "chart" else [*header.entries.values()]
    pairs = [
        (Leaf(entry.key, origin.place(entry.at)), _node(header.kind, entry, origin, problems, spell))
        for entry in found
        if entry.key in own or header.kind != "chart"
    ]
    whole = len(problems.found) == before
    result = read(kind, Entries(tuple(pairs), origin.place(header.at)), problems)
    return result if whole else None


def _meant(header: Header, origin: SourceMap, problems: Problems) -> list[Entry]:
    """The entries of a chart; an option that is a slip for a key which is not there is told, and read as that key."""
    own = {key_of(item): item.default is MISSING for item, _ in fields_of(KEYS[header.kind])}
    lacking = {key for key, needed in own.items() if needed and key not in header.entries}
    found = []
    for entry in header.entries.values():
        near = nearest(entry.key, own) if lacking and entry.key not in own else ""
        if near in lacking:
            lacking.remove(near)
            message = f"there is no key '{entry.key}' here, and '{near}' is missing"
            problems.add("missing-key", origin.place(entry.at), message, f"did you mean '{near}'?")
            entry = replace(entry, key=near)
        found.append(entry)
    return found


def read_options(
    header: Header, origin: SourceMap, problems: Problems, spell: Spell
) -> tuple[dict[str, Node], dict[str, Place]]:
    """The keys that are not the block's own, each as a node and with its place."""
    own = keys_of(KEYS[header.kind])
    entries = [entry for entry in header.entries.values() if entry.key not in own]
    nodes = {entry.key: _option(entry, origin, problems, spell) for entry in entries}
    return nodes, {key: node.place for key, node in nodes.items()}


def _node(kind: str, entry: Entry, origin: SourceMap, problems: Problems, spell: Spell) -> Node:
    if entry.key in TEXTS[kind]:
        return Leaf(entry.phrase, origin.place(entry.place), quoted=False)
    return _yaml(entry, origin, problems, spell)


def _option(entry: Entry, origin: SourceMap, problems: Problems, spell: Spell) -> Node:
    """As YAML; a value on one line that is no YAML is taken as it stands."""
    trial = Problems()
    node = _yaml(entry, origin, trial, spell)
    if not trial.found:
        return node
    if "\n" in entry.text:
        problems.extend(trial.found)
    return Leaf(spell(entry.phrase), origin.place(entry.place), quoted=True)


def _yaml(entry: Entry, origin: SourceMap, problems: Problems, spell: Spell) -> Node:
    before = len(f"{entry.key}: ")
    starts = [0, *(end.end() for end in re.finditer("\n", entry.text))]

    def place(line: int, column: int) -> Place:
        value = starts[min(line, len(starts) - 1)] + column - (0 if line else before)
        return origin.place(entry.at if column <= len(entry.key) and not line else at(entry.where, max(value, 0)))

    root = parse(f"{entry.key}: {entry.text}\n", place, problems)
    node = find(root, entry.key) or Leaf("", origin.place(entry.at))
    return node if entry.key in _WITH_TEXTS else _spelled(node, spell)


def _spelled(node: Node, spell: Spell) -> Node:
    match node:
        case Leaf():
            return replace(node, text=spell(node.text))
        case Items():
            return replace(node, items=tuple(_spelled(item, spell) for item in node.items))
        case Entries():
            pairs = tuple((replace(key, text=spell(key.text)), _spelled(kid, spell)) for key, kid in node.entries)
            return replace(node, entries=pairs)
