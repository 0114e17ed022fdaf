"""Marks that hardly stand out from what lies under them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from reportgen.colours import ratio
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.inspection.grounds import Grounds
from reportgen.figures.inspection.marks import GRAPHICS, DataMark, Look
from reportgen.figures.inspection.scene import Scene, Written
from reportgen.geometry import Point

_SAMPLES = 7
"""Places of a line at which its ground is looked at."""
_BESIDE = 1.5
"""How far beside the middle of a line its ground is looked at, in points."""


def pale_findings(scene: Scene, marks: Sequence[DataMark], grounds: Grounds) -> Iterator[Finding]:
    """Each look that is too pale somewhere, told once."""
    pale: dict[str, tuple[str, str]] = {}
    for mark in marks:
        look = mark.look
        if (mark.form == "fill" and mark.is_flat) or look.colour in pale:
            continue
        ground = _too_pale(mark, grounds)
        if ground and not (mark.form == "fill" and look.fill and _is_written_on(mark, scene.texts)):
            pale[look.colour] = _WHAT[mark.form], ground
    for colour, (what, ground) in pale.items():
        reached = f"{ratio(colour, ground):.1f}:1; a mark needs {GRAPHICS:g}:1"
        yield Finding("chart-contrast", f"{what} in {colour} on {ground} has a contrast of {reached}")


_WHAT = {"fill": "a fill", "point": "a mark", "line": "a line"}


def _too_pale(mark: DataMark, grounds: Grounds) -> str:
    """The ground that a mark doesn't stand out from, on most of its way; "" where it does."""
    failing = [_failing(mark, sides, grounds) for sides in _places(mark)]
    return next(filter(None, failing), "") if sum(map(bool, failing)) * 2 > len(failing) else ""


def _failing(mark: DataMark, sides: Sequence[Point], grounds: Grounds) -> str:
    """The ground of one place, where the mark stands out on no side of it; "" where it does on one."""
    found = ""
    for point in sides:
        ground = grounds.at(point, mark.order - 1).colour
        if not ground or _contrast(mark.look, ground) >= GRAPHICS:
            return ""
        found = ground
    return found


def _contrast(look: Look, ground: str) -> float:
    """That of the fill, the outline or the hatch, whichever stands out most."""
    return max(ratio(colour, ground) for colour in (look.fill, look.edge, look.strokes) if colour)


def _places(mark: DataMark) -> list[tuple[Point, ...]]:
    """The middle of a mark; of a line places along it, on either side: it may be the edge of a fill."""
    if mark.form != "line":
        return [(mark.box.middle,)]
    step = max(len(mark.points) // _SAMPLES, 1)
    found: list[tuple[Point, ...]] = []
    for (x, y), (x2, y2) in zip(mark.points[:-1:step].tolist(), mark.points[1::step].tolist(), strict=True):
        length = math.hypot(x2 - x, y2 - y)
        if length:
            across, up = (y - y2) / length * _BESIDE, (x2 - x) / length * _BESIDE
            for share in (0.25, 0.75):
                here = x + (x2 - x) * share, y + (y2 - y) * share
                found.append(((here[0] + across, here[1] + up), (here[0] - across, here[1] - up)))
    return found


def _is_written_on(mark: DataMark, texts: Sequence[Written]) -> bool:
    """Whether a text stands on a fill and says what its colour says."""
    return any(mark.box.has(text.box.middle) for text in texts)
