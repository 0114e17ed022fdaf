"""Rules on the joints between pages and structure tree: marks, parent tree, annotations (ISO 32000-1, 14.7.4).

No validator at hand finds a wrong parent tree: a reader that follows it hears the wrong element.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from reportgen.pdfread.bounds import leaves
from reportgen.pdfread.content import MarkedContent
from reportgen.pdfread.fault import PdfFault
from reportgen.pdfread.paper import Annotation, Paper


def readable(paper: Paper) -> Iterator[PdfFault]:
    """What reading the pages and the tree stumbled over."""
    yield from paper.faults
    for page in paper.pages:
        yield from page.faults


def owned(paper: Paper) -> Iterator[PdfFault]:
    """Each piece of marked content has its element, and names that element's role."""
    for page in paper.pages:
        for sequence in page.sequences:
            owner = paper.owners.get(sequence)
            if owner is None:
                yield PdfFault("pdf-mark-owner", f"no element owns marked content {sequence.mcid}", page.number)
            elif owner.role != sequence.tag:
                message = f"marked content {sequence.mcid} is a {sequence.tag}, its element a {owner.role}"
                yield PdfFault("pdf-mark-role", message, page.number)


def parent_tree(paper: Paper) -> Iterator[PdfFault]:
    """Each page finds the elements of its marked content."""
    entries = _parent_tree(paper)
    keys: set[int] = set()
    for content, page in zip(paper.pages, paper.pdf.pages, strict=True):
        key = page.obj.get("/StructParents")
        if not isinstance(key, int):
            yield PdfFault("pdf-parent-tree", "the page has no key to the parent tree", content.number)
            continue
        if key in keys:
            yield PdfFault("pdf-parent-tree", "the page has the key of another page", content.number)
        keys.add(key)
        yield from _page_entries(paper, content.number, content.sequences, entries.get(key))


def _page_entries(paper: Paper, page: int, sequences: list[MarkedContent], entry: Any) -> Iterator[PdfFault]:
    if not isinstance(entry, pikepdf.Array):
        yield PdfFault("pdf-parent-tree", "the parent tree has no entry for the page", page)
        return
    if len(entry) != 1 + max((sequence.mcid for sequence in sequences), default=-1):
        yield PdfFault("pdf-parent-tree", "the parent tree has more or fewer elements than the page", page)
    for sequence in sequences:
        owner = paper.owners.get(sequence)
        found: Any = entry[sequence.mcid] if 0 <= sequence.mcid < len(entry) else None
        if owner and (found is None or found.objgen != owner.object.objgen):
            message = f"the parent tree gives marked content {sequence.mcid} to another element than the {owner.role}"
            yield PdfFault("pdf-parent-tree", message, page)


def annotated(paper: Paper) -> Iterator[PdfFault]:
    """Each annotation belongs to an element, and finds it."""
    entries = _parent_tree(paper)
    held = {}
    for element in paper.elements:
        for kid in element.kids:
            if isinstance(kid, Annotation):
                held[kid.object.objgen] = element
    for number, page in enumerate(paper.pdf.pages):
        annotations = page.obj.get("/Annots", pikepdf.Array())
        paper.budget.spend("annotations", len(annotations))
        for annotation in annotations:
            owner = held.get(annotation.objgen)
            found = entries.get(annotation.get("/StructParent"))
            if owner is None:
                yield PdfFault("pdf-annotation", "an annotation belongs to no element", number)
            elif found is None or not hasattr(found, "objgen") or found.objgen != owner.object.objgen:
                message = f"the parent tree gives an annotation to another element than its {owner.role}"
                yield PdfFault("pdf-parent-tree", message, number)


def tab_order(paper: Paper) -> Iterator[PdfFault]:
    """The tab key goes by the structure on every page."""
    for number, page in enumerate(paper.pdf.pages):
        if page.obj.get("/Tabs") != "/S":
            yield PdfFault("pdf-tab-order", "the tab key does not follow the structure", number)


def _parent_tree(paper: Paper) -> dict[Any, Any]:
    return {int(number): entry for number, entry in leaves(paper.tree.get("/ParentTree"), "/Nums")}


CHECKS = (readable, owned, parent_tree, annotated, tab_order)
