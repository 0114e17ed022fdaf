"""The list of sources: every reference that the paper cites."""

from __future__ import annotations

from reportgen.document import citations
from reportgen.document.blocks import Section, SourceEntry, SourceList
from reportgen.document.draft import Draft
from reportgen.document.inlines import Text
from reportgen.document.slugs import slug, unique

ANCHOR = "back-sources"


def sources_list(draft: Draft) -> Section | None:
    """The unnumbered section of sources in their order; None for a paper that cites nothing."""
    references = [draft.briefing.references[name] for name in draft.cited]
    if not references:
        return None
    taken: dict[str, None] = {}
    entries = []
    for reference in sorted(
        references, key=lambda reference: (citations.sort_key(reference, draft.words), reference.id)
    ):
        anchor = unique(f"reference-{slug(reference.id) or 'source'}", taken)
        taken[anchor] = None
        entries.append(SourceEntry(draft.marker.mark(citations.entry(reference, draft.words)), anchor))
    title = (Text(draft.words.say("back.sources")),)
    return Section(1, title, ANCHOR, (SourceList(tuple(entries)),), new_page=draft.cover.full)
