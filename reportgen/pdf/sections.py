"""Sections to parts: headings kept with what follows them, chapters on new pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document import blocks as doc
from reportgen.document.inlines import Text, plain
from reportgen.pdf.floats import may_float
from reportgen.pdf.imprint import Imprint, column_space
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import FloatBarrier, Item, KeepWithNext, NewPage, Part
from reportgen.pdf.story import make
from reportgen.pdf.structure import StructElem
from reportgen.pdf.textpart import Bookmark, TextPart
from reportgen.pdf.theme import Space

_FEW_SOURCES = 6
"""Sources that stand at the foot of the last page, as standing texts do. Our taste: fewer than a heading of a chapter
deserves."""


def chapter(part: doc.Section, context: LayoutContext, parent: StructElem) -> list[Item]:
    """A section of the first level, up to where its floats stop; of small type as an imprint."""
    theme = context.theme
    if _is_small(part):
        pieces = _section(part, context, parent, column_space(theme))
        return [Imprint([one for one in pieces if isinstance(one, Part)], theme), FloatBarrier()]
    items = _section(part, context, parent, theme.space)
    if part.title and isinstance(first := items[0], Part):
        first.needed_space = _needed(items, context)
    begin = [NewPage(run_on=theme.house.page.run_on)] if part.new_page else []
    while begin and isinstance(items[-1], NewPage):  # the next chapter begins a page anyway, if too little stands here
        items.pop()
    return [*begin, *items, FloatBarrier()]


def _section(part: doc.Section, context: LayoutContext, parent: StructElem, space: Space) -> list[Item]:
    """Its heading, kept with what follows, and what is in it."""
    node = parent.add("Sect")
    items: list[Item] = [_heading(part, context, node, space)] if part.title else []
    run: list[doc.Block] = []
    for block in part.blocks:
        if isinstance(block, doc.Section | doc.PageBreak):
            items.extend(make(run, context, node, space))
            items.extend(_section(block, context, node, space) if isinstance(block, doc.Section) else [NewPage()])
            run = []
        else:
            run.append(block)
    items.extend(make(run, context, node, space))
    return _with_heading_kept(items) if part.title else items


def _needed(items: Sequence[Item], context: LayoutContext) -> float:
    """The height that a chapter needs to begin on a page not its own: what makes a beginning, or all of it."""
    needed, most = 0.0, context.theme.chapter_needed_space
    for item in items:
        if needed >= most or not isinstance(item, Part):
            break
        needed += item.space_before + item.measure(context.theme.house.page.measure)
    return min(needed, most)


def _is_small(part: doc.Section) -> bool:
    """Whether it holds standing texts or a few sources only: it is set tightly, and whole where a page can hold it."""
    inside = (_is_small(block) if isinstance(block, doc.Section) else _stands(block) for block in part.blocks)
    return not part.number and all(inside)


def _stands(block: doc.Block) -> bool:
    if isinstance(block, doc.SourceList):
        return len(block.entries) <= _FEW_SOURCES
    return isinstance(block, doc.Paragraph) and block.style == "small"


def _heading(part: doc.Section, context: LayoutContext, node: StructElem, space: Space) -> TextPart:
    theme = context.theme
    setting = theme.standing_heading(part.level) if _is_small(part) else theme.heading(part.level)
    words = f"{part.number} {plain(part.title)}".strip()
    heading = node.add(f"H{part.level}")
    look = replace(setting.look, colour=theme.house.colours.accent)
    hangs = bool(part.number) and theme.lettering.width(f"{part.number} ", look.style, look.size) <= space.left
    hanging = context.label(f"{part.number} ", heading, look) if hangs else None
    number = (Text(f"{part.number}\u00a0\u00a0"),) if part.number and not hangs else ()
    bookmark = Bookmark(words, part.level - 1)
    text = context.text_in(
        (*number, *part.title),
        heading,
        setting.indented(space.left),
        hanging=hanging,
        anchor=part.anchor,
        bookmark=bookmark,
        place=part.place,
    )
    context.call_notes(text.runs, node)
    return text


def _with_heading_kept(items: list[Item]) -> list[Item]:
    """The heading that stands first, kept with what follows it.

    What needs a page on its side lets the text behind it follow the heading instead; where it keeps its place, or no
    text follows, the heading goes along with it.
    """
    heading, *rest = items
    assert isinstance(heading, Part)
    if not rest or not isinstance(first := rest[0], Part):
        return items
    after = rest[1] if len(rest) > 1 and first.page_master and may_float(first) else None
    if isinstance(after, Part) and after.is_running_text and not after.floats:
        assert first.node is not None and after.last_element is not None
        first.node.move_behind(after.last_element)
        return [KeepWithNext(heading, after), first, *rest[2:]]
    return [KeepWithNext(heading, first), *rest[1:]]
