"""Addresses that stand bare in a text: recognised as a whole, so that nothing in them is taken for markup."""

from __future__ import annotations

import re

from reportgen.document.markdown.places import Inline
from reportgen.document.templates.offsets import at

BARE = "bare"
"""The markup of a link that is an address and no more."""
_SCHEME = re.compile(r"(?:^|[^a-z0-9.+-])(https?)$", re.IGNORECASE)
_REST = re.compile(r"://[^\s<>\"“”\[\]|]+")
_AFTER = ".,;:!?’”'*_"
"""What ends a sentence, or an emphasis, and no address."""


def bare_address(state: Inline, silent: bool) -> bool:
    """The inline rule: it comes when the colon does, and takes the scheme back from what was text so far."""
    if state.linkLevel > 0 or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending)
    rest = _REST.match(state.src, state.pos, state.posMax)
    if scheme is None or rest is None:
        return False
    written = trimmed(rest[0])
    if len(written) == len("://"):
        return False
    if not silent:
        state.pending = state.pending[: -len(scheme[1])]
        where = state.cut(state.pos - len(scheme[1]), state.pos + len(written))
        token = state.push("link_open", "a", 1)
        token.attrs, token.markup, token.info = {"href": scheme[1] + written}, BARE, "auto"
        token.meta["at"] = at(where, 0)
        token = state.push("text", "", 0)
        token.content, token.meta["at"] = scheme[1] + written, where
        token = state.push("link_close", "a", -1)
        token.markup, token.info = BARE, "auto"
    state.pos += len(written)
    return True


def trimmed(address: str) -> str:
    """An address without what follows it: full stops, and a bracket that none of its own opens."""
    while address[-1:] in _AFTER or (address.endswith(")") and address.count(")") > address.count("(")):
        address = address[:-1]
    return address
