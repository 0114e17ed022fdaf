"""What a reader of a line found, put together: spaces, commas and neighbours as they are to be printed."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.inlines import Inline, NoteMark, Superscript, Text, plain

_OPENING = " \n\u00a0\u202f([“‘«„—–/"
"""What a word may follow without a space."""


def glued(before: Sequence[Inline], inlines: Sequence[Inline]) -> bool:
    """Whether a source in words would touch the word before it: its author wrote it as close as a note's number."""
    end = plain(before)[-1:]
    return bool(inlines and not isinstance(inlines[0], NoteMark)) and bool(end) and end not in _OPENING


def joined(inlines: Sequence[Inline]) -> list[Inline]:
    """Neighbouring texts as one, so that a term that runs over a line's end is found; a comma between notes.

    A note's number stands close to the word before it.
    """
    found: list[Inline] = []
    for inline in inlines:
        last = found[-1] if found else None
        if isinstance(inline, NoteMark) and isinstance(last, Text) and last.text.endswith(" "):
            found[-1:] = [Text(last.text.rstrip(" "))] if last.text.strip(" ") else []
            last = found[-1] if found else None
        if isinstance(inline, NoteMark) and isinstance(last, NoteMark):
            found += [Superscript((Text(","),)), inline]
        elif isinstance(inline, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + inline.text)
        elif not isinstance(inline, Text) or inline.text:
            found.append(inline)
    return found


def stripped(inlines: list[Inline]) -> list[Inline]:
    """Without white space at the ends (a comment may have left some)."""
    if inlines and isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].text.lstrip(" \n"))
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip(" \n"))
    return joined(inlines)
