"""The mark behind a period, a year or a date, in a cell or in a heading: "2024-25 (p)", "2023 Q1 [r]".

It is that of all values of the row, or of the column. Marks of numbers are `cell_marks`'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.language.periods import period
from reportgen.marks import Mark
from reportgen.patterns import Pattern
from reportgen.source.date_texts import is_date

_BEHIND = Pattern(
    r"(?P<value>.*\w\.?)\s*\[\s*(?P<square>[^\[\]]+?)\s*\]|(?P<round_value>.*\w\.?)\s*\(\s*(?P<round>[^()]+?)\s*\)|"
    r"(?P<bare_value>.*\d)\s?(?P<bare>sd|[a-zPREF])|(?P<spaced_value>.*\w)\s(?P<spaced>sd|[a-zPREF])"
)
_SAID = {
    "prov": "p",
    "prelim": "p",
    "prél": "p",
    "est": "e",
    "rev": "r",
    "rév": "r",
    "forec": "f",
    "proj": "f",
    "break": "b",
    "semi-déf": "p",
}
"""How a word for a mark begins, in English and French."""
_SHORT = {"sd": "p"}
"""What French offices call half final: it may change once more."""
_FINAL = Pattern(r"\((?:d|définiti(?:fs?|ves?)|final)\)", re.IGNORECASE)
"""What they put behind a year whose values will not change: it says no more than no mark does."""
_CAPITALS = ("P", "R", "E", "F")
"""Letters that mean the same in capitals behind a period: "2023P"."""
_LONGEST = 4
"""Words of a period and its mark: "1 January 2024 (p)"."""
_LETTERS: Mapping[str, Mark] = {mark.value: mark for mark in Mark if mark.has_value}


def of_period(text: str) -> tuple[str, Mark | None]:
    """A period, a year or a date without the mark behind it, and that; another text as it is."""
    found = None if text.isdigit() else _BEHIND.fullmatch(text)
    if not found:
        return text, None
    kind = next(one for one in ("square", "round", "bare", "spaced") if found[one])
    letter, value = found[kind], found["value" if kind == "square" else f"{kind}_value"].strip()
    letter = next((one for word, one in _SAID.items() if letter.casefold().startswith(word)), letter)
    letter = letter.lower() if letter in _CAPITALS else _SHORT.get(letter, letter)
    if kind == "round" and _FINAL.fullmatch(f"({letter})") and _is_period(value) and not _is_period(text):
        return value, None
    if letter not in _LETTERS or _is_period(text) or not _is_period(value):
        return text, None
    return value, _LETTERS[letter]


def behind_period(name: str) -> Mark | None:
    """The mark of a heading that ends in words, a period and that: "Boats built 2023 Q1 (p)"; None without."""
    words = name.split()
    ends = (" ".join(words[-count:]) for count in range(1, min(_LONGEST, len(words)) + 1))
    return next((mark for end in ends if (mark := of_period(end)[1])), None)


def _is_period(text: str) -> bool:
    try:
        return period(text) is not None
    except ValueError:
        return is_date(text)
