"""Finished pictures: which file an author means, and PNG, JPEG and SVG, read and checked before they reach the paper.

Setting them is for others.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reportgen.document.blocks import Block, Figure
from reportgen.document.fences.captions import joined, labelled
from reportgen.document.fences.fence import Fenced
from reportgen.document.inlines import Inlines, Text
from reportgen.document.markdown.block_keys import FigureKeys
from reportgen.document.text.desk import Desk
from reportgen.frozen import frozen
from reportgen.house import MM
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems
from reportgen.source.files import Files, names_in

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
_MOST_OF_A_PAGE = 0.75
"""How much of a page's height a picture may take, so that its title and source stay with it."""


def figure(block: Fenced) -> Block | None:
    """A finished picture with what stands round it."""
    keys, desk = block.keys, block.desk
    assert isinstance(keys, FigureKeys)
    alt = block.words("alt")
    title, subtitle, note, source = block.text("title"), block.text("subtitle"), block.text("note"), _origin(block)
    if not alt:
        hint = 'write what the picture tells: alt: in a figure block, {fig-alt="…"} behind ![…](…)'
        desk.problem("alt-missing", block.place_of("file"), "this figure has no alt:", hint)
    name = desk.spelling.words(keys.file.text)
    files = Files(desk.briefing.workspace, desk.problems, desk.read)
    path = _picture_file(desk, name, keys.file.place, files)
    data = files.bytes(path) if path else None
    if path is None or data is None:
        return None
    image = read_image(data, files.name(path), name, keys.file.place, desk.problems)
    if image is None:
        return None
    house, page = desk.briefing.house, desk.briefing.house.page
    wanted = (keys.width.length * MM or page.measure * min(keys.width.share, 1.0)) if keys.width else None
    width, height = image.size(wanted, page.measure, page.text_height * _MOST_OF_A_PAGE)
    data, picture = (
        (image.data, None) if isinstance(image, Image) else (b"", image.picture(width, house, desk.problems))
    )
    return Figure(
        alt, width, height, data, picture, block.label(), title, subtitle, note, source, block.anchor, block.place
    )


def _origin(block: Fenced) -> Inlines:
    """ "Source: …" and the rights, as the author writes them."""
    source, rights = block.text("source"), block.text("rights")
    line = labelled(block.desk.words, "labels.source-line", "sources", source) if source else ()
    return joined((*line, Text(". " if line and rights else ""), *rights))


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


IMAGES = "images"
"""The folder that the guide names for pictures."""
_PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg"})
_DRAWN = "save it as SVG, or as PNG with 150 pixels an inch or more"
_PAINTED = "save it as PNG, a photograph as JPEG"
_EXPORTED = "export the picture from it as SVG or PNG"
_OTHERS: Mapping[str, str] = {
    **dict.fromkeys((".pdf", ".eps", ".ai", ".emf", ".wmf"), _DRAWN),
    **dict.fromkeys((".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".avif"), _PAINTED),
    **dict.fromkeys((".ppt", ".pptx", ".vsdx", ".drawio"), _EXPORTED),
}
"""What to do with files of other kinds."""
_HOME = "the briefing's folder"
_ON_A_COMPUTER = Pattern(r"(?:file:|[A-Za-z]:|/|~)")


def _picture_file(desk: Desk, written: str, place: Place, files: Files) -> Path | None:
    """The file in the briefing's folder that `written` names; None, and a problem, where there is none to be read."""
    folder = desk.briefing.folder
    # The texts stand in a folder of their own, from which other programs look for it.
    inside = written.replace("\\", "/").removeprefix("../")
    ending = PurePosixPath(inside).suffix.lower()
    if _ON_A_COMPUTER.match(inside) or inside.startswith("../"):
        home = "" if folder == desk.briefing.workspace else f"{files.name(folder)}/"
        plain = PurePosixPath(inside).name
        there = (folder / IMAGES / plain).is_file()
        hint = f"{'' if there else f'copy the file to {home}{IMAGES}/, and '}write {IMAGES}/{plain}"
        message = f"'{written}' leads out of {home or _HOME}"
        desk.problem("path-outside", place, message, hint)
    elif ending not in _PICTURES:
        hint = _OTHERS.get(ending, "save it as SVG (drawings, maps), PNG or JPEG (photographs)")
        desk.problem("figure-file", place, f"{written} is no picture that a paper can carry", hint)
    elif meant := _meant(folder, inside):
        desk.problem("file-missing", place, f"there is no file {files.name(folder)}/{inside}", f"write {meant}")
    else:
        return files.inside(folder, folder, inside, place)
    return None


def _meant(folder: Path, written: str) -> str:
    """The file that is there in other letters, or in the folder for pictures; "" where `written` is, or none."""
    asked = PurePosixPath(written)
    for home in (asked.parent, PurePosixPath(IMAGES)):
        names = names_in(folder / home)
        if home == asked.parent and asked.name in names:
            return ""
        if found := next((name for name in names if name.casefold() == asked.name.casefold()), ""):
            return str(home / found)
    return ""
