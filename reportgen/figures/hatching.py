"""Hatches as lines: matplotlib's tile of an inch, laid from the picture's top left corner as in its Agg renderer.

What leaves a tile at one edge comes in at the other, so that tiles need no edges of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.path import Path

from reportgen.figures.graphics import outlined
from reportgen.figures.picture import DECIMALS, Motif, Outline
from reportgen.frozen import frozen
from reportgen.geometry import Box, Point

TILE = 72.0
"""The side of a hatch's tile in points."""
DENSITY = 6.0
"""How often a sign of a pattern is repeated in a tile: matplotlib's own default."""


@frozen
class _Tile:
    """The strokes of a tile. Each is one of few motifs, and begins at a place in the tile."""

    motifs: tuple[Outline, ...]
    which: Any
    """The number of each stroke's motif."""
    starts: Any
    """Where each begins, an array of (n, 2)."""
    least: Any
    """The bottom left corner of each, (n, 2)."""
    most: Any
    """The top right corner of each, (n, 2)."""


def inside(pattern: str, box: Box, height: float, margin: float) -> tuple[Outline, tuple[Motif, ...]]:
    """The lines and the motifs of a pattern within `margin` of `box`, in a picture of `height`."""
    tile = _tile(pattern)
    which, starts = [tile.which[:0]], [tile.starts[:0]]
    for corner in _corners(box, height):
        near = (tile.least + corner <= (box.right + margin, box.top + margin)).all(axis=1)
        near &= (tile.most + corner >= (box.left - margin, box.bottom - margin)).all(axis=1)
        which.append(tile.which[near])
        starts.append(tile.starts[near] + corner)
    found, places = np.concatenate(which), np.round(np.concatenate(starts), DECIMALS) + 0.0
    lines, motifs = [places[:0]], []
    for number, outline in enumerate(tile.motifs):
        at = np.unique(places[found == number], axis=0)
        if outline.verbs == "ML":
            lines.append(np.hstack((at, at + outline.points[2:])))
        elif len(at):
            motifs.append(Motif(outline, tuple(at.ravel().tolist())))
    ends = np.round(np.concatenate([line.reshape(-1, 2) for line in lines]), DECIMALS) + 0.0
    return Outline("ML" * (len(ends) // 2), tuple(ends.ravel().tolist())), tuple(motifs)


def _corners(box: Box, height: float) -> Iterator[Point]:
    """The bottom left corners of the tiles that touch `box` in a picture of `height`."""
    for column in range(math.floor(box.left / TILE), math.ceil(box.right / TILE)):
        for row in range(math.floor((height - box.top) / TILE), math.ceil((height - box.bottom) / TILE)):
            yield column * TILE, height - (row + 1) * TILE


@cache
def _tile(pattern: str) -> _Tile:
    path = Path.hatch(pattern, DENSITY)
    if path is None or path.codes is None:  # no sign of it is known
        return _Tile((), np.empty(0, int), *np.empty((3, 0, 2)))
    vertices, codes = np.asarray(path.vertices, dtype=float) * TILE, np.asarray(path.codes)
    starts = np.flatnonzero(codes == Path.MOVETO)
    least, most = np.minimum.reduceat(vertices, starts), np.maximum.reduceat(vertices, starts)
    # A part within the one before it is its hole, as in a ring.
    inside = np.append(False, (least[1:] > least[:-1]).all(axis=1) & (most[1:] < most[:-1]).all(axis=1))
    starts, least, most = starts[~inside], least[~inside], most[~inside]
    numbers: dict[Outline, int] = {}
    which = []
    for start, end in pairwise([*starts.tolist(), len(codes)]):
        outline = outlined(vertices[start:end] - vertices[start], codes[start:end])
        which.append(numbers.setdefault(outline, len(numbers)))
    return _Tile(tuple(numbers), np.array(which, dtype=int), vertices[starts], least, most)
