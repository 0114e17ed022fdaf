"""One plain colour for a gradient or a pattern, which a paper's drawings don't have: what it is on the whole."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean

from reportgen.figures.svg.css import INITIAL, StyleRule, declarations, fraction, paint
from reportgen.figures.svg.markup import Node, SvgError

_DEPTH = 8
"""How far a gradient may lead to another for its stops."""
_MIDDLE = (0.5, 0.5, 0.5, 1.0)
"""For what has no colour of its own."""

Colour = tuple[float, float, float, float]


def flattened(
    style: dict[str, str], line: Mapping[str, str], ids: Mapping[str, Node], sheet: list[StyleRule]
) -> tuple[dict[str, str], bool]:
    """`style` with one colour for each gradient and pattern, and whether there was one.

    `line` is the style of the line whose arrow head is painted, which `context-stroke` means. A link to what the file
    doesn't have means the colour that stands behind it, else none.
    """
    found = False
    for which in ("fill", "stroke"):
        if style[which] in ("context-fill", "context-stroke"):
            style[which] = line.get(style[which].removeprefix("context-"), "black")
        name, bracket, behind = style[which].partition(")")
        if bracket and name.startswith("url("):
            node = ids.get(_named(name))
            style[which] = _rgba(_mean(node, ids, sheet)) if node else behind.strip() or "none"
            found = True
    return style, found


def _named(reference: str) -> str:
    return reference.removeprefix("url(").strip("\"' ").removeprefix("#")


def _rgba(colour: Colour) -> str:
    red, green, blue, alpha = colour
    return f"rgba({red * 255:.0f},{green * 255:.0f},{blue * 255:.0f},{alpha:.4f})"


def _mean(node: Node, ids: Mapping[str, Node], sheet: list[StyleRule]) -> Colour:
    """The mean of a gradient's stops, the first colour of a pattern."""
    for _ in range(_DEPTH):
        if found := _stops(node, sheet) if node.tag.endswith("Gradient") else _fills(node, sheet)[:1]:
            red, green, blue, alpha = (fmean(part) for part in zip(*found, strict=True))
            return red, green, blue, alpha
        following = ids.get(_named(node.get("href")))
        if following is None:
            break
        node = following
    return _MIDDLE


def _stops(node: Node, sheet: list[StyleRule]) -> list[Colour]:
    found = []
    for stop in (child for child in node.elements if child.tag == "stop"):
        given = _given(stop, ("stop-color", "stop-opacity", "color"), sheet)
        colour = paint(given.get("stop-color", "black"), given.get("color", "black")) or (0.0, 0.0, 0.0, 0.0)
        found.append((*colour[:3], colour[3] * fraction(given.get("stop-opacity", "1"))))
    return found


def _fills(node: Node, sheet: list[StyleRule]) -> list[Colour]:
    found = []
    for child in node.walk():
        for which in ("fill", "stroke"):
            try:
                colour = paint(_given(child, (which,), sheet).get(which, "none"), INITIAL["color"])
            except SvgError:
                continue
            found += [colour] if colour else []
    return found


def _given(node: Node, names: tuple[str, ...], sheet: list[StyleRule]) -> dict[str, str]:
    given = {name: node.get(name) for name in names if node.get(name)}
    for rule in sheet:
        given |= rule.declarations if rule.fits(node) else {}
    return given | declarations(node.get("style"))
