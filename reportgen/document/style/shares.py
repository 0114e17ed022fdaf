"""`check_shares`: a column of percentages that should sum to 100 does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.frozen import frozen
from reportgen.language.values import most_places, places
from reportgen.problems import Problems
from reportgen.source.model import Column, Row, Table
from reportgen.source.totals import apart

_WHOLE, _NEAR, _ENOUGH = Decimal(100), Decimal(2), 3
"""What shares sum to; how near to it a sum is taken for one that should; of how many values."""
_NUMERIC = frozenset({"number", "integer"})


@frozen
class _Group:
    """The values of a column in the rows that belong together; `name` is "" where that is all of them."""

    name: str
    rows: Sequence[Row]
    values: Sequence[Decimal]

    @property
    def sum(self) -> Decimal:
        """What they sum to."""
        return sum(self.values, Decimal(0))


def check_shares(table: Table, problems: Problems) -> None:
    """Report the sums of a table that are not what its columns declare, or that look like a 100 which was missed."""
    for column in table.columns:
        if column.type not in _NUMERIC or column.sum is False or (column.sum is None and column.unit != "%"):
            continue
        for group in _groups(table, column):
            wanted = column.sum if column.sum is not None else _guessed(group)
            if wanted is not None and abs(group.sum - wanted) > _rounding(table, column, len(group.values)):
                of = f" for {group.name}" if group.name else ""
                message = f"the values of '{column.name}'{of} sum to {_plain(group.sum)}, not to {_plain(wanted)}"
                hint = "correct them, or change sum: in tables.yaml" if column.sum is not None else ""
                problems.add("percent-sum", group.rows[0].cells[column.name].place, message, hint)


def _groups(table: Table, column: Column) -> Iterator[_Group]:
    """The groups without a gap: what is missing or suppressed belongs to the sum too."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in apart(table, table.rows):
        found.setdefault(tuple(row.value(name) for name in table.sum_by), []).append(row)
    for rows in found.values():
        values = [value for row in rows if isinstance(value := row.value(column.name), Decimal)]
        if len(values) == len(rows):
            yield _Group(", ".join(rows[0].cells[name].text for name in table.sum_by), rows, values)


def _guessed(group: _Group) -> Decimal | None:
    """100 where the values of a column in per cent, of which nothing is declared, look like shares of it."""
    shares = len(group.values) >= _ENOUGH and all(0 <= value <= _WHOLE for value in group.values)
    return _WHOLE if shares and abs(group.sum - _WHOLE) <= _NEAR else None


def _rounding(table: Table, column: Column, count: int) -> Decimal:
    """How far a sum may be off because its values are rounded: half a unit of the last place for each."""
    decimals = column.decimals
    if decimals is None:
        decimals = most_places(row.value(column.name) for row in table.rows)
    return count * Decimal(1).scaleb(-decimals) / 2


def _plain(value: Decimal) -> str:
    return f"{value:.{places(value.normalize())}f}"
