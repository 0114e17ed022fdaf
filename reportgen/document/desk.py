"""What the readers of one paper share while they turn text into blocks, and the pages that they read.

A `Desk` lives as long as one call of `read`: it counts notes, collects citations, charts and problems. Nothing of it
leaves the room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from reportgen.document import marks
from reportgen.document.inlines import Inline, Inlines, Note, Text, Value
from reportgen.document.markdown import Node
from reportgen.document.origin import Origin
from reportgen.document.terms import Marker
from reportgen.language import Words
from reportgen.problems import Place, Problems
from reportgen.source.model import Briefing

if TYPE_CHECKING:
    from reportgen.document.outline import Outline
    from reportgen.document.select import Selected
    from reportgen.figures.contract import ChartSpec


@dataclass(frozen=True, slots=True)
class Spelling:
    """Puts values back where rendered text has marks for them."""

    values: Sequence[Value]

    def words(self, text: str) -> str:
        """`text` with the words of its values."""
        return marks.VALUE.sub(lambda match: self.values[int(match[1])].text, text)

    def inlines(self, text: str) -> list[Text | Value]:
        """`text` as runs of characters and values."""
        parts = marks.VALUE.split(text)
        found: list[Text | Value] = []
        for number, part in enumerate(parts):
            if number % 2:
                found.append(self.values[int(part)])
            elif part:
                found.append(Text(part))
        return found

    def title(self, node: Node) -> str:
        """The words of a heading, without marks and notes."""
        inline = node.children[0] if node.children else None
        return self.words(_plain(inline)).strip() if inline else ""


def _plain(node: Node) -> str:
    if node.type in ("text", "text_special", "code_inline"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return "" if node.type == "note_inline" else "".join(map(_plain, node.children))


@dataclass(slots=True)
class Page:
    """One text of the author's, parsed: labels of notes are its own."""

    key: str
    """Tells the pages of a paper apart."""
    tree: Node
    origin: Origin
    notes: Mapping[str, Node] = field(default_factory=dict)
    made: dict[str, Note] = field(default_factory=dict)
    """The notes that have been called, by label."""
    called: set[str] = field(default_factory=set)
    text: tuple[str, ...] = ()
    """The rendered lines."""
    doubles: Sequence[Node] = ()
    """Notes whose label another note of the page has."""

    def line(self, number: int) -> str:
        """A rendered line (from 0)."""
        return self.text[number] if number < len(self.text) else ""


@dataclass(frozen=True, slots=True)
class ChartDraft:
    """A chart that is to be drawn, and the data behind it."""

    spec: ChartSpec
    anchor: str
    number: str
    label: str
    title: Inlines
    subtitle: Inlines
    source: Inlines
    selected: Selected


@dataclass(slots=True)
class Desk:
    """What is shared; `cited` keeps the order of first citation."""

    briefing: Briefing
    words: Words
    problems: Problems
    spelling: Spelling
    md: MarkdownIt
    marker: Marker
    outline: Outline
    cited: dict[str, None] = field(default_factory=dict)
    charts: list[ChartDraft] = field(default_factory=list)
    notes: int = 0
    """How many notes have a number."""

    def mark(self, inlines: Sequence[Inline]) -> Inlines:
        """The same words, marked by terms.yaml and by script."""
        return self.marker.mark(inlines)

    def next_note(self) -> int:
        """The number of the next note, in reading order."""
        self.notes += 1
        return self.notes

    def problem(self, rule: str, place: Place, message: str, hint: str = "") -> None:
        """Note a fault."""
        self.problems.add(rule, place, message, hint)
