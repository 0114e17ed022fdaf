"""The sources of values whose author asks for them (`| cite`): a note that a number calls, or words where none can be.

A source stands once in a run of text. Words follow the value and the punctuation right after it; a number stands where
its clause ends, since behind a figure it would read as a part of it. Until the run is whole, each is held by a
`NoteMark` directly after the value: its own, or one of a note without a number, whose paragraph are the words.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import field, replace

from reportgen.document.inlines import (
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteMark,
    Parent,
    Text,
    Value,
    mapped,
    notes,
    plain,
)
from reportgen.document.text.desk import Cursor
from reportgen.document.text.joining import with_source
from reportgen.document.text.notes import in_words, source_note
from reportgen.frozen import mutable
from reportgen.language import Words
from reportgen.patterns import Pattern

_ENDING = Pattern(r"[.,;:!?…”’»\"')\]]+(?!\w)")
"""What a note's number stands behind; the apostrophe of "Oban’s" is none."""
_CLAUSE_END = Pattern(r"(?:(?<!\b[A-Z])\.(?!\s+[“‘«\"'(]*[a-zß-öø-ÿ])|[,;:!?…])[.,;:!?…”’»\"')\]]*(?!\w)")
"""Where a clause ends: not at the points of "A. Smith" and "approx. half", nor inside a number or an address."""


def with_sources(value: Value, cursor: Cursor) -> Inlines:
    """A value, and what holds the sources that it asks for, unless they stand in this run already."""
    ids = [name for name in value.cites if name not in cursor.sourced]
    if "title" in cursor.inside and ids:
        cursor.desk.problem("cover-note", value.place, "a footnote can't stand on the cover", "leave cite out")
    if not ids or cursor.inside & {"title", "date"}:
        return (value,)
    cursor.sourced.update(ids)
    if cursor.manner == "called":
        held = source_note(cursor.desk, ids, value.place)
    else:
        said = in_words(cursor.desk, ids, value.place, cursor.note)
        held = (NoteMark(Note(0, (said,), f"source-{len(cursor.holders)}")),)
    cursor.holders.update(mark.note.anchor for mark in held if isinstance(mark, NoteMark))
    return (value, *held)


def settled(inlines: Sequence[Inline], holders: Container[str], words: Words) -> list[Inline]:
    """The run with every source in its place; `holders` are the anchors of the notes that hold them."""
    settling = _Settling(holders, words)
    return settling.put(settling.run(inlines), "")


@mutable
class _Settling:
    """Goes through a run of text, at any depth, with the sources that are still to be put."""

    holders: Container[str]
    words: Words
    waiting: list[Note] = field(default_factory=list)
    fresh: bool = False
    """Whether nothing stands yet between the last value and what comes next."""

    def run(self, inlines: Sequence[Inline]) -> list[Inline]:
        """What some inlines become; what is still to be put behind them waits."""
        found: list[Inline] = []
        for at, inline in enumerate(inlines):
            if isinstance(inline, NoteMark) and inline.note.anchor in self.holders:
                self.waiting.append(inline.note)
                self.fresh = True
                continue
            if self.waiting:
                found, inline = self._before(found, inline, inlines[at + 1 :])
            self.fresh = self.fresh and isinstance(inline, Text) and not inline.text
            found.append(self._through(inline))
        return found

    def _before(self, found: list[Inline], inline: Inline, after: Sequence[Inline]) -> tuple[list[Inline], Inline]:
        """Put what waits before `inline` or within it, if its place is there; and what is left of `inline`."""
        ending = None
        if isinstance(inline, Text):
            ending = (_ENDING.match(inline.text) if self.fresh else None) or (
                None if self._in_words else _CLAUSE_END.search(inline.text)
            )
        if ending and isinstance(inline, Text):
            found.append(Text(inline.text[: ending.end()]))
            inline = Text(inline.text[ending.end() :])
        # Another note keeps its number in reading order, and a line that ends is no place to look behind.
        if ending or self._in_words or isinstance(inline, NoteMark | LineBreak):
            found = self.put(found, plain((inline, *after)))
        return found, inline

    @property
    def _in_words(self) -> bool:
        return any(not note.number for note in self.waiting)

    def _through(self, inline: Inline) -> Inline:
        if isinstance(inline, Link):
            # What is held in a link stands behind it.
            held = [note for note in notes(inline.children) if note.anchor in self.holders]
            self.waiting += held
            self.fresh = bool(held)
            return replace(inline, children=mapped(inline.children, self._without)) if held else inline
        if isinstance(inline, Parent):
            return replace(inline, children=tuple(self.run(inline.children)))
        return inline

    def _without(self, inline: Inline) -> Inlines | None:
        """Nothing in the place of what holds a source."""
        return () if isinstance(inline, NoteMark) and inline.note.anchor in self.holders else None

    def said(self, before: list[Inline], note: Note, after: str) -> list[Inline]:
        """`before` with a source in words behind it."""
        return with_source(before, note.paragraphs[0], after, self.words)

    def put(self, before: list[Inline], after: str) -> list[Inline]:
        """`before` with all that waits behind it; `after` are the words that follow."""
        for note in self.waiting:
            before = [*before, NoteMark(note)] if note.number else self.said(before, note, after)
        self.waiting = []
        return before
