"""The statements of a paper about its data: titles and descriptions of charts, titles of tables, key facts and key
messages, each with the data that it is about.

Whether they still hold is not known here: `findings` compares them with what was confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from reportgen.document.blocks import Block, KeyFacts, KeyFigure, List, Section, TableBlock
from reportgen.document.composing.appendix import shown
from reportgen.document.data.named import DataCell, DataNames
from reportgen.document.inlines import Inline, Inlines, Link, Strong, Text, Value, links, mapped, plain, values
from reportgen.document.markdown.slugs import slug, unique
from reportgen.document.reading.draft import Draft
from reportgen.document.tree import blocks, content, sections, texts
from reportgen.figures.drawn import Plan
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place

Kind = Literal["title", "alt", "key-fact", "message"]
_WORDS_OF_ID = 5
"""How many of its first words name a key message."""
_VALUE = "\0"
"""Stands for a value among words, and for a cross-reference, whose number others decide; no author's text has it."""
_NOT_THE_AUTHORS = frozenset({"data", "description"})
"""What the engine says of a chart, which is no part of a point that holds one."""


@frozen
class Statement:
    """Something that the paper says of data: `data` has the values by the names of their records."""

    id: str
    """Such as "chart-hours title", "key-fact 1" or "message visits-have-recovered"; unique in the paper."""
    kind: Kind
    called: str
    """What a message to the author calls it, such as "the title of chart 'hours'"."""
    content: Inlines
    place: Place
    data: Mapping[str, str]

    @property
    def words(self) -> str:
        """Its words as printed, on one line."""
        return " ".join(plain(self.content).split())

    def says(self, words: str) -> bool:
        """Whether `words` are its words, whatever values and numbers of charts stand in them."""
        line, (first, *others) = " ".join(words.split()), _wordy(self.content).split(_VALUE)
        if not others:
            return line == first
        # Part by part, each where it is found first: a pattern of many values would try every way to match.
        at, end = len(first), len(line) - len(others[-1])
        if at > end or not (line.startswith(first) and line.endswith(others[-1])):
            return False
        for part in others[:-1]:
            at = line.find(part, at, end) + len(part)
            if at < len(part):
                return False
        return True


def statements(draft: Draft, plans: Mapping[str, Plan]) -> tuple[Statement, ...]:
    """Every statement of a paper that is about data: those of blocks, then key facts and messages, as they stand."""
    about = _About(draft, plans)
    every = (*about.charts(), *about.tables(), *about.key_facts(), *about.messages())
    return tuple(statement for statement in every if statement.data)


class _About:
    """Finds the statements of one paper."""

    def __init__(self, draft: Draft, plans: Mapping[str, Plan]) -> None:
        self.draft, self.data = draft, DataNames(draft.briefing)
        self.shown = {
            chart.anchor: self.data.selected(shown(chart, plans[chart.spec.id])) for chart in draft.chart_drafts
        }
        self.shown |= {table.anchor: self.data.selected(table.selected) for table in draft.table_drafts}

    def _made(self, name: str, kind: Kind, called: str, content: Inlines, place: Place, *more: DataCell) -> Statement:
        return Statement(
            name, kind, called, content, place, self.data.named((*self.data.behind(values(content)), *more))
        )

    def charts(self) -> Iterator[Statement]:
        for chart in self.draft.chart_drafts:
            name, cells = chart.spec.id, self.shown[chart.anchor]
            called = f"the title of chart '{name}'"
            yield self._made(f"{chart.anchor} title", "title", called, chart.title, chart.places["title"], *cells)
            if chart.alt:
                called = f"the alt of chart '{name}'"
                yield self._made(f"{chart.anchor} alt", "alt", called, chart.alt, chart.places["alt"], *cells)

    def tables(self) -> Iterator[Statement]:
        for table in self.draft.table_drafts:
            called = f"the title of table '{table.anchor.removeprefix('table-')}'"
            cells = self.shown[table.anchor]
            yield self._made(f"{table.anchor} title", "title", called, table.title, table.place, *cells)

    def key_facts(self) -> Iterator[Statement]:
        for number, figure in enumerate(self.draft.cover.key_figures, 1):
            yield self._key_fact(f"key-fact {number}", f"key fact {number}", figure)
        for section in sections(self.draft.sections):
            facts = (block for block in blocks(_own(section)) if isinstance(block, KeyFacts))
            for number, figure in enumerate((item for block in facts for item in block.items), 1):
                called = f"key fact {number} of “{plain(section.title)}”" if section.title else f"key fact {number}"
                yield self._key_fact(f"{section.anchor} key-fact {number}", called, figure)

    def _key_fact(self, name: str, called: str, figure: KeyFigure) -> Statement:
        return self._made(name, "key-fact", called, (*figure.value, Text(": "), *figure.label), figure.place)

    def messages(self) -> Iterator[Statement]:
        taken: dict[str, None] = {}
        for said, place in (*_points(self.draft.cover.brief), *_key_messages(self.draft.sections)):
            name = unique(f"message {_first_words(said)}".strip(), taken)
            taken[name] = None
            cells = [cell for url in links(said) for cell in self._behind(url.removeprefix("#"))]
            yield self._made(name, "message", "the key message", said, place, *cells)

    def _behind(self, anchor: str) -> Sequence[DataCell]:
        """The data of the chart or the table that a text refers to."""
        if anchor in self.shown:
            return self.shown[anchor]
        tables = (one for one in blocks(self.draft.sections) if isinstance(one, TableBlock) and one.anchor == anchor)
        return [cell for text in texts(tables) for cell in self.data.behind(values(text.content))]


# --- key messages ----------------------------------------------------------------------------------------------------
def _key_messages(parts: Iterable[Section | Block]) -> Iterator[tuple[Inlines, Place]]:
    """The points of all parts that their author marked as key messages, with those inside them."""
    for part in parts:
        if isinstance(part, Section):
            yield from _points(part.blocks) if part.key_messages else _key_messages(part.blocks)


def _points(parts: Iterable[Block | Section]) -> Iterator[tuple[Inlines, Place]]:
    """Each paragraph and each point of a list, with its place."""
    for part in parts:
        if isinstance(part, List):
            yield from (_point(item, part.place) for item in part.items)
            continue
        for one in content(part):
            if isinstance(one, tuple):
                yield from ((passage.content, passage.place) for passage in one if passage.role == "body")
            else:
                yield from _points((one,))


def _point(item: Sequence[Block], place: Place) -> tuple[Inlines, Place]:
    """All text of a point; what stands inside it belongs to it."""
    inside = [passage.content for passage in texts(item) if passage.role not in _NOT_THE_AUTHORS]
    words = tuple(part for at, text in enumerate(inside) for part in ((Text(" "),) if at else ()) + text)
    return words, place if item[0].place == NOWHERE else item[0].place


def _own(section: Section) -> tuple[Block, ...]:
    """The blocks of a section without those of its subsections."""
    return tuple(part for part in section.blocks if not isinstance(part, Section))


def _first_words(content: Inlines) -> str:
    """What names a message: its bold lead, else its first words, without what changes though nobody edits it."""
    parts = [part for part in content if plain((part,)).strip()]
    lead = parts[0].children if parts and isinstance(parts[0], Strong) else content
    return "-".join(slug(_wordy(lead).replace(_VALUE, " ")).split("-")[:_WORDS_OF_ID])


def _wordy(content: Inlines) -> str:
    """The words with a sign for each value and each cross-reference, on one line."""
    return " ".join(plain(mapped(content, _slotted)).split())


def _slotted(inline: Inline) -> Inlines | None:
    changes = isinstance(inline, Value) or (isinstance(inline, Link) and inline.url.startswith("#"))
    return (Text(_VALUE),) if changes else None
