"""Plain words of a line to inlines: values, bare addresses, names in the place of signs that no font has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reportgen.document.inlines import Inline, Span, Text, Value
from reportgen.document.markdown.parsing import Node
from reportgen.document.text import links
from reportgen.document.text.citing import with_sources
from reportgen.document.text.desk import Cursor
from reportgen.problems import Place


def read_words(node: Node, cursor: Cursor) -> Sequence[Inline]:
    """The inlines of a `text` node."""
    parts: Sequence[Inline] = _with_names(node, cursor)
    if "link" not in cursor.inside and "www." in node.content:
        parts = [one for part in parts for one in _with_addresses(part, node, cursor)]
    return [one for part in parts for one in (with_sources(part, cursor) if isinstance(part, Value) else (part,))]


def shown(node: Node, place: Callable[[int], Place], cursor: Cursor) -> Sequence[Text | Value]:
    """Words and values; characters that no font has are told, at the place that `place` gives for an offset."""
    parts = tuple(cursor.desk.spelling.parts(node.content))
    cursor.desk.glyphs.check_run(parts, place)
    return [part for _, part in parts]


def _with_addresses(part: Inline, node: Node, cursor: Cursor) -> Iterator[Inline]:
    begin = max(node.content.find(part.text), 0) if isinstance(part, Text) else 0
    return links.with_addresses(part, lambda offset: cursor.place(node, begin + offset), cursor.desk, cursor.inside)


def _with_names(node: Node, cursor: Cursor) -> Sequence[Inline]:
    """Words and values; of a sign that no font has stands its name, and it is told."""
    found: list[Inline] = []
    told: list[tuple[int, Text | Value]] = []
    for begin, part in cursor.desk.spelling.parts(node.content):
        pieces = list(cursor.desk.glyphs.named(part.text)) if isinstance(part, Text) else []
        if not any(is_name for _, is_name in pieces):
            found.append(part)
            told.append((begin, part))
            continue
        for text, is_name in pieces:
            at = begin + max(part.text.find(_sign(text) if is_name else text), 0)
            found.append(_name(text, cursor.place(node, at), cursor) if is_name else Text(text))
            told += [] if is_name else [(at, Text(text))]
    cursor.desk.glyphs.check_run(told, partial(cursor.place, node))
    return found


def _sign(name: str) -> str:
    return "" if name.startswith("u+") else unicodedata.lookup(name)


def _name(name: str, place: Place, cursor: Cursor) -> Inline:
    """The name of a sign in brackets: it is English in any paper."""
    message = f"no font has the sign '{_sign(name)}': its name is printed, ({name})"
    hint = "write in words what it stands for"
    cursor.desk.repeats.add(f"sign {name}", "markup-plain", place, message, hint)
    words = Text(f"({name})")
    return words if cursor.desk.words.tag.partition("-")[0] == "en" else Span((words,), "en")
