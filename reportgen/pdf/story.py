"""Blocks to parts: one small function a kind of block, in one table.

A maker is handed the block, the context, the element that it belongs to and the space that it has; it makes the block's
elements in reading order. Charts and figures are made in `figures`, tables in `tables`, headings in `sections`,
timelines in `timeline`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from reportgen.document import blocks as doc
from reportgen.document.inlines import Code, Emphasis, Span, Strong, Text, Value, flat, plain
from reportgen.pdf.changes import change_table
from reportgen.pdf.displayed import code, equation
from reportgen.pdf.figures import chart, figure
from reportgen.pdf.keyfigures import key_figures
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import KeepWithNext, Part, VerticalList
from reportgen.pdf.runs import Run, make_runs
from reportgen.pdf.shapes import Background, PanelPart, Spacer, box_ground
from reportgen.pdf.side_notes import side_note
from reportgen.pdf.structure import StructElem
from reportgen.pdf.table_pairs import in_pairs
from reportgen.pdf.tables import table
from reportgen.pdf.textpart import Hanging, TextPart
from reportgen.pdf.theme import Space
from reportgen.pdf.timeline import MOST_BESIDE, timeline

_BULLETS = ("•", "–", "•")
_SHORT = 200
"""Characters of a paragraph that may announce what follows, some two lines, and of items of a list that keep together.
Our taste: a longer one stands alone."""
_PLAIN = (Text, Code, Emphasis, Strong, Span, Value)
"""What a term that hangs beside its text may hold: links, notes and formulas need the room of a line of their own."""
_FEWEST_ITEMS = 4
"""Items of a list from which none of them stands alone at the head or the foot of a page."""


def paragraph(block: doc.Paragraph, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """Running text."""
    setting = context.theme.small if block.style == "small" else context.theme.body
    part = context.text(block.content, node, setting.indented(space.left), place=block.place, change=block.change)
    if context.theme.house.side == "notes" and space == context.theme.space:
        part.beside = side_note(block.content, context)
    return [part]


def list_(block: doc.List, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """A list, ordered or not; nested ones are set further in."""
    listed = node.add_list("Disc" if block.start is None else _numbering(block.marks))
    bullet = _BULLETS[_depth(listed) % len(_BULLETS)]
    marks = [bullet if block.start is None else f"{block.start + index}." for index in range(len(block.items))]
    marks = list(block.marks) or marks
    # Our taste: an item's text stands 1.4 times the type size further in, or three quarters of that behind its number.
    look, least = context.theme.body.look, context.theme.house.sizes.scaled(1.4)
    widest = max(context.theme.lettering.width(mark, look.style, look.size) for mark in marks)
    step = max(least, widest + least * 0.75)
    pairs = zip(block.items, marks, strict=True)
    items = [_item(item, mark, context, listed.add("LI"), space, step) for item, mark in pairs]
    if not _depth(listed):
        items[-1][-1] = items[-1][-1].spaced(after=context.theme.unit)
    return _never_alone(items)


def _never_alone(items: Sequence[list[Part]]) -> list[Part]:
    """The parts of all items, the first two of them and the last two kept together where they are short."""
    if len(items) < _FEWEST_ITEMS or not all(_is_short(item) for item in (*items[:2], *items[-2:])):
        return [part for item in items for part in item]
    first, second, *between = (part for item in items[:-2] for part in item)
    (before,), (last,) = items[-2:]
    return [KeepWithNext(first, second), *between, KeepWithNext(before, last)]


def _is_short(item: Sequence[Part]) -> bool:
    return len(item) == 1 and isinstance(item[0], TextPart) and sum(len(run.text) for run in item[0].runs) <= _SHORT


def _numbering(marks: Sequence[str]) -> str:
    """How a list is numbered, by what stands before its items (ISO 32000-1, table 347)."""
    names = [mark.strip("().") for mark in marks]
    if not names or any(name.isdecimal() for name in names):
        return "Decimal"
    roman = names[0].lower() == "i" and len(names) > 1 and names[1].lower() == "ii"
    return f"{'Upper' if names[0].isupper() else 'Lower'}{'Roman' if roman else 'Alpha'}"


def _item(
    blocks: Sequence[doc.Block], mark: str, context: LayoutContext, item: StructElem, space: Space, step: float
) -> list[Part]:
    look = context.theme.body.look
    hanging = context.label(mark, item.add("Lbl"), look, space.left + context.theme.house.sizes.scaled(0.35))
    body = item.add("LBody")
    inner = make(blocks, context, body, space.inside(step))
    if not inner or not isinstance(_first(inner[0]), TextPart):
        inner.insert(0, context.text((Text("\u00a0"),), body, context.theme.body))
    unit = context.theme.unit
    inner = [part.spaced(min(part.space_before, unit), min(part.space_after, unit * 0.6)) for part in inner]
    first = _first(inner[0])
    assert isinstance(first, TextPart)
    first.hanging = hanging
    return inner


def _first(part: Part) -> Part:
    """What stands first: a paragraph may lead what it announces."""
    return part.head if isinstance(part, KeepWithNext) else part


def _depth(node: StructElem) -> int:
    above, depth = node.parent, 0
    while above is not None:
        depth += above.role == "L"
        above = above.parent
    return depth


def definitions(block: doc.DefinitionList, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """Terms beside what is said of them, as dates are, or above it where one is too long."""
    listed, step = node.add_list(), _step_beside(block, context, space)
    look = context.theme.hanging if step else context.theme.body.look.weighing("semibold")
    below = space.inside(step or context.theme.unit * 2)
    parts: list[Part] = []
    for definition in block.items:
        item = listed.add("LI")
        label, said = item.add("Lbl"), item.add("LBody")
        term = make_runs(definition.term, label, look, context.theme.inline_style)
        context.call_notes(term, said)
        inner = [part for body in definition.bodies for part in make(body, context, said, below)]
        parts.extend(_beside(term, inner, space) if step else _above(term, inner, context, block, space))
    return parts


def _step_beside(block: doc.DefinitionList, context: LayoutContext, space: Space) -> float:
    """How far in texts stand beside all terms; 0 where a term is too long, links, calls a note, or leads no text."""
    look, lettering = context.theme.hanging, context.theme.lettering
    leads = all(one.bodies and isinstance(one.bodies[0][0], doc.Paragraph) for one in block.items)
    bare = all(isinstance(inline, _PLAIN) for one in block.items for inline in flat(one.term))
    widest = max(lettering.width(plain(one.term), look.style, look.size) for one in block.items)
    step = widest + context.theme.unit * 1.5
    return step if leads and bare and step <= (space.width - space.left) * MOST_BESIDE else 0.0


def _beside(term: tuple[Run, ...], said: list[Part], space: Space) -> list[Part]:
    first = _first(said[0])
    assert isinstance(first, TextPart)
    first.hanging = Hanging(term, space.left)
    return said


def _above(
    term: tuple[Run, ...], said: list[Part], context: LayoutContext, block: doc.DefinitionList, space: Space
) -> list[Part]:
    form = replace(context.theme.body.form, left=space.left, after=0.0, keep_together=True)
    above = context.set(term, form, block.place)
    return [KeepWithNext(above, said[0].spaced(before=0.0)), *said[1:]] if said else [above]


def quotation(block: doc.Quotation, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """Words of somebody else, with a bar beside them, and whose they are."""
    theme, unit = context.theme, context.theme.unit
    group = node.add("Div") if block.attribution else node
    quote = group.add("BlockQuote")
    ground = Background(space.left, bar=theme.house.colours.accent, padding=(unit * 1.6, unit * 0.1, 0.0, unit * 0.1))
    inside = ground.inside(space)
    parts: list[Part] = []
    for inner in block.blocks:
        if isinstance(inner, doc.Paragraph):
            parts.append(context.text(inner.content, quote, theme.quotation, place=inner.place, change=inner.change))
        else:
            parts.extend(make([inner], context, quote, inside))
    if block.attribution:
        parts.append(context.text(block.attribution, group, theme.attribution, place=block.place))
    panel = PanelPart(VerticalList(_trimmed(parts)), ground, unit * 1.6, unit * 2.0)
    panel.unbreakable_up_to = theme.unbreakable_up_to
    return [panel]


def box(block: doc.TextBox, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """Text on a tint, with its title."""
    theme, unit = context.theme, context.theme.unit
    words = context.titled(block.label, block.title)
    group = node.add("Aside" if words else "Div")
    title = context.heading(words, group, theme.box_title, anchor=block.anchor, place=block.place) if words else None
    ground = box_ground(theme, space.left)
    parts = make(block.blocks, context, group, ground.inside(space))
    if title is not None:
        parts = [KeepWithNext(title, parts[0]), *parts[1:]] if parts else [title]
    panel = PanelPart(VerticalList(_trimmed(parts)), ground, unit * 1.8, unit * 2.2)
    panel.node, panel.place = group, block.place
    panel.floats, panel.unbreakable_up_to = (
        node.role == "Sect",
        theme.half_page if block.whole else theme.unbreakable_up_to,
    )
    return [panel]


def key_facts(block: doc.KeyFacts, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """Key figures side by side."""
    unit = context.theme.unit
    part = key_figures(block.items, context, node, space)
    part.place = block.place
    return [part.spaced(before=unit * 1.4, after=unit * 2.2)]


def source_list(block: doc.SourceList, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """The list of sources in the column of the text, each entry's first line standing out."""
    listed, setting = node.add_list(), context.theme.bibliography.indented(space.left)
    entries = [
        context.text(entry.content, listed.add("LI").add("LBody"), setting, anchor=entry.anchor)
        for entry in block.entries
    ]
    return _never_alone([[entry] for entry in entries])


_RUNNING = (doc.Paragraph, doc.List, doc.DefinitionList, doc.Quotation, doc.TextBox, doc.CodeBlock)
"""What may pass a chart that waits; all else keeps its order."""
_MAKERS: dict[type, Callable[[Any, LayoutContext, StructElem, Space], list[Part]]] = {
    doc.Paragraph: paragraph,
    doc.List: list_,
    doc.DefinitionList: definitions,
    doc.Quotation: quotation,
    doc.TextBox: box,
    doc.KeyFacts: key_facts,
    doc.Timeline: timeline,
    doc.CodeBlock: code,
    doc.Equation: equation,
    doc.ChangeTable: change_table,
    doc.TableBlock: table,
    doc.Chart: chart,
    doc.Figure: figure,
    doc.SourceList: source_list,
}


def make(blocks: Iterable[doc.Block], context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """The parts of blocks, in order."""
    parts: list[Part] = []
    before: doc.Block | None = None
    for block in blocks:
        made = _MAKERS[type(block)](block, context, node, space)
        if made and _leads(before, block):
            made[0] = KeepWithNext(parts.pop(), made[0], last_lines=True)
        last = node.kids[-1] if node.kids else None
        for part in made:
            part.last_element = last if isinstance(last, StructElem) else None
            part.is_running_text = isinstance(block, _RUNNING)
        before = block
        parts.extend(made)
    return in_pairs(parts, context.theme, space)


def _leads(before: doc.Block | None, block: doc.Block) -> bool:
    """Whether a paragraph ends in a colon, or in the middle of a sentence that a formula goes on with: it stays with
    what it announces, as a formula does with the next. A long one leaves what has a title of its own to find its place.
    """
    if not isinstance(before, doc.Paragraph):
        return isinstance(before, doc.Equation) and isinstance(block, doc.Equation)
    text = plain(before.content).rstrip()
    if isinstance(block, doc.Equation):
        return not text.endswith((".", "!", "?")) and len(text) < _SHORT * 3
    titled = isinstance(block, doc.Chart | doc.Figure) or (isinstance(block, doc.TableBlock) and bool(block.title))
    return text.endswith(":") and not isinstance(block, doc.Paragraph) and not (titled and len(text) >= _SHORT)


def _trimmed(parts: list[Part]) -> list[Part]:
    """Without white above the first and below the last: the ground's padding is enough."""
    if not parts:
        return [Spacer(0.0)]
    parts[0] = parts[0].spaced(before=0.0)
    parts[-1] = parts[-1].spaced(after=0.0)
    return parts
