"""What the page of changes says of text: sections that are new, rewritten, changed or gone, a text for each manner."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportgen.document.blocks import ChangeGroup, Section
from reportgen.document.fences.captions import joined
from reportgen.document.inlines import Inlines, Link, PageNumber, Text
from reportgen.document.reading.draft import Draft
from reportgen.document.revision import CHANGES, Revision, TextChange
from reportgen.document.tree import sections
from reportgen.language import Words

_MANNERS = ("new", "rewritten", "changed", "removed")
_MOST_NAMED = 5
"""Sections that are told by title: of more, their numbers find them. Our taste: a line or two."""
_MOST_GONE = 5
"""Sections and titles that are named of what is no longer in the paper. Our taste: two lines."""


def groups(revision: Revision, draft: Draft, text: Sequence[Section]) -> Iterator[ChangeGroup]:
    """The sections by how they differ, and the titles that the paper no longer has; nothing where there are none.

    `text` is what a link can lead to.
    """
    anchors = {section.anchor for section in sections(text) if section.title}
    for manner in _MANNERS:
        told = [change for change in revision.sections if change.manner == manner]
        parts = list(_sections(_outermost(told, text), draft, anchors))
        parts = list(_gone(parts, revision, draft)) if manner == "removed" else parts
        if parts:
            yield ChangeGroup((Text(draft.words.say(f"changes.{manner}")),), (_listed(parts, draft.words),))


def _listed(parts: Sequence[Inlines], words: Words, between: str = "") -> Inlines:
    """The parts in one text."""
    gap = between or words.parted(("", ""))
    return joined([one for at, part in enumerate(parts) for one in ((Text(gap),) if at else ()) + tuple(part)])


def _outermost(told: Sequence[TextChange], text: Sequence[Section]) -> list[TextChange]:
    """Without the sections of a chapter that is told itself, where most of it is new, or it is gone; without a chapter
    of which the title alone is new."""
    if not told or told[0].manner not in ("new", "removed"):
        return [*told]
    numbers = {change.number for change in told if change.number}
    old = [section for section in sections(text) if section.number in numbers and _is_mostly_old(section, numbers)]
    bare = {section.number for section in old if all(isinstance(block, Section) for block in section.blocks)}
    whole = numbers - {section.number for section in old}
    return [one for one in told if one.number not in bare and one.number.rpartition(".")[0] not in whole]


def _is_mostly_old(chapter: Section, new: Collection[str]) -> bool:
    """Whether no more than half of the sections of a chapter are new."""
    _, *below = sections([chapter])
    return bool(below) and 2 * sum(section.number in new for section in below) <= len(below)


def _sections(told: Sequence[TextChange], draft: Draft, anchors: Collection[str]) -> Iterator[Inlines]:
    """Each by its title; many by their numbers."""
    words = draft.words
    numbered = [change for change in told if change.number and change.anchor in anchors]
    if len(told) > _MOST_NAMED and len(numbered) > 1:
        links: list[Inlines] = [(Link((Text(change.number),), f"#{change.anchor}"),) for change in numbered]
        yield _listed(links, words, ", ")
        told = [change for change in told if change not in numbered]
    for change in told:
        title = draft.marker.mark((Text(change.title or words.say("changes.opening")),))
        yield (Link(title, f"#{change.anchor}"),) if change.anchor in anchors else title


def _gone(told: Sequence[Inlines], revision: Revision, draft: Draft) -> Iterator[Inlines]:
    """The first of the sections that the paper no longer has, as `told`, and of titles of charts, tables and boxes."""
    quoted = [draft.marker.mark((Text(draft.words.quoted(title)),)) for title in revision.gone]
    every = [*told, *quoted]
    yield from every[:_MOST_GONE]
    if (more := len(every) - _MOST_GONE) > 0:
        yield (Text(counted("titles", more, revision, draft)),)


def counted(key: str, count: int, revision: Revision, draft: Draft) -> str:
    """How many are not named, and in which file they are if the paper carries it."""
    carried = revision.listed and draft.briefing.meta.attach != "none"
    return draft.words.say(f"changes.{key}-listed" if carried else f"changes.{key}", count=count, file=CHANGES)


def page_of(words: Words, anchor: str) -> Inlines:
    """ "page 18"."""
    return sentence(words, "changes.page", "number", (PageNumber(anchor),))


def sentence(words: Words, key: str, slot: str, content: Inlines, **values: object) -> Inlines:
    """The sentence `key` with `content` in its place `slot`."""
    before, after = words.say_around(key, slot, **values)
    return joined((Text(before), *content, Text(after)))
