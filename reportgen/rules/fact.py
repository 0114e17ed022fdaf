"""Rules of facts and of what is said of them: sources, dates, contradictions, findings."""

from __future__ import annotations

from reportgen.rules.rule import table

FACT = table(
    ("cite-unsourced", "warning", "a value that is printed with its source has one", "leave cite out, or add source:"),
    (
        "finding-changed",
        "warning",
        "a statement was confirmed for the data that it is about",
        "read it again; if it still holds: reportgen confirm NAME",
    ),
    ("finding-unconfirmed", "note", "every statement about data was confirmed", "reportgen confirm NAME"),
    ("confirmed-file", "warning", "confirmed.yaml can be read", "reportgen confirm NAME writes it anew"),
    ("number-unbound", "warning", "a number in a text comes from the data", ""),
    (
        "value-tentative",
        "warning",
        "a provisional or estimated value is told as one",
        "say in the same paragraph that it is",
    ),
    ("fact-stale", "warning", "a fact is looked up again when it is due", "look it up again, and change review_after:"),
    (
        "fact-unsourced",
        "warning",
        "each fact and each row that is shown has a source",
        "add source: with an id of references.yaml",
    ),
    (
        "fact-undated",
        "warning",
        "each fact and each row that is shown has a date",
        "add as_of: to it, or facts_as_of: to briefing.yaml",
    ),
    (
        "fact-contradiction",
        "warning",
        "facts of one subject, measure and date have one value",
        "correct one of them, or tell them apart by subject:, measure: or as_of:",
    ),
    (
        "percent-sum",
        "warning",
        "shares of a whole sum to 100",
        "correct the values; or write sum: false at the column in tables.yaml",
    ),
)
