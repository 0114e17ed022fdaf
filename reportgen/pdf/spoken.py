"""Inlines as one text string of a PDF, for what is read aloud and not drawn: alternative texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.document.inlines import Inline, Inlines, Span, Text, mapped, plain

_ESCAPE = "\x1b"
_NAMED = re.compile(r"([a-z]{2})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?(?:-|$)")


def spoken(content: Iterable[Inline], language: str) -> str:
    """The words of `content`; a part in another language stands between language escapes.

    Escapes know two-letter languages, with or without a country, and no scripts (ISO 32000-1, 7.9.2.2). Where either
    language can't be named so, the part stays unmarked. `language` is the document's, BCP 47.
    """
    back = _escape(language)

    def escaped(inline: Inline) -> Inlines | None:
        there = _escape(inline.lang) if isinstance(inline, Span) and inline.lang else ""
        return (Text(f"{there}{plain((inline,))}{back}"),) if there and back else None

    return plain(mapped(content, escaped))


def _escape(language: str) -> str:
    match = _NAMED.match(language)
    return f"{_ESCAPE}{match[1]}{match[2] or ''}{_ESCAPE}" if match else ""
