"""The texts of a paper that its author wrote, in reading order, as two editions are compared by them.

The cells of data tables, the descriptions of charts, source lines and notes that only cite are not among them: they
follow from the data and from the list of sources.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from reportgen.document.blocks import (
    Block,
    Box,
    Chart,
    CodeBlock,
    DefinitionList,
    Figure,
    KeyFacts,
    KeyFigure,
    List,
    Paragraph,
    Quotation,
    Section,
    Table,
    Timeline,
)
from reportgen.document.inlines import Code, Inline, Inlines, LineBreak, Note, NoteMark, PageNumber, Text, Value, plain
from reportgen.language import Words
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Place
from reportgen.source.model import Briefing

_EXPRESSION = re.compile(r"\{\{[-+]?\s*(.*?)\s*[-+]?\}\}", re.DOTALL)
_LOOKUP = re.compile(
    r"[\w.]+(?:\[[^\]]*\][\w.]*)*"
    r"(?: ?\| ?(?:abs|asis|capitalize|change|cite|d|date|default|month|number|ordinal|percent|unit|words)\b[^|]*)*"
)
"""An expression that gives one record, in whatever words."""
_OWN_NOTE = re.compile(r"\[\^|\^\[")
"""How a note begins that is more than a citation."""
_SLOT = "\ue013"


@dataclass(frozen=True, slots=True)
class ParagraphRecord:
    """A paragraph as printed, and as it is compared: with the names of its records in the place of its values."""

    text: str
    compared: str
    place: Place = field(default=NOWHERE, compare=False)
    """Where its block begins: not part of what it says."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Reads the paragraphs of one briefing."""

    lines: Mapping[str, Sequence[str]]
    """The author's texts by their paths."""
    keyless: frozenset[str]
    """The tables whose rows have no name."""
    signs: tuple[str, ...]
    """How what the engine says of a table's signs begins."""

    @classmethod
    def of(cls, briefing: Briefing, words: Words) -> Paragraphs:
        """For the texts of a briefing."""
        meanings = (words.say("table.missing", meaning=_SLOT), words.say("table.missing-in", column=_SLOT, meaning=""))
        marks = (words.say("table.mark", sign=mark.sign, meaning=_SLOT) for mark in Mark)
        return cls(
            {text.path: text.text.split("\n") for text in briefing.texts},
            frozenset(table.name for table in briefing.tables.values() if not table.key),
            tuple(said.partition(_SLOT)[0] for said in (*meanings, *marks)),
        )

    def of_blocks(self, parts: Iterable[Block | Section]) -> tuple[ParagraphRecord, ...]:
        """The paragraphs of some blocks, without those of sections among them."""
        return tuple(chain.from_iterable(self._block(part) for part in parts if not isinstance(part, Section)))

    def of_figures(self, figures: Iterable[KeyFigure]) -> tuple[ParagraphRecord, ...]:
        """Those of key figures."""
        return tuple(chain.from_iterable(map(self._figure, figures)))

    def printed(self, inlines: Iterable[Inline]) -> str:
        """The words as they are read."""
        return _tidy(plain(inlines))

    def compared(self, inlines: Iterable[Inline]) -> str:
        """The same with the names of records for values."""
        return _tidy("".join(map(self._compared, inlines)))

    # --- blocks --------------------------------------------------------------------------------------------------
    def _block(self, block: Block) -> Iterator[ParagraphRecord]:
        """Those of one block, by its kind; none of a kind that the engine makes itself."""
        for kind, read in _READERS.items():
            if isinstance(block, kind):
                yield from read(self, block)

    def _made(self, inlines: Sequence[Inline], place: Place) -> Iterator[ParagraphRecord]:
        """The paragraph that some inlines are, and the notes of the author's that they call."""
        text = self.printed(inlines)
        if text:
            yield ParagraphRecord(text, self.compared(inlines), place)
        for note in _notes(inlines):
            if _OWN_NOTE.match(self._written(note.place)):
                for paragraph in note.paragraphs:
                    yield from self._made(paragraph, place)

    def _paragraph(self, block: Paragraph) -> Iterator[ParagraphRecord]:
        yield from self._made(block.content, block.place)

    def _list(self, block: List) -> Iterator[ParagraphRecord]:
        for item in block.items:
            yield from self.of_blocks(item)

    def _definitions(self, block: DefinitionList) -> Iterator[ParagraphRecord]:
        for item in block.items:
            yield from self._made(item.term, block.place)
            for body in item.bodies:
                yield from self.of_blocks(body)

    def _quotation(self, block: Quotation) -> Iterator[ParagraphRecord]:
        yield from self.of_blocks(block.blocks)
        yield from self._made(block.attribution, block.place)

    def _box(self, block: Box) -> Iterator[ParagraphRecord]:
        yield from self._made(block.title, block.place)
        yield from self.of_blocks(block.blocks)

    def _keyfacts(self, block: KeyFacts) -> Iterator[ParagraphRecord]:
        for item in block.items:
            yield from self._figure(item, block.place)

    def _figure(self, item: KeyFigure, place: Place = NOWHERE) -> Iterator[ParagraphRecord]:
        yield from self._made((*item.value, Text(" "), *item.label), place)

    def _timeline(self, block: Timeline) -> Iterator[ParagraphRecord]:
        yield from self._made(block.title, block.place)
        for event in block.events:
            if event.place.file == block.place.file:  # else it is a row of a table
                yield from self._made((*event.date, Text(": "), *event.content), event.place)

    def _code(self, block: CodeBlock) -> Iterator[ParagraphRecord]:
        if block.text.strip():
            yield ParagraphRecord(block.text, block.text, block.place)

    def _captioned(self, block: Table | Chart | Figure) -> Iterator[ParagraphRecord]:
        yield from self._made(block.title, block.place)
        yield from self._made(block.subtitle, block.place)
        note = block.note
        if isinstance(block, Table):
            yield from self._cells(block)
            for _, text in block.notes:
                yield from self._made(text, block.place)
            note = self._without_signs(note)
        yield from self._made(note, block.place)

    def _cells(self, table: Table) -> Iterator[ParagraphRecord]:
        """The heads and the rows of a table that is written in the text; those of a data table come from elsewhere."""
        cells = [cell for row in table.rows for cell in row.cells]
        if not cells or any(cell.place.file != table.place.file or cell.place == table.place for cell in cells):
            return
        heads = [head.content for head in table.columns]
        for row in (heads, *([cell.content for cell in row.cells] for row in table.rows)):
            parts = [part for content in row for part in (Text(" | "), *content)]
            yield from self._made(parts[1:], table.place)

    def _without_signs(self, note: Inlines) -> Inlines:
        """A table's note without what the engine says of the signs in it."""
        starts = [at for at, part in enumerate(note) if isinstance(part, Text) and part.text.startswith(self.signs)]
        return note[: starts[-1]] if starts else note

    # --- values --------------------------------------------------------------------------------------------------
    def _compared(self, inline: Inline) -> str:
        match inline:
            case Value():
                return f"⟨{self._name(inline)}⟩"
            case Text(text=text) | Code(text=text):
                return text
            case LineBreak():
                return " "
            case NoteMark() | PageNumber():
                return ""
        return "".join(map(self._compared, inline.children))

    def _name(self, value: Value) -> str:
        """The record's name, where one was looked up; else what the author wrote between the braces.

        What is computed has other records when a row is added to its table: its author has changed nothing.
        """
        names = sorted({self._record(record.name) for record in value.records})
        found = _EXPRESSION.match(self._written(value.place))
        written = " ".join(found[1].split()) if found else ""
        if len(names) == 1 and (not written or _LOOKUP.fullmatch(written)):
            return names[0]
        return written or ", ".join(names) or value.text

    def _record(self, name: str) -> str:
        """A record's name without the number of its row, which other rows change."""
        table, *rest = name.split(".")
        return f"{table}.{rest[-1]}" if table in self.keyless and rest else name

    def _written(self, place: Place) -> str:
        """What stands at a place of the author's texts; "" where that is none of them."""
        lines = self.lines.get(place.file, ())
        if not 0 < place.line <= len(lines):
            return ""
        return "\n".join((lines[place.line - 1][max(0, place.column - 1) :], *lines[place.line :]))


def _notes(inlines: Iterable[Inline]) -> Iterator[Note]:
    for inline in inlines:
        match inline:
            case NoteMark(note=note):
                yield note
            case Text() | Code() | Value() | LineBreak() | PageNumber():
                continue
            case _:
                yield from _notes(inline.children)


def _tidy(text: str) -> str:
    """With single spaces: where the lines of a file end is layout. Spaces that do not break stay."""
    return re.sub(r"[ \t\n]+", " ", text).strip()


_READERS: Mapping[type, Callable[[Paragraphs, Any], Iterator[ParagraphRecord]]] = {
    Paragraph: Paragraphs._paragraph,
    List: Paragraphs._list,
    DefinitionList: Paragraphs._definitions,
    Quotation: Paragraphs._quotation,
    Box: Paragraphs._box,
    KeyFacts: Paragraphs._keyfacts,
    Timeline: Paragraphs._timeline,
    CodeBlock: Paragraphs._code,
    Table: Paragraphs._captioned,
    Chart: Paragraphs._captioned,
    Figure: Paragraphs._captioned,
}
