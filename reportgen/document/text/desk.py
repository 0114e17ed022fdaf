"""What the readers of one paper share while they turn text into blocks.

A `Desk` lives as long as one call of `read`: it counts notes, collects citations, charts and problems. Nothing of it
leaves the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt

from reportgen.dates import PartialDate
from reportgen.document.data.select import Selected
from reportgen.document.inlines import Inline, Inlines
from reportgen.document.markdown.slugs import slug, unique
from reportgen.document.text.glyphs import Glyphs
from reportgen.document.text.outline import Targets
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


@frozen
class CitedSource:
    """What the paper does with a source."""

    anchor: str
    """Where it stands in the list of sources, if it does."""
    notes: tuple[int, ...] = ()
    """The notes that cite it, in order."""
    elsewhere: bool = False
    """Whether it is named where no note is, such as under a chart."""


@dataclass(slots=True)
class Desk:
    """What is shared; `cited` keeps the order of first citation."""

    briefing: Briefing
    words: Words
    problems: Problems
    spelling: Spelling
    md: MarkdownIt
    marker: Marker
    outline: Targets
    glyphs: Glyphs
    read_on: PartialDate | None = None
    """The day on which most addresses were read."""
    cited: dict[str, CitedSource] = field(default_factory=dict)
    charts: list[ChartDraft] = field(default_factory=list)
    read: dict[str, bytes] = field(default_factory=dict)
    """The pictures that the paper shows and the maps of its charts, by the names that problems give their files."""
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

    def cite(self, name: str, *, note: int = 0) -> CitedSource:
        """Note that `note` cites a source, or that it is named elsewhere (0); and what was known of it before."""
        before = self.cited.get(name)
        if before is None:
            before = CitedSource(source_anchor(name, (known.anchor for known in self.cited.values())))
        notes = before.notes if note in before.notes or not note else (*before.notes, note)
        self.cited[name] = replace(before, notes=notes, elsewhere=before.elsewhere or not note)
        return before

    def problem(self, rule: str, place: Place, message: str, hint: str = "") -> None:
        """Note a fault."""
        self.problems.add(rule, place, message, hint)


def source_anchor(name: str, taken: Iterable[str]) -> str:
    """Where the source called `name` stands in the list of sources."""
    return unique(f"reference-{slug(name) or 'source'}", frozenset(taken))
