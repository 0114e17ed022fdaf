"""Names of months and days in the language that a number format asks for: `[$-40C]mmm-yy` is French, "janv.-24".

What formats values knows English names alone. The code in such brackets is one of Windows' identifiers of languages
([MS-LCID]), whose last ten bits are the language without its country.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_ASKED = re.compile(
    r"\[\$[^\]-]*-(?:(?P<tag>[a-z]{2})-[A-Z]{2}|(?:[0-9A-F]{2,4})?(?P<number>[0-9A-F]{3,4}))\]", re.IGNORECASE
)
_LANGUAGES: Mapping[int, str] = {
    0x03: "ca",
    0x05: "cs",
    0x06: "da",
    0x07: "de",
    0x0A: "es",
    0x0B: "fi",
    0x0C: "fr",
    0x0E: "hu",
    0x10: "it",
    0x13: "nl",
    0x14: "nb",
    0x15: "pl",
    0x16: "pt",
    0x18: "ro",
    0x1D: "sv",
    0x24: "sl",
}
_PRIMARY = 0x3FF
_WORD = re.compile(r"[A-Za-z]{3,}")


def in_its_language(text: str, code: str) -> str:
    """A date as it is shown, with its English names in the language of the format `code`, if that has one."""
    asked = _ASKED.search(code)
    if asked is None:
        return text
    language = (asked["tag"] or "").lower() or _LANGUAGES.get(int(asked["number"], 16) & _PRIMARY, "en")
    if language not in _LANGUAGES.values():
        return text
    names = _names(language)
    return _WORD.sub(lambda found: names.get(found[0], found[0]), text)


@cache
def _names(language: str) -> dict[str, str]:
    from babel import Locale

    english, other = Locale("en"), Locale(language)
    return {
        one: getattr(other, kind)["format"][width][number]
        for kind in ("days", "months")
        for width in ("abbreviated", "wide")
        for number, one in getattr(english, kind)["format"][width].items()
        if one != "May" or width == "abbreviated"
    }
