"""Where in a source: "p. 4", "pp 12-14", "chap. 3" and "para. 12" in the one form of the house."""

from __future__ import annotations

import re
from functools import cache

from reportgen.document.inlines import Inline, Inlines, Text, mapped
from reportgen.language import Words
from reportgen.patterns import Pattern

Locator = str | Inlines
"""As its author typed it, or read already where something in it is set otherwise than the words beside it."""
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d[\d.]*\w{0,2}|[ivxlc]+(?![\w’']))"
_SERIES = rf"{_NUMBER}(?:\s*(?:-{{1,3}}|–|,|&|and)\s*{_NUMBER}(?![\w]))*"
_KINDS = {
    "page": r"pp?|pgs?|pages?",
    "chapter": r"chs?|chaps?|chapters?",
    "paragraph": r"paras?|pars?|paragraphs?",
}
_PAGE = r"(?:\d{1,4}|[ivxl]+)(?![\w.’'])"
_BARE = re.compile(
    rf"(?!(?:1[5-9]|20)\d\d(?:[,;]|\Z)){_PAGE}(?:\s*(?:-{{1,3}}|–|,|&|and)\s*{_PAGE})*(?:[,;].*)?", re.DOTALL
)
"""Pages without a word for them."""
_DASH = re.compile(r"(?<=\w)\s*(?:-{1,3}|–)\s*(?=\w)")
_ABOUT = Pattern(r"(?:ca?|circa|approx|passim)\b\.?(?:\s|\Z)")
"""What pages begin with that are no numbers: they stand as they are typed."""
_SEVERAL = Pattern(r"[–&]|,(?!\d{3}\b)|\band\b")


def pages(numbers: str, words: Words) -> str:
    """Such as "p 4" and "pp 4–9"; "" without numbers."""
    numbers = _DASH.sub("–", numbers.strip())
    if _ABOUT.match(numbers):
        return numbers
    return words.say("cite.pages" if _SEVERAL.search(numbers) else "cite.page", pages=numbers) if numbers else ""


def in_house_form(locator: str, words: Words) -> str:
    """A locator as an author types it, with pages, chapters and paragraphs as the list of sources has them.

    Words that are no shortening ("table 2", "annex A") stay; so do other languages' own.
    """
    if not locator.strip():
        return ""
    made = _form().sub(lambda match: _said(match, words), locator.strip())
    has_points = "." in words.say("cite.page", pages=1)
    return made if has_points else _point().sub(r"\1", made)


def _said(match: re.Match[str], words: Words) -> str:
    numbers = _DASH.sub("–", match["numbers"].rstrip("."))
    end = match["numbers"][len(match["numbers"].rstrip(".")) :]
    if match["page"]:
        return pages(numbers, words) + end
    several = "s" if _SEVERAL.search(numbers) else ""
    kind = "chapter" if match["chapter"] else "paragraph"
    return words.say(f"cite.{kind}{several}", number=numbers) + end


def with_page(locator: str) -> str:
    """The locator of a citation, where a number alone is that of a page, as Pandoc has it: "220", "33-35, table 2".

    A number that may be a year stays as it is.
    """
    return f"p {locator}" if _BARE.fullmatch(locator.strip()) else locator


def after_locator(text: str, begin: int) -> int:
    """Where the place in a source ends with which `text` goes on at `begin`; `begin` where it goes on otherwise."""
    found = _leading().match(text, begin)
    return found.end() if found else begin


@cache
def _leading() -> re.Pattern[str]:
    """A comma, and pages, chapters, paragraphs or another part with its number; or a number alone."""
    kinds = "|".join(
        (*_KINDS.values(), "figs?|secs?|sections?|ss?|cols?|arts?|vols?|nos?|notes?|nn?|tables?|annex|fns?")
    )
    return re.compile(rf"[\s,]*,?\s*(?:\{{[^{{}}]*\}}|(?:(?:{kinds})\b\.?\s*|§+\s*)?{_SERIES}(?!\w))", re.IGNORECASE)


def kept(locator: str) -> str:
    """The locator with its numbers kept to their words: no line ends in "p 4"."""
    return re.sub(r"(?<=[^\W\d_]|[.§]) (?=\d)", "\u00a0", locator)


def placed(locator: Locator, words: Words) -> Inlines:
    """The same as it stands in a note, kept to its numbers; what is set in it (italic, a link) stays so."""
    if isinstance(locator, str):
        return (Text(kept(in_house_form(locator, words))),)

    def said(inline: Inline) -> Inlines | None:
        if not isinstance(inline, Text) or not inline.text.strip():
            return None
        before, inner, after = re.split(r"(\S.*\S|\S)", inline.text, maxsplit=1, flags=re.DOTALL)
        return (Text(f"{before}{kept(in_house_form(inner, words))}{after}"),)

    return mapped(locator, said)


@cache
def _form() -> re.Pattern[str]:
    """Pages, chapters and paragraphs however they are shortened."""
    return re.compile(
        r"(?<![\w.])(?:"
        + "|".join(f"(?P<{key}>{form})" for key, form in _KINDS.items())
        + rf")\b\.?\s*(?P<numbers>{_SERIES})",
        re.IGNORECASE,
    )


@cache
def _point() -> re.Pattern[str]:
    """Other shortenings with a point before a number."""
    return re.compile(
        r"(?<![\w.])(figs?|secs?|ss?|cols?|cls?|arts?|vols?|nos?|pts?|ll?|nn?|sch|app|bk|ann|reg|r)\.(?=\s*\d)",
        re.IGNORECASE,
    )
