"""Rules of the finished PDF."""

from __future__ import annotations

from reportgen.rules.rule import error, table

_REBUILD = "build the paper anew; if it stays, it is a fault of reportgen: please report it"
PAPER = table(
    error("pdf-unreadable", _REBUILD),
    error("pdf-ua", _REBUILD),
    error("pdf-a", _REBUILD),
    error("pdf-tree", _REBUILD),
    error("pdf-parent-tree", _REBUILD),
    error("pdf-mark-owner", _REBUILD),
    error("pdf-mark-role", _REBUILD),
    error("pdf-marks-balanced", _REBUILD),
    error("pdf-marks-text", _REBUILD),
    error("pdf-unmarked", _REBUILD),
    error("pdf-annotation", _REBUILD),
    error("pdf-tab-order", _REBUILD),
    error("pdf-link", "give the link a text and a target"),
    error("pdf-table-scope", _REBUILD),
    error("pdf-table-header", "name every column"),
    error("pdf-table-shape", _REBUILD),
    error("pdf-headings", "use one more or one less #"),
    error("pdf-heading-stranded", _REBUILD),
    error("pdf-figure-alt", "add alt: with what the picture tells"),
    error("pdf-figure-box", _REBUILD),
    error("pdf-note", _REBUILD),
    error("pdf-list", _REBUILD),
    error("pdf-empty", _REBUILD),
    error("pdf-order", _REBUILD),
    error("pdf-words-joined", _REBUILD),
    error("pdf-hyphen", _REBUILD),
    error("pdf-unicode", _REBUILD),
    error("pdf-glyph-missing", "write it otherwise, or add a font to house.yaml"),
    error("pdf-language", "write it like en-GB or zh-Hant"),
    error("pdf-script", "mark it: [text]{lang=el}"),
    error("pdf-bookmarks", _REBUILD),
    error("pdf-fonts", _REBUILD),
    error("pdf-title", _REBUILD),
    error("pdf-metadata", _REBUILD),
    error("pdf-claims", _REBUILD),
    error("pdf-page-labels", _REBUILD),
    error("pdf-attachment", _REBUILD),
    error("pdf-page-edge", _REBUILD),
    error("pdf-overlap", _REBUILD),
)
