"""Above a chart, a figure or a table: rule, title, subtitle; below it: note, source and where the data are."""

from __future__ import annotations

from reportgen.document import blocks as doc
from reportgen.document.inlines import Inline, Inlines, Text, plain
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import Part
from reportgen.pdf.shapes import RulePart
from reportgen.pdf.structure import StructElem

_THICK = 0.8
"""Points: the rule above, thinner than a table's own. Our taste."""
_ENDS = (".", "!", "?", "…")

Captioned = doc.Chart | doc.Figure | doc.TableBlock


def above(block: Captioned, context: LayoutContext, caption: StructElem) -> list[Part]:
    """Rule, "Chart 1: title" and subtitle, as the content of `caption`."""
    theme, look = context.theme, context.theme.captions(dense=isinstance(block, doc.TableBlock) and block.dense)
    words: list[Part] = []
    title = context.titled(block.label, block.title)
    if title:
        words.append(context.text(title, caption, look.title, anchor=block.anchor, place=block.place))
    if block.subtitle:
        words.append(context.text(block.subtitle, caption, look.subtitle, place=block.place))
    return [RulePart(_THICK, theme.house.colours.ink, theme.unit * 0.75), *words]


def below(block: Captioned, context: LayoutContext, group: StructElem) -> list[Part]:
    """Note, source and where the data are, each a sentence, as one small paragraph."""
    data: Inlines = block.data if isinstance(block, doc.Chart) else ()
    content: list[Inline] = []
    for text in filter(None, (block.note, block.source, data)):
        if content:
            content.append(Text(" "))
        content.extend(text)
        if not plain(text).rstrip().endswith(_ENDS):
            content.append(Text("."))
    return [context.text(content, group, context.theme.source, place=block.place)] if content else []
