"""What a chart kind is handed, and the options that many kinds share, each declared here once.

A kind's `Options` inherit what they share; the engine sees to it before the kind reads its table (`settled`) and after
(`check`). A kind that has other words for such an option writes it again with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

from reportgen.dates import PartialDate as PartialDate
from reportgen.figures.contract import ChartData as ChartData
from reportgen.figures.contract import ChartError as ChartError
from reportgen.figures.contract import Column as Column
from reportgen.figures.contract import ColumnInfo as ColumnInfo
from reportgen.figures.contract import CrossTable as CrossTable
from reportgen.figures.contract import File as File
from reportgen.figures.contract import Value as Value
from reportgen.figures.kit.bands import in_steps
from reportgen.fonts import Weight as Weight
from reportgen.frozen import frozen as frozen
from reportgen.marks import Mark as Mark
from reportgen.problems import did_you_mean
from reportgen.source.scalars import Count as Count
from reportgen.source.scalars import Positive as Positive

Sorting = Literal["auto", "value", "natural"]
"""With `value`: by value. With `natural`: as in the table. With `auto`: by value unless there is an order of its
own."""
Zero = Literal["auto", "true", "false"]
"""Whether an axis starts at zero; "auto": yes, unless all values lie far from it."""


def keeps_order(order: str, *, natural: bool) -> bool:
    """Whether an `order` option leaves things as they are; `natural` tells whether they have an order of their own."""
    return order == "natural" or (order == "auto" and natural)


@dataclass(frozen=True, kw_only=True)
class Series:
    """A kind of several values for each name or date, from columns side by side or from one in long form."""

    values: tuple[Column, ...]
    """The column with the values, or a list of columns: one series for each."""
    series: Column | None = None
    """In long form (a row for each name or date and series): the column that names the series."""

    @property
    def has_several(self) -> bool:
        """Whether there may be more than one series."""
        return len(self.values) > 1 or self.series is not None


@dataclass(frozen=True, kw_only=True)
class Arranged:
    """A kind whose names come in an order: `order` is never "auto" when the table is read.

    A kind with other orders than `Order` inherits this and writes `order` with its own; `ranked_by` is then what "auto"
    means for names without an order of their own.
    """

    order: str = "auto"
    arranges: ClassVar[str] = "category"
    """The option that names the column of what is put in order."""
    ranked_by: ClassVar[str] = "value"

    def has_natural_order(self, data: ChartData) -> bool:
        """Whether the names have an order of their own: years, dates, bands, declared values, the author's `sort:`.

        Columns side by side have theirs too.
        """
        column = getattr(self, self.arranges)
        info = data.info(column) if column else None
        if info is None or info.type in ("year", "date") or info.values or data.sorted:
            return True
        return self.is_of_steps(data)

    def is_of_steps(self, data: ChartData) -> bool:
        """Whether the names are steps of a scale, such as bands of age; `reading` puts those in their order."""
        column = getattr(self, self.arranges)
        return bool(column) and bool(in_steps([str(name) for name in data[column] if name is not None]))


@dataclass(frozen=True, kw_only=True)
class Order(Arranged):
    """A kind whose names come by value, unless they have an order of their own."""

    order: Sorting = "auto"
    """With `value`: the highest value first, of several the newest (of years) or the first one. With `natural`: as in
    the table. With `auto`: by value unless the names are years or dates, have declared `values`, or the block has
    `sort:`."""


@dataclass(frozen=True, kw_only=True)
class CategoryOrder:
    """A kind of categories with a fill or a place each: when the table is read, its column declares them in `order`."""

    order: tuple[str, ...] = ()
    """The categories in the order of their fills; without it, the `values` declared for the column, or the order of the
    table."""
    sorts: ClassVar[str] = "value"
    """The option that names the column of the categories."""


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
    """Whether the scale starts at zero. With `auto`: yes, unless all values lie far from it."""


def settled(data: ChartData, options: Any) -> tuple[ChartData, Any]:
    """The data as the shared options want them, and the options with nothing left to decide by the data."""
    if isinstance(options, MissingText) and options.missing_text:
        data = replace(data, missing=options.missing_text)
    if isinstance(options, CategoryOrder) and options.order:
        column = getattr(options, options.sorts)
        data = replace(data, columns=tuple(_in_order(info, column, options.order) for info in data.columns))
    if isinstance(options, Arranged) and options.order == "natural" and options.is_of_steps(data):
        data = replace(data, sorted=True)  # the order of the table is asked for
    elif isinstance(options, Arranged) and options.order == "auto":
        options = replace(options, order="natural" if options.has_natural_order(data) else options.ranked_by)
    return data, options


def _in_order(info: ColumnInfo, column: str, order: tuple[str, ...]) -> ColumnInfo:
    return replace(info, values=order) if info.name == column else info


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
