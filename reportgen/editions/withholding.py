"""What a paper must not carry of the edition before: values that it suppresses, in the record that it compares with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.document.data.lookups import canonical
from reportgen.editions.compare import identity
from reportgen.editions.record import Snapshot
from reportgen.marks import Mark
from reportgen.source.model import Cell, Row, Table


def withheld(record: Snapshot, tables: Mapping[str, Table]) -> Snapshot:
    """The record without the values of cells that `tables` have suppressed since; the same where there are none."""
    changed = tuple(_table(table, tables.get(table.name)) for table in record.tables)
    return record if changed == record.tables else replace(record, tables=changed)


def _table(old: Table, new: Table | None) -> Table:
    names = identity(old, new) if new is not None else None
    if new is None or not names:
        return old
    hidden = {_key(row, names): found for row in new.rows if (found := _suppressed(row))}
    rows = tuple(_row(row, hidden.get(_key(row, names), frozenset())) for row in old.rows)
    return replace(old, rows=rows)


def _row(row: Row, hidden: frozenset[str]) -> Row:
    cells = {
        name: replace(cell, value=None, text="", mark=None) if name in hidden and cell.value is not None else cell
        for name, cell in row.cells.items()
    }
    return replace(row, cells=cells)


def _suppressed(row: Row) -> frozenset[str]:
    return frozenset(name for name, cell in row.cells.items() if _is_suppressed(cell))


def _is_suppressed(cell: Cell) -> bool:
    return cell.mark is Mark.SUPPRESSED


def _key(row: Row, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(canonical(row.value(name)) for name in names)
