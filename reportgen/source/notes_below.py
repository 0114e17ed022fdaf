"""Where the rows of a table end: notes below it ("Source: …", a sentence alone in its row) are none of its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Line
from reportgen.source.above import has_above

_NOTE = Pattern(
    r"[_=–-]{3,}$|"
    r"(data )?sources?\b|(foot)?notes?\b|contacts?\b|©|crown copyright|[*†‡]|\[[^\]]+\]|\(?[a-z0-9]\)|[0-9]+[.)] |"
    r"(\.\.|-|[a-z]) ?[:=–-] |: ?[=–-] |symbols?\b|key\b|legend\b|last updated|corrections?\b|next (release|update)|"
    r"this (table|work)|figures\b|data (are|is|from|for)|includes?\b|excludes?\b|https?:|back to|abbreviations?\b|"
    r"released?\b|published\b|[0-9¹²³]{1,2}\s+[A-Z].{20}|(champ|(note de )?lecture|avertissement|remarques?)\s?:|"
    r"(quellen?|hinweise?|anmerkung(en)?|lesebeispiel|fuentes?|fonte|nota|bron)\s?:",
    re.IGNORECASE,
)
"""How notes below a table begin."""
_MARK = Pattern(r"\s*\[[^\W\d_]{1,3}\]\s*")
"""A statistical mark alone in its cell: a value that is not there, no note."""
_WORDS = Pattern(r"[^\W\d_]{2,}\s[^\W\d_]{2}")
_LONG = 60
"""Letters of a single cell that make a sentence of it."""


def parted(body: list[Line], end: str) -> tuple[list[Line], list[Line]]:
    """The rows of a table, and those below them that are taken for notes; `end` is what `end:` says, or ""."""
    if end:
        return _up_to(body, end), []
    start = len(body)
    while start and _may_be_note(body[start - 1]):
        start -= 1
    if start == 0:  # a table of one column, or of nothing but names
        return body, []
    for at in range(start, len(body)):
        gap = body[at].number - body[at - 1].number > 1 and not has_above(body[at - 1])
        first = body[at].text(body[at].filled()[0])
        if (gap and at == start) or (gap and len(body) - at > 1) or begins_note(first) or len(first) > _LONG:
            return body[:at], body[at:]
    return body, []


def begins_note(text: str) -> bool:
    """Whether a text begins as a note below a table does: "Source: …"."""
    return bool(_NOTE.match(text))


def _may_be_note(line: Line) -> bool:
    """Whether a row has words in one cell alone (or in two, a mark and what it means), and no number; a note may stand
    again and again in a wide sheet, once for each of its printed pages."""
    filled = line.filled()
    texts = [line.text(at) for at in filled]
    if len(filled) == 1 or (len({*texts}) == 1 and begins_note(texts[0]) and _WORDS.search(texts[0])):
        if _MARK.fullmatch(texts[0]):
            return False
        return not has_above(line) and bool(re.search(r"[^\W\d_]", texts[0]) or len(texts[0]) > _LONG)
    parted = len(filled) == 2 and begins_note(texts[0]) and _WORDS.match(texts[1])  # by a separator in its words
    return bool(parted) or (len(filled) == 2 and len(texts[1]) > _LONG and not re.fullmatch(r"[\d.,]+", texts[1]))


def _up_to(body: Sequence[Line], end: str) -> list[Line]:
    if end.isdigit():
        return [line for line in body if line.number <= int(end)]
    kept = []
    for line in body:
        filled = line.filled()
        if filled and line.text(filled[0]).casefold().startswith(end.casefold()):
            break
        kept.append(line)
    return kept
