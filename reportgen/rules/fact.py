"""Rules of facts and of what is said of them: sources, dates, contradictions, findings."""

from __future__ import annotations

from reportgen.rules.rule import table

FACT = table(
    ("cite-unsourced", "warning", "a value that is printed with its source has one", "leave cite out, or add source:"),
)
