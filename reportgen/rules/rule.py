"""What a rule is, and how the tables of this room are written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `severity` is "error", "warning" or "note"; `asks` completes "the rule asks that …"."""

    id: str
    severity: str
    asks: str
    remedy: str = ""


def table(*rules: tuple[str, str, str, str]) -> dict[str, Rule]:
    """Rules by their ids, from rows of id, severity, what the rule asks and the usual remedy."""
    return {row[0]: Rule(*row) for row in rules}
