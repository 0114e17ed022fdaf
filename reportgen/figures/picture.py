"""What a drawing is: paths, texts and images in the order of painting, as plain data with real text.

A picture is small, can be pickled and compared, and knows no file format: PDF, SVG and PNG are written from it, colours
as others see them are a map over it, and the inspection of charts reads it. Coordinates are points, the origin is the
bottom left corner of the picture. Nothing here draws or imports matplotlib or ReportLab.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from reportgen.colours import RGB
from reportgen.fonts import Weight
from reportgen.frozen import frozen
from reportgen.geometry import Box, Matrix, Point

ROUNDING = 0.01
"""Less than this are a picture's sides from those that it was drawn for: they are whole hundredths of a point."""

DECIMALS = 2
"""Decimals of a coordinate: a hundredth of a point is 3.5 micrometres."""

FARTHEST = 1e7
"""No coordinate is larger: what goes as far as this ends there."""

MOST_COORDINATES = 250_000
"""Numbers of a picture: a page with two such has some 4 MB of content, the most that is read of one."""


@frozen
class Outline:
    """Lines and curves: a letter for each step, and the coordinates of all of them one after another.

    M begins a part at a point and L leads to one (x, y), C leads to one by two handles (x, y three times), Z closes.
    """

    verbs: str
    points: tuple[float, ...]
    even_odd: bool = False
    """Whether what lies inside twice lies outside, such as a hole."""

    @classmethod
    def of_box(cls, box: Box) -> Outline:
        """A rectangle."""
        left, bottom, right, top = (rounded(part) for part in box)
        return cls("MLLLZ", (left, bottom, right, bottom, right, top, left, top))

    @property
    def draws(self) -> bool:
        """Whether it has a line or a curve."""
        return bool(self.verbs.strip("M"))

    @property
    def vertices(self) -> list[Point]:
        """Its points, handles too."""
        return list(zip(self.points[::2], self.points[1::2], strict=True))

    @property
    def box(self) -> Box:
        """The box round its points; ValueError where it has none."""
        xs, ys = self.points[::2], self.points[1::2]
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def level(self) -> Box | None:
        """Itself as a box, where it is a rectangle with level sides."""
        if self.verbs not in ("MLLLZ", "MLLL", "MLLLL", "MLLLLZ"):
            return None
        x, y, x2, y2, x3, y3, x4, y4, *end = self.points
        upright = x == x2 and y2 == y3 and x3 == x4 and y4 == y
        flat = y == y2 and x2 == x3 and y3 == y4 and x4 == x
        return self.box if (upright or flat) and end in ([], [x, y]) else None

    def through(self, matrix: Matrix, decimals: int = DECIMALS) -> Outline:
        """What a matrix makes of it."""
        a, b, c, d, e, f = matrix
        moved: list[float] = []
        for x, y in zip(self.points[::2], self.points[1::2], strict=True):
            moved += (round(a * x + c * y + e, decimals) + 0.0, round(b * x + d * y + f, decimals) + 0.0)
        return Outline(self.verbs, tuple(moved), self.even_odd)


def rounded(value: float) -> float:
    """A coordinate as a picture has it."""
    return round(min(max(float(value), -FARTHEST), FARTHEST), DECIMALS) + 0.0  # no -0.0


@frozen
class Fill:
    """A colour inside; `alpha` is how opaque it is, more than 0 to 1."""

    colour: RGB
    alpha: float = 1.0


@frozen
class Pen:
    """How a stroke looks. Lengths are points."""

    colour: RGB
    alpha: float = 1.0
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    """Lengths of lines and gaps in turn; none for an unbroken line."""
    offset: float = 0.0
    """How far into the dashes it begins."""
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    limit: float = 10.0
    """The longest mitre, in widths."""
    nib: Matrix | None = None
    """What makes its round nib uneven, where a drawing was stretched; it keeps areas and moves nothing."""


@frozen
class Motif:
    """An outline that begins at the origin, and all the places that it is to begin at: x and y one after another."""

    outline: Outline
    places: tuple[float, ...]


@frozen
class Hatch:
    """A pattern inside, as matplotlib calls it ("//"), and what it is made of: filled, and stroked in one width."""

    pattern: str
    colour: RGB
    alpha: float
    width: float
    lines: Outline
    """All lines in one, since they run on into each other."""
    motifs: tuple[Motif, ...] = ()

    @property
    def ink(self) -> tuple[Fill, Pen]:
        """What fills and strokes it."""
        return Fill(self.colour, self.alpha), Pen(self.colour, self.alpha, self.width)

    @property
    def strokes(self) -> Outline:
        """Lines and motifs in one outline."""
        verbs, points = [self.lines.verbs], [*self.lines.points]
        for motif in self.motifs:
            for x, y in zip(motif.places[::2], motif.places[1::2], strict=True):
                verbs.append(motif.outline.verbs)
                points += motif.outline.through(Matrix(e=x, f=y)).points
        return Outline("".join(verbs), tuple(points))


@frozen
class Artist:
    """What painted something."""

    kind: str = ""
    """As matplotlib calls it: "patch", "line2d", "FillBetweenPolyCollection", … "" is not known."""
    axes: int = 0
    """The number of its axes, from 1; 0: the figure's own, such as the swatch of a key."""
    part: Literal["", "axis", "legend", "table", "text"] = ""
    """What it is a part of, if it shows no data: an axis with its ticks, names and grid, a key, a text's own box."""


NOBODY = Artist()


@frozen
class Path:
    """An outline that is filled, then hatched, then stroked; at least one of them."""

    outline: Outline
    fill: Fill | None = None
    pen: Pen | None = None
    hatch: Hatch | None = None
    clip: tuple[Outline, ...] = ()
    """What cuts it: only what lies inside all of them can be seen."""
    marker: bool = False
    """Whether it marks a point."""
    artist: Artist = NOBODY

    @property
    def layers(self) -> Iterator[Path]:
        """The same without a hatch, as plain paths from the lowest up."""
        if self.hatch is None:
            yield self
            return
        if self.fill:
            yield replace(self, pen=None, hatch=None)
        if self.hatch.strokes.draws:
            fill, pen = self.hatch.ink
            yield Path(self.hatch.strokes, fill, pen, clip=(*self.clip, self.outline), artist=self.artist)
        if self.pen:
            yield replace(self, fill=None, hatch=None)


@frozen
class Label:
    """A piece of text in one style, its baseline starting at (x, y), turned by `angle` degrees anticlockwise."""

    text: str
    x: float
    y: float
    size: float
    colour: RGB
    weight: Weight = "regular"
    italic: bool = False
    angle: float = 0.0
    alpha: float = 1.0
    clip: tuple[Outline, ...] = ()
    whole: int = 0
    """The same for all lines of one text."""
    artist: Artist = NOBODY


@frozen
class Raster:
    """An image of `width` x `height` pixels on the unit square of `matrix`.

    `pixels` are RGB or RGBA, row by row from the top.
    """

    width: int
    height: int
    pixels: bytes
    matrix: Matrix
    clip: tuple[Outline, ...] = ()
    artist: Artist = NOBODY

    @property
    def mode(self) -> Literal["RGB", "RGBA"]:
        """Whether its pixels say how opaque they are."""
        return "RGBA" if len(self.pixels) == self.width * self.height * 4 else "RGB"


Operation = Path | Label | Raster


@frozen
class Picture:
    """A drawing of `width` x `height` points."""

    width: float
    height: float
    operations: tuple[Operation, ...]

    @property
    def coordinates(self) -> int:
        """How many numbers say where its lines and curves go, those of hatches and of what cuts them too."""
        found = 0
        for one in self.operations:
            found += sum(len(outline.points) for outline in one.clip)
            if isinstance(one, Path):
                found += len(one.outline.points) + (len(one.hatch.lines.points) if one.hatch else 0)
        return found
