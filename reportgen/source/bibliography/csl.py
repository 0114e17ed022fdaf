"""The words of CSL: of its schema for data (csl-data.json, 1.0.2), of the specification, and those that Zotero adds.

https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
"""

from __future__ import annotations

from reportgen.word_tables import pairs

TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()
)

ALIASES = pairs(
    """legal-case legal_case  journal-article article-journal  magazine-article article-magazine
    newspaper-article article-newspaper  book-chapter chapter  book-section chapter
    proceedings-article paper-conference  conference-paper paper-conference  monograph book  edited-book book
    reference-book book  dissertation thesis  posted-content article  web-page webpage
    computer-program software  motion-picture motion_picture"""
)
"""Types as Crossref and others call them in their exports."""

NAMES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator""".split()
)
"""Variables whose value is a list of names."""

NAME_PARTS = frozenset("family given literal suffix dropping-particle non-dropping-particle static-ordering".split())
QUIET_PARTS = frozenset("comma-suffix parse-names isInstitution multi".split())
"""Parts of a name that only say how a program is to read or to set it."""

DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
"""Variables whose value is a date."""

MAKERS = frozenset(
    """chair compiler composer contributor curator director executive-producer guest host illustrator interviewer
    narrator organizer performer producer script-writer series-creator""".split()
)
"""Those who answer for a work that nobody wrote or edited; else a paper does not name them."""

PRINTED = MAKERS | frozenset(
    """type title title-short author editor editor-translator translator container-author container-title volume-title
    collection-title collection-number volume issue number number-of-volumes part-number chapter-number genre publisher
    publisher-place edition version page event-title event-place issued accessed original-date status note archive
    archive_location authority medium URL DOI""".split()
)
"""Those that a paper prints, if there is anything to print."""

QUIET = frozenset(
    """id background abstract annote archive-place archive_collection available-date call-number categories citation-key
    citation-label citation-number collection-editor container-title-short custom dimensions division event-date
    first-reference-note-number ISBN ISSN journalAbbreviation jurisdiction keyword language license locator
    number-of-pages page-first PMCID PMID printing printing-number references scale section shortTitle source submitted
    supplement supplement-number volume-title-short year-suffix""".split()
)
"""Those of which nobody wants to know in print: for programs, for keeping, for finding the thing on a shelf."""

_OTHERS = frozenset(
    """event original-publisher original-publisher-place original-title part part-title reviewed-genre
    reviewed-title""".split()
)

TEXTS = (PRINTED | QUIET | _OTHERS) - NAMES - DATES - {"type", "id", "background", "custom", "categories"}
"""Variables whose value is text."""

KEYS = PRINTED | QUIET | _OTHERS | NAMES | DATES
"""Every key that a source may have; `background` is ours."""

MARKED = TEXTS & PRINTED - {"URL", "DOI"}
"""Texts that are printed and may have marks."""
