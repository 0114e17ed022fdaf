"""Colours and pictures as others see them: printed in grey, and with the three common forms of colour-blindness.

The forms are simulated at full severity with the matrices of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
"A physiologically-based model for simulation of color vision deficiency", IEEE Transactions on Visualization and
Computer Graphics 15 (2009), which work on linear RGB.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Literal, TypeVar, get_args

from reportgen.colours import RGB, hexadecimal, linear, luminance_of, rgb, unlinear
from reportgen.figures.picture import Fill, Hatch, Label, Operation, Path, Pen, Picture, Raster

Vision = Literal["grey", "protan", "deutan", "tritan"]

VISIONS: tuple[Vision, ...] = get_args(Vision)

_Matrix = tuple[RGB, RGB, RGB]

_MATRICES: Mapping[Vision, _Matrix] = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@cache
def simulated(seen: RGB, vision: Vision) -> RGB:
    """A colour (red, green and blue, 0 to 1) as `vision` shows it."""
    red, green, blue = (linear(part) for part in seen)
    if vision == "grey":
        grey = unlinear(luminance_of(seen))
        return grey, grey, grey
    rows = (a * red + b * green + c * blue for a, b, c in _MATRICES[vision])
    r, g, b = (unlinear(min(max(part, 0.0), 1.0)) for part in rows)
    return r, g, b


def simulated_colour(seen: str, vision: Vision) -> str:
    """The same for a colour #rrggbb."""
    return hexadecimal(simulated(rgb(seen), vision))


def simulated_picture(picture: Picture, vision: Vision) -> Picture:
    """The picture with all of its colours as `vision` shows them."""
    return replace(picture, operations=tuple(_simulated(operation, vision) for operation in picture.operations))


def _simulated(operation: Operation, vision: Vision) -> Operation:
    match operation:
        case Path(fill=fill, pen=pen, hatch=hatch):
            fill, pen = fill and _coloured(fill, vision), pen and _coloured(pen, vision)
            hatch = hatch and _coloured(hatch, vision)
            return replace(operation, fill=fill, pen=pen, hatch=hatch)
        case Label():
            return _coloured(operation, vision)
        case Raster():
            return replace(operation, pixels=_pixels(operation, vision))


_Coloured = TypeVar("_Coloured", Fill, Pen, Hatch, Label)


def _coloured(part: _Coloured, vision: Vision) -> _Coloured:
    return replace(part, colour=simulated(part.colour, vision))


def _pixels(image: Raster, vision: Vision) -> bytes:
    """The pixels of an image, each colour computed once; opacity stays."""
    import numpy as np

    pixels = np.frombuffer(image.pixels, dtype=np.uint8).reshape(-1, len(image.mode)).copy()
    colours, places = np.unique(pixels[:, :3], axis=0, return_inverse=True)
    seen = [simulated((r / 255, g / 255, b / 255), vision) for r, g, b in colours.tolist()]
    pixels[:, :3] = np.rint(np.array(seen) * 255).astype(np.uint8)[places.ravel()]
    return pixels.tobytes()
