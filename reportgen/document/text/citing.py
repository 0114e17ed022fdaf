"""The sources of values whose author asks for them (`| cite`): a note that a number calls, or words where none can be.

A source stands once in a run of text, behind the punctuation that follows its value. Until the run is whole it is held
by a `NoteMark` directly after the value: its own, or one of a note without a number, whose paragraph are the words.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from reportgen.document.inlines import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    Note,
    NoteMark,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    Value,
    plain,
)
from reportgen.document.text.cursor import Cursor
from reportgen.document.text.joining import with_source
from reportgen.document.text.notes import in_words, source_note

_ENDING = re.compile(r"[.,;:!?…”’»\"')\]]+(?!\w)")
"""What a note's number stands behind; the apostrophe of "Oban’s" is none."""


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
        held = (NoteMark(Note(0, (in_words(cursor.desk, ids, value.place),), f"source-{len(cursor.holders)}")),)
    cursor.holders.update(mark.note.anchor for mark in held if isinstance(mark, NoteMark))
    return (value, *held)


def settled(inlines: Sequence[Inline], holders: Container[str]) -> list[Inline]:
    """The run with every source in its place; `holders` are the anchors of the notes that hold them."""
    found, waiting = _settled(inlines, holders)
    return _put(found, waiting, "")


def _settled(inlines: Sequence[Inline], holders: Container[str]) -> tuple[list[Inline], list[Note]]:
    """The same, with the sources that are still to be put behind what follows."""
    found: list[Inline] = []
    waiting: list[Note] = []
    for at, inline in enumerate(inlines):
        if isinstance(inline, NoteMark) and inline.note.anchor in holders:
            waiting.append(inline.note)
            continue
        if waiting and isinstance(inline, Text) and (ending := _ENDING.match(inline.text)):
            found.append(Text(ending[0]))
            inline = Text(inline.text[ending.end() :])
        found = _put(found, waiting, plain((inline, *inlines[at + 1 :])))
        waiting = []
        match inline:
            case Emphasis() | Strong() | Superscript() | Subscript() | Span():
                children, waiting = _settled(inline.children, holders)
                inline = replace(inline, children=tuple(children))
            case Link():
                waiting = [mark.note for mark in _held(inline.children, holders)]
                inline = replace(inline, children=_without(inline.children, holders)) if waiting else inline
        found.append(inline)
    return found, waiting


def _put(before: list[Inline], notes: Sequence[Note], after: str) -> list[Inline]:
    for note in notes:
        before = [*before, NoteMark(note)] if note.number else with_source(before, note.paragraphs[0], after)
    return before


def _held(inlines: Sequence[Inline], holders: Container[str]) -> list[NoteMark]:
    """What is held in a link: it stands behind the link."""
    found: list[NoteMark] = []
    for inline in inlines:
        match inline:
            case NoteMark(note=note) if note.anchor in holders:
                found.append(inline)
            case Emphasis() | Strong() | Superscript() | Subscript() | Span():
                found += _held(inline.children, holders)
    return found


def _without(inlines: Sequence[Inline], holders: Container[str]) -> Inlines:
    kept: list[Inline] = []
    for inline in inlines:
        match inline:
            case NoteMark(note=note) if note.anchor in holders:
                continue
            case Emphasis() | Strong() | Superscript() | Subscript() | Span():
                kept.append(replace(inline, children=_without(inline.children, holders)))
            case _:
                kept.append(inline)
    return tuple(kept)
