"""From numbers to bars: what runs from where to where on the value axis, and what is written at its end.

Plain arithmetic; `barpaint` draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from reportgen.figures.contract import ChartData, ChartError, Column
from reportgen.figures.series import Cells, Number, number
from reportgen.figures.wording import label
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from reportgen.language import Words

Layout = Literal["grouped", "stacked", "nested"]


@frozen
class Part:
    """A rectangle from `low` to `high` on the value axis; `lane` is its place beside the others of its row."""

    row: int
    series: int
    lane: int
    low: float
    high: float
    value: float
    """What is written at it: the table's value, or the share in per cent."""


@frozen
class BarLabel:
    """A text beyond the end of a bar at `value`; `back`: on the negative side. A lane may lie between two bars."""

    row: int
    lane: float
    value: float
    text: str
    back: bool = False


def parts(cells: Cells, layout: Layout, *, shares: bool = False) -> list[Part]:
    """The parts in reading order; ChartError where values can't be stacked, nested or shared out."""
    found: list[Part] = []
    for row, values in enumerate(cells.values):
        shared = shares_of(values, cells.names[row]) if shares else values
        match layout:
            case "grouped":
                found.extend(
                    Part(row, j, j, min(value, 0.0), max(value, 0.0), value)
                    for j, value in enumerate(shared)
                    if value is not None
                )
            case "stacked":
                found.extend(_stacked(row, shared))
            case "nested":
                found.extend(_nested(row, shared, cells))
    return found


def rank_values(cells: Cells, layout: Layout, *, shares: bool = False) -> list[Number]:
    """What the categories are ordered by: the first share, what a stack adds up to, or the first value."""
    if shares:
        return [shares_of(values, name)[0] for values, name in zip(cells.values, cells.names, strict=True)]
    rows = [[value for value in values if value is not None] for values in cells.values]
    return [(sum(known) if layout == "stacked" else known[0]) if known else None for known in rows]


def sum_of(values: Sequence[Number]) -> Number:
    """What the parts of a stack add up to; None for a lone part, a missing one, parts on both sides of zero, zeros."""
    known = [value for value in values if value is not None]
    if len(known) < max(len(values), 2) or min(known) < 0 < max(known) or not any(known):
        return None
    return round(sum(known), 9)


def shares_of(values: tuple[Number, ...], name: str) -> tuple[Number, ...]:
    """Per cent of the sum; none where a part is missing, or where there is nothing to share out."""
    if None in values:  # without one part the others' shares are not known
        return (None,) * len(values)
    total = sum(value for value in values if value is not None)
    if any(value is not None and value < 0 for value in values):
        raise ChartError(f"'{name}' has a negative value, which has no share of 100%", "leave shares: out")
    return tuple(None if value is None or not total else 100 * value / total for value in values)


def _stacked(row: int, values: tuple[Number, ...]) -> Iterator[Part]:
    """Positive values to the one side of zero, negative ones to the other."""
    ends = [0.0, 0.0]
    for j, value in enumerate(values):
        if value is not None:
            side = value < 0
            start, ends[side] = ends[side], ends[side] + value
            yield Part(row, j, 0, min(start, ends[side]), max(start, ends[side]), value)


def _nested(row: int, values: tuple[Number, ...], cells: Cells) -> Iterator[Part]:
    """Each value holds those before it: the first from zero, the next from the end of the first."""
    known = [(j, value) for j, value in enumerate(values) if value is not None]
    for (j, one), (k, other) in pairwise([(-1, 0.0), *known]):
        if other < one:
            inner = f"its '{cells.series[j]}' of {one:g}" if j >= 0 else "zero"
            raise ChartError(
                f"'{cells.names[row]}': '{cells.series[k]}' of {other:g} is less than {inner}, so it can't hold it",
                "name the smaller one first in values:, or use layout: stacked",
            )
        yield Part(row, k, 0, one, other, other)


def totals(
    data: ChartData, cells: Cells, found: Sequence[Part], category: Column, of: Column | None, words: Words
) -> tuple[Number, ...]:
    """What each bar is a part of; ChartError for a bar that is longer than its total."""
    if of is None:
        return (None,) * len(cells.names)
    info = data.info(category)
    by_name = {label(row[category], info, words): number(row[of], of) for row in data}
    for part in found:
        name, total = cells.names[part.row], by_name[cells.names[part.row]]
        if total is not None and part.high > total:
            raise ChartError(f"'{name}': {part.high:g} is more than its total, {total:g}", f"check the column '{of}'")
    return tuple(by_name[name] for name in cells.names)


def absences(
    cells: Cells,
    found: Sequence[Part],
    all_totals: Sequence[Number],
    layout: Layout,
    text: Callable[[int, Sequence[int]], str],
) -> Iterator[BarLabel]:
    """A text where a value is missing: at its bar's zero, or at the end of the stack that lacks a part, or its total.

    `text` says it for a category and the series that it lacks.
    """
    back = bool(found) and max(part.high for part in found) <= 0 and min(part.low for part in found) < 0
    for row, values in enumerate(cells.values):
        gone = cells.gone(row)
        if len(gone) == len(values):
            yield BarLabel(row, (len(values) - 1) / 2 if layout == "grouped" else 0, 0.0, text(row, gone), back)
        elif layout == "grouped":
            yield from (BarLabel(row, lane, 0.0, text(row, [lane]), back) for lane in gone)
        elif gone:
            ends = [part.low if back else part.high for part in found if part.row == row]
            yield BarLabel(row, 0, (min if back else max)([*ends, all_totals[row] or 0.0]), text(row, gone), back)
