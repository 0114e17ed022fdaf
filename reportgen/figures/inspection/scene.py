"""A picture as its reader sees it: shapes with their colours and what of them can be seen, and texts with their ink.

Nothing is judged here. Units are points, the origin is the bottom left corner of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import accumulate
from typing import Any

import numpy as np

from reportgen.figures.picture import Artist, Fill, Hatch, Label, Outline, Path, Pen, Picture, Raster
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Style
from reportgen.frozen import frozen
from reportgen.geometry import Box, Matrix

_POINTS = {"M": 1, "L": 1, "C": 3, "Z": 0}
"""How many points a step has."""
Rgba = tuple[float, float, float, float]
"""Red, green, blue and opacity, 0 to 1."""


@frozen
class Shape:
    """A filled or stroked path, a marker, or an image."""

    order: int
    """Its place among all that is painted: a later one lies above."""
    artist: Artist
    box: Box
    """The part that can be seen."""
    points: Any
    """Its vertices, an array of (n, 2)."""
    fill: Rgba | None = None
    stroke: Rgba | None = None
    dashes: tuple[float, ...] = ()
    hatch: str = ""
    strokes: Rgba | None = None
    """The colour of the hatch."""
    marker: tuple[int, ...] = ()
    """What tells a marker's form from another's; () for what is no marker."""
    begins: tuple[int, ...] = (0,)
    """The numbers of the vertices at which its parts begin."""
    is_image: bool = False
    """Whether its colours are not known."""

    @property
    def is_line(self) -> bool:
        """Whether it is a stroke without a fill."""
        return self.fill is None and self.stroke is not None and not self.marker

    @property
    def is_spine(self) -> bool:
        """Whether it is the line of an axis: a patch, but straight."""
        return self.artist.kind == "patch" and len(self.points) == 2


@frozen
class Written:
    """A line of text."""

    order: int
    label: Label
    box: Box
    """Round its ink."""
    cut: Box | None
    """What it was cut to, if to anything."""

    @property
    def colour(self) -> Rgba:
        """That of its letters."""
        return (*self.label.colour, self.label.alpha)

    @property
    def axis(self) -> bool:
        """Whether it is the label of a tick, or the name of an axis."""
        return self.label.artist.part == "axis"


@frozen
class Scene:
    """Everything that can be seen, in the order of painting."""

    width: float
    height: float
    shapes: Sequence[Shape]
    texts: Sequence[Written]

    @classmethod
    def of(cls, picture: Picture, ruler: Ruler) -> Scene:
        """What is seen of a picture; `ruler` measures its texts."""
        sheet = Box(0.0, 0.0, picture.width, picture.height)
        shapes: list[Shape] = []
        texts: list[Written] = []
        for order, operation in enumerate(picture.operations, 1):
            if isinstance(operation, Label):
                texts.append(_written(order, operation, ruler))
            elif shape := _shape(order, operation, sheet):
                shapes.append(shape)
        return cls(picture.width, picture.height, shapes, texts)


def _shape(order: int, painted: Path | Raster, sheet: Box) -> Shape | None:
    """None for what lies where nothing of it can be seen."""
    if isinstance(painted, Raster):
        box = Box(0.0, 0.0, 1.0, 1.0).through(painted.matrix)
        return Shape(order, painted.artist, box, np.empty((0, 2)), is_image=True)
    seen = painted.outline.box.part_in(_cut(painted.clip) or sheet)
    if seen is None:
        return None
    points = np.array(painted.outline.points).reshape(-1, 2)
    pen, hatch = painted.pen, painted.hatch
    return Shape(
        order,
        painted.artist,
        seen,
        points,
        _rgba(painted.fill),
        _rgba(pen),
        pen.dashes if pen else (),
        hatch.pattern if hatch else "",
        _rgba(hatch),
        _form(points, painted.outline.box) if painted.marker else (),
        _begins(painted.outline.verbs),
    )


def _begins(verbs: str) -> tuple[int, ...]:
    """Where the parts of an outline begin, by its steps."""
    ends = accumulate((_POINTS[verb] for verb in verbs), initial=0)
    return tuple(at for verb, at in zip(verbs, ends, strict=False) if verb == "M")


def _written(order: int, label: Label, ruler: Ruler) -> Written:
    extent = ruler.extent(label.text, label.size, Style(label.weight, label.italic))
    level = Box(0.0, -extent.descent, extent.width, extent.ascent)
    return Written(order, label, level.through(Matrix.turning(label.angle, (label.x, label.y))), _cut(label.clip))


def _cut(clip: Sequence[Outline]) -> Box | None:
    """The box that level clips leave; one of another form cuts no box."""
    boxes = [box for outline in clip if (box := outline.level)]
    return reduce(lambda one, other: one.part_in(other) or other, boxes) if boxes else None


def _rgba(part: Fill | Pen | Hatch | None) -> Rgba | None:
    return (*part.colour, part.alpha) if part else None


def _form(points: Any, box: Box) -> tuple[int, ...]:
    """The form of a marker, whatever its size and place: where its first vertices lie, and how many there are."""
    scale = max(box.width, box.height) or 1.0
    places = (points[:4] - box[:2]) / scale * 8
    return (len(points), *(int(part) for part in np.rint(places).ravel()))
