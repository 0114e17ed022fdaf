"""A heading in capitals as it is meant: small but for its beginning and for abbreviations, without its number."""

from __future__ import annotations

import re

from reportgen.document.markdown.heading_numbers import PART_ENDS
from reportgen.document.style.prose import Prose

_NUMBER = re.compile(r"\d{1,2}(?:(?:\.\d{1,2}){1,3}[.)]?|[.)])[ \t\u00a0]+")
_WORD = re.compile(r"[^\W\d_]+")


def as_meant(title: str, prose: Prose) -> str:
    """Such as "The NHS at work" for "2.1 THE NHS AT WORK"; a title with small letters loses no more than its number."""
    part = prose.words.form(f"«typed-part»{PART_ENDS}").match(title) or _NUMBER.match(title)
    title = title[part.end() :] if part else title
    if not title.isupper():
        return title
    kept = _abbreviations(prose)
    lowered = _WORD.sub(lambda word: word[0] if word[0] in kept else word[0].lower(), title)
    return lowered[:1].upper() + lowered[1:]


def _abbreviations(prose: Prose) -> set[str]:
    """Those that are known, and words of capitals that the text has; none is also a word of the text, as IT is."""
    words = {word for run in prose.own_runs if not run.whole.isupper() for word in _WORD.findall(run.whole)}
    known = {*prose.words.known, *prose.briefing.house.abbreviations}
    known |= {term.text for term in prose.briefing.terms if term.text.isupper()}
    used = {word for word in words if word.isupper() and word[1:]}
    return (known | used) - {word.upper() for word in words if not word.isupper()}
