"""What the readers of one paper share while they turn text into blocks, and where the reader of a line is.

A `Desk` lives as long as one call of `read`: it counts notes, collects citations, charts and problems. Nothing of it
leaves the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import Literal

from markdown_it import MarkdownIt

from reportgen.dates import PartialDate
from reportgen.document.data.select import Selected
from reportgen.document.inlines import Inline, Inlines
from reportgen.document.markdown.parsing import Node
from reportgen.document.markdown.slugs import slug, unique
from reportgen.document.text.glyphs import Glyphs
from reportgen.document.text.outline import Targets
from reportgen.document.text.page import Page, Spelling
from reportgen.document.text.terms import Marker
from reportgen.figures.contract import ChartSpec
from reportgen.frozen import frozen, mutable
from reportgen.language import Words
from reportgen.problems import Place, Problems
from reportgen.source.model import Briefing


@mutable
class _Found:
    rule: str
    message: str
    hint: str
    places: set[Place] = field(default_factory=set)


@mutable
class Repeats:
    """Collects such faults while texts are read; `tell` reports them when all have been."""

    found: dict[tuple[str, str], _Found] = field(default_factory=dict)

    def add(self, kind: str, rule: str, place: Place, message: str, hint: str = "") -> None:
        """Note a fault of a kind; the words of the first in a file are told."""
        known = self.found.setdefault((place.file, kind), _Found(rule, message, hint))
        known.places.add(place)

    def tell(self, problems: Problems) -> None:
        """Report each kind at its first place in each file."""
        for one in self.found.values():
            first, *others = sorted(one.places)
            more = f" (and {len(others)} more in this file)" if others else ""
            problems.add(one.rule, first, one.message + more, one.hint)


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


@mutable
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


Manner = Literal["called", "whole", "short"]
"""How a citation is printed: as a note of its own that a number calls; in words where it stands (already in a note); or
as the source lines under charts name it."""


@mutable
class Cursor:
    """Where the reader is: `inside` names what it is in.

    "note" and "link" must not be nested; "title" (of the paper) and "date" (of an event) call no notes. "caption" is
    the small print of a chart or a table, "sources" a cell of nothing but citations: both name a source in words, for a
    number would send the reader away. "origin" says where a picture comes from. "cell" is one of a table.
    """

    desk: Desk
    page: Page
    inside: frozenset[str] = frozenset()
    sourced: set[str] = field(default_factory=set)
    """The sources that values of this run have been printed with."""
    tail: str = ""
    """The end of what stands before, in this run of text."""
    holders: set[str] = field(default_factory=set)
    """The anchors of the notes that hold them (`citing`)."""

    def place(self, node: Node, offset: int = 0) -> Place:
        """Where the author wrote one of the characters of a token."""
        return self.page.place(node, offset)

    def problem(self, rule: str, node: Node, message: str, hint: str = "") -> None:
        """Note a fault where a token stands."""
        self.desk.problem(rule, self.place(node), message, hint)

    @property
    def note(self) -> int:
        """The number of the note that is read; 0 for none."""
        return self.desk.notes if "note" in self.inside else 0

    @property
    def manner(self) -> Manner:
        """How a citation is printed here."""
        if "sources" in self.inside:
            return "short"
        return "whole" if self.inside & {"note", "caption"} else "called"
