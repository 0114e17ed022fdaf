"""Text without case and accents: what names are sorted and recognised by."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """`text` in small letters without accents, such as "skopje" for "Škopje"; other signs stay.

    >>> folded("Žabljak, Øst")
    'zabljak, øst'
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
