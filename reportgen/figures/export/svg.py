"""A picture as SVG with real text: to be read aloud, searched, and edited in a drawing program.

The fonts are named, not carried. `textLength` holds each text to the width that it has in the paper, so that labels
keep their places with another font too.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import field
from html import escape
from io import BytesIO

from reportgen.colours import hexadecimal
from reportgen.figures.picture import DECIMALS, Fill, Label, Operation, Outline, Path, Pen, Picture, Raster
from reportgen.figures.typeset import Ruler
from reportgen.fonts import family_names
from reportgen.frozen import mutable
from reportgen.geometry import Matrix
from reportgen.house import House

_WEIGHTS = {"regular": "", "semibold": ' font-weight="600"', "bold": ' font-weight="700"'}


def svg(picture: Picture, title: str, description: str, house: House) -> bytes:
    """The picture as an SVG file, with its description for who can't see it."""
    writer = _Writer(picture.height, Ruler(house))
    for operation in picture.operations:
        writer.write(operation)
    families = escape(", ".join([*(f"'{name}'" for name in family_names(house.fonts)), "sans-serif"]))
    opening = " ".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg"',
            f'width="{_number(picture.width)}pt" height="{_number(picture.height)}pt"',
            f'viewBox="0 0 {_number(picture.width)} {_number(picture.height)}"',
            f'role="img" aria-labelledby="title description" font-family="{families}">',
        )
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        opening,
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        *(["<defs>", *writer.clips, "</defs>"] if writer.clips else []),
        *writer.lines,
        "</svg>\n",
    ]
    return "\n".join(lines).encode("utf-8")


@mutable
class _Writer:
    height: float
    ruler: Ruler
    lines: list[str] = field(default_factory=list)
    clips: list[str] = field(default_factory=list)
    _names: dict[tuple[Outline, ...], str] = field(default_factory=dict)

    def write(self, operation: Operation) -> None:
        """Add an element, or several."""
        match operation:
            case Path():
                self.lines += map(self._path, operation.layers)
            case Label():
                self.lines.append(self._text(operation))
            case Raster():
                self.lines.append(self._image(operation))

    def _path(self, path: Path) -> str:
        paint = _filled(path.outline, path.fill) + _stroked(path.pen)
        return f'<path{self._clip(path.clip)} d="{self._steps(path.outline)}"{paint}/>'

    def _steps(self, outline: Outline) -> str:
        """The steps, from the top left."""
        down = outline.through(Matrix(d=-1.0, f=self.height))
        return (down.verbs.translate(_STEPS) % down.points).rstrip()

    def _clip(self, clip: tuple[Outline, ...]) -> str:
        """What cuts an element: each clip within the one before it."""
        inside = ""
        for count in range(1, len(clip) + 1):
            key = clip[:count]
            if key not in self._names:
                self._names[key] = f"cut{len(self._names) + 1}"
                rule = ' clip-rule="evenodd"' if key[-1].even_odd else ""
                path = f'<path d="{self._steps(key[-1])}"{rule}/>'
                self.clips.append(f'<clipPath id="{self._names[key]}"{inside}>{path}</clipPath>')
            inside = f' clip-path="url(#{self._names[key]})"'
        return inside

    def _text(self, label: Label) -> str:
        x, y = label.x, self.height - label.y
        width = self.ruler.width(label.text, label.size, label.weight, label.italic)
        turn = f' transform="rotate({_number(-label.angle)} {_number(x)} {_number(y)})"' if label.angle else ""
        slant = ' font-style="italic"' if label.italic else ""
        clear = f' fill-opacity="{_number(label.alpha)}"' if label.alpha < 1 else ""
        return (
            f'<text{self._clip(label.clip)} x="{_number(x)}" y="{_number(y)}" font-size="{_number(label.size)}"'
            f'{_WEIGHTS[label.weight]}{slant} fill="{hexadecimal(label.colour)}"{clear}{turn}'
            f' textLength="{_number(width)}" xml:space="preserve">{escape(label.text)}</text>'
        )

    def _image(self, image: Raster) -> str:
        a, b, c, d, e, f = image.matrix
        placed = " ".join(map(_number, (a, -b, -c, d, e + c, self.height - f - d)))
        data = b64encode(_png(image)).decode("ascii")
        return (
            f'<image{self._clip(image.clip)} width="1" height="1" preserveAspectRatio="none"'
            f' transform="matrix({placed})" href="data:image/png;base64,{data}"/>'
        )


_STEPS = str.maketrans({"M": "M%.9g %.9g ", "L": "L%.9g %.9g ", "C": "C%.9g %.9g %.9g %.9g %.9g %.9g ", "Z": "Z "})


def _filled(outline: Outline, fill: Fill | None) -> str:
    if fill is None:
        return ' fill="none"'
    rule = ' fill-rule="evenodd"' if outline.even_odd else ""
    clear = f' fill-opacity="{_number(fill.alpha)}"' if fill.alpha < 1 else ""
    return f' fill="{hexadecimal(fill.colour)}"{rule}{clear}'


def _stroked(pen: Pen | None) -> str:
    if pen is None:
        return ""
    parts = [f' stroke="{hexadecimal(pen.colour)}" stroke-width="{_number(pen.width)}"']
    parts.append(f' stroke-linecap="{pen.cap}" stroke-linejoin="{pen.join}"')
    if pen.join == "miter":
        parts.append(f' stroke-miterlimit="{_number(pen.limit)}"')
    if pen.dashes:
        dashes = " ".join(map(_number, pen.dashes))
        parts.append(f' stroke-dasharray="{dashes}" stroke-dashoffset="{_number(pen.offset)}"')
    if pen.alpha < 1:
        parts.append(f' stroke-opacity="{_number(pen.alpha)}"')
    return "".join(parts)


def _number(value: float) -> str:
    return f"{round(value, DECIMALS) + 0.0:.9g}"


def _png(image: Raster) -> bytes:
    from PIL import Image

    file = BytesIO()
    Image.frombytes(image.mode, (image.width, image.height), image.pixels).save(file, "PNG")
    return file.getvalue()
