"""The record of a briefing: its data and its words as plain, frozen data, enough to compare two editions with.

How a record is kept in a file is `record_file`'s work; what counts as a paragraph is `paragraphs`'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from reportgen.dates import PartialDate
from reportgen.document import Draft
from reportgen.document.blocks import KeyFacts
from reportgen.document.inlines import plain
from reportgen.document.text import citations
from reportgen.document.tree import sections
from reportgen.editions.paragraphs import ParagraphRecord, Paragraphs
from reportgen.frozen import frozen
from reportgen.source.model import Fact, Table
from reportgen.source.table_rows import LazyCells
from reportgen.source.uses import sources_named

COVER = ""
"""The anchor of the record of what stands on the cover; every other section has one of its own."""


@frozen
class SectionRecord:
    """A section's own paragraphs, without those of the sections in it."""

    anchor: str
    number: str
    """As printed: "2.1"; "" where there is none."""
    title: str
    """In plain words; "" for the text before the first heading."""
    compared: str = ""
    """The title with the names of records for the values in it."""
    paragraphs: tuple[ParagraphRecord, ...] = ()


@frozen
class Snapshot:
    """A briefing, as far as editions are compared. Tables and facts are those of the sources, in their order."""

    name: str
    title: str
    language: str
    edition: int = 1
    """0 where it is not known."""
    published: PartialDate | None = None
    updated: PartialDate | None = None
    facts_as_of: PartialDate | None = None
    tables: tuple[Table, ...] = ()
    facts: tuple[Fact, ...] = ()
    publisher: str = ""
    """Whose paper it is."""
    references: Mapping[str, str] = field(default_factory=dict)
    """The short name of each source, as a chart's source line prints it, by its id."""
    sections: tuple[SectionRecord, ...] = ()
    """In reading order, each before those inside it; what stands on the cover comes first."""
    rest: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """All else that the paper is made from, mostly as sums (`digest`): to tell whether it differs, not in what."""


def snapshot(draft: Draft) -> Snapshot:
    """The record of a briefing that has been read."""
    briefing, meta = draft.briefing, draft.briefing.meta
    return Snapshot(
        name=briefing.name,
        title=plain(draft.title),
        language=meta.language,
        edition=meta.edition,
        published=meta.published,
        updated=meta.updated,
        facts_as_of=meta.facts_as_of,
        tables=tuple(map(_own, briefing.tables.values())),
        facts=tuple(briefing.facts.values()),
        publisher=briefing.house.name,
        references=dict(_references(draft)),
        sections=_sections(draft),
    )


def _own(table: Table) -> Table:
    """A table without what it looks up in others, which is told and compared there."""
    others = {column.name for column in table.columns if column.looked_up}
    if not others:
        return table
    rows = (
        replace(
            row,
            cells=row.cells.own() if isinstance(row.cells, LazyCells) else row.cells,
            origins={name: one for name, one in row.origins.items() if name not in others},
        )
        for row in table.rows
    )
    return replace(table, columns=tuple(one for one in table.columns if not one.looked_up), rows=tuple(rows))


def _references(draft: Draft) -> Iterator[tuple[str, str]]:
    """The sources that the paper may show; the others of a library are no part of it."""
    briefing = draft.briefing
    used = {*draft.cited, *sources_named(briefing.tables.values(), briefing.facts.values())}
    for name, one in sorted(briefing.references.items()):
        if name in used or one.background:
            yield name, citations.short(one, draft.words)


def _sections(draft: Draft) -> tuple[SectionRecord, ...]:
    reader = Paragraphs.of(draft.briefing)
    cover = reader.of_blocks((*draft.cover.brief, KeyFacts(draft.cover.key_figures)))
    front = (SectionRecord(COVER, "", draft.cover.brief_title, "", cover),) if cover else ()
    own = (
        SectionRecord(
            section.anchor,
            section.number,
            reader.printed(section.title),
            reader.compared(section.title),
            tuple(reader.of_blocks(section.blocks)),
        )
        for section in sections(draft.sections)
    )
    return (*front, *own)
