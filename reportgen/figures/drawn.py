"""A chart drawn, and how it is kept as JSON."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from reportgen.figures.picture import Alpha, Code, Label, Operation, Picture, Raster


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart's picture and what it shows, in words: the author's own description or the kind's."""

    picture: Picture
    description: str


_OPERATIONS: Mapping[str, Any] = {kind.__name__: kind for kind in (Code, Alpha, Label, Raster)}


def to_json(drawn: Drawn) -> dict[str, Any]:
    """Plain data; `from_json` gives an equal Drawn back."""
    picture = drawn.picture
    return {
        "description": drawn.description,
        "width": picture.width,
        "height": picture.height,
        "operations": [_packed(operation) for operation in picture.operations],
    }


def from_json(data: Mapping[str, Any]) -> Drawn:
    """The Drawn that `to_json` wrote; KeyError, TypeError, ValueError or zlib.error for anything else."""
    operations = tuple(_unpacked(*row) for row in data["operations"])
    return Drawn(Picture(float(data["width"]), float(data["height"]), operations), str(data["description"]))


def _packed(operation: Operation) -> list[Any]:
    values = [getattr(operation, field.name) for field in fields(operation)]
    if isinstance(operation, Raster):
        values[-1] = base64.b85encode(zlib.compress(operation.pixels)).decode("ascii")
    return [type(operation).__name__, *values]


def _unpacked(name: str, *values: Any) -> Operation:
    if name == "Raster":
        width, height, pixels = values
        return Raster(width, height, zlib.decompress(base64.b85decode(pixels)))
    operation: Operation = _OPERATIONS[name](*(tuple(value) if isinstance(value, list) else value for value in values))
    return operation
