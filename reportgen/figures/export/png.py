"""A picture as PNG: its paths painted by matplotlib's Agg renderer, its letters as outlines of the house's fonts."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D, Bbox, TransformedPath

from reportgen.figures.picture import Label, Operation, Outline, Picture, Raster
from reportgen.figures.picture import Path as Stroked
from reportgen.figures.typeset import Ruler
from reportgen.fonts import SLANT, Chain, Style
from reportgen.house import House

DPI = 200.0
"""Dots to the inch: a chart as wide as the page's measure fills a slide of 1280 pixels."""

_CODES = {"M": Path.MOVETO, "L": Path.LINETO, "C": Path.CURVE4, "Z": Path.CLOSEPOLY}


def png(picture: Picture, house: House) -> bytes:
    """The picture as a PNG file of `DPI`."""
    from PIL import Image

    scale = DPI / 72
    size = round(picture.width * scale), round(picture.height * scale)
    painter = _Painter(RendererAgg(*size, 72.0), Affine2D().scale(scale), house)  # type: ignore[no-untyped-call]
    for operation in picture.operations:
        for layer in operation.layers if isinstance(operation, Stroked) else [operation]:
            painter.paint(layer)
    file = BytesIO()
    Image.fromarray(np.asarray(painter.agg.buffer_rgba())).convert("RGB").save(file, "PNG", dpi=(DPI, DPI))
    return file.getvalue()


class _Painter:
    def __init__(self, agg: Any, scale: Affine2D, house: House) -> None:
        self.agg, self._scale = agg, scale
        self._house = house
        self._chain, self._ruler = Chain(house.fonts), Ruler(house)

    def paint(self, operation: Operation) -> None:
        """Paint one thing. Agg cuts to one box and one path: what more paths cut is painted apart and masked."""
        shapes = [clip for clip in operation.clip if not clip.level]
        if len(shapes) < 2:
            self._put(operation)
        else:
            apart = self._empty()
            apart._put(operation)
            painted = np.array(apart.agg.buffer_rgba())
            for shape in shapes[:-1]:
                mask = self._empty()
                mask.agg.draw_path(mask.agg.new_gc(), _path(shape), self._scale, (0.0, 0.0, 0.0, 1.0))
                painted[..., 3] = np.rint(painted[..., 3] * (np.asarray(mask.agg.buffer_rgba())[..., 3] / 255.0))
            self.agg.draw_image(self.agg.new_gc(), 0, 0, painted[::-1].copy())  # Agg's rows run from the bottom

    def _empty(self) -> _Painter:
        """A painter on a sheet of its own, as large."""
        agg = RendererAgg(self.agg.width, self.agg.height, 72.0)  # type: ignore[no-untyped-call]
        return _Painter(agg, self._scale, self._house)

    def _put(self, operation: Operation) -> None:
        """Paint one thing within its level clips and the last of the others."""
        match operation:
            case Stroked():
                self._stroked(operation)
            case Label():
                self._label(operation)
            case Raster():
                self._image(operation)

    def _context(self, clips: tuple[Outline, ...]) -> Any:
        gc = self.agg.new_gc()
        gc.set_antialiased(True)
        box = Bbox.from_bounds(0, 0, self.agg.width, self.agg.height)
        for clip in clips:
            if level := clip.level:
                box = Bbox.intersection(box, Bbox.from_extents(*level).transformed(self._scale)) or Bbox.null()
            else:
                gc.set_clip_path(TransformedPath(_path(clip), self._scale))
        gc.set_clip_rectangle(box)
        return gc

    def _stroked(self, painted: Stroked) -> None:
        gc, path, fill, pen = self._context(painted.clip), _path(painted.outline), painted.fill, painted.pen
        if fill:
            gc.set_linewidth(0)
            self.agg.draw_path(gc, path, self._scale, (*fill.colour, fill.alpha))
        if pen:
            factor = DPI / 72
            gc.set_linewidth(pen.width * factor)
            gc.set_capstyle({"square": "projecting"}.get(pen.cap, pen.cap))
            gc.set_joinstyle(pen.join)
            if pen.dashes:
                gc.set_dashes(pen.offset * factor, [dash * factor for dash in pen.dashes])
            gc.set_foreground((*pen.colour, pen.alpha), isRGBA=True)
            self.agg.draw_path(gc, path, self._scale, None)

    def _label(self, label: Label) -> None:
        gc = self._context(label.clip)
        gc.set_linewidth(0)
        turned = Affine2D().rotate_deg(label.angle).translate(label.x, label.y) + self._scale
        for outline in self._letters(label):
            self.agg.draw_path(gc, outline, turned, (*label.colour, label.alpha))

    def _letters(self, label: Label) -> Iterator[Path]:
        """The outlines of a text, run by run along the chain of fonts, from where it begins."""
        style, x = Style(label.weight, label.italic), 0.0
        for file, run in self._chain.runs(label.text, style):
            outline: Path = TextPath((0, 0), run, size=label.size, prop=FontProperties(fname=file.path))
            lean = Affine2D().skew(np.arctan(SLANT) if file.slanted else 0.0, 0.0)
            yield outline.transformed(lean.translate(x, 0))
            x += self._ruler.width(run, label.size, label.weight, label.italic)

    def _image(self, image: Raster) -> None:
        from PIL import Image

        pixels = Image.frombytes(image.mode, (image.width, image.height), image.pixels)
        across, _, _, up, x, y = (part * DPI / 72 for part in image.matrix)
        size = max(round(abs(across)), 1), max(round(abs(up)), 1)
        larger = size[0] > image.width  # its pixels are meant to be seen
        how = Image.Resampling.NEAREST if larger else Image.Resampling.BOX
        scaled = np.asarray(pixels.convert("RGBA").resize(size, how))
        upright = scaled[:: -1 if up > 0 else 1, :: 1 if across > 0 else -1].copy()  # Agg's rows run from the bottom
        self.agg.draw_image(self._context(image.clip), round(min(x, x + across)), round(min(y, y + up)), upright)


def _path(outline: Outline) -> Path:
    codes = [_CODES[letter] for letter in outline.verbs.replace("C", "CCC")]
    places = iter(outline.vertices)
    return Path([(0.0, 0.0) if code == Path.CLOSEPOLY else next(places) for code in codes], codes)
