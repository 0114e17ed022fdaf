"""A CSL item, from YAML or JSON, to a source: every key of CSL's own schema is taken, texts with the marks CSL allows.

Nothing is told at once: what is wrong with an item is a fault of those papers only that need it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from typing import Any

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.problems import Place, Problem, Problems, did_you_mean
from reportgen.source.bibliography import csl
from reportgen.source.bibliography.finishing import Unprinted, finished, tell_no_date
from reportgen.source.scalars import ScalarError, short, truth
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find, leaves

_OLDER = {"event": "event-title", "part": "part-number", "shortTitle": "title-short"}
"""Keys of older versions, and what they are called now."""


def id_of(node: Entries) -> str:
    """The id of an item; "" where it has none."""
    found = find(node, "id")
    return found.text.strip() if isinstance(found, Leaf) else ""


def is_background(node: Entries) -> bool:
    """Whether it is to stand in the list of sources though nobody cites it."""
    found = find(node, "background")
    try:
        return isinstance(found, Leaf) and not found.empty and truth(found.text)
    except ScalarError:
        return False


def item_of(
    node: Entries, unprinted: Unprinted, *, exported: bool = False
) -> tuple[Mapping[str, object], Sequence[Problem]]:
    """The item, and what is wrong with it; a key of another program's is no fault of one that is `exported`."""
    problems = Problems()
    item = _Item(node, problems, exported).read()
    idle = {key for key in item.keys() & csl.MAKERS if "author" in item or "editor" in item}
    others = {key.text for key, _ in node.entries} - csl.KEYS if exported else set()
    unprinted.tell((item.keys() - csl.PRINTED - csl.QUIET) | idle | others, place_in(node), problems)
    return item, problems.found


def place_in(node: Entries) -> Callable[[str], Place]:
    """Finds where the value of a key stands: that of the item where it has no such key."""

    def at(key: str) -> Place:
        found = find(node, key)
        return found.place if found is not None else node.place

    return at


@frozen
class _Item:
    """One item being read."""

    node: Entries
    problems: Problems
    exported: bool = False
    first: dict[str, Place] = field(default_factory=dict)

    def read(self) -> dict[str, object]:
        values: dict[str, object] = {"type": "document"}
        for key, node in self.node.entries:
            if self.first.setdefault(key.text, key.place) is not key.place:
                message = f"'{key.text}' stands twice (first on line {self.first[key.text].line})"
                self.problems.add("duplicate-key", key.place, message)
            elif key.text not in csl.KEYS and self.exported:
                continue
            elif key.text not in csl.KEYS:
                hint = did_you_mean(key.text, csl.KEYS)
                self.problems.add("unknown-key", key.place, f"CSL has no key {short(key.text)}", hint)
            elif key.text not in ("id", "custom", "categories") and not (isinstance(node, Leaf) and node.empty):
                values[_OLDER.get(key.text, key.text)] = self._value(key.text, node)
        values.pop("background", None)
        item = finished(values, id_of(self.node), place_in(self.node), self.problems, "add title: …")
        return {key: value for key, value in (item | self._noted(values)).items() if value not in (None, "", ())}

    def _noted(self, values: Mapping[str, object]) -> dict[str, object]:
        """What the lines of its note set, and the note that is left."""
        note = find(self.node, "note")
        if not isinstance(note, Leaf) or ":" not in note.text:
            return {}
        from reportgen.source.bibliography import csl_note

        found, left = csl_note.parted(note.text)
        told: dict[str, object] = {"note": self._rich("note", left, note)}
        for key, text in found.items():
            if key not in values or values[key] in (None, "", ()):
                told[key] = self._value(key, Leaf(text, note.place))
        return told

    def _value(self, key: str, node: Node) -> Any:
        if key in csl.NAMES:
            nodes = node.items if isinstance(node, Items) else (node,)
            return tuple(name for item in nodes if (name := self._name(key, item)))
        if key in csl.DATES:
            return self._date(key, node)
        if key == "background":
            try:
                return isinstance(node, Leaf) and truth(node.text)
            except ScalarError as error:
                self._fault(error.rule, node, f"'{key}' {error.message}", error.hint)
                return False
        text = self._text(key, node)
        if key == "type" and self.exported:
            return text if text in csl.TYPES else csl.ALIASES.get(text, "document")
        if key == "type" and text and text not in csl.TYPES:
            self._fault("not-in-list", node, f"CSL has no type {short(text)}", did_you_mean(text, csl.TYPES))
        return self._rich(key, text, node) if text and key in csl.MARKED else text

    def _text(self, key: str, node: Node) -> str:
        if isinstance(node, Leaf):
            return " ".join(node.text.split())
        if isinstance(node, Items) and (self.exported or key in csl.QUIET):
            return ", ".join(leaf.text for leaf in leaves(node))
        what = "a list" if isinstance(node, Items) else "a group of keys"
        self._fault("wrong-type", node, f"'{key}' must be text, not {what}", "put quotes round it if it is text")
        return ""

    def _rich(self, key: str, text: str, node: Node) -> str:
        if "<" not in text and "&" not in text:
            return text
        from reportgen.source.bibliography import markup

        unknown: list[str] = []
        kept = markup.kept(text, unknown.append)
        for name in dict.fromkeys(unknown):
            self._fault("source-markup", node, f"the mark <{name}> in '{key}' is not read, or has no other end")
        return kept

    def _fault(self, rule: str, node: Node, message: str, hint: str = "") -> None:
        self.problems.add(rule, node.place, message, hint)

    def _name(self, key: str, node: Node) -> dict[str, str]:
        """One name; a plain text is an organisation's or a name as it stands."""
        if not isinstance(node, Entries):
            return {"literal": text} if (text := self._text(key, node)) else {}
        name = {}
        for part, value in node.entries:
            if part.text in csl.NAME_PARTS:
                name[part.text] = self._text(part.text, value)
            elif self.exported and part.text == "name":
                name["literal"] = self._text(part.text, value)
            elif not self.exported and part.text not in csl.QUIET_PARTS:
                hint = did_you_mean(part.text, csl.NAME_PARTS)
                self._fault("unknown-key", part, f"a name has no key {short(part.text)}", hint)
        if not self.exported and not any(name.get(part) for part in ("family", "literal", "given")):
            hint = "write family: and given:, or literal: for an organisation"
            self._fault("missing-key", node, f"this name in '{key}' says no name", hint)
        return {part: text for part, text in name.items() if text}

    def _date(self, key: str, node: Node) -> object:
        if isinstance(node, Leaf) and "-00" not in node.text:
            with suppress(ValueError):
                return PartialDate.parse(node.text)
        from reportgen.source.bibliography import csl_dates

        try:
            return csl_dates.read(node, published=key == "issued")
        except ValueError as error:
            place = node if isinstance(node, Leaf) else find(node, "date-parts") or node
            tell_no_date(key, str(error), place.place, self.problems)
            return None
