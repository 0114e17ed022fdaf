"""Finished pictures: PNG, JPEG and SVG, read and checked before they reach the paper. Setting them is for others."""

from __future__ import annotations

import io
import math
import warnings
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reportgen.frozen import frozen
from reportgen.problems import Place, Problems

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

    from reportgen.figures.svg import Drawing

_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16", "I"})
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
"""Pillow's name of a format, by the file's ending."""
_MOST_PIXELS = 60_000_000
_LARGE = "is too large"
_ORIENTATION = 0x0112
"""The tag of Exif that says how a camera was held, and the values that ask for a quarter of a turn."""
_JPEG, _EXIF = b"\xff\xd8", b"Exif\0\0"
_MOST_EXIF = 64
"""Segments of Exif that a JPEG may have: one holds what a camera says."""
_ASIDE = frozenset({5, 6, 7, 8})
_DENSITY = 150
"""Pixels an inch at which a picture is set if nobody gives its width."""


@frozen
class Image:
    """The bytes of a picture and its size in pixels."""

    data: bytes
    width: int
    height: int

    def size(self, wanted: float | None, measure: float, room: float) -> tuple[float, float]:
        """Width and height in points: `wanted` wide, else by its pixels, but within `measure` by `room`."""
        width = min(wanted or self.width / _DENSITY * 72, measure, room * self.width / self.height)
        return width, width * self.height / self.width


def read_image(data: bytes, name: str, shown: str, place: Place, problems: Problems) -> Image | Drawing | None:
    """The picture that a file holds; None, and a problem, where a paper can't carry it.

    `shown` is the file as the author wrote it at `place`, `name` as problems inside of it give it.
    """
    ending = PurePosixPath(name).suffix.lower()
    if ending == ".svg":
        from reportgen.figures.svg import read_svg  # few papers show a drawing

        return read_svg(data, name, problems)
    if ending not in _FORMATS:
        hint = "save it as SVG (drawings, maps), PNG or JPEG (photographs)"
        problems.add("figure-file", place, f"{shown} is no picture that a paper can carry", hint)
        return None
    image = _image(data)
    if isinstance(image, str):
        hint = "save it smaller" if _LARGE in image else "save it again as PNG or JPEG in RGB or grey"
        problems.add("figure-file", place, f"{shown} {image}", hint)
        return None
    return image


def _image(data: bytes) -> str | Image:
    """The picture as every viewer shows it; or what is wrong with it, to follow its name."""
    from PIL import Image as Pillow

    if data.startswith(_JPEG) and data.count(_EXIF) > _MOST_EXIF:  # they are put together one by one
        return "can't be read as a picture"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Pillow.open(io.BytesIO(data), formats=sorted(set(_FORMATS.values()))) as picture:
                width, height = picture.size
                if width * height > _MOST_PIXELS:
                    most = math.isqrt(_MOST_PIXELS)
                    return f"{_LARGE}: {width} by {height} pixels; {most} by {most} are enough"
                picture.load()
                mode = picture.mode
                turned = _upright(picture) if picture.getexif().get(_ORIENTATION, 1) != 1 else data
                if turned is not data and picture.getexif()[_ORIENTATION] in _ASIDE:
                    width, height = height, width
    except (OSError, SyntaxError, ValueError, Warning, Pillow.DecompressionBombError):
        return "can't be read as a picture"
    if mode not in _MODES:
        return f"has colours of the kind {mode}, for presses"
    return Image(turned, width, height) if width and height else "is empty"


def _upright(picture: PillowImage) -> bytes:
    """A picture that says how it is to be turned, turned so."""
    from PIL import ImageOps

    made = io.BytesIO()
    ImageOps.exif_transpose(picture).save(made, picture.format, **({"quality": 95} if picture.format == "JPEG" else {}))
    return made.getvalue()
