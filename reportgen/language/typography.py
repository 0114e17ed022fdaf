"""The rules of typography for all words that are printed, those of texts, of data, of sources and of the house alike.

Each sign comes in the place of one other sign, so that what is printed stands where it was written; what has to be put
in between, where an author types no space, is found by `gaps`. Names of files, addresses and the like are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reportgen.language.tables import NARROW
from reportgen.language.units import MEASURED, NO_BREAK
from reportgen.language.verbatim import verbatim, within

_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<![\w'])'(?=\d0s\b|\d\d\b(?!.*'(?!\w))|(?i:tis|twas|twere|em|til|cause|cos|bout)\b)"
)
INNER = {"“": ("‘", "’"), "„": ("‚", "‘")}
"""The quotation marks inside outer ones, by how these open; else “ and ”."""
_PAIR = re.compile(r'(?P<elided>(?<=[^\W\d_])[\x27’])?(?<![\w"])"(?P<words>[^\s"](?:[^"]*[^\s"])?)"(?![\w"])')
_AND = re.compile(r"(?<=\w )'n'(?= \w)")
_GROUPED = re.compile(r"(?<![\d.,+])(?<!\d[ \u00a0\u202f])[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?![\d]|[ \u00a0]\d)")
"""A number whose thousands are apart by spaces; digits in other groups are those of a telephone or the like."""
_SPACE = re.compile("[ \u00a0]")
_BY_NUMBER = re.compile(r"\d[ \u00a0]| (?=\d|[IVXLC]+\b)")
"""A space beside a number, which few texts have: to look for it costs a third of what follows."""


_BEFORE = "[\\w)\\]’”%€»…²³°\ue011]"
"""What ends words before such a sign: letters, signs, a value of the data (`document.data.marks`)."""


def apostrophes(text: str) -> str:
    """Straight marks that can only be apostrophes: in O'Neill, the '90s, 'tis; what may be a quotation mark stays."""
    if "'" not in text:
        return text
    kept = verbatim(text)
    text = _APOSTROPHE.sub(lambda found: found[0] if within(kept, found.start()) else "’", text)
    return _AND.sub("’n’", text)


def in_quotes(text: str, quoted: Callable[[str], str]) -> str:
    """Words between two straight marks in those of a language, as `quoted` sets them; within such marks in the inner
    ones. Marks of inches, and one alone, stay."""
    if '"' not in text:
        return text
    opening, closing = (sign.strip() for sign in quoted("\0").split("\0"))
    first, last = INNER.get(opening, ("“", "”"))

    def replaced(found: re.Match[str]) -> str:
        within_outer = text.count(opening, 0, found.start()) > text.count(closing, 0, found.start())
        inner = within_outer and opening != closing
        words = f"{first}{found['words']}{last}" if inner else quoted(found["words"])
        return f"{'’' if found['elided'] else ''}{words}"

    return _PAIR.sub(replaced, text)


def held(text: str, before_number: str, after_number: str = "(?!)", elsewhere: str = "(?!)") -> str:
    """With the spaces that no line ends at: within a number, before the short form of a unit, behind the words of
    `before_number`, a regular expression, where a number follows, before those of `after_number`, and where
    `elsewhere` finds one."""
    if " " not in text:
        return text
    text = _compiled(elsewhere).sub(NO_BREAK, text)
    if not _BY_NUMBER.search(text):
        return text
    text = _GROUPED.sub(lambda found: _SPACE.sub(NARROW, found[0]), text)
    text = _behind(before_number).sub(lambda found: found["word"] + NO_BREAK, text)
    text = _compiled(rf"(?<=\d) (?=(?:{after_number})(?!\w))").sub(NO_BREAK, text)
    return MEASURED.sub(NO_BREAK, text)


def gaps(before: str, after: str) -> re.Pattern[str]:
    """Finds where a space lacks before the signs `before`, such as "!" right behind a word, and after those of `after`.

    Of a language with such spaces, per cent and euros stand apart from their number too.
    """
    if not before:
        return re.compile("(?!)")
    signs, colon = re.escape(before.replace(":", "")), ":" in before
    forms = [rf"(?<={_BEFORE})(?=[{signs}]+(?:[\s)\]»”.,]|\Z))", r"(?<=\d)(?=(?:[%€]|°[CF])(?!\w))"]
    forms += [rf"(?<={_BEFORE})(?=:(?:\s|\Z))"] if colon else []
    forms += [rf"(?<=[{re.escape(after)}])(?=[\w“‘(])"] if after else []
    return re.compile("|".join(forms))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _behind(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!\w[’'](?=s))(?P<word>{words}) (?=\d|[IVXLC]+\b)")
