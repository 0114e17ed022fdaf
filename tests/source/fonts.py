"""Font files for the tests of this room: a small good one, and others that a paper can't carry."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import font_source_sans_pro
import matplotlib
from fontTools.ttLib import TTFont

GOOD = Path(matplotlib.get_data_path(), "fonts", "ttf", "STIXSizTwoSymBol.ttf").read_bytes()


def locked() -> bytes:
    """A font that forbids to embed it."""
    font, file = TTFont(BytesIO(GOOD)), BytesIO()
    font["OS/2"].fsType = 0x0002
    font.save(file)
    return file.getvalue()


def postscript() -> bytes:
    """A font whose outlines are PostScript's."""
    return next(Path(font_source_sans_pro.__file__).parent.glob("files/*-Regular.otf")).read_bytes()
