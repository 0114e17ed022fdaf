"""references.bib: the entries of a BibTeX file, each decoded only when somebody looks at it.

A library has hundreds of entries with abstracts, and a paper cites a few. So the file is split into entries, which is
soon done, and an entry's LaTeX, names and dates are read when the paper first asks for them. What is wrong with an
entry is told then, on its line; what is wrong with the others keeps no paper from being made.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from functools import partial
from typing import Any

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string

from reportgen.frozen import frozen
from reportgen.problems import Place, Problem, Problems
from reportgen.source.bibtex import item_of
from reportgen.source.later import Later
from reportgen.source.model import Reference

_KEY = re.compile(r"@\w*\s*[{(]\s*([^\s,{}()=]+)\s*,")
"""The name of an entry that can't be read further."""
_TITLES = {"title": "booktitle", "subtitle": "", "shorttitle": ""}
"""What the fields of a work are for the parts that refer to it; "": nothing."""


def entries(text: str, file: str, problems: Problems) -> list[Reference]:
    """The sources of a BibTeX file in its order; a file that is no BibTeX at all goes to `problems`."""
    try:
        with _quiet():
            blocks = parse_string(text).blocks
    except Exception:  # noqa: BLE001 - the parser raises anything for text that is no BibTeX
        problems.add("bibtex-syntax", Place(file, 1, 1), "this file can't be read as BibTeX")
        return []
    library = _Library(file)
    for block in blocks:
        _HANDLERS.get(type(block), _skip)(library, block)
    return [library.reference(name) for name in library.known if not library.only_lends(name)]


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
    known: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, list[Problem]] = field(default_factory=dict)

    def reference(self, name: str) -> Reference:
        """An entry that waits to be decoded."""
        block = self.known[name]
        fields = _own(block)
        background = fields.get("background", "").strip().lower() in ("true", "yes")
        later = Later(partial(self._decoded, name))
        return Reference(name, later, background, self.place(block), broken=name in self.faults)

    def only_lends(self, name: str) -> bool:
        """Whether an entry is there only to be named by the `xdata` of others."""
        block = self.known[name]
        return isinstance(block, bib.Entry) and block.entry_type.lower() == "xdata"

    def _decoded(self, name: str) -> tuple[Mapping[str, object], tuple[Problem, ...]]:
        block, problems = self.known[name], Problems()
        if isinstance(block, bib.Entry):
            item = item_of(block.entry_type, self._fields(name, ()), name, self.place(block), problems)
        else:
            item = {"type": "document", "title": name}
        return item, (*self.faults.get(name, ()), *problems.found)

    def _fields(self, name: str, asking: tuple[str, ...]) -> dict[str, str]:
        """The fields of an entry, and those lent to it: by `xdata` as they are, by `crossref` as of the whole work."""
        block = self.known.get(name)
        if block is None or name in asking:
            return {}
        own, asking = _own(block), (*asking, name)
        for lender in filter(None, (part.strip() for part in own.get("xdata", "").split(","))):
            own = {**self._fields(lender, asking), **own}
        whole = self._fields(own.get("crossref", "").strip(), asking)
        lent = {name: value for key, value in whole.items() if (name := _TITLES.get(key, key))}
        return {**lent, **own}

    def place(self, block: Any) -> Place:
        """Where a block begins."""
        return Place(self.file, (block.start_line or 0) + 1, 1)

    def fault(self, name: str, block: Any, rule: str, message: str) -> None:
        """Note what is wrong with an entry."""
        problems = Problems()
        problems.add(rule, self.place(block), message)
        self.faults.setdefault(name, []).extend(problems.found)


def _own(block: Any) -> dict[str, str]:
    """The fields of an entry as they are written; none of one that can't be read."""
    return {one.key.lower(): str(one.value) for one in block.fields} if isinstance(block, bib.Entry) else {}


def _skip(_library: _Library, _block: Any) -> None:
    return None


def _entry(library: _Library, block: Any) -> None:
    library.known[block.key] = block


def _broken(library: _Library, block: Any) -> None:
    """An entry that ends too soon, or the like; without a name nobody can cite it."""
    raw = block.raw.strip()
    found = _KEY.match(raw)
    name = found[1] if found else raw[:40]
    library.known.setdefault(name, block)
    library.fault(name, block, "bibtex-syntax", f"this entry can't be read: {raw.splitlines()[0][:40] if raw else ''}")


def _twice(library: _Library, block: Any) -> None:
    """A second entry of a name; of an abbreviation (`@string`) the first counts, as the parser takes it."""
    if not isinstance(block.ignore_error_block, bib.Entry):
        return
    before = library.known[block.key].start_line + 1
    message = f"the reference '{block.key}' stands already on line {before}"
    library.fault(block.key, block, "duplicate-id", message)


def _field_twice(library: _Library, block: Any) -> None:
    name = block.ignore_error_block.key
    library.known.setdefault(name, block)
    library.fault(name, block, "duplicate-key", f"this entry has {', '.join(sorted(block.duplicate_keys))} twice")


_HANDLERS: Mapping[type, Callable[[_Library, Any], None]] = {
    bib.Entry: _entry,
    bib.DuplicateBlockKeyBlock: _twice,
    bib.DuplicateFieldKeyBlock: _field_twice,
    bib.ParsingFailedBlock: _broken,
    bib.MiddlewareErrorBlock: _broken,
}
