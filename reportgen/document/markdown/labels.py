"""Where the words in square brackets end; brackets that none closes are not gone through again for each of them."""

from __future__ import annotations

from types import SimpleNamespace

from markdown_it import helpers
from markdown_it.rules_inline import StateInline


def label_end(state: StateInline, start: int, disable_nested: bool = False) -> int:
    """Where the bracket closes that opens at `start`; -1 where it does not."""
    if state.src.find("]", start + 1, state.posMax) < 0:
        return -1
    return helpers.parseLinkLabel(state, start, disable_nested)


HELPERS = SimpleNamespace(
    parseLinkLabel=label_end,
    parseLinkDestination=helpers.parseLinkDestination,
    parseLinkTitle=helpers.parseLinkTitle,
)
"""What the rules of markdown-it ask for."""
