"""What the readers of one paper share while they turn text into blocks.

A `Desk` lives as long as one call of `read`: it counts notes, collects citations, charts and problems. Nothing of it
leaves the room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt

from reportgen.document.data.select import Selected
from reportgen.document.inlines import Inline, Inlines
from reportgen.document.text.glyphs import Glyphs
from reportgen.document.text.outline import Outline
from reportgen.document.text.page import Spelling
from reportgen.document.text.repeats import Repeats
from reportgen.document.text.terms import Marker
from reportgen.figures.contract import ChartSpec
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.problems import Place, Problems
from reportgen.source.model import Briefing


@frozen
class ChartDraft:
    """A chart that is to be drawn, and the data behind it."""

    spec: ChartSpec
    anchor: str
    number: str
    label: str
    title: Inlines
    subtitle: Inlines
    source: Inlines
    """What the table in the appendix names: the chart's sources and those of the rows."""
    selected: Selected
    alt: Inlines
    """The author's own description; () where the kind describes it."""
    places: Mapping[str, Place]
    """Where the values of `title` and `alt` stand."""


@frozen
class TableDraft:
    """A table with a title that shows data: which they are."""

    anchor: str
    title: Inlines
    selected: Selected
    place: Place
    """Where its title stands."""


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
    glyphs: Glyphs
    cited: dict[str, None] = field(default_factory=dict)
    charts: list[ChartDraft] = field(default_factory=list)
    read: dict[str, bytes] = field(default_factory=dict)
    """The pictures that the paper shows, by the names that problems give their files."""
    kinds: dict[str, None] = field(default_factory=dict)
    """The chart kinds whose options the paper shows."""
    tables: list[TableDraft] = field(default_factory=list)
    notes: int = 0
    """How many notes have a number."""
    repeats: Repeats = field(default_factory=Repeats)
    """What is told once for its kind and file."""

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
