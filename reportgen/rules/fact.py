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
)
