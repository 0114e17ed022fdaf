"""Charts, figures and tables as parts: a rule, title and subtitle above, note and source below, at the full measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document import blocks as doc
from reportgen.document.inlines import Inline, Inlines, LineBreak, Strong, Superscript, Text, plain
from reportgen.house import MM
from reportgen.pdf.desk import Desk
from reportgen.pdf.parts import FUZZ, LANDSCAPE, Column, Lead, Part
from reportgen.pdf.shapes import Drawn, DrawnImage, DrawnPicture, Rule, White
from reportgen.pdf.structure import Node
from reportgen.pdf.tableparts import Grid, RowPart, TablePart, column_widths
from reportgen.pdf.textpart import TextPart
from reportgen.pdf.theme import Setting
from reportgen.problems import Problems, ReportError

_THICK = 0.8


def chart(block: doc.Chart, desk: Desk, node: Node, left: float) -> list[Part]:
    """A chart."""
    group = node.add("Div")
    above = _caption(block, desk, group.add("Caption"))
    figure_node = group.add("Figure", alt=plain(block.description))
    figure_node.files = list(desk.files.get(block.anchor, ()))
    drawn = DrawnPicture(figure_node, block.picture, desk.theme.lettering)
    return [_whole(above, drawn, _below(block, desk, group, block.data), desk, block, group)]


def figure(block: doc.Figure, desk: Desk, node: Node, left: float) -> list[Part]:
    """A finished picture, never larger than a page has room for."""
    group = node.add("Div")
    above = _caption(block, desk, group.add("Caption"))
    element = group.add("Figure", alt=block.alt)
    drawn: Drawn
    if block.picture is not None:
        drawn = DrawnPicture(element, block.picture, desk.theme.lettering)
    else:
        drawn = DrawnImage(element, block.image, _fitted(block, desk))
    return [_whole(above, drawn, _below(block, desk, group, ()), desk, block, group)]


def _fitted(block: doc.Figure, desk: Desk) -> tuple[float, float]:
    page = desk.theme.house.page
    room = (page.height - page.top - page.bottom) * MM * 0.75
    scale = min(1.0, page.measure / block.width, room / block.height)
    return block.width * scale, block.height * scale


def _whole(
    above: list[Part], drawn: Drawn, below: list[Part], desk: Desk, block: doc.Chart | doc.Figure, group: Node
) -> Part:
    unit = desk.theme.unit
    parts: list[Part] = [*above, drawn.spaced(before=unit * 0.9, after=unit * 0.6), *below]
    whole = Column(parts, together=True)
    whole.space_before, whole.space_after = unit * 1.8, unit * 2.6
    whole.node, whole.place, whole.floats = group, block.place, True
    return whole


def _caption(block: doc.Chart | doc.Figure | doc.Table, desk: Desk, caption: Node) -> list[Part]:
    """Rule, "Chart 1: title" and subtitle, as the Caption of its group."""
    theme, unit = desk.theme, desk.theme.unit
    words: list[Part] = []
    title = desk.titled(block.label, block.title)
    if title:
        words.append(desk.text(title, caption, theme.caption, anchor=block.anchor, place=block.place))
    if block.subtitle:
        words.append(desk.text(block.subtitle, caption, theme.subtitle, place=block.place))
    return [Rule(_THICK, theme.house.colours.ink, unit * 0.75), *words]


def _below(block: doc.Chart | doc.Figure | doc.Table, desk: Desk, group: Node, data: Inlines) -> list[Part]:
    """Note, source and where the data are, as one small paragraph."""
    texts = [text for text in (block.note, block.source, data) if text]
    content: list[Inline] = []
    for text in texts:
        content.extend([*([Text(" ")] if content else []), *text])
    return [desk.text(content, group, desk.theme.source, place=block.place)] if content else []


def table(block: doc.Table, desk: Desk, node: Node, left: float) -> list[Part]:
    """A table: with a title at the full measure, without one in the run of the text."""
    theme, unit = desk.theme, desk.theme.unit
    group = node.add("Div")
    element = group.add("Table")
    titled = bool(block.title or block.label)
    above = _caption(block, desk, element.add("Caption")) if titled else []
    edge = 0.0 if titled else left
    grid = Grid(edge, theme.unit * 1.35, unit * 0.5, theme.house.colours.ink, theme.house.colours.rule)
    body = _body(block, desk, element, grid, group)
    sheet = LANDSCAPE if body.head.breadth > theme.house.page.measure - edge + FUZZ else ""
    if not above:
        body.space_before, body.space_after, body.node, body.sheet = unit * 1.2, unit * 2.0, group, sheet
        return [body]
    head = Column(above, together=True)
    head.space_before, head.place = unit * 1.8, block.place
    lead = Lead(head, body.spaced(before=unit * 0.3, after=unit * 2.6))
    lead.node, lead.floats, lead.place, lead.sheet = group, True, block.place, sheet
    return [lead]


def _body(block: doc.Table, desk: Desk, element: Node, grid: Grid, group: Node) -> TablePart:
    heads = _head(block, desk, element)
    rows = _rows(block, desk, element)
    columns = [list(cells) for cells in zip(heads, *rows, strict=True)]
    widths = _widths(block, desk, columns, grid)
    head = RowPart(heads, widths, grid, bottom=True)
    body = [RowPart(cells, widths, grid) for cells in rows]
    below = _foot(block, desk, group, grid)
    part = TablePart(head, body, grid, _continued(block, desk), below)
    part.place = block.place
    return part


def _head(block: doc.Table, desk: Desk, element: Node) -> list[TextPart]:
    row = element.add("THead").add("TR")
    return [_cell(head.content, desk, row, "Column", head.align, desk.theme.head_cell) for head in block.columns]


def _rows(block: doc.Table, desk: Desk, element: Node) -> list[list[TextPart]]:
    body = element.add("TBody")
    theme = desk.theme
    rows = []
    for row in block.rows:
        element = body.add("TR")
        cells = []
        for cell, column in zip(row.cells, block.columns, strict=True):
            setting = theme.head_cell if cell.header else theme.cell
            cells.append(_cell(cell.content, desk, element, "Row" if cell.header else "", column.align, setting))
        rows.append(cells)
    return rows


def _cell(content: Inlines, desk: Desk, row: Node, scope: str, align: doc.Align, setting: Setting) -> TextPart:
    node = row.add("TH" if scope else "TD")
    if scope:
        node.attributes = [("Table", "Scope", scope)]
    part = desk.text_in(content, node, Setting(setting.look, replace(setting.form, align=align)))
    desk.call_notes(part.runs, node)
    return part


def _widths(block: doc.Table, desk: Desk, columns: Sequence[Sequence[TextPart]], grid: Grid) -> list[float]:
    page = desk.theme.house.page
    for available in (page.measure - grid.left, desk.theme.landscape_measure):
        widths = column_widths(columns, grid.gap, available)
        if widths is not None:
            return widths
    problems = Problems()
    problems.add("table-width", block.place, f"the table has {len(columns)} columns, which are too wide for a page")
    raise ReportError(problems.found)


def _foot(block: doc.Table, desk: Desk, group: Node, grid: Grid) -> Part | None:
    theme = desk.theme
    setting = theme.source.indented(grid.left)
    parts: list[Part] = [White(theme.unit * 0.5)]
    if block.notes:
        marked = [(Superscript((Text(mark),)), Text(" "), *text) for mark, text in block.notes]
        content = [inline for index, note in enumerate(marked) for inline in ((LineBreak(),) if index else ()) + note]
        parts.append(desk.text(content, group, setting, place=block.place))
    parts.extend(part.spaced(before=theme.unit * 0.4) for part in _below(block, desk, group, ()))
    return Column(parts, together=True) if len(parts) > 1 else None


def _continued(block: doc.Table, desk: Desk) -> Part:
    """The title again, for the page that a table goes on to: for the eye only."""
    theme = desk.theme
    words = f"{block.label or plain(block.title)} {theme.words.say('table.continued')}".strip()
    content = (Strong((Text(words),)),)
    part = desk.text_in(content, Node("P"), theme.subtitle)
    part.space_after = theme.unit
    return part
