"""Numbers that an author types before a title, as a word processor would: "Table 1: Homes". They come by themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from reportgen.document.markdown.headers import Entry, Header
from reportgen.document.templates.offsets import cut, joined
from reportgen.document.text.desk import Desk
from reportgen.document.text.page import Page
from reportgen.language import words_for

_KINDS = ("chart", "table", "figure", "box")
_NUMBER = r"(?:(?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:[.–-]\d{1,3})*[a-z]?|(?:[A-Z]|[IVX]+)(?=[*_]*\s*[:.–—]))"
_END = r"(?:[*_]*\s*(?:[:.|]|[–—]|-{1,3}(?=\s))[*_]*\s*|[*_]*[\s\u00a0]+(?=[“\"‘'*_(]*[^\W\d_a-zß-öø-ÿ]))"
"""What parts a number from the title: a sign, or nothing but the capital with which the title begins."""


def without_number(desk: Desk, page: Page, header: Header) -> Header:
    """The header with its title's number, if one is typed, left out and told."""
    entry = header.entries.get("title")
    found = _form(desk.words.tag).match(entry.phrase) if entry else None
    if entry is None or found is None or found.end() == len(entry.phrase):
        return header
    message = f"'{found['typed']}' is typed before this title, and left out: numbers come by themselves"
    desk.problem("crossref-typed", page.origin.place(entry.place), message, "begin the title with its own words")
    begin = entry.text.index(entry.phrase)
    opening = found["mark"] if found[0].count(found["mark"]) == 1 else ""
    start, end = begin + found.end(), begin + len(entry.phrase)
    rest = (entry.text[start:end], cut(entry.where, start, end))
    text, where = joined([(opening, cut(entry.where, begin, begin + 1)), rest] if opening else [rest])
    return replace(header, entries={**header.entries, "title": Entry("title", text, entry.at, where)})


@cache
def _form(tag: str) -> re.Pattern[str]:
    words = words_for(tag)
    own = [re.escape(words.say(f"refs.{kind}", number="").rstrip("\u00a0 ")) for kind in _KINDS]
    names = "|".join([*own, *(words.pattern(f"refs-also.{kind}") for kind in _KINDS), words.pattern("typed-caption")])
    return re.compile(
        rf"(?P<mark>[*_]{{0,3}})(?P<typed>(?i:{names})[\s\u00a0]*(?:n[°º]|[Nn]o\.?)?[\s\u00a0]*{_NUMBER}){_END}"
    )
