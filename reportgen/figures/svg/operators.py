"""Outlines and pens of a drawing as PDF operators."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from reportgen.figures.script import number
from reportgen.figures.svg.css import length
from reportgen.figures.svg.geometry import Segment
from reportgen.figures.svg.markup import PLAIN, SvgError
from reportgen.geometry import Matrix

_CAPS, _JOINS = {"butt": 0, "round": 1, "square": 2}, {"miter": 0, "round": 1, "bevel": 2}


def pen(style: Mapping[str, str], width: float, scale: float) -> str:
    """Line width, cap, join, mitre limit and dashes."""
    cap, join = _CAPS.get(style["stroke-linecap"], 0), _JOINS.get(style["stroke-linejoin"], 0)
    given = style["stroke-dasharray"]
    dashes = [] if given == "none" else [length(part) * scale for part in re.split(r"[\s,]+", given.strip()) if part]
    if len(dashes) % 2:
        dashes *= 2
    if not sum(dashes) or min(dashes, default=0.0) < 0:
        dashes = []
    offset = number(max(length(style["stroke-dashoffset"]) * scale, 0.0)) if dashes else "0"
    limit = number(max(length(style["stroke-miterlimit"]), 1.0))
    return f"{exact(width * scale)} w {cap} J {join} j {limit} M [{' '.join(map(number, dashes))}] {offset} d"


def exact(value: float) -> str:
    """A number of a matrix, or of units that a matrix makes larger."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def written(segments: Sequence[Segment], matrix: Matrix, form: Callable[[float], str] = number) -> str:
    """An outline's operators; SvgError for places beyond all measure."""
    parts = []
    for operator, points in segments:
        placed = [part for point in points for part in matrix(point)]
        if not all(abs(part) < 1e6 for part in placed):  # not a number is not less
            raise SvgError("has a shape far beyond its edge", PLAIN)
        parts.append(" ".join([*map(form, placed), operator]))
    return " ".join(parts)
