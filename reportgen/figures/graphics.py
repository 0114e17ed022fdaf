"""Reading matplotlib's paths and graphics contexts as the parts of a picture. No state, nothing recorded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np
from matplotlib import _path
from matplotlib.font_manager import weight_dict

from reportgen.colours import RGB
from reportgen.figures.picture import DECIMALS, FARTHEST, Fill, Outline, Pen
from reportgen.fonts import Style, Weight
from reportgen.geometry import Box, Point, cubic

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

Cap = Literal["butt", "round", "square"]
_CAPS: dict[str, Cap] = {"butt": "butt", "round": "round", "projecting": "square"}
_VERBS = bytes.maketrans(bytes((1, 2, 3, 4, 79)), b"MLQCZ")
"""matplotlib's codes; it has one for each point of a curve, Q those of quadratic ones."""
_UNIT = 10.0**DECIMALS


def outline_of(
    path: Path,
    transform: Transform,
    clip: tuple[float, float, float, float] | None = None,
    simplify: bool = False,
    sketch: tuple[float, float, float] | None = None,
) -> Outline:
    """The path as matplotlib's own renderers draw it: where it can be seen, without points that are no numbers."""
    clean = cast("Any", _path).cleanup_path(path, transform, True, clip, False, 1.0, simplify, True, sketch)
    return outlined(*clean)


def outlined(vertices: Any, codes: Any) -> Outline:
    """Vertices, an array of (n, 2), with a code each, as an outline; what is too far away comes nearer."""
    written = codes.tobytes().translate(_VERBS, b"\0").decode()
    units = np.rint(vertices[codes % 79 != 0] * _UNIT)  # neither at the end (0) nor where a part is closed (79)
    far = FARTHEST * _UNIT
    points = (np.minimum(np.maximum(units, -far), far) / _UNIT + 0.0).ravel().tolist()
    if "Q" in written:
        return _of_quadratics(written, list(zip(points[::2], points[1::2], strict=True)))
    return Outline(written.replace("CCC", "C"), tuple(points))


def _of_quadratics(codes: str, points: Sequence[Point]) -> Outline:
    """The outline of a path with quadratic curves, which become cubic ones."""
    verbs, placed, at = codes.replace("QQ", "Q").replace("CCC", "C"), list[float](), 0
    for verb in verbs:
        count = {"Q": 2, "C": 3, "Z": 0}.get(verb, 1)
        step = points[at : at + count]
        if verb == "Q":
            step = cubic(points[at - 1], *step)
        placed += (round(part, DECIMALS) for point in step for part in point)
        at += count
    return Outline(verbs.replace("Q", "C"), tuple(placed))


def clip_of(gc: GraphicsContextBase) -> tuple[Outline, ...]:
    """The context's rectangle and path that cut what is drawn, where it has them."""
    clip: tuple[Outline, ...] = ()
    rectangle = gc.get_clip_rectangle()
    if rectangle is not None:
        clip = (Outline.of_box(Box(*map(float, rectangle.extents))),)
    path, transform = cast("tuple[Path | None, Transform]", gc.get_clip_path())  # the stub names another pair
    return clip if path is None else (*clip, outline_of(path, transform))


def colour_of(parts: Any) -> RGB:
    """The first three parts of a colour."""
    red, green, blue = (round(float(part), 4) for part in parts[:3])
    return red, green, blue


def fill_of(gc: GraphicsContextBase, face: Any) -> Fill | None:
    """What fills a path; None for nothing, and for what can't be seen."""
    if face is None:
        return None
    alpha = gc.get_alpha() if gc.get_forced_alpha() or len(face) < 4 else face[3]
    alpha = round(float(alpha), 4)
    return Fill(colour_of(face), alpha) if alpha else None


def pen_of(gc: GraphicsContextBase) -> Pen | None:
    """What strokes a path; None for nothing, and for what can't be seen."""
    width, shade = float(gc.get_linewidth()), gc.get_rgb()
    alpha = round(float(shade[3]), 4)
    if width <= 0 or not alpha:
        return None
    offset, given = cast("tuple[float, Sequence[float] | None]", gc.get_dashes())
    dashes = () if given is None else tuple(round(float(part), DECIMALS) for part in given)
    return Pen(
        colour_of(shade),
        alpha,
        round(width, DECIMALS),
        dashes,
        round(float(offset), DECIMALS) if dashes else 0.0,
        _CAPS[str(gc.get_capstyle())],
        cast("Literal['miter', 'round', 'bevel']", str(gc.get_joinstyle())),
    )


def style_of(prop: FontProperties) -> Style:
    """The nearest of the house's styles; the family is always the house's own chain."""
    given = prop.get_weight()
    heaviness = weight_dict[given] if isinstance(given, str) else given
    weight: Weight = "regular" if heaviness < 550 else "semibold" if heaviness < 650 else "bold"
    return Style(weight, prop.get_style() != "normal")
