"""Texts of a chart: large enough, level, whole, apart from each other, and dark enough on their ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reportgen.colours import ratio
from reportgen.figures.inspection.finding import Finding, listed, quoted
from reportgen.figures.inspection.grounds import Grounds
from reportgen.figures.inspection.marks import on_paper
from reportgen.figures.inspection.scene import Scene, Written
from reportgen.geometry import Box, Point

LEAST_SIZE = 8.0
CONTRAST, CONTRAST_LARGE = 4.5, 3.0
"""WCAG 2.2, 1.4.3."""
LARGE, LARGE_BOLD = 18.0, 14.0
_SLACK = 0.6
"""Points by which ink may pass an edge before an eye sees it."""
_TOUCH = 0.3
"""Points by which the boxes of two texts may overlap: ink seldom fills its box."""


def text_findings(scene: Scene, grounds: Grounds) -> Iterator[Finding]:
    """What is wrong with the texts."""
    texts, sheet = scene.texts, Box(0.0, 0.0, scene.width, scene.height)
    small = [text for text in texts if text.label.size < LEAST_SIZE]
    if small:
        least = min(text.label.size for text in small)
        yield Finding("chart-text-small", f"text of {least:g} pt is too small to read: {_named(small)}")
    turned = [text for text in texts if text.label.angle % 360]
    if turned:
        yield Finding("chart-text-turned", f"text stands on its side: {_named(turned)}")
    outside = [text for text in texts if not sheet.holds(text.box, _SLACK)]
    if outside:
        yield Finding("chart-text-outside", f"text runs out of the picture: {_named(outside)}")
    cut = [text for text in texts if text not in outside and text.cut and not text.cut.holds(text.box, _SLACK)]
    if cut:
        yield Finding("chart-text-outside", f"text is cut off: {_named(cut)}")
    yield from _overlaps(texts)
    yield from _pale(texts, grounds)


def _named(texts: Sequence[Written]) -> str:
    return listed(list(dict.fromkeys(quoted(text.label.text) for text in texts)))


def _overlaps(texts: Sequence[Written]) -> Iterator[Finding]:
    boxes = np.array([text.box for text in texts], dtype=float).reshape(-1, 4)
    left, bottom, right, top = (boxes[:, None, side] for side in range(4))
    across = np.minimum(right, right.T) - np.maximum(left, left.T)
    up = np.minimum(top, top.T) - np.maximum(bottom, bottom.T)
    pairs = np.argwhere(np.triu((across > _TOUCH) & (up > _TOUCH), 1)).tolist()
    apart = [(texts[one], texts[other]) for one, other in pairs if texts[one].label.whole != texts[other].label.whole]
    if apart:
        named = listed([f"{quoted(one.label.text)} and {quoted(other.label.text)}" for one, other in apart])
        yield Finding("chart-text-overlap", f"texts lie over each other: {named}")


def _pale(texts: Sequence[Written], grounds: Grounds) -> Iterator[Finding]:
    pale: dict[tuple[str, str], Written] = {}
    hidden: list[Written] = []
    for text in texts:
        for point in _three_points(text):
            under = grounds.at(point, text.order)
            if under.hidden:
                hidden.append(text)
                break
            grounds_here = [ground for ground in (under.colour, under.hatch) if ground]
            if failing := [ground for ground in grounds_here if not _stands_out(text, ground)]:
                pale.setdefault((on_paper(text.colour, failing[0]), failing[0]), text)
                break
    if hidden:
        yield Finding("chart-text-overlap", f"something is drawn over the text {_named(hidden)}")
    for (ink, ground), text in pale.items():
        reached = f"{ratio(ink, ground):.1f}:1; text needs {_least(text):g}:1"
        yield Finding("chart-contrast", f"{quoted(text.label.text)} in {ink} on {ground} has a contrast of {reached}")


def _stands_out(text: Written, ground: str) -> bool:
    return ratio(on_paper(text.colour, ground), ground) >= _least(text)


def _three_points(text: Written) -> tuple[Point, ...]:
    """Near its ends and in its middle: a text may leave the bar that it begins on."""
    left, bottom, right, top = text.box
    middle, inset = (bottom + top) / 2, min(1.0, (right - left) / 4)
    return (left + inset, middle), ((left + right) / 2, middle), (right - inset, middle)


def _least(text: Written) -> float:
    return CONTRAST_LARGE if text.label.size >= (LARGE_BOLD if text.label.weight == "bold" else LARGE) else CONTRAST
