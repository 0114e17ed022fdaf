"""Headings and what stands under them: the flow of all text files as nested sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from itertools import zip_longest

from reportgen.document.blocks import Block, PageBreak, Section
from reportgen.document.inlines import Inlines, plain
from reportgen.document.markdown.parsing import Node, classes, first_line, meta
from reportgen.document.reading.block_reader import read_block
from reportgen.document.text.desk import Desk
from reportgen.document.text.inline_reader import read_inline
from reportgen.document.text.outline import NUMBERED_LEVELS
from reportgen.document.text.page import Page
from reportgen.document.text.unread import tell
from reportgen.frozen import mutable
from reportgen.problems import Place

DEEPEST_HEADING = 4
KEY_MESSAGES = "key-messages"
"""The class of a heading: each paragraph and each point of a list under it is a key message."""
_CLASSES = frozenset({"unnumbered", KEY_MESSAGES})
OPENING = "section-opening"
"""The anchor of the text before the first heading."""


@mutable
class _Part:
    """A heading and the blocks up to the next one."""

    level: int
    title: Inlines
    anchor: str
    number: str
    place: Place
    key_messages: bool = False
    blocks: list[Block] = field(default_factory=list)
    written: bool = False
    """Whether its author has written something under it, be it read or not."""


_NOTHING = ("footnote_reference", "html_block")
"""What stands in a text and is nothing in its place: notes, comments."""
_MADE = {
    "sources": "the list of sources is made by itself",
    "notes": "notes stand at the foot of their page",
    "contents": "the contents are made by themselves",
}
"""What the engine makes, by the names of patterns of the language."""


def read_sections(desk: Desk, pages: Sequence[Page]) -> tuple[Section, ...]:
    """The sections of all pages in their order; a file that begins without a heading goes on with the one before."""
    parts: list[_Part] = []
    for page in pages:
        for node in page.tree.children:
            if node.type == "heading":
                parts.append(_part(desk, page, node, parts[-1].level if parts else 0))
                continue
            if parts and node.type not in _NOTHING:
                parts[-1].written = True
            blocks = read_block(desk, page, node)
            if blocks and not parts:
                parts.append(_Part(0, (), OPENING, "", blocks[0].place if hasattr(blocks[0], "place") else Place("")))
            if blocks and isinstance(blocks[0], PageBreak) and parts[-1].title and not parts[-1].blocks:
                message = "a page can't break between a heading and its text"
                desk.problem("block-syntax", blocks[0].place, message, "write the page break before the heading")
            elif blocks:
                parts[-1].blocks.extend(blocks)
    _tell_empty(desk, parts)
    return _nested(parts, new_pages=desk.briefing.meta.new_pages)


def _tell_empty(desk: Desk, parts: Sequence[_Part]) -> None:
    """Tell headings without text, which may come to stand alone on a page."""
    # What a template should have printed may be all that stands there.
    hidden = {one.place.file for one in desk.problems.errors if one.rule.startswith(("template-", "lookup-"))}
    for part, after in zip_longest(parts, parts[1:]):
        title = plain(part.title).strip()
        deeper = after is not None and after.level > part.level
        if title and not (part.written or deeper or part.place.file in hidden):
            message = f"nothing stands under this heading: '{title}'"
            desk.problem("heading-empty", part.place, message, _hint_for(title, desk))


def _hint_for(title: str, desk: Desk) -> str:
    """Why a heading is not needed; "" where it may be."""
    forms = ((desk.words.pattern(f"made-{name}"), hint) for name, hint in _MADE.items())
    return next((f"delete it: {hint}" for form, hint in forms if re.fullmatch(form, title, re.IGNORECASE)), "")


def _part(desk: Desk, page: Page, node: Node, before: int) -> _Part:
    line, level = first_line(node), int(node.tag[1])
    title = read_inline(desk, page, node.children[0])
    place = page.begin(node)
    target = desk.outline.at(page, line)
    assert target is not None
    if not plain(title).strip():
        desk.problem("markup", place, "a heading has no text", "name the part, or remove the #")
    if level > NUMBERED_LEVELS and before >= NUMBERED_LEVELS:
        message = f"headings have {NUMBERED_LEVELS} levels: this one, of level {level}, is set as a bold line"
        hint = "use **bold** text at the start of a paragraph"
        desk.repeats.add("deep-heading", "markup-plain", place, message, hint)
    elif level > before + 1:
        known = f"follows one of level {before}" if before else "is the first"
        message = f"this heading is of level {level}, but {known}"
        less = "one #" if level == before + 2 else f"{level - before - 1} #"
        hint = f"take {less} away: {'#' * (before + 1)} {plain(title)}"
        desk.problem("heading-level", place, message, hint if before else f"{hint}; so with the headings below it")
    elif node.children[0].content.startswith("# "):
        hint = f"write {'#' * level} {plain(title).lstrip('# ')}"
        desk.problem("markup", place, f"the signs of a heading stand apart: '{'#' * level} {plain(title)}'", hint)
    _check_attributes(desk, page, node)
    messages = KEY_MESSAGES in classes(node)
    return _Part(min(level, DEEPEST_HEADING), title, target.anchor, target.number, place, messages)


def _check_attributes(desk: Desk, page: Page, node: Node) -> None:
    """Tell the attributes of a heading that nothing here reads."""
    given = meta(node).get("attributes", {})
    assert isinstance(given, dict)
    keys = [f"{key}={value}" for key, value in given.items() if key not in ("id", "class")]
    for name in (*(f".{one}" for one in classes(node) if one not in _CLASSES), *keys):
        tell(desk, "attributes", page.begin(node), f"{{{name}}}")


def _nested(parts: Sequence[_Part], *, new_pages: bool) -> tuple[Section, ...]:
    """Each part with the deeper ones that follow it inside."""
    found: list[Section] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        end = at + 1
        while end < len(parts) and part.level and parts[end].level > part.level:
            end += 1
        inside = _nested(parts[at + 1 : end], new_pages=False)
        found.append(
            Section(
                level=max(part.level, 1),
                title=part.title,
                anchor=part.anchor,
                blocks=(*part.blocks, *inside),
                number=part.number,
                new_page=new_pages and part.level == 1,
                key_messages=part.key_messages,
                place=part.place,
            )
        )
        at = end
    return tuple(found)
