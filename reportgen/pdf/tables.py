"""Tables as parts: their elements, their cells, how wide the columns are, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document import blocks as doc
from reportgen.document.inlines import Inline, Inlines, Link, Span, Strong, Superscript, Text, Value, flat, plain
from reportgen.language.units import NO_BREAK
from reportgen.patterns import Pattern
from reportgen.pdf.captions import above, below
from reportgen.pdf.column_widths import column_widths, wanted_width
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import LANDSCAPE, KeepWithNext, Part, VerticalList
from reportgen.pdf.runs import call_anchor, link_runs, make_runs
from reportgen.pdf.shapes import RulePart, Spacer
from reportgen.pdf.structure import StructElem
from reportgen.pdf.tableparts import RowPart, TablePart, TableStyle
from reportgen.pdf.textpart import Hanging, TextPart
from reportgen.pdf.theme import CellLook, Space, TextStyle, Theme
from reportgen.problems import Problems, ReportError

_LONG = 25
"""Rows from which a dense table stands in two stacks side by side, where both have room: some half a page of them. Our
taste: shorter ones are read faster in one."""
_APART = 3.0
"""Gaps between columns: what two stacks are apart, so that the eye does not read on from one into the other."""
_SPLIT_FROM = 6
"""Rows from which a dense table may be split, however low it is. Our taste: what is looked up row by row may go on over
the page, but three rows stand together."""
_UNIT = Pattern(r"\([^()]{2,16}\)$")
"""A unit that stands on one line: longer ones, such as "per 100,000 inhabitants", would widen their column."""
_ROOMY = 8
"""Columns up to which a table has room between them; with more, every point goes to the words."""


def table(block: doc.TableBlock, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """A table: with a title at the full measure, without one in the run of the text."""
    unit = context.theme.unit
    group = node.add("Div")
    element = group.add("Table")
    element.files = [block.anchor]
    titled = bool(block.title or block.label)
    caption = above(block, context, element.add("Caption")) if titled else []
    body = _body(block, context, element, group, space if not titled else replace(space, left=0.0))
    if caption and isinstance(rule := caption[0], RulePart):
        rule.follow(lambda: body.grid.left + body.step + body.head.breadth)
    if not caption:
        body.space_before, body.space_after, body.node = unit * 1.2, unit * 2.0, group
        return [body]
    head = VerticalList(caption, keep_together=True)
    before, after = (1.2, 1.8) if block.dense else (1.6, 2.0)
    head.space_before, head.place = unit * before, block.place
    lead = KeepWithNext(head, body.spaced(before=unit * 0.3, after=unit * after))
    lead.node, lead.place = group, block.place
    lead.floats, lead.series = node.role == "Sect", type(block).__name__
    return [lead]


def _body(
    block: doc.TableBlock, context: LayoutContext, element: StructElem, group: StructElem, space: Space
) -> TablePart:
    heads = _head(block, context, element)
    rows = _rows(block, context, element)
    columns = [list(cells) for cells in zip(heads, *rows, strict=True)]
    stack, step = _halved(block, context, columns, space)
    grid, widths, page_master = _fitted(block, context, columns, stack)
    natural = wanted_width(columns, grid.gap)
    head = RowPart(heads, widths, grid, bottom=True)
    body = [
        RowPart(cells, widths, grid, total=row.role == "total") for cells, row in zip(rows, block.rows, strict=True)
    ]
    part = TablePart(head, body, grid, _continued(block, context), _foot(block, context, group, grid))
    part.dense, part.spare = block.dense, max(0.0, sum(widths) + grid.gap * (len(widths) - 1) - natural)
    part.place, part.page_master, part.step, part.unbreakable_up_to = (
        block.place,
        page_master,
        step,
        0.0 if block.dense and len(block.rows) >= _SPLIT_FROM else context.theme.unbreakable_up_to,
    )
    return part


def _head(block: doc.TableBlock, context: LayoutContext, element: StructElem) -> list[TextPart]:
    named = [bool(plain(head.content).strip()) for head in block.columns]
    # Without any name there is no row of heads, for the eye either.
    row = element.add("THead").add("TR") if any(named) else StructElem("TR")
    settings = _aligned(_cells(block, context.theme).head, block, context)
    pairs = zip(block.columns, settings, strict=True)
    return [
        _cell(_held(head.content), context, row, "Column" if name else "", setting)
        for name, (head, setting) in zip(named, pairs, strict=True)
    ]


def _held(heading: Inlines) -> Inlines:
    """A heading that is not broken within the unit in brackets at its end."""
    *others, last = heading or (Text(""),)
    found = _UNIT.search(last.text) if isinstance(last, Text) else None
    if found is None:
        return heading
    assert isinstance(last, Text)
    unit = found[0].replace(" ", NO_BREAK)
    return (*others, replace(last, text=last.text[: found.start()] + unit))


def _rows(block: doc.TableBlock, context: LayoutContext, element: StructElem) -> list[list[TextPart]]:
    body = element.add("TBody")
    look = _cells(block, context.theme)
    settings = list(zip(_aligned(look.body, block, context), _aligned(look.head, block, context), strict=True))
    rows = []
    for row in block.rows:
        element = body.add("TR")
        cells = []
        for at, (cell, (plain_cell, header)) in enumerate(zip(row.cells, settings, strict=True)):
            content = tuple(_referring(inline, block, context) for inline in _told(cell))
            scope = "Row" if cell.header else ""
            setting = header if scope or row.role == "total" else plain_cell
            if row.role == "part" and not at:
                setting = setting.indented(context.theme.unit)
            cells.append(_cell(content, context, element, scope, setting))
        rows.append(cells)
    return rows


def _aligned(setting: TextStyle, block: doc.TableBlock, context: LayoutContext) -> list[TextStyle]:
    """The setting for each column: words to the right of figures keep away from them, where there is room."""
    aligns = [column.align for column in block.columns]
    step = context.theme.unit * 1.2 if len(aligns) <= _ROOMY else 0.0
    pairs = zip(["left", *aligns], aligns, strict=False)
    apart = [step if pair == ("right", "left") else 0.0 for pair in pairs]
    return [
        TextStyle(setting.look, replace(setting.form, align=align, left=left))
        for align, left in zip(aligns, apart, strict=True)
    ]


def _cell(content: Inlines, context: LayoutContext, row: StructElem, scope: str, setting: TextStyle) -> TextPart:
    node = row.add("TH" if scope else "TD")
    if scope:
        node.attributes = [("Table", "Scope", scope)]
    part = context.text_in(content, node, setting)
    context.call_notes(part.runs, node)
    return part


def _cells(block: doc.TableBlock, theme: Theme) -> CellLook:
    return theme.cells(dense=block.dense, rows=len(block.rows))


def _gap(block: doc.TableBlock, context: LayoutContext) -> float:
    return context.theme.unit * (1.1 if block.dense else 1.35)


def _halved(
    block: doc.TableBlock, context: LayoutContext, columns: Sequence[Sequence[TextPart]], space: Space
) -> tuple[Space, float]:
    """The space of a stack of rows, and the step to a second one beside it: 0 but for a long, narrow table."""
    apart = _gap(block, context) * _APART
    half = (space.width - space.left - apart) / 2
    if block.dense and len(block.rows) > _LONG and wanted_width(columns, _gap(block, context)) <= half:
        return replace(space, width=space.left + half), half + apart
    return space, 0.0


def _fitted(
    block: doc.TableBlock, context: LayoutContext, columns: Sequence[Sequence[TextPart]], space: Space
) -> tuple[TableStyle, list[float], str]:
    """Where the table begins, its columns' widths, and the page master that it needs: the least of what there is."""
    theme, colours = context.theme, context.theme.house.colours
    gap = _gap(block, context)
    tried = [(space.left, space.width, ""), (0.0, space.width, "")]
    if space.width == theme.space.width:
        tried.append((0.0, theme.landscape_measure, LANDSCAPE))
    for left, measure, page_master in tried:
        widths = column_widths(columns, gap, measure - left)
        if widths is not None:
            padding = _cells(block, theme).padding
            return TableStyle(left, gap, padding, colours.ink, colours.rule), widths, page_master
    problems = Problems()
    problems.add(
        "table-width", block.place, f"the table has {len(columns)} columns, which are too wide for where it stands"
    )
    raise ReportError(problems.found)


def _foot(block: doc.TableBlock, context: LayoutContext, group: StructElem, grid: TableStyle) -> Part | None:
    theme = context.theme
    parts: list[Part] = [Spacer(theme.unit * 0.5)]
    setting = theme.source.indented(grid.left + theme.unit)
    for mark, text in block.notes:
        note = group.add("Note", id=_note_anchor(block, mark))
        look, anchor = theme.source.look.weighing("semibold"), _note_anchor(block, mark)
        label = note.add("Lbl")
        if _calls(block, mark):
            said = theme.words.say("links.back-to-table", mark=mark)
            runs = link_runs(mark, label, look, theme.inline_style, f"#{call_anchor(anchor)}", said)
        else:
            runs = make_runs((Text(mark),), label, look, theme.inline_style)
        hanging = Hanging(runs, grid.left)
        parts.append(context.text(text, note, setting, hanging=hanging, anchor=anchor, place=block.place))
    parts.extend(part.spaced(before=theme.unit * 0.4) for part in below(block, context, group))
    return VerticalList(parts, keep_together=True) if len(parts) > 1 else None


def _calls(block: doc.TableBlock, mark: str) -> bool:
    """Whether a cell or a heading calls the note, so that there is a way back to it."""
    contents = [head.content for head in block.columns] + [cell.content for row in block.rows for cell in row.cells]
    return any(Superscript((Text(mark),)) in flat(content) for content in contents)


def _note_anchor(block: doc.TableBlock, mark: str) -> str:
    return f"{block.anchor or f'table-line-{block.place.line}'}-note-{mark}"


def _told(cell: doc.TableCell) -> Inlines:
    """What the cell says; its sign, such as a dash, says to the ear what it means."""
    first, *others = cell.content or (Text(""),)
    if not (cell.meaning and isinstance(first, Text | Value) and first.text.startswith(cell.sign)):
        return cell.content
    rest = first.text.removeprefix(cell.sign)
    sign = Span((Text(cell.sign),), expansion=cell.meaning) if rest else Span((first,), expansion=cell.meaning)
    return sign, *((replace(first, text=rest),) if rest else ()), *others


def _referring(inline: Inline, block: doc.TableBlock, context: LayoutContext) -> Inline:
    """A raised letter that calls one of the table's own notes, as a link to it."""
    for mark, _ in block.notes:
        if inline == Superscript((Text(mark),)):
            said = context.theme.words.say("links.table-note", mark=mark)
            return Link((inline,), f"#{_note_anchor(block, mark)}", said=said)
    return inline


def _continued(block: doc.TableBlock, context: LayoutContext) -> Part:
    """The title again, for the page that a table goes on to: for the eye only."""
    theme = context.theme
    words = f"{block.label or plain(block.title)} {theme.words.say('table.continued')}".strip()
    content = (Strong((Text(words),)),)
    part = context.text_in(content, StructElem("P"), theme.captions(dense=block.dense).subtitle)
    part.space_after = theme.unit
    return part
