"""Sections to parts: headings kept with what follows them, chapters on new pages."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import blocks as doc
from reportgen.document.inlines import Text, plain
from reportgen.pdf.floats import may_float
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import FloatBarrier, Item, KeepWithNext, NewPage, Part, VerticalList
from reportgen.pdf.shapes import RulePart
from reportgen.pdf.story import make
from reportgen.pdf.structure import StructElem
from reportgen.pdf.textpart import Bookmark, TextPart

_HAIRLINE = 0.4
"""Points: the line above standing texts, as thin as those of a table."""


def section(part: doc.Section, context: LayoutContext, parent: StructElem) -> list[Item]:
    """A section: its heading, kept with what follows, and what is in it."""
    node = parent.add("Sect")
    items: list[Item] = [_heading(part, context, node)] if part.title else []
    run: list[doc.Block] = []
    for block in part.blocks:
        if isinstance(block, doc.Section | doc.PageBreak):
            items.extend(make(run, context, node, context.theme.space))
            items.extend(section(block, context, node) if isinstance(block, doc.Section) else [NewPage()])
            run = []
        else:
            run.append(block)
    items.extend(make(run, context, node, context.theme.space))
    if part.title:
        items = _with_heading_kept(items)
    if part.level == 1:
        if _is_small(part):
            items = [_at_foot(items, context)]
        elif part.title and isinstance(first := items[0], Part):
            first.needed_space = context.theme.chapter_needed_space
        items.append(FloatBarrier())
    return [NewPage(run_on=context.theme.house.page.run_on), *items] if part.new_page else items


def _is_small(part: doc.Section) -> bool:
    """Whether it holds standing texts only: it is set tightly, and whole where a page can hold it."""
    return all(
        _is_small(block)
        if isinstance(block, doc.Section)
        else isinstance(block, doc.Paragraph) and block.style == "small"
        for block in part.blocks
    )


def _at_foot(items: list[Item], context: LayoutContext) -> Part:
    """Standing texts as one block at the foot of a page, under a thin line."""
    theme = context.theme
    line = RulePart(_HAIRLINE, theme.house.colours.rule, below=0.0, before=theme.unit * 2)
    whole = VerticalList([line, *(part for part in items if isinstance(part, Part))])
    whole.at_foot, whole.unbreakable_up_to = True, theme.house.page.text_height
    return whole


def _heading(part: doc.Section, context: LayoutContext, node: StructElem) -> TextPart:
    theme = context.theme
    setting = theme.standing_heading(part.level) if _is_small(part) else theme.heading(part.level)
    words = f"{part.number} {plain(part.title)}".strip()
    heading = node.add(f"H{part.level}")
    look = replace(setting.look, colour=theme.house.colours.accent)
    hangs = bool(part.number) and theme.indent > 0
    hanging = context.label(f"{part.number} ", heading, look) if hangs else None
    number = (Text(f"{part.number}\u00a0\u00a0"),) if part.number and not hangs else ()
    bookmark = Bookmark(words, part.level - 1)
    text = context.text_in(
        (*number, *part.title),
        heading,
        setting.indented(theme.indent),
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
