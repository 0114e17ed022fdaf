"""A matplotlib renderer that records a `Picture` with real text in place of painting pixels.

Text is measured with the house's fonts and kept as text; mathematics becomes paths; what PDF has no plain operators for
(Gouraud shading) becomes an image. The figure must have 72 dots to the inch: a display unit is then a point.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, Transform

from reportgen.figures import hatching
from reportgen.figures.graphics import clip_of, fill_alpha, outline_of, pen_of, rgba, stroke_alpha, style_of
from reportgen.figures.inspection.scene import Scene
from reportgen.figures.picture import Label, Picture, Raster
from reportgen.figures.script import Script, State, colour, number, numbers
from reportgen.figures.typeset import Ruler, line_of

MAGNIFICATION = 3.0
"""Image pixels to a point: 216 dots to the inch."""

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
        self._script = Script()
        self.scene = Scene(width, height)
        """What was drawn, for the inspection."""

    def picture(self) -> Picture:
        """Everything drawn."""
        return Picture(round(self.width, 2), round(self.height, 2), self._script.finished())

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
        self.scene.open(s)

    def close_group(self, s: str) -> None:
        """The artist has ended."""
        self.scene.close()

    # --- paths --------------------------------------------------------------------------------------------------------

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Fill, hatch and stroke a path, in this order."""
        fill, stroke = fill_alpha(gc, rgbFace), stroke_alpha(gc)
        hatch = gc.get_hatch_path()
        if not (fill or stroke or hatch):
            return
        self.scene.path(gc, path, transform, rgbFace)
        canvas = None if fill or hatch else (0.0, 0.0, self.width, self.height)
        outline = outline_of(path, transform, canvas, path.should_simplify and not fill, gc.get_sketch_params())
        if not outline:
            return
        if hatch is None:
            self._paint(gc, outline, rgbFace, fill, stroke)
            return
        self._paint(gc, outline, rgbFace, fill, 0.0)
        self._hatch(gc, hatch, outline, path.get_extents(transform))
        self._paint(gc, outline, None, 0.0, stroke)

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Draw a marker at each vertex that can be seen."""
        fill, stroke = fill_alpha(gc, rgbFace), stroke_alpha(gc)
        reach = marker_path.get_extents(marker_trans).padded(gc.get_linewidth())
        for vertices, _ in path.iter_segments(trans, simplify=False):
            x, y = vertices[-2:] if len(vertices) else (np.nan, np.nan)
            if not self._within(x, y, reach):
                continue
            self.scene.marker(gc, marker_path, marker_trans, (x, y), rgbFace)
            place = marker_trans + Affine2D().translate(x, y)
            self._paint(gc, outline_of(marker_path, place), rgbFace, fill, stroke)

    def _within(self, x: float, y: float, reach: Bbox) -> bool:
        return bool(
            -reach.x1 <= x <= self.width - reach.x0 and -reach.y1 <= y <= self.height - reach.y0  # NaN is without
        )

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

    def _paint(self, gc: GraphicsContextBase, outline: str, face: Any, fill: float, stroke: float) -> None:
        """Paint a path; 0 leaves the fill or the stroke out. A see-through one is filled first, then stroked."""
        if not (fill or stroke):
            return
        self._script.enter(State(clip_of(gc), fill or 1.0, stroke or 1.0))
        if fill:
            assert face is not None
            self._script.setting("fill", f"{colour(tuple(face))} rg")
        if stroke:
            self._script.setting("stroke", f"{colour(rgba(gc))} RG")
            self._script.setting("pen", pen_of(gc))
        both = "B" if (fill, stroke) == (1.0, 1.0) else f"f {outline} S"
        self._script.paint(f"{outline} {both if fill and stroke else 'f' if fill else 'S'}")

    def _hatch(self, gc: GraphicsContextBase, hatch: Path, outline: str, extents: Bbox) -> None:
        """Draw the hatch within the outline."""
        shade: Any = gc.get_hatch_color()
        visible = Bbox.intersection(extents, Bbox.from_bounds(0, 0, self.width, self.height))
        if visible is None or shade is None:
            return
        box, width = (visible.x0, visible.y0, visible.x1, visible.y1), gc.get_hatch_linewidth()
        alpha = round(float(shade[3]), 4) if len(shade) > 3 else 1.0
        self._script.enter(State(f"{clip_of(gc)} {outline} W n".lstrip(), alpha, alpha))
        self._script.setting("fill", f"{colour(shade)} rg")
        self._script.setting("stroke", f"{colour(shade)} RG")
        self._script.setting("pen", f"{number(width)} w 0 J 0 j [] 0 d")
        for tile in hatching.tiles(box, self.height):
            strokes = hatching.strokes(hatch, tile, box, width)
            if strokes is not None:
                corner = numbers(tile[0], tile[1], hatching.TILE, hatching.TILE)
                self._script.paint(f"q {corner} re W n {outline_of(strokes, Affine2D())} B Q")

    # --- images -------------------------------------------------------------------------------------------------------

    def draw_image(  # type: ignore[override]
        self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Affine2D | None = None
    ) -> None:
        """Place an image whose rows run from the bottom. Its own alpha counts, that of `gc` is in it already."""
        height, width = im.shape[:2]
        if not (width and height):
            return
        if transform is None:
            matrix = (width / MAGNIFICATION, 0.0, 0.0, height / MAGNIFICATION, x, y)
        else:
            a, b, c, d, e, f = transform.frozen().to_values()
            matrix = (a, b, c, d, x + e, y + f)
        self._script.enter(State(clip_of(gc)))
        pixels = np.ascontiguousarray(im[::-1] if im[..., 3].min() < 255 else im[::-1, :, :3])
        self._script.raster(Raster(width, height, pixels.tobytes()), numbers(*matrix))
        left, bottom, right, top = Bbox.unit().transformed(Affine2D.from_values(*matrix)).extents
        self.scene.image((float(left), float(bottom), float(right), float(top)))

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
        """matplotlib 3.11's question for its renderers: what a line takes above and below its baseline, and the gap."""
        return line_of(prop.get_size_in_points())

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
        style, alpha = style_of(prop), round(float(rgba(gc)[3]), 4)
        if not s.strip() or not alpha:
            return
        red, green, blue = (round(float(part), 4) for part in rgba(gc)[:3])
        self._script.enter(State(clip_of(gc)))
        size = round(float(prop.get_size_in_points()), 2)
        place = round(float(x), 2), round(float(y), 2)
        label = Label(s, *place, size, (red, green, blue), style.weight, style.italic, round(float(angle), 3), alpha)
        self._script.label(label)
        self.scene.text(label, self._ruler.extent(s, size, style), gc.get_clip_rectangle(), mtext)
