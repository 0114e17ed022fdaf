"""What a reader of a line found, put together: spaces, commas and neighbours as they are to be printed.

The number of a note stands beside a full stop or a comma as is the custom of each language, however its author typed
the two: behind the punctuation in English ("word.¹"), before it in French (« mot¹. »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import category

from reportgen.document.inlines import (
    Code,
    Inline,
    Inlines,
    Leaf,
    LineBreak,
    NoteMark,
    Superscript,
    Text,
    Value,
    leaves,
    plain,
)
from reportgen.fonts import UNSEEN
from reportgen.language import Words
from reportgen.patterns import Pattern

_OPENING = " \n\u00a0\u202f([“‘«„—–/"
"""What a word may follow without a space."""
_SIGNS = ",;:([“‘«„—–/"
"""Behind which no bracket opens."""
_ENDED = Pattern(r"[.!?…][”’»)\]\s]*\Z")
_NEXT = Pattern(r"\s+[^\sa-zß-öø-ÿ]|\s*\Z")
"""What follows on a whole sentence: another one, or nothing."""


def apart(before: Sequence[Inline]) -> Text:
    """The space that a source in words needs where its author wrote it as close as a note's number; else nothing."""
    end = plain(before)[-1:]
    return Text(" " if end and end not in _OPENING else "")


def with_source(before: Sequence[Inline], source: Inlines, after: str, words: Words) -> list[Inline]:
    """The inlines of a note with a source in words behind them; `after` is what its author wrote next.

    Between sentences it is one of its own. Within one it goes in brackets, and the comma goes behind it; but it is a
    part of the sentence after a word that leads to it ("see", "from") or a sign such as a colon.
    """
    text = plain(before)
    if not source or not (text.strip() or after.strip()):
        return [*before, *source]
    space = apart(before)
    if _NEXT.match(after) and (not text.strip() or _ENDED.search(text)):
        return [*before, space, *source, Text("" if plain(source).endswith(".") else ".")]
    if text.count("(") > text.count(")") or (not space.text and _leads(text, words)):
        return [*before, space, *source]
    *rest, last = before
    comma = last.text[-1] if isinstance(last, Text) and last.text[-1] in ",;" else ""
    kept = (*rest, Text(last.text[:-1])) if comma and isinstance(last, Text) else before
    return [*kept, Text(" (" if space.text else "("), *source, Text(f"){comma}")]


def _leads(text: str, words: Words) -> bool:
    """Whether the sentence that ends with a space goes on with the name of a source."""
    bare = text.rstrip(" \n\u00a0\u202f")
    led = words.form(r"(?<!\w)«lead-in»\.?\Z").search(bare)
    return not bare or bare[-1] in _SIGNS or bool(led or _ENDED.search(bare))


def joined(inlines: Sequence[Inline]) -> list[Inline]:
    """Neighbouring texts as one, so that a term that runs over a line's end is found; a comma between notes.

    A note's number stands close to the word before it.
    """
    found: list[Inline] = []
    for are_texts, group in groupby(inlines, lambda one: isinstance(one, Text)):
        if are_texts:
            text = "".join(one.text for one in group if isinstance(one, Text))
            found += [Text(text)] if text else []
        else:
            for inline in group:
                _append(found, inline)
    return found


def _append(found: list[Inline], inline: Inline) -> None:
    """Add what is no text."""
    last = found[-1] if found else None
    if isinstance(inline, NoteMark) and isinstance(last, Text) and last.text.endswith(" "):
        found[-1:] = [Text(last.text.rstrip(" "))] if last.text.strip(" ") else []
        last = found[-1] if found else None
    if isinstance(inline, NoteMark) and last == Text(",") and isinstance(found[-2:][0], NoteMark):
        found[-1:] = [Superscript((last,))]
    elif isinstance(inline, NoteMark) and isinstance(last, NoteMark):
        found.append(Superscript((Text(","),)))
    found.append(inline)


def stripped(inlines: list[Inline]) -> list[Inline]:
    """Without white space at the ends (a comment may have left some); none where nothing would be seen."""
    if inlines and isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].text.lstrip(" \n"))
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip(" \n"))
    return joined(inlines) if is_seen(inlines) else []


def is_seen(inlines: Sequence[Inline]) -> bool:
    """Whether inlines print anything: a zero-width space or a no-break space alone does not."""
    return any(map(_prints, leaves(inlines)))


def _prints(leaf: Leaf) -> bool:
    if not isinstance(leaf, Text | Code | Value):
        return not isinstance(leaf, LineBreak)
    return any(not (sign.isspace() or sign in UNSEEN or category(sign) == "Cf") for sign in leaf.text)


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
        if (
            end + 1 < len(inlines)
            and inlines[end] == Superscript((Text(","),))
            and isinstance(inlines[end + 1], NoteMark)
        ):
            end += 1
    return end


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
    shortened = words.form(r"(?<!\w)(?:etc|\w|«shortened»)\.\Z")
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
