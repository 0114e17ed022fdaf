"""Which rows of two records are the same: by the key of their table, and the date where it has dates."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.data.shelf import canonical
from reportgen.source.model import Row, Table


def identity(old: Table, new: Table) -> tuple[str, ...] | None:
    """The columns by which the rows of both are matched, the key's and the date's; () where they have no key.

    None where the key is another one, so that no row of the one is a row of the other.
    """
    if not (old.key and new.key):
        return ()
    wanted = (*new.key, *((new.date,) if new.date and new.date not in new.key else ()))
    if all(_tells_apart(table, wanted) for table in (old, new)):
        return wanted
    return None


def _tells_apart(table: Table, columns: Sequence[str]) -> bool:
    """Whether the table has these columns, and no two rows with the same values in them."""
    if not set(columns) <= {column.name for column in table.columns}:
        return False
    keys = [key_of(row, columns) for row in table.rows]
    return len(set(keys)) == len(keys)


def key_of(row: Row, names: Sequence[str]) -> tuple[str, ...]:
    """The values of a row in these columns, in their plain form."""
    return tuple(canonical(row.value(name)) for name in names)
