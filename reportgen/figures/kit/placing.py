"""Points of a chart: which of them stand at one place, and places for their names so that none stands on another.

A name stands beside its point if it can, else a little further away with a leader, else nowhere. Nothing is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from reportgen.figures.kit.wording import some
from reportgen.frozen import frozen
from reportgen.geometry import Box as Box
from reportgen.geometry import Point
from reportgen.marks import Mark

if TYPE_CHECKING:
    from reportgen.language import Words


MOST_PLACES = 3
"""Of so many places with several points each is told; of more, how many there are."""


@frozen
class Observation:
    """A row of the table; `group` counts from 0, `marks` are those of its two values."""

    name: str
    x: float
    y: float
    group: int
    marks: tuple[Mark | None, ...] = ()

    @property
    def place(self) -> tuple[float, float]:
        """Where it stands, in the values of the two axes."""
        return self.x, self.y


def by_place(points: Sequence[Observation]) -> list[list[Observation]]:
    """The points that stand at one place together, in their order."""
    found: dict[tuple[float, float], list[Observation]] = {}
    for point in points:
        found.setdefault(point.place, []).append(point)
    return list(found.values())


def place_text(points: Sequence[Observation], named: Sequence[str], words: Words) -> str:
    """What is written at a place: the names of its points that are `named`, else how many there are if several."""
    names = [point.name for point in points if point.name in named]
    if names:
        return some(names, words)
    return words.say("charts.scatter.points", count=len(points)) if len(points) > 1 else ""


def tell_places(points: Sequence[Observation], words: Words) -> list[str]:
    """Sentences on places where several points stand, which a reader sees as one: each of a few, else their number."""
    several = [together for together in by_place(points) if len(together) > 1]
    if len(several) > MOST_PLACES:
        return [words.say("charts.scatter.places", count=len(several))]
    told = []
    for together in several:
        names = some([point.name for point in together if point.name], words)
        said = words.say("charts.scatter.same", count=len(together))
        row = words.say("charts.row", name=said, values=names)
        told.append(row if names else words.say("charts.told", told=said))
    return told


NEAR = 3.0
"""Between a point's rim and its name."""
FAR = (12.0, 19.0, 27.0)
"""Between a point and a name that has a leader."""
CLEAR = 1.5
"""Between a name and anything else."""


@frozen
class PlacedName:
    """Where a name stands; `leader` is the line from its point to it, None beside the point."""

    box: Box
    leader: tuple[Point, Point] | None


def place_names(
    points: Sequence[Point], sizes: Sequence[Point | None], radius: float, frame: Box, *, needed: bool = False
) -> list[PlacedName | None]:
    """Places for names of the given widths and heights (None: no name) at `points` of `radius`, within `frame`.

    Those with the least room choose first. A name that fits nowhere has no place, unless it is `needed`: then it may
    stand on points of others, never on a name.
    """
    dots = [_around(point, radius, radius) for point in points]
    beside = {
        index: [one for one in _beside(points[index], size, radius) if _is_free(one, index, dots, frame)]
        for index, size in enumerate(sizes)
        if size is not None
    }
    placed: list[PlacedName | None] = [None] * len(points)
    for index in sorted(beside, key=lambda index: (len(beside[index]), index)):
        point, size = points[index], sizes[index] or (0.0, 0.0)
        taken = [one for one in placed if one is not None]
        further = (one for one in _further(point, size, radius) if _is_free(one, index, dots, frame))
        more = chain(_beside(point, size, radius), _further(point, size, radius)) if needed else ()
        within = (one for one in more if frame.holds(one.box))
        clear = (one for one in chain(beside[index], further, within) if not any(_clash(one, other) for other in taken))
        placed[index] = next(clear, None)
    return placed


def _around(centre: Point, across: float, up: float) -> Box:
    return Box(centre[0] - across, centre[1] - up, centre[0] + across, centre[1] + up)


def _beside(point: Point, size: Point, radius: float) -> Iterator[PlacedName]:
    """The places beside a point, the best first: right, left, above, below, at the corners."""
    (x, y), (wide, high) = point, size
    across, up = radius + NEAR + wide / 2, radius + high / 2 + 0.5
    for right, above in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.9, 0.7), (-0.9, 0.7), (0.9, -0.7), (-0.9, -0.7)):
        yield PlacedName(_around((x + right * across, y + above * up), wide / 2, high / 2), None)


def _further(point: Point, size: Point, radius: float) -> Iterator[PlacedName]:
    """The places all around at which a name needs a leader, the nearest first."""
    (x, y), (wide, high) = point, size
    for far in FAR:
        for step in range(12):
            turn = math.tau * (step + 0.5) / 12
            end = (x + (radius + far) * math.cos(turn), y + (radius + far) * math.sin(turn))
            start = (x + (radius + 1) * math.cos(turn), y + (radius + 1) * math.sin(turn))
            side = math.copysign(wide / 2 + 2, math.cos(turn))
            yield PlacedName(_around((end[0] + side, end[1]), wide / 2, high / 2), (start, end))


def _is_free(one: PlacedName, own: int, dots: Sequence[Box], frame: Box) -> bool:
    others = [dot for index, dot in enumerate(dots) if index != own]
    clear = frame.holds(one.box) and not any(one.box.meets(dot, CLEAR) for dot in others)
    return clear and not any(dot.meets(part) for part in _along(one) for dot in others)


def _clash(one: PlacedName, other: PlacedName) -> bool:
    if one.box.meets(other.box, CLEAR):
        return True
    crossed = any(part.meets(other.box, 1.0) for part in _along(one)) or any(
        part.meets(one.box, 1.0) for part in _along(other)
    )
    return crossed or any(part.meets(across, 0.5) for part in _along(one) for across in _along(other))


def _along(one: PlacedName) -> list[Box]:
    """Small boxes along the leader."""
    if one.leader is None:
        return []
    (x, y), (far, up) = one.leader
    return [_around((x + (far - x) * part / 8, y + (up - y) * part / 8), 0.5, 0.5) for part in range(9)]
