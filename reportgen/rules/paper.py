"""Rules of the finished PDF."""

from __future__ import annotations

from reportgen.rules.rule import table

_REBUILD = "build the paper anew; if it stays, it is a fault of reportgen: please report it"
PAPER = table(
    ("pdf-unreadable", "error", "a paper is a PDF that can be read", _REBUILD),
    ("pdf-ua", "error", "a paper conforms to PDF/UA-1", _REBUILD),
    ("pdf-a", "error", "a paper conforms to PDF/A-3a", _REBUILD),
    ("pdf-tree", "error", "a paper has a structure tree of known roles", _REBUILD),
    ("pdf-parent-tree", "error", "pages, annotations and elements point at each other", _REBUILD),
    ("pdf-mark-owner", "error", "each piece of marked content has one element", _REBUILD),
    ("pdf-mark-role", "error", "marked content names the role of its element", _REBUILD),
    ("pdf-marks-balanced", "error", "marks are opened and closed in pairs and never nest", _REBUILD),
    ("pdf-marks-text", "error", "marks and text objects do not cut across each other", _REBUILD),
    ("pdf-unmarked", "error", "all that is painted is content or an artifact", _REBUILD),
    ("pdf-annotation", "error", "each annotation belongs to an element", _REBUILD),
    ("pdf-tab-order", "error", "the tab key follows the structure", _REBUILD),
    ("pdf-link", "error", "a link has text, a description and a destination", "give the link a text and a target"),
    ("pdf-table-scope", "error", "each header cell says what it heads", _REBUILD),
    ("pdf-table-header", "error", "a table has header cells, and none is empty", "name every column"),
    ("pdf-table-shape", "error", "all rows of a table have as many columns", _REBUILD),
    ("pdf-headings", "error", "headings start at level 1, skip none and end at level 3", "use one more or one less #"),
    ("pdf-heading-stranded", "error", "a heading stands on the page of what follows it", _REBUILD),
    ("pdf-figure-alt", "error", "a figure has a text alternative of its own", "add alt: with what the picture tells"),
    ("pdf-figure-box", "error", "a figure says where it is on its page", _REBUILD),
    ("pdf-note", "error", "a note has an id by which it is found", _REBUILD),
    ("pdf-list", "error", "a list has items with bodies and says how it numbers them", _REBUILD),
    ("pdf-empty", "error", "an element has content", _REBUILD),
    ("pdf-order", "error", "the reading order is the order on the page", _REBUILD),
    ("pdf-words-joined", "error", "words stay apart where a line ends or a gap is", _REBUILD),
    ("pdf-hyphen", "error", "a hyphen that only breaks a line is marked as soft", _REBUILD),
    ("pdf-unicode", "error", "all text maps to Unicode", _REBUILD),
    ("pdf-glyph-missing", "error", "the fonts have every character", "write it otherwise, or add a font to house.yaml"),
    ("pdf-language", "error", "the paper and its parts name their language rightly", "write it like en-GB or zh-Hant"),
    ("pdf-script", "error", "text in another script is marked with its language", "mark it: [text]{lang=el}"),
    ("pdf-bookmarks", "error", "bookmarks are the headings", _REBUILD),
    ("pdf-fonts", "error", "fonts are embedded as subsets", _REBUILD),
    ("pdf-title", "error", "a paper has a title, and its window shows it", _REBUILD),
    ("pdf-metadata", "error", "the properties and the XMP packet say the same", _REBUILD),
    ("pdf-claims", "error", "a paper claims PDF/A-3a and PDF/UA-1", _REBUILD),
    ("pdf-page-labels", "error", "pages are labelled", _REBUILD),
    ("pdf-attachment", "error", "attachments say what they are and whose", _REBUILD),
    ("pdf-page-edge", "error", "text stands inside the page", _REBUILD),
    ("pdf-overlap", "error", "texts do not lie over each other", _REBUILD),
)
