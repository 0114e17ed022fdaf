"""What a chart becomes: a small, picklable list of drawing operations with real text.

Coordinates are points, the origin is the bottom left corner of the picture. Nothing here draws or imports matplotlib
or ReportLab.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.fonts import Weight

ROUNDING = 0.01
"""Less than this are a picture's sides from those that it was drawn for: they are whole hundredths of a point."""


@dataclass(frozen=True, slots=True)
class Code:
    """PDF path, clip, colour and state operators, as written in a content stream."""

    operators: str


@dataclass(frozen=True, slots=True)
class Alpha:
    """Opacity, 0 to 1, of the fills and strokes that follow in this saved state."""

    fill: float
    stroke: float


@dataclass(frozen=True, slots=True)
class Label:
    """A piece of text in one style, its baseline starting at (x, y), turned by `angle` degrees anticlockwise."""

    text: str
    x: float
    y: float
    size: float
    colour: tuple[float, float, float]
    weight: Weight = "regular"
    italic: bool = False
    angle: float = 0.0
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Raster:
    """An image of `width` x `height` pixels filling the unit square of the current matrix.

    `pixels` are RGB or RGBA, row by row from the top.
    """

    width: int
    height: int
    pixels: bytes


Operation = Code | Alpha | Label | Raster


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart of `width` x `height` points."""

    width: float
    height: float
    operations: tuple[Operation, ...]
