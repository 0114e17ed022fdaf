"""A fenced block under the hands of the function of its kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from reportgen.document.blocks import Block
from reportgen.document.inlines import Inlines
from reportgen.document.markdown.block_keys import TEXTS
from reportgen.document.markdown.headers import Entry, Header
from reportgen.document.markdown.parsing import Node
from reportgen.document.templates.offsets import at, cut
from reportgen.document.text.desk import Desk
from reportgen.document.text.inline_reader import read_plain, read_text
from reportgen.document.text.outline import Target
from reportgen.document.text.page import Page
from reportgen.frozen import frozen
from reportgen.problems import Place
from reportgen.source.model import Phrase

_INSIDE: Mapping[str, tuple[str, ...]] = {"note": ("caption",), "source": ("origin",), "rights": ("origin",)}
"""What the words of a key are, where that decides how they are read (`text.desk.Cursor`)."""


class ReadBlocks(Protocol):
    """`block_reader.read_blocks`, handed in because it calls the kinds."""

    def __call__(self, desk: Desk, page: Page, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """The blocks of some nodes."""


@frozen
class Fenced:
    """The parts of a fenced block; `keys` is the dataclass of its kind, `target` its number and anchor."""

    desk: Desk
    page: Page
    node: Node
    header: Header
    keys: Any
    target: Target | None
    read_blocks: ReadBlocks

    @property
    def place(self) -> Place:
        """Where the block begins."""
        return self.page.origin.place(self.header.at)

    @property
    def anchor(self) -> str:
        """Its anchor ("" for a kind that has none)."""
        return self.target.anchor if self.target else ""

    def label(self) -> str:
        """Such as "Box 1"; "" where it has no number."""
        if self.target is None or not self.target.number:
            return ""
        return self.desk.words.say(f"labels.{self.target.kind}", number=self.target.number)

    def place_of(self, key: str) -> Place:
        """Where the value of a key stands (the block's place where there is no such key)."""
        entry = self.header.entries.get(key)
        return self.page.origin.place(entry.place) if entry else self.place

    def text(self, key: str) -> Inlines:
        """The words of a text key."""
        return read_text(self.desk, self.page, self.header.entries.get(key), _INSIDE.get(key, ()))

    def words(self, key: str) -> str:
        """The same as plain text."""
        return read_plain(self.desk, self.header.entries.get(key))

    def spoken(self, key: str) -> Inlines:
        """The same with its values as nodes."""
        entry = self.header.entries.get(key)
        return tuple(self.desk.spelling.inlines(" ".join(entry.phrase.split()))) if entry else ()

    def cell_note(self, phrase: Phrase) -> Inlines:
        """The words of a cell's note, which is a text inside a YAML key."""
        notes = self.header.entries["notes"]
        found = range(len(notes.text))
        begin = bisect_left(found, phrase.place, key=lambda offset: self.page.origin.place(at(notes.where, offset)))
        where = cut(notes.where, begin, begin + len(phrase.text))
        return read_text(self.desk, self.page, Entry("text", phrase.text, notes.at, where), ("caption",))

    def texts(self) -> None:
        """Read every text key for its faults only."""
        for key in sorted(TEXTS[self.header.kind]):
            self.text(key)

    def body(self) -> tuple[Block, ...]:
        """The blocks after the header."""
        return self.read_blocks(self.desk, self.page, self.node.children)

    def empty(self, hint: str) -> None:
        """Report that there is nothing after the header."""
        self.desk.problem("block-syntax", self.place, f"this {self.header.kind} is empty", hint)
