"""Sections and paragraphs of two records that differ in their words: what a value says does not count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Literal

from reportgen.document.data.records import FACTS
from reportgen.document.revision import Manner
from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.record import SectionRecord
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place

_ALIKE = 0.5
"""From which share of common words a paragraph is taken for another wording of one, and not for a new one."""

VALUE = re.compile("⟨[^⟩]*⟩")
"""What stands in the place of a value where texts are compared."""


@frozen
class ParagraphChange:
    """A paragraph of the older record, of the newer, or of both in other words."""

    old: ParagraphRecord | None
    new: ParagraphRecord | None


@frozen
class SectionChange:
    """A section whose own text differs: `old` is None for a new one, `new` for one that is gone."""

    manner: Literal["new", "changed", "removed"]
    old: SectionRecord | None
    new: SectionRecord | None
    paragraphs: tuple[ParagraphChange, ...]
    """What differs in it, in reading order."""

    @property
    def section(self) -> SectionRecord:
        """As the newer record has it, else the older one."""
        found = self.new or self.old
        assert found is not None
        return found


def changed_sections(old: Sequence[SectionRecord], new: Sequence[SectionRecord]) -> tuple[SectionChange, ...]:
    """The sections that differ: those of the newer record in order, then those that are gone."""
    pairs = tuple(_matched(old, new))
    kept = {id(section) for section, _ in pairs if section is not None}
    gone = [section for section in old if id(section) not in kept]
    return (
        *(change for before, after in pairs for change in _section(before, after)),
        *(
            SectionChange("removed", section, None, tuple(ParagraphChange(one, None) for one in section.paragraphs))
            for section in gone
        ),
    )


def with_names(sections: Sequence[SectionRecord], renamed: Mapping[str, str]) -> tuple[SectionRecord, ...]:
    """The sections with the newer names of facts, `renamed` to the older ones, in the place of those."""
    if not renamed:
        return tuple(sections)
    newer = {old: new for new, old in renamed.items()}
    names = "|".join(sorted(map(re.escape, newer), key=len, reverse=True))
    fact = re.compile(rf"(?<![\w.])({FACTS}(?:\.|\[[\"']))({names})(?!\w)")

    def named(compared: str) -> str:
        return VALUE.sub(lambda value: fact.sub(lambda found: found[1] + newer[found[2]], value[0]), compared)

    return tuple(
        replace(
            section,
            compared=named(section.compared),
            paragraphs=tuple(replace(one, compared=named(one.compared)) for one in section.paragraphs),
        )
        for section in sections
    )


def _matched(
    old: Sequence[SectionRecord], new: Sequence[SectionRecord]
) -> Iterator[tuple[SectionRecord | None, SectionRecord]]:
    """Each section of the newer record with the same one of the older, by its anchor.

    An anchor that is made of a title changes with the values in it: then the title without them tells.
    """
    anchors = {section.anchor for section in new}
    before = {section.anchor: section for section in old}
    titles = {section.compared: section for section in old if section.anchor not in anchors}
    for section in new:
        yield before.get(section.anchor) or titles.pop(section.compared, None), section


def _section(old: SectionRecord | None, new: SectionRecord) -> Iterator[SectionChange]:
    if old is None:
        yield SectionChange("new", None, new, tuple(ParagraphChange(None, one) for one in new.paragraphs))
        return
    paragraphs = tuple(_differences(old.paragraphs, new.paragraphs))
    if paragraphs or retitled(old, new):
        yield SectionChange("changed", old, new, paragraphs)


def retitled(old: SectionRecord, new: SectionRecord) -> bool:
    """Whether a section is called otherwise now: by its author, and on paper."""
    return _unspaced(old.compared) != _unspaced(new.compared) and _unspaced(old.title) != _unspaced(new.title)


def manners(sections: Sequence[SectionChange]) -> dict[Place, Manner]:
    """How the paragraphs of the newer record differ, by their places.

    Where several stand at one place, such as the title and the note of a chart, it is new only if all of them are.
    """
    every: dict[Place, set[Manner]] = {}
    for section in sections:
        kept = {one.place for one in section.new.paragraphs} if section.new else set()
        told = {id(change.new) for change in section.paragraphs}
        same = {one.place for one in section.new.paragraphs if id(one) not in told} if section.new else set()
        for change in section.paragraphs:
            if change.new is not None and change.new.place in kept - {NOWHERE}:
                changed = change.old is not None or change.new.place in same
                every.setdefault(change.new.place, set()).add("changed" if changed else "new")
    return {place: "new" if found == {"new"} else "changed" for place, found in every.items()}


def _unspaced(text: str) -> str:
    """A text without its spaces: which of them hold a line together, and where a language sets narrow ones, is the
    engine's doing, and another version may do otherwise."""
    return "".join(text.split())


def _differences(old: Sequence[ParagraphRecord], new: Sequence[ParagraphRecord]) -> Iterator[ParagraphChange]:
    """What differs both as its author wrote it and as it is printed: other values alone are no other words."""
    for was, now in _unlike(old, new, lambda one: _unspaced(one.compared)):
        for before, after in _unlike(was, now, lambda one: _unspaced(one.text)):
            yield from _paired(before, after)


def _unlike(
    old: Sequence[ParagraphRecord], new: Sequence[ParagraphRecord], said: Callable[[ParagraphRecord], str]
) -> Iterator[tuple[Sequence[ParagraphRecord], Sequence[ParagraphRecord]]]:
    """The runs of paragraphs that stand in each other's place and of which not the same is `said`."""
    before, after = ([said(one) for one in side] for side in (old, new))
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield old[first:last], new[start:end]


def _paired(old: Sequence[ParagraphRecord], new: Sequence[ParagraphRecord]) -> Iterator[ParagraphChange]:
    """Paragraphs that took the place of others, each with the first that it is a wording of; the rest alone."""
    at = 0
    for paragraph in new:
        found = next((number for number in range(at, len(old)) if alike(old[number], paragraph)), None)
        if found is None:
            yield ParagraphChange(None, paragraph)
        else:
            yield from (ParagraphChange(one, None) for one in old[at:found])
            yield ParagraphChange(old[found], paragraph)
            at = found + 1
    yield from (ParagraphChange(one, None) for one in old[at:])


def alike(old: ParagraphRecord, new: ParagraphRecord) -> bool:
    """Whether the two are wordings of one paragraph."""
    return SequenceMatcher(None, old.compared.split(), new.compared.split(), autojunk=False).ratio() >= _ALIKE
