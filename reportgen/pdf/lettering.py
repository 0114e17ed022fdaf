"""Setting a piece of text in one style: its width, and the PDF operators that show it.

Where a font lacks a character the next of the house's chain sets it. Breaking lines and marking content is the other
modules' work.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from reportgen.fonts import SLANT, Chain, FontFile, Style
from reportgen.pdf.embedded_fonts import EmbeddedFont
from reportgen.shaping import shaped, visible

_NOTICEABLE = 0.5
"""Thousandths of the type size below which a kern is not written."""


Matrix = tuple[float, float, float, float, float, float]
"""A text matrix: a b c d e f (ISO 32000-1, 9.4.2)."""


class Lettering:
    """Sets text along a chain of fonts."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self._widths: dict[tuple[str, Style], float] = {}

    def width(self, text: str, style: Style, size: float) -> float:
        """The width of `text` in points, kerned, at `size` points."""
        key = text, style
        if key not in self._widths:
            self._widths[key] = sum(
                word.width for file, run in self.chain.runs(visible(text), style) for word in shaped(file.path, run)
            )
        return self._widths[key] * size / 1000

    def show(self, canvas: Canvas, text: str, style: Style, size: float, matrix: Matrix) -> str:
        """The operators that set font and size and show `text` from where `matrix` places it (between BT and ET)."""
        operators = []
        x = 0.0
        slope: float | None = None
        for file, run in self.chain.runs(visible(text), style):
            if slope != (slope := SLANT if file.slanted else 0.0):
                operators.append(_placed(matrix, x, slope))
            operators.extend(_show_run(canvas, file, run, size))
            x += sum(word.width for word in shaped(file.path, run)) * size / 1000
        return " ".join(operators)


def at(x: float, y: float) -> Matrix:
    """The matrix of level text that begins at (x, y)."""
    return 1.0, 0.0, 0.0, 1.0, x, y


def _placed(matrix: Matrix, x: float, slope: float) -> str:
    """The Tm operator of text that begins `x` points after where `matrix` does, leaning by `slope`."""
    a, b, c, d, e, f = matrix
    parts = (a, b, c + slope * a, d + slope * b, e + x * a, f + x * b)
    return f"{' '.join(map(_precise, parts[:4]))} {number(parts[4])} {number(parts[5])} Tm"


def _precise(value: float) -> str:
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _registered(file: FontFile) -> EmbeddedFont:
    """ReportLab knows a font by one name for the whole process: its path is a name that can't clash."""
    if file.path not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(EmbeddedFont(file.path, file.path))
    font = pdfmetrics.getFont(file.path)
    assert isinstance(font, EmbeddedFont)
    return font


def _show_run(canvas: Canvas, file: FontFile, run: str, size: float) -> list[str]:
    font = _registered(file)
    document: Any = canvas._doc  # type: ignore[attr-defined]
    kerns = [k - n for word in shaped(file.path, run) for n, k in zip(word.nominal, word.kerned, strict=True)]
    operators = []
    start = 0
    for subset, codes in font.splitString(run, document):
        name = font.getSubsetInternalName(subset, document)
        operators.append(f"{name} {number(size)} Tf {_array(codes, kerns[start : start + len(codes)])}")
        start += len(codes)
    return operators


def _array(codes: bytes, kerns: list[float]) -> str:
    """The TJ operator for one subset's codes; a kern stands after its character (ISO 32000-1, 9.4.3)."""
    parts: list[str] = []
    piece = bytearray()
    for code, kern in zip(codes, kerns, strict=True):
        piece.append(code)
        if abs(kern) > _NOTICEABLE:
            parts.append(f"<{piece.hex()}> {number(-kern)}")
            piece.clear()
    if piece:
        parts.append(f"<{piece.hex()}>")
    return f"[{' '.join(parts)}] TJ" if len(parts) > 1 or " " in parts[0] else f"{parts[0]} Tj"


def number(value: float) -> str:
    """A number as a content stream has it: three decimals at most, no exponent, no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
