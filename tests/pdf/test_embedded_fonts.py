"""Every code maps back to the character that was set."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pikepdf import Dictionary, Pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from reportgen.pdf.embedded_fonts import to_unicode
from tests.pdf.handmade import font


def maps(text: str) -> dict[str, str]:
    """The ToUnicode entries of a page that shows `text`."""
    out = BytesIO()
    canvas = Canvas(out)
    canvas.setFont(font(), 12)
    canvas.drawString(72, 72, text)
    canvas.save()
    with Pdf.open(BytesIO(out.getvalue())) as pdf:
        streams = [item.ToUnicode.read_bytes().decode() for item in pdf.objects if is_font(item)]
    pairs = [line.split() for stream in streams for line in stream.splitlines() if line.startswith("<")]
    return {code + str(index): character for index, (code, character) in enumerate(pairs)}


def is_font(item: Any) -> bool:
    return isinstance(item, Dictionary) and "/ToUnicode" in item


@pytest.mark.parametrize("character", ["a", "Ж", "λ", "\u00a0", "\u2011", "−"])
def test_a_character_maps_back_to_itself(character: str) -> None:
    assert f"<{ord(character):04X}>" in maps(f"x{character}y").values()


def test_no_code_maps_to_nothing() -> None:
    values = maps("".join(map(chr, range(0x21, 0x17F)))).values()
    assert len(values) > 256
    assert "<0000>" not in values


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    face: Any = pdfmetrics.getFont(font())
    assert face.stringWidth("\u00a0", 10) == face.stringWidth(" ", 10)


def test_blocks_have_a_hundred_entries_at_most() -> None:
    text = to_unicode(range(256))
    assert [line for line in text.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "55 beginbfchar",
    ]


def test_characters_beyond_the_first_plane_are_two_units() -> None:
    assert "<01> <D83DDC1D>" in to_unicode([0, 0x1F41D])
