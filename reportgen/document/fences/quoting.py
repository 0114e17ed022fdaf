"""Quotation marks round the words of a `quote` block, unless the author typed some.

Straight marks have become the language's own before (`typography`); here only the whole is set in marks, and marks of
the same kind inside it turn to the inner ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.document import tree
from reportgen.document.blocks import Block, Paragraph
from reportgen.document.inlines import Inline, Inlines, NoteMark, Superscript, Text, Value, mapped, plain
from reportgen.document.markdown.typography import quotes
from reportgen.language import Words

_CLOSING: Mapping[str, str] = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", '"': '"',
}  # fmt: skip
"""Opening marks of any language, and what closes them."""
_AT_END = " .,;:!?…\u00a0\u202f"
_APOSTROPHES = "’'"
"""A closing mark between letters, or without an opening one, is one of these."""


def in_quotation_marks(blocks: Sequence[Block], words: Words) -> tuple[Block, ...]:
    """The blocks with the language's marks before their first words and after their last ones."""
    paragraphs = [block for block in tree.blocks(blocks) if isinstance(block, Paragraph)]
    if not paragraphs or _has_marks("\n".join(plain(one.content) for one in paragraphs)):
        return tuple(blocks)
    opening, closing, *inner = quotes(words)
    turned = _Turned(opening, closing, *inner)

    def change(block: Block) -> Block:
        if not isinstance(block, Paragraph):
            return block
        content = turned.inlines(block.content)
        content = (Text(opening), *content) if block is paragraphs[0] else content
        return replace(block, content=_closed(content, closing) if block is paragraphs[-1] else content)

    return tree.changed_blocks(blocks, change)


def _has_marks(text: str) -> bool:
    """Whether a mark opens at the very begin and doesn't close before the end, or the other way round."""
    text = text.strip().rstrip(_AT_END)
    if not text:
        return False
    closing = _CLOSING.get(text[0], "")
    if closing and not _closes_early(text, text[0], closing):
        return True
    openings = "".join(one for one, ends in _CLOSING.items() if text[-1] in ends)
    if text[-1] in _APOSTROPHES and not set(openings) & set(text):
        return False
    return bool(openings) and not _closes_early(text[::-1], text[-1], openings)


def _closes_early(text: str, begin: str, ends: str) -> bool:
    """Whether what the first character begins has its end before the last character."""
    depth = 1
    for at, character in enumerate(text[1:-1], 1):
        if character in _APOSTROPHES and text[at - 1].isalpha() and text[at + 1].isalpha():
            continue
        depth += (character == begin and begin not in ends) - (character in ends)
        if depth == 0:
            return True
    return False


def _closed(content: Inlines, closing: str) -> Inlines:
    """`content` with the closing mark before the notes at its end."""
    end = len(content)
    while end and (isinstance(content[end - 1], NoteMark) or content[end - 1] == Superscript((Text(","),))):
        end -= 1
    return (*content[:end], Text(closing), *content[end:])


class _Turned:
    """Turns outer marks inside the words to inner ones."""

    def __init__(self, opening: str, closing: str, inner_opening: str, inner_closing: str) -> None:
        space = r"[\s\u00a0\u202f]?"
        self._marks = (
            (re.compile(re.escape(opening.strip()) + (space if len(opening) > 1 else "")), inner_opening),
            (re.compile((space if len(closing) > 1 else "") + re.escape(closing.strip())), inner_closing),
        )

    def inlines(self, content: Inlines) -> Inlines:
        """The same words with other marks."""
        return mapped(content, self._turned)

    def _turned(self, inline: Inline) -> Inlines | None:
        if not isinstance(inline, Text | Value):
            return None
        text = inline.text
        for mark, other in self._marks:
            text = mark.sub(other, text)
        return (replace(inline, text=text),)
