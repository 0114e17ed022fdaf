"""What a chart's title says beside its claim: names of the data, years, words of the measure; and whether that is all.

The words are the language's (`claim-…` of its table). What is claimed, and whether it is so, is `claims`' to know.
"""

from __future__ import annotations

import re

from reportgen.document.composing.claimed_data import Figures
from reportgen.frozen import frozen
from reportgen.language import Words

_WORD = re.compile(r"[^\W_]+")
_STEM = 5
"""Letters that a word of the title and one of the measure must share, as "price" and "prices" do."""
_YEAR = r"(?:1[89]|20|21)\d\d"


@frozen
class Span:
    """What a part of a title says besides its claim: what is left of it, the names, and the years from and to."""

    left: str
    names: tuple[str, ...] = ()
    start: str = ""
    end: str = ""

    @property
    def dated(self) -> bool:
        """Whether it names a year."""
        return bool(self.start or self.end)


@frozen
class TitleParts:
    """A title, and what it is held against."""

    text: str
    figures: Figures
    words: Words

    def span(self, text: str, *, leading: bool = False) -> Span:
        """A part of a title without the years and the names in it; `leading`: names stand there without "in"."""
        start = end = ""
        since = rf"(?<!\w)(?:{self.pattern('since')})\s(?P<from>{_YEAR})(?!\w),?"
        span = rf"(?<!\w)(?:{self.pattern('span')}),?"
        at = rf"(?<!\w)(?:{self.pattern('in')})\s(?P<to>{_YEAR})(?!\w),?"
        for form in (span.replace("YEAR", _YEAR), since, *(() if self._is_year() else (at,))):
            if found := re.search(form, text, re.IGNORECASE):
                parts = found.groupdict()
                start, end = parts.get("from") or "", parts.get("to") or ""
                text = f"{text[: found.start()]}{text[found.end() :]}"
                break
        names, left = self._names(text, leading=leading)
        return Span(" ".join(left.split()), names, start, end)

    def _is_year(self) -> bool:
        """Whether years are the names: of the only way."""
        return len(self.figures.ways) == 1

    def _names(self, text: str, *, leading: bool) -> tuple[tuple[str, ...], str]:
        """The names that follow "in", or that a text begins with, and what is left of it."""
        known = [*self.figures.ranks, *(name for name in self.figures.ways if name)]
        if self._is_year():
            known += [year for way in self.figures.ways.values() for year, _ in way]
        each = "|".join(map(re.escape, sorted(filter(None, known), key=len, reverse=True)))
        if not each:
            return (), text
        article = rf"(?:(?:{self.pattern('article')})\s?)?"
        name = rf"{article}(?:{each})(?!\w)"
        several = rf"{name}(?:(?:,\s|\s(?:{self.pattern('joined')})\s){name})*"
        begin = r"^\s*" if leading or "|" in text else r"(?!)"
        found = re.search(rf"(?:{begin}|(?<!\w)(?:{self.pattern('in')})\s)(?P<all>{several})", text, re.IGNORECASE)
        if found is None:
            return (), text
        same = {one.casefold(): one for one in known}
        names = re.findall(rf"(?<!\w){article}({each})(?!\w)", found["all"], re.IGNORECASE)
        return tuple(same[one.casefold()] for one in names), f"{text[: found.start()]}{text[found.end() :]}"

    def said(self, claim: str) -> re.Match[str] | None:
        """Where the title says a claim of the language's table."""
        return re.search(rf"(?<!\w)(?:{self.pattern(claim)})(?!\w)", self.text, re.IGNORECASE)

    def pattern(self, name: str) -> str:
        """The language's expression for a claim or a part of one."""
        return self.words.pattern(f"claim-{name}")

    def is_sure(self, text: str) -> bool:
        """Whether no word and no sign narrows or turns what is said."""
        unsure = rf"(?<!\w)(?:{self.pattern('unsure')})(?!\w)|[,;:?()–]|\d{{4}}"
        return not re.search(unsure, text, re.IGNORECASE)

    def is_of(self, text: str) -> bool:
        """Whether a text is sure, and all its words are the measure's, or say no more than "number of": with one
        of them, others may be those of the table."""
        said, own = self.stems(text), self.stems(self.figures.called)
        more = own | self.stems(self.figures.about) if said & own else own
        return self.is_sure(text) and said <= more

    def stems(self, text: str) -> set[str]:
        """The words of a text that say something, as far as other forms of them share it."""
        neutral = rf"(?<!\w)(?:{self.pattern('neutral')}|{self.pattern('article')})(?:(?!\w)|(?<=[’']))"
        return {word[:_STEM].casefold() for word in _WORD.findall(re.sub(neutral, "", text, flags=re.IGNORECASE))}
