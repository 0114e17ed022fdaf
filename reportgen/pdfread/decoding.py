"""What the codes of a text in a PDF mean: characters by the font's ToUnicode map, widths by its table.

Only simple fonts, those of ReportLab: a code is one byte (ISO 32000-1, 9.6).
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pikepdf

from reportgen.frozen import frozen
from reportgen.pdfread.bounds import MOST_CODES, MOST_OF_MAP, too_much

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_TRIPLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


class Glyph(NamedTuple):
    """One code of a text: `text` is None where the font does not say what it means; `width` in thousandths."""

    code: int
    text: str | None
    width: float


@frozen
class Decoder:
    """Reads the texts of one font."""

    meanings: dict[int, str]
    widths: dict[int, float]
    missing: float

    def glyphs(self, codes: bytes) -> list[Glyph]:
        """The glyphs of a string."""
        return [Glyph(code, self.meanings.get(code), self.widths.get(code, self.missing)) for code in codes]


NO_FONT = Decoder({}, {}, 0)
"""For a text whose font is not there."""


def decoder(font: Any) -> Decoder:
    """The decoder of a font dictionary; TooMuch for one with more than its codes can need."""
    cmap = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    if len(cmap) > MOST_OF_MAP:
        raise too_much(MOST_OF_MAP, "bytes in a font's map to Unicode")
    table = font.get("/Widths", pikepdf.Array())
    if len(table) > MOST_CODES:
        raise too_much(MOST_CODES, "widths in a font")
    meanings = read_cmap(cmap)
    first = int(font.get("/FirstChar", 0))
    widths = {first + place: float(width) for place, width in enumerate(table)}
    descriptor = font.get("/FontDescriptor", {})
    return Decoder(meanings, widths, float(descriptor.get("/MissingWidth", 0)))


def read_cmap(cmap: bytes) -> dict[int, str]:
    """What each code of a ToUnicode map means."""
    meanings: dict[int, str] = {}
    ranges = 0
    for block in cmap.split(b"beginbf")[1:]:
        body = block.partition(b"endbf")[0]
        if block.startswith(b"char"):
            meanings |= {int(code, 16): _text(value) for code, value in _PAIR.findall(body)}
        else:
            for first, last, value in _TRIPLE.findall(body):
                ranges += 1
                if ranges > MOST_CODES:
                    raise too_much(MOST_CODES, "ranges of codes in a font's map to Unicode")
                text, start = _text(value), int(first, 16)
                end = min(int(last, 16) + 1, MOST_CODES)
                meanings |= {code: text[:-1] + chr(ord(text[-1]) + code - start) for code in range(start, end)}
    return meanings


def _text(value: bytes) -> str:
    return bytes.fromhex(value.decode()).decode("utf-16-be", errors="replace")
