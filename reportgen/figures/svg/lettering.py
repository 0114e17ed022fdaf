"""Text of a drawing as labels in the house's type: where each run of one style begins, and how large it is.

White space is collapsed; a list of places for single letters counts only by its first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from reportgen.figures.picture import Label
from reportgen.figures.svg.css import fraction, length, paint
from reportgen.figures.svg.markup import Node, SvgError
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Style, Weight
from reportgen.frozen import mutable
from reportgen.geometry import Matrix

Styles = Mapping[str, str]
Restyle = Callable[[Node, Styles], dict[str, str]]

_RISES = {"middle": -0.35, "central": -0.35, "hanging": -0.72, "text-before-edge": -0.9, "text-after-edge": 0.2}
"""How far a baseline stands above the point that the text is placed by, in sizes of type."""
_SHIFTS = {"super": 0.4, "sub": -0.2}
_ANCHORS = {"middle": 0.5, "end": 1.0}


@mutable
class _Run:
    """A text in one style; x and y are None where it goes on after the one before."""

    text: str
    style: Styles
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0

    @property
    def size(self) -> float:
        return float(self.style["font-size"])

    def width(self, ruler: Ruler) -> float:
        return ruler.extent(self.text, self.size, font_style(self.style)).width


def font_style(style: Styles) -> Style:
    """The nearest of the house's styles; the family is always the house's own."""
    given = style["font-weight"]
    named = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 400}
    heaviness = named.get(given) or (int(given) if given.isdigit() else 400)
    weight: Weight = "regular" if heaviness < 550 else "semibold" if heaviness < 650 else "bold"
    return Style(weight, style["font-style"] != "normal")


def labels(
    node: Node,
    style: Styles,
    matrix: Matrix,
    opacity: float,
    whole: tuple[float, float],
    ruler: Ruler,
    restyle: Restyle,
) -> Iterator[Label]:
    """The labels of a `text` element; `matrix` leads to the page, whose y runs upwards."""
    x = y = 0.0
    for chunk in _chunks(_collapsed(list(_runs(node, style, whole, restyle)))):
        first = chunk[0]
        x, y = x if first.x is None else first.x, y if first.y is None else first.y
        wide = sum(run.width(ruler) + run.dx for run in chunk) - first.dx
        x -= _ANCHORS.get(first.style["text-anchor"], 0.0) * wide
        for run in chunk:
            x, y = x + run.dx, y + run.dy
            label = _label(run, x, y, matrix, opacity)
            if label is not None:
                yield label
            x += run.width(ruler)


def _runs(node: Node, style: Styles, whole: tuple[float, float], restyle: Restyle) -> Iterator[_Run]:
    """The runs in an element; the first has the element's place."""
    em = float(style["font-size"])
    x, y, dx, dy = (
        _first(node.get(name), side, em) for name, side in zip(("x", "y", "dx", "dy"), (*whole, *whole), strict=True)
    )
    place = (x, y, dx or 0.0, dy or 0.0)
    for child in node.children:
        if isinstance(child, str):
            inside: Iterator[_Run] = iter([_Run(child, style)])
        elif child.tag in ("tspan", "a"):
            own = restyle(child, style)
            inside = iter(()) if own.get("display") == "none" else _runs(child, own, whole, restyle)
        elif child.tag in ("title", "desc") or "}" in child.tag:
            continue
        else:
            hint = "write the text on a straight line" if child.tag == "textPath" else "save it as plain SVG"
            raise SvgError(f"has <{child.tag}> in a text, which can't be drawn", hint, child.line)
        for run in inside:
            if run.text.strip() and place != (None, None, 0.0, 0.0):
                run.x, run.y = (place[0] if run.x is None else run.x), (place[1] if run.y is None else run.y)
                run.dx, run.dy = run.dx + place[2], run.dy + place[3]
                place = (None, None, 0.0, 0.0)
            yield run


def _first(text: str, whole: float, em: float) -> float | None:
    parts = re.split(r"[\s,]+", text) if text else []
    return length(parts[0], whole, em) if parts else None


def _collapsed(runs: list[_Run]) -> list[_Run]:
    """The runs with single spaces, none at either end of the text or before a run with a place of its own."""
    kept: list[_Run] = []
    for run in runs:
        run.text = re.sub(r"\s+", " ", run.text)
        placed = run.x is not None or run.y is not None
        if not kept or placed or kept[-1].text.endswith(" "):
            run.text = run.text.lstrip()
        if placed and kept:
            kept[-1].text = kept[-1].text.rstrip()
        if run.text:
            kept.append(run)
    if kept:
        kept[-1].text = kept[-1].text.rstrip()
    return [run for run in kept if run.text]


def _chunks(runs: list[_Run]) -> list[list[_Run]]:
    """The runs that are anchored together."""
    found: list[list[_Run]] = []
    for run in runs:
        if not found or run.x is not None or run.y is not None:
            found.append([])
        found[-1].append(run)
    return found


def _label(run: _Run, x: float, y: float, matrix: Matrix, opacity: float) -> Label | None:
    colour = paint(run.style["fill"], run.style["color"])
    if colour is None or run.style["visibility"] != "visible":
        return None
    if not matrix.even or not matrix.mirrored:  # the page's y runs upwards, so that plain text comes mirrored
        raise SvgError(f"has stretched or mirrored text, '{run.text}'", "give the text no such transform")
    rise = _RISES.get(run.style.get("dominant-baseline", ""), 0.0) + _SHIFTS.get(
        run.style.get("baseline-shift", ""), 0.0
    )
    left, baseline = matrix((x, y - rise * run.size))
    style = font_style(run.style)
    return Label(
        run.text,
        round(left, 2),
        round(baseline, 2),
        round(run.size * matrix.scale, 2),
        (round(colour[0], 4), round(colour[1], 4), round(colour[2], 4)),
        style.weight,
        style.italic,
        round(matrix.angle, 3) + 0.0,
        round(colour[3] * fraction(run.style["fill-opacity"]) * opacity, 4),
    )
