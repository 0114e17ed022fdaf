"""What is displayed as it is written: blocks of code, and formulas by themselves."""

from __future__ import annotations

import re

from reportgen.colours import rgb
from reportgen.document import blocks as doc
from reportgen.document.inlines import Text
from reportgen.figures.picture import Fill, Path, Picture, rounded
from reportgen.geometry import Matrix
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import Part, VerticalList
from reportgen.pdf.shapes import Background, PanelPart, PicturePart
from reportgen.pdf.structure import StructElem
from reportgen.pdf.theme import Space

_MEANT = re.compile(r"^ +| (?= )")
"""Spaces of a line of code that mean something: its indent, and those between its columns. Words may be parted."""


def code(block: doc.CodeBlock, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """Lines as they stand, on a tint; together they are one element."""
    theme, element = context.theme, node.add("P").add("Code")
    spaced = [
        _MEANT.sub(lambda spaces: "\u00a0" * len(spaces[0]), line) for line in block.text.rstrip("\n").split("\n")
    ]
    *before, last = [line or "\u00a0" for line in spaced]
    apart = [*(f"{line} " for line in before), last]  # who hears or copies the element gets words, not "onetwo"
    lines: list[Part] = [context.text_in((Text(line),), element, theme.code, place=block.place) for line in apart]
    pad = theme.unit
    ground = Background(space.left, theme.house.colours.tint, padding=(pad, pad, pad, pad))
    panel = PanelPart(VerticalList(lines), ground, theme.unit, theme.unit * 1.6)
    panel.place, panel.unbreakable_up_to = block.place, theme.unbreakable_up_to
    return [panel]


def equation(block: doc.Equation, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """A formula, where the text stands."""
    theme, formula = context.theme, block.formula
    left = space.left + theme.unit * 2
    scale = min(theme.body.look.size / 1000, (space.width - left) / formula.width)
    shape = formula.outline.through(Matrix(scale, 0.0, 0.0, scale, 0.0, formula.depth * scale))
    ink = Fill(rgb(theme.body.look.colour))
    size = rounded(formula.width * scale), rounded((formula.height + formula.depth) * scale)
    element = node.add("Formula", alt=formula.tex)
    part = PicturePart(element, Picture(*size, (Path(shape, ink),)), theme.lettering, left)
    part.place, part.type_size = block.place, scale * 1000
    return [part.spaced(before=theme.unit, after=theme.unit * 1.2)]
