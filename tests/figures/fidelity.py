"""Rendering a figure twice: by matplotlib's own Agg renderer, and recorded, replayed into a PDF and rendered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import numpy as np

from reportgen.figures.picture import Picture
from reportgen.figures.style import drawing
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Chain
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.figure import Figure

HOUSE = House()


@dataclass(frozen=True)
class Setting:
    """What a figure is drawn on: its size in points, and the dots to the inch that both pictures are compared at."""

    width: float = 420
    height: float = 200
    dpi: int = 144
    house: House = HOUSE


SHEET = Setting()


def recorded(build: Callable[[Figure], None], sheet: Setting = SHEET) -> Picture:
    """The picture of a figure that `build` fills."""
    from reportgen.figures.canvas import new_figure, record

    with drawing(sheet.house):
        figure = new_figure(sheet.width, sheet.height, Ruler(sheet.house))
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


def operators(picture: Picture) -> str:
    """What is written for a picture on a page, between the page's own q and Q."""
    from reportlab.pdfgen.canvas import Canvas

    from reportgen.pdf.lettering import Lettering
    from reportgen.pdf.pictures import replay

    canvas: Any = Canvas(BytesIO(), pagesize=(picture.width, picture.height))
    before = len(canvas._code)
    replay(canvas, picture, Lettering(Chain(HOUSE.fonts)))
    return "\n".join(canvas._code[before + 1 : -1])


def pixels_of_pdf(data: bytes, dpi: int = 144) -> Any:
    """Grey values of the first page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return np.asarray(document[0].render(scale=dpi / 72).to_pil().convert("L"), dtype=float)
    finally:
        document.close()


def pixels_of_agg(build: Callable[[Figure], None], sheet: Setting = SHEET, *, by_font_file: bool = False) -> Any:
    """Grey values of matplotlib's own picture on white, with the same fonts.

    Lines stay where they are: moving them to whole pixels is a matter of screens. What a line of text counts is as
    in our own renderer, or else `by_font_file`, as matplotlib has it.
    """
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from PIL import Image

    from reportgen.figures.recorder import ASCENT, DESCENT

    def counted(_: RendererAgg, font: FontProperties) -> tuple[float, float, float]:
        size = font.get_size_in_points() * sheet.dpi / 72
        return ASCENT * size, DESCENT * size, 0.0

    lines = patch.object(RendererAgg, "_get_font_height_metrics", counted, create=True)
    with (
        drawing(sheet.house),
        matplotlib.rc_context({"text.parse_math": True, "path.snap": False}),
        nullcontext() if by_font_file else lines,
    ):
        figure = Figure(figsize=(sheet.width / 72, sheet.height / 72), dpi=sheet.dpi, facecolor="white")
        canvas = FigureCanvasAgg(figure)
        build(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        painted = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return np.asarray(Image.fromarray(painted).convert("RGB").convert("L"), dtype=float)


TILES = 16
"""Parts of a picture across and down that are compared each for itself."""


class Difference(NamedTuple):
    """How far two pictures are from each other in grey, 0 to 255: the mean of all, and that of the worst tile."""

    mean: float
    worst: float


def difference(build: Callable[[Figure], None], sheet: Setting = SHEET) -> Difference:
    """The difference of a figure in a PDF from matplotlib's own picture."""
    ours = pixels_of_pdf(as_pdf(recorded(build, sheet)), sheet.dpi)
    return between(ours, pixels_of_agg(build, sheet))


def between(ours: Any, theirs: Any) -> Difference:
    """The difference of two pictures in grey; what one is larger by than the other is left out."""
    rows, columns = min(ours.shape[0], theirs.shape[0]), min(ours.shape[1], theirs.shape[1])
    apart = np.abs(ours[:rows, :columns] - theirs[:rows, :columns])
    tiles = [tile for band in np.array_split(apart, TILES) for tile in np.array_split(band, TILES, axis=1)]
    return Difference(float(apart.mean()), max(float(tile.mean()) for tile in tiles))
