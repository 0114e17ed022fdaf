"""`**Bold:**text` and `word**“quoted”**word`: bold and italics whose marks CommonMark does not read, for a sign of
punctuation within them and a letter outside, or for a space within. Nobody means the asterisks.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from reportgen.document.markdown.places import push_around

_STRONG = re.compile(r"\*\*(?![\s*])((?:[^*\\\n`$]|\\.|\*(?!\*))+?)(?<![\s\\])\*\*(?!\*)")
_EMPHASIS = re.compile(r"\*(?![\s*])([^\W\d_](?:[^*\\\n`$]|\\.)+?)(?<![\s*\\])\*(?=[^\W\d_])")
_APART = re.compile(
    r"\*\*(?!\*)(?P<before>[ \t]*)(?P<words>[^*\\\n`$]*[^\W\d_]{2}[^*\\\n`$]*?)(?P<after>[ \t]*)\*\*(?!\*)"
)
"""Bold words with a space at one end or both."""
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
        push_around(state, "strong" if strong else "em", found.span(1))
    state.pos = found.end()
    return True


def spaced_bold(state: StateInline, silent: bool) -> bool:
    """The inline rule for `** bold **` and `**bold **`, where every `**` of the words has another one."""
    at, text = state.pos, state.src
    if not text.startswith("**", at) or text[at - 1 : at] in ("*", "\\") or text.count("**", 0, at) % 2:
        return False
    found = _APART.match(text, at, state.posMax)
    if found is None or not (found["before"] or found["after"]) or text.count("**") % 2:
        return False
    if not silent:
        limit, end = state.posMax, found.end()
        if found["before"] and text[at - 1 : at].strip():
            state.append_pending(" ")
        state.pos, state.posMax = found.span("words")
        state.push("strong_open", "strong", 1).markup = "**"
        state.md.inline.tokenize(state)
        last = state.tokens[-1]
        last.content = last.content.rstrip(" \t") if last.type == "text" else last.content
        state.push("strong_close", "strong", -1).markup = "**"
        state.pos, state.posMax = end, limit
        if found["after"] and _WORD.match(text, end):
            state.append_pending(" ")
    state.pos = found.end()
    return True


def _is_lost(text: str, found: re.Match[str], *, strong: bool) -> bool:
    """Whether CommonMark would print the marks: at one end a letter touches them outside, and none inside."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    first, last = text[found.start(1)], text[found.end(1) - 1]
    closes_on = bool(_WORD.match(after)) and not _WORD.match(last)
    opens_on = strong and bool(_WORD.match(before)) and not _WORD.match(first)
    return closes_on or opens_on
