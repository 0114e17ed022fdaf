"""Writes the structure tree into a PDF: elements, roles, parent tree, ids (ISO 32000-1, 14.7), in one of two dialects.

Nodes that hold nothing once the pages are drawn are left out. The tree itself is not changed. What links and bookmarks
lead to is `structure_targets`' work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from reportgen.frozen import mutable
from reportgen.pdf.attachments import name_tree
from reportgen.pdf.dialects import DIALECTS, NO_PLACES, Dialect, Kid, Places, drawn
from reportgen.pdf.structure import Attribute, Content, LinkAnnotation, StructElem
from reportgen.pdf.structure_targets import Linked, lead_to_elements

_MAY_BE_EMPTY = {"TD", "TH"}
"""A table stays regular only with its empty cells."""

_TEXTS = {"lang": "Lang", "alt": "Alt", "actual": "ActualText", "expansion": "E"}
"""Fields of a node that are text strings of its element (ISO 32000-1, table 323)."""

Marks = Sequence[Sequence[StructElem]]
"""The node that owns each marked content: `marks[page][mcid]`."""


class TreeError(ValueError):
    """The tree and the pages disagree: our bug, never the author's."""


def write_structure(
    pdf: Pdf,
    tree: StructElem,
    marks: Marks,
    files: Mapping[str, list[Object]],
    dialect: Dialect = DIALECTS["ua1"],
    places: Places = NO_PLACES,
) -> None:
    """Write `tree` to the catalog, with everything that points back from the pages to it."""
    _agree(pdf, tree, marks)
    writer = _TreeWriter(pdf, files, dialect)
    root = writer.root
    root.K = writer.element(tree, root)
    writer.parent_tree(marks)
    roles = sorted({node.role for node in writer.written} & dialect.role_map.keys())
    if roles:
        root.RoleMap = Dictionary({f"/{role}": Name(f"/{dialect.role_map[role]}") for role in roles})
    if dialect.has_structure_destinations:
        lead_to_elements(pdf, writer.links, writer.elements, places)
    if writer.ids:
        root.IDTree = pdf.make_indirect(Dictionary(Names=name_tree(writer.ids)))
    pdf.Root.StructTreeRoot = root


def _agree(pdf: Pdf, tree: StructElem, marks: Marks) -> None:
    """Raise TreeError unless pages and nodes name the same owner for every piece of marked content."""
    if len(marks) != len(pdf.pages):
        raise TreeError(f"marks for {len(marks)} pages, {len(pdf.pages)} pages drawn")
    painted = [(page, mcid, id(node)) for page, nodes in enumerate(marks) for mcid, node in enumerate(nodes)]
    held = [(kid.page, kid.mcid, id(node)) for node in tree.walk() for kid in drawn(node) if isinstance(kid, Content)]
    if sorted(held) != painted:
        page, mcid, _ = min(set(held) ^ set(painted), default=min(held, default=(0, 0, 0)))
        raise TreeError(f"page {page + 1}: the nodes of the tree and the marks disagree on marked content {mcid}")


def _is_kept(node: StructElem) -> bool:
    if node.role in _MAY_BE_EMPTY:
        return True
    return any(not isinstance(kid, StructElem) or _is_kept(kid) for kid in drawn(node))


@mutable
class _TreeWriter:
    """What grows while the tree is written."""

    pdf: Pdf
    files: Mapping[str, list[Object]]
    dialect: Dialect
    root: Object = field(init=False)
    pages: list[Object] = field(init=False)
    elements: dict[int, Object] = field(default_factory=dict)
    """Elements by the identity of their node."""
    first: dict[int, int] = field(default_factory=dict)
    """The page of an element's first content, likewise."""
    written: list[StructElem] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)
    """Each annotation that an element holds, in reading order."""
    namespace: Object | None = None
    ids: dict[str, Object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.pages = [page.obj for page in self.pdf.pages]
        if name := self.dialect.namespace:
            self.namespace = self.pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String(name)))
            self.root.Namespaces = Array([self.namespace])

    def element(self, node: StructElem, parent: Object) -> Object:
        """Write a node and all below it."""
        role = self.dialect.role(node)
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent))
        if self.namespace is not None and self.dialect.is_in_namespace(role):
            element.NS = self.namespace
        self.elements[id(node)] = element
        self.written.append(node)
        self._properties(node, element)
        kids = [
            self._kid(kid, node, element)
            for kid in self.dialect.kids(node)
            if not isinstance(kid, StructElem) or _is_kept(kid)
        ]
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def _properties(self, node: StructElem, element: Object) -> None:
        for attribute, key in _TEXTS.items():
            if text := getattr(node, attribute):
                element[f"/{key}"] = String(text)
        if node.id:
            if node.id in self.ids:
                raise TreeError(f"two elements have the id '{node.id}'")
            element.ID = String(node.id)
            self.ids[node.id] = element
        if attributes := _attributes(self.dialect.attributes(node)):
            element.A = attributes[0] if len(attributes) == 1 else Array(attributes)
        if files := [file for anchor in node.files for file in self.files.get(anchor, ())]:
            element.AF = Array(files)

    def _kid(self, kid: Kid, node: StructElem, element: Object) -> Object | int:
        match kid:
            case StructElem():
                return self.element(kid, element)
            case Content(page, mcid):
                return self._content(page, mcid, node, element)
            case LinkAnnotation(page, index, anchor):
                annotation = self.pages[page].Annots[index]
                self.links.append(Linked(annotation, node, element, anchor))
                return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.pages[page])

    def _content(self, page: int, mcid: int, node: StructElem, element: Object) -> Object | int:
        """The element's first page is its own; content of another one names its page."""
        if id(node) not in self.first:
            self.first[id(node)] = page
            element.Pg = self.pages[page]
        if self.first[id(node)] == page:
            return mcid
        return Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=mcid)

    def parent_tree(self, marks: Marks) -> None:
        """Point from each page and annotation to the elements: page n has the key n, annotations those after."""
        numbers: list[Object | int] = []
        for key, nodes in enumerate(marks):
            self.pages[key].StructParents = key
            self.pages[key].Tabs = Name.S
            owners = Array([self.elements[id(node)] for node in nodes])
            numbers += [key, self.pdf.make_indirect(owners)]
        for key, link in enumerate(self.links, start=len(marks)):
            link.annotation.StructParent = key
            numbers += [key, link.element]
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self.root.ParentTreeNextKey = len(marks) + len(self.links)


def _attributes(attributes: Sequence[Attribute]) -> list[Dictionary]:
    """One attribute object an owner, in the order in which the owners come."""
    objects: dict[str, Dictionary] = {}
    for owner, key, value in attributes:
        found = objects.setdefault(owner, Dictionary(O=Name(f"/{owner}")))
        match value:
            case str():
                found[f"/{key}"] = Name(f"/{value}")
            case tuple():
                found[f"/{key}"] = Array([round(number, 3) for number in value])
            case int():
                found[f"/{key}"] = value
    return list(objects.values())
