"""Boxes and matrices of a page, in points from its lower left corner."""

from __future__ import annotations

from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f (ISO 32000-1, 8.3.4)."""

Point = tuple[float, float]

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(one: Matrix, other: Matrix) -> Matrix:
    """First `one`, then `other`."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(matrix: Matrix, x: float, y: float) -> Matrix:
    """First move by x and y, then `matrix`."""
    return times((1, 0, 0, 1, x, y), matrix)


def at(matrix: Matrix, point: Point) -> Point:
    """Where a point lands."""
    a, b, c, d, e, f = matrix
    x, y = point
    return (a * x + c * y + e, b * x + d * y + f)


def box_of(points: Iterable[Point]) -> Box:
    """The box round some points, at least one."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def round_all(boxes: Iterable[Box]) -> Box | None:
    """The box round boxes, None round none."""
    found = list(boxes)
    return box_of(point for box in found for point in (box[:2], box[2:])) if found else None


def corners(box: Box) -> list[Point]:
    """The four corners."""
    left, bottom, right, top = box
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def overlap(one: Box, other: Box) -> float:
    """The share of the smaller box that both cover, 0 to 1."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / smaller if width > 0 and height > 0 and smaller > 0 else 0.0
