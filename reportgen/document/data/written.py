"""How a template writes a cell: `ferries.Oban.sailings`, `ferries.at("Oban", "2015-12-31").sailings`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.lookups import AT, RowView, TableView
from reportgen.document.data.shelf import Shelf, canonical
from reportgen.source.model import Row, Scalar


def written(shelf: Shelf, row: Row, column: str) -> str:
    """What stands in double braces for the cell of `row` in `column`; "" where no lookup gives that very value."""
    value = row.value(column)
    for name, found in _lookups(shelf, row):
        if found.item(column).value == value:
            return f"{name}.{column}" if column.isidentifier() else f'{name}["{column}"]'
    return ""


def _lookups(shelf: Shelf, row: Row) -> Iterator[tuple[str, RowView]]:
    """Ways to write a row of that key, the plainest first, with the row that they give."""
    table, view = shelf.table, TableView(shelf)
    keys = [row.value(key) for key in table.key]
    if not keys:
        return
    try:
        found = view.item(tuple(keys))
        if isinstance(found, RowView):
            yield _plainest(table.name, keys), found
    except Fault:
        pass
    day = canonical(row.value(table.date)) if table.date else ""
    if not day:
        return
    try:
        found = view.at(*keys, day)
    except Fault:
        return
    if isinstance(found, RowView):
        yield f"{table.name}.{AT}({', '.join([*map(_literal, keys), _literal(day)])})", found


def _plainest(name: str, keys: list[Scalar]) -> str:
    (first, *more) = keys
    if not more and isinstance(first, str) and first.isidentifier() and first != AT:
        return f"{name}.{first}"
    return f"{name}[{', '.join(map(_literal, keys))}]"


def _literal(value: Scalar) -> str:
    return canonical(value) if isinstance(value, Decimal) else f'"{canonical(value)}"'
