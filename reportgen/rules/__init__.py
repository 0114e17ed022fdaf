"""The one table of rules: id, severity, the usual remedy, and whether it may be off; each module here has a part of it.

Every check of the engine reports against a rule of this table; a rule that a house or a paper must break is switched
off by name, with a reason. The checks themselves live where they read: in the phases and in `reportgen.validation`.
"""

from __future__ import annotations

from reportgen.rules.chart import CHART
from reportgen.rules.edition import EDITION
from reportgen.rules.fact import FACT
from reportgen.rules.paper import PAPER
from reportgen.rules.rule import Rule
from reportgen.rules.source import SOURCE
from reportgen.rules.text import TEXT

__all__ = ["MAY_BE_OFF", "RULES", "Rule"]

RULES: dict[str, Rule] = {**SOURCE, **TEXT, **CHART, **FACT, **EDITION, **PAPER}
"""Every rule by its id."""

MAY_BE_OFF = frozenset(rule.id for rule in RULES.values() if rule.may_be_off)
"""Rules of style. The others keep a paper from being made, or from being read aloud."""
