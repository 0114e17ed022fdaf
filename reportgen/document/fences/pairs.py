"""A definition list in the body of a block: figures and what they say, dates and what happened."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.fences.fence import Fenced
from reportgen.document.inlines import Inline, Inlines, Text
from reportgen.document.markdown.parsing import Node
from reportgen.document.text.inline_reader import read_inline
from reportgen.problems import Place

_HINT = "write the figure or the date on one line, and what it says on the next after ': '"


def pairs(block: Fenced) -> list[tuple[Inlines, Inlines, Place]]:
    """Each term with what is said of it, and its place; anything else in the body is reported."""
    nodes = [node for node in block.node.children if node.type != "footnote_reference"]
    if not nodes or any(node.type != "dl" for node in nodes):
        if not _is_told(block):
            message = f"what stands in this {block.header.kind} block is no list of pairs"
            block.desk.problem("block-syntax", block.place, message, _HINT)
        return []
    found: list[tuple[Inlines, Inlines, Place]] = []
    inside = ("date",) if block.header.kind == "timeline" else ()
    for child in (child for node in nodes for child in node.children):
        if child.type == "dt":
            place = block.page.begin(child)
            found.append((read_inline(block.desk, block.page, child.children[0], inside=inside), (), place))
        else:
            first, before, place = found[-1]
            if before:
                at = block.page.begin(child)
                hint = "leave a line empty before each figure or date"
                block.desk.problem("block-syntax", at, "two texts follow one another here", hint)
            found[-1] = (first, _run(block, child.children, before, place), place)
    return found


def _is_told(block: Fenced) -> bool:
    """Whether a fault within the block is told already: of a name that is not known nothing is printed there."""
    first, last = block.node.map or (0, 0)
    lines = range(block.place.line + 1, block.place.line + last - first)
    found = block.desk.problems.errors
    return any(one.place.file == block.place.file and one.place.line in lines for one in found)


def _run(block: Fenced, paragraphs: Sequence[Node], before: Inlines, place: Place) -> Inlines:
    inside: list[Inline] = list(before)
    for paragraph in paragraphs:
        if paragraph.type != "paragraph":
            block.desk.problem("block-syntax", place, "only text can stand here", _HINT)
            continue
        inside += [Text(" ")] if inside else []
        inside += read_inline(block.desk, block.page, paragraph.children[0])
    return tuple(inside)
