"""Inlines as one text string of a PDF, for what is read aloud and not drawn: alternative texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.document.inlines import Inline, Span, plain

_ESCAPE = "\x1b"
_NAMED = re.compile(r"([a-z]{2})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?(?:-|$)")


def spoken(content: Iterable[Inline], language: str) -> str:
    """The words of `content`; a part in another language stands between language escapes.

    Escapes know two-letter languages, with or without a country, and no scripts (ISO 32000-1, 7.9.2.2). Where either
    language can't be named so, the part stays unmarked. `language` is the document's, BCP 47.
    """
    parts = []
    back = _escape(language)
    for inline in content:
        there = _escape(inline.lang) if isinstance(inline, Span) and inline.lang else ""
        text = plain([inline])
        parts.append(f"{there}{text}{back}" if there and back else text)
    return "".join(parts)


def _escape(language: str) -> str:
    match = _NAMED.match(language)
    return f"{_ESCAPE}{match[1]}{match[2] or ''}{_ESCAPE}" if match else ""
