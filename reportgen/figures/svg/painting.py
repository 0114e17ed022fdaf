"""Outlines and pens of a drawing as parts of a picture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from reportgen.colours import RGB
from reportgen.figures.picture import Outline, Pen
from reportgen.figures.svg.css import length
from reportgen.figures.svg.geometry import Segment
from reportgen.figures.svg.markup import PLAIN, SvgError
from reportgen.geometry import Matrix

_CAPS: Mapping[str, Literal["round", "square"]] = {"round": "round", "square": "square"}
_JOINS: Mapping[str, Literal["round", "bevel"]] = {"round": "round", "bevel": "bevel"}


def pen(style: Mapping[str, str], colour: RGB, alpha: float, width: float, matrix: Matrix) -> Pen | None:
    """How a stroke `width` wide in the drawing's units looks; None where all comes to lie on one line."""
    scale = matrix.scale
    if not scale:
        return None
    given = style["stroke-dasharray"]
    dashes = [] if given == "none" else [length(part) * scale for part in re.split(r"[\s,]+", given.strip()) if part]
    if len(dashes) % 2:
        dashes *= 2
    if not sum(dashes) or min(dashes, default=0.0) < 0:
        dashes = []
    return Pen(
        colour,
        alpha,
        max(round(width * scale, 3), 0.001),
        tuple(round(dash, 2) for dash in dashes),
        round(max(length(style["stroke-dashoffset"]) * scale, 0.0), 2) if dashes else 0.0,
        _CAPS.get(style["stroke-linecap"], "butt"),
        _JOINS.get(style["stroke-linejoin"], "miter"),
        round(max(length(style["stroke-miterlimit"]), 1.0), 2),
        None if matrix.even else Matrix(*(part / scale for part in matrix[:4])),
    )


def placed(segments: Sequence[Segment], matrix: Matrix, rule: str) -> Outline:
    """Where an outline comes to lie; `rule` says what is inside. SvgError for places beyond all measure."""
    points = [part for _, given in segments for point in given for part in matrix(point)]
    if not all(abs(part) < 1e6 for part in points):  # not a number is not less
        raise SvgError("has a shape far beyond its edge", PLAIN)
    verbs = "".join(verb for verb, _ in segments)
    return Outline(verbs, tuple(round(part, 2) + 0.0 for part in points), rule == "evenodd")
