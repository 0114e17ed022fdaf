"""Charts and figures as parts: a picture with what stands above and below it, at the full measure."""

from __future__ import annotations

from reportgen.document import blocks as doc
from reportgen.document.inlines import plain
from reportgen.figures.picture import ROUNDING
from reportgen.pdf.captions import above, below
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import Part, VerticalList
from reportgen.pdf.shapes import ChartPart, FigurePart, ImagePart, PicturePart
from reportgen.pdf.structure import StructElem
from reportgen.pdf.theme import Space
from reportgen.problems import Problems, ReportError

_MOST_OF_PAGE = 0.75
"""Of the height of the text area: what a figure takes at most. Our taste: title, source and some text stand with it."""


def chart(block: doc.Chart, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """A chart. Raises ReportError where it is wider than what it stands in: it is never scaled, for its text."""
    if block.width > space.width + ROUNDING:
        problems = Problems()
        problems.add(
            "chart-place", block.place, "a chart is as wide as the page: it can't stand in a box or a quotation"
        )
        raise ReportError(problems.found)
    group = node.add("Div")
    head = above(block, context, group.add("Caption"))
    figure_node = group.add("Figure", alt=plain(block.description))
    figure_node.files = [block.anchor]
    drawn = ChartPart(figure_node, block.id, (block.width, block.height), context.theme.lettering)
    return [_whole(head, drawn, block, context, group)]


def figure(block: doc.Figure, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """A finished picture, never larger than a page has room for."""
    group = node.add("Div")
    head = above(block, context, group.add("Caption"))
    element = group.add("Figure", alt=block.alt)
    drawn: FigurePart
    if block.picture is not None:
        drawn = PicturePart(element, block.picture, context.theme.lettering)
    else:
        room = context.theme.house.page.text_height * _MOST_OF_PAGE
        scale = min(1.0, space.width / block.width, room / block.height)
        drawn = ImagePart(element, block.image, (block.width * scale, block.height * scale))
    return [_whole(head, drawn, block, context, group)]


def _whole(
    head: list[Part], drawn: FigurePart, block: doc.Chart | doc.Figure, context: LayoutContext, group: StructElem
) -> Part:
    unit = context.theme.unit
    parts = [*head, drawn.spaced(before=unit * 0.9, after=unit * 0.6), *below(block, context, group)]
    whole = VerticalList(parts, keep_together=True)
    whole.space_before, whole.space_after = unit * 1.6, unit * 2.0
    whole.node, whole.place = group, block.place
    whole.floats = group.parent is not None and group.parent.role == "Sect"
    whole.series = type(block).__name__
    return whole
