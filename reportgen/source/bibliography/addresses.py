"""Whether a text is an address, or a DOI, and a DOI without what stands before it."""

from __future__ import annotations

import re
from urllib.parse import unquote

from reportgen.patterns import Pattern

_ADDRESS = Pattern(r"(https?|ftp)://[^\s<>\"]+", re.IGNORECASE)
_DOI_BEFORE = Pattern(r"(?:doi\s*:?\s*|https?://(?:dx\.|www\.)?doi\.org/)+", re.IGNORECASE)
_DOI = Pattern(r"10(?:\.\d+)*/\S+")
_DOI_INSIDE = Pattern(r"(?:https?://|info:)\S*?/(10\.\d{4,9}/[^\s?#]+)", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a text is an address that a reader can open."""
    return _ADDRESS.fullmatch(text) is not None


def is_doi(text: str) -> bool:
    """Whether a text is a DOI, without what stands before it."""
    return _DOI.fullmatch(text) is not None


def doi(text: str) -> str:
    """A DOI without what stands before it: "doi:", or the address of who resolves it."""
    text = text.strip()
    inside = _DOI_INSIDE.fullmatch(text)
    if inside:
        return unquote(inside[1])
    before = _DOI_BEFORE.match(text)
    return (unquote(text[before.end() :]) if "://" in before[0] else text[before.end() :]).strip() if before else text
