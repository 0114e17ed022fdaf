"""Reading on past a mistake in YAML: the value at fault is made harmless, so that the rest is read and told of as well.

A colon in a value is taken for a part of it; of any other faulty value nothing is left. Lines and columns stay where
they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, leaves, parse

_COLON, _LOST = "\ue0c0", "\ue0c1"
"""Stand for a colon within a value, and for a value that can't be read."""
_MOST = 20
"""Mistakes of one file that are read past; more of them have one cause."""
_KEY = Pattern(r"(?P<head>\s*(?:- +)*(?:[^\s:#'\"{\[][^:#]*:|-)[ \t]+)(?P<value>\S.*)")


def parse_on(text: str, start: Place, problems: Problems, *, colons_alone: bool = False) -> Node | None:
    """The same as `parse`, past mistakes; None for an empty document and where one can't be read past.

    `colons_alone`: only past colons, of which it is certain what they mean. After another mistake no further one in the
    form is told, for it may come from the first.
    """
    lines, told = text.split("\n"), True
    for _ in range(_MOST):
        trial = Problems()
        node = parse("\n".join(lines), start, trial)
        if not trial.found:
            return _restored(node) if node else None
        (fault,) = trial.found
        is_colon = fault.message.startswith("a colon stands")
        if told or is_colon:
            problems.extend(trial.found)
        told = told and is_colon
        line = fault.place.line - max(start.line, 1)
        harmless = None if colons_alone and not is_colon else _without_fault(lines, line, colon=is_colon)
        if harmless is None or fault.message.startswith("references"):
            return None
        lines = harmless
    return None


def has_lost(node: Node) -> bool:
    """Whether a mistake hides something in it."""
    return any(leaf.lost for leaf in leaves(node))


def _without_fault(lines: Sequence[str], line: int, *, colon: bool) -> list[str] | None:
    """The lines with the value of that one made harmless; None where there is none, or it is so already."""
    found = _KEY.fullmatch(lines[line]) if 0 <= line < len(lines) else None
    if found is None or _LOST in lines[line]:
        return None
    value = re.sub(r":(?=\s|$)", _COLON, found["value"]) if colon else _LOST
    mended = f"{found['head']}{value}"
    return [*lines[:line], mended, *lines[line + 1 :]] if mended != lines[line] else None


def _restored(node: Node) -> Node:
    """The tree as its author meant it."""
    match node:
        case Leaf(text=text):
            if _LOST in text:
                return Leaf("", node.place, quoted=True, lost=True)
            return replace(node, text=text.replace(_COLON, ":")) if _COLON in text else node
        case Items(items=items):
            return replace(node, items=tuple(map(_restored, items)))
        case Entries(entries=entries):
            return replace(node, entries=tuple((_leaf(key), _restored(kid)) for key, kid in entries))


def _leaf(key: Leaf) -> Leaf:
    return replace(key, text=key.text.replace(_COLON, ":").replace(_LOST, ""))
