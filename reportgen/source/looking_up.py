"""Columns of `lookup:`, which show values of another table by its key; the source and the date of each stay.

What a template looks up is the document room's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.problems import Problems, did_you_mean
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Cell, Column, Origin, Phrase, Row, Table
from reportgen.source.table_rows import LazyCells

Tables = Mapping[str, Table | None]
"""The tables by their names; None after a fault."""


def own_columns(entry: TableEntry) -> TableEntry:
    """The entry with the columns of the file alone."""
    return replace(entry, columns={name: one for name, one in entry.columns.items() if one.lookup is None})


def looked_up(entries: Mapping[Phrase, TableEntry], tables: Tables, problems: Problems) -> dict[str, Table | None]:
    """The tables, with what they look up in others behind the columns of their files; None where that is asked for
    wrongly."""
    found = dict(tables)
    for name, entry in entries.items():
        asked = [(at, one, one.lookup) for at, one in entry.columns.items() if one.lookup is not None]
        table, whole = found.get(name.text), True
        for at, column, lookup in asked:
            made = table and _Lookup(table, at, column, lookup, problems).table_with(tables, entries)
            table, whole = made or table, whole and made is not None
        found[name.text] = table if whole else None
    return found


@frozen
class _Lookup:
    """One column that is looked up, for `table`."""

    table: Table
    asked: Phrase
    entry: ColumnEntry
    lookup: Phrase
    problems: Problems

    @property
    def name(self) -> str:
        """What the column is called."""
        return " ".join(self.asked.text.split())

    def table_with(self, tables: Tables, entries: Mapping[Phrase, TableEntry]) -> Table | None:
        """The table with the column; None, with a problem unless it was told already, where none can be made."""
        name, _, column = self.lookup.text.partition(".")
        if name not in tables:
            self._wrong(f"there is no table '{name}'", did_you_mean(name, tables))
            return None
        other = tables[name]
        if other is None:
            return None
        column = column or self.name
        if column not in {one.name for one in other.columns}:
            far = next((one.lookup for at, one in _of(name, entries) if at.text == column), None)
            whence = far.text if far and "." in far.text else f"{far.text}.{column}" if far else ""
            hint = f"it is looked up itself: write lookup: {whence}" if whence else ""
            known = [one.name for one in other.columns]
            self._wrong(f"the table '{name}' has no column '{column}'", hint or did_you_mean(column, known))
            return None
        by = self._by(other)
        return self._joined(other, other.column(column), by) if by else None

    def _by(self, other: Table) -> tuple[str, ...]:
        """The columns of this table that hold the key of the other, and its date; (), with a problem, without them."""
        key = (*other.key, *([other.date] if other.date else []))
        names = tuple(one.text for one in self.entry.by) or key
        own = {one.name for one in self.table.columns if not one.looked_up}
        strange = next((name for name in names if name not in own), None)
        plain = replace(self.entry, title=None, missing="", lookup=None, by=()) == ColumnEntry()
        if not other.key:
            self._wrong(f"the table '{other.name}' has no key, by which a row could be found", "add key: to it")
        elif not plain:
            message = (
                f"'{self.name}' is looked up, so its type and all that belongs to it is that of '{self.lookup.text}'"
            )
            self._wrong(message, "leave out all but lookup:, by:, title: and missing:")
        elif len(names) != len(key):
            self._wrong(f"a row of '{other.name}' is found by {' and '.join(key)}", "name as many columns with by:")
        elif strange is not None:
            hint = f"name the column that holds it with by: (it has {', '.join(own)})"
            self._wrong(f"the table '{self.table.name}' has no column '{strange}'", hint)
        else:
            return names
        return ()

    def _wrong(self, message: str, hint: str) -> None:
        self.problems.add("table-column", self.lookup.place, message, hint)

    # --- the rows ------------------------------------------------------------------------------------------------
    def _joined(self, other: Table, column: Column, by: Sequence[str]) -> Table:
        key = (*other.key, *([other.date] if other.date else []))
        rows = {tuple(row.value(name) for name in key): row for row in reversed(other.rows)}
        title = self.entry.title if self.entry.title is not None else column.title
        missing = self.entry.missing or column.missing or other.missing
        shown = replace(
            column, name=self.name, title=title, missing=missing, sum=False, looked_up=f"{other.name}.{column.name}"
        )
        made = tuple(self._row(row, rows.get(tuple(map(row.value, by))), other, column.name) for row in self.table.rows)
        lost = [row for row in self.table.rows if tuple(map(row.value, by)) not in rows]
        self._tell([row for row in lost if any(row.cells[name].text for name in by)], by, other, rows.values())
        return replace(self.table, columns=(*self.table.columns, shown), rows=made)

    def _row(self, row: Row, found: Row | None, other: Table, column: str) -> Row:
        """The row with its value, which is empty where no row has its key."""
        assert isinstance(row.cells, LazyCells)
        cell = found.cells[column] if found else Cell(None, "", row.place)
        origins = {**row.origins, self.name: _origin(found, other, column)} if found else row.origins
        return replace(row, cells=row.cells.showing({self.name: cell}), origins=origins)

    def _tell(self, lost: Sequence[Row], by: Sequence[str], other: Table, known: Iterable[Row]) -> None:
        """Report rows of which the other table has none, the first with how many there are."""
        if not lost:
            return
        cell = lost[0].cells[by[0]]
        what = ", ".join(filter(None, (lost[0].cells[name].text for name in by)))
        more = f" (and {len(lost) - 1} more)" if len(lost) > 1 else ""
        message = f"the table '{other.name}', in which '{self.name}' is looked up, has no row for '{what}'{more}"
        names = [row.cells[other.key[0]].text for row in known] if len(by) == 1 else []
        hint = did_you_mean(what, names) or f"add it to {other.file}, or correct this one"
        self.problems.add("table-key", cell.place, message, hint)


def _of(name: str, entries: Mapping[Phrase, TableEntry]) -> Iterable[tuple[Phrase, ColumnEntry]]:
    """The columns that tables.yaml has for a table."""
    return next((entry.columns.items() for at, entry in entries.items() if at.text == name), ())


def _origin(row: Row, table: Table, column: str) -> Origin:
    """What is known of a value where it stands."""
    own = row.origins.get(column)
    day = (own.as_of if own else None) or row.as_of or next(_dates(row, table), None) or table.as_of
    name = ".".join((table.name, *(text for key in table.key if (text := row.cells[key].text)), column))
    return Origin(row.sources_of(column) or table.sources, day, name)


def _dates(row: Row, table: Table) -> Iterator[PartialDate]:
    match row.value(table.date) if table.date else None:
        case PartialDate() as day:
            yield day
        case Decimal() as year:
            yield PartialDate(int(year))
