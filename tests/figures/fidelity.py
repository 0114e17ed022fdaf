"""Rendering a figure twice: by matplotlib's own Agg renderer, and recorded, replayed into a PDF and rendered."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np

from reportgen.figures.picture import Picture
from reportgen.figures.style import drawing
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Chain
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 144
HOUSE = House()
RULER = Ruler(HOUSE)


def recorded(build: Callable[[Figure], None], width: float = 420, height: float = 200) -> Picture:
    """The picture of a figure of `width` x `height` points that `build` fills."""
    from reportgen.figures.recorder import new_figure, record

    with drawing(HOUSE):
        figure = new_figure(width, height, RULER)
        build(figure)
        return record(figure)


def as_pdf(picture: Picture) -> bytes:
    """A page of the picture's size."""
    from reportlab.pdfgen.canvas import Canvas

    from reportgen.pdf.lettering import Lettering
    from reportgen.pdf.pictures import replay

    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(picture.width, picture.height), invariant=1, pageCompression=0)
    replay(canvas, picture, Lettering(Chain(HOUSE.fonts)))
    canvas.save()
    return stream.getvalue()


def pixels_of_pdf(data: bytes) -> Any:
    """Grey values of the first page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return np.asarray(document[0].render(scale=DPI / 72).to_pil().convert("L"), dtype=float)
    finally:
        document.close()


def pixels_of_agg(build: Callable[[Figure], None], width: float = 420, height: float = 200) -> Any:
    """Grey values of matplotlib's own picture on white, with the same fonts.

    Lines stay where they are: moving them to whole pixels is a matter of screens.
    """
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from PIL import Image

    with drawing(HOUSE), matplotlib.rc_context({"text.parse_math": True, "path.snap": False}):
        figure = Figure(figsize=(width / 72, height / 72), dpi=DPI, facecolor="white")
        canvas = FigureCanvasAgg(figure)
        build(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        painted = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return np.asarray(Image.fromarray(painted).convert("RGB").convert("L"), dtype=float)


def difference(build: Callable[[Figure], None]) -> float:
    """The mean difference in grey, 0 to 255."""
    ours, theirs = pixels_of_pdf(as_pdf(recorded(build))), pixels_of_agg(build)
    height, width = min(ours.shape[0], theirs.shape[0]), min(ours.shape[1], theirs.shape[1])
    return float(np.abs(ours[:height, :width] - theirs[:height, :width]).mean())
