"""`p<a and b>c`: signs of comparison that HTML would take for a tag, and eat the words between them.

A tag has attributes of its own, not any words; a sign of comparison stands close to what it compares.
"""

from __future__ import annotations

import re

from reportgen.document.markdown.places import Inline

_TAG = re.compile(r"</?[A-Za-z][\w-]*(?P<inside>(?:\s[^<>]*)?)>")
_VALUED = re.compile(r"[\w:.@-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)")
_FLAGS = frozenset(
    "allowfullscreen async autoplay checked compact controls default defer disabled hidden ismap loop multiple muted "
    "noshade novalidate nowrap open readonly required reversed selected".split()
)
"""Attributes of HTML that have no value."""


def has_words(tag: str) -> bool:
    """Whether words stand in a tag that are no attributes: it is a comparison then, or a gap to be filled."""
    found = _TAG.fullmatch(tag)
    rest = _VALUED.sub(" ", found["inside"]).strip(" \t\n/") if found else ""
    return any(word.lower() not in _FLAGS for word in rest.split())


def comparison(state: Inline, silent: bool) -> bool:
    """The inline rule: the < of a comparison is a sign."""
    at = state.pos
    found = _TAG.match(state.src, at, state.posMax) if state.src[at] == "<" else None
    if found is None or not has_words(found[0]):
        return False
    before, after = state.src[at - 1 : at], state.src[found.end() : found.end() + 1]
    if not (before.isalnum() or after.isalnum() or before in tuple("$)\ue011") or after in tuple("$(\ue010")):
        return False
    if not silent:
        state.append_pending("<")
    state.pos += 1
    return True
