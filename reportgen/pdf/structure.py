"""The structure tree of a paper: built from the block tree in reading order, before a page is drawn.

Drawing adds to a node which marked content (`Content`) and which annotation (`LinkAnnotation`) belongs to it; writing
the tree into the file is `reportgen.pdf.finish`'s work. Roles are the standard ones of ISO 32000-1, 14.8.4, and those
of ISO 32000-2 that `ROLE_MAP` maps to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Self

from reportgen.frozen import frozen, mutable

ROLE_MAP = {"Title": "P", "Aside": "Sect", "Em": "Span", "Strong": "Span"}
"""Roles of ours that ISO 32000-1 does not have, and what they mean to a reader that does not know them."""
_DEEPEST = 4
"""The level of a heading below one of this level, too: a paper has no deeper ones."""

Attribute = tuple[str, str, str | tuple[float, ...] | int]
"""Owner, key and value, such as ("Table", "Scope", "Column"): a str is a name (ISO 32000-1, 14.8.5)."""


@frozen
class Content:
    """Marked content: the sequence `mcid` on page `page`, counted from 0."""

    page: int
    mcid: int


@frozen
class LinkAnnotation:
    """The annotation `index` of page `page`, both counted from 0; in the paper it leads to `anchor`."""

    page: int
    index: int
    anchor: str = ""


@mutable
class Slot:
    """A place among the kids of `node`, kept for what drawing will put there: a run of text between two links, say.

    A slot fixes the reading order before anything is drawn; what is drawn over several lines or pages stays in it.
    """

    node: StructElem
    contents: list[Content | LinkAnnotation] = field(default_factory=list)

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self


@mutable
class StructElem:
    """An element of the tree; copies of the parts that it belongs to share it."""

    role: str
    parent: StructElem | None = field(default=None, repr=False)
    kids: list[StructElem | Slot | Content | LinkAnnotation] = field(default_factory=list)
    lang: str = ""
    alt: str = ""
    expansion: str = ""
    actual: str = ""
    id: str = ""
    attributes: list[Attribute] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    """Anchors: attachments that name one of them are associated with the node."""

    def add(
        self, role: str, *, lang: str = "", alt: str = "", expansion: str = "", actual: str = "", id: str = ""
    ) -> StructElem:
        """A new last child."""
        child = StructElem(role, self, lang=lang, alt=alt, expansion=expansion, actual=actual, id=id)
        self.kids.append(child)
        return child

    @property
    def level(self) -> int:
        """The level of a heading; 0 for what is none."""
        return int(self.role[1:]) if self.role[:1] == "H" and self.role[1:].isdigit() else 0

    @property
    def heading(self) -> StructElem:
        """The heading that it is or stands in; where there is none, the top of the tree."""
        node = self
        while not node.level and node.parent is not None:
            node = node.parent
        return node

    def heading_level(self) -> int:
        """The level of a heading in it: one below that of the nearest heading of a section above it."""
        node: StructElem | None = self
        while node is not None:
            levels = (kid.level for kid in node.kids if isinstance(kid, StructElem))
            if level := next(filter(None, levels), 0):
                return min(level + 1, _DEEPEST)
            node = node.parent
        return 1

    def add_list(self, numbering: str = "None") -> StructElem:
        """A new last child that is a list; `numbering` is a ListNumbering (ISO 32000-1, table 347)."""
        listed = self.add("L")
        listed.attributes = [("List", "ListNumbering", numbering)]
        return listed

    def slot(self) -> Slot:
        """A new last place for content of its own."""
        slot = Slot(self)
        self.kids.append(slot)
        return slot

    def move_behind(self, other: StructElem) -> None:
        """Stand after `other`, among its siblings: where it is drawn is where it is read.

        The headings in it, such as that of a box, then have the levels of the section that it stands in.
        """
        assert self.parent is not None and other.parent is not None
        self.parent.kids.remove(self)
        self.parent = other.parent
        self.parent.kids.insert(self.parent.kids.index(other) + 1, self)
        for group in self.walk():
            for kid in group.kids:
                if isinstance(kid, StructElem) and kid.level and group.parent is not None:
                    kid.role = f"H{group.parent.heading_level()}"

    def walk(self) -> Iterator[StructElem]:
        """The node and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, StructElem):
                yield from kid.walk()

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self
