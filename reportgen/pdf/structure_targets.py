"""Links and bookmarks that lead to elements, not to places on pages alone, and elements that refer to each other.

ISO 32000-2, 12.3.2.3 (structure destinations) and 14.7.2 (Ref). Who knows no elements goes by the place on the page,
which stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportgen.pdf.dialects import Places
from reportgen.pdf.structure import StructElem


class Linked(NamedTuple):
    """An annotation that the element of `node` holds; in the paper it leads to `anchor`."""

    annotation: Object
    node: StructElem
    element: Object
    anchor: str


def lead_to_elements(pdf: Pdf, links: Sequence[Linked], elements: Mapping[int, Object], places: Places) -> None:
    """Let links and bookmarks lead to elements: those of `elements`, by the identity of their node, were written."""
    named = {anchor: _note(node) or node for anchor, node in places.elements.items()}
    for link in links:
        if link.anchor:
            target = elements[id(named[link.anchor])]
            _lead(link.annotation, target)
            _refer(link, named[link.anchor], target, elements)
    for entry, anchor in zip(_entries(pdf.Root.get("/Outlines")), places.bookmarks, strict=True):
        _lead(entry, elements[id(named[anchor])])


def _note(node: StructElem | None) -> StructElem | None:
    """The note that an element stands in."""
    while node is not None and node.role != "Note":
        node = _above(node)
    return node


def _above(node: StructElem) -> StructElem | None:
    """What it stands in; the mark of a note in a note, and the way back from one, are no part of it here."""
    return node.parent if node.role not in ("Link", "Lbl") else None


def _lead(holder: Object, target: Object) -> None:
    place = holder.Dest
    there = Array([target, *list(place)[1:]])
    holder.A = Dictionary(S=Name.GoTo, D=place, SD=there)
    del holder["/Dest"]


def _refer(link: Linked, to: StructElem, target: Object, elements: Mapping[int, Object]) -> None:
    """An entry of the contents refers to its heading; the mark of a note and the note refer to each other."""
    node: StructElem | None = link.node
    while node is not None and node.role != "TOCI":
        node = node.parent
    if node is not None:
        _add(elements[id(node)], target)
    elif to.role == "Note" and link.node.parent is not None and link.node.parent.role == "Reference":
        _add(link.element, target)
        _add(target, link.element)


def _add(element: Object, other: Object) -> None:
    element.Ref = Array([*element.get("/Ref", Array()), other])


def _entries(outline: Object | None) -> Iterator[Object]:
    """The bookmarks, each before those inside it."""
    entry = None if outline is None else outline.get("/First")
    while entry is not None:
        yield entry
        yield from _entries(entry)
        entry = entry.get("/Next")
