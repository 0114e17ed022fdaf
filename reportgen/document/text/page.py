"""One text of the author's, rendered and parsed, and the values that its marks stand for. `pages` makes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from reportgen.document.data import marks
from reportgen.document.inlines import Note, Text, Value
from reportgen.document.markdown.parsing import Node, first_line
from reportgen.document.markdown.places import place
from reportgen.document.templates.whereabouts import SourceMap
from reportgen.frozen import frozen, mutable
from reportgen.problems import Place


@frozen
class Spelling:
    """Puts values back where rendered text has marks for them; `spelled` are those of which only the words are left."""

    values: Sequence[Value]
    spelled: dict[Value, str] = field(default_factory=dict)
    """What each was spelled for first: "" or a `use`."""

    def words(self, text: str, use: str = "") -> str:
        """`text` with the words of its values; `use` is told with them where somebody asks what became of a value."""
        return marks.VALUE.sub(lambda match: self._word(int(match[1]), use), text)

    def _word(self, index: int, use: str) -> str:
        value = self.values[index]
        self.spelled[value] = self.spelled.get(value) or use
        return value.text

    def inlines(self, text: str) -> list[Text | Value]:
        """`text` as runs of characters and values."""
        return [part for _, part in self.parts(text)]

    def parts(self, text: str) -> Iterator[tuple[int, Text | Value]]:
        """The same, each with its offset."""
        end = 0
        for mark in marks.VALUE.finditer(text):
            if mark.start() > end:
                yield end, Text(text[end : mark.start()])
            yield mark.start(), self.values[int(mark[1])]
            end = mark.end()
        if end < len(text):
            yield end, Text(text[end:])

    def title(self, node: Node) -> str:
        """The words of a heading, without marks and notes."""
        inline = node.children[0] if node.children else None
        return self.words(unmarked(inline)).strip() if inline else ""


def unmarked(node: Node) -> str:
    """The words of an `inline` node, with the marks of its values, without notes and markup."""
    if node.type in ("text", "text_special", "at_word", "code_inline", "formula"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return "" if node.type == "note_inline" else "".join(map(unmarked, node.children))


@mutable
class Page:
    """One text of the author's, parsed: labels of notes are its own."""

    key: str
    """Tells the pages of a paper apart."""
    tree: Node
    origin: SourceMap
    notes: Mapping[str, Node] = field(default_factory=dict)
    made: dict[str, Note] = field(default_factory=dict)
    """The notes that have been called, by label."""
    doubles: Sequence[Node] = ()
    """Notes whose label another note of the page has."""
    torn: bool = False
    """Whether a fault hides a part of the text: what the rest of the paper misses may be there."""

    def place(self, node: Node, offset: int = 0) -> Place:
        """Where the author wrote one of the characters of a token in a line."""
        return self.origin.place(place(node, offset))

    def begin(self, node: Node) -> Place:
        """Where the line begins with which a block begins."""
        return self.origin.line(first_line(node))
