"""Text without case and accents: what names are sorted and recognised by."""

from __future__ import annotations

import unicodedata

_WHOLE = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Latin letters that are no letter with an accent to Unicode, in those that English and French sort them by."""


def folded(text: str) -> str:
    """`text` in small letters without accents, such as "skopje" for "Škopje"; other signs stay.

    >>> folded("Žabljak, Øst")
    'zabljak, ost'
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_WHOLE)
