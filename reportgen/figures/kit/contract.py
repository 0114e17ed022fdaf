"""What a chart kind is handed, and the options that many kinds share, each declared here once.

A kind's `Options` inherit what they share; the engine sees to it (`settled`, `check`). A kind that has other words for
such an option writes it again with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from reportgen.dates import PartialDate as PartialDate
from reportgen.figures.contract import ChartData as ChartData
from reportgen.figures.contract import ChartError as ChartError
from reportgen.figures.contract import Column as Column
from reportgen.figures.contract import ColumnInfo as ColumnInfo
from reportgen.figures.contract import CrossTable as CrossTable
from reportgen.figures.contract import Value as Value
from reportgen.fonts import Weight as Weight
from reportgen.frozen import frozen as frozen
from reportgen.marks import Mark as Mark
from reportgen.problems import did_you_mean
from reportgen.source.scalars import Count as Count
from reportgen.source.scalars import Positive as Positive

Sorting = Literal["auto", "value", "natural"]
"""`value`: by value; `natural`: as in the table; `auto`: by value unless there is an order of its own."""
Zero = Literal["auto", "true", "false"]
"""Whether an axis starts at zero; "auto": yes, unless all values lie far from it."""


def keeps_order(order: str, *, natural: bool) -> bool:
    """Whether an `order` option leaves things as they are; `natural` tells whether they have an order of their own."""
    return order == "natural" or (order == "auto" and natural)


@dataclass(frozen=True, kw_only=True)
class MissingText:
    """A kind that says what a missing value means: its data's `missing` has the author's word when it is read."""

    missing_text: str = ""
    """What stands for a missing value; without it, what the table says in `missing:`."""


@dataclass(frozen=True, kw_only=True)
class Highlight:
    """A kind in which some names stand out: what it has read tells its `names`, and others are refused."""

    highlight: tuple[str, ...] = ()
    """Rows that stand out; the others are grey."""

    def is_quiet(self, name: str) -> bool:
        """Whether others stand out, and this one doesn't."""
        return bool(self.highlight) and name not in self.highlight


@dataclass(frozen=True, kw_only=True)
class ZeroAxis:
    """A kind whose axis need not start at zero."""

    zero: Zero = "auto"
    """Whether the scale starts at zero; `auto`: yes, unless all values lie far from it."""


def settled(data: ChartData, options: Any) -> ChartData:
    """The data as the shared options want them."""
    if isinstance(options, MissingText) and options.missing_text:
        return replace(data, missing=options.missing_text)
    return data


def check(options: Any, chart: Any) -> None:
    """Raise ChartError where a shared option asks for what the chart that has been read doesn't have."""
    if isinstance(options, Highlight):
        check_highlight(options.highlight, chart.names)


def check_highlight(highlight: Sequence[str], names: Sequence[str]) -> None:
    """Raise ChartError for a name to highlight that the chart doesn't have."""
    for name in highlight:
        if name not in names:
            message = f"highlight: names '{name}', which the chart doesn't have"
            raise ChartError(message, did_you_mean(name, names), option="highlight")
