"""A finished paper read back: its structure tree with the content that each element owns. Nothing is judged here.

Broken references are kept as faults, so that a broken file can be read to its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from typing import Any

import pikepdf

from reportgen.frozen import mutable
from reportgen.pdfread.bounds import Budget, TooMuch
from reportgen.pdfread.content import ContentReader, MarkedContent, PageContent
from reportgen.pdfread.fault import PdfFault
from reportgen.pdfread.gate import open_pdf


@mutable
class Annotation:
    """An annotation that an element holds."""

    page: int
    object: Any


@mutable
class Element:
    """An element of the structure tree. `role` is as written, `kind` what the role map makes of it."""

    role: str
    kind: str
    object: Any
    parent: Element | None
    kids: list[Element | MarkedContent | Annotation] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    """By key; the owner is left out, since ours do not clash."""
    texts: dict[str, str] = field(default_factory=dict)
    """Its text properties, by key: those of TEXTS that it has."""
    files: tuple[str, ...] = ()
    """The names of the files that belong to it."""
    page: int | None = None
    """The page where it begins, None without content."""

    def says(self, key: str) -> str:
        """A text property, one of TEXTS; "" where it is not there."""
        return self.texts.get(key, "")

    @property
    def lang(self) -> str:
        """The language that holds here: its own or the nearest one above."""
        own = self.says("Lang")
        return own or (self.parent.lang if self.parent else "")

    @property
    def elements(self) -> list[Element]:
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.elements)

    def content(self) -> Iterator[tuple[Element, MarkedContent]]:
        """All content in reading order, each with the element that owns it."""
        waiting: list[tuple[Element, Element | MarkedContent | Annotation]] = [(self, self)]
        while waiting:
            owner, kid = waiting.pop()
            if isinstance(kid, Element):
                waiting += [(kid, one) for one in reversed(kid.kids)]
            elif isinstance(kid, MarkedContent):
                yield owner, kid

    def within(self, *kinds: str) -> bool:
        """Whether it or an element above it is one of `kinds`."""
        return self.kind in kinds or (self.parent is not None and self.parent.within(*kinds))


TEXTS = ("Lang", "Alt", "ActualText", "E", "ID")
"""The text properties of elements."""

ROLES_OF_PDF_2 = {"Title": "P", "Aside": "Sect", "FENote": "Note", "Em": "Span", "Strong": "Span"}
"""What PDF 1.7 calls roles that PDF 2.0 has of its own: all that reads a paper knows one set of them."""


@mutable
class Paper:
    """The file, open, with what was read from it."""

    pdf: pikepdf.Pdf
    pages: list[PageContent]
    root: Element | None = None
    owners: dict[MarkedContent, Element] = field(default_factory=dict)
    faults: list[PdfFault] = field(default_factory=list)
    budget: Budget = field(default_factory=Budget)
    elements: list[Element] = field(default_factory=list)
    """Every element, in reading order."""

    @property
    def catalog(self) -> Any:
        """The catalog of the file."""
        return self.pdf.Root

    @property
    def is_pdf_2(self) -> bool:
        """Whether it is PDF 2.0, with PDF/UA-2 and PDF/A-4."""
        return self.pdf.pdf_version.startswith("2")

    @property
    def title(self) -> str:
        """What its properties call it: Info, in PDF 2.0 the XMP packet."""
        if not self.is_pdf_2:
            return str(self.pdf.docinfo.get("/Title", "")).strip()
        with self.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
            return str(packet.get("dc:title") or "").strip()

    @property
    def tree(self) -> Any:
        """The root of the structure tree; without one, an empty dictionary."""
        return self.catalog.get("/StructTreeRoot", pikepdf.Dictionary())

    def of(self, *kinds: str) -> list[Element]:
        """The elements of some kinds, in reading order."""
        return [element for element in self.elements if element.kind in kinds]


@contextmanager
def opened(data: bytes) -> Iterator[Paper]:
    """Read a paper; raises one of BROKEN where it is no PDF or damaged. The paper holds as long as the context."""
    with open_pdf(data) as pdf:
        budget = Budget()
        reader = ContentReader(budget)
        pages = [reader.read(page, number) for number, page in enumerate(pdf.pages)]
        paper = Paper(pdf, pages, budget=budget)
        tree = pdf.Root.get("/StructTreeRoot")
        if tree is not None and "/K" in tree:
            _TreeReader(paper, tree).read()
        yield paper


_DEEPEST = 100
"""Elements that may stand in each other."""


@mutable
class _TreeReader:
    paper: Paper
    tree: Any
    roles: dict[str, str] = field(init=False)
    numbers: dict[tuple[int, int], int] = field(init=False)
    sequences: dict[tuple[int, int], MarkedContent] = field(init=False)
    seen: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.roles = {key[1:]: str(value)[1:] for key, value in dict(self.tree.get("/RoleMap", {})).items()}
        self.numbers = {page.obj.objgen: number for number, page in enumerate(self.paper.pdf.pages)}
        self.sequences = {(s.page, s.mcid): s for page in self.paper.pages for s in page.sequences}

    def read(self) -> None:
        top = _listed(self.tree.K)
        if len(top) != 1:
            self._fault("pdf-tree", "the structure tree has more than one element at its top")
        self.paper.root = self._element(top[0], None)
        self.paper.elements = list(self.paper.root.walk())
        for element in reversed(self.paper.elements):
            pages = (kid.page for kid in element.kids if not isinstance(kid, Annotation))
            element.page = next((page for page in pages if page is not None), None)

    def _element(self, item: Any, parent: Element | None, depth: int = 0) -> Element:
        if depth > _DEEPEST:
            raise TooMuch(f"the file has more than {_DEEPEST} elements in each other")
        role = str(item.get("/S", "/")).removeprefix("/")
        found: dict[str, Any] = {}
        for attributes in self._listed(item.get("/A")):
            if isinstance(attributes, pikepdf.Dictionary):
                found |= {key[1:]: value for key, value in dict(attributes).items() if key != "/O"}
        known = ROLES_OF_PDF_2 if "/NS" in item else self.roles
        element = Element(role, known.get(role, role), item, parent, attributes=found, texts=self._texts(item))
        element.files = tuple(str(file.get("/UF", "")) for file in self._listed(item.get("/AF")))
        above = parent.object if parent else self.tree
        if "/P" not in item or item.P.objgen != above.objgen:
            self._fault("pdf-parent-tree", f"the {role} names another element as its parent")
        self.seen.add(item.objgen)
        for kid in self._listed(item.get("/K")):
            self._kid(kid, element, depth)
        return element

    def _texts(self, item: Any) -> dict[str, str]:
        found = {key: str(value) for key in TEXTS if (value := item.get(f"/{key}")) is not None}
        self.paper.budget.spend("characters in its structure tree", sum(map(len, found.values())))
        return found

    def _listed(self, value: Any) -> list[Any]:
        found = _listed(value)
        self.paper.budget.spend("things in its structure tree", len(found))
        return found

    def _kid(self, kid: Any, element: Element, depth: int) -> None:
        page = element.object.get("/Pg")
        if isinstance(kid, int):
            self._content(page, kid, element)
        elif kid.get("/Type") == "/MCR":
            self._content(kid.get("/Pg", page), int(kid.MCID), element)
        elif kid.get("/Type") == "/OBJR":
            number = self._number(kid.get("/Pg", page))
            element.kids.append(Annotation(number if number is not None else 0, kid.Obj))
        elif kid.objgen in self.seen:
            self._fault("pdf-parent-tree", f"the {element.role} holds an element that another one holds")
        else:
            element.kids.append(self._element(kid, element, depth + 1))

    def _content(self, page: Any, mcid: int, element: Element) -> None:
        number = self._number(page)
        sequence = self.sequences.get((number, mcid)) if number is not None else None
        if sequence is None:
            self._fault("pdf-mark-owner", f"the {element.role} owns marked content {mcid}, which is not there", number)
        elif sequence in self.paper.owners:
            self._fault("pdf-mark-owner", f"marked content {mcid} has two owners", number)
        else:
            self.paper.owners[sequence] = element
            element.kids.append(sequence)

    def _number(self, page: Any) -> int | None:
        return None if page is None else self.numbers.get(page.objgen)

    def _fault(self, rule: str, message: str, page: int | None = None) -> None:
        self.paper.faults.append(PdfFault(rule, message, page))


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
