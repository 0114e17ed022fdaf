"""Rules of facts and of what is said of them: sources, dates, contradictions, findings."""

from __future__ import annotations

from reportgen.rules.rule import note, table, warning

FACT = table(
    warning("cite-unsourced", "leave cite out, or add source:"),
    warning("finding-changed", "read it again; if it still holds: reportgen confirm NAME"),
    note("finding-unconfirmed", "reportgen confirm NAME"),
    warning("confirmed-file", "reportgen confirm NAME writes it anew"),
    warning("number-unbound", may_be_off=True),
    warning("value-tentative", "say in the same paragraph that it is", may_be_off=True),
    warning("fact-stale", "look it up again, and change review_after:"),
    warning("fact-unsourced", "add source: with an id of references.yaml", may_be_off=True),
    warning("fact-undated", "add as_of: to it, or facts_as_of: to briefing.yaml", may_be_off=True),
    warning("fact-contradiction", "correct one of them, or tell them apart by subject:, measure: or as_of:"),
    warning("percent-sum", "correct the values; or write sum: false at the column in tables.yaml"),
)
