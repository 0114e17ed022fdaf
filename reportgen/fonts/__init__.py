"""The fonts of a house, and font fallback: which file sets which character in which style, along a chain of families.

Both matplotlib and ReportLab are handed these files; nothing here draws. Built-in families are in `typefaces/` and in
matplotlib's folder, which is found without importing it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Literal
from unicodedata import category

from reportgen.frozen import frozen
from reportgen.house import Face, Fonts

Weight = Literal["regular", "semibold", "bold"]

SLANT = 0.2
"""How far an upright letter leans that stands in for an italic: about eleven degrees."""

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\n\t")
"""Characters that steer line breaking and have no glyph."""


@frozen
class Style:
    """A weight, upright or italic."""

    weight: Weight = "regular"
    italic: bool = False


ALIASES: Mapping[str, str] = {"\u2011": "-", "\u2010": "-", "\u2009": "\u202f", "\u200b": "", "\ufeff": ""}
"""Characters that fonts often lack, and the one whose glyph they take (the text itself keeps the character)."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
"""Bidirectional classes of what is set from right to left (Unicode, annex 9)."""

_BUILT_IN: Mapping[str, tuple[str, str, Face]] = {
    "source-sans": (
        "reportgen",
        "typefaces/SourceSans3-",
        Face("Regular.ttf", "Bold.ttf", "It.ttf", "BoldIt.ttf", "Semibold.ttf", "SemiboldIt.ttf"),
    ),
    "dejavu-sans": (
        "matplotlib",
        "mpl-data/fonts/ttf/DejaVuSans",
        Face(".ttf", "-Bold.ttf", "-Oblique.ttf", "-BoldOblique.ttf"),
    ),
}


BUILT_IN = tuple(_BUILT_IN)
"""The families that come with the engine, by name."""


@frozen
class FontFile:
    """A font file; `slanted` asks for an upright one to be set leaning, where no italic has a character."""

    name: str
    path: str
    slanted: bool = False


@cache
def characters(path: str) -> frozenset[int]:
    """The code points that a font file has glyphs for (read once)."""
    import uharfbuzz as hb

    return frozenset(hb.Face(hb.Blob.from_file_path(path)).unicodes)


def covers(path: str, character: str) -> bool:
    """Whether the font file can show `character`, by its own glyph or by an alias's."""
    return any(ord(sign) in characters(path) for sign in (character, *ALIASES.get(character, "")))


@cache
def _family_name(path: str) -> str:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        return str(font["name"].getBestFamilyName() or Path(path).stem)


def family_names(fonts: Fonts) -> list[str]:
    """What the families of a house call themselves, in the chain's order: by these names other programs know them."""
    return [_family_name(file.path) for file in Chain(fonts).files(Style())]


class Chain:
    """The families of a house in order; a character is set in the first family that has it in the style asked for."""

    def __init__(self, fonts: Fonts) -> None:
        """Raise KeyError for a family that is neither built in nor described in `fonts.families`."""
        self._families = [(name, _faces(name, fonts)) for name in fonts.chain]
        self._by_style: dict[Style, list[FontFile]] = {}
        self._settable: dict[Style, set[str]] = {}

    def files(self, style: Style) -> list[FontFile]:
        """The file of each family for `style`, in the chain's order."""
        return [_file(name, faces, style) for name, faces in self._families]

    def _candidates(self, style: Style) -> list[FontFile]:
        """The same, and after each italic the family's upright, slanted. They are looked for once: each text asks."""
        if style not in self._by_style:
            files = []
            for file, (name, faces) in zip(self.files(style), self._families, strict=True):
                files.append(file)
                upright = _file(name, faces, Style(style.weight))
                if style.italic and upright.path != file.path:
                    files.append(FontFile(upright.name, upright.path, slanted=True))
            self._by_style[style] = files
        return self._by_style[style]

    def every_file(self) -> list[FontFile]:
        """All files of all styles, each once."""
        styles = [Style(weight, italic) for weight in _WEIGHTS for italic in (False, True)]
        return list(dict.fromkeys(file for style in styles for file in self.files(style)))

    def runs(self, text: str, style: Style) -> Iterator[tuple[FontFile, str]]:
        """`text` cut where the font changes. Marks and spaces stay with what stands before them.

        A character that no font has stays with the first family: `missing` tells of it beforehand.
        """
        files = self._candidates(style)
        if characters(files[0].path).issuperset(map(ord, text)):
            if text:
                yield files[0], text
            return
        chosen: list[FontFile] = []
        for character in text:
            previous = chosen[-1] if chosen else files[0]
            sticks = character.isspace() or character in UNSEEN or category(character).startswith("M")
            if sticks and (character in UNSEEN or covers(previous.path, character)):
                chosen.append(previous)
            else:
                chosen.append(next((file for file in files if covers(file.path, character)), files[0]))
        for file, pairs in groupby(zip(chosen, text, strict=True), key=lambda pair: pair[0]):
            yield file, "".join(character for _, character in pairs)

    def missing(self, text: str, style: Style | None = None) -> str:
        """The characters of `text` that can't be set, each once: no family has them, or they run leftwards."""
        settable = self._settable.setdefault(style or Style(), set(UNSEEN))
        unknown = [one for one in dict.fromkeys(text) if one not in settable]
        paths = [file.path for file in self.files(style or Style())] if unknown else []
        settable |= {c for c in unknown if not runs_leftwards(c) and any(covers(path, c) for path in paths)}
        return "".join(c for c in unknown if c not in settable)


_WEIGHTS: tuple[Weight, ...] = ("regular", "semibold", "bold")

_NEAREST: Mapping[Style, tuple[str, ...]] = {
    Style("regular"): ("regular",),
    Style("semibold"): ("semibold", "bold", "regular"),
    Style("bold"): ("bold", "semibold", "regular"),
    Style("regular", italic=True): ("italic", "regular"),
    Style("semibold", italic=True): ("semibold_italic", "bold_italic", "italic", "semibold", "bold", "regular"),
    Style("bold", italic=True): ("bold_italic", "semibold_italic", "bold", "italic", "semibold", "regular"),
}


def _file(name: str, face: Face, style: Style) -> FontFile:
    kind = next(kind for kind in _NEAREST[style] if getattr(face, kind))
    return FontFile(f"{name}-{kind.replace('_', '-')}", getattr(face, kind))


def _faces(name: str, fonts: Fonts) -> Face:
    """The face with absolute paths."""
    if name in fonts.families:
        return fonts.families[name]
    package, stem, face = _BUILT_IN[name]
    spec = find_spec(package)
    assert spec is not None and spec.origin is not None, f"the package {package} is a dependency"
    folder = Path(spec.origin).parent
    return Face(*(f"{folder}/{stem}{end}" if end else "" for end in astuple(face)))


def runs_leftwards(character: str) -> bool:
    """Whether it is of a script that this engine does not set: right-to-left ones need joining and turning."""
    from unicodedata import bidirectional

    return bidirectional(character) in _RIGHT_TO_LEFT
