"""The words of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV)."""

from __future__ import annotations

_TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
"""
_NAMES = """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator
"""
_NAME_PARTS = "family given literal suffix dropping-particle non-dropping-particle"
_DATES = "accessed available-date event-date issued original-date submitted"
_TEXTS = """
    abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
    citation-key citation-label collection-number collection-title container-title container-title-short dimensions
    division DOI edition event-place event-title genre ISBN ISSN issue jurisdiction keyword language license locator
    medium note number number-of-pages number-of-volumes original-publisher original-publisher-place original-title page
    page-first part-number part-title PMCID PMID printing-number publisher publisher-place references reviewed-genre
    reviewed-title scale section source status supplement-number title title-short URL version volume volume-title
    volume-title-short
"""

TYPES = frozenset(_TYPES.split())

NAMES = frozenset(_NAMES.split())
"""Variables whose value is a list of names."""

NAME_PARTS = frozenset(_NAME_PARTS.split())

DATES = frozenset(_DATES.split())
"""Variables whose value is a date."""

KEYS = NAMES | DATES | frozenset(_TEXTS.split()) | {"id", "type", "background"}
"""Every key that an entry of references.yaml may have; `background` is ours."""
