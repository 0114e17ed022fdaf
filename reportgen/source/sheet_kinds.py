"""Which sheets of a workbook have tables of numbers, and which are about the others: covers, contents, notes."""

from __future__ import annotations

import re
from enum import Enum

from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Worksheet
from reportgen.source.finder import types_of
from reportgen.source.note_sheets import may_hold_notes, notes_on

_NUMERIC = ("number", "integer")
_ABOUT = Pattern(
    r"(front |title )?(cover|page|contents?|toc|read ?me|metadata|about|info(rmation)?|guidance|glossary|methodology|"
    r"back ?ground|disclaimer|copyright|contacts?|enquiries|symbols?|legend|sources?)s?([ _-]?(sheet|page|list))?|"
    r"title[ _-]?page|(table|list)[ _-]of[ _-](contents?|tables)|"
    r"titel(seite)?|deckblatt|inhalt(sverzeichnis|s[üu]bersicht)?|impressum|hinweise|erl[äa]uterung(en)?|[üu]bersicht|"
    r"sommaire|couverture|lisez[ _-]?moi|avertissement|d[ée]finitions?|m[ée]thodologie|"
    r"[íi]ndice|portada|car[áa]tula|copertina|inneh[åa]ll|inhoud",
    re.IGNORECASE,
)
"""What sheets are called that say something of the others."""
_LISTING = Pattern(r"(table[ _-]?)?index", re.IGNORECASE)
"""What one is called that may hold numbers as well as names: an index of series, or of prices."""


class Kind(Enum):
    """What a sheet with a table of numbers is."""

    TABLE = "table"
    ABOUT = "about"
    """of other sheets: to be taken only where no other one has a table"""


def kind_of(sheet: Worksheet) -> Kind | None:
    """What a sheet is, by its name and its first rows; None: it has no table of numbers."""
    name = sheet.name.strip()
    if may_hold_notes(name) and notes_on(sheet):
        return None
    types = types_of(sheet)
    numbers = sum(one in _NUMERIC for one in types)
    if not numbers:
        return None  # words alone
    listing = _LISTING.fullmatch(name) and types.count("string") > numbers
    return Kind.ABOUT if listing or _ABOUT.fullmatch(name) else Kind.TABLE
