"""The graphics state of a page while it is read: where the next text or drawing lands (ISO 32000-1, 8 and 9).

It knows places and fonts; colours, clipping and marked content are not its business.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from typing import Any

import pikepdf

from reportgen.frozen import frozen, mutable
from reportgen.geometry import IDENTITY, Box, Matrix, Point
from reportgen.pdfread.decoding import NO_FONT, Decoder, Glyph

_DESCENT, _ASCENT = -0.2, 0.7
"""How far a text reaches below and above its line, of its size: near enough to tell lines apart."""


@frozen
class Show:
    """A text shown: its glyphs, the box round it, the height of its line and its size on the page, in points."""

    glyphs: tuple[Glyph, ...]
    box: Box
    baseline: float
    size: float


@frozen
class Painted:
    """What an operator painted: texts, or the box of a drawing."""

    shows: tuple[Show, ...] = ()
    box: Box | None = None


_NOTHING = Painted()
_UNIT = Box(0, 0, 1, 1)


@frozen
class _GraphicsState:
    """What q saves and Q brings back."""

    matrix: Matrix = IDENTITY
    font: Decoder = NO_FONT
    size: float = 0
    leading: float = 0
    character_space: float = 0
    word_space: float = 0
    scale: float = 1
    rise: float = 0


@mutable
class Graphics:
    """Follows the operators of one page."""

    resources: Any
    decoder: Callable[[Any], Decoder]
    """Makes the decoder of a font dictionary."""
    in_text: bool = False
    _state: _GraphicsState = field(default_factory=_GraphicsState)
    _saved: list[_GraphicsState] = field(default_factory=list)
    _text: Matrix = IDENTITY
    _line: Matrix = IDENTITY
    _path: list[Point] = field(default_factory=list)
    _fonts: dict[str, Decoder] = field(default_factory=dict)

    def apply(self, operator: str, operands: list[Any]) -> Painted:
        """Follow one operator; give what it paints."""
        if operator in _PAINTS:
            path, self._path = self._path, []
            return Painted(box=Box.around(path)) if path else _NOTHING
        if operator in _BUILDS:
            numbers = [float(operand) for operand in operands]
            if operator == "re":
                x, y, width, height = numbers
                points: Iterable[Point] = Box(x, y, x + width, y + height).corners
            else:
                points = zip(numbers[::2], numbers[1::2], strict=True)
            self._path += [self._state.matrix(point) for point in points]
            return _NOTHING
        handler = _HANDLERS.get(operator)
        return handler(self, operands) or _NOTHING if handler else _NOTHING

    # --- drawings

    def _drop_path(self, _: list[Any]) -> None:
        self._path = []

    def _object(self, operands: list[Any]) -> Painted:
        item = self.resources.get("/XObject", {}).get(str(operands[0]))
        box, matrix = _UNIT, self._state.matrix
        if item is not None and item.get("/Subtype") == "/Form":
            left, bottom, right, top = (float(part) for part in item.BBox.as_list())
            box = Box(left, bottom, right, top)
            matrix = matrix @ _matrix(item.get("/Matrix", IDENTITY))
        return Painted(box=box.through(matrix))

    # --- state

    def _save(self, _: list[Any]) -> None:
        self._saved.append(self._state)

    def _restore(self, _: list[Any]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _concatenate(self, operands: list[Any]) -> None:
        self._state = replace(self._state, matrix=self._state.matrix @ _matrix(operands))

    def _set_font(self, operands: list[Any]) -> None:
        name = str(operands[0])
        if name not in self._fonts:
            font = self.resources.get("/Font", {}).get(name)
            self._fonts[name] = NO_FONT if font is None else self.decoder(font)
        self._state = replace(self._state, font=self._fonts[name], size=float(operands[1]))

    def _set(self, name: str, value: float) -> None:
        change: dict[str, Any] = {name: value}
        self._state = replace(self._state, **change)

    # --- text

    def _begin_text(self, _: list[Any]) -> None:
        self.in_text = True
        self._text = self._line = IDENTITY

    def _end_text(self, _: list[Any]) -> None:
        self.in_text = False

    def _move(self, operands: list[Any]) -> None:
        x, y = (float(operand) for operand in operands)
        self._text = self._line = self._line @ Matrix(e=x, f=y)

    def _move_and_lead(self, operands: list[Any]) -> None:
        self._set("leading", -float(operands[1]))
        self._move(operands)

    def _place(self, operands: list[Any]) -> None:
        self._text = self._line = _matrix(operands)

    def _next_line(self, _: list[Any]) -> None:
        self._move([0, -self._state.leading])

    def _show(self, operands: list[Any]) -> Painted:
        return self._show_array([[operands[0]]])

    def _show_on_next_line(self, operands: list[Any]) -> Painted:
        self._next_line([])
        return self._show([operands[-1]])

    def _show_array(self, operands: list[Any]) -> Painted:
        state = self._state
        glyphs: list[Glyph] = []
        x = 0.0
        for item in operands[0]:
            if isinstance(item, pikepdf.String):
                found = state.font.glyphs(bytes(item))
                glyphs += found
                x += sum(self._advance(glyph) for glyph in found)
            else:
                x -= float(item) / 1000 * state.size * state.scale
        matrix = state.matrix @ self._text
        box = Box(0, state.rise + _DESCENT * state.size, x, state.rise + _ASCENT * state.size)
        self._text = self._text @ Matrix(e=x)
        size = state.size * math.hypot(matrix.c, matrix.d)
        show = Show(tuple(glyphs), box.through(matrix), matrix((0, state.rise))[1], size)
        return Painted((show,)) if glyphs else _NOTHING

    def _advance(self, glyph: Glyph) -> float:
        state = self._state
        space = state.character_space + (state.word_space if glyph.code == ord(" ") else 0)
        return (glyph.width / 1000 * state.size + space) * state.scale


def _matrix(operands: Any) -> Matrix:
    return Matrix(*map(float, operands))


def _setter(name: str, ratio: float = 1) -> Callable[[Graphics, list[Any]], None]:
    return lambda graphics, operands: graphics._set(name, float(operands[0]) * ratio)


_PAINTS = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
_BUILDS = frozenset({"m", "l", "c", "v", "y", "re"})
_HANDLERS: dict[str, Callable[[Graphics, list[Any]], Painted | None]] = {
    "n": Graphics._drop_path,
    "Do": Graphics._object,
    "sh": lambda graphics, _: Painted(box=Box(0, 0, 0, 0)),
    "INLINE IMAGE": lambda graphics, _: Painted(box=_UNIT.through(graphics._state.matrix)),
    "q": Graphics._save,
    "Q": Graphics._restore,
    "cm": Graphics._concatenate,
    "BT": Graphics._begin_text,
    "ET": Graphics._end_text,
    "Tf": Graphics._set_font,
    "TL": _setter("leading"),
    "Tc": _setter("character_space"),
    "Tw": _setter("word_space"),
    "Tz": _setter("scale", 0.01),
    "Ts": _setter("rise"),
    "Td": Graphics._move,
    "TD": Graphics._move_and_lead,
    "Tm": Graphics._place,
    "T*": Graphics._next_line,
    "Tj": Graphics._show,
    "TJ": Graphics._show_array,
    "'": Graphics._show_on_next_line,
    '"': Graphics._show_on_next_line,
}
