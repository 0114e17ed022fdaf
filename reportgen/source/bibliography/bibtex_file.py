"""references.bib: the entries of a BibTeX file, each decoded only when somebody looks at it.

A library has hundreds of entries with abstracts, and a paper cites a few. So the file is split into entries, which is
soon done, and an entry's LaTeX, names and dates are read when the paper first asks for them. What is wrong with an
entry is told then, at its field; what is wrong with the others keeps no paper from being made.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from functools import cached_property, partial
from typing import Any

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string

from reportgen.frozen import frozen
from reportgen.problems import Place, Problem, Problems
from reportgen.source.bibliography import bibtex_fields
from reportgen.source.bibliography.bibtex import item_of
from reportgen.source.bibliography.bibtex_fields import lent
from reportgen.source.bibliography.bibtex_values import joined
from reportgen.source.bibliography.finishing import Unprinted, unnamed
from reportgen.source.bibliography.left_out import EXPORT
from reportgen.source.later import Later
from reportgen.source.model import Reference

_KEY = re.compile(r"@\w*\s*[{(]\s*([^\s,{}()=]+)\s*,")
"""The name of an entry that can't be read further."""
_WHOLES = ("crossref", "xref", "xdata", "related")
"""Fields that name other entries."""
_NO_SOURCES = ("xdata", "set", "control", "bibnote", "ieeetranbstctl")
"""Types of entries that are none: they lend their fields, or hold settings."""


_OTHER_FORMAT = re.compile(r"\s*(?:TY  - |<\?xml|<xml|<records|%0 |%A )")
"""How a library of RIS or EndNote begins."""


def entries(text: str, file: str, problems: Problems) -> list[Reference]:
    """The sources of a BibTeX file in its order; a file that is no BibTeX at all goes to `problems`."""
    if _OTHER_FORMAT.match(text):
        problems.add("bibtex-syntax", Place(file, 1, 1), "this file is RIS or EndNote, and no BibTeX", EXPORT)
        return []
    library = _Library(file, text)
    for block in blocks_of(text):
        _HANDLERS.get(type(block), _skip)(library, block)
    named = [library.reference(name) for name in library.known if not library.is_none(name)]
    return [*named, *library.nameless]


def blocks_of(text: str) -> list[Any]:
    """The blocks of a BibTeX file, their values as they are written."""
    with _quiet():
        return list(parse_string(text, parse_stack=[]).blocks)


@contextmanager
def _quiet() -> Iterator[None]:
    """The parser logs what it also returns as blocks."""
    logger = logging.getLogger("bibtexparser.splitter")

    def refuse(_: logging.LogRecord) -> bool:
        return False

    logger.addFilter(refuse)
    try:
        yield
    finally:
        logger.removeFilter(refuse)


@frozen
class _Library:
    """The entries of a file by their names, and what is wrong with them as far as it is known."""

    file: str
    text: str
    known: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, list[Problem]] = field(default_factory=dict)
    strings: dict[str, str] = field(default_factory=dict)
    """What @string names, by small letters, as written."""
    unprinted: Unprinted = field(default_factory=Unprinted)
    nameless: list[Reference] = field(default_factory=list)

    def reference(self, name: str) -> Reference:
        """An entry that waits to be decoded."""
        block = self.known[name]
        background = _value(block, "background").strip('{}" ').lower() in ("true", "yes")
        later = Later(partial(self._decoded, name))
        named = [one for key in _WHOLES for one in _value(block, key).strip('{}" ').split(",")]
        lenders = tuple(self._key(one.strip()) for one in named if one.strip())
        return Reference(name, later, background, self.place(block), lenders, broken=name in self.faults)

    def is_none(self, name: str) -> bool:
        """Whether an entry is no source of its own."""
        block = self.known[name]
        return isinstance(block, bib.Entry) and block.entry_type.lower() in _NO_SOURCES

    def _decoded(self, name: str) -> tuple[Mapping[str, object], tuple[Problem, ...]]:
        block, problems = self.known[name], Problems()
        if isinstance(block, bib.Entry):
            at = partial(self.field_place, block)
            fields = self._fields(name, (), problems)
            item = item_of(block.entry_type, fields, name, at, problems)
            names = {one.key.lower() for one in block.fields} - bibtex_fields.FIELDS - bibtex_fields.QUIET
            self.unprinted.tell((one for one in names if not one.startswith(bibtex_fields.PRIVATE)), at, problems)
        else:
            item = {"type": "document", "title": name}
        return item, (*self.faults.get(name, ()), *problems.found)

    def _fields(self, name: str, asking: tuple[str, ...], problems: Problems) -> dict[str, str]:
        """The fields of an entry, and those lent to it: by `xdata` as they are, by `crossref` as of the whole work."""
        block, asking = self.known[name], (*asking, name)
        own = self._own(block, problems)
        for lender in filter(None, (part.strip() for part in own.get("xdata", "").split(","))):
            own = {**self._lent(block, "xdata", lender, asking, problems), **own}
        whole = own.get("crossref", "").strip()
        fields = self._lent(block, "crossref", whole, asking, problems) if whole else {}
        if not fields:
            return own
        lender = self._key(whole)
        return {**lent(block.entry_type.lower(), own, self.known[lender].entry_type.lower(), fields), **own}

    def _lent(self, block: Any, by: str, lender: str, asking: tuple[str, ...], problems: Problems) -> dict[str, str]:
        key = self._key(lender)
        if not isinstance(self.known.get(key), bib.Entry):
            message = f"{by} names '{lender}', which is no entry of this file"
            problems.add("bibtex-syntax", self.field_place(block, by), message, "add the entry, or leave the field out")
        elif key not in asking:
            return self._fields(key, asking, problems)
        return {}

    def _key(self, name: str) -> str:
        """The name of an entry as it is written where it stands: small letters count as capitals."""
        return name if name in self.known else self._small_names.get(name.lower(), name)

    @cached_property
    def _small_names(self) -> Mapping[str, str]:
        return {name.lower(): name for name in self.known}

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def _own(self, block: Any, problems: Problems) -> dict[str, str]:
        """The fields of an entry, the first of each name; none of one that can't be read."""
        found: dict[str, str] = {}
        for one in block.fields if isinstance(block, bib.Entry) else ():

            def unknown(name: str, one: Any = one) -> None:
                message = f"'{name}' stands without braces, and no @string says what it means"
                hint = f"write {one.key} = {{{name}}}"
                problems.add("bibtex-syntax", self.field_place(block, one.key), message, hint)

            if one.key.lower() in bibtex_fields.FIELDS:
                found.setdefault(one.key.lower(), joined(str(one.value), self.strings, unknown))
        return found

    def place(self, block: Any) -> Place:
        """Where a block begins."""
        return Place(self.file, (block.start_line or 0) + 1, 1)

    def field_place(self, block: Any, name: str) -> Place:
        """Where a field of an entry begins; where the entry does, if it has no such field of its own."""
        for one in block.fields:
            if one.key.lower() == name:
                line = self._lines[one.start_line] if one.start_line < len(self._lines) else ""
                return Place(self.file, one.start_line + 1, max(_column(line, one.key), 1))
        return self.place(block)

    def fault(self, name: str, block: Any, rule: str, message: str) -> None:
        """Note what is wrong with an entry."""
        problems = Problems()
        problems.add(rule, self.place(block), message)
        self.faults.setdefault(name, []).extend(problems.found)


def _column(line: str, key: str) -> int:
    """Where a field's name stands in its line, from 1; 0 where it does not."""
    match = re.search(rf"(?<![\w-]){re.escape(key)}\s*=", line)
    return match.start() + 1 if match else 0


def _value(block: Any, name: str) -> str:
    """A field as it is written; "" where there is none."""
    fields = block.fields if isinstance(block, bib.Entry) else ()
    return next((str(one.value) for one in fields if one.key.lower() == name), "")


def _skip(_library: _Library, _block: Any) -> None:
    return None


def _entry(library: _Library, block: Any) -> None:
    if block.key:
        library.known[block.key] = block
    else:
        library.nameless.append(unnamed(library.place(block)))


def _string(library: _Library, block: Any) -> None:
    library.strings.setdefault(block.key.lower(), block.value)


def _broken(library: _Library, block: Any) -> None:
    """An entry that ends too soon, or the like; without a name nobody can cite it."""
    raw = block.raw.strip()
    found = _KEY.match(raw)
    name = found[1] if found else raw[:40]
    library.known.setdefault(name, block)
    library.fault(name, block, "bibtex-syntax", f"this entry can't be read: {raw.splitlines()[0][:40] if raw else ''}")


def _twice(library: _Library, block: Any) -> None:
    """A second entry of a name, unless it says the same; of an abbreviation (`@string`) the first counts."""
    second = block.ignore_error_block
    if not isinstance(second, bib.Entry) or not second.key:
        return
    first = library.known[second.key]
    if _said(first) != _said(second):
        message = f"the reference '{block.key}' stands already on line {first.start_line + 1}"
        library.fault(block.key, block, "duplicate-id", message)


def _said(entry: Any) -> Any:
    return isinstance(entry, bib.Entry) and (entry.entry_type, {one.key.lower(): one.value for one in entry.fields})


def _field_twice(library: _Library, block: Any) -> None:
    entry = block.ignore_error_block
    known = library.known.setdefault(entry.key, entry)
    values = [(one.key.lower(), one.value) for one in entry.fields]
    twice = {name for name, value in values if any(name == other and value != also for other, also in values)}
    if known is entry and (telling := sorted(twice & bibtex_fields.FIELDS)):
        library.fault(entry.key, block, "duplicate-key", f"this entry has {', '.join(telling)} twice")


_HANDLERS: Mapping[type, Callable[[_Library, Any], None]] = {
    bib.Entry: _entry,
    bib.String: _string,
    bib.DuplicateBlockKeyBlock: _twice,
    bib.DuplicateFieldKeyBlock: _field_twice,
    bib.ParsingFailedBlock: _broken,
    bib.MiddlewareErrorBlock: _broken,
}
