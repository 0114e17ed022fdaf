"""Links whose address stands elsewhere, `[words][name]` with `[name]: address`: a name that has none, an address that
nothing names.

CommonMark prints the one as typed, and drops the other.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_core.state_core import StateCore
from markdown_it.token import Token

from reportgen.document.markdown.places import Inline, push_unread
from reportgen.patterns import Pattern

_NAMED = re.compile(r"\[(?P<words>[^\[\]\n@^][^\[\]\n]*)\]\[(?P<name>[^\[\]\n@^][^\[\]\n]*)?\](?![\[({:])")
_LETTERS = Pattern(r"[^\W\d_]")


class _Watched(dict[str, Any]):
    """Addresses by their names; notes which are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.asked.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """The address of a name."""
        self.asked.add(name)
        return super().get(name, default)


def watch_links(state: StateCore) -> None:
    """The core rule before all others: addresses are watched."""
    if not state.inlineMode:
        state.env.setdefault("references", _Watched())


def nameless(state: Inline, silent: bool) -> bool:
    """The inline rule for `[words][name]` where nothing has that name; that of a link has had its turn."""
    found = _NAMED.match(state.src, state.pos, state.posMax)
    if found is None or not _LETTERS.search(found["words"]):
        return False
    if normalizeReference(found["name"] or found["words"]) in state.env.get("references", {}):
        return False
    if not silent:
        push_unread(state, "link-name", found[0])
    state.pos = found.end()
    return True


def unused_links(state: StateCore) -> None:
    """The core rule after all lines are read: an address that nothing names is told where it stands."""
    known = state.env.get("references")
    if not isinstance(known, _Watched):
        return
    starts = [0, *(found.end() for found in re.finditer("\n", state.src))]
    for name, reference in known.items():
        if name not in known.asked:
            line = reference["map"][0]
            token = Token("unread", "", 0, map=list(reference["map"]), block=True)
            token.content = state.src[starts[line] :].partition("\n")[0].strip()
            token.meta = {"form": "link-unused", "at": starts[line]}
            state.tokens.append(token)
