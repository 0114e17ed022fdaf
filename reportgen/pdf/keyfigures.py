"""Key figures: values in large type, each over the line that says what it is, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.blocks import KeyFigure
from reportgen.pdf.galley import Galley
from reportgen.pdf.parts import Column, Part
from reportgen.pdf.shapes import Row
from reportgen.pdf.structure import Node
from reportgen.pdf.theme import Setting, Space

_COLUMNS = 3
"""As many as three stand on one grid, also where there are fewer."""
_SCALES = (1.0, 0.85, 0.7, 0.6)
_LARGE = 1.35
"""The scale to try first where they are the front of a paper."""


def key_figures(items: Sequence[KeyFigure], galley: Galley, node: Node, space: Space, *, large: bool = False) -> Part:
    """The figures in one row, smaller where a value would break otherwise; in two rows where that does not help."""
    listed = node.add_list()
    gap = galley.theme.unit * 2
    columns = max(_COLUMNS, len(items))
    scales = (_LARGE, *_SCALES) if large else _SCALES
    scale = _fitting(items, galley, _each(space, columns, gap), scales)
    if scale is None and len(items) > 1:
        columns = 2
        scale = _fitting(items, galley, _each(space, columns, gap), scales)
    setting = galley.theme.figure(scale or _SCALES[-1])
    made = [_key_figure(item, galley, listed, setting) for item in items]
    rows = [Row(made[start : start + columns], space.left, gap, columns) for start in range(0, len(made), columns)]
    return Column([row.spaced(after=gap) for row in rows], together=True)


def _each(space: Space, columns: int, gap: float) -> float:
    return (space.width - space.left - gap * (columns - 1)) / columns


def _fitting(items: Sequence[KeyFigure], galley: Galley, width: float, scales: Sequence[float]) -> float | None:
    """The largest of `scales` at which no word of a value is wider than its column."""
    for scale in scales:
        setting = galley.theme.figure(scale)
        if all(galley.text_in(item.value, Node("P"), setting).breaker.narrowest() <= width for item in items):
            return scale
    return None


def _key_figure(item: KeyFigure, galley: Galley, listed: Node, setting: Setting) -> Column:
    element = listed.add("LI")
    figure, said = element.add("Lbl"), element.add("LBody")
    value = galley.text_in(item.value, figure, setting)
    galley.call_notes(value.runs, said)
    label = galley.text(item.label, said, galley.theme.figure_label)
    return Column([value, label], together=True)
