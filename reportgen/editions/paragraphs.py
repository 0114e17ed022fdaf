"""The texts of a paper that its author wrote, in reading order, as two editions are compared by them.

The cells of data tables, the descriptions of charts, source lines and notes that only cite are not among them: they
follow from the data and from the list of sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain

from reportgen.document.blocks import Block, Section, Table
from reportgen.document.inlines import Inline, Inlines, Text, Value, mapped, notes, plain
from reportgen.document.tree import Line, Passage, Role, content
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Place
from reportgen.source.model import Briefing

_EXPRESSION = re.compile(r"[^\n{]{0,20}\{\{[-+]?\s*(.*?)\s*[-+]?\}\}", re.DOTALL)
"""What is printed at a place, or a little behind it: in a block of YAML a column does not count the indent."""
_LOOKUP = re.compile(
    r"[\w.]+(?:\[[^\]]*\][\w.]*)*"
    r"(?: ?\| ?(?:abs|asis|capitalize|change|cite|d|date|default|month|number|ordinal|percent|unit|words)\b[^|]*)*"
)
"""An expression that gives one record, in whatever words."""
_OWN_NOTE = re.compile(r"\[\^|\^\[")
"""How a note begins that is more than a citation."""
_SLOT = "\ue013"
_NOT_THE_AUTHORS: frozenset[Role] = frozenset({"source", "data", "description", "entry", "subject", "change", "origin"})
_FROM_DATA: frozenset[Role] = frozenset({"head", "cell"})
_BETWEEN: Mapping[Role, str] = {"head": " | ", "cell": " | ", "label": " ", "event": ": "}
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

    lines: Mapping[str, Sequence[str]]
    """The lines of the author's texts by their paths."""
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
            {name: _lines(data) for name, data in briefing.files.items() if name.endswith((".md", ".yaml"))},
            frozenset(table.name for table in briefing.tables.values() if not table.key),
            tuple(said.partition(_SLOT)[0] for said in (*meanings, *marks)),
        )

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
        for passage in others:
            said += [Text(_BETWEEN[passage.role]), *passage.content]
        if first.role == "note" and isinstance(block, Table):
            said = self._without_signs(said)
        yield from self._made(said, block.place)

    def _made(self, inlines: Sequence[Inline], place: Place) -> Iterator[ParagraphRecord]:
        """The paragraph that some inlines are, and the notes of the author's that they call."""
        text = self.printed(inlines)
        if text:
            yield ParagraphRecord(text, self.compared(inlines), place)
        for note in notes(inlines):
            if _OWN_NOTE.match(self._written(note.place)):
                for paragraph in note.paragraphs:
                    yield from self._made(paragraph, place)

    def _without_signs(self, note: list[Inline]) -> list[Inline]:
        """A table's note without what the engine says of the signs in it."""
        starts = [at for at, part in enumerate(note) if isinstance(part, Text) and part.text.startswith(self.signs)]
        return note[: starts[-1]] if starts else note

    # --- values --------------------------------------------------------------------------------------------------
    def _named(self, inline: Inline) -> Inlines | None:
        return (Text(f"⟨{self._name(inline)}⟩"),) if isinstance(inline, Value) else None

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


def _shows_data(block: Block) -> bool:
    """Whether a table is not written in the text: what it says comes from elsewhere."""
    if not isinstance(block, Table):
        return False
    cells = [cell for row in block.rows for cell in row.cells]
    return not cells or any(cell.place.file != block.place.file or cell.place == block.place for cell in cells)


def _is_row_of_data(first: Passage, block: Block) -> bool:
    """Whether an event of a timeline is a row of a table."""
    return first.role == "date" and first.place.file != block.place.file


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _tidy(text: str) -> str:
    """With single spaces: where the lines of a file end is layout. Spaces that do not break stay."""
    return re.sub(r"[ \t\n]+", " ", text).strip()
