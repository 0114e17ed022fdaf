"""YAML with less in it: files written anew from their trees, and keys of a block without their comments.

What is written anew has neither comments nor the layout of its author; it reads as before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import yaml

from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems
from reportgen.source.yaml_nodes import LOADER, Entries, Items, Leaf, Node, parse

Path = tuple[str, ...]
"""The keys that lead to a value; an item of a list is "-"."""

_WORD = Pattern(r"[A-Za-z][\w-]*")
"""A key that needs no quotation marks."""
_PLAIN = Pattern(r"[A-Za-z0-9](?:[A-Za-z0-9_ .,()/+-]*[A-Za-z0-9_.,()/+-])?")
"""What an author wrote without them, and what needs none."""
_NOTHING = ("", "~", "null")
"""What means that there is no value, unless it stands in quotes."""


@frozen
class Edit:
    """What is taken out of a file besides its comments."""

    drop: Callable[[Path], bool] = lambda _: False
    """Whether the entry at a path goes."""
    change: Callable[[Path, str], str] = lambda _, text: text
    """The words that stand at a path, or what is written there, without what is to go."""

    def tree(self, node: Node, path: Path = ()) -> Node:
        """The same done to a tree."""
        match node:
            case Leaf(text=text):
                return replace(node, text=self.change(path, text))
            case Items(items=items):
                return replace(node, items=tuple(self.tree(item, (*path, "-")) for item in items))
            case Entries(entries=entries):
                kept = ((key, kid) for key, kid in entries if not self.drop((*path, key.text)))
                return replace(node, entries=tuple((key, self.tree(kid, (*path, key.text))) for key, kid in kept))

    def text(self, text: str) -> str:
        """The same done to a file's text, which is without fault; done again, it changes nothing."""
        before = _tree(text)
        return "" if before is None else written(self.tree(before))


def without_comments(text: str) -> str:
    """YAML without its comments, else as it was; text that is no YAML stays as it is."""
    try:
        spans = sorted(set(_comments(text)))
        parts, at = [], 0
        for begin, end in spans:
            parts.append(text[at:begin])
            at = end
        edited = "".join((*parts, text[at:]))
    except yaml.YAMLError:
        return text
    return edited if _alike(_tree(edited), _tree(text)) else text


def _tree(text: str) -> Node | None:
    return parse(text, Place(""), Problems())


def _alike(one: Node | None, other: Node | None) -> bool:
    """Whether two trees say the same; where they stand, and with which quotation marks, does not count."""
    match one, other:
        case Leaf(), Leaf():
            quoted = one.quoted == other.quoted or one.text not in _NOTHING
            return one.text == other.text and quoted
        case Items(), Items():
            return len(one.items) == len(other.items) and all(map(_alike, one.items, other.items))
        case Entries(), Entries():
            pairs = zip(one.entries, other.entries, strict=False)
            same = len(one.entries) == len(other.entries)
            return same and all(a[0].text == b[0].text and _alike(a[1], b[1]) for a, b in pairs)
    return one is None and other is None


# --- comments ---------------------------------------------------------------------------------------------------------


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Every # that begins a comment: one between two tokens, or behind the sign of a block of text."""
    tokens = list(yaml.scan(text, Loader=LOADER))
    for token, following in pairwise(tokens):
        begin = token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            head = text.find("\n", token.start_mark.index)
            yield from _hash(text, token.start_mark.index, head if head >= 0 else len(text))
        yield from _hash(text, begin, following.start_mark.index)


def _hash(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The comments between two offsets, each to the end of its line, with the line where it has nothing else."""
    while (begin := text.find("#", begin, end)) >= 0:
        stop = text.find("\n", begin)
        stop = len(text) if stop < 0 else stop
        start = len(text[:begin].rstrip(" \t"))
        alone = start == 0 or text[start - 1] == "\n"
        yield start, min(stop + 1, len(text)) if alone else stop
        begin = stop


# --- writing anew -----------------------------------------------------------------------------------------------------
def written(node: Node) -> str:
    """A tree as a file: each value on a line of its own, in quotation marks unless it is a plain word or number."""
    return "".join(f"{line}\n" for line in _lines(node) if line)


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Items(items=items) if items:
            for item in items:
                yield from _under("-", item)
        case Entries(entries=entries) if entries:
            for key, kid in entries:
                yield from _under(f"{key.text if _WORD.fullmatch(key.text) else _scalar(key)}:", kid)
        case _:
            yield _single(node)


def _under(head: str, kid: Node) -> Iterator[str]:
    if _single(kid) or isinstance(kid, Leaf):
        yield f"{head} {_single(kid)}".rstrip()
        return
    yield head
    yield from (f"  {line}" for line in _lines(kid))


def _single(node: Node) -> str:
    """What fits in a line; "" for a list or a group with something in it, and for a value that is not there."""
    match node:
        case Leaf():
            return _scalar(node)
        case Items(items=items):
            return "" if items else "[]"
        case Entries(entries=entries):
            return "" if entries else "{}"


def _scalar(leaf: Leaf) -> str:
    if not leaf.quoted and leaf.text in _NOTHING:
        return leaf.text
    if not leaf.quoted and _PLAIN.fullmatch(leaf.text):
        return leaf.text
    return json.dumps(leaf.text, ensure_ascii=False)
