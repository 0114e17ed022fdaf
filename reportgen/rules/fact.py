"""Rules of facts and of what is said of them: sources, dates, contradictions, findings."""

from __future__ import annotations

from reportgen.rules.rule import note, table, warning

FACT = table(
    warning("cite-unsourced", "leave cite out, or add source:"),
    warning(
        "finding-unheard",
        "say it in alt:, which is read out too; or name it in highlight:",
        may_be_off=True,
    ),
    warning("alt-figures", "leave alt_only: out: the description made from the data then follows", may_be_off=True),
    warning("finding-changed", "read it again; if it still holds: reportgen confirm NAME", apart=True),
    note("finding-unconfirmed", "reportgen confirm NAME"),
    warning("confirmed-file", "reportgen confirm NAME writes it anew", apart=True),
    warning(
        "number-unbound",
        'write {{ … }} where it stands in the data, or {{ "12,000" | asis }} if it is meant',
        may_be_off=True,
        many="{count} numbers in the text come from no table and no fact",
    ),
    warning(
        "value-tentative",
        "say in the same paragraph that it is",
        may_be_off=True,
        many="{count} provisional or estimated values are printed as if they were firm",
    ),
    warning(
        "fact-stale",
        "look it up again, and change review_after:",
        many="{count} facts and tables were to be looked up again by now",
    ),
    warning(
        "fact-unsourced",
        "add source: with an id of references.yaml",
        may_be_off=True,
        many="{count} facts, or tables with rows that are shown, have no source",
    ),
    warning(
        "fact-undated",
        "add as_of: to it, or facts_as_of: to briefing.yaml",
        may_be_off=True,
        many="{count} facts, or tables with rows that are shown, have no date",
    ),
    warning(
        "fact-contradiction", "correct one of them, or tell them apart by subject:, measure: or as_of:", apart=True
    ),
    warning("percent-sum", "correct the values; or write sum: false at the column in tables.yaml"),
)
