"""Marks names and phrases of terms.yaml, and runs of another script, with their language or expansion.

It sets the spaces that the signs of the paper's language ask for, too. Works on finished inlines, so that it reaches
text, tables and descriptions alike. What the author marked in the text is left as it is; only what
has an expansion and no language is looked through for words of other languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from reportgen.document.inlines import Inline, Inlines, Span, Text, Value, mapped
from reportgen.frozen import frozen
from reportgen.language.verbatim import verbatim, within
from reportgen.source.model import Term

_SCRIPTS = (
    ("Cyrl", "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f", 1),
    ("Grek", "\u0370-\u03ff\u1f00-\u1fff", 2),
)
"""Script code (ISO 15924), its letters, and how many make a word: one Greek letter is a symbol."""

_OWN_SCRIPT = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "Cyrl"),
    "el": "Grek",
}


def _script_of(language: str) -> str:
    """The script that a language is written in where its tag doesn't say ("Latn" for all others)."""
    parts = language.split("-")
    written = next((part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    return written or _OWN_SCRIPT.get(parts[0].lower(), "Latn")


def _run(letters: str, least: int) -> str:
    # An accent alone is of no script: it belongs to the letter before it.
    word = rf"(?:[{letters}][\u0300-\u036f]*){{{least},}}"
    return rf"(?:{word}(?:[\s.,;:’'\-–]+{word})*)"


_WORD = re.compile(r"\w+")


@frozen
class Marker:
    """Marks text in a document of `language` (BCP 47); `typeset` sets its signs (`Words.typeset`)."""

    terms: tuple[Term, ...]
    language: str
    typeset: Callable[[str], str]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The terms that are marked by the word that they begin with ("" for none), the longest first: thousands of
        them are not tried at each letter of a text."""
        marked = (number for number, term in enumerate(self.terms) if self._lang(term) or term.expansion)
        found: dict[str, list[int]] = {}
        for number in sorted(marked, key=lambda number: -len(self.terms[number].text)):
            word = _WORD.match(self.terms[number].text.lstrip())
            found.setdefault(word[0] if word else "", []).append(number)
        return found

    @cached_property
    def _forms(self) -> dict[str, re.Pattern[str]]:
        """The expressions of the terms that begin with a word, as far as a text had it."""
        return {}

    @cached_property
    def _others(self) -> re.Pattern[str] | None:
        """Terms that begin with a sign, and runs of another script."""
        own = _script_of(self.language)
        forms = [f"(?P<{code}>{_run(letters, least)})" for code, letters, least in _SCRIPTS if code != own]
        forms = [*map(self._form, self._by_word.get("", ())), *forms]
        return re.compile("|".join(forms)) if forms else None

    def _form(self, number: int) -> str:
        return rf"(?P<t{number}>(?<!\w){_spelled(self.terms[number].text)}(?!\w))"

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """What is marked in a text, from its begin on."""
        end, other = 0, self._others.search(text) if self._others else None
        for found in self._of_words(text):
            while other and other.start() < found.start():
                yield other
                end = other.end()
                other = self._others.search(text, end) if self._others else None
            if found.start() >= end:
                yield found
                end = found.end()
                if other and other.start() < end:
                    other = self._others.search(text, end) if self._others else None
        while other:
            yield other
            other = self._others.search(text, other.end()) if self._others else None

    def _of_words(self, text: str) -> Iterator[re.Match[str]]:
        """The terms that begin with words of a text."""
        for word in _WORD.finditer(text) if self._by_word else ():
            if numbers := self._by_word.get(word[0]):
                if word[0] not in self._forms:
                    self._forms[word[0]] = re.compile("|".join(map(self._form, numbers)))
                if found := self._forms[word[0]].match(text, word.start()):
                    yield found

    @cached_property
    def _of_languages(self) -> Marker:
        """The same without expansions: for what has one."""
        return replace(self, terms=tuple(replace(term, expansion="") for term in self.terms))

    def mark(self, inlines: Sequence[Inline]) -> Inlines:
        """The same words, with spans round those that have a language or an expansion of their own."""
        return mapped(inlines, self._mark)

    def _mark(self, inline: Inline) -> Inlines | None:
        if isinstance(inline, Text | Value):
            spaced = self.typeset(inline.text)
            return tuple(self._split(inline if spaced == inline.text else replace(inline, text=spaced)))
        if isinstance(inline, Span):
            inside = inline.children if inline.lang else self._of_languages.mark(inline.children)
            return (replace(inline, children=inside),)
        return None

    def _split(self, inline: Text | Value) -> Iterator[Inline]:
        end = 0
        matches = list(self._matches(inline.text))
        kept = verbatim(inline.text) if matches else []
        for match in matches:
            if within(kept, match.start()):
                continue
            if match.start() > end:
                yield replace(inline, text=inline.text[end : match.start()])
            yield self._span(match, replace(inline, text=match[0]))
            end = match.end()
        if end < len(inline.text) or not inline.text:
            yield replace(inline, text=inline.text[end:]) if end else inline

    def _span(self, match: re.Match[str], inside: Text | Value) -> Inline:
        group = match.lastgroup or ""
        if not group.startswith("t"):
            return Span((inside,), lang=f"und-{group}")
        term = self.terms[int(group[1:])]
        return Span((inside,), self._lang(term), term.expansion)

    def _lang(self, term: Term) -> str:
        return "" if term.lang == self.language else term.lang


def _spelled(text: str) -> str:
    """A pattern of the words of a term, whichever apostrophe or space the text has."""
    words = (re.sub("['’]", "['’]", re.escape(word)) for word in text.split())
    return r"[\s\u00a0\u202f]+".join(words)
