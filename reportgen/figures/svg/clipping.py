"""A `clipPath` as one outline."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.figures.picture import Outline
from reportgen.figures.svg.css import INITIAL, StyleRule, styled
from reportgen.figures.svg.geometry import SHAPES, outline, transform
from reportgen.figures.svg.markup import PLAIN, Node, SvgError
from reportgen.figures.svg.painting import placed
from reportgen.geometry import Matrix


def clip(
    node: Node, matrix: Matrix, whole: tuple[float, float], target: Callable[[str], Node], sheet: list[StyleRule]
) -> Outline:
    """The shapes of a clipPath, laid by `matrix`; `target` finds what a link names. SvgError for what is no shape."""
    if node.get("clipPathUnits") == "objectBoundingBox":
        raise SvgError("has a clip in parts of its object, which can't be drawn", PLAIN)
    matrix = matrix @ transform(node.get("transform"))
    paths = []
    for child in node.elements:
        style = styled(child, INITIAL, sheet)
        own = matrix @ transform(style.get("transform", ""))
        if child.tag == "use":
            child = target(child.get("href"))
            own = own @ transform(child.get("transform"))
        if child.tag not in SHAPES:
            raise SvgError("has a clip that is no plain shape", PLAIN)
        paths.append(placed(outline(child, 16.0, whole), own, style["clip-rule"]))
    points = tuple(part for path in paths for part in path.points)
    return Outline("".join(path.verbs for path in paths), points, any(path.even_odd for path in paths))
