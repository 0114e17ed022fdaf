"""Rules of editions: released ones, the dates of a new one, and what a paper carries."""

from __future__ import annotations

from reportgen.rules.rule import table

EDITION = table(
    ("edition-record", "error", "the record of a released edition can be read", "release the edition again"),
    (
        "extract-nothing",
        "error",
        "a PDF that is taken apart carries sources or data of a paper of ours",
        "a paper carries its sources if briefing.yaml says attach: all, and its data unless it says attach: none",
    ),
    (
        "extract-unsafe",
        "error",
        "what a PDF carries can be written without harm",
        "don't use this file: it may be meant to harm",
    ),
    ("extract-taken", "error", "no file is overwritten", "choose another folder with -o DIR"),
)
