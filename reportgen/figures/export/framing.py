"""A chart with what stands round it in the paper: title and subtitle above, note and source below.

A picture that leaves its paper must still say what it shows, and whose numbers these are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.colours import rgb
from reportgen.figures.picture import Fill, Hatch, Label, Motif, Operation, Outline, Path, Picture, Raster, rounded
from reportgen.figures.typeset import LEADING, Ruler
from reportgen.fonts import Weight
from reportgen.frozen import frozen
from reportgen.geometry import Box, Matrix
from reportgen.house import House

MARGIN = 10.0
"""Round everything, in points."""


@frozen
class Frame:
    """The words round a chart, in plain text; "" for none."""

    title: str
    subtitle: str = ""
    notes: str = ""
    """Note and source."""


@frozen
class _Line:
    text: str
    size: float
    colour: str
    weight: Weight = "regular"


def framed(picture: Picture, frame: Frame, house: House) -> Picture:
    """The picture on paper, between its words."""
    ruler, colours, sizes = Ruler(house), house.colours, house.sizes
    above = [
        *_lines(frame.title, picture.width, ruler, _Line("", sizes.caption, colours.ink, "semibold")),
        *_lines(frame.subtitle, picture.width, ruler, _Line("", sizes.subtitle, colours.grey)),
    ]
    below = _lines(frame.notes, picture.width, ruler, _Line("", sizes.small, colours.grey))
    width = rounded(picture.width + 2 * MARGIN)
    base = MARGIN + _high(below)
    height = rounded(base + picture.height + _high(above) + MARGIN)
    ground = Path(Outline.of_box(Box(0, 0, width, height)), Fill(rgb(colours.paper)))
    place = Matrix(e=MARGIN, f=rounded(base))
    inside = (_moved(operation, place) for operation in picture.operations)
    return Picture(width, height, (ground, *_set(above, height - MARGIN), *inside, *_set(below, base - MARGIN)))


def _moved(operation: Operation, place: Matrix) -> Operation:
    clip = tuple(outline.through(place) for outline in operation.clip)
    match operation:
        case Path(outline=outline, hatch=hatch):
            return replace(operation, outline=outline.through(place), hatch=_moved_hatch(hatch, place), clip=clip)
        case Label(x=x, y=y):
            x, y = place((x, y))
            return replace(operation, x=x, y=y, clip=clip)
        case Raster(matrix=matrix):
            return replace(operation, matrix=place @ matrix, clip=clip)


def _moved_hatch(hatch: Hatch | None, place: Matrix) -> Hatch | None:
    if hatch is None:
        return None
    moved = (Motif(motif.outline, Outline("", motif.places).through(place).points) for motif in hatch.motifs)
    return replace(hatch, lines=hatch.lines.through(place), motifs=tuple(moved))


def _lines(text: str, width: float, ruler: Ruler, like: _Line) -> list[_Line]:
    if not text:
        return []
    wrapped = ruler.wrap(text, width, like.size, like.weight)
    return [_Line(line, like.size, like.colour, like.weight) for line in wrapped.split("\n")]


def _high(lines: Sequence[_Line]) -> float:
    """The height of the lines, with the space that parts them from the picture."""
    return sum(line.size * LEADING for line in lines) + MARGIN * bool(lines)


def _set(lines: Sequence[_Line], top: float) -> list[Label]:
    found = []
    for line in lines:
        top -= line.size * LEADING
        place = MARGIN, round(top + line.size * (LEADING - 0.95), 2)
        found.append(Label(line.text, *place, line.size, rgb(line.colour), line.weight))
    return found
