"""Tokens of whole lines to blocks: one small function for each type of token, in a table.

Fenced blocks (`::: kind`) are `fences`', tables `pipe_tables`', sections `sections`'.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from reportgen.document.blocks import (
    Block,
    CodeBlock,
    Definition,
    DefinitionList,
    Equation,
    List,
    PageBreak,
    Paragraph,
    Quotation,
)
from reportgen.document.fences.kinds import read_fenced
from reportgen.document.fences.pipe_tables import pipe_table
from reportgen.document.markdown.lists import typed
from reportgen.document.markdown.parsing import DEEPEST, Node, first_line, meta
from reportgen.document.text.desk import Desk
from reportgen.document.text.formulas import read_formula
from reportgen.document.text.inline_reader import read_inline
from reportgen.document.text.page import Page
from reportgen.document.text.unread import first_words, foreign_code, tell, tell_html
from reportgen.patterns import Pattern

Blocks = tuple[Block, ...]

_TASK = re.compile(r"\[[ xX]\](?=\s)")
_ALERT = Pattern(r"\[!\w+\]")
_MOST_QUOTED = 24
"""How deep a quotation may stand: each takes some of the width, and of the 28 levels that PDF/A allows a page."""
_NO_HEADING = re.compile(r" {0,3}(#{1,6})[^\W\d_]")


def read_blocks(desk: Desk, page: Page, nodes: Sequence[Node]) -> Blocks:
    """The blocks of some nodes, in order; what can't stand in a paper is reported and left out."""
    return tuple(block for node in nodes for block in read_block(desk, page, node))


def read_block(desk: Desk, page: Page, node: Node) -> Blocks:
    """The blocks of one node: one or none."""
    if node.level >= (_MOST_QUOTED if node.type == "blockquote" else DEEPEST - 5):
        hint = "begin this part at the margin, as a list or a quotation of its own"
        desk.problem("markup", page.begin(node), "lists and quotations are nested too deeply", hint)
        return ()
    return _READERS[node.type](desk, page, node)


def _paragraph(desk: Desk, page: Page, node: Node) -> Blocks:
    begin, end = node.map or (0, 0)
    for line in range(begin, end):
        start, stop = page.origin.span(line)
        if found := _NO_HEADING.match(page.origin.text, start, stop):
            message = f"this line is no heading: {found[1]} stands close to its first word"
            hint = rf"write a space after {found[1]}, or a backslash before it: \{found[1]}"
            desk.problem("heading-space", page.origin.place(found.start(1)), message, hint)
    content = read_inline(desk, page, node.children[0])
    return (Paragraph(content, place=page.place(node.children[0])),) if content else ()


def _list(desk: Desk, page: Page, node: Node) -> Blocks:
    read = [(item, blocks) for item in node.children if (blocks := read_blocks(desk, page, item.children))]
    for item in node.children:
        if found := _TASK.match(first_words(item)):
            tell(desk, "task", page.begin(item), found[0])
    start: int | None = None
    marks: tuple[str, ...] = ()
    if node.type == "ordered_list":
        start = int(node.attrs.get("start", 1))
        marks = _marks(start, [typed(_written(page, first_line(item))) for item, _ in read])
    items = tuple(blocks for _, blocks in read)
    return (List(items, start, marks, page.begin(node)),) if items else ()


def _written(page: Page, line: int) -> str:
    """A rendered line."""
    return page.origin.text[slice(*page.origin.span(line))]


def _marks(start: int, marks: Sequence[str]) -> tuple[str, ...]:
    """The marks of a list as typed; none where they are numbers in order, or all the same, as some count."""
    ordinary = [[f"{start + at}." for at in range(len(marks))], [f"{start}."] * len(marks), ["#."] * len(marks)]
    if list(marks) in ordinary or not all(marks):
        return ()
    same = len(set(marks)) == 1 and marks[0].strip("().").isdecimal() and len(marks) > 1
    return tuple(mark.replace(str(start), str(start + at)) for at, mark in enumerate(marks)) if same else tuple(marks)


def _definitions(desk: Desk, page: Page, node: Node) -> Blocks:
    items: list[Definition] = []
    for child in node.children:
        if child.type == "dt":
            items.append(Definition(read_inline(desk, page, child.children[0]), ()))
        elif blocks := read_blocks(desk, page, child.children):
            items[-1] = Definition(items[-1].term, (*items[-1].bodies, blocks))
    if not all(item.term and item.bodies for item in items):
        message = "a term and what it means need words, both of them"
        desk.problem("markup", page.begin(node), message, "write the term, and what it means behind the colon below it")
    return (DefinitionList(tuple(items), page.begin(node)),)


def _quotation(desk: Desk, page: Page, node: Node) -> Blocks:
    if found := _ALERT.match(first_words(node)):
        tell(desk, "alert", page.begin(node), found[0])
    blocks = read_blocks(desk, page, node.children)
    return (Quotation(blocks, place=page.begin(node)),) if blocks else ()


def _code(desk: Desk, page: Page, node: Node) -> Blocks:
    if node.type == "fence" and (form := foreign_code(node.info)):
        tell(desk, form, page.begin(node), f"{node.markup}{node.info}")
        return ()
    if node.type == "code_block":
        tell(desk, "indented", page.begin(node), node.content)
    text = desk.spelling.words(node.content, "code").rstrip("\n")
    first = first_line(node) + (node.type == "fence")
    for number, line in enumerate(node.content.rstrip("\n").split("\n"), first):
        # A line of code is the end of a line of the text.
        begin = page.origin.span(number)[1] - len(line)
        desk.glyphs.check_run(desk.spelling.parts(line), lambda at, begin=begin: page.origin.place(begin + at))  # type: ignore[misc]
    return (CodeBlock(text, page.begin(node)),) if text.strip() else ()


def _table(desk: Desk, page: Page, node: Node) -> Blocks:
    return (pipe_table(desk, page, node),)


def _fenced(desk: Desk, page: Page, node: Node) -> Blocks:
    block = read_fenced(desk, page, node, read_blocks)
    return (block,) if block is not None else ()


def _heading(desk: Desk, page: Page, node: Node) -> Blocks:
    message = "a heading can't stand inside a box, a list or a quotation"
    desk.problem(
        "markup", page.place(node), message, "use **bold** text, or end the block before it; a box has a title:"
    )
    return ()


def _rule(desk: Desk, page: Page, node: Node) -> Blocks:
    hint = "delete it, or begin a part with a heading; a dash within a line is --"
    message = "a rule across the page is not used: it is left out"
    desk.repeats.add("rule", "markup-plain", page.begin(node), message, hint)
    return ()


def _html(desk: Desk, page: Page, node: Node) -> Blocks:
    content = node.content.strip()
    if content.startswith("<!--") and content.endswith("-->"):
        return ()
    tag = content.split("\n")[0]
    tell_html(desk, tag, page.begin(node))
    return ()


def _unread(desk: Desk, page: Page, node: Node) -> Blocks:
    form = str(meta(node)["form"])
    first = node.content if form == "uneven" else node.content.split("\n")[0].strip()
    tell(desk, form, page.begin(node), desk.spelling.words(first))
    return ()


def _page_break(_desk: Desk, page: Page, node: Node) -> Blocks:
    return (PageBreak(page.begin(node)),)


def _equation(desk: Desk, page: Page, node: Node) -> Blocks:
    place = page.begin(node)
    if number := str(meta(node)["attributes"]):
        number = number if number.startswith(("(", "\\")) else f"{{{number}}}"
        written = meta(node)["attributes_at"]
        assert isinstance(written, int)
        tell(desk, "equation-number", page.origin.place(written), number)
    formula = read_formula(desk, node.content, place, displayed=True)
    return (Equation(formula, place),) if formula else ()


def _nothing(_desk: Desk, _page: Page, _node: Node) -> Blocks:
    return ()


def _fault(desk: Desk, page: Page, node: Node) -> Blocks:
    text = str(meta(node)["text"])
    message, hint = _FAULTS[str(meta(node)["fault"])]
    place = page.place(node)
    desk.problem("block-syntax", place, message.format(text), hint.format(text.lstrip(":; ")).rstrip())
    return ()


_FAULTS: Mapping[str, tuple[str, str]] = {
    "stray": ("{} closes no block", "remove it, or name the kind of block that begins here"),
    "unclosed": ("this block is never closed: {}", "end it with a line of as many colons"),
    "slip": ("a block begins and ends with three colons: {}", "write ::: {}"),
}
"""A fault of a block's colons: the message, with the line; the hint, with what stands behind its colons."""

_READERS: Mapping[str, Callable[[Desk, Page, Node], Blocks]] = {
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "dl": _definitions,
    "blockquote": _quotation,
    "code_block": _code,
    "fence": _code,
    "table": _table,
    "block": _fenced,
    "block_fault": _fault,
    "heading": _heading,
    "hr": _rule,
    "html_block": _html,
    "unread": _unread,
    "page_break": _page_break,
    "formula_block": _equation,
    "footnote_reference": _nothing,
}
