"""Key figures: values in large type, each over the line that says what it is, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.blocks import KeyFigure
from reportgen.language.units import NO_BREAK
from reportgen.patterns import Pattern
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import Part, VerticalList
from reportgen.pdf.runs import Run, make_runs
from reportgen.pdf.shapes import EqualColumns
from reportgen.pdf.structure import StructElem
from reportgen.pdf.textpart import TextPart
from reportgen.pdf.theme import Space, TextStyle

_COLUMNS = 3
"""As many as three stand on one grid, also where there are fewer."""
_SCALES = (1.0, 0.85, 0.7, 0.6)
"""Of their usual size. Our taste: at less than 0.6 they are hardly larger than a chapter's heading."""
_UNIT = Pattern(
    rf"[^\d\s]{{0,4}}{NO_BREAK}?\d(?:[\d.,\u202f{NO_BREAK}]*\d)?[^\d\s{NO_BREAK}]{{0,3}}"
    rf"(?P<unit>[ {NO_BREAK}](?:per[ {NO_BREAK}].+|[^\W\d]\D*))"
)
"""A number and the words of its unit: of "3 of 33", "9 out of 10" or a date nothing is small."""
_SMALL = 0.55
"""The size of a unit in words, of that of its number. Our taste: half as large, and still read at a glance."""
_HELD = 16
"""A unit of up to so many characters keeps together; a longer one only with the number."""
_LARGE = 1.35
"""The scale to try first where they are the front of a paper."""


def key_figures(
    items: Sequence[KeyFigure], context: LayoutContext, node: StructElem, space: Space, *, large: bool = False
) -> Part:
    """The figures in one row, smaller where a value would break otherwise; in two rows where that does not help."""
    listed = node.add_list()
    gap = context.theme.unit * 2
    columns = max(_COLUMNS, len(items))
    scales = (_LARGE, *_SCALES) if large else _SCALES
    scale = _fitting(items, context, _each(space, columns, gap), scales)
    if scale is None and len(items) > 1:
        columns = 2
        scale = _fitting(items, context, _each(space, columns, gap), scales)
    setting = context.theme.figure(scale or _SCALES[-1])
    made = [_key_figure(item, context, listed, setting) for item in items]
    rows = [
        EqualColumns(made[start : start + columns], space.left, gap, columns) for start in range(0, len(made), columns)
    ]
    return VerticalList([row.spaced(after=gap) for row in rows], keep_together=True)


def _each(space: Space, columns: int, gap: float) -> float:
    return (space.width - space.left - gap * (columns - 1)) / columns


def _fitting(items: Sequence[KeyFigure], context: LayoutContext, width: float, scales: Sequence[float]) -> float | None:
    """The largest of `scales` at which no word of a value is wider than its column."""
    for scale in scales:
        setting = context.theme.figure(scale)
        if all(_value(item, context, StructElem("P"), setting).breaker.narrowest() <= width for item in items):
            return scale
    return None


def _value(item: KeyFigure, context: LayoutContext, node: StructElem, setting: TextStyle) -> TextPart:
    """The value; the words of its unit are small beside the number, and on its line."""
    runs = make_runs(item.value, node, setting.look, context.theme.inline_style)
    unit = _UNIT.fullmatch("".join(run.text for run in runs))
    return context.set(_with_small(runs, unit.start("unit")) if unit else runs, setting.form)


def _with_small(runs: Sequence[Run], start: int) -> list[Run]:
    """The runs with what stands from the character `start` on in smaller type; a short unit does not break."""
    held = start + _HELD
    length = sum(len(run.text) for run in runs)
    found, at = [], 0
    for run in runs:
        cut = min(max(start - at, 0), len(run.text))
        head, unit = run.text[:cut], run.text[cut:]
        if length <= held:
            unit = unit.replace(" ", NO_BREAK)
        elif at <= start < at + len(run.text):
            unit = NO_BREAK + unit[1:]
        at += len(run.text)
        small = replace(run.look, size=round(run.look.size * _SMALL, 1))
        found += [replace(run, text=head)] if head or not unit else []
        found += [replace(run, text=unit, look=small)] if unit else []
    return found


def _key_figure(item: KeyFigure, context: LayoutContext, listed: StructElem, setting: TextStyle) -> VerticalList:
    element = listed.add("LI")
    figure, said = element.add("Lbl"), element.add("LBody")
    value = _value(item, context, figure, setting)
    context.call_notes(value.runs, said)
    label = context.text(item.label, said, context.theme.figure_label)
    return VerticalList([value, label], keep_together=True)
