"""A picture as SVG with real text: to be read aloud, searched, and edited in a drawing program.

The fonts are named, not carried. `textLength` holds each text to the width that it has in the paper, so that labels
keep their places with another font too.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from html import escape
from io import BytesIO

from reportgen.colours import hexadecimal
from reportgen.figures.export.paintings import IDENTITY, Matrix, Painting, Placed, State, Steps, moved_all, paintings
from reportgen.figures.picture import Label, Picture, Raster
from reportgen.figures.script import number, numbers
from reportgen.figures.typeset import Ruler
from reportgen.fonts import family_names
from reportgen.house import House

_WEIGHTS = {"regular": "", "semibold": ' font-weight="600"', "bold": ' font-weight="700"'}


def svg(picture: Picture, title: str, description: str, house: House) -> bytes:
    """The picture as an SVG file, with its description for who can't see it."""
    writer = _Writer(picture.height, Ruler(house))
    for painting in paintings(picture):
        writer.write(painting)
    families = escape(", ".join([*(f"'{name}'" for name in family_names(house.fonts)), "sans-serif"]))
    opening = " ".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg"',
            f'width="{number(picture.width)}pt" height="{number(picture.height)}pt"',
            f'viewBox="0 0 {numbers(picture.width, picture.height)}"',
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


@dataclass(slots=True)
class _Writer:
    height: float
    ruler: Ruler
    lines: list[str] = field(default_factory=list)
    clips: list[str] = field(default_factory=list)
    _names: dict[tuple[Steps, ...], str] = field(default_factory=dict)

    def write(self, painting: Painting | Placed) -> None:
        """Add an element."""
        if isinstance(painting, Painting):
            self.lines.append(f"<path{self._clip(painting.state)} d={self._path(painting)}{_paint(painting)}/>")
        elif isinstance(painting.what, Label):
            self.lines.append(self._text(painting.what, painting.state))
        else:
            self.lines.append(self._image(painting.what, painting.state))

    def _path(self, painting: Painting) -> str:
        return f'"{self._steps(painting.steps, painting.state.matrix)}"'

    def _steps(self, steps: Steps, matrix: Matrix) -> str:
        return " ".join(name + numbers(*self._down(given, matrix)) for name, given in steps)

    def _down(self, given: tuple[float, ...], matrix: Matrix) -> list[float]:
        """Coordinates from the top left."""
        placed = moved_all(given, matrix)
        return [self.height - part if at % 2 else part for at, part in enumerate(placed)]

    def _clip(self, state: State) -> str:
        """What cuts a painting: each clip within the one before it."""
        inside = ""
        for count in range(1, len(state.clips) + 1):
            key = state.clips[:count]
            if key not in self._names:
                self._names[key] = f"cut{len(self._names) + 1}"
                path = self._steps(key[-1], IDENTITY)
                self.clips.append(f'<clipPath id="{self._names[key]}"{inside}><path d="{path}"/></clipPath>')
            inside = f' clip-path="url(#{self._names[key]})"'
        return inside

    def _text(self, label: Label, state: State) -> str:
        x, y = self._down((label.x, label.y), state.matrix)
        width = self.ruler.width(label.text, label.size, label.weight, label.italic)
        turn = f' transform="rotate({number(-label.angle)} {numbers(x, y)})"' if label.angle else ""
        slant = ' font-style="italic"' if label.italic else ""
        clear = f' fill-opacity="{number(label.alpha)}"' if label.alpha < 1 else ""
        return (
            f'<text{self._clip(state)} x="{number(x)}" y="{number(y)}" font-size="{number(label.size)}"'
            f'{_WEIGHTS[label.weight]}{slant} fill="{hexadecimal(label.colour)}"{clear}{turn}'
            f' textLength="{number(width)}" xml:space="preserve">{escape(label.text)}</text>'
        )

    def _image(self, image: Raster, state: State) -> str:
        a, b, c, d, e, f = state.matrix
        placed = numbers(a, -b, -c, d, e + c, self.height - f - d)
        data = b64encode(_png(image)).decode("ascii")
        return (
            f'<image{self._clip(state)} width="1" height="1" preserveAspectRatio="none" transform="matrix({placed})"'
            f' href="data:image/png;base64,{data}"/>'
        )


def _paint(painting: Painting) -> str:
    state, pen = painting.state, painting.state.pen
    fill = "none" if not painting.filled else _colour(state.fill)
    parts = [f' fill="{fill}"']
    if painting.filled and state.fill_alpha < 1:
        parts.append(f' fill-opacity="{number(state.fill_alpha)}"')
    if painting.stroked:
        parts.append(f' stroke="{_colour(state.stroke)}" stroke-width="{number(pen.width)}"')
        parts.append(f' stroke-linecap="{pen.cap}" stroke-linejoin="{pen.join}"')
        if pen.dashes:
            parts.append(f' stroke-dasharray="{numbers(*pen.dashes)}" stroke-dashoffset="{number(pen.offset)}"')
        if state.stroke_alpha < 1:
            parts.append(f' stroke-opacity="{number(state.stroke_alpha)}"')
    return "".join(parts)


def _colour(parts: tuple[float, ...]) -> str:
    red, green, blue = parts
    return hexadecimal((red, green, blue))


def _png(image: Raster) -> bytes:
    from PIL import Image

    mode = "RGBA" if len(image.pixels) == image.width * image.height * 4 else "RGB"
    file = BytesIO()
    Image.frombytes(mode, (image.width, image.height), image.pixels).save(file, "PNG")
    return file.getvalue()
