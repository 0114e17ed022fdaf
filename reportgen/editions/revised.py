"""A comparison as a paper tells it: the sentences of `telling`, and in short what is new, rewritten and gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.document.data.records import FACTS
from reportgen.document.revision import ChangeLine, Revision, TextChange
from reportgen.editions.compare import Change, Comparison
from reportgen.editions.paragraphs import CELLS, ParagraphRecord
from reportgen.editions.record import SectionRecord
from reportgen.editions.telling import Told, tell
from reportgen.editions.texts import VALUE, SectionChange, alike
from reportgen.language import Words

_LEAST_REWRITTEN = 3
"""Paragraphs that have changed in a section that is told as rewritten, at least; they are more than half of it."""
_LONGEST_TITLE = 12
"""Words: more is a sentence."""
_SENTENCE = re.compile(r"[.!?:;…»”)]$")


def revision(comparison: Comparison, words: Words, told: Sequence[Told] | None = None, listed: bytes = b"") -> Revision:
    """What has changed, in words: the lines of `tell`, or `told` if they are to have another order, then text.

    `listed` is the file that lists all of it.
    """
    old, found = comparison.old, tell(comparison, words) if told is None else told
    return Revision(
        edition=old.edition,
        date=old.updated or old.published,
        lines=tuple(_sourced(one.line, comparison) for one in found),
        added=tuple(_added(found, comparison, words)),
        gone=tuple(gone_titles(comparison)),
        listed=listed,
        sections=tuple(text_change(section, words) for section in comparison.sections),
        paragraphs=comparison.paragraphs,
    )


def _sourced(line: ChangeLine, comparison: Comparison) -> ChangeLine:
    """The line with the names of sources that the newer edition no longer has."""
    old, new = comparison.old.references, comparison.new.references
    former = tuple(old[name] for name in line.sources if name in old and name not in new)
    return replace(line, former=former) if former else line


# --- text ------------------------------------------------------------------------------------------------------------
def text_change(change: SectionChange, words: Words) -> TextChange:
    """A section that has changed, by its number and title."""
    section = change.section
    manner = "rewritten" if _is_rewritten(change) else change.manner
    return TextChange(_title(section, words), manner, section.anchor if change.new else "", section.number)


def _title(section: SectionRecord, words: Words) -> str:
    return "\u00a0".join(filter(None, (section.number, section.title))) or words.say("changes.opening")


def _is_rewritten(change: SectionChange) -> bool:
    """Whether most of a section that was there has changed."""
    if change.manner != "changed" or change.new is None:
        return False
    count = sum(one.new is not None for one in change.paragraphs)
    return count >= _LEAST_REWRITTEN and 2 * count > len(change.new.paragraphs)


def gone_titles(comparison: Comparison) -> Iterator[str]:
    """Short texts without a full stop that the newer paper says nowhere: titles of charts, tables and boxes."""
    kept = [one for section in comparison.new.sections for one in section.paragraphs]
    kept += [ParagraphRecord(section.title, section.compared) for section in comparison.new.sections]
    for section in comparison.sections:
        for change in section.paragraphs:
            was = change.old
            if was is None or change.new is not None or not _is_title(was.text) or VALUE.search(was.compared):
                continue
            if not any(alike(was, one) for one in kept if _is_title(one.text)):
                yield was.text


def _is_title(text: str) -> bool:
    short = 1 < len(text.split()) <= _LONGEST_TITLE and CELLS not in text
    return short and text[:1].isupper() and not _SENTENCE.search(text)


# --- what is new in the data -----------------------------------------------------------------------------------------
def _added(told: Sequence[Told], comparison: Comparison, words: Words) -> Iterator[ChangeLine]:
    """The sections by how many new figures they say, most first; then, by table, what stands in no text."""
    new = [change for one in told if one.line.kind == "added" for change in one.changes]
    where = _said_in(comparison.new.sections)
    homes = {id(change): section for change in new if (section := _home(change, where)) is not None}
    counted = [(section, sum(one is section for one in homes.values())) for section in comparison.new.sections]
    for section, count in sorted(counted, key=lambda one: -one[1]):
        if count:
            text = words.say("changes.figures", count=count)
            yield ChangeLine(_title(section, words), text, short=str(count), kind="added")
    for one in told:
        if one.line.kind == "added" and not one.changes[0].is_fact and not any(id(c) in homes for c in one.changes):
            yield replace(one.line, text=one.line.short or one.line.text, short="", sources=())


def _said_in(sections: Sequence[SectionRecord]) -> dict[str, SectionRecord]:
    """The first section that says each record, by its name."""
    found: dict[str, SectionRecord] = {}
    for section in sections:
        for paragraph in section.paragraphs:
            for slot in VALUE.findall(paragraph.compared):
                found.setdefault(slot[1:-1], section)
    return found


def _home(change: Change, where: dict[str, SectionRecord]) -> SectionRecord | None:
    """The section that says a new fact or row first."""
    if change.is_fact:
        return where.get(f"{FACTS}.{change.key[0]}")
    if not change.key:
        return None
    begin = f"{'.'.join((change.table, *change.key))}."
    return next((section for name, section in where.items() if name.startswith(begin)), None)
