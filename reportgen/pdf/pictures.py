"""Drawing a recorded picture on a page: its operators as they are, its text in the document's own fonts.

Whoever calls places the origin and opens the marked content; nothing here knows of tags or of matplotlib.
"""

from __future__ import annotations

import math
from functools import singledispatch

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reportgen.figures.picture import Alpha, Code, Label, Picture, Raster
from reportgen.fonts import Style
from reportgen.pdf.lettering import Lettering, Matrix, number
from reportgen.pdf.reportlab_names import opacity, write_operators


def replay(canvas: Canvas, picture: Picture, lettering: Lettering) -> None:
    """Draw `picture` with its bottom left corner at the canvas's origin, at its own size in points."""
    canvas.saveState()
    for operation in picture.operations:
        _draw(operation, canvas, lettering)
    canvas.restoreState()


@singledispatch
def _draw(operation: object, canvas: Canvas, lettering: Lettering) -> None:
    raise TypeError(f"no operation of a picture: {operation!r}")


@_draw.register
def _code(operation: Code, canvas: Canvas, lettering: Lettering) -> None:
    write_operators(canvas, operation.operators)


@_draw.register
def _alpha(operation: Alpha, canvas: Canvas, lettering: Lettering) -> None:
    write_operators(canvas, opacity(canvas, operation.fill, operation.stroke))


@_draw.register
def _label(operation: Label, canvas: Canvas, lettering: Lettering) -> None:
    style = Style(operation.weight, operation.italic)
    colour = " ".join(number(part) for part in operation.colour)
    # The space keeps it apart from the next label, for who reads the text of the page.
    shown = lettering.show(canvas, f"{operation.text} ", style, operation.size, _placed(operation))
    text = f"{colour} rg BT {shown} ET"
    if operation.alpha < 1:
        text = f"q {opacity(canvas, operation.alpha, operation.alpha)} {text} Q"
    write_operators(canvas, text)


@_draw.register
def _raster(operation: Raster, canvas: Canvas, lettering: Lettering) -> None:
    from PIL import Image

    mode = "RGBA" if len(operation.pixels) == operation.width * operation.height * 4 else "RGB"
    image = Image.frombytes(mode, (operation.width, operation.height), operation.pixels)
    canvas.drawImage(ImageReader(image), 0, 0, 1, 1, mask="auto" if mode == "RGBA" else None)


def _placed(label: Label) -> Matrix:
    angle = math.radians(label.angle)
    cosine, sine = math.cos(angle), math.sin(angle)
    return cosine, sine, -sine, cosine, label.x, label.y
