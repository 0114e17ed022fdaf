"""Private-use characters that stand in a rendered template for what is not text.

`VALUE` finds the place of a value (its index in `Templates.values`). The others live only while a template is rendered:
they tell where what a template prints was written.
"""

from __future__ import annotations

import re

OPEN, CLOSE = "\ue010", "\ue011"
VALUE = re.compile(f"{OPEN}([0-9]+){CLOSE}")
"""The place of a value; group 1 is its index."""

SHORTCODE_OPEN, SHORTCODE_CLOSE = "\ue014", "\ue015"
"""Three of them stand for each end of `{{< … >}}`, which is no template: other programs read it."""

GONE = "\ue012"
"""Stands where a tag or a comment was: a line with nothing else on it goes too."""

_SITE, _MOST = 0xF0000, 0x1FFFD
TEMPORARY = re.compile(f"{GONE}|[{chr(_SITE)}-{chr(_SITE + _MOST)}]")
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "‣", 0xF0FC: "●", 0xF06F: "◦", 0xF076: "∙"}
_BULLET = re.compile("^([ \t>]*)([\uf0b7\uf0a7\uf0d8\uf0fc\uf06f\uf076])(?=[ \t\u00a0])", re.MULTILINE)
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Characters that an author's text may not have: they mean nothing outside one font, and the marks are among them."""


def value(index: int) -> str:
    """The place of value `index`."""
    return f"{OPEN}{index}{CLOSE}"


def site(index: int) -> str:
    """What follows is printed by the `index`-th part of the template."""
    return chr(_SITE + min(index, _MOST))


def site_of(piece: str) -> int | None:
    """The index that `site` wrote; None where that did not write `piece`."""
    return ord(piece) - _SITE if len(piece) == 1 and ord(piece) >= _SITE else None


def clean(text: str) -> str:
    """`text` without the temporary marks."""
    return TEMPORARY.sub("", text)


def with_bullets(text: str) -> str:
    """A text with signs that everybody knows in place of the bullets that a word processor has in a font of its own."""
    return _BULLET.sub(lambda line: line[0].translate(_BULLETS), text)
