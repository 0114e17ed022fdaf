"""`check_numbers`: every number of an author's own words comes from the data, or is meant as it stands.

Which words are prose, and where they stand, is `runs`' affair; which record a number may be, that of `suggestions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from reportgen.document.inlines import Value
from reportgen.document.style.bare_numbers import RAISED, bare_numbers
from reportgen.document.style.runs import runs
from reportgen.document.style.suggestions import SIZES, Suggestions
from reportgen.document.text.page import Page
from reportgen.language import Words
from reportgen.language.units import CURRENCIES
from reportgen.problems import Place, Problems
from reportgen.source.model import Briefing

_LETTERS = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[-\u2011–]|[ \u00a0\u202f]?×[ \u00a0\u202f]?")
"""What stands within a range or a product."""
_LONG = 4
"""Digits that no number of "1 in 5" has: a year does."""
_RANKS = range(1, 5)
"""Ranks whose endings are all that a language has."""
_LABEL = 2
"""Words of a text that is no sentence, but a figure: what it is says the text after it."""


def check_numbers(
    briefing: Briefing, words: Words, pages: Iterable[Page], values: Sequence[Value], problems: Problems
) -> None:
    """Report the numbers on `pages` that are bound to nothing; `values` are what the marks of the pages stand for."""
    known = Suggestions(briefing, words)
    told: set[tuple[str, Place]] = set()
    texts = [text for page in pages for text in runs(page, values)]
    out_of = words.form(r"\s«out-of»\s", re.NOFLAG)
    for text, following in zip_longest(texts, texts[1:]):
        for begin, end in _whole(text.whole, bare_numbers(text.whole, words, briefing.house.numbers), out_of):
            number, place = text.whole[begin:end].strip(), text.place(begin)
            if (number, place) not in told:
                told.add((number, place))
                before, after = text.whole[:begin], text.whole[end:]
                beside = following.whole if following and len(text.whole.split()) <= _LABEL else ""
                name, form = known.only(number, before, after, beside), _rank_form(number, after, words)
                number += "" if form else _unit(after, words)
                hint = _hint(number, name, form, yaml=place.file.endswith(".yaml"))
                message = f"the number {number} comes from no table and no fact"
                problems.add("number-unbound", place, message, hint, apart=bool(name))


def _whole(text: str, numbers: Sequence[re.Match[str]], out_of: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where each of the numbers begins and ends; "5-10 %", "3 × 4" and "1 in 5" are one."""
    begin = end = -1
    for found in numbers:
        share = found[0].isdecimal() and len(found[0]) < _LONG and text[begin:end].isdecimal()
        if begin >= 0 and (
            _BETWEEN.fullmatch(text, end, found.start()) or (share and out_of.fullmatch(text, end, found.start()))
        ):
            end = found.end()
            continue
        if begin >= 0:
            yield begin, end
        begin, end = found.span()
    if begin >= 0:
        yield begin, end


_SIGNS = re.escape(CURRENCIES)


def _unit(after: str, words: Words) -> str:
    """The unit with which a text goes on: letters close to the number, a size, per cent."""
    sizes = "|".join(f"«sizes.{size}»" for size in SIZES)
    close = rf"(?!s(?!\w))[^\W\d_{RAISED}]{{1,4}}(?:(?<=m)[²³])?(?![^\W{RAISED}]|[-\u2011/]\w)"
    found = words.form(
        rf"{close}|[ \u00a0\u202f](?:{sizes}|«percent»)(?!\w)(?:[ \u00a0\u202f]?[{_SIGNS}])?", re.NOFLAG
    ).match(after)
    return found[0] if found else ""


def _hint(number: str, name: str, form: str, *, yaml: bool) -> str:
    hint = _written(number, name, form)
    # In quotation marks, which a value of YAML needs that begins with a brace, there can be no others of the kind.
    return hint.replace('"', "'") + '; a value that begins with {{ stands in "…"' if yaml else hint


def _written(number: str, name: str, form: str) -> str:
    literal = number if re.fullmatch(r"[1-9]\d*|0", number) else f'"{number}"'
    meant = f"or {{{{ {literal}{form} | asis }}}} if it is meant"
    if not name:
        return f"write {{{{ …{form} }}}} where it stands in the data, {meant}"
    return f"write {{{{ {name}{form} }}}}, which is {number}, {meant}"


def _rank_form(number: str, after: str, words: Words) -> str:
    """The filter by which a number with the ending of a rank after it is written, as in "3rd", "1re"; else ""."""
    letters = _LETTERS.match(after)
    if letters is None:
        return ""
    if letters[0] in {words.ordinal(rank).removeprefix(str(rank)) for rank in _RANKS}:
        return " | ordinal"
    raised = words.raised.match(f"{number}{letters[0]}")
    if raised is None or not words.has_feminine:
        return ""
    return ' | ordinal("f")' if words.form("«feminine-ending»").fullmatch(letters[0]) else " | ordinal"
