"""The texts of a paper that its author wrote, in reading order, as two editions are compared by them.

The cells of data tables, the descriptions of charts, source lines and notes that only cite are not among them: they
follow from the data and from the list of sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain

from reportgen.document.blocks import Block, Section, TableBlock
from reportgen.document.inlines import Inline, Inlines, Text, Value, mapped, notes, plain
from reportgen.document.tree import Line, Passage, Role, content
from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import NOWHERE, Place
from reportgen.source.model import Briefing

LOOKUPS = frozenset("abs asis capitalize change cite d date default month number ordinal percent unit words".split())
"""The filters behind which a value is still that of its record (a test holds that each filter is thought of)."""
_LOOKUP = Pattern(rf"[\w.]+(?:\[[^\]]*\][\w.]*)*(?: ?\| ?(?:{'|'.join(sorted(LOOKUPS))})\b[^|]*)*")
"""An expression that gives one record, in whatever words."""
_NOT_THE_AUTHORS: frozenset[Role] = frozenset({"source", "data", "description", "entry", "subject", "change"})
_FROM_DATA: frozenset[Role] = frozenset({"head", "cell"})
CELLS = " | "
"""Stands between the cells of a row."""
_BETWEEN: Mapping[Role, str] = {"head": CELLS, "cell": CELLS, "label": " ", "event": ": "}
"""What stands before a text that is read in one go with another."""


@frozen
class ParagraphRecord:
    """A paragraph as printed, and as it is compared: with the names of its records in the place of its values."""

    text: str
    compared: str
    place: Place = field(default=NOWHERE, compare=False)
    """Where its block begins: not part of what it says."""


@frozen
class Paragraphs:
    """Reads the paragraphs of one briefing."""

    keyless: frozenset[str]
    """The tables whose rows have no name."""

    @classmethod
    def of(cls, briefing: Briefing) -> Paragraphs:
        """For the texts of a briefing."""
        return cls(frozenset(table.name for table in briefing.tables.values() if not table.key))

    def of_blocks(self, parts: Iterable[Block | Section]) -> tuple[ParagraphRecord, ...]:
        """The paragraphs of some blocks, without those of sections among them."""
        return tuple(chain.from_iterable(self._block(part) for part in parts if not isinstance(part, Section)))

    def printed(self, inlines: Iterable[Inline]) -> str:
        """The words as they are read."""
        return _tidy(plain(inlines))

    def compared(self, inlines: Iterable[Inline]) -> str:
        """The same with the names of records for values."""
        return _tidy(plain(mapped(inlines, self._named)))

    # --- blocks --------------------------------------------------------------------------------------------------
    def _block(self, block: Block) -> Iterator[ParagraphRecord]:
        """Those of a block and of the blocks in it; none of what the engine makes itself."""
        left_out = _NOT_THE_AUTHORS | _FROM_DATA if _shows_data(block) else _NOT_THE_AUTHORS
        for part in content(block):
            if isinstance(part, Section):
                continue
            if not isinstance(part, tuple):
                yield from self._block(part)
            elif part[0].role not in left_out and not _is_row_of_data(part[0], block):
                yield from self._line(part, block)

    def _line(self, line: Line, block: Block) -> Iterator[ParagraphRecord]:
        """A paragraph for what is read in one go."""
        first, *others = line
        if first.role == "code":
            text = plain(first.content)
            yield from (ParagraphRecord(text, text, block.place),) if text.strip() else ()
            return
        said = list(first.content)
        if first.role == "note" and isinstance(block, TableBlock):
            # What the engine says of the signs in a table follows from its data.
            del said[len(said) - len(block.signs) :]
        for passage in others:
            said += [Text(_BETWEEN[passage.role]), *passage.content]
        yield from self._made(said, block.place)

    def _made(self, inlines: Sequence[Inline], place: Place) -> Iterator[ParagraphRecord]:
        """The paragraph that some inlines are, and the notes of the author's that they call."""
        text = self.printed(inlines)
        if text:
            yield ParagraphRecord(text, self.compared(inlines), place)
        for note in notes(inlines):
            if note.own:
                for paragraph in note.paragraphs:
                    yield from self._made(paragraph, place)

    # --- values --------------------------------------------------------------------------------------------------
    def _named(self, inline: Inline) -> Inlines | None:
        return (Text(f"⟨{self._name(inline)}⟩"),) if isinstance(inline, Value) else None

    def _name(self, value: Value) -> str:
        """The record's name, where one was looked up; else what the author wrote between the braces.

        What is computed has other records when a row is added to its table: its author has changed nothing.
        """
        names = sorted({self._record(record.name) for record in value.records})
        if len(names) == 1 and (not value.written or _LOOKUP.fullmatch(value.written)):
            return names[0]
        return value.written or ", ".join(names) or value.text

    def _record(self, name: str) -> str:
        """A record's name without the number of its row, which other rows change."""
        table, *rest = name.split(".")
        return f"{table}.{rest[-1]}" if table in self.keyless and rest else name


def _shows_data(block: Block) -> bool:
    """Whether a table is not written in the text: what it says comes from elsewhere."""
    if not isinstance(block, TableBlock):
        return False
    cells = [cell for row in block.rows for cell in row.cells]
    return not cells or any(cell.place.file != block.place.file or cell.place == block.place for cell in cells)


def _is_row_of_data(first: Passage, block: Block) -> bool:
    """Whether an event of a timeline is a row of a table."""
    return first.role == "date" and first.place.file != block.place.file


def _tidy(text: str) -> str:
    """With single spaces: where the lines of a file end is layout. Spaces that do not break stay."""
    return re.sub(r"[ \t\n]+", " ", text).strip()
