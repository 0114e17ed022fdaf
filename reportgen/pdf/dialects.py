"""The two dialects that the structure tree is written in: PDF 1.7 for PDF/UA-1, and PDF 2.0 for PDF/UA-2.

The tree itself is one: its roles are those of `structure`. A dialect says what a role is called in the file, which kids
stand in the place of another element, and what an element says besides. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from reportgen.frozen import frozen
from reportgen.house import Standard
from reportgen.pdf.structure import ROLE_MAP, Attribute, Content, LinkAnnotation, Slot, StructElem

Kid = StructElem | Content | LinkAnnotation
_NO_ROLES: Mapping[str, str] = MappingProxyType({})
_OLDER = frozenset({"TOC", "TOCI", "BlockQuote", "Code"})
"""Roles that ISO 32000-2 leaves to the namespace of PDF 1.7, which is that of an element that names none."""


@frozen
class Places:
    """What the bookmarks and links of a paper lead to: an element for each anchor, an anchor for each bookmark."""

    elements: Mapping[str, StructElem]
    bookmarks: Sequence[str] = ()


NO_PLACES = Places({})


class Dialect:
    """PDF 1.7 (ISO 32000-1, 14.8): newer roles are mapped to older ones."""

    namespace = ""
    """The namespace of standard roles; "" where there are none."""
    role_map: Mapping[str, str] = ROLE_MAP
    has_structure_destinations = False

    def role(self, node: StructElem) -> str:
        """What the element is called in the file."""
        return node.role

    def is_in_namespace(self, role: str) -> bool:
        """Whether an element of that role names the namespace."""
        return bool(self.namespace)

    def kids(self, node: StructElem) -> Iterator[Kid]:
        """The kids in reading order, with what was drawn into each slot in the slot's place."""
        return drawn(node)

    def attributes(self, node: StructElem) -> Sequence[Attribute]:
        """The attributes of the element."""
        return node.attributes


class _NewDialect(Dialect):
    """PDF 2.0 (ISO 32000-2, 14.8; ISO/TS 32005): roles of its own, references and targets that are elements."""

    namespace = "http://iso.org/pdf2/ssn"
    role_map = _NO_ROLES
    has_structure_destinations = True

    def role(self, node: StructElem) -> str:
        match node.role:
            case "Note":
                return "FENote"
            case "Reference":
                return "P"
            case "Div" if any(kid.role == "Caption" for kid in node.kids if isinstance(kid, StructElem)):
                return "Aside"
        return node.role

    def is_in_namespace(self, role: str) -> bool:
        return role not in _OLDER

    def kids(self, node: StructElem) -> Iterator[Kid]:
        """A Reference is no element here: its link stands in its place, in the contents in a paragraph."""
        for kid in drawn(node):
            if isinstance(kid, StructElem) and kid.role == "Reference" and node.role != "TOCI":
                yield from self.kids(kid)
            else:
                yield kid

    def attributes(self, node: StructElem) -> Sequence[Attribute]:
        if node.role == "Note":
            return [*node.attributes, ("FENote", "NoteType", "Footnote")]
        if node.role == "L" and any(kid.role == "Lbl" for item in _elements(node) for kid in _elements(item)):
            unnumbered: Attribute = ("List", "ListNumbering", "None")
            described: Attribute = ("List", "ListNumbering", "Description")
            return [described if attribute == unnumbered else attribute for attribute in node.attributes]
        return node.attributes


DIALECTS: Mapping[Standard, Dialect] = {"ua1": Dialect(), "ua2": _NewDialect()}


def drawn(node: StructElem) -> Iterator[Kid]:
    """The kids of a node in reading order, with what was drawn into each slot in the slot's place."""
    for kid in node.kids:
        if isinstance(kid, Slot):
            yield from kid.contents
        else:
            yield kid


def _elements(node: StructElem) -> list[StructElem]:
    return [kid for kid in node.kids if isinstance(kid, StructElem)]
