"""The list of sources: what the paper names, or what of it no note has in full, and the notes that cite each.

A day on which all were read, or most, is said once.
"""

from __future__ import annotations

from functools import cached_property

from reportgen.document.blocks import Block, Paragraph, Section, SourceEntry, SourceList
from reportgen.document.inlines import Inlines, Text
from reportgen.document.reading.draft import Draft
from reportgen.document.text import citations
from reportgen.document.text.desk import CitedSource, source_anchor
from reportgen.document.text.source_parts import joined
from reportgen.frozen import frozen
from reportgen.source.model import Reference

ANCHOR = "back-sources"


@frozen
class PrintedSources:
    """The sources of a paper; `also` are the ids of those that its list of changes names."""

    draft: Draft
    also: tuple[str, ...] = ()

    @cached_property
    def _cited(self) -> dict[str, CitedSource]:
        """What is cited, named by the changes, or marked as background."""
        known, cited = self.draft.briefing.references, dict(self.draft.cited)
        for name in (*self.also, *(name for name, one in known.items() if one.background)):
            if name not in cited:
                anchor = source_anchor(name, (one.anchor for one in cited.values()))
                cited[name] = CitedSource(anchor, elsewhere=True)
        return cited

    @property
    def section(self) -> Section | None:
        """The unnumbered section of sources in their order; None for a paper that needs no list."""
        references, words = self._listed, self.draft.words
        if not references:
            return None
        ordered = sorted(references, key=lambda reference: (citations.sort_key(reference, words), reference.id))
        entries = [SourceEntry(self._entry(one), self._cited[one.id].anchor) for one in ordered]
        left_out = len(references) < len(self._cited)
        said = (Text(words.say("cite.notes-only")),) if left_out else ()
        above: list[Block] = [Paragraph(one, "small") for one in (said, self.opened) if one]
        title = (Text(words.say("back.sources")),)
        return Section(1, title, ANCHOR, (*above, SourceList(tuple(entries))))

    @property
    def opened(self) -> Inlines:
        """When the addresses were read, where one day holds for most."""
        known = self.draft.briefing.references
        return citations.opened((known[name] for name in self._cited), self.draft.read_on, self.draft.words)

    @property
    def _listed(self) -> list[Reference]:
        known, kept = self.draft.briefing.references, self.draft.briefing.sources != "notes"
        return [known[name] for name, one in self._cited.items() if kept or one.elsewhere or not one.notes]

    def _entry(self, reference: Reference) -> Inlines:
        """In full with the notes that cite it; of what a note has in full its beginning, and where that is."""
        draft, words = self.draft, self.draft.words
        numbers = self._cited[reference.id].notes
        if numbers and draft.briefing.sources == "notes":
            said = joined(citations.headed(reference, words))
        else:
            said = citations.entry(reference, words, read_on=draft.read_on)
        return draft.marker.mark(joined((said, citations.calls(numbers, words))))
