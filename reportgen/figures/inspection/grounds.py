"""What lies under a point of a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from reportgen.figures.inspection.marks import on_paper
from reportgen.figures.inspection.scene import Rgba, Scene, Shape
from reportgen.frozen import frozen
from reportgen.geometry import Point


@frozen
class Ground:
    """A fill, a hatch or an image."""

    order: int
    colour: Rgba | None
    """None: an image, or a hatch alone."""
    hatch: Rgba | None
    """The colour of its strokes; None: it has none."""
    outline: Any
    """The points where its sides begin and those where they end, arrays of (n, 2); None where its box is all of it."""


class Under(NamedTuple):
    """What is under a point: the colour ("" for an image), that of a hatch on it ("" for none)."""

    colour: str
    hatch: str = ""
    hidden: bool = False
    """Whether something lies over the point."""


@frozen
class Grounds:
    """The fills, hatches and images of a chart, in the order of painting."""

    all: Sequence[Ground]
    boxes: Any
    """An array of (n, 4)."""
    paper: str

    @classmethod
    def of(cls, scene: Scene, paper: str, *, points: bool) -> Grounds:
        """All that a chart fills, its points only if `points` says so: a mark may hide another, and still be seen."""
        shapes = [shape for shape in scene.shapes if shape.is_image or shape.fill or shape.hatch]
        shapes = [shape for shape in shapes if points or not shape.marker]
        boxes = np.array([shape.box for shape in shapes], dtype=float).reshape(-1, 4)
        return cls([Ground(shape.order, shape.fill, shape.strokes, _outline(shape)) for shape in shapes], boxes, paper)

    def at(self, point: Point, order: int) -> Under:
        """What is under a point painted at `order`."""
        colour, hatch, hidden = self.paper, "", False
        for ground in self._there(point):
            if ground.order > order:
                hidden = hidden or ground.colour is None or ground.colour[3] > 0.5
                continue
            if ground.colour or not ground.hatch:
                colour, hatch = on_paper(ground.colour, colour or self.paper), ""
            hatch = on_paper(ground.hatch, self.paper) or hatch
        return Under(colour, hatch, hidden)

    def _there(self, point: Point) -> Iterator[Ground]:
        if not self.all:
            return
        x, y = point
        inside = (self.boxes[:, :2] <= point).all(axis=1) & (self.boxes[:, 2:] >= point).all(axis=1)
        for at in inside.nonzero()[0].tolist():
            if self.all[at].outline is None or _holds(self.all[at].outline, x, y):
                yield self.all[at]


def _outline(shape: Shape) -> Any:
    points = shape.points
    if shape.is_image or (len(points) in (4, 5) and _is_level(points)):
        return None
    ends = np.roll(points, -1, axis=0)
    for begin, end in pairwise((*shape.begins, len(points))):
        if end > begin:
            ends[end - 1] = points[begin]  # each part is closed: a side from one to the next would bound nothing
    return points, ends


def _is_level(points: Any) -> bool:
    """Whether a path of four or five vertices is a rectangle with level sides, as most fills are."""
    steps = np.abs(np.diff(points, axis=0))
    return bool((steps.min(axis=1) < 1e-6).all())


def _holds(sides: Any, x: float, y: float) -> bool:
    """Whether a point is in a polygon: an odd number of its sides lies to the right."""
    points, others = sides
    crossing = (points[:, 1] > y) != (others[:, 1] > y)
    ones, others = points[crossing], others[crossing]
    at = ones[:, 0] + (y - ones[:, 1]) / (others[:, 1] - ones[:, 1]) * (others[:, 0] - ones[:, 0])
    return bool((at > x).sum() % 2)
