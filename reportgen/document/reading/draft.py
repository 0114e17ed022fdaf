"""What reading gives and composing takes: a paper whose charts are not drawn yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from reportgen.dates import PartialDate
from reportgen.document.blocks import Block, Cover, Section
from reportgen.document.inlines import Inlines, Value
from reportgen.document.text.desk import ChartDraft, CitedSource, TableDraft
from reportgen.document.text.terms import Marker
from reportgen.figures.contract import ChartSpec
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.problems import Problem
from reportgen.source.model import Briefing


@frozen
class Standing:
    """A standing text: "impartiality", "formats", "licence" or "citation", and its blocks."""

    key: str
    blocks: tuple[Block, ...]


@frozen
class Draft:
    """The text of a paper, read, numbered and resolved; its charts have blank pictures."""

    briefing: Briefing
    words: Words
    marker: Marker
    title: Inlines
    cover: Cover
    sections: tuple[Section, ...]
    standing: tuple[Standing, ...]
    chart_drafts: tuple[ChartDraft, ...]
    cited: Mapping[str, CitedSource]
    """The ids of the references that the paper cites, in that order, and where."""
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The files of the pictures that the paper shows and of its charts' maps, by the names that problems give them."""
    shown_kinds: tuple[str, ...] = ()
    """The chart kinds whose options the paper shows."""
    spelled: Mapping[Value, str] = field(default_factory=dict)
    """Values of which only the words are left, such as in an alternative text; with "alt", "code" or "" (a setting)."""
    table_drafts: tuple[TableDraft, ...] = ()
    """The titled tables that show data."""
    read_on: PartialDate | None = None
    """The day on which most addresses were read."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with its texts: warnings, unless it was read on in spite of errors."""

    @property
    def charts(self) -> tuple[ChartSpec, ...]:
        """What is to be drawn."""
        return tuple(draft.spec for draft in self.chart_drafts)
