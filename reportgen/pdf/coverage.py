"""Finds the characters that no font of the house has, before anything is laid out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from reportgen.document.blocks import Document, Properties
from reportgen.figures.picture import Label, Picture
from reportgen.fonts import Chain
from reportgen.problems import NOWHERE, Place, Problem, Problems


def missing_glyphs(document: Document, chain: Chain) -> list[Problem]:
    """A problem for each character that can't be shown, at the first block that has it."""
    used: set[str] = set()
    _collect(document, used)
    missing = set(chain.missing("".join(sorted(used))))
    if not missing:
        return []
    problems = Problems()
    for text, place in _texts(document, document.place):
        for character in (one for one in dict.fromkeys(text) if one in missing):
            missing.remove(character)
            name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
            problems.add("glyph-missing", place, f"no font has the character '{character}' ({name})")
    return problems.found


def _collect(node: object, used: set[str]) -> None:
    """Add the characters of every text below `node` that is drawn: where they stand is looked for only if need be."""
    if type(node) is str:
        used.update(node)
    elif type(node) is tuple:
        for item in node:
            _collect(item, used)
    else:
        for part in _parts(node):
            _collect(part, used)


def _texts(node: object, place: Place) -> Iterator[tuple[str, Place]]:
    """Every text below `node` that is drawn, with the place of the nearest block around it."""
    if isinstance(node, str):
        yield node, place
    elif isinstance(node, tuple):
        for item in node:
            yield from _texts(item, place)
    else:
        own = getattr(node, "place", NOWHERE)
        for part in _parts(node):
            yield from _texts(part, own if own != NOWHERE else place)


def _parts(node: Any) -> Iterator[Any]:
    """What of a part of the document may have text in it."""
    if isinstance(node, Picture):
        return (operation.text for operation in node.operations if isinstance(operation, Label))
    return (getattr(node, name) for name in _drawn(node.__class__))


@cache
def _drawn(kind: Any) -> tuple[str, ...]:
    """The fields of a class that reach the page; none of what is no part of the document."""
    if issubclass(kind, Properties) or not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.name not in _NOT_DRAWN)


_NOT_DRAWN = {"anchor", "url", "lang", "records", "place", "attachments", "expansion", "image", "alt", "description"}
