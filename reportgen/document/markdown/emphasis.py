"""`**Bold:**text` and `word**“quoted”**word`: bold and italics whose marks CommonMark does not read, for a sign of
punctuation within them and a letter outside. Nobody means the asterisks.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_STRONG = re.compile(r"\*\*(?![\s*])((?:[^*\\\n`$]|\\.|\*(?!\*))+?)(?<![\s\\])\*\*(?!\*)")
_EMPHASIS = re.compile(r"\*(?![\s*])([^\W\d_](?:[^*\\\n`$]|\\.)+?)(?<![\s*\\])\*(?=[^\W\d_])")
_WORD = re.compile(r"\w")


def close_marks(state: StateInline, silent: bool) -> bool:
    """The inline rule: such words are bold, or in italics."""
    at = state.pos
    if state.src[at] != "*" or state.src[at - 1 : at] in ("*", "\\"):
        return False
    strong = state.src.startswith("**", at)
    if strong and state.src.count("**", 0, at) % 2:
        return False  # These end what is bold already.
    found = (_STRONG if strong else _EMPHASIS).match(state.src, at, state.posMax)
    if found is None or not _is_lost(state.src, found, strong=strong):
        return False
    if not silent:
        name = "strong" if strong else "em"
        limit, state.pos, state.posMax = state.posMax, found.start(1), found.end(1)
        state.push(f"{name}_open", name, 1).markup = "*" * (1 + strong)
        state.md.inline.tokenize(state)
        state.push(f"{name}_close", name, -1).markup = "*" * (1 + strong)
        state.posMax = limit
    state.pos = found.end()
    return True


def _is_lost(text: str, found: re.Match[str], *, strong: bool) -> bool:
    """Whether CommonMark would print the marks: at one end a letter touches them outside, and none inside."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    first, last = text[found.start(1)], text[found.end(1) - 1]
    closes_on = bool(_WORD.match(after)) and not _WORD.match(last)
    opens_on = strong and bool(_WORD.match(before)) and not _WORD.match(first)
    return closes_on or opens_on


def add_close_marks(md: MarkdownIt) -> None:
    """Teach `md` the rule above, before its own emphasis."""
    md.inline.ruler.before("emphasis", "close_marks", close_marks)
