"""What the standards and their validators let a paper have, found before anything is laid out.

ISO 32000-1, annex C, and ISO 19005-3, 6.1.13, end strings at 32,767 bytes; a validator follows no more than 256
references in a row, which the bookmarks of one level are, and reads no more than 1,024 rows of one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from reportgen.document.blocks import Attachment, Chart, Document, Figure, Properties, Section, TableBlock
from reportgen.document.inlines import Formula, Link, Span
from reportgen.problems import NOWHERE, Place, Problem, Problems

MOST_BYTES = 32_767
"""Of a string in a PDF."""
MOST_ROWS = 1_000
"""Of a table, without its header."""
MOST_HEADINGS = 250
"""Of one level below one heading."""

_COUNTED = (TableBlock, Document, Section)
_TOLD: dict[type, Sequence[tuple[str, str]]] = {
    Link: (("url", "the address of a link"), ("said", "what is said of a link")),
    Span: (("expansion", "the words of abbr="),),
    Formula: (("tex", "a formula"),),
    Figure: (("alt", "alt:"),),
    Chart: (("alt", "alt:"),),
    Properties: (("title", "the title"), ("subject", "the subject"), ("authors", "the names of the authors together")),
    Attachment: (("description", "the description of a file"),),
}
"""Texts that are one string in the PDF, and what an author calls them; a paragraph is many strings."""


def over_limits(document: Document) -> list[Problem]:
    """A problem for each text, table and list of headings that is too long for a PDF."""
    problems = Problems()
    for node, place in _nodes(document, document.place):
        for name, called in _TOLD.get(type(node), ()):
            _check_text(getattr(node, name, ""), called, place, problems)
        if isinstance(node, TableBlock) and len(node.rows) > MOST_ROWS:
            message = f"this table has {len(node.rows)} rows; a paper prints {MOST_ROWS} of one at most"
            problems.add("paper-limit", place, message, "choose rows with where:, or attach the file: attach: data")
        if isinstance(node, Document | Section):
            _check_headings(node.sections if isinstance(node, Document) else node.blocks, problems)
    return problems.found


def _check_text(text: str | tuple[str, ...], called: str, place: Place, problems: Problems) -> None:
    written = text if isinstance(text, str) else ", ".join(text)
    if len(written) * 2 + 2 <= MOST_BYTES:
        return
    size = len(written) if written.isascii() else 2 + len(written.encode("utf-16-be", "replace"))
    if size > MOST_BYTES:
        most = MOST_BYTES if written.isascii() else MOST_BYTES // 2 - 1
        message = f"{called} has {len(written)} characters; a PDF holds {most} of it at most"
        problems.add("paper-limit", place, message, "shorten it")


def _check_headings(parts: Iterable[object], problems: Problems) -> None:
    """Bookmarks of one level are a chain."""
    sections = [part for part in parts if isinstance(part, Section)]
    if len(sections) > MOST_HEADINGS:
        message = f"more than {MOST_HEADINGS} headings of level {sections[0].level} stand below one"
        hint = "put them below some headings of one level more"
        problems.add("paper-limit", sections[MOST_HEADINGS].place, message, hint)


def _nodes(node: Any, place: Place) -> Iterator[tuple[Any, Place]]:
    """Every part of the document, with the place of the nearest one around it that has one."""
    if type(node) is tuple:
        for item in node:
            if type(item) is not str:
                yield from _nodes(item, place)
        return
    kind = node.__class__
    own = getattr(node, "place", NOWHERE)
    place = own if own != NOWHERE else place
    if kind in _TOLD or kind in _COUNTED:
        yield node, place
    for name in _held(kind):
        part = getattr(node, name)
        if part and type(part) is not str:
            yield from _nodes(part, place)


_NO_PARTS = {"records", "place", "data", "image", "outline", "limit_place"}


@cache
def _held(kind: Any) -> tuple[str, ...]:
    """The fields of a class that may hold parts of the document."""
    if not is_dataclass(kind):
        return ()
    plain = {"str", "int", "float", "bool", "bytes"}
    return tuple(one.name for one in fields(kind) if one.name not in _NO_PARTS and one.type not in plain)
