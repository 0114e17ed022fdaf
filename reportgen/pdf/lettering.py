"""Setting a piece of text in one style: its width, and the PDF operators that show it.

Where a font lacks a character the next of the house's chain sets it. Breaking lines and marking content is the other
modules' work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from reportgen.fonts import SLANT, Chain, FontFile, Style
from reportgen.fonts.shaping import WORDS, has_marks, shaped, visible
from reportgen.frozen import mutable
from reportgen.geometry import Matrix
from reportgen.patterns import Pattern
from reportgen.pdf.embedded_fonts import EmbeddedFont
from reportgen.pdf.reportlab_names import document_of

_MOST_DIGITS = 60_000
"""Hexadecimal digits of a string: ISO 32000-1 allows 32,767 bytes."""
_LONG_STRING = Pattern(f"[0-9A-Fa-f]{{{_MOST_DIGITS}}}(?=[0-9A-Fa-f])")
_NOTICEABLE = 0.5
"""Thousandths of the type size below which a kern is not written."""


class Lettering:
    """Sets text along a chain of fonts. What a word takes, and the operators that show it, are found once."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self._widths: dict[Style, dict[str, float]] = {}
        self._shown: dict[Style, dict[str, _Shown | None]] = {}
        self._document: object = None

    def width(self, text: str, style: Style, size: float) -> float:
        """The width of `text` in points, kerned, at `size` points."""
        return self.measured(style)(text) * size / 1000

    def measured(self, style: Style) -> Callable[[str], float]:
        """What tells the width of a text, kerned, in thousandths of the size of the type."""
        known = self._widths.setdefault(style, {})

        def measure(text: str) -> float:
            width = known.get(text)
            if width is None:
                runs = self.chain.runs(visible(text), style)
                width = known[text] = sum(word.width for file, run in runs for word in shaped(file.path, run))
            return width

        return measure

    def show(self, canvas: Canvas, text: str, style: Style, size: float, matrix: Matrix) -> str:
        """The operators that set font and size and show `text` from where `matrix` places it (between BT and ET)."""
        document = document_of(canvas)
        if document is not self._document:
            self._document, self._shown = document, {}
        known = self._shown.setdefault(style, {})
        font, parts = "", []
        for word in WORDS.findall(text):
            if word not in known:
                known[word] = self._in_one_font(document, word, style)
            shown = known[word]
            if shown is None or (font and font != shown.font):
                return self._in_many_fonts(document, text, style, size, matrix)
            font = shown.font
            parts.append(shown.codes)
        if not parts:
            return ""
        codes = "".join(parts).replace("><", "")
        return f"{_placed(matrix)} {font} {number(size)} Tf {showing(codes)}"

    def _in_one_font(self, document: Any, word: str, style: Style) -> _Shown | None:
        """A word as one upright font shows it; None where it takes several, or one that leans."""
        runs = list(self.chain.runs(visible(word), style))
        if len(runs) != 1 or runs[0][0].slanted:
            return None
        pieces = _encoded(document, *runs[0])
        return _Shown(*pieces[0][:2]) if len(pieces) == 1 and not pieces[0].rise else None

    def _in_many_fonts(self, document: Any, text: str, style: Style, size: float, matrix: Matrix) -> str:
        pen = _Pen(document, size, matrix)
        for part in WORDS.findall(text) if has_marks(text) else (text,):
            operators = [
                operator for file, run in self.chain.runs(visible(part), style) for operator in pen.write(file, run)
            ]
            # A shifted accent is copied with its letter, whatever gap a reader sees between them.
            pen.said += [_span(part, operators)] if has_marks(part) else operators
        return " ".join([*pen.said, *(["0 Ts"] if pen.risen else [])])


@mutable
class _Pen:
    """Writes runs one behind the other."""

    document: Any
    size: float
    matrix: Matrix
    said: list[str] = field(default_factory=list)
    x: float = 0.0
    risen: float = 0.0
    slope: float | None = None

    def write(self, file: FontFile, run: str) -> Iterator[str]:
        """The operators of a run in one font."""
        slope = SLANT if file.slanted else 0.0
        if slope != self.slope:
            self.slope = slope
            yield _placed(self.matrix, self.x, slope)
        for name, codes, rise in _encoded(self.document, file, run):
            shown = showing(codes)
            raised = f"{number(rise * self.size / 1000)} Ts " if rise != self.risen else ""
            self.risen = rise
            yield f"{name} {number(self.size)} Tf {raised}{shown}"
        self.x += sum(word.width for word in shaped(file.path, run)) * self.size / 1000


def showing(codes: str) -> str:
    """The operator that shows codes, with kerns between them or none; no string in it is longer than ISO allows."""
    if len(codes) > _MOST_DIGITS:
        codes = _LONG_STRING.sub(r"\g<0>> <", codes)
    return f"[{codes}] TJ" if " " in codes else f"{codes} Tj"


def _span(text: str, operators: Sequence[str]) -> str:
    """Operators that show `text`, which is read instead of what they show (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC {' '.join(operators)} EMC"


class _Shown(NamedTuple):
    """A word in one font: that font's name in the file, and its codes with the kerns between them."""

    font: str
    codes: str


def _placed(matrix: Matrix, x: float = 0.0, slope: float = 0.0) -> str:
    """The Tm operator of text that begins `x` points after where `matrix` does, leaning by `slope`."""
    a, b, c, d, e, f = matrix
    if not (b or c or slope) and a == d == 1:  # nearly all
        return f"1 0 0 1 {number(e + x)} {number(f)} Tm"
    parts = (a, b, c + slope * a, d + slope * b, e + x * a, f + x * b)
    return f"{' '.join(map(precise, parts[:4]))} {number(parts[4])} {number(parts[5])} Tm"


@cache
def _registered(path: str) -> EmbeddedFont:
    """ReportLab knows a font by one name for the whole process: its path is a name that can't clash."""
    if path not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(EmbeddedFont(path, path))
    font = pdfmetrics.getFont(path)
    assert isinstance(font, EmbeddedFont)
    return font


class _Encoded(NamedTuple):
    """Characters of one subset at one height: the subset's name in the file, its codes with the kerns between them."""

    font: str
    codes: str
    rise: float


def _encoded(document: Any, file: FontFile, run: str) -> list[_Encoded]:
    """`run` in pieces of one subset and one height each."""
    font = _registered(file.path)
    kerns, rises = _moves(file.path, run)
    pieces = []
    start = 0
    for subset, codes in font.splitString(run, document):
        name = font.getSubsetInternalName(subset, document)
        for rise, begin, end in _levels(rises[start : start + len(codes)]) if rises else ((0.0, 0, len(codes)),):
            pieces.append(_Encoded(name, _array(codes[begin:end], kerns[start + begin : start + end]), rise))
        start += len(codes)
    return pieces


def _levels(rises: Sequence[float]) -> Iterator[tuple[float, int, int]]:
    """Each height with the first of its characters, and the one behind them."""
    end = 0
    for rise, group in groupby(rises):
        begin, end = end, end + sum(1 for _ in group)
        yield rise, begin, end


def _moves(path: str, run: str) -> tuple[list[float], list[float]]:
    """What is added to the advance of each character of a run, in thousandths, and how high each stands; of no height
    where all stand on the line."""
    kerns: list[float] = []
    rises: list[float] = []
    words = list(shaped(path, run))
    lifted = any(word.shifts for word in words)
    for word in words:
        kerns += [kerned - nominal for nominal, kerned in zip(word.nominal, word.kerned, strict=True)]
        if lifted:
            rises += [up for _, up in word.shifts] or [0.0] * len(word.nominal)
        for at, (right, _) in enumerate(word.shifts, len(kerns) - len(word.shifts)):
            if right and at:
                kerns[at - 1] += right
                kerns[at] -= right
    return kerns, rises


def _array(codes: bytes, kerns: list[float]) -> str:
    """The codes of one subset; a kern stands after its character (ISO 32000-1, 9.4.3)."""
    if max(map(abs, kerns), default=0.0) <= _NOTICEABLE:  # nearly all
        return f"<{codes.hex()}>" if codes else ""
    parts: list[str] = []
    piece = bytearray()
    for code, kern in zip(codes, kerns, strict=True):
        piece.append(code)
        if abs(kern) > _NOTICEABLE:
            parts.append(f"<{piece.hex()}> {number(-kern)} ")
            piece.clear()
    if piece:
        parts.append(f"<{piece.hex()}>")
    return "".join(parts)


def number(value: float) -> str:
    """A number as a content stream has it: three decimals at most, no exponent, no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def precise(value: float) -> str:
    """The same with five decimals, for a matrix that is not to move what it turns."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
