"""A picture as plain data for JSON: what many operations share, such as a pen or a clip, is told once.

Coordinates are nine tenths of it. They stand in one text, as whole numbers of hundredths of a point.
"""

from __future__ import annotations

import base64
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, fields
from itertools import islice
from typing import Any

from reportgen.figures.picture import DECIMALS, Artist, Fill, Hatch, Label, Motif, Outline, Path, Pen, Picture, Raster
from reportgen.frozen import mutable
from reportgen.geometry import Matrix

_KINDS = (Outline, Fill, Pen, Motif, Hatch, Artist, Path, Label, Raster)
_FIELDS = {kind.__name__: tuple(field.name for field in fields(kind)) for kind in _KINDS}
_PARTS = ("outline", "lines", "fill", "pen", "hatch", "artist")
"""The fields that hold a part with a row of its own."""
_SERIES = ("clip", "motifs")
"""Those that hold several."""
_COORDINATES = ("points", "places")
"""Those that hold coordinates."""
_UNIT = 10**DECIMALS


def packed(picture: Picture) -> dict[str, Any]:
    """Plain data; `unpacked` gives an equal picture back."""
    packer = _Packer()
    operations = [packer.row_of(operation) for operation in picture.operations]
    return {
        "width": picture.width,
        "height": picture.height,
        "coordinates": base64.b64encode(packer.coordinates.tobytes()).decode("ascii"),
        "parts": packer.rows,
        "operations": operations,
    }


def unpacked(data: Mapping[str, Any]) -> Picture:
    """The picture that `packed` made; KeyError, TypeError, ValueError or zlib.error for anything else."""
    numbers = array("i", base64.b64decode(data["coordinates"]))
    coordinates = iter([number / _UNIT for number in numbers])
    parts: list[Any] = [None]
    makers = {kind.__name__: _maker(kind, parts.__getitem__, coordinates) for kind in _KINDS}
    try:
        for name, *values in data["parts"]:
            parts.append(makers[name](values))
        operations = tuple(makers[name](values) for name, *values in data["operations"])
    except IndexError:
        raise ValueError("a part is missing") from None
    return Picture(float(data["width"]), float(data["height"]), operations)


@mutable
class _Packer:
    rows: list[list[Any]] = field(default_factory=list)
    coordinates: array[int] = field(default_factory=lambda: array("i"))
    _places: dict[Any, int] = field(default_factory=lambda: {None: 0})

    def row_of(self, part: Any) -> list[Any]:
        """The name of a part's kind and the values of its fields; a number for each part that it holds."""
        name = type(part).__name__
        return [name, *(self._plain(named, getattr(part, named)) for named in _FIELDS[name])]

    def _plain(self, named: str, value: Any) -> Any:
        if named in _PARTS:
            return self._place(value)
        if named in _SERIES:
            return [self._place(part) for part in value]
        if named in _COORDINATES:
            self.coordinates.extend([round(part * _UNIT) for part in value])
            return len(value)
        return base64.b85encode(zlib.compress(value)).decode("ascii") if named == "pixels" else value

    def _place(self, part: Any) -> int:
        """The number of a part's row, from 1; 0 for none."""
        if part not in self._places:
            self.rows.append(self.row_of(part))
            self._places[part] = len(self.rows)
        return self._places[part]


def _next(coordinates: Iterator[float], count: int) -> tuple[float, ...]:
    found = tuple(islice(coordinates, count))
    if len(found) != count:
        raise ValueError("coordinates are missing")
    return found


def _maker(
    kind: Callable[..., Any], part: Callable[[int], Any], coordinates: Iterator[float]
) -> Callable[[list[Any]], Any]:
    """Makes parts of one kind from the values of a row; their coordinates come next."""
    readers: dict[str, Callable[[Any], Any]] = {
        **dict.fromkeys(_PARTS, part),
        **dict.fromkeys(_SERIES, lambda row: tuple(map(part, row))),
        **dict.fromkeys(_COORDINATES, lambda count: _next(coordinates, count)),
        **dict.fromkeys(("colour", "dashes"), tuple),
        **dict.fromkeys(("matrix", "nib"), lambda row: row and Matrix(*row)),
        "pixels": lambda text: zlib.decompress(base64.b85decode(text)),
    }
    named = _FIELDS[kind.__name__]
    needed = [(at, readers[name]) for at, name in enumerate(named) if name in readers]

    def make(row: list[Any]) -> Any:
        if len(row) != len(named):
            raise ValueError("a row of another length")
        for at, read in needed:
            row[at] = read(row[at])
        return kind(*row)

    return make
