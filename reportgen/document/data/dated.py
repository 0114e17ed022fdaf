"""Rows that a date column tells apart: which of several rows of one key holds on a day."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.dates import PartialDate, step_of
from reportgen.source.model import Row, Scalar, Table


def dating(table: Table) -> str:
    """The column that tells when a row is: that of `date:`, else one of dates or periods in the key; "" for none."""
    timed = (name for name in table.key if table.column(name).type in ("period", "date", "year"))
    return table.date or next(timed, "")


def neighbour(table: Table, row: Row, count: int) -> Row | PartialDate | None:
    """The row of the same key `count` dates or periods later; the date alone where there is none, None without one."""
    column = dating(table)
    date = _date(row.value(column)) if column else None
    if date is None:
        return None
    keys = [key for key in table.key if key != column]
    same = [one for one in table.rows if all(one.value(key) == row.value(key) for key in keys)]
    dates = [_date(one.value(column)) for one in same]
    wanted = date.moved(count * step_of([one for one in dates if one is not None]))
    return next((one for one, when in zip(same, dates, strict=True) if when == wanted), wanted)


def date_of(table: Table, row: Row) -> PartialDate | None:
    """The row's date, or None where the table has no date column or the cell is empty."""
    return _date(row.value(table.date)) if table.date else None


def _date(value: Scalar) -> PartialDate | None:
    match value:
        case PartialDate():
            return value
        case Decimal():
            return PartialDate(int(value))
        case str():
            return PartialDate.parse(value)
    return None


def not_after(table: Table, rows: Sequence[Row], limit: PartialDate | None, *, begun: bool = False) -> list[Row]:
    """The rows whose date can be on or before `limit` (None: any date); rows without a date hold always.

    A period (a column of `type: period`) must have ended by then, since its figures are known only afterwards; with
    `begun` it is enough that it has begun.
    """
    if limit is None:
        return list(rows)
    ended = not begun and bool(table.date) and table.column(table.date).type == "period"
    dates = ((row, date_of(table, row)) for row in rows)
    return [row for row, date in dates if date is None or (date.last if ended else date.first) <= limit.last]


def latest(table: Table, rows: Sequence[Row]) -> list[Row]:
    """Those of the latest date: one row, or several where no date tells them apart."""
    ages = [(date.first, date.last) if (date := date_of(table, row)) else None for row in rows]
    known = [age for age in ages if age is not None]
    newest = max(known) if known else None
    return [row for row, age in zip(rows, ages, strict=True) if age == newest]


def latest_rows(table: Table, limit: PartialDate | None, rows: Sequence[Row] | None = None) -> tuple[Row, ...]:
    """For each key the latest row not after `limit` (None: the latest of all), in their order.

    `rows` are those to choose from; None: all of the table. Where it has no date column they come back as they are.
    """
    rows = table.rows if rows is None else rows
    if not table.date:
        return tuple(rows)
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in not_after(table, rows, limit):
        groups.setdefault(tuple(row.value(key) for key in table.key), []).append(row)
    kept = {id(row) for rows in groups.values() for row in latest(table, rows)}
    return tuple(row for row in rows if id(row) in kept)
