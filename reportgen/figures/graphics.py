"""Reading matplotlib's paths and graphics contexts as PDF operators. No state, nothing recorded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from matplotlib import _path
from matplotlib.font_manager import weight_dict

from reportgen.figures.script import number, numbers
from reportgen.fonts import Style, Weight

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_OPERATORS = [b"m", b"l", b"", b"c", b"h"]


def rgba(gc: GraphicsContextBase) -> tuple[float, float, float, float]:
    """The stroke's (and a text's) colour, its alpha last."""
    return gc.get_rgb()


def outline_of(
    path: Path,
    transform: Transform,
    clip: tuple[float, float, float, float] | None = None,
    simplify: bool = False,
    sketch: tuple[float, float, float] | None = None,
) -> str:
    """The path's operators; the same function writes those of matplotlib's own PDF files."""
    written = cast("Any", _path).convert_to_string(path, transform, clip, simplify, sketch, 2, _OPERATORS, True)
    return bytes(written).decode("ascii").replace("\n", " ").strip()


def clip_of(gc: GraphicsContextBase) -> str:
    """The operators that clip to the context's rectangle and path; "" for neither."""
    parts = []
    rectangle = gc.get_clip_rectangle()
    if rectangle is not None:
        parts.append(f"{numbers(*rectangle.bounds)} re W n")
    path, transform = cast("tuple[Path | None, Transform]", gc.get_clip_path())  # the stub names another pair
    if path is not None:
        parts.append(f"{outline_of(path, transform)} W n")
    return " ".join(parts)


def pen_of(gc: GraphicsContextBase) -> str:
    """Line width, cap, join and dashes."""
    offset, dashes = cast("tuple[float, Sequence[float] | None]", gc.get_dashes())
    pattern = f"[{numbers(*dashes)}] {number(offset)} d" if dashes is not None and len(dashes) else "[] 0 d"
    cap, join = _CAPS[str(gc.get_capstyle())], _JOINS[str(gc.get_joinstyle())]
    return f"{number(gc.get_linewidth())} w {cap} J {join} j {pattern}"


def fill_alpha(gc: GraphicsContextBase, face: Any) -> float:
    """How opaque the fill is; 0 for none."""
    if face is None:
        return 0.0
    alpha = gc.get_alpha() if gc.get_forced_alpha() or len(face) < 4 else face[3]
    return round(float(alpha), 4)


def stroke_alpha(gc: GraphicsContextBase) -> float:
    """How opaque the stroke is; 0 for none."""
    return round(float(rgba(gc)[3]), 4) if gc.get_linewidth() > 0 else 0.0


def style_of(prop: FontProperties) -> Style:
    """The nearest of the house's styles; the family is always the house's own chain."""
    given = prop.get_weight()
    heaviness = weight_dict[given] if isinstance(given, str) else given
    weight: Weight = "regular" if heaviness < 550 else "semibold" if heaviness < 650 else "bold"
    return Style(weight, prop.get_style() != "normal")
