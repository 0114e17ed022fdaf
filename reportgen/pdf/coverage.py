"""Finds the characters that no font of the house has, before anything is laid out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from reportgen.document.blocks import Document, Properties
from reportgen.figures.picture import Label, Picture
from reportgen.fonts import Chain
from reportgen.problems import NOWHERE, Place, Problem, Problems


def missing_glyphs(document: Document, chain: Chain) -> list[Problem]:
    """A problem for each character that can't be shown, at the first block that has it."""
    problems = Problems()
    seen: set[str] = set()
    for text, place in _texts(document, document.place):
        for character in chain.missing(text):
            if character not in seen:
                seen.add(character)
                name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
                problems.add("glyph-missing", place, f"no font has the character '{character}' ({name})")
    return problems.found


def _texts(node: object, place: Place) -> Iterator[tuple[str, Place]]:
    """Every text below `node` that is drawn, with the place of the nearest block around it."""
    if isinstance(node, str):
        yield node, place
    elif isinstance(node, tuple):
        for item in node:
            yield from _texts(item, place)
    elif isinstance(node, Picture):
        for operation in node.operations:
            if isinstance(operation, Label):
                yield operation.text, place
    elif is_dataclass(node) and not isinstance(node, (Properties, Mapping)):
        own = getattr(node, "place", NOWHERE)
        place = own if own != NOWHERE else place
        for field in fields(node):
            if field.name not in _NOT_DRAWN:
                yield from _texts(getattr(node, field.name), place)


_NOT_DRAWN = {
    "id",
    "anchor",
    "url",
    "lang",
    "records",
    "place",
    "attachments",
    "expansion",
    "image",
    "alt",
    "description",
}
