"""What is left of a briefing with faults: what can be read is read on, so that all of its faults are told at once.

A table, a fact or a key with a fault of its own is lost. Whoever asks for it is not at fault, and is told nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from reportgen.frozen import frozen
from reportgen.problems import Place, Problem, Problems, Severity
from reportgen.source.fields import keys_of
from reportgen.source.files import Files
from reportgen.source.meta import Meta
from reportgen.source.model import Fact, Lost, Phrase, Table
from reportgen.source.schema import read
from reportgen.source.yaml_nodes import Entries, Leaf, Node
from reportgen.source.yaml_repair import parse_on

_Kept = TypeVar("_Kept")


@frozen
class ReadData:
    """The tables and facts without fault, and what of a briefing is lost."""

    tables: Mapping[str, Table]
    facts: Mapping[str, Fact]
    lost: Lost


def data_left(home: Path, files: Files, tables: Mapping[str, Table], facts: Mapping[str, Fact]) -> ReadData:
    """What is left of the data of a briefing after the faults in `files.problems`."""
    errors = [problem for problem in files.problems.found if problem.severity is Severity.ERROR]
    files_at_fault = {problem.place.file for problem in errors}
    described, known_facts = (_keys(home / "data" / name, files) for name in ("tables.yaml", "facts.yaml"))
    # A date that says when something is known is read on with as what it means, where that is certain.
    hard = [problem for problem in errors if problem.rule != "bad-date"]
    own = {name for name, table in tables.items() if table.file in files_at_fault}
    lost_tables = own | _at_fault(described, hard) | (described.keys() - tables.keys())
    unread_facts = {name for name in _at_fault(known_facts, errors) if name in facts and facts[name].cell.value is None}
    lost_facts = unread_facts | _at_fault(known_facts, hard) | (known_facts.keys() - facts.keys())
    unread = {
        name
        for name, keys in (("tables.yaml", described), ("facts.yaml", known_facts))
        if not keys and files.name(home / "data" / name) in files_at_fault
    }
    if any(Path(name).name in ("references.yaml", "references.bib") for name in files_at_fault):
        unread.add("references")
    return ReadData(_without(tables, lost_tables), _without(facts, lost_facts), Lost(lost_tables, lost_facts, unread))


_HANGING = frozenset(
    {"source-unused", "value-missing", "footnote-unused"}
    | {"fact-unsourced", "fact-undated", "fact-stale", "finding-changed", "finding-unconfirmed", "house-example"}
)
"""Warnings that may say what is not so where a table, a fact or a file is lost."""


_TYPED = frozenset(
    {"crossref-typed", "note-typed", "date-typed", "line-typed", "citation-typed", "heading-typed", "heading-missing"}
    | {"heading-case", "heading-space", "heading-unique", "markup-plain", "placeholder", "single-braces"}
    | {"quote-origin", "sentence-long"}
)
"""Warnings of what stands in the text itself: no value makes them, and none that is there would take them away."""


_OF_WORDS = frozenset({"number-unbound", "abbreviation", "term-avoided"})
"""Warnings of words that only the language of a paper and its house can excuse."""
_EXCUSING = frozenset({"briefing.yaml", "house.yaml"})


def sure(problems: Iterable[Problem], lost: Lost) -> list[Problem]:
    """The problems of a paper's texts that do not come from what is `lost`: its errors, and other warnings."""
    told = [problem for problem in problems if problem.severity is not Severity.NOTE]
    if lost.files:
        kept = _TYPED if _EXCUSING.intersection(lost.files) else _TYPED | _OF_WORDS
        return [one for one in told if one.severity is Severity.ERROR or one.rule in kept]
    return [problem for problem in told if problem.rule not in _HANGING] if lost.tables or lost.facts else told


def _without(given: Mapping[str, _Kept], lost: Collection[str]) -> dict[str, _Kept]:
    return {name: one for name, one in given.items() if name not in lost}


def _keys(path: Path, files: Files) -> dict[str, Place]:
    """The keys of a file, each with its place; none where it can't be read."""
    text = Files(files.workspace, Problems(), files.read).text(path) if path.is_file() else None
    root = parse_on(text, files.start(path), Problems(), colons_alone=True) if text is not None else None
    return {key.text: key.place for key, _ in root.entries} if isinstance(root, Entries) else {}


def _at_fault(keys: Mapping[str, Place], errors: Iterable[Problem]) -> set[str]:
    """The keys under which an error stands."""
    above = sorted((place.file, place.line, name) for name, place in keys.items())
    found = set()
    for error in errors:
        at = bisect_right(above, (error.place.file, error.place.line + 1)) - 1
        if at >= 0 and above[at][0] == error.place.file:
            found.add(above[at][2])
    return found


def meta_left(node: Node | None, name: str, place: Place) -> Meta:
    """briefing.yaml without the keys that are at fault; a paper without a title is called as its folder."""
    entries = node.entries if isinstance(node, Entries) else ()
    named = [
        (key, value) for key, value in entries if key.text == "title" and isinstance(value, Leaf) and not value.lost
    ]
    named = [entry for entry in named if entry[1].text]
    title = named[:1] or [(Leaf("title", place), Leaf(name, place))]
    known = keys_of(Meta).keys() - {"title"}
    kept = [*title, *(entry for entry in entries if entry[0].text in known and _sound((*title, entry)))]
    meta = read(Meta, Entries(tuple(kept), place), Problems(), place=place)
    return meta or Meta(Phrase(name, place))


def _sound(entries: Iterable[tuple[Leaf, Node]]) -> bool:
    return read(Meta, Entries(tuple(entries), Place("")), Problems()) is not None
