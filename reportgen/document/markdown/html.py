"""HTML in a text: what has its counterpart in Markdown becomes that, of what is only a look the words are kept.

All else stays a tag, which its reader tells. `<!-- … -->` never comes here: the templates take comments out.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block
from markdown_it.rules_inline import StateInline

from reportgen.document.markdown.places import line_of, push_around

PAIRS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "sup": "sup", "sub": "sub", "a": "link"}
"""Tags that are read with their end, and the tokens that they become."""
BREAKS = frozenset({"br"})
APART = frozenset(
    "p div center section article aside header footer main nav details summary address figcaption".split()
)
"""Tags of whole paragraphs: their words stay, apart from those around them."""
LOOKS = frozenset("q span font u small big mark kbd abbr dfn time cite code samp tt var wbr label bdi".split()) | APART
"""Tags of which only a look is lost."""
_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_OPENING = re.compile(
    r"<(b|strong|i|em|sup|sub)[ \t]*>|<(a)[ \t][^<>]*?href[ \t]*=[ \t]*(?:\"([^\"]*)\"|'([^']*)')[^<>]*>", re.IGNORECASE
)


def name_of(tag: str) -> str:
    """The name of a tag in small letters; "" for what is none."""
    found = _NAME.match(tag.strip())
    return found[1].lower() if found else ""


def html_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule: lines of tags that are read, or of which the words stay, are ordinary paragraphs."""
    if name_of(line_of(state, start)) in {*PAIRS, *BREAKS, *LOOKS}:
        return False
    return html_block(state, start, end, silent)


def html_pair(state: StateInline, silent: bool) -> bool:
    """The inline rule: `<b>words</b>` as `**words**`, with a token before it that tells of the tag."""
    found = _OPENING.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "<" else None
    if found is None:
        return False
    name = (found[1] or found[2]).lower()
    close = re.compile(rf"</{name}[ \t]*>", re.IGNORECASE).search(state.src, found.end(), state.posMax)
    if close is None:
        return False
    if not silent:
        told = state.push("html_inline", "", 0)
        told.content = found[0]
        told.meta |= {"read": True}
        token = push_around(state, PAIRS[name], (found.end(), close.start()), "a" if name == "a" else "")
        if name == "a":
            token.attrs = {"href": found[3] or found[4] or ""}
    state.pos = close.end()
    return True
