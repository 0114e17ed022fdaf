"""What a figure paints, noted while it is recorded: shapes with their colours and boxes, and texts.

The noting is cheap and judges nothing. Units are points, the origin is the bottom left corner of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from reportgen.figures.graphics import fill_alpha, rgba, stroke_alpha

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.path import Path
    from matplotlib.transforms import Bbox, Transform

    from reportgen.figures.picture import Label
    from reportgen.figures.typeset import Extent

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

Rgba = tuple[float, ...]
"""Red, green, blue and opacity, 0 to 1."""

AXIS = "matplotlib.axis"
"""The group in which matplotlib draws ticks, their labels and grid lines."""
TEXT = "text"
_FURNITURE = frozenset({AXIS, TEXT, "legend", "table"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled or stroked path, a marker, or an image."""

    order: int
    """Its place among all that is painted: a later one lies above."""
    artist: str
    """The kind of artist that drew it, as matplotlib calls it: "patch", "line2d", "FillBetweenPolyCollection", …"""
    axes: int
    """The number of its axes, from 1; 0: the figure's own, such as the swatch of a key."""
    furniture: bool
    """Whether it belongs to an axis, a legend or a text's own box, and shows no data."""
    box: Box
    """The part that can be seen."""
    points: Any
    """Its vertices, an array of (n, 2)."""
    fill: Rgba | None = None
    stroke: Rgba | None = None
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    hatch: str = ""
    strokes: Rgba | None = None
    """The colour of the hatch."""
    marker: tuple[int, ...] = ()
    """What tells a marker's form from another's; () for what is no marker."""
    cut: Box | None = None
    """What it was cut to, if to anything."""

    @property
    def is_image(self) -> bool:
        """Whether its colours are not known."""
        return self.artist == "image"

    @property
    def is_line(self) -> bool:
        """Whether it is a stroke without a fill."""
        return self.fill is None and self.stroke is not None and not self.marker


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text."""

    order: int
    text: str
    whole: int
    """The same for all lines of one text."""
    size: float
    angle: float
    colour: Rgba
    heavy: bool
    box: Box
    """Round its ink."""
    cut: Box | None
    """What it was cut to, if to anything."""
    axis: bool
    """Whether it is the label of a tick, or the name of an axis."""


@dataclass(slots=True)
class Scene:
    """Everything painted, in order. The recorder fills it."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Written] = field(default_factory=list)
    _artists: dict[int, object] = field(default_factory=dict)
    """Those of texts, by their ids: the id of one that is gone could be another's."""
    _groups: list[str] = field(default_factory=list)
    _axes: int = 0
    _order: int = 0

    def open(self, group: str) -> None:
        """An artist begins to draw."""
        self._groups.append(group)
        self._axes += group == "axes"

    def close(self) -> None:
        """The artist has ended."""
        if self._groups:
            self._groups.pop()

    def path(self, gc: GraphicsContextBase, path: Path, transform: Transform, face: Any) -> None:
        """A path is painted."""
        points = np.asarray(transform.transform(path.vertices), dtype=float)
        if path.codes is not None:
            points = points[path.codes != path.CLOSEPOLY]
        marker = _form(points) if self._groups and self._groups[-1] == "PathCollection" else ()
        self._shape(gc, points, face, marker)

    def marker(
        self, gc: GraphicsContextBase, path: Path, transform: Transform, at: tuple[float, float], face: Any
    ) -> None:
        """A marker is painted at a point."""
        points = np.asarray(transform.transform(path.vertices), dtype=float) + np.asarray(at)
        self._shape(gc, points, face, _form(points))

    def image(self, box: Box) -> None:
        """An image is painted."""
        self._order += 1
        self.shapes.append(Shape(self._order, "image", self._here(), False, box, np.empty((0, 2))))

    def text(self, label: Label, extent: Extent, cut: Bbox | None, mtext: object) -> None:
        """A line of text is painted."""
        self._order += 1
        corners = np.array([(x, y) for x in (0.0, extent.width) for y in (-extent.descent, extent.ascent)], dtype=float)
        turn = np.radians(label.angle)
        turned = corners @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        self.texts.append(
            Written(
                self._order,
                label.text,
                self._whole(mtext),
                label.size,
                label.angle,
                (*label.colour, label.alpha),
                label.weight == "bold",
                _box(turned + np.array([label.x, label.y])),
                _bounds(cut),
                AXIS in self._groups,
            )
        )

    def _whole(self, mtext: object) -> int:
        """The number of the text that a line is of."""
        if mtext is None:
            return -self._order
        self._artists[id(mtext)] = mtext
        return id(mtext)

    def _here(self) -> int:
        return self._axes if "axes" in self._groups else 0

    def _shape(self, gc: GraphicsContextBase, points: Any, face: Any, marker: tuple[int, ...]) -> None:
        points = points[np.isfinite(points).all(axis=1)]
        filled, stroked, hatch = fill_alpha(gc, face), stroke_alpha(gc), gc.get_hatch()
        dashes: Any = gc.get_dashes()[1]
        strokes: Any = gc.get_hatch_color() if hatch else None
        if not len(points) or not (filled or stroked or hatch):
            return
        cut = _bounds(gc.get_clip_rectangle())
        box = _within(_box(points), cut or (0.0, 0.0, self.width, self.height))
        if box is None:
            return
        self._order += 1
        self.shapes.append(
            Shape(
                self._order,
                self._groups[-1] if self._groups else "",
                self._here(),
                not _FURNITURE.isdisjoint(self._groups),
                box,
                points,
                (*map(float, face[:3]), filled) if filled else None,
                (*map(float, rgba(gc)[:3]), stroked) if stroked else None,
                float(gc.get_linewidth()) if stroked else 0.0,
                tuple(map(float, dashes)) if dashes is not None else (),
                hatch or "",
                tuple(map(float, strokes)) if hatch else None,
                marker,
                cut,
            )
        )


def _form(points: Any) -> tuple[int, ...]:
    """The form of a marker, whatever its size and place: where its first vertices lie, and how many there are."""
    left, bottom, right, top = _box(points)
    scale = max(right - left, top - bottom) or 1.0
    places = (points[:4] - (left, bottom)) / scale * 8
    return (len(points), *(int(part) for part in np.rint(places).ravel()))


def _box(points: Any) -> Box:
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    return float(left), float(bottom), float(right), float(top)


def _bounds(box: Bbox | None) -> Box | None:
    return None if box is None else (float(box.x0), float(box.y0), float(box.x1), float(box.y1))


def _within(box: Box, cut: Box) -> Box | None:
    """The part of `box` inside `cut`; None where they lie apart."""
    left, bottom, right, top = max(box[0], cut[0]), max(box[1], cut[1]), min(box[2], cut[2]), min(box[3], cut[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None
