"""Hatches as lines: matplotlib's tile of an inch, laid from the picture's top left corner as in its Agg renderer."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.path import Path

TILE = 72.0
"""The side of a hatch's tile in points."""

Box = tuple[float, float, float, float]


def tiles(box: Box, height: float) -> Iterator[Box]:
    """The tiles that touch `box` (left, bottom, right, top) in a picture of `height`."""
    left, bottom, right, top = box
    for column in range(math.floor(left / TILE), math.ceil(right / TILE)):
        for row in range(math.floor((height - top) / TILE), math.ceil((height - bottom) / TILE)):
            yield column * TILE, height - (row + 1) * TILE, (column + 1) * TILE, height - row * TILE


def strokes(hatch: Path, tile: Box, box: Box, margin: float) -> Path | None:
    """The parts of a hatch (in the unit square) laid on `tile` that come within `margin` of `box`."""
    import numpy as np
    from matplotlib.path import Path

    vertices = np.asarray(hatch.vertices, dtype=float) * TILE + np.array(tile[:2])
    codes = np.asarray(hatch.codes)
    starts = np.flatnonzero(codes == Path.MOVETO)
    ends = np.append(starts[1:], len(codes))
    kept = [slice(a, b) for a, b in zip(starts, ends, strict=True) if _touches(vertices[a:b], box, margin)]
    if not kept:
        return None
    return Path(np.concatenate([vertices[part] for part in kept]), np.concatenate([codes[part] for part in kept]))


def _touches(vertices: Any, box: Box, margin: float) -> bool:
    (left, bottom), (right, top) = vertices.min(axis=0), vertices.max(axis=0)
    return bool(
        left <= box[2] + margin and right >= box[0] - margin and bottom <= box[3] + margin and top >= box[1] - margin
    )
