"""Timelines: events, with their dates beside or above what happened."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import blocks as doc
from reportgen.document.inlines import plain, values
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import KeepWithNext, Part, VerticalList
from reportgen.pdf.structure import StructElem
from reportgen.pdf.theme import Space, TextStyle

MOST_BESIDE = 0.3
"""Of the measure, that dates or terms may take beside the text; longer ones stand above it. Our taste."""


def timeline(block: doc.Timeline, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """Events, their dates at the left edge before them, or above them where they are too long."""
    look, lettering = context.theme.hanging, context.theme.lettering
    widest = max(lettering.width(plain(event.date), look.style, look.size) for event in block.events)
    # The text stands where all else does if the dates leave room before it, else as far in as they need.
    left = max(space.left, widest + context.theme.unit * 1.5)
    hangs = left <= space.width * MOST_BESIDE
    beside = replace(space, left=left if hangs else space.left)
    parts: list[Part] = []
    if block.title:
        setting, node = context.theme.box_title.indented(beside.left), node.add("Sect")
        parts.append(context.heading(block.title, node, setting, place=block.place))
    listed = node.add_list()
    events = [_event(event, context, listed, beside, hangs=hangs) for event in block.events]
    whole = VerticalList([KeepWithNext(parts[0], events[0]), *events[1:]] if parts else events)
    whole.unbreakable_up_to = context.theme.unbreakable_up_to
    whole.space_before, whole.space_after = context.theme.unit * 1.6, context.theme.unit * 1.6
    return [whole]


def _event(event: doc.TimelineEvent, context: LayoutContext, listed: StructElem, space: Space, *, hangs: bool) -> Part:
    theme, item = context.theme, listed.add("LI")
    label, said = item.add("Lbl"), item.add("LBody")
    if not hangs:
        date = context.text_in(
            event.date, label, TextStyle(theme.hanging, replace(theme.body.form, after=0.0)).indented(space.left)
        )
        return KeepWithNext(date, context.text(event.content, said, theme.body.indented(space.left), place=event.place))
    hanging = context.label(plain(event.date), label, theme.hanging, printed=tuple(values(event.date)))
    return context.text(event.content, said, theme.body.indented(space.left), hanging=hanging, place=event.place)
