"""Side notes: in the column left of the text, what an abbreviation stands for, where it is first used.

They are for the eye: who hears the paper has the full words where the abbreviation stands.
"""

from __future__ import annotations

from dataclasses import replace

from reportgen.document.inlines import Inlines, Span, Strong, Text, flat, plain
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import Part, VerticalList
from reportgen.pdf.structure import StructElem


def side_note(content: Inlines, context: LayoutContext) -> Part | None:
    """What explains the abbreviations that `content` is the first to use; None where there are none."""
    new = {
        plain(inline.children): inline.expansion
        for inline in flat(content)
        if isinstance(inline, Span) and inline.expansion and plain(inline.children) not in context.explained
    }
    context.explained.update(new)
    if not new:
        return None
    theme = context.theme
    setting = theme.source
    form = replace(setting.form, right=theme.house.page.measure - theme.indent + theme.unit, after=theme.unit * 0.4)
    style = replace(setting, form=form)
    parts = [
        context.text_in((Strong((Text(f"{short} "),)), Text(words)), StructElem("P"), style)
        for short, words in new.items()
    ]
    return VerticalList(parts)
