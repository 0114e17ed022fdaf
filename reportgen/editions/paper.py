"""A comparison as a paper of its own: the changed data as a table, the changed text with its words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.document.blocks import (
    Block,
    ChangeGroup,
    ChangeTable,
    Cover,
    Document,
    Paragraph,
    Properties,
    Section,
)
from reportgen.document.composing.changes import by_subject, with_origins
from reportgen.document.inlines import Emphasis, Inline, Inlines, Strong, Text
from reportgen.document.revision import ChangeLine
from reportgen.editions.compare import Comparison
from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.record import Snapshot
from reportgen.editions.revised import revision, text_change
from reportgen.editions.texts import ParagraphChange, SectionChange, retitled
from reportgen.editions.wording import held
from reportgen.language import Words

_REMOVED = ("[−\u00a0", "\u00a0−]")
_ADDED = ("[+\u00a0", "\u00a0+]")
"""Signs as well as looks: they are read aloud, and seen where print is grey. They stay with their words."""
_BREAKS = re.compile("[ \t\n]+")
"""The spaces between words; those that hold parts of a date together are no such."""


def change_paper(comparison: Comparison, words: Words, *, institution: str = "") -> Document:
    """What has changed from the one record to the other, in the language of `words`."""
    new = comparison.new
    title = words.say("differences.title", title=new.title)
    names = [_named(record, words) for record in (comparison.old, new)]
    about = [words.say("differences.about", old=words.quoted(names[0]), new=words.quoted(names[1]))]
    about += [words.say("differences.none-found")] if not comparison else []
    about += [words.say("differences.marks")] if comparison.sections else []
    lines = revision(comparison, words).lines
    opening = Section(1, (), "opening", tuple(Paragraph((Text(text),)) for text in about))
    return Document(
        properties=Properties(title, words.tag, (), title),
        cover=Cover(institution, "", (Text(title),), "", full=False),
        contents=(),
        sections=(opening, *_data(lines, comparison, words), *_text(comparison.sections, words)),
        footer=(names[1],),
    )


def _named(record: Snapshot, words: Words) -> str:
    if not record.edition:
        return record.title
    return words.say("differences.edition", title=record.title, number=record.edition)


# --- data ------------------------------------------------------------------------------------------------------------
def _data(lines: Sequence[ChangeLine], comparison: Comparison, words: Words) -> Iterator[Section]:
    """The changes by subject, in the order of the first of each; those without one at the end."""
    if not lines:
        return
    groups = (
        ChangeGroup((Text(subject or words.say("changes.other")),), tuple(_entries(run, comparison, words)))
        for subject, run in by_subject(lines, words)
    )
    yield Section(1, (Text(words.say("differences.data")),), "data", (ChangeTable(tuple(groups)),))


def _entries(lines: Sequence[ChangeLine], comparison: Comparison, words: Words) -> Iterator[Inlines]:
    """The changes of a subject; those of one origin together, so that it is named once."""
    origins = [_origin(line, comparison, words) for line in lines]
    yield from ((Text(entry),) for entry in with_origins([line.text for line in lines], origins, words))


def _origin(line: ChangeLine, comparison: Comparison, words: Words) -> str:
    names = {**comparison.old.references, **comparison.new.references}
    sources = dict.fromkeys(names.get(source, source) for source in line.sources)
    date = [words.say("changes.as-of", date=held(words.date(line.as_of)))] if line.as_of else []
    return words.parted([*sources, *date])


# --- text ------------------------------------------------------------------------------------------------------------
def _text(changes: Sequence[SectionChange], words: Words) -> Iterator[Section]:
    if not changes:
        return
    parts = tuple(_section(change, number, words) for number, change in enumerate(changes, 1))
    yield Section(1, (Text(words.say("differences.text")),), "text", parts)


def _section(change: SectionChange, number: int, words: Words) -> Section:
    told = text_change(change, words)
    title = words.say(f"differences.part-{change.manner}", section=told.title)
    blocks: list[Block] = [Paragraph(marked(one)) for one in (_titles(change), *change.paragraphs) if one]
    return Section(2, (Text(title),), f"text-{number}", tuple(blocks))


def _titles(change: SectionChange) -> ParagraphChange | None:
    """The titles of a section as paragraphs, where it is called otherwise now."""
    if change.old is None or change.new is None or not retitled(change.old, change.new):
        return None
    old, new = (ParagraphRecord(one.title, one.compared) for one in (change.old, change.new))
    return ParagraphChange(old, new)


def marked(change: ParagraphChange) -> Inlines:
    """A paragraph with the words that were removed and added, each run of them marked."""
    before, after = (_BREAKS.split(one.text.strip()) if one else [] for one in (change.old, change.new))
    found: list[Inline] = []
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += _spaced(found, Text(" ".join(before[first:last])))
            continue
        if last > first:
            found += _spaced(found, Emphasis((Text(" ".join(before[first:last]).join(_REMOVED)),)))
        if end > start:
            found += _spaced(found, Strong((Text(" ".join(after[start:end]).join(_ADDED)),)))
    return tuple(found)


def _spaced(found: Sequence[Inline], part: Inline) -> list[Inline]:
    return [Text(" "), part] if found else [part]
