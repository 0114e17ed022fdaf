"""A matplotlib renderer that records a `Picture` with real text in place of painting pixels.

Text is measured with the house's fonts and kept as text; mathematics becomes paths; what PDF has no plain operators for
(Gouraud shading) becomes an image. The figure must have 72 dots to the inch: a display unit is then a point.
"""

from __future__ import annotations

import math
import re
from typing import Any, TypeVar, cast

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from reportgen.figures import hatching
from reportgen.figures.artists import Artists
from reportgen.figures.graphics import clip_of, colour_of, fill_of, outline_of, pen_of, style_of
from reportgen.figures.picture import (
    DECIMALS,
    Fill,
    Hatch,
    Label,
    Operation,
    Outline,
    Pen,
    Picture,
    Raster,
    rounded,
)
from reportgen.figures.picture import Path as Stroked
from reportgen.figures.typeset import Ruler
from reportgen.geometry import Box, Matrix

MAGNIFICATION = 3.0
"""Image pixels to a point: 216 dots to the inch."""

ASCENT, DESCENT = 0.75, 0.25
"""Of the size of the type: what a line counts above and below its baseline. Letters without accents take a little less
(0.71 and 0.21 in Source Sans), so that the names along an axis stand on one line."""

_Part = TypeVar("_Part")

_MATHEMATICS = re.compile(r"(?<!\\)\$[^$]*[\\^_{][^$]*(?<!\\)\$")


def is_mathematics(text: str) -> bool:
    """Whether matplotlib's mathematics is meant: `$x^2$` is, an amount such as "$5 to $10" is not."""
    return _MATHEMATICS.search(text) is not None


class Recorder(RendererBase):
    """Records what a figure of `width` x `height` points draws; `picture` gives it."""

    def __init__(self, width: float, height: float, ruler: Ruler) -> None:
        super().__init__()
        self.width, self.height, self.dpi = width, height, 72.0
        self._ruler = ruler
        self._canvas = Box(0.0, 0.0, width, height)
        self._operations: list[Operation] = []
        self._shared: dict[Any, Any] = {}
        self._artists = Artists()
        self._texts: dict[int, tuple[int, object]] = {}
        """The artists of texts by their ids, numbered. They are held: the id of one that is gone could be another's."""

    def picture(self) -> Picture:
        """Everything drawn."""
        return Picture(round(self.width, 2), round(self.height, 2), tuple(self._operations))

    # --- what matplotlib asks of a renderer ---------------------------------------------------------------------------

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The size in display units, which are points."""
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
        """A display unit is a point."""
        return points

    def flipy(self) -> bool:
        """The origin is at the bottom."""
        return False

    def option_image_nocomposite(self) -> bool:
        """Each image stays one of its own."""
        return True

    def option_scale_image(self) -> bool:
        """Images may come with a matrix."""
        return True

    def get_image_magnification(self) -> float:
        """Image pixels to a display unit."""
        return MAGNIFICATION

    def open_group(self, s: str, gid: str | None = None) -> None:
        """An artist begins to draw."""
        self._artists.begin(s)

    def close_group(self, s: str) -> None:
        """The artist has ended."""
        self._artists.end()

    # --- paths --------------------------------------------------------------------------------------------------------

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Record a path with what fills, hatches and strokes it."""
        fill, pen, hatch = fill_of(gc, rgbFace), pen_of(gc), gc.get_hatch()
        if not (fill or pen or hatch):
            return
        canvas = None if fill or hatch else self._canvas
        outline = outline_of(path, transform, canvas, path.should_simplify and not fill, gc.get_sketch_params())
        if outline.draws:
            over = self._hatch(gc, hatch, outline) if hatch else None
            self._path(gc, outline, fill, pen, over, marker=self._artists.innermost == "PathCollection")

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Record a marker at each vertex that can be seen."""
        fill, pen = fill_of(gc, rgbFace), pen_of(gc)
        outline = outline_of(marker_path, marker_trans)
        if not outline.draws or not (fill or pen):
            return
        (left, bottom, right, top), edge = outline.box, gc.get_linewidth()
        seen = Box(-right - edge, -top - edge, self.width - left + edge, self.height - bottom + edge)
        for vertices, _ in path.iter_segments(trans, simplify=False):
            x, y = map(float, vertices[-2:]) if len(vertices) else (math.nan, math.nan)
            if seen.has((x, y)):  # NaN is nowhere
                place = Matrix(e=rounded(x), f=rounded(y))
                self._path(gc, outline.through(place), fill, pen, marker=True)

    def draw_quad_mesh(
        self,
        gc: GraphicsContextBase,
        master_transform: Transform,
        meshWidth: int,  # noqa: N803
        meshHeight: int,  # noqa: N803
        coordinates: Any,
        offsets: Any,
        offsetTrans: Transform,  # noqa: N803
        facecolors: Any,
        antialiased: bool,
        edgecolors: Any,
    ) -> None:
        """Draw cells; those without an edge get a thin one of their own colour, which closes the seams between them."""
        if edgecolors is None or not len(edgecolors):
            gc.set_linewidth(0.3)
            edgecolors = facecolors
        super().draw_quad_mesh(
            gc, master_transform, meshWidth, meshHeight, coordinates, offsets, offsetTrans, facecolors, antialiased,
            edgecolors,
        )  # fmt: skip

    def _path(
        self,
        gc: GraphicsContextBase,
        outline: Outline,
        fill: Fill | None,
        pen: Pen | None,
        hatch: Hatch | None = None,
        *,
        marker: bool = False,
    ) -> None:
        artist, clip = self._artists.now, self._one(clip_of(gc))
        self._operations.append(Stroked(outline, self._one(fill), self._one(pen), hatch, clip, marker, artist))

    def _hatch(self, gc: GraphicsContextBase, pattern: str, outline: Outline) -> Hatch | None:
        """The hatch within the outline."""
        visible, shade = outline.box.part_in(self._canvas), cast("Any", gc.get_hatch_color())
        if visible is None or shade is None:
            return None
        width = float(gc.get_hatch_linewidth())
        lines, motifs = hatching.inside(pattern, visible, self.height, width)
        alpha = round(float(shade[3]), 4) if len(shade) > 3 else 1.0
        return Hatch(pattern, colour_of(shade), alpha, round(width, DECIMALS), lines, motifs)

    def _one(self, part: _Part) -> _Part:
        """The same part of earlier operations, if there is one: most of them share theirs."""
        shared: _Part = self._shared.setdefault(part, part)
        return shared

    # --- images -------------------------------------------------------------------------------------------------------

    def draw_image(  # type: ignore[override]
        self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Affine2D | None = None
    ) -> None:
        """Place an image whose rows run from the bottom. Its own alpha counts, that of `gc` is in it already."""
        height, width = im.shape[:2]
        if not (width and height):
            return
        if transform is None:
            matrix = Matrix(width / MAGNIFICATION, 0.0, 0.0, height / MAGNIFICATION, x, y)
        else:
            matrix = Matrix(e=x, f=y) @ Matrix(*map(float, transform.frozen().to_values()))
        pixels = np.ascontiguousarray(im[::-1] if im[..., 3].min() < 255 else im[::-1, :, :3]).tobytes()
        placed = Matrix(*map(rounded, matrix))
        self._operations.append(Raster(width, height, pixels, placed, self._one(clip_of(gc)), self._artists.now))

    def draw_gouraud_triangles(
        self, gc: GraphicsContextBase, triangles_array: Any, colors_array: Any, transform: Transform
    ) -> None:
        """Paint shaded triangles as an image."""
        from matplotlib.backends.backend_agg import RendererAgg

        width, height = round(self.width * MAGNIFICATION), round(self.height * MAGNIFICATION)
        agg: Any = RendererAgg(width, height, 72 * MAGNIFICATION)  # type: ignore[no-untyped-call]
        plain = agg.new_gc()
        larger = transform + Affine2D().scale(MAGNIFICATION)
        agg.draw_gouraud_triangles(plain, triangles_array, colors_array, larger.frozen())
        painted = np.asarray(agg.buffer_rgba())[::-1]
        rows, columns = (np.flatnonzero(painted[..., 3].any(axis=axis)) for axis in (1, 0))
        if len(rows):
            part = painted[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
            self.draw_image(gc, columns[0] / MAGNIFICATION, rows[0] / MAGNIFICATION, part)

    # --- text ---------------------------------------------------------------------------------------------------------

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        """The measures of a line of text as the paper sets it."""
        if ismath or is_mathematics(s):
            width, height, descent = super().get_text_width_height_descent(s, prop, ismath or True)
            return width, height, descent
        extent = self._ruler.extent(s, prop.get_size_in_points(), style_of(prop))
        return extent.width, extent.ascent + extent.descent, extent.descent

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """matplotlib's: a line's ascent, descent and gap in points, where it aligns texts.

        Font files differ in what they count above their letters, and labels would move with the font of a house.
        """
        size = prop.get_size_in_points()
        return ASCENT * size, DESCENT * size, 0.0

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Record a line of text; mathematics is drawn as paths."""
        if ismath or is_mathematics(s):
            self._draw_text_as_path(gc, x, y, s, prop, angle, ismath or True, mtext)  # type: ignore[attr-defined]
            return
        style, alpha = style_of(prop), round(float(gc.get_rgb()[3]), 4)
        if not s.strip() or not alpha:
            return
        self._operations.append(
            Label(
                s,
                round(float(x), 2),
                round(float(y), 2),
                round(float(prop.get_size_in_points()), 2),
                colour_of(gc.get_rgb()),
                style.weight,
                style.italic,
                round(float(angle), 3),
                alpha,
                self._one(clip_of(gc)),
                self._whole(mtext),
                self._artists.now,
            )
        )

    def _whole(self, mtext: object) -> int:
        """The number of the text that a line is of."""
        text = object() if mtext is None else mtext
        return self._texts.setdefault(id(text), (len(self._texts) + 1, text))[0]
