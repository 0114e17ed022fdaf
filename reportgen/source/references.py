"""references.yaml and references.json (CSL items) and references.bib, to one mapping of sources by id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from reportgen.frozen import mutable
from reportgen.problems import Place, Problems
from reportgen.source.bibliography.csl_item import id_of, is_background, item_of
from reportgen.source.bibliography.finishing import Unprinted, unnamed
from reportgen.source.bibliography.left_out import tell_left_out
from reportgen.source.files import Files
from reportgen.source.later import Later, with_fault
from reportgen.source.model import Reference
from reportgen.source.names import Sources
from reportgen.source.yaml_nodes import Entries, Items, Node, find, parse

NAMES = ("references.yaml", "references.bib", "references.json")
"""The files of a folder that hold sources, in the order in which they are read."""


@mutable
class References:
    """The references read so far. `seen` has the ids of faulty ones too; `complete` is False after a broken file."""

    files: Files
    found: dict[str, Reference] = field(default_factory=dict)
    seen: dict[str, Place] = field(default_factory=dict)
    again: dict[str, Problems] = field(default_factory=dict)
    """Of an id that stands more than once, where it does: faults of the first one."""
    complete: bool = True
    home: str = NAMES[0]
    """The file of the folder that was read last: a briefing's own."""

    @property
    def sources(self) -> Sources:
        """The ids that others may name."""
        return Sources(frozenset(self.seen), self.complete, self.home)

    def read_folder(self, folder: Path) -> None:
        """Add what the files of a folder have; faults of a file go to `files.problems`, of a source to itself."""
        there = [folder / name for name in NAMES if (folder / name).exists()]
        self.home = self.files.name(there[0] if there else folder / NAMES[0])
        tell_left_out(folder, self.files)
        for path in there:
            text = self.files.text(path)
            if text is None:
                self.complete = False
            else:
                before = len(self.files.problems.found)
                references = _READERS[path.name](text, self.files.name(path), self.files.problems)
                for reference in references:
                    first = self.seen.setdefault(reference.id, reference.place)
                    if first is reference.place:
                        self.found[reference.id] = reference
                    else:
                        self._twice(self.found[reference.id], reference)
                self.complete = self.complete and len(self.files.problems.found) == before

    def _twice(self, first: Reference, second: Reference) -> None:
        if first.id not in self.again:
            self.again[first.id] = Problems()
            self.found[first.id] = replace(first, csl=with_fault(first.csl, self.again[first.id].found), broken=True)
        message = f"the reference '{second.id}' stands already at {first.place.file}:{first.place.line}"
        self.again[first.id].add("duplicate-id", second.place, message)


def _yaml(text: str, file: str, problems: Problems) -> list[Reference]:
    """The items of a YAML file, or of its key `references`; of JSON that is called so."""
    if text.lstrip()[:1] in ("[", "{"):
        tried = Problems()
        found = _json(text, file, tried)
        if not tried.found:
            return found
    root = parse(text, Place(file, 1, 1), problems)
    node = find(root, "references") or root
    if isinstance(node, Items):
        unprinted = Unprinted()
        return [one for item in node.items if (one := _item(item, unprinted, problems))]
    if node is not None:
        problems.add(
            "wrong-type", node.place, "this file must be a list of sources", "begin each source with a dash: - id: …"
        )
    return []


def _item(node: Node, unprinted: Unprinted, problems: Problems) -> Reference | None:
    """One item, to be read when a paper needs it; None for what is none."""
    if not isinstance(node, Entries):
        problems.add("wrong-type", node.place, "a source must be a group of keys", "write - id: …")
        return None
    name = id_of(node)
    if not name:
        return unnamed(node.place)
    return Reference(name, Later(partial(item_of, node, unprinted)), is_background(node), node.place)


def _bibtex(text: str, file: str, problems: Problems) -> list[Reference]:
    from reportgen.source.bibliography.bibtex_file import entries

    return entries(text, file, problems)


def _json(text: str, file: str, problems: Problems) -> list[Reference]:
    from reportgen.source.bibliography.csl_json import items

    return items(text, file, problems)


_READERS: dict[str, Callable[[str, str, Problems], list[Reference]]] = {
    "references.yaml": _yaml,
    "references.bib": _bibtex,
    "references.json": _json,
}
