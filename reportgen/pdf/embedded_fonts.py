"""Fonts as they go into the file: ReportLab's TrueType subsets, with every code mapped back to its own character.

ReportLab maps codes that stand for no character to U+0000, which PDF/A and PDF/UA forbid, and turns a no-break space
into a space. Which font sets which character is `reportgen.fonts`' business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFont

from reportgen.fonts import ALIASES
from reportgen.pdf.font_faces import KeptFace
from reportgen.pdf.reportlab_names import base_font, replace_to_unicode, subsets_of

_NO_BREAK_SPACE = "\u00a0"
_STAND_IN = "\uf8ff"
"""The last private character: stands for the no-break space on its way through ReportLab."""

_LONGEST_BLOCK = 100
"""How many entries a block of a CMap may have (Adobe Technical Note 5014)."""

_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
"""

_TAIL = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class EmbeddedFont(TTFont):
    """A font file for `pdfmetrics.registerFont`; it may be used for any number of papers.

    A character that `reportgen.fonts.ALIASES` lets take another one's glyph keeps its own code and meaning.
    """

    def __init__(self, name: str, path: str) -> None:
        # As `TTFont` does, which would read the file by itself: a test holds that it makes the same.
        self.fontName, self.face, self.encoding = name, KeptFace(path), TTEncoding()
        self.state: Any = WeakKeyDictionary()
        self._asciiReadable = self.shapable = False
        self._alias({_STAND_IN: _NO_BREAK_SPACE if ord(_NO_BREAK_SPACE) in self.face.charToGlyph else " "})
        self._alias(ALIASES)

    def _alias(self, aliases: Mapping[str, str]) -> None:
        """Let characters that the font lacks take the glyph and the width of others."""
        glyphs, widths = self.face.charToGlyph, self.face.charWidths
        for character, other in aliases.items():
            if len(other) == 1 and ord(other) in glyphs and ord(character) not in glyphs:
                glyphs[ord(character)] = glyphs[ord(other)]
                widths[ord(character)] = widths.get(ord(other), self.face.defaultWidth)

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802
        """ReportLab's: the codes of `text`, in pieces of one subset each."""
        return super().splitString(text.replace(_NO_BREAK_SPACE, _STAND_IN), doc, encoding)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """ReportLab's: write the subsets into the file, with ToUnicode maps of our own."""
        subsets = subsets_of(self, doc)
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            replace_to_unicode(doc, base_font(doc, self.fontName, number), to_unicode(subset))


def to_unicode(subset: Sequence[int]) -> str:
    """The CMap from the codes of a subset to its characters; a code without a character has no entry."""
    entries = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(subset) if character]
    blocks = [entries[start : start + _LONGEST_BLOCK] for start in range(0, len(entries), _LONGEST_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return _HEAD + body + _TAIL


def _utf16(character: int) -> str:
    text = chr(character).replace(_STAND_IN, _NO_BREAK_SPACE)
    return text.encode("utf-16-be").hex().upper()
