"""What shows data among all that a chart paints: bars, areas, points and lines, each with its look.

Shapes of one box are one mark: a fill, the hatch over it and its outline are often painted one by one. Grounds (in the
colours of the paper and the tint) and guide lines (in that of rules and grids) are no marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

from reportgen.colours import hexadecimal, mix, ratio
from reportgen.figures.inspection.scene import Rgba, Scene, Shape
from reportgen.frozen import frozen
from reportgen.geometry import Box
from reportgen.house import House

GRAPHICS = 3.0
"""The contrast that a mark needs (WCAG 2.2, 1.4.11)."""
LEAST_SIDE = 0.6
"""A fill thinner than this, in points, can't be seen: a bar of zero."""


@frozen
class Look:
    """What tells marks apart. Colours are #rrggbb as they look on paper, "" for none."""

    fill: str
    edge: str = ""
    hatch: str = ""
    strokes: str = ""
    """The colour of the hatch."""
    dashes: tuple[float, ...] = ()
    marker: tuple[int, ...] = ()

    @property
    def build(self) -> Literal["solid", "outlined", "open"]:
        """What shows it: its fill, its fill and a plain outline round it, or the outline alone."""
        if not self.edge or (self.fill and ratio(self.edge, self.fill) < GRAPHICS):
            return "solid"
        return "outlined" if self.fill else "open"

    @property
    def colour(self) -> str:
        """The colour that it is known by."""
        return self.fill or self.edge


@frozen
class DataMark:
    """A thing that shows data."""

    form: Literal["fill", "point", "line"]
    look: Look
    box: Box
    axes: int
    order: int
    points: Any
    """An array of (n, 2)."""

    @property
    def is_flat(self) -> bool:
        """Whether it is too thin to be seen as a fill."""
        return min(self.box.width, self.box.height) < LEAST_SIDE


def on_paper(colour: Rgba | None, paper: str) -> str:
    """A colour as it looks on paper, opacity and all; "" for none."""
    if colour is None:
        return ""
    red, green, blue, opacity = colour
    seen = hexadecimal((red, green, blue))
    return seen if opacity >= 1 else mix(paper, seen, opacity)


def marks_of(scene: Scene, house: House) -> list[DataMark]:
    """The marks of a chart, in the order of painting."""
    found: dict[tuple[object, ...], DataMark] = {}
    for shape in scene.shapes:
        if shape.artist.part or shape.is_image or shape.is_spine:
            continue
        mark = _mark(shape, house.colours.paper)
        key: tuple[object, ...] = (mark.axes, mark.form, *(round(part, 1) for part in mark.box))
        if mark.form == "line":
            key = (shape.order,)
        found[key] = _joined(found[key], mark) if key in found else mark
    quiet = _grounds(house)
    return [mark for mark in found.values() if not _is_quiet(mark, quiet)]


def _mark(shape: Shape, paper: str) -> DataMark:
    fill, edge = on_paper(shape.fill, paper), on_paper(shape.stroke, paper)
    look = Look(fill, edge, shape.hatch, on_paper(shape.strokes, paper), shape.dashes, shape.marker)
    closed = shape.artist.kind == "patch"
    form: Literal["fill", "point", "line"] = (
        "point" if shape.marker else "line" if shape.is_line and not closed and not shape.hatch else "fill"
    )
    return DataMark(form, look, shape.box, shape.artist.axes, shape.order, shape.points)


def _joined(below: DataMark, above: DataMark) -> DataMark:
    """Two paintings of one box: each adds what the other lacks, and what lies above hides the rest."""
    under, over = below.look, above.look
    look = Look(
        over.fill or under.fill,
        over.edge or ("" if over.fill else under.edge),
        over.hatch or ("" if over.fill else under.hatch),
        over.strokes or ("" if over.fill else under.strokes),
        over.dashes or under.dashes,
        over.marker or under.marker,
    )
    return replace(below, look=look)


def _grounds(house: House) -> frozenset[str]:
    colours = house.colours
    return frozenset((colours.paper, colours.tint, colours.rule, colours.grid))


def _is_quiet(mark: DataMark, quiet: frozenset[str]) -> bool:
    look = mark.look
    return not look.hatch and {part for part in (look.fill, look.edge) if part} <= quiet


def looks_in(marks: Iterable[DataMark]) -> list[Look]:
    """The different looks, in the order of painting."""
    return list(dict.fromkeys(mark.look for mark in marks))
