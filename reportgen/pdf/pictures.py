"""Writing a picture on a page: its paths and images as operators, its text in the document's own fonts.

Whoever calls places the origin and opens the marked content; nothing here knows of tags or of matplotlib.
"""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reportgen.colours import RGB
from reportgen.figures.picture import Fill, Hatch, Label, Outline, Path, Pen, Picture, Raster
from reportgen.fonts import Style
from reportgen.frozen import frozen, mutable
from reportgen.geometry import Matrix
from reportgen.pdf.lettering import Lettering, number, precise
from reportgen.pdf.reportlab_names import opacity, write_operators


def replay(canvas: Canvas, picture: Picture, lettering: Lettering) -> None:
    """Draw `picture` with its bottom left corner at the canvas's origin, at its own size in points."""
    canvas.saveState()
    writer = _PictureWriter(canvas, lettering)
    for operation in picture.operations:
        match operation:
            case Path():
                writer.path(operation)
            case Label():
                writer.label(operation)
            case Raster():
                writer.raster(operation)
    writer.enter(_SharedState())
    canvas.restoreState()


@frozen
class _SharedState:
    """What a run of paintings shares in a saved graphics state."""

    clip: tuple[Outline, ...] = ()
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0


_PLAIN = _SharedState()


@mutable
class _PictureWriter:
    """Writes with as little state as can be: what is shared by neighbours is said once."""

    canvas: Canvas
    lettering: Lettering
    _state: _SharedState = _PLAIN
    _said: dict[str, object] = field(default_factory=dict)
    """The colours and the pen that hold now, by the operators that set them."""

    def enter(self, state: _SharedState) -> None:
        """What follows is painted in `state`."""
        if state == self._state:
            return
        if self._state != _PLAIN:
            self._write("Q")
        self._state = state
        self._said.clear()
        if state != _PLAIN:
            self._write(" ".join(("q", *map(_cut, state.clip))))
        if (state.fill_alpha, state.stroke_alpha) != (1.0, 1.0):
            self._write(opacity(self.canvas, state.fill_alpha, state.stroke_alpha))

    def path(self, path: Path) -> None:
        """Fill a path, hatch it and stroke it, in this order."""
        fill, pen = path.fill, path.pen
        if path.hatch:
            self._paint(path, fill, None)
            self._hatch(path, path.hatch)
            self._paint(path, None, pen)
        else:
            self._paint(path, fill, pen)

    def label(self, label: Label) -> None:
        """Show a text. It brings its own colour, so that the fill's is unknown afterwards."""
        self.enter(_SharedState(label.clip))
        style = Style(label.weight, label.italic)
        place = Matrix.turning(label.angle, (label.x, label.y))
        # The space keeps it apart from the next label, for who reads the text of the page.
        shown = self.lettering.show(self.canvas, f"{label.text} ", style, label.size, place)
        text = f"{_parts(label.colour)} rg BT {shown} ET"
        self._write(f"q {opacity(self.canvas, label.alpha, label.alpha)} {text} Q" if label.alpha < 1 else text)
        self._said.pop("rg", None)

    def raster(self, raster: Raster) -> None:
        """Place an image."""
        from PIL import Image

        self.enter(_SharedState(raster.clip))
        image = ImageReader(Image.frombytes(raster.mode, (raster.width, raster.height), raster.pixels))
        self._write(f"q {' '.join(map(number, raster.matrix))} cm")
        self.canvas.drawImage(image, 0, 0, 1, 1, mask="auto" if raster.mode == "RGBA" else None)
        self._write("Q")

    def _paint(self, path: Path, fill: Fill | None, pen: Pen | None) -> None:
        """Fill, stroke or both. What can be seen through is filled first, then stroked."""
        if not (fill or pen):
            return
        outline = steps(path.outline)
        self.enter(_SharedState(path.clip, fill.alpha if fill else 1.0, pen.alpha if pen else 1.0))
        star = "*" if path.outline.even_odd else ""
        if fill:
            self._colour("rg", fill.colour)
        if pen:
            self._colour("RG", pen.colour)
        if pen and not pen.nib:
            self._pen(pen)
            both = fill and fill.alpha == pen.alpha == 1
            self._write(f"{outline} B{star}" if both else f"{outline} f{star} {outline} S" if fill else f"{outline} S")
        elif fill:
            self._write(f"{outline} f{star}")
        if pen and pen.nib:
            nib = " ".join(map(precise, pen.nib))
            self._write(f"q {nib} cm {_pen(pen)} {steps(path.outline.through(pen.nib.inverse, 3))} S Q")

    def _hatch(self, path: Path, hatch: Hatch) -> None:
        """Hatch what lies inside."""
        fill, pen = hatch.ink
        self.enter(_SharedState((*path.clip, path.outline), hatch.alpha, hatch.alpha))
        self._colour("rg", fill.colour)
        self._colour("RG", pen.colour)
        self._pen(pen)
        if hatch.lines.draws:
            self._write(f"{steps(hatch.lines)} B")
        for motif in hatch.motifs:
            each = f"q 1 0 0 1 %.9g %.9g cm {steps(motif.outline)} B Q"
            self._write("\n".join([each] * (len(motif.places) // 2)) % motif.places)

    def _write(self, operators: str) -> None:
        write_operators(self.canvas, operators)

    def _colour(self, operator: str, colour: RGB) -> None:
        """Set the colour of fills (rg) or strokes (RG), unless it is set already."""
        if self._said.get(operator) != colour:
            self._said[operator] = colour
            self._write(f"{_parts(colour)} {operator}")

    def _pen(self, pen: Pen) -> None:
        """Set all of a pen but its colour, unless it is set already."""
        if self._said.get("w") != pen:
            self._said["w"] = pen
            self._write(_pen(pen))


_OPERATORS = str.maketrans({"M": "%.9g %.9g m ", "L": "%.9g %.9g l ", "C": "%.9g %.9g " * 3 + "c ", "Z": "h "})
"""How each step is written; coordinates are rounded already, and none has more than nine digits."""
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def steps(outline: Outline) -> str:
    """The operators of its lines and curves."""
    return (outline.verbs.translate(_OPERATORS) % outline.points).rstrip()


def _cut(outline: Outline) -> str:
    """The operators that cut what follows."""
    level = outline.level
    if level is None:
        return f"{steps(outline) or '0 0 0 0 re'} W{'*' if outline.even_odd else ''} n"
    left, bottom, right, top = level
    return f"{number(left)} {number(bottom)} {number(right - left)} {number(top - bottom)} re W n"


@lru_cache(maxsize=500)
def _pen(pen: Pen) -> str:
    """Line width, cap, join, mitre limit and dashes."""
    dashes = f"[{' '.join(map(number, pen.dashes))}] {number(pen.offset)} d"
    return f"{number(pen.width)} w {_CAPS[pen.cap]} J {_JOINS[pen.join]} j {number(pen.limit)} M {dashes}"


@lru_cache(maxsize=500)
def _parts(colour: RGB) -> str:
    return " ".join(map(number, colour))
