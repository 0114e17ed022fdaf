"""YAML rewritten with less in it: comments go, entries may, and words change; what is left reads as before.

The file keeps its look as far as that can be: each edit cuts characters out of the author's text. What comes out is
read again, and where it does not say what it should, the whole is written anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import yaml

from reportgen.frozen import frozen
from reportgen.problems import Place, Problems
from reportgen.source.yaml_nodes import LOADER, Entries, Items, Leaf, Node, parse

Path = tuple[str, ...]
"""The keys that lead to a value; an item of a list is "-"."""

_WORD = re.compile(r"[A-Za-z][\w-]*")
"""A key that needs no quotation marks."""
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
        after = None if before is None else self.tree(before)
        try:
            edited = _cut(text, [*_comments(text), *self._cuts(text)])
        except yaml.YAMLError:  # the anchors of one file may stand twice for `parse`, not for `compose`
            edited = text
        else:
            if _alike(_tree(edited), after):
                return edited
        return "" if after is None else written(after)

    def _cuts(self, text: str) -> Iterator[_Cut]:
        root = yaml.compose(text, Loader=LOADER)
        if root is not None:
            yield from self._below(root, (), text)

    def _below(self, node: Any, path: Path, text: str) -> Iterator[_Cut]:
        if isinstance(node, yaml.ScalarNode):
            # What stands in quotation marks ends before the closing one.
            quoted = node.style in ("'", '"')
            begin, end = node.start_mark.index + quoted, node.end_mark.index - quoted
            changed = self.change(path, text[begin:end])
            if changed != text[begin:end]:
                yield _Cut(begin, end, changed)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from self._below(item, (*path, "-"), text)
        else:
            for at, (key, kid) in enumerate(node.value):
                if self.drop((*path, str(key.value))):
                    yield _entry(node, at, text)
                else:
                    yield from self._below(kid, (*path, str(key.value)), text)


def without_comments(text: str) -> str:
    """YAML without its comments, else as it was; text that is no YAML stays as it is."""
    try:
        edited = _cut(text, list(_comments(text)))
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


# --- cutting ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, order=True)
class _Cut:
    """The characters from `begin` to `end` become `instead`."""

    begin: int
    end: int
    instead: str = ""


def _cut(text: str, cuts: Sequence[_Cut]) -> str:
    """The text after the cuts; of two that overlap, the one that begins first counts."""
    parts, at = [], 0
    for cut in sorted(set(cuts)):
        if cut.begin >= at:
            parts += [text[at : cut.begin], cut.instead]
        at = max(at, cut.end)
    return "".join((*parts, text[at:]))


def _comments(text: str) -> Iterator[_Cut]:
    """Every # that begins a comment: one between two tokens, or behind the sign of a block of text."""
    tokens = list(yaml.scan(text, Loader=LOADER))
    for token, following in pairwise(tokens):
        begin = token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            head = text.find("\n", token.start_mark.index)
            yield from _hash(text, token.start_mark.index, head if head >= 0 else len(text))
        yield from _hash(text, begin, following.start_mark.index)


def _hash(text: str, begin: int, end: int) -> Iterator[_Cut]:
    """The comments between two offsets, each to the end of its line, with the line where it has nothing else."""
    while (begin := text.find("#", begin, end)) >= 0:
        stop = _line_end(text, begin)
        start = len(text[:begin].rstrip(" \t"))
        alone = start == 0 or text[start - 1] == "\n"
        yield _Cut(start, min(stop + 1, len(text)) if alone else stop)
        begin = stop


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _entry(mapping: Any, at: int, text: str) -> _Cut:
    """The entry number `at` of a group of keys."""
    key, kid = mapping.value[at]
    begin, end = key.start_mark.index, kid.end_mark.index
    last = at + 1 == len(mapping.value)
    if mapping.flow_style:
        return _Cut(mapping.value[at - 1][1].end_mark.index, end) if last and at else _Cut(begin, _next(mapping, at))
    if last:
        # Its lines, with the end of the last one; the value of a block of text has that already.
        whole = end if text[end - 1 : end] == "\n" else min(_line_end(text, end) + 1, len(text))
        return _Cut(begin - key.start_mark.column, whole)
    return _Cut(begin, _next(mapping, at))


def _next(mapping: Any, at: int) -> int:
    """Where the next entry begins; after the last one, where the value ends."""
    if at + 1 == len(mapping.value):
        return int(mapping.value[at][1].end_mark.index)
    return int(mapping.value[at + 1][0].start_mark.index)


# --- writing anew -----------------------------------------------------------------------------------------------------
def written(node: Node) -> str:
    """A tree as a file: each value in quotation marks on a line of its own."""
    return "".join(f"{line}\n" for line in _lines(node))


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
    return json.dumps(leaf.text, ensure_ascii=False)
