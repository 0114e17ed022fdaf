"""What a reader hears: the tag tree with its text, made from the finished file alone.

The lines of a golden tree name role, properties and text; where lines and pages break does not show, places and object
numbers neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pikepdf

from reportgen.pdfread.content import MarkedContent
from reportgen.pdfread.paper import Annotation, Element, opened

_SOFT_HYPHEN = "\u00ad"


def tag_tree(data: bytes) -> str:
    """The tag tree of a finished paper as readable text, an element a line, two spaces a level."""
    with opened(data) as paper:
        return "".join(f"{line}\n" for line in _lines(paper.root, 0)) if paper.root else ""


def text_of(element: Element) -> str:
    """What is read out for an element: ActualText, else the alternative of a figure, else its content.

    Line breaks leave no trace: soft hyphens vanish, spaces are single.
    """
    return " ".join(_raw_text(element).replace(_SOFT_HYPHEN, "").split(" ")).strip()


def _raw_text(element: Element) -> str:
    replacement = element.says("ActualText") or element.says("Alt")
    if replacement:
        return replacement
    parts = []
    for kid in element.kids:
        match kid:
            case Element():
                parts.append(_raw_text(kid))
            case MarkedContent():
                parts.append(kid.text)
    return "".join(parts)


def _lines(element: Element, depth: int) -> Iterator[str]:
    texts = list(_kids(element))
    only = texts[0] if len(texts) == 1 and isinstance(texts[0], str) else None
    properties = "; ".join(_properties(element))
    line = "  " * depth + element.role + (f" ({properties})" if properties else "")
    yield line + (f" {only}" if only else "")
    for kid in [] if only else texts:
        if isinstance(kid, str):
            yield "  " * (depth + 1) + kid
        else:
            yield from _lines(kid, depth + 1)


def _kids(element: Element) -> Iterator[str | Element]:
    """Elements, and the text between them in quotation marks; texts that touch are one."""
    kids = [kid for kid in element.kids if not isinstance(kid, Annotation)]
    for is_text, group in groupby(kids, key=lambda kid: isinstance(kid, MarkedContent)):
        if not is_text:
            yield from (kid for kid in group if isinstance(kid, Element))
            continue
        text = "".join(kid.text for kid in group if isinstance(kid, MarkedContent)).replace(_SOFT_HYPHEN, "")
        if text and element.kind != "Figure":
            yield f'"{text}"'


def _properties(element: Element) -> Iterator[str]:
    for key, label in _LABELS.items():
        if text := element.says(key):
            yield f"{label}: {text}"
    for key in _SHOWN_ATTRIBUTES:
        if key in element.attributes:
            yield f"{key}: {str(element.attributes[key]).removeprefix('/')}"
    if element.files:
        yield f"files: {', '.join(element.files)}"
    annotations = [kid.object for kid in element.kids if isinstance(kid, Annotation)]
    text = text_of(element) if annotations else ""
    for annotation in annotations:
        yield f"to: {target(annotation)}"
        said = str(annotation.get("/Contents", ""))
        if not text.startswith(said):
            yield f"said: {said}"


_LABELS = {"Lang": "lang", "Alt": "alt", "ActualText": "actual text", "E": "expansion", "ID": "id"}
_SHOWN_ATTRIBUTES = ("Scope", "ListNumbering", "RowSpan", "ColSpan")


def target(annotation: Any) -> str:
    """Where a link goes: an address, or `#` and the name of a place in the paper; "" where it goes nowhere."""
    action = annotation.get("/A", {})
    if "/URI" in action:
        return str(action.URI)
    place = annotation.get("/Dest", action.get("/D"))
    if place is None:
        return ""
    return "#" if isinstance(place, pikepdf.Array) else "#" + str(place).removeprefix("/")
