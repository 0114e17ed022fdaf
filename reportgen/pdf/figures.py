"""Charts and figures as parts: a picture with what stands above and below it, at the full measure."""

from __future__ import annotations

from reportgen.document import blocks as doc
from reportgen.figures.picture import ROUNDING
from reportgen.pdf.captions import above, below
from reportgen.pdf.galley import Galley
from reportgen.pdf.parts import Column, Part
from reportgen.pdf.shapes import Drawn, DrawnChart, DrawnImage, DrawnPicture
from reportgen.pdf.spoken import spoken
from reportgen.pdf.structure import Node
from reportgen.pdf.theme import Space
from reportgen.problems import Problems, ReportError


def chart(block: doc.Chart, galley: Galley, node: Node, space: Space) -> list[Part]:
    """A chart. Raises ReportError where it is wider than what it stands in: it is never scaled, for its text."""
    if block.width > space.width + ROUNDING:
        problems = Problems()
        problems.add(
            "chart-place", block.place, "a chart is as wide as the page: it can't stand in a box or a quotation"
        )
        raise ReportError(problems.found)
    group = node.add("Div")
    head = above(block, galley, group.add("Caption"))
    figure_node = group.add("Figure", alt=spoken(block.description, galley.theme.words.tag))
    figure_node.files = list(galley.files.get(block.anchor, ()))
    drawn = DrawnChart(figure_node, block.id, (block.width, block.height), galley.theme.lettering)
    return [_whole(head, drawn, block, galley, group)]


def figure(block: doc.Figure, galley: Galley, node: Node, space: Space) -> list[Part]:
    """A finished picture, never larger than a page has room for."""
    group = node.add("Div")
    head = above(block, galley, group.add("Caption"))
    element = group.add("Figure", alt=block.alt)
    drawn: Drawn
    if block.picture is not None:
        drawn = DrawnPicture(element, block.picture, galley.theme.lettering)
    else:
        drawn = DrawnImage(element, block.image, _fitted(block, galley, space))
    return [_whole(head, drawn, block, galley, group)]


def _fitted(block: doc.Figure, galley: Galley, space: Space) -> tuple[float, float]:
    room = galley.theme.house.page.text_height * 0.75
    scale = min(1.0, space.width / block.width, room / block.height)
    return block.width * scale, block.height * scale


def _whole(head: list[Part], drawn: Drawn, block: doc.Chart | doc.Figure, galley: Galley, group: Node) -> Part:
    unit = galley.theme.unit
    parts = [*head, drawn.spaced(before=unit * 0.9, after=unit * 0.6), *below(block, galley, group)]
    whole = Column(parts, together=True)
    whole.space_before, whole.space_after = unit * 1.8, unit * 2.6
    whole.node, whole.place = group, block.place
    whole.floats = group.parent is not None and group.parent.role == "Sect"
    return whole
