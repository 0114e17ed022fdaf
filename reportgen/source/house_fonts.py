"""The fonts of a house style: families that exist, and files that a paper can carry."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.fonts import BUILT_IN
from reportgen.house import Face
from reportgen.problems import Problems, did_you_mean
from reportgen.source.fields import keys_of
from reportgen.source.files import Files
from reportgen.source.yaml_nodes import Entries, Leaf, Node, find, leaves

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_NEEDED = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
"""The tables of a TrueType font (OpenType specification, "Required tables")."""

_NOT_EMBEDDED = 0x0002 | 0x0300
"""The bits of `fsType` that forbid to embed a font, or to embed a part or the outlines of it (OpenType, OS/2)."""

_LONGEST_NAME = 120
"""Characters of a font's name: a name in a PDF has 127 at most (ISO 19005-1), and a subset's has seven before it."""
_UNITS = range(16, 16_385)
"""How many units an em may have (OpenType specification, "head")."""

_TRUETYPE = "choose the TrueType file (.ttf) of the font"

_BROKEN = "is no font, or a damaged one", _TRUETYPE


def check_chain(fonts: Node | None, problems: Problems) -> None:
    """Report the families of `chain:` that are neither built in nor among `families:`."""
    families = find(fonts, "families")
    own = [key.text for key, _ in families.entries] if isinstance(families, Entries) else []
    for leaf in leaves(find(fonts, "chain")):
        if leaf.text not in (*BUILT_IN, *own):
            message = f"there is no font family '{leaf.text}'"
            problems.add("not-in-list", leaf.place, message, did_you_mean(leaf.text, (*BUILT_IN, *own)))


def font_files(families: Node | None, sources: Path, files: Files) -> Mapping[str, Mapping[str, str]]:
    """The font files of each family by style, as absolute paths; those that won't do are reported and left out.

    A path counts from the folder of the house style that names it, and stays in `sources`.
    """
    return {
        family.text: {
            style: path
            for style in keys_of(Face)
            if isinstance(leaf := find(node, style), Leaf) and leaf.text and (path := _font_file(leaf, sources, files))
        }
        for family, node in (families.entries if isinstance(families, Entries) else ())
    }


def _font_file(leaf: Leaf, sources: Path, files: Files) -> str:
    path = files.inside(sources, (files.workspace / leaf.place.file).parent, leaf.text, leaf.place)
    data = files.bytes(path) if path else None
    fault, remedy = _fault_of(data) if data is not None else ("", "")
    if fault:
        files.problems.add("file-format", leaf.place, f"'{leaf.text}' {fault}", remedy)
    return "" if fault or data is None else str(path)


def _fault_of(data: bytes) -> tuple[str, str]:
    """What keeps a file from being used as a font, and what to do; two empty texts for a font that is all right."""
    import logging

    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # it prints its doubts
    try:
        font = TTFont(BytesIO(data), lazy=True)
        whole = {tag for tag, entry in font.reader.tables.items() if len(font.reader[tag]) == entry.length}
        if font.sfntVersion == "OTTO":
            return "has PostScript outlines, which a paper can't carry", _TRUETYPE
        if not whole.issuperset(_NEEDED) or not font.getBestCmap() or not _is_sound(font, data):
            return _BROKEN
        if font["OS/2"].fsType & _NOT_EMBEDDED:
            return "does not allow to be carried by a paper", "choose a font whose licence allows embedding"
    except Exception:  # noqa: BLE001 - the parsers raise anything for a file that is no font
        return _BROKEN
    return "", ""


def _is_sound(font: TTFont, data: bytes) -> bool:
    """Whether what is in the tables can be used: asked of ReportLab, which will. It raises anything for what can't."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    face = TTFontFile(BytesIO(data))
    face.makeSubset(sorted(face.charToGlyph))
    widths, outlines, glyphs = font["hmtx"].metrics, font["glyf"], set(font.getBestCmap().values())
    return (
        any(outlines[glyph].numberOfContours for glyph in glyphs)
        and any(widths[glyph][0] for glyph in glyphs)
        and len(face.name) <= _LONGEST_NAME
        and font["head"].unitsPerEm in _UNITS
        and len(font["loca"]) == font["maxp"].numGlyphs + 1
    )
