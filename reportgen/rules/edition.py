"""Rules of editions: released ones, the dates of a new one, and what a paper carries."""

from __future__ import annotations

from reportgen.rules.rule import table

EDITION = table(
    (
        "edition-record",
        "error",
        "the record of a released edition can be read",
        "get it back from a backup or with git",
    ),
    (
        "edition-damaged",
        "error",
        "the files of a released edition are as they were released",
        "get them back from a backup or with git: a released edition never changes",
    ),
    ("edition-released", "error", "an edition is released once", "write the next number behind edition:"),
    (
        "edition-number",
        "warning",
        "a significant change has a new edition number, a minor one keeps it",
        "",
    ),
    ("edition-status", "warning", "a released edition is published", "write status: published"),
    ("edition-date", "warning", "a significant change moves updated:, a minor one does not", ""),
    (
        "change-minor",
        "warning",
        "a minor change changes no data",
        "write change: significant, the next number behind edition:, and updated:",
    ),
    (
        "edition-rebuilt",
        "note",
        "a released edition is built with the versions that it was released with",
        "the published file stays the one to send out",
    ),
    (
        "edition-differs",
        "warning",
        "a released edition says what it said when it was released",
        "keep the file that was published, or build it with the versions that edition.yaml names",
    ),
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
