"""Which numbers of a text ought to come from the data: all but dates, names, numbers of articles, and exceptions.

Nothing here knows where the text stands. Months come from Babel; the other words of a language are in its table, under
`meta`: `numbered`, `named`, `joined`, `clock`, `century`, `aged`, `certainty`, `street`, `excused` for others. What
looks alike in all of them is in `references`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache

from reportgen.document.style.references import FORMS, NO_QUANTITY, NUMBER_OF
from reportgen.language import Words, words_for
from reportgen.language.units import CURRENCIES

GONE = "\x00"
"""Stands where something was that is no number, or one that need not be bound."""
BOUND = "\ue010"
"""Stands for a value of the data."""
QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|»[^«»]*«|„[^„“”]*[“”]|‘[^‘’]*’(?!\w)|‚[^‚‘’]*[‘’]|‹[^‹›]*›|「[^「」]*」")
"""The words of somebody else, in the marks of any language."""

_SIGNS = re.escape(CURRENCIES)
_GROUPS = "[ \u00a0\u202f\u2009]"
NUMBER = re.compile(
    rf"(?:(?<![\w)\]{BOUND}])[+\-\u2212±])?(?:[{_SIGNS}]\s?)?(?:(?<![\w.)])\.(?=\d))?(?<![\w^])\d(?:\d|[.,’'](?=\d)|{_GROUPS}(?=\d{{3}}(?!\d)))*"
    rf"(?:/\d+)?(?:\s?(?:[%‰{_SIGNS}]|(?:[kKM]|Mio\.?|M[rd]?ds?\.?)\s?[{_SIGNS}]))?"
)
"""A number with its sign, its groups and decimals, a fraction, per cent or a currency."""

_WORD_WITH_DIGIT = re.compile(r"(?<!\w)(?=[\w\u2011/-]*\d)\w+(?:[-\u2011/]\w+)*(?:\((?:[A-Z]+|\d{1,3}|[a-z]{1,3})\))*")
"""A word, with those that are joined to it, if there is a digit among them."""
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"[-\u2011/]")
_MIXED = re.compile(r"(?=.*\d)(?=.*[^\W\d_])")
_UNITS = "[KMB]|BN|[kMGT]?Wh?|[kMGT]B|[kM]V|[kMG]?Hz|[MG]t|GDP"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_QUANTITY = re.compile(rf"\d+(?:[a-zß-öø-ÿ]+\d?|{_UNITS})[{RAISED}]*")
"""Digits with an ending or a unit: "3rd", "20m", "5MW" are numbers, "5G" and "G20" names."""
_SIGNS_OF_NUMBERS = r"#|§§?|№|n[°º]|Nos?\.?|nos?\.|Figures?|Figs?\.?"
_DAY = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?(?!\d)"
_YEAR = rf"(?<![\d{_SIGNS}+\u2212])(?<!\d[.,])[12]\d{{3}}(?:[-–/]\d{{2,4}})?(?:s\b)?(?![\d]|[.,]\d|\s?[%‰{_SIGNS}])"
_FORMAL = (
    r"(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?![\d-])",
    r"(?<![\d/.])\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)",
    r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])",
    r"(?<![\d/])\d{1,5}/[12]\d{3}(?![\d/])",
    r"(?<!\w)(?:https?://|www\.)\S+",
    r"(?<!\w)[’'‘]\d0s\b",
    r"(?<![\w.,])10\^[-\u2212]\d{1,3}(?!\w)",
)
"""Dates and times in figures, years of acts such as 1093/2010, addresses, a decade, a thousandth."""
_OWN_NUMBER = re.compile(
    r"\A\d{1,2}(?:(?:\.\d{1,3}){1,3}[.)]?|[.)°º]|[ \u00a0]?\(?[a-z]\)|[ \u00a0][-–—])"
    r"(?=[ \t\u00a0]+[“\"‘'(]?[^\W\d_a-zß-öø-ÿ])"
)
"""The number of a heading or a paragraph, which is told as such."""
_LABEL = re.compile(r"(?<!\w)\((\d{1,2})[a-z]?\)")


def bare_numbers(text: str, words: Words, excepted: Sequence[str] = ()) -> list[re.Match[str]]:
    """The numbers of `text` that nothing excuses, in order; `excepted` are texts of house.yaml whose numbers are meant.

    >>> [one[0] for one in bare_numbers("In 2022 the G20 paid 12,000 of it.", words_for("en-GB"))]
    ['12,000']
    """
    return list(NUMBER.finditer(_excused(text, words, excepted))) if _DIGIT.search(text) else []


def value_of(number: str, words: Words) -> Decimal | None:
    """What a number as `words` writes it amounts to; None for a fraction and the like."""
    point = words.number(Decimal("0.5"))[1]
    plain = re.sub(rf"[^\d{re.escape(point)}/-]", "", number.replace("\u2212", "-")).replace(point, ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _excused(text: str, words: Words, excepted: Sequence[str]) -> str:
    """`text`, as long as before, without the numbers that need not be bound."""
    text = _OWN_NUMBER.sub(_gone, QUOTED.sub(_gone, text))
    for wanted in excepted:
        text = re.sub(_phrase(wanted), _gone, text) if wanted.strip() else text
    text = without_references(text)
    text = _WORD_WITH_DIGIT.sub(lambda word: _gone(word) if _is_name(word[0]) else word[0], text)
    return _without_labels(_without(text, _patterns(words.tag)))


def without_references(text: str) -> str:
    """`text`, as long as before, without references such as "[2019] UKSC 41" and "HC 123"."""
    return _without(text, _references())


def _without(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    for pattern in patterns:
        if not _DIGIT.search(text):
            return text
        text = pattern.sub(_gone, text)
    return text


def _gone(found: re.Match[str]) -> str:
    return GONE * len(found[0])


def _phrase(text: str) -> str:
    """A text as such, whatever spaces are between its words."""
    words = r"\s+".join(map(re.escape, text.split()))
    return rf"(?<!\w){words}(?!\w)"


def _is_name(word: str) -> bool:
    """Whether letters and digits make a name: "CO2", "COVID-19", "ES-11/1", "2014/65/EU"; not "20-year" and "3rd"."""
    if not _MIXED.match(word):
        return False
    head, bracket, _ = word.partition("(")
    parts = [part for part in _JOINT.split(head) if part]
    if (bracket and (word[-2].isupper() or _MIXED.match(head))) or any(
        _MIXED.match(part) and not _QUANTITY.fullmatch(part) for part in parts
    ):
        return True
    named = [part for part in parts if part[0].isupper() and part.isalpha()]
    return bool(named) and (not parts[0][0].isdigit() or any(part.isupper() for part in named))


def _without_labels(text: str) -> str:
    """Without "(1) … (2) …": numbers in brackets that count from one."""
    due = 1

    def label(found: re.Match[str]) -> str:
        nonlocal due
        if int(found[1]) not in (due, due - 1) or int(found[1]) == 0:
            return found[0]
        due = int(found[1]) + 1
        return _gone(found)

    return _LABEL.sub(label, text)


@cache
def _references() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, FORMS))


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], ...]:
    """What excuses a number in a language, in the order in which it is looked for."""
    words = words_for(tag)
    joined = r"(?:\s*(?:[–,/&-]|\b«joined»\b))+\s*"
    months = "|".join(re.escape(month) for month in sorted(words.months, key=len, reverse=True))
    days = rf"{_DAY}(?:{joined}{_DAY}){{0,30}}"
    date = rf"{days}\s+(?:of\s+|de\s+)?(?:{months})\b\.?|\b(?:{months})\.?\s+{days}"
    ordinal = r"\d{1,2}[a-zè]{1,3}"
    century = rf"(?<!\w){ordinal}(?:{joined}{ordinal}|-{joined}{ordinal})*[\s-]+«century»\b"
    certain = r"(?<![\d.,])\d{1,2}(?:[.,]\d+)?\s?(?:%|«percent»\b)\s*«certainty»"
    round_one = rf"1(?:(?:0{{0,2}}(?:[,.’]|{_GROUPS})000)+|0{{2,3}})(?![\d,.]*\d|\s?[%‰{_SIGNS}])"
    rated = rf"(?<!\w)(?i:«denominator»)\s{round_one}"
    excused = rf"(?:{words.pattern('excused').replace('«numbered»', words.pattern('numbered'))})"
    forms = (
        excused,
        "«street»",
        certain,
        rated,
        _numbered(joined),
        date,
        "«clock»",
        century,
        *_FORMAL,
        _YEAR,
        "«aged»",
    )
    return tuple(words.form(one, re.NOFLAG) for one in forms)


def _numbered(joined: str) -> str:
    """Numbers after the word for what they number; a plural has several: "articles 3, 4 and 5"."""
    word = (
        rf"(?<!\w)(?:(?i:«numbered»)|«named»(?!\w)|{_SIGNS_OF_NUMBERS})"
        rf"\s?(?:\([A-Z][\w, ]*\)\s?)?(?:(?:{_SIGNS_OF_NUMBERS})\s?)?"
    )
    number = rf"{NUMBER_OF}{NO_QUANTITY}"
    several = r"(?:(?<=s\s)|(?<=s\.\s)|(?<=ux\s)|(?<=cc\s)|(?<=rr\s)|(?<=pp\.\s)|(?<=§§\s))"
    return rf"{word}(?:{several}{number}(?:{joined}{number})*|{number}(?:\s?[–-]\s?{number})?)"
