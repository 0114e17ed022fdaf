"""Areas on a plane: degrees projected, scaled to points of a chart, and where in an area a label has room.

Plain arithmetic; nothing here draws. The projection is equirectangular: degrees of latitude are equally long, those of
longitude as long as they are on the parallel in the middle of the map.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from reportgen.figures.kit.maps.areas import Area, AreaFile, Point, Ring
from reportgen.frozen import frozen

PITCH = 2.0
"""Between the level lines that an area is looked at on, in points."""
GRAIN = 0.2
"""Points of a border are drawn on a grid of so many points: finer than print shows, and neighbours stay joined."""
AIRS = (18.0, 12.0, 6.0, 3.0, 0.0)
"""Between a label and the border around it, in points: as much of it as there is room for, in an area's widest part."""

Span = tuple[float, float]


@frozen
class Plane:
    """The rings of each area on one plane, from (0, 0) up to its size; y grows upwards."""

    areas: tuple[tuple[Ring, ...], ...]
    width: float
    height: float
    parallel: float | None = None
    """The latitude that is true to scale; None for a map that is no projection."""


def plane_of(file: AreaFile, areas: Sequence[Area]) -> Plane:
    """Areas of a file projected; such as lie on both sides of the 180th meridian lie beside each other."""
    rings = [area.rings for area in areas]
    across, up, parallel = 1.0, 1.0, None
    if file.geographic:
        rings = _unbroken(rings)
        ys = [y for area in rings for ring in area for _, y in ring]
        parallel = (min(ys) + max(ys)) / 2
        across = max(math.cos(math.radians(parallel)), 0.01)
    xs = [x for area in rings for ring in area for x, _ in ring]
    ys = [y for area in rings for ring in area for _, y in ring]
    left, low = min(xs), min(ys)
    moved = tuple(
        tuple(tuple(((x - left) * across, (y - low) * up) for x, y in ring) for ring in area) for area in rings
    )
    return Plane(moved, max((max(xs) - left) * across, 1e-9), max(max(ys) - low, 1e-9), parallel)


def _unbroken(rings: list[tuple[Ring, ...]]) -> list[tuple[Ring, ...]]:
    """The rings with their western longitudes east of the others, where the map is narrower so."""
    xs = [x for area in rings for ring in area for x, _ in ring]
    turned = [x + 360 if x < 0 else x for x in xs]
    if max(turned) - min(turned) >= max(xs) - min(xs):
        return rings
    return [tuple(tuple((x + 360 if x < 0 else x, y) for x, y in ring) for ring in area) for area in rings]


@frozen
class Patch:
    """An area at its place in a chart: its rings, and the level lines inside it, from `bottom` up, `PITCH` apart.

    Between a line and the next `strips` has what is inside from the one to the other, without a border between.
    """

    rings: tuple[Ring, ...]
    bottom: float
    lines: tuple[tuple[Span, ...], ...]
    strips: tuple[tuple[Span, ...], ...]
    middle: Point

    @property
    def extent(self) -> float:
        """The longer side of what it takes; 0 for one that can't be seen."""
        points = [point for ring in self.rings for point in ring]
        sides = [max(values) - min(values) for values in zip(*points, strict=True)]
        return max(sides, default=0.0)

    @property
    def centre(self) -> Point:
        """The middle of its surface, which may lie outside of it; of one too small for a level line its middle."""
        weights = [(high - low, (low + high) / 2, row) for row, line in enumerate(self.lines) for low, high in line]
        whole = sum(weight for weight, _, _ in weights)
        if not whole:
            return self.middle
        x, row = (sum(part[0] * part[at] for part in weights) / whole for at in (1, 2))
        return x, self.bottom + row * PITCH

    def room(self, width: float, height: float) -> Point | None:
        """The middle of a place inside for a box: where it has most air, near the centre; None where it has none."""
        tries = (self._nearest(width + 2 * air, height + 2 * air) for air in AIRS)
        return next((place for place in tries if place), None)

    def _nearest(self, width: float, height: float) -> Point | None:
        """The middle of the place for a box that is nearest to the centre; None for none."""
        count, centre = math.ceil(height / PITCH), self.centre
        found: list[tuple[float, Point]] = []
        for row in range(len(self.lines) - count):
            y = self.bottom + (row + count / 2) * PITCH
            for low, high in self._inside(row, count, width):
                x = min(max(centre[0], low + width / 2), high - width / 2)
                found.append((math.dist((x, y), centre), (x, y)))
        return min(found)[1] if found else None

    def _inside(self, row: int, count: int, width: float) -> Sequence[Span]:
        """What lies inside from a level line up to that so many further, and is so wide."""
        inside: Sequence[Span] = self.lines[row]
        for strip in self.strips[row : row + count]:
            inside = [(low, high) for low, high in _both(inside, strip) if high - low >= width]
            if not inside:
                break
        return inside

    @property
    def anchor(self) -> Point:
        """A point well inside, for a line that leads to it; of an area too small for that its middle."""
        return self.room(0.1, min(self.extent / 4, 20.0)) or self.room(0.1, 0.0) or self.middle


def patch_of(area: Sequence[Ring], scale: float, corner: Point) -> Patch:
    """An area of a plane, `scale` points to its unit, in a chart whose map begins at `corner`."""
    left, low = corner
    whole = [tuple((left + x * scale, low + y * scale) for x, y in ring) for ring in area]
    points = [point for ring in whole for point in ring]
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    middle = sum(x for x, _ in points) / len(points), (bottom + top) / 2
    start = math.ceil(bottom / PITCH) * PITCH
    count = max(math.floor((top - start) / PITCH) + 1, 0)
    drawn = tuple(ring for one in whole if len(ring := _thinned(one)) > 2)
    lines = _lines(whole, start, count)
    borders = _borders(whole, start, count - 1)
    strips = (_without(_both(*pair), border) for pair, border in zip(pairwise(lines), borders, strict=True))
    return Patch(drawn, start, tuple(map(tuple, lines)), tuple(strips), middle)


def _thinned(ring: Ring) -> Ring:
    """A ring on the grid of `GRAIN`, without the points that fall together."""
    placed = [(round(x / GRAIN) * GRAIN, round(y / GRAIN) * GRAIN) for x, y in ring]
    return tuple(point for before, point in pairwise([placed[-1], *placed]) if point != before)


def _lines(rings: Sequence[Ring], start: float, count: int) -> list[list[Span]]:
    """The level lines inside the rings: what lies inside two of them lies in a hole."""
    crossings: list[list[float]] = [[] for _ in range(count)]
    for ring in rings:
        for (x, y), (x2, y2) in pairwise([ring[-1], *ring]):
            if y == y2:
                continue
            first, last = (math.ceil((side - start) / PITCH) for side in sorted((y, y2)))
            for row in range(max(first, 0), min(last, count)):
                crossings[row].append(x + (start + row * PITCH - y) / (y2 - y) * (x2 - x))
    return [list(zip(line[::2], line[1::2], strict=False)) for line in map(sorted, crossings)]


def _borders(rings: Sequence[Ring], start: float, count: int) -> list[list[Span]]:
    """What the border takes from side to side between a level line and the next, for each such pair."""
    taken: list[list[Span]] = [[] for _ in range(count)]
    for ring in rings:
        for (x, y), (x2, y2) in pairwise([ring[-1], *ring]):
            low, high = sorted((y, y2))
            for row in range(max(math.floor((low - start) / PITCH), 0), min(math.ceil((high - start) / PITCH), count)):
                bottom = start + row * PITCH
                ends = (min(max(end, low), high) for end in (bottom, bottom + PITCH))
                xs = [x + (end - y) / (y2 - y) * (x2 - x) if y != y2 else x for end in ends]
                taken[row].append((min(xs), max(xs)))
    return taken


def _without(spans: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """What is left of spans where others are taken away; the spans stand in their order, beside each other."""
    found: list[Span] = []
    blocks, at = _joined(taken), 0
    for low, high in spans:
        begin = low
        while at < len(blocks) and blocks[at][0] < high:
            left, right = blocks[at]
            if right > begin:
                if left > begin:
                    found.append((begin, left))
                begin = right
            if right > high:  # it may take from the next span too
                break
            at += 1
        if begin < high:
            found.append((begin, high))
    return tuple(found)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans in their order; those that touch are one."""
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], max(high, found[-1][1])
        else:
            found.append((low, high))
    return found


def _both(ones: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """What lies in both of two lines, whose spans stand in their order, beside each other."""
    found: list[Span] = []
    at = 0
    for low, high in ones:
        while at < len(others) and others[at][0] < high:
            inside = max(low, others[at][0]), min(high, others[at][1])
            if inside[0] < inside[1]:
                found.append(inside)
            if others[at][1] > high:  # it may reach into the next one too
                break
            at += 1
    return tuple(found)
