"""Font files as ReportLab reads them; the measures of their glyphs are kept from run to run.

It reads each number of a font by itself: 4 ms a face, and a paper has four (measured on 30 November 2026). What can't
be kept, or not be read back, is read from the font as ever.
"""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

import reportlab
from reportlab.pdfbase.ttfonts import TTFontFace

from reportgen.contents import digest
from reportgen.folders import user_cache
from reportgen.problems import ReportError
from reportgen.writing import write_all

_MEASURES = ("charToGlyph", "charWidths", "defaultWidth", "hmetrics", "glyphPos")
"""What ReportLab knows of a font's glyphs, by its own names."""
_DAMAGED = (AttributeError, EOFError, OSError, TypeError, ValueError)


class KeptFace(TTFontFace):
    """ReportLab's face of a font file."""

    def extractInfo(self, charInfo: Literal[0, 1] | bool = 1) -> None:  # noqa: N802, N803 (ReportLab's names)
        """ReportLab's: read what the file says."""
        place = _place(str(self.filename))
        known = _kept(place) if place and charInfo else None
        super().extractInfo(0 if known else charInfo)
        if known:
            vars(self).update(known)
        elif place and charInfo:
            with suppress(ReportError, ValueError):
                write_all({place: marshal.dumps([getattr(self, name) for name in _MEASURES])})


def _kept(place: Path) -> dict[str, Any] | None:
    """The measures that another run has kept; None for none, and for a damaged file."""
    with suppress(*_DAMAGED):
        glyphs, widths, usual, metrics, places = found = marshal.loads(place.read_bytes())
        if isinstance(glyphs, dict) and isinstance(widths, dict) and metrics and places and usual is not None:
            return dict(zip(_MEASURES, found, strict=True))
    return None


def _place(path: str) -> Path | None:
    folder, content = user_cache("faces"), digest(path)
    return folder / f"{content}-{reportlab.Version}-{sys.implementation.cache_tag}" if folder and content else None
