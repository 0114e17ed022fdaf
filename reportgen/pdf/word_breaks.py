"""Where a word may be broken: after its dashes, and inside addresses and what is as long; and where one that no line
holds is broken, at its hyphens or its dots.

Filling lines is `linebreaking`'s.
"""

from __future__ import annotations

import re

_AFTER_DASH = re.compile(r"(?<=[^\W\d_]{2}\u2013)(?=[^\W\d_]{2})|(?<=\u2014)(?=\w)|(?<=\u200b)|(?<=\u00ad)")
_SIGNS = frozenset("\u2013\u2014\u200b\u00ad@:")
"""What a word has that may be broken."""
_IN_ADDRESS = re.compile(
    r"(?<=/)(?=[^/.?&=_%@\s-]{2})|(?<=[^/.?&=_%@\s-]{2})(?=(?:[?&=_%@#]|-(?!\d))[^/.?&=_%@\s-]{2})"
)
"""Before a sign: a hyphen at a line's end might be the line's (so the Chicago Manual of Style, 17th edition, 14.18).
After a stroke, which shows that more follows, and at no dot, which parts what is one name, nor in a number such as that
of a DOI: our taste."""
LAST_RESORTS = (
    re.compile(r"(?<=\w)(?=@\w)"),
    re.compile(r"(?<=[^\W\d_]{2}[-\u2010])(?=[^\W\d_]{2})"),
    re.compile(r"(?<=\w)(?=\.\w)"),
)
"""Where a word that no line holds is broken, one after the other: before the sign of an address for mail, after its own
hyphens, before its dots."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_LONG = 25
"""Characters from which a word may be broken like an address. Our taste: words of a language are rarely as long."""


def breakable(word: str) -> list[str]:
    """A word in the parts between which a line may end; a hyphen is no such place."""
    if len(word) <= _LONG and _SIGNS.isdisjoint(word) and not word.startswith("www."):  # nearly all
        return [word]
    if _MAIL.match(word):
        return [word]
    if len(word) > _LONG or "://" in word or word.startswith("www."):
        return [part for part in _IN_ADDRESS.split(word) if part]
    return [part for part in _AFTER_DASH.split(word) if part] or [word]
