"""YAML and Markdown as plain lists and texts that are the same however the author has laid them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportgen.document.data import marks
from reportgen.document.markdown.block_keys import TEXTS
from reportgen.document.markdown.headers import Entry, Header
from reportgen.document.markdown.parsing import parser
from reportgen.document.templates.comments import RAW, STRING, TAG, without
from reportgen.problems import NOWHERE, Problems
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find, parse

Keys = tuple[str, ...]
OwnForm = Callable[[Keys, str], Any]
"""The form of the text at some keys; None where it is none with a form of its own."""

_QUOTES = ["“", "”", "‘", "’"]
"""Of any language: straight quotation marks become the same ones in all papers."""
_SPACE = re.compile(r"[ \t\n]+")
_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
_APART = re.compile(rf"({STRING})|\s+", re.DOTALL)
_RAW_OR_TAG = re.compile(rf"(?P<raw>{RAW})|{TAG.pattern}", re.DOTALL)


def _none(_keys: Keys, _text: str) -> Any:
    return None


def tree(node: Node, own: OwnForm = _none, keys: Keys = (), *, in_order: bool = False) -> Any:
    """A tree of YAML; groups of keys are sorted, unless their order is seen (`in_order`)."""
    match node:
        case Leaf():
            found = own(keys, node.text)
            return _leaf(node) if found is None else found
        case Items(items=items):
            return [tree(item, own, (*keys, "-"), in_order=in_order) for item in items]
        case Entries(entries=entries):
            pairs = [[key.text, tree(kid, own, (*keys, key.text), in_order=in_order)] for key, kid in entries]
            return {"keys": pairs if in_order else sorted(pairs, key=lambda pair: str(pair[0]))}


def _leaf(leaf: Leaf) -> Any:
    return None if leaf.empty else _BREAK.sub(" ", leaf.text.strip())


@dataclass(slots=True)
class Markdown:
    """Texts as lists of tokens; templates stand as they are, in the place of what they print."""

    _md: MarkdownIt = field(default_factory=lambda: parser(_QUOTES))

    def form(self, text: str) -> list[Any]:
        """The form of a text, the comments apart."""
        reading = _Reading(self._md)
        return [reading.blocks(self._md.parse(reading.put_away(without(text)), {})), reading.templates]


@dataclass(slots=True)
class _Reading:
    """One text being read."""

    md: MarkdownIt
    templates: list[str] = field(default_factory=list)

    def put_away(self, text: str) -> str:
        """The text with a mark in the place of each template."""
        return _RAW_OR_TAG.sub(lambda found: found[0] if found["raw"] else self._mark(found[0]), text)

    def _mark(self, template: str) -> str:
        self.templates.append(_APART.sub(lambda found: found[1] or " ", template))
        return marks.value(len(self.templates) - 1)

    def blocks(self, tokens: Sequence[Token]) -> list[Any]:
        """The tokens of whole lines."""
        return [self._block(token) for token in tokens]

    def _block(self, token: Token) -> Any:
        if token.type == "inline":
            return self._inlines(token.children or ())
        told = {key: value for key, value in token.meta.items() if key != "header"}
        header = token.meta.get("header")
        form = [
            token.type,
            token.tag,
            _attributes(token),
            token.info.strip(),
            token.content,
            repr(sorted(told.items())),
        ]
        return [*form, self._header(header)] if isinstance(header, Header) else form

    def _inlines(self, tokens: Sequence[Token]) -> list[Any]:
        """The tokens of a run of words; its lines may end anywhere."""
        found: list[Any] = []
        for token in tokens:
            if token.type in ("text", "softbreak", "text_special"):
                text = token.content if token.type != "softbreak" else "\n"
                found[-1:] = [found[-1] + text] if found and isinstance(found[-1], str) else [*found[-1:], text]
            else:
                found.append(self._inline(token))
        return [_SPACE.sub(" ", part) if isinstance(part, str) else part for part in found]

    def _inline(self, token: Token) -> list[Any]:
        told = {key: value for key, value in token.meta.items() if key != "lines"}
        content = token.content if token.type == "code_inline" else ""
        inside = self._inlines(token.children) if token.children else []
        return [token.type, _attributes(token), content, inside, _SPACE.sub(" ", repr(_folded(told)))]

    def _header(self, header: Header) -> list[Any]:
        entries = sorted(header.entries.values(), key=lambda entry: entry.key)
        return [header.kind, header.id, [[entry.key, self._entry(header.kind, entry)] for entry in entries]]

    def _entry(self, kind: str, entry: Entry) -> Any:
        """The value of a key of a block. Within it order counts: it may be that of a table's columns."""
        if entry.key in TEXTS.get(kind, frozenset()):
            return self.blocks(self.md.parseInline(_SPACE.sub(" ", entry.phrase), {}))
        node = find(parse(f"{entry.key}: {entry.text}\n", NOWHERE, Problems()), entry.key)
        return _SPACE.sub(" ", entry.phrase) if node is None else tree(node, in_order=True)


def _attributes(token: Token) -> list[list[str]]:
    return sorted([key, _SPACE.sub(" ", str(value))] for key, value in token.attrs.items())


def _folded(value: Any) -> Any:
    """What a rule of ours noted, with lines ending anywhere, in one order."""
    match value:
        case str():
            return _SPACE.sub(" ", value)
        case dict():
            return [(key, _folded(kid)) for key, kid in sorted(value.items())]
        case list() | tuple():
            return [_folded(item) for item in value]
    return value
