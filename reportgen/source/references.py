"""references.yaml (CSL items) and references.bib, to one mapping of sources by id."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.problems import Place, did_you_mean
from reportgen.source import csl
from reportgen.source.files import Files
from reportgen.source.later import Later
from reportgen.source.model import Reference
from reportgen.source.names import Sources
from reportgen.source.scalars import ScalarError, partial_date, short, truth
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find, parse

_ID = re.compile(r"[A-Za-z0-9_](?:[\w:.#$%&+?<>~/-]*[\w/])?")
_ADDRESS = re.compile(r"(https?|ftp)://\S+", re.IGNORECASE)


@dataclass(slots=True)
class References:
    """The references read so far. `seen` has the ids of faulty ones too; `complete` is False after a broken file."""

    files: Files
    found: dict[str, Reference] = field(default_factory=dict)
    seen: dict[str, Place] = field(default_factory=dict)
    complete: bool = True
    home: str = "references.yaml"
    """The file of the folder that was read last: a briefing's own."""

    @property
    def sources(self) -> Sources:
        """The ids that others may name."""
        return Sources(frozenset(self.seen), self.complete, self.home)

    def read_folder(self, folder: Path) -> None:
        """Add what a folder's references.yaml and references.bib have; faults go to `files.problems`."""
        self.home = self.files.name(folder / "references.yaml")
        self._read(folder / "references.yaml", self._yaml)
        self._read(folder / "references.bib", self._bibtex)

    def _read(self, path: Path, reader: Callable[[Path, str], None]) -> None:
        if not path.exists():
            return
        text = self.files.text(path)
        if text is None:
            self.complete = False
        else:
            reader(path, text)

    def _yaml(self, path: Path, text: str) -> None:
        before = len(self.files.problems.found)
        root = parse(text, self.files.start(path), self.files.problems)
        node = find(root, "references") or root
        if isinstance(node, Items):
            for item in node.items:
                self._item(item)
        elif node is not None:
            hint = "begin each source with a dash: - id: …"
            self.files.problems.add("wrong-type", node.place, "this file must be a list of sources", hint)
        self.complete = self.complete and (root is not None or len(self.files.problems.found) == before)

    def _bibtex(self, path: Path, text: str) -> None:
        from reportgen.source.bibtex_file import entries

        for reference in entries(text, self.files.name(path), self.files.problems):
            self.add(reference)

    def _item(self, node: Node) -> None:
        if isinstance(node, Entries):
            reference = Item(node, self.files).read()
            if reference is not None:
                self.add(reference)
        else:
            self.files.problems.add("wrong-type", node.place, "a source must be a group of keys", "write - id: …")

    def add(self, reference: Reference) -> None:
        """Take a source whose id is new; report it otherwise."""
        first = self.seen.setdefault(reference.id, reference.place)
        if first is not reference.place:
            message = f"the reference '{reference.id}' stands already at {first.file}:{first.line}"
            self.files.problems.add("duplicate-id", reference.place, message)
        elif isinstance(reference.csl, Later) or "title" in reference.csl:
            self.found[reference.id] = reference


@frozen
class Item:
    """One CSL item being read."""

    node: Entries
    files: Files

    def read(self) -> Reference | None:
        """The reference, or None without an id; faults go to `files.problems`."""
        values: dict[str, object] = {"type": "document"}
        first: dict[str, Place] = {}
        for key, node in self.node.entries:
            if first.setdefault(key.text, key.place) is not key.place:
                message = f"'{key.text}' stands twice (first on line {first[key.text].line})"
                self.files.problems.add("duplicate-key", key.place, message)
            elif key.text not in csl.KEYS:
                hint = did_you_mean(key.text, csl.KEYS)
                self.files.problems.add("unknown-key", key.place, f"CSL has no key {short(key.text)}", hint)
            elif not (isinstance(node, Leaf) and node.empty):
                values[key.text] = self._value(key.text, node)
        return self._reference(values)

    def _reference(self, values: dict[str, Any]) -> Reference | None:
        name, background = values.pop("id", None), values.pop("background", False)
        if name is None:
            self._fault("missing-key", self.node, "this source has no id", "add id: …, a short name to cite it by")
            return None
        if not _ID.fullmatch(name):
            hint = "use letters, digits, - and _"
            self._fault("bad-name", find(self.node, "id") or self.node, f"'{name}' can't be an id", hint)
        if not values.get("title"):
            self._fault("missing-key", self.node, f"the source '{name}' has no title", "add title: …")
        values = {key: value for key, value in values.items() if value not in (None, "", ())}
        return Reference(name, values, bool(background), self.node.place)

    def _fault(self, rule: str, node: Node, message: str, hint: str = "") -> None:
        self.files.problems.add(rule, node.place, message, hint)

    def _value(self, key: str, node: Node) -> object:
        if key in csl.NAMES:
            return self._names(key, node)
        if key in csl.DATES:
            return self._date(key, node)
        text = self._text(key, node)
        if key == "type" and text and text not in csl.TYPES:
            self._fault("not-in-list", node, f"CSL has no type {short(text)}", did_you_mean(text, csl.TYPES))
        if key == "URL" and text and not _ADDRESS.fullmatch(text):
            self._fault("wrong-type", node, f"{short(text)} is no address", "begin it with https://, without spaces")
        return self._scalar(key, node, truth) if key == "background" else text

    def _text(self, key: str, node: Node) -> str | None:
        if isinstance(node, Leaf):
            return " ".join(node.text.split())
        what = "a list" if isinstance(node, Items) else "a group of keys"
        self._fault("wrong-type", node, f"'{key}' must be text, not {what}", "put quotes round it if it is text")
        return None

    def _scalar(self, key: str, node: Node, reader: Callable[[str], Any]) -> Any:
        text = self._text(key, node)
        try:
            return None if text is None else reader(text)
        except ScalarError as error:
            self._fault(error.rule, node, f"'{key}' {error.message}", error.hint)
            return None

    def _names(self, key: str, node: Node) -> tuple[dict[str, str], ...]:
        nodes = node.items if isinstance(node, Items) else (node,)
        return tuple(name for item in nodes if (name := self._name(key, item)))

    def _name(self, key: str, node: Node) -> dict[str, str]:
        """One name; a plain text is an organisation's or a name as it stands."""
        if not isinstance(node, Entries):
            return {"literal": self._text(key, node) or ""} if self._text(key, node) else {}
        name = {}
        for part, value in node.entries:
            if part.text in csl.NAME_PARTS:
                name[part.text] = self._text(part.text, value) or ""
            else:
                hint = did_you_mean(part.text, csl.NAME_PARTS)
                self._fault("unknown-key", part, f"a name has no key {short(part.text)}", hint)
        if not name.get("family") and not name.get("literal"):
            self._fault(
                "missing-key",
                node,
                f"this name in '{key}' has no family",
                "write family: and given:, or literal: for an organisation",
            )
        return name

    def _date(self, key: str, node: Node) -> PartialDate | None:
        parts = find(node, "date-parts")
        if isinstance(parts, Items):
            written = "-".join(f"{part:0>2}" for part in _first_date(parts))
            return self._scalar(key, Leaf(written, parts.place), partial_date)  # type: ignore[no-any-return]
        inner = find(node, "raw") or find(node, "literal") or node
        return self._scalar(key, inner, partial_date)  # type: ignore[no-any-return]


def _first_date(parts: Items) -> Sequence[str]:
    """The first date of CSL's date-parts, [[2022, 3, 31]]; a single list is taken too."""
    first = parts.items[0] if parts.items and isinstance(parts.items[0], Items) else parts
    return [item.text for item in first.items if isinstance(item, Leaf)]
