"""Text shaped by HarfBuzz: what each character takes, and how high the ink is. Charts measure by it, papers set by it.

Word by word and without ligatures, so that each character stays one glyph and maps back to Unicode. What was shaped is
kept for the life of the process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from unicodedata import combining

from reportgen.fonts import ALIASES, UNSEEN, characters
from reportgen.frozen import frozen

_FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False, "locl": False, "ccmp": False}
_SOFT = re.compile(f"[{''.join(sorted(UNSEEN))}]")
_BELOW = frozenset({202, 218, 220, 222, 240})
"""Combining classes of what stands below its letter (Unicode, 4.3)."""
_CLEAR = 0.08
"""Of a letter's advance: the white between it and its accent, by eye."""
WORDS = re.compile(r"[^ \u00a0]+|[ \u00a0]+")
"""What is shaped at a time: a word, or the spaces between two."""


@frozen
class Shaped:
    """Measures in thousandths of the type size: of each character the advance as the font says and as kerned."""

    nominal: tuple[float, ...]
    kerned: tuple[float, ...]
    shifts: tuple[tuple[float, float], ...] = ()
    """How far to the right and up each character stands from where the line has come to: accents stand on their letter.
    None where nothing is shifted."""

    @property
    def width(self) -> float:
        """The advance of all characters, kerned."""
        return sum(self.kerned)


def visible(text: str) -> str:
    """`text` without the characters that only steer line breaking."""
    return _SOFT.sub("", text)


def shaped(path: str, run: str) -> Iterator[Shaped]:
    """The words of a run in the font file `path`, and the spaces between them."""
    return (_shape(path, word) for word in WORDS.findall(run))


@cache
def _font(path: str) -> tuple[Any, float]:
    """The font, and the factor from its units to thousandths."""
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(path))
    return hb.Font(face), 1000 / face.upem


@cache
def _shape(path: str, word: str) -> Shaped:
    import uharfbuzz as hb

    font, scale = _font(path)
    buffer = hb.Buffer()
    buffer.add_str(_glyphs_of(path, word))
    buffer.guess_segment_properties()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(font, buffer, _FEATURES)
    nominal = tuple(font.get_glyph_h_advance(info.codepoint) * scale for info in buffer.glyph_infos)
    kerned = tuple(position.x_advance * scale for position in buffer.glyph_positions)
    if len(kerned) != len(word) or buffer.direction == "rtl":
        nominal = kerned = tuple(_advance(path, character) for character in word)
        return Shaped(nominal, kerned)
    return Shaped(nominal, kerned, _shifts(path, word, buffer) if has_marks(word) else ())


def has_marks(text: str) -> bool:
    """Whether there is an accent in a text that is no part of a composed character."""
    return not text.isascii() and any(map(combining, text))


def _shifts(path: str, word: str, buffer: Any) -> tuple[tuple[float, float], ...]:
    """Where accents stand: as the font says, else above or below the middle of their letter's ink."""
    font, scale = _font(path)
    found: list[tuple[float, float]] = []
    base = None
    for character, info, at in zip(word, buffer.glyph_infos, buffer.glyph_positions, strict=True):
        shift = (float(at.x_offset), float(at.y_offset))
        box = font.get_glyph_extents(info.codepoint)
        if not combining(character):
            base = (box, at.x_advance)
        elif shift == (0, 0) and base and base[0] and box and not at.x_advance:
            shift = _over(base[0], base[1], box, below=combining(character) in _BELOW)
        found.append((shift[0] * scale, shift[1] * scale))
    return tuple(found) if any(shift != (0, 0) for shift in found) else ()


def _over(letter: Any, advance: int, accent: Any, *, below: bool) -> tuple[float, float]:
    """The shift of an accent, which comes after its letter, to the middle of that, clear of its ink."""
    middle = letter.x_bearing + letter.width / 2 - advance
    right = middle - (accent.x_bearing + accent.width / 2)
    if below:
        return right, min(0.0, letter.y_bearing + letter.height - _CLEAR * advance - accent.y_bearing)
    return right, max(0.0, letter.y_bearing + _CLEAR * advance - (accent.y_bearing + accent.height))


@cache
def ink(path: str, run: str) -> tuple[float, float]:
    """How far the ink of a run goes above and below the baseline, in thousandths of the type size."""
    font, scale = _font(path)
    glyphs = (font.get_nominal_glyph(ord(sign)) for sign in _glyphs_of(path, run))
    boxes = [box for glyph in glyphs if glyph is not None and (box := font.get_glyph_extents(glyph))]
    top = max((box.y_bearing for box in boxes), default=0)
    bottom = min((box.y_bearing + box.height for box in boxes), default=0)
    return top * scale, -bottom * scale


def _advance(path: str, character: str) -> float:
    font, scale = _font(path)
    glyph = font.get_nominal_glyph(ord(_glyph_of(path, character))) or 0
    return float(font.get_glyph_h_advance(glyph) * scale)


def _glyphs_of(path: str, text: str) -> str:
    """The characters whose glyphs show `text`."""
    if characters(path).issuperset(map(ord, text)):  # nearly all
        return text
    return "".join([_glyph_of(path, character) for character in text])


def _glyph_of(path: str, character: str) -> str:
    return character if ord(character) in characters(path) else ALIASES.get(character, character) or character
