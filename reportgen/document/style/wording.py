"""Words that a reader may not know, and those that the house writes otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import assert_never

from reportgen.document.inlines import (
    Code,
    Emphasis,
    Formula,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    PageNumber,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    Value,
    flat,
    mapped,
    plain,
)
from reportgen.document.style.bare_numbers import without_references
from reportgen.document.style.leftovers import is_gap
from reportgen.document.style.prose import WORD, Prose, first_places
from reportgen.language import words_for
from reportgen.problems import Problems
from reportgen.source.model import Term

_GONE, _LOWERED = "\x00", "\x01"
"""Stand for what has no abbreviation of the author's in it; capitals before lowered signs are a formula."""
_ABBREVIATION = re.compile(rf"(?<![\w./@&-])(?<!\d[ \u00a0\u202f])[^\W\d_]{{2,6}}(?![\w@&{_LOWERED}-])")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}")
"""Runs of letters among which every abbreviation is."""
_ROMAN = re.compile(r"[IVXLCDM]+")
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|‘[^‘’]*’(?!\w)")


def check_abbreviations(prose: Prose, problems: Problems) -> None:
    """Report abbreviations at their first use where nothing says what they stand for."""
    language, house = prose.briefing.meta.language, prose.briefing.house
    everybodys = words_for(language).known
    known = {*everybodys, *house.abbreviations, *(term.text for term in prose.briefing.terms if term.expansion)}
    for paragraph in prose.paragraphs:
        spans = (one for one in flat(paragraph.content) if isinstance(one, Span) and one.expansion)
        known |= {plain(span.children) for span in spans}
        text = plain(paragraph.content)
        explained: Set[str] | None = None
        for name in _abbreviations(paragraph.content, language, known):
            if name not in known and name not in (explained := _explained(text) if explained is None else explained):
                hint = (
                    f"write what it stands for, with ({name}) after it; or add it to sources/terms.yaml, or to"
                    " abbreviations: in house.yaml if every reader of yours knows it"
                )
                message = f"'{name}' is not explained where it is first used"
                said = re.compile(rf"(?<![\w./@-]){name}(?![\w@-])")
                place = prose.place(paragraph.place, said, word=name)
                problems.add("abbreviation", place, message, hint)
            known.add(name)


def _abbreviations(inlines: Inlines, language: str, known: set[str]) -> Iterable[str]:
    """Words of capitals, but for values of the data, words of another language, formulas and Roman numbers.

    Where every run of capitals is `known` there is none. What has a digit in it is a name: a road (A1), a quarter (Q1),
    a postcode, CO2.
    """

    def own(inline: Inline) -> Inlines | None:
        match inline:
            case Text() | Emphasis() | Strong() | Link():
                return None
            case Span():
                return (Text(_GONE),) if inline.expansion or inline.lang not in {"", language} else None
            case Subscript():
                return (Text(_LOWERED),)
            case Superscript() | Code() | Formula() | Value() | LineBreak() | NoteMark() | PageNumber():
                return (Text(_GONE),)
            case _:
                assert_never(inline)

    text = _QUOTED.sub("", plain(mapped(inlines, own)))
    if text.isupper():  # a heading that is typed: none of its words is known to be one
        return ()
    # So it is in most texts: what follows takes twenty times as long.
    if known.issuperset(one for one in _CAPITALS.findall(text) if one.isupper()):
        return ()
    names = _ABBREVIATION.findall(without_references(text))
    # Others are a formula (H₂O), a number, or a gap that is told as one.
    return (
        name for name in names if name.isupper() and name.isalpha() and not _ROMAN.fullmatch(name) and not is_gap(name)
    )


_BEHIND_WORDS = re.compile(r"\w\W{0,3}\((?=([^\W\d_]{2,6})\W)")
_BEFORE_WORDS = re.compile(r"(?<!\w)([^\W\d_]{2,6}) \((?=[^\W\d_]{2})")


def _explained(text: str) -> Set[str]:
    """What brackets tell the words of: "Water Office (WO)", "WO (Water Office)". The text is gone through once, not for
    each abbreviation in it."""
    return {*_BEHIND_WORDS.findall(text), *_BEFORE_WORDS.findall(text)}


def check_terms(prose: Prose, problems: Problems) -> None:
    """Report words that the house writes otherwise (`prefer:` in terms.yaml); what others said stays as it is."""
    avoided: dict[str, list[Term]] = {}
    for term in prose.briefing.terms:
        if term.prefer:
            avoided.setdefault(_first_word(term), []).append(term)
    headings = ((plain(section.title), section.place) for section in prose.sections)
    texts = ((plain(paragraph.content), paragraph.place) for paragraph in prose.paragraphs)
    for text, place in (*headings, *texts):
        kept = _QUOTED.sub(" ", text)
        # Few of a long list of terms are in a text at all.
        for word, first in (("", 0), *first_places(kept).items()) if avoided else ():
            for term in avoided.get(word, ()):
                pattern = _pattern(term)
                if pattern.search(kept, first):
                    reason = f" ({term.note})" if term.note else ""
                    message = f"the house writes '{term.prefer}' for '{term.text}'{reason}"
                    problems.add(
                        "term-avoided", prose.place(place, pattern, word=word), message, f"write {term.prefer}"
                    )


def _first_word(term: Term) -> str:
    """The word that a term begins with, whatever its case; "" for one that begins with another sign."""
    found = WORD.match(term.text.strip())
    return found[0].casefold() if found else ""


def _pattern(term: Term) -> re.Pattern[str]:
    """The term as a word of its own, in any case if it has no capital, and not inside what is preferred."""
    words = r"\s+".join(map(re.escape, term.text.split()))
    flags = re.IGNORECASE if term.text.islower() else re.NOFLAG
    return re.compile(rf"(?<![\w-]){words}(?![\w-])", flags)
