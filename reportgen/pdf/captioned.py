"""Charts and figures as parts: a rule, title and subtitle above, note and source below, at the full measure."""

from __future__ import annotations

from reportgen.document import blocks as doc
from reportgen.document.inlines import Inline, Inlines, Text, plain
from reportgen.house import MM
from reportgen.pdf.desk import Desk
from reportgen.pdf.parts import FUZZ, Column, Part
from reportgen.pdf.shapes import Drawn, DrawnImage, DrawnPicture, Rule
from reportgen.pdf.spoken import spoken
from reportgen.pdf.structure import Node
from reportgen.pdf.theme import Space
from reportgen.problems import Problems, ReportError

_THICK = 0.8


def chart(block: doc.Chart, desk: Desk, node: Node, space: Space) -> list[Part]:
    """A chart. Raises ReportError where it is wider than what it stands in: it is never scaled, for its text."""
    if block.picture.width > space.width + FUZZ:
        problems = Problems()
        problems.add(
            "chart-place", block.place, "a chart is as wide as the page: it can't stand in a box or a quotation"
        )
        raise ReportError(problems.found)
    group = node.add("Div")
    above = caption(block, desk, group.add("Caption"))
    figure_node = group.add("Figure", alt=spoken(block.description, desk.theme.words.tag))
    figure_node.files = list(desk.files.get(block.anchor, ()))
    drawn = DrawnPicture(figure_node, block.picture, desk.theme.lettering)
    return [_whole(above, drawn, below(block, desk, group, block.data), desk, block, group)]


def figure(block: doc.Figure, desk: Desk, node: Node, space: Space) -> list[Part]:
    """A finished picture, never larger than a page has room for."""
    group = node.add("Div")
    above = caption(block, desk, group.add("Caption"))
    element = group.add("Figure", alt=block.alt)
    drawn: Drawn
    if block.picture is not None:
        drawn = DrawnPicture(element, block.picture, desk.theme.lettering)
    else:
        drawn = DrawnImage(element, block.image, _fitted(block, desk, space))
    return [_whole(above, drawn, below(block, desk, group, ()), desk, block, group)]


def _fitted(block: doc.Figure, desk: Desk, space: Space) -> tuple[float, float]:
    page = desk.theme.house.page
    room = (page.height - page.top - page.bottom) * MM * 0.75
    scale = min(1.0, space.width / block.width, room / block.height)
    return block.width * scale, block.height * scale


def _whole(
    above: list[Part], drawn: Drawn, below: list[Part], desk: Desk, block: doc.Chart | doc.Figure, group: Node
) -> Part:
    unit = desk.theme.unit
    parts: list[Part] = [*above, drawn.spaced(before=unit * 0.9, after=unit * 0.6), *below]
    whole = Column(parts, together=True)
    whole.space_before, whole.space_after = unit * 1.8, unit * 2.6
    whole.node, whole.place = group, block.place
    whole.floats = group.parent is not None and group.parent.role == "Sect"
    return whole


def caption(block: doc.Chart | doc.Figure | doc.Table, desk: Desk, caption: Node) -> list[Part]:
    """Rule, "Chart 1: title" and subtitle, as the Caption of its group."""
    theme, unit = desk.theme, desk.theme.unit
    words: list[Part] = []
    title = desk.titled(block.label, block.title)
    if title:
        words.append(desk.text(title, caption, theme.caption, anchor=block.anchor, place=block.place))
    if block.subtitle:
        words.append(desk.text(block.subtitle, caption, theme.subtitle, place=block.place))
    return [Rule(_THICK, theme.house.colours.ink, unit * 0.75), *words]


def below(block: doc.Chart | doc.Figure | doc.Table, desk: Desk, group: Node, data: Inlines) -> list[Part]:
    """Note, source and where the data are, as one small paragraph."""
    texts = [text for text in (block.note, block.source, data) if text]
    content: list[Inline] = []
    for text in texts:
        if content:
            ended = plain(content).rstrip().endswith((".", "!", "?", "…"))
            content.append(Text(" " if ended else ". "))
        content.extend(text)
    return [desk.text(content, group, desk.theme.source, place=block.place)] if content else []
