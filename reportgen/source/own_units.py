"""Units in the words of a paper's language: "Md€" in a French paper for "€ billion", which read as French would be a
thousand times as much.

What is written in the language already stays as its author writes it. English words that nothing here can put into
another language are told.
"""

from __future__ import annotations

import re
from functools import cache

from reportgen.frozen import frozen
from reportgen.language import UnknownLanguage, Words, words_for
from reportgen.language.units import unit_of
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems
from reportgen.source.unit_words import money_in_words

_SIZES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_ENGLISH = Pattern(
    r"(?:^|.*\s)(?:people|persons?|households?|inhabitants|children|pupils|students|patients|workers|employees|jobs|"
    r"homes|dwellings|houses|cases|deaths|births|miles|hours|days|weeks|months|years|pounds|pence|of|"
    r"per (?:[a-z]+|[0-9].*))"
    r"(?:\s.*|$)"
)
"""Words that a unit has in English alone."""


@frozen
class OwnUnit:
    """A unit in a language; where an English word stands in it still, what its size is called there ("": no size)."""

    text: str
    strange: bool = False
    size: str = ""


@cache
def own_unit(text: str, language: str) -> OwnUnit:
    """`text` as a paper in `language` (BCP 47) writes it; in an English paper it stays as it is."""
    if not text or text == "%" or language.partition("-")[0] == "en":
        return OwnUnit(text)
    try:
        words = words_for(language)
    except UnknownLanguage:
        return OwnUnit(text)
    return _in(words, text)


def _in(words: Words, text: str) -> OwnUnit:
    own, found = words.unit(text), unit_of(text)
    if not (own.size or found.currency) and (money := money_in_words(text)):
        found = unit_of(money)
    size, strange = _SIZES.get(found.power, ""), bool(_ENGLISH.match(found.rest))
    if found.currency and size:
        return OwnUnit(words.amount(size, found.currency, found.rest), strange)
    if not found.size or (own.size == found.size and found.rest):
        return OwnUnit(text, strange)
    word = words.amount(size, "")
    if own.size in ("", found.size) and not found.rest:
        return OwnUnit(word)
    # A word that both have for other numbers, as "billion": with what it is of, it is the language's.
    counted = own.size and re.match(rf"(?:{words.pattern('of-it')})(?![^\W\d_])|d['’]", own.rest)
    return OwnUnit(text, not counted, word)


def in_language(text: str, language: str, name: str, place: Place, problems: Problems) -> str:
    """The unit of the column or the fact `name`, as a paper in `language` writes it; what is English in it is told."""
    found = own_unit(text, language)
    if found.strange:
        example = f', such as unit: "{found.size}{" …" * (" " in text)}"' if found.size else ""
        message = f"the unit of '{name}', {text}, is English, and the paper is in {language}"
        problems.add("table-units", place, message, f"write it in the language of the paper{example}")
    return found.text
