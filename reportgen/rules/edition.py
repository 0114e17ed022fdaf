"""Rules of editions: released ones, the dates of a new one, and what a paper carries."""

from __future__ import annotations

from reportgen.rules.rule import error, note, table, warning

EDITION = table(
    error("edition-record", "get it back from a backup or with git"),
    error("edition-damaged", "get them back from a backup or with git: a released edition never changes"),
    error("edition-released", "write the next number behind edition:"),
    warning("edition-number", apart=True),
    warning("edition-status", "write status: published", apart=True),
    warning("edition-date", apart=True),
    warning("change-minor", "write change: significant, the next number behind edition:, and updated:", apart=True),
    note("edition-rebuilt", "the published file stays the one to send out"),
    warning(
        "edition-differs", "keep the file that was published, or build it with the versions that edition.yaml names"
    ),
    error(
        "extract-nothing",
        "a paper carries its sources if briefing.yaml says attach: all, and its data unless it says attach: none",
    ),
    error("attach-name", "rename it, also where it is named; or write attach: data in briefing.yaml"),
    error("extract-unsafe", "don't use this file: it may be meant to harm"),
    error("extract-taken", "choose another folder with -o DIR"),
)
