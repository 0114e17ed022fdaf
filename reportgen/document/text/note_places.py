"""Where the number of a note stands beside a full stop or a comma, however its author typed the two.

Each language has its custom: behind the punctuation in English ("word.¹"), before it in French (« mot¹. »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.document.inlines import Inline, NoteMark, Superscript, Text
from reportgen.document.text.joining import joined
from reportgen.language import Words
from reportgen.patterns import Pattern

_AFTER = re.compile(r"\s*(?:\.{1,3}|…|[,;:!?]+)[”’\"']?(?![\w.])")
"""Punctuation right behind a number."""
_BEFORE = Pattern(r"[\s\u00a0\u202f]*(?:\.{1,3}|…|[,;:!?]+)\Z")
"""Punctuation right before one."""


def settled_calls(inlines: Sequence[Inline], words: Words) -> list[Inline]:
    """A run with the numbers of its notes on the side of the punctuation beside them that the language wants."""
    if not any(isinstance(inline, NoteMark) for inline in inlines):
        return list(inlines)
    return joined(list(_before(inlines, words) if words.calls_first else _behind(inlines)))


def _calls(inlines: Sequence[Inline], start: int) -> int:
    """Where the numbers that begin at `start` end, with the commas between them."""
    end = start
    while end < len(inlines) and isinstance(inlines[end], NoteMark):
        end += 1
        if end + 1 < len(inlines) and _is_comma(inlines[end]) and isinstance(inlines[end + 1], NoteMark):
            end += 1
    return end


def _is_comma(inline: Inline) -> bool:
    return isinstance(inline, Superscript) and inline.children == (Text(","),)


def _marks(calls: Sequence[Inline]) -> Iterator[Inline]:
    return (call for call in calls if isinstance(call, NoteMark))


def _behind(inlines: Sequence[Inline]) -> Iterator[Inline]:
    at = 0
    while at < len(inlines):
        end = _calls(inlines, at)
        after = inlines[end] if at < end < len(inlines) else None
        found = _AFTER.match(after.text) if isinstance(after, Text) else None
        if found and isinstance(after, Text):
            yield Text(found[0].lstrip())
            yield from _marks(inlines[at:end])
            yield Text(after.text[found.end() :])
            at = end + 1
        elif end > at:
            yield from _marks(inlines[at:end])
            at = end
        else:
            yield inlines[at]
            at += 1


def _before(inlines: Sequence[Inline], words: Words) -> Iterator[Inline]:
    # A full stop that belongs to its word stays with it.
    shortened = re.compile(rf"(?<!\w)(?:etc|\w|{words.pattern('shortened')})\.\Z", re.IGNORECASE)
    at = 0
    while at < len(inlines):
        here, end = inlines[at], _calls(inlines, at + 1)
        found = _BEFORE.search(here.text) if isinstance(here, Text) and end > at + 1 else None
        if found and isinstance(here, Text) and not shortened.search(here.text):
            yield Text(here.text[: found.start()])
            yield from _marks(inlines[at + 1 : end])
            yield Text(found[0])
            at = end
        else:
            yield here
            at += 1
