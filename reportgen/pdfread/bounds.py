"""How much a finished paper may hold: what is read of one is counted, and a file with more is not read to its end.

The bounds are on counts, so that they are the same on every machine; each is more than ten times what a paper of 300
pages has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from reportgen.frozen import mutable

MOST_OF_PAGE = 4_000_000
"""Bytes of the content of one page, unpacked."""
MOST_OF_MAP = 64_000
"""Bytes of a font's map to Unicode: it has 256 codes."""
MOST_CODES = 256
"""Codes of a simple font (ISO 32000-1, 9.6)."""
_MOST = {
    "operators on its pages": 2_000_000,
    "fonts": 2_000,
    "things in its structure tree": 500_000,
    "characters in its structure tree": 20_000_000,
    "entries in a tree of names or numbers": 500_000,
    "columns in the rows of its tables": 1_000_000,
    "annotations": 100_000,
    "bookmarks": 100_000,
    "pairs of texts that may lie over each other": 3_000_000,
}


class TooMuch(ValueError):
    """A file holds more than a paper does; it says of what."""


def too_much(most: int, what: str) -> TooMuch:
    """The error for more than `most` of `what`."""
    return TooMuch(f"the file has more than {most:,} {what}, and no paper has so many")


@mutable
class Budget:
    """What was counted of one file so far."""

    _spent: dict[str, int] = field(default_factory=dict)

    def spend(self, what: str, count: int = 1) -> None:
        """Count some more of `what`, a key of the bounds; TooMuch where it is over its bound."""
        self._spent[what] = self._spent.get(what, 0) + count
        if self._spent[what] > _MOST[what]:
            raise too_much(_MOST[what], what)


def leaves(tree: Any, key: str) -> Iterator[tuple[Any, Any]]:
    """The pairs in the leaves of a name tree (`/Names`) or a number tree (`/Nums`), in their order; a node that is
    met again is not read again (ISO 32000-1, 7.9.6 and 7.9.7)."""
    budget = Budget()
    seen: set[tuple[int, int]] = set()
    waiting = [] if tree is None else [tree]
    while waiting:
        node = waiting.pop()
        if node.objgen in seen:
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        entries, kids = list(node.get(key, [])), list(node.get("/Kids", []))
        budget.spend("entries in a tree of names or numbers", len(entries) + len(kids))
        yield from zip(entries[::2], entries[1::2], strict=False)
        waiting += reversed(kids)
