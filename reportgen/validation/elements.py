"""Rules on single elements but tables: what each role must have (ISO 14289-1, 7; ISO 32000-1, 14.8.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from reportgen.geometry import Box
from reportgen.pdfread.bounds import leaves
from reportgen.pdfread.fault import PdfFault, shorten
from reportgen.pdfread.paper import Annotation, Element, Paper
from reportgen.pdfread.tag_tree import target, text_of

_GROUPING = {"Document", "Part", "Sect", "Div", "Art", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"}
_BLOCKS = {"P", "H1", "H2", "H3", "H4", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
_INLINE = {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula"}
ROLES = _GROUPING | _BLOCKS | _INLINE
"""The roles that a paper of ours may have, after the role map (ISO 32000-1, 14.8.4; headings to level 4)."""

_COUNTS = re.compile(r"[•◦▪‣–—-]|\(?(\d{1,3}|[a-zA-Z]|[ivx]+)[.)]")
"""Labels that number or mark; any other text, such as a term, is a label of no numbering."""

_FILE_NAME = re.compile(r"\S+\.\w{2,4}")


def tree(paper: Paper) -> Iterator[PdfFault]:
    """There is a tree; its top is the document; roles are known."""
    if paper.root is None:
        yield PdfFault("pdf-tree", "the paper has no structure tree")
        return
    if paper.root.kind != "Document":
        yield PdfFault("pdf-tree", f"the top of the structure tree is a {paper.root.role}, not a Document")
    for element in paper.elements:
        if element.kind not in ROLES and not re.fullmatch("H[5-6]", element.kind):
            yield PdfFault("pdf-tree", f"{element.role} is no known role", element.page)


def headings(paper: Paper) -> Iterator[PdfFault]:
    """Levels start at 1, skip none and end at 4."""
    before = 0
    for heading in (element for element in paper.elements if re.fullmatch(r"H\d", element.kind)):
        level = int(heading.kind[1])
        if level > before + 1 or level > 4:
            what = f"the heading {shorten(text_of(heading))} has level {level}"
            yield PdfFault("pdf-headings", f"{what}, after level {before}" if before else what, heading.page)
        before = level


def figures(paper: Paper) -> Iterator[PdfFault]:
    """A figure has a text alternative that tells something."""
    titles = {end for element in paper.of("Caption", "H1", "H2", "H3") for end in _ends(_plain(text_of(element)))}
    titles.update(_ends(_plain(paper.title)))
    for figure in paper.of("Figure"):
        alt = _plain(figure.says("Alt"))
        if not alt:
            yield PdfFault("pdf-figure-alt", "a figure has no text alternative", figure.page)
        elif alt in titles:
            yield PdfFault("pdf-figure-alt", f"the text alternative {shorten(alt)} is only a title", figure.page)
        elif _FILE_NAME.fullmatch(alt):
            yield PdfFault("pdf-figure-alt", f"the text alternative {shorten(alt)} is a file name", figure.page)


def figure_boxes(paper: Paper) -> Iterator[PdfFault]:
    """A figure's BBox lies on its page, where the figure was drawn."""
    for figure in paper.of("Figure"):
        drawn = [sequence for _, sequence in figure.content() if sequence.box]
        box = _box(figure.attributes.get("BBox"))
        if box is None:
            yield PdfFault("pdf-figure-box", "a figure has no box", figure.page)
        elif drawn and not box.part_in(drawn[0].box or box):
            yield PdfFault("pdf-figure-box", "a figure's box lies elsewhere than the figure", figure.page)
        elif drawn and not box.part_in(paper.pages[drawn[0].page].size):
            yield PdfFault("pdf-figure-box", "a figure's box lies outside the page", figure.page)


def notes(paper: Paper) -> Iterator[PdfFault]:
    """A note has an id that the tree lists, once."""
    names = {str(name): item.objgen for name, item in leaves(paper.tree.get("/IDTree"), "/Names")}
    seen = set()
    for note in paper.of("Note"):
        name = note.says("ID")
        if not name:
            yield PdfFault("pdf-note", f"the note {shorten(text_of(note))} has no id", note.page)
        elif names.get(name) != note.object.objgen or name in seen:
            yield PdfFault("pdf-note", f"the note {shorten(text_of(note))} is not found by its id", note.page)
        seen.add(name)


def lists(paper: Paper) -> Iterator[PdfFault]:
    """L holds LI, LI holds Lbl and LBody, and bullets and numbers are announced."""
    for element in paper.of("L"):
        if any(kid.kind not in ("LI", "L", "Caption") for kid in element.elements):
            yield PdfFault("pdf-list", "a list holds something that is no item", element.page)
        labels = [text_of(kid) for item in element.elements for kid in item.elements if kid.kind == "Lbl"]
        numbering = str(element.attributes.get("ListNumbering", "/None"))
        if any(_COUNTS.fullmatch(label) for label in labels) and numbering == "/None":
            yield PdfFault("pdf-list", "a list has bullets or numbers and does not say so", element.page)
    for item in paper.of("LI"):
        if item.parent is None or item.parent.kind != "L":
            yield PdfFault("pdf-list", "an item stands outside a list", item.page)
        if [kid.kind for kid in item.elements] not in (["Lbl", "LBody"], ["LBody"]):
            yield PdfFault("pdf-list", f"the item {shorten(text_of(item))} is not a label and a body", item.page)


def links(paper: Paper) -> Iterator[PdfFault]:
    """A link has a text, an annotation a page with a description, and a destination that exists."""
    old = {key[1:] for key in dict(paper.catalog.get("/Dests", {}))}
    named = paper.catalog.get("/Names", pikepdf.Dictionary()).get("/Dests")
    places = old.union(str(name) for name, _ in leaves(named, "/Names"))
    pages_of_paper = {page.obj.objgen for page in paper.pdf.pages}
    for link in paper.of("Link"):
        annotations = [kid.object for kid in link.kids if isinstance(kid, Annotation)]
        name = shorten(text_of(link))
        if not text_of(link):
            yield PdfFault("pdf-link", "a link has no text", link.page)
        if not annotations:
            yield PdfFault("pdf-link", f"the link {name} can't be followed", link.page)
        pages = [kid.page for kid in link.kids if isinstance(kid, Annotation)]
        if len(set(pages)) < len(pages):
            yield PdfFault("pdf-link", f"the link {name} is several links on one page", link.page)
        for annotation in annotations:
            if not str(annotation.get("/Contents", "")).strip():
                yield PdfFault("pdf-link", f"the link {name} has no description", link.page)
            if not _arrives(annotation, places, pages_of_paper):
                yield PdfFault("pdf-link", f"the link {name} goes nowhere", link.page)


def empty(paper: Paper) -> Iterator[PdfFault]:
    """An element has content: only cells of a table may be empty."""
    for element in paper.elements:
        if element.kind not in ("TD", "TH") and not element.kids:
            yield PdfFault("pdf-empty", f"an element {element.role} is empty", _near(element))
        elif element.kind in ("P", "H1", "H2", "H3", "Caption", "Lbl", "LBody", "Note") and not text_of(element):
            yield PdfFault("pdf-empty", f"an element {element.role} has no text", element.page)


def _arrives(annotation: Any, places: set[str], pages: set[tuple[int, int]]) -> bool:
    """Whether the target of a link exists; an address outside the paper is taken to."""
    place = annotation.get("/Dest", annotation.get("/A", pikepdf.Dictionary()).get("/D"))
    if isinstance(place, pikepdf.Array):
        return place[0].objgen in pages
    goes = target(annotation)
    return goes[1:] in places if goes.startswith("#") else bool(goes)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip().casefold()


_MOST_ENDS = 5
"""Colons of a title behind which its text may be told apart."""


def _ends(title: str) -> Iterator[str]:
    """A title, and what stands behind each of its colons: `Figure 1: Bees fly` is called `Bees fly` as well."""
    yield title
    for _ in range(_MOST_ENDS):
        _, colon, title = title.partition(": ")
        if not colon:
            return
        yield title


def _near(element: Element) -> int | None:
    return element.page if element.page is not None or element.parent is None else _near(element.parent)


def _box(value: Any) -> Box | None:
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    box = Box(*map(float, value.as_list()))
    return box if box.left < box.right and box.bottom < box.top else None


CHECKS = (tree, headings, figures, figure_boxes, notes, lists, links, empty)
