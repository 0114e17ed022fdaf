"""The list of sources: every reference that the paper cites or that is marked as background.

A day on which all were read, or most, is said once.
"""

from __future__ import annotations

from reportgen.document.blocks import Paragraph, Section, SourceEntry, SourceList
from reportgen.document.inlines import Text
from reportgen.document.markdown.slugs import slug, unique
from reportgen.document.reading.draft import Draft
from reportgen.document.text import citations

ANCHOR = "back-sources"


def sources_list(draft: Draft) -> Section | None:
    """The unnumbered section of sources in their order; None for a paper without any."""
    known = draft.briefing.references
    background = [name for name, reference in known.items() if reference.background and name not in draft.cited]
    references = [known[name] for name in (*draft.cited, *background)]
    if not references:
        return None
    (day, alike), words = citations.read_on(references), draft.words
    taken: dict[str, None] = {}
    entries = []
    for reference in sorted(references, key=lambda reference: (citations.sort_key(reference, words), reference.id)):
        anchor = unique(f"reference-{slug(reference.id) or 'source'}", taken)
        taken[anchor] = None
        entries.append(SourceEntry(draft.marker.mark(citations.entry(reference, words, read_on=day)), anchor))
    key = "cite.accessed-all" if alike else "cite.accessed-most"
    said = (Text(words.say(key, date=words.date(day))),) if day else ()
    above = (Paragraph(said, "small"),) if said else ()
    title = (Text(words.say("back.sources")),)
    return Section(1, title, ANCHOR, (*above, SourceList(tuple(entries))))
