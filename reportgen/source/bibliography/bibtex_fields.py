"""The types and fields of BibTeX and BibLaTeX, with those that Zotero, Mendeley and JabRef add, in CSL's words.

Also which of them an entry lends to another.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.word_tables import by_name, pairs

TYPES = by_name(
    {
        "article-journal": "article suppperiodical",
        "book": "book mvbook collection mvcollection proceedings mvproceedings reference mvreference",
        "chapter": "inbook incollection bookinbook suppbook suppcollection",
        "paper-conference": "inproceedings conference",
        "report": "manual report techreport",
        "thesis": "mastersthesis phdthesis bathesis thesis",
        "webpage": "online electronic www webpage",
        "software": "software softwareversion",
        "song": "music audio",
        "motion_picture": "movie video",
        "graphic": "image artwork",
        "speech": "talk presentation",
    }
) | pairs(
    """booklet pamphlet  inreference entry-encyclopedia  periodical periodical  unpublished manuscript  dataset dataset
    legislation legislation  jurisdiction legal_case  patent patent  standard standard  letter personal_communication
    map map  newsarticle article-newspaper  magazine article-magazine"""
)
SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
"""What an `entrysubtype` makes of an article."""

TITLES = {
    "title": ("title", "subtitle", "titleaddon"),
    "booktitle": ("booktitle", "booksubtitle", "booktitleaddon"),
    "maintitle": ("maintitle", "mainsubtitle", "maintitleaddon"),
    "journal": ("journal", "journalsubtitle", ""),
    "journaltitle": ("journaltitle", "journalsubtitle", "journaltitleaddon"),
    "issuetitle": ("issuetitle", "issuesubtitle", "issuetitleaddon"),
    "eventtitle": ("eventtitle", "", "eventtitleaddon"),
}
"""The parts of each title: what follows a colon, and what is added."""

TEXTS = pairs(
    """volume volume  edition edition  pages page  series collection-title  shortseries collection-title
    address publisher-place  location publisher-place  venue event-place  chapter chapter-number  part part-number
    volumes number-of-volumes  version version  isbn ISBN  issn ISSN  langid language  language language
    library archive  pubstate status"""
)
PUBLISHERS = ("publisher", "organization", "institution", "school")
"""Who publishes it; several are named one after the other."""
NAMES = pairs("author author  editor editor  translator translator  bookauthor container-author  holder author")
EPRINTS = ("eprint", "eprinttype", "archiveprefix", "arxivid")
NOTES = ("howpublished", "note", "addendum")
OWN_NOTES = ("ee", "link", "uri", "annote", "annotation")
"""Where an address may stand, and nothing else is read: other programs' fields, and an author's own notes."""
DATES = ("date", "year", "month", "day", "urldate", "lastchecked", "lastaccessed", "origdate", "origyear", "eventdate")
READ_ON = ("urldate", "lastchecked", "lastaccessed")
LENDERS = ("crossref", "xdata")
"""The fields that name other entries, which lend theirs."""

FIELDS = frozenset(
    {
        *(part for parts in TITLES.values() for part in parts if part),
        *(*TEXTS, *PUBLISHERS, *NAMES, *EPRINTS, "url", "doi", *NOTES, *OWN_NOTES, *DATES, *LENDERS),
        *("number", "issue", "type", "eid", "shorttitle", "entrysubtype", "background"),
    }
)
"""The fields that are read."""

QUIET = frozenset(
    """abstract keywords keyword file files timestamp owner groups group priority ranking readstatus qualityassured
    relevance printed creationdate modificationdate date-added date-modified bdsk-url-1 bdsk-url-2 bdsk-url-3 bdsk-url-4
    bdsk-file-1 bdsk-file-2 bdsk-file-3 __markedentry comment comments review biburl bibsource biburl affiliation
    author_keywords document_type source copyright citation citations cited-by pmid pmcid pubmed pubmedid lccn mrnumber
    mrclass mrreviewer zblnumber zbl coden refid article-number unique-id times-cited number-of-cited-references
    research-areas web-of-science-categories doc-delivery-number journal-iso shortjournal journalabbreviation fjournal
    shortauthor shorteditor shorthand shorthandintro label sortkey sorttitle sortname sortyear sortshorthand presort
    key keywords options ids entryset execute gender hyphenation indextitle indexsorttitle nameaddon pagetotal
    numpages bookpagination pagination primaryclass eprintclass adsurl adsnote urldatetype xref related relatedtype
    relatedstring relatedoptions langidopts issn-l isrn isan ismn iswc pdf ps image mendeley-groups mendeley-tags
    username rights license contents collaboration howread editortype authortype editoratype isbn-13 eissn nihms
    bestpaper usera userb userc userd usere userf verba verbb verbc archive archivelocation callnumber ids lista
    sourcetype website day_of_week issue_date acmid articleno posted-at rating read description
    interhash intrahash local-url collections eprintnote keywords-plus subject-category funding-text""".split()
)
"""Fields of which nobody wants to know in print, or that only say how to sort and to keep."""
PRIVATE = ("_", "bdsk-", "mendeley-", "jabref", "date-", "zotero")
"""How fields begin that a program keeps for itself."""


_NEVER = frozenset(
    """shorttitle sorttitle indextitle indexsorttitle crossref xref xdata ids entryset entrysubtype label options
    presort related relatedtype relatedstring sortkey shorthand keywords abstract annote annotation file background
    pages eid""".split()
)
"""Fields that belong to one entry."""
_PARTS = ("title", "subtitle", "titleaddon")
_MAIN = ("maintitle", "mainsubtitle", "maintitleaddon")
_BOOK = ("booktitle", "booksubtitle", "booktitleaddon")
_JOURNAL = ("journaltitle", "journalsubtitle", "journaltitleaddon")
_DATES = frozenset({"date", "year", "month", "day"})


def lent(kind: str, own: Mapping[str, str], whole_kind: str, whole: Mapping[str, str]) -> dict[str, str]:
    """The fields that an entry of the type `kind` takes over from the whole to which it belongs, by their new names."""
    names = dict(zip(_PARTS, _titles(kind, whole_kind), strict=True))
    dated = bool(_DATES & own.keys())
    found = {
        names.get(key, key): value
        for key, value in whole.items()
        if key not in _NEVER and not (dated and key in _DATES)
    }
    if kind in ("inbook", "bookinbook", "suppbook") and "author" in whole and own.get("author", "") != whole["author"]:
        found.setdefault("bookauthor", whole["author"])
        if "author" not in own:
            found.pop("bookauthor")
    return found


def _titles(kind: str, whole_kind: str) -> tuple[str, str, str]:
    """What the title of a whole is for its part."""
    if whole_kind.startswith("mv"):
        return _MAIN
    return _JOURNAL if whole_kind == "periodical" else _BOOK
