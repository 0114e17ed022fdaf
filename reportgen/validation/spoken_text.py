"""Rules on the text that is read out: characters, words, languages.

None of the validators at hand finds words joined at line ends, hyphens that only break a line, or text in a script that
the marked language does not use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reportgen.geometry import Box
from reportgen.pdfread.blocks import Block, blocks
from reportgen.pdfread.content import ShownText
from reportgen.pdfread.fault import PdfFault, shorten
from reportgen.pdfread.paper import Element, Paper

_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{4,8})*(-x(-[A-Za-z0-9]{1,8})+)?"
)
"""The tags of BCP 47 that are in use, without extensions."""

_WORD = re.compile(r"[^\W\d_]+")

_JOINS = re.compile(r"[\s\u00ad\u200b/–—-]$")
"""Ends of a line after which no space is missing."""

_ADDRESS_ON = re.compile(r"[.@?&=_%#][\w-]")
"""How a line begins that goes on with an address: no word does."""

_LONGEST_WORD = 40
"""Letters that no word has: what is longer is broken wherever a line ends."""
_GAP = 0.2
"""How wide a gap in a line is a space, of the size of the type."""


_OPENING, _CLOSING = "([{“‘«„", ")]}”’».,;:!?…"


class _Script(NamedTuple):
    name: str
    word: re.Pattern[str]
    subtag: str
    languages: frozenset[str]


_SCRIPTS = (
    _Script(
        "Cyrillic",
        re.compile("[\u0400-\u052f]{2,}"),
        "cyrl",
        frozenset({"be", "bg", "cu", "kk", "ky", "mk", "mn", "ru", "rue", "sr", "tg", "tt", "uk"}),
    ),
    _Script("Greek", re.compile("[\u0370-\u03ff\u1f00-\u1fff]{2,}"), "grek", frozenset({"el", "grc"})),
)
"""A single letter of another script is a symbol, not a word."""


def characters(paper: Paper) -> Iterator[PdfFault]:
    """All text maps to Unicode, and every character has a glyph."""
    for page in paper.pages:
        for piece in page.pieces:
            around = shorten(piece.text)
            if any(glyph.code == 0 for glyph in piece.glyphs):
                yield PdfFault("pdf-glyph-missing", f"a character in {around} has no glyph", page.number)
            elif any((glyph.text or "\0").strip("\0\ufffd\ufeff") == "" for glyph in piece.glyphs if glyph.text != ""):
                yield PdfFault("pdf-unicode", f"a glyph in {around} maps to no character", page.number)


def joined_words(paper: Paper) -> Iterator[PdfFault]:
    """Where a line ends, or a gap is, the text has a space."""
    words = _words(paper)
    for block in _worded(paper):
        for one, other in pairwise(_with_text(block.pieces)):
            if _JOINS.search(one.text) or other.text[0].isspace() or not _is_apart(one, other):
                continue
            if one.text[-1] in _OPENING or other.text[0] in _CLOSING:
                # Between a bracket and what it holds no space is missing: a formula, which is drawn, stands there.
                continue
            ends = (one.text.split() or [""])[-1], (other.text.split() or [""])[0]
            if (
                re.match(r"www\.|.*[/@]", ends[0])
                or _ADDRESS_ON.match(ends[1])
                or _one_word(one.text, other.text) in words
                or max(map(len, ends)) > _LONGEST_WORD
                or not any(map(_has_letter, ends))
                or (not all(map(_has_letter, ends)) and sum(map(len, ends)) > _LONGEST_WORD)
            ):
                # An address, a row of signs, or a word too long for its column, is broken and rightly read as one.
                continue
            yield PdfFault("pdf-words-joined", f"‘{ends[0]}’ and ‘{ends[1]}’ are read as one word", other.page)


def _has_letter(text: str) -> bool:
    """Whether a letter or a digit is in it."""
    return any(map(str.isalnum, text))


def _with_text(pieces: Iterable[ShownText]) -> list[ShownText]:
    """The pieces that mean something; one that is the rest of what an ActualText stands for makes it larger."""
    found: list[ShownText] = []
    for piece in pieces:
        if piece.text:
            found.append(piece)
        elif found and piece.page == found[-1].page and abs(piece.baseline - found[-1].baseline) < found[-1].size:
            found[-1] = replace(found[-1], box=Box.around((*found[-1].box.corners, *piece.box.corners)))
    return found


def _is_apart(one: ShownText, other: ShownText) -> bool:
    """Whether the eye sees two words: another line, or a gap in one line. Raised letters stay on their line."""
    size = max(one.size, other.size)
    if one.page != other.page or abs(one.baseline - other.baseline) > 0.7 * size or other.box.left < one.box.left:
        return True
    return other.box.left - one.box.right > _GAP * size


def hyphens(paper: Paper) -> Iterator[PdfFault]:
    """A hyphen at a line end is the word's own: the paper has no such word without it."""
    words = _words(paper)
    for block in _worded(paper):
        for one, other in pairwise(piece for piece in block.pieces if piece.text.strip()):
            first = one.text.rstrip()
            word = _one_word(first[:-1], other.text) if first.endswith(("-", "\u2010")) else ""
            if word in words and _is_apart(one, other):
                message = f"the hyphen in {shorten(word)} is read out: it only breaks a line"
                yield PdfFault("pdf-hyphen", message, one.page)


def languages(paper: Paper) -> Iterator[PdfFault]:
    """The paper has a language, and every language is a tag."""
    if not str(paper.catalog.get("/Lang", "")):
        yield PdfFault("pdf-language", "the paper has no language")
    tags: list[tuple[str, int | None]] = [(str(paper.catalog.get("/Lang", "")), None)]
    tags += [(element.says("Lang"), element.page) for element in paper.elements]
    tags += [(piece.lang, page.number) for page in paper.pages for piece in page.pieces]
    for tag, page in dict.fromkeys(tags):
        if tag and not _LANGUAGE.fullmatch(tag):
            yield PdfFault("pdf-language", f"‘{tag}’ is no language", page)


def scripts(paper: Paper) -> Iterator[PdfFault]:
    """Words in Cyrillic or Greek are marked with a language that is written so. A figure is read by its alternative."""
    default = str(paper.catalog.get("/Lang", ""))
    for owner, piece in _owned_pieces(paper):
        tag = piece.lang or owner.lang or default
        for script in _SCRIPTS:
            if (word := script.word.search(piece.text)) and not _writes(tag, script):
                yield PdfFault("pdf-script", f"the {script.name} word ‘{word[0]}’ is marked as {tag}", piece.page)


def _writes(tag: str, script: _Script) -> bool:
    language, *subtags = tag.casefold().split("-")
    named = [subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()]
    return script.subtag in named if named else language in script.languages


def _owned_pieces(paper: Paper) -> Iterator[tuple[Element, ShownText]]:
    for sequence, owner in paper.owners.items():
        if not owner.within("Figure"):
            yield from ((owner, piece) for piece in sequence.pieces)


def _words(paper: Paper) -> set[str]:
    """Every word that stands in one piece somewhere."""
    texts = (piece.text for block in _worded(paper) for piece in block.pieces)
    return {word.casefold() for text in texts for word in _WORD.findall(text)}


def _one_word(one: str, other: str) -> str:
    """The word that the letters at the end of `one` and the start of `other` make; "" where either has none."""
    start = _WORD.match(other)
    at = len(one)
    while at and _WORD.match(one[at - 1]):
        at -= 1
    return (one[at:] + start[0]).casefold() if at < len(one) and start else ""


def _worded(paper: Paper) -> list[Block]:
    return [block for block in blocks(paper) if not block.is_figure]


CHECKS = (characters, joined_words, hyphens, languages, scripts)
