"""A picture as plain data for JSON: what many operations share, such as a pen or a clip, is told once."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from reportgen.figures.picture import Artist, Fill, Hatch, Label, Motif, Outline, Path, Pen, Picture, Raster
from reportgen.geometry import Matrix

_KINDS = (Outline, Fill, Pen, Motif, Hatch, Artist, Path, Label, Raster)
_FIELDS = {kind.__name__: tuple(field.name for field in fields(kind)) for kind in _KINDS}
_PARTS = ("outline", "fill", "pen", "hatch", "artist")
"""The fields that hold a part with a row of its own."""
_SERIES = ("clip", "motifs")
"""Those that hold several."""
_NUMBERS = ("points", "places", "colour", "dashes")


def packed(picture: Picture) -> dict[str, Any]:
    """Plain data; `unpacked` gives an equal picture back."""
    packer = _Packer()
    operations = [packer.row_of(operation) for operation in picture.operations]
    return {"width": picture.width, "height": picture.height, "parts": packer.rows, "operations": operations}


def unpacked(data: Mapping[str, Any]) -> Picture:
    """The picture that `packed` made; KeyError, TypeError, ValueError or zlib.error for anything else."""
    parts: list[Any] = [None]
    makers = {kind.__name__: _maker(kind, parts.__getitem__) for kind in _KINDS}
    try:
        for name, *values in data["parts"]:
            parts.append(makers[name](values))
        operations = tuple(makers[name](values) for name, *values in data["operations"])
    except IndexError:
        raise ValueError("a part is missing") from None
    return Picture(float(data["width"]), float(data["height"]), operations)


@dataclass(slots=True)
class _Packer:
    rows: list[list[Any]] = field(default_factory=list)
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
        return base64.b85encode(zlib.compress(value)).decode("ascii") if named == "pixels" else value

    def _place(self, part: Any) -> int:
        """The number of a part's row, from 1; 0 for none."""
        if part not in self._places:
            self.rows.append(self.row_of(part))
            self._places[part] = len(self.rows)
        return self._places[part]


def _maker(kind: Callable[..., Any], part: Callable[[Any], Any]) -> Callable[[list[Any]], Any]:
    """Makes parts of one kind from the values of a row."""
    readers: dict[str, Callable[[Any], Any]] = {
        **dict.fromkeys(_PARTS, part),
        **dict.fromkeys(_SERIES, lambda row: tuple(map(part, row))),
        **dict.fromkeys(_NUMBERS, tuple),
        **dict.fromkeys(("matrix", "nib"), lambda row: row and Matrix(*row)),
        "pixels": lambda text: zlib.decompress(base64.b85decode(text)),
    }
    needed = [readers.get(named) for named in _FIELDS[kind.__name__]]

    def make(row: list[Any]) -> Any:
        return kind(*[read(value) if read else value for read, value in zip(needed, row, strict=True)])

    return make
