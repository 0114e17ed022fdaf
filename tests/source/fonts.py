"""Font files for the tests of this room: a small good one, and others that a paper can't carry."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import matplotlib
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

GOOD = Path(matplotlib.get_data_path(), "fonts", "ttf", "STIXSizTwoSymBol.ttf").read_bytes()


def locked() -> bytes:
    """A font that forbids to embed it."""
    font, file = TTFont(BytesIO(GOOD)), BytesIO()
    font["OS/2"].fsType = 0x0002
    font.save(file)
    return file.getvalue()


def filled(table: str, byte: bytes) -> bytes:
    """A font that has all its tables, one of them with nothing but `byte` in it."""
    with TTFont(BytesIO(GOOD), lazy=True) as font:
        entry = font.reader.tables[table]
        begin, long = int(entry.offset), int(entry.length)
    return GOOD[:begin] + byte * long + GOOD[begin + long :]


def named(name: str) -> bytes:
    """A font that calls itself so."""
    font, file = TTFont(BytesIO(GOOD)), BytesIO()
    for record in font["name"].names:
        record.string = name
    font.save(file)
    return file.getvalue()


def postscript() -> bytes:
    """A font whose outlines are PostScript's."""
    made, file = FontBuilder(1000, isTTF=False), BytesIO()
    made.setupGlyphOrder([".notdef"])
    made.setupCFF("Outlined", {}, {".notdef": T2CharStringPen(0, {}).getCharString()}, {})
    made.font.save(file)
    return file.getvalue()
