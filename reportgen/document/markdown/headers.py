"""The `key: value` lines at the head of a block: split into entries, then read by the block's own keys.

A text key takes the rest of its line as it stands, so that a colon, a brace or a # in it is no error; the others are
YAML. What the values mean is the block kinds' work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from reportgen.document.markdown.block_keys import KEYS, KINDS, TEXTS
from reportgen.document.markdown.origin import Origin
from reportgen.frozen import frozen
from reportgen.problems import Place, Problem, Problems, nearest
from reportgen.source.fields import keys_of
from reportgen.source.schema import read
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find, parse

_KEY = re.compile(r"([A-Za-z_][\w-]*):(?:[ \t]+(.*)|)$")
_WITH_TEXTS = frozenset({"notes"})
"""YAML keys with text in them, whose values must stay values."""
_PAIRS = {'"': '"', "'": "'", "“": "”"}

Spell = Callable[[str], str]
"""Puts words where a rendered text has marks for values."""


@frozen
class Entry:
    """One key with its text as written; `line` is the rendered line (from 0) of the key."""

    key: str
    text: str
    line: int

    @property
    def phrase(self) -> str:
        """The value of a text key: as it stands, without the quotation marks that enclose all of it."""
        text = self.text.strip()
        closing = _PAIRS.get(text[:1], "")
        inside = text[1:-1]
        enclosed = len(text) > 1 and closing and text.endswith(closing) and not {text[0], closing} & set(inside)
        return inside if enclosed else text


@frozen
class Header:
    """A block's first line and its keys; `odd` are lines that are no key, `doubles` keys that stand twice."""

    kind: str
    id: str
    line: int
    entries: Mapping[str, Entry] = field(default_factory=dict)
    odd: tuple[tuple[int, str], ...] = ()
    doubles: tuple[Entry, ...] = ()

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


def read_header(kind: str, name: str, line: int, lines: Sequence[str]) -> Header:
    """Split `lines`, the first of which is rendered line `line + 1`, into entries."""
    entries: dict[str, Entry] = {}
    odd: list[tuple[int, str]] = []
    doubles: list[Entry] = []
    last = ""
    for number, text in enumerate(lines, line + 1):
        match = _KEY.match(text)
        if not text.strip():
            last = ""
        elif text[0] in " \t" and last:
            entries[last] = replace(entries[last], text=f"{entries[last].text}\n{text}")
        elif match is None:
            odd.append((number, text.strip()))
        elif match[1] in entries:
            doubles.append(Entry(match[1], "", number))
        else:
            last = match[1]
            entries[last] = Entry(last, match[2] or "", number)
    return Header(kind, name, line, entries, tuple(odd), tuple(doubles))


def check_header(header: Header, origin: Origin, problems: Problems) -> None:
    """Report the lines that are no `key: value` and the keys that stand twice."""
    for line, text in header.odd:
        shown = text if len(text) <= 40 else f"{text[:39]}…"
        hint = "indent a line that continues the one above"
        if KINDS[header.kind].body:
            hint += "; leave a line empty before the text"
        problems.add("block-syntax", origin.place(line, text), f"'{shown}' is not of the form key: value", hint)
    for double in header.doubles:
        message = f"{double.key}: stands twice in this {header.kind}"
        problems.add("duplicate-key", origin.place(double.line, double.key), message)


def read_keys(header: Header, origin: Origin, problems: Problems, spell: Spell) -> Any:
    """The block's own keys as the dataclass of its kind, or None after faults (which go to `problems`)."""
    kind = KEYS[header.kind]
    own = keys_of(kind)
    before = len(problems.found)
    pairs = [
        (Leaf(entry.key, origin.place(entry.line, entry.key)), _node(header.kind, entry, origin, problems, spell))
        for entry in header.entries.values()
        if entry.key in own or header.kind != "chart"
    ]
    whole = len(problems.found) == before
    place = origin.place(header.line, ":::")
    trial = Problems()
    result = read(kind, Entries(tuple(pairs), place), trial)
    options = [entry for entry in header.entries.values() if entry.key not in own]
    problems.extend(_meant(problem, options, own, origin) for problem in trial.found)
    return result if whole else None


def _meant(problem: Problem, options: Sequence[Entry], own: Iterable[str], origin: Origin) -> Problem:
    """A key that a chart lacks, told at the option that is a slip for it, if there is one."""
    if problem.rule != "missing-key":
        return problem
    for entry in options:
        near = nearest(entry.key, own)
        if near and f"'{near}'" in problem.message:
            message = f"there is no key '{entry.key}' here, and {problem.message}"
            place = origin.place(entry.line, entry.key)
            return replace(problem, place=place, message=message, hint=f"did you mean '{near}'?")
    return problem


def read_options(
    header: Header, origin: Origin, problems: Problems, spell: Spell
) -> tuple[dict[str, Node], dict[str, Place]]:
    """The keys that are not the block's own, each as a node and with its place."""
    own = keys_of(KEYS[header.kind])
    entries = [entry for entry in header.entries.values() if entry.key not in own]
    nodes = {entry.key: _option(entry, origin, problems, spell) for entry in entries}
    return nodes, {key: node.place for key, node in nodes.items()}


def _node(kind: str, entry: Entry, origin: Origin, problems: Problems, spell: Spell) -> Node:
    if entry.key in TEXTS[kind]:
        return Leaf(entry.phrase, origin.after(entry.line, f"{entry.key}:"), quoted=False)
    return _yaml(entry, origin, problems, spell)


def _option(entry: Entry, origin: Origin, problems: Problems, spell: Spell) -> Node:
    """As YAML; a value on one line that is no YAML is taken as it stands."""
    trial = Problems()
    node = _yaml(entry, origin, trial, spell)
    if not trial.found:
        return node
    if "\n" in entry.text:
        problems.extend(trial.found)
    return Leaf(spell(entry.phrase), origin.after(entry.line, f"{entry.key}:"), quoted=True)


def _yaml(entry: Entry, origin: Origin, problems: Problems, spell: Spell) -> Node:
    start = origin.place(entry.line, f"{entry.key}:")
    root = parse(f"{entry.key}: {entry.text}\n", start, problems)
    node = find(root, entry.key) or Leaf("", start)
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
