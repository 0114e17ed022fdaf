"""The cells and facts that a part of a paper rests on, as plain data: the name of each record with its value.

A name says which record it is wherever the record stands in its file: "ferries.Oban.sailings", "facts.population". Of
several rows with one key, as in a table with dates, the date tells them apart: "ferries.Oban.2021-06-30.sailings".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from unicodedata import normalize

from reportgen.document.data.records import FACTS
from reportgen.document.data.select import Selected
from reportgen.document.data.shelf import canonical
from reportgen.document.inlines import Value
from reportgen.frozen import frozen
from reportgen.problems import Place
from reportgen.source import model
from reportgen.source.model import Briefing, Column, Row, Table

_CUT = "…"
_LONGEST_NAME = 60
"""Letters of a row's name; a table without a key may have whole sentences in its first column."""


@frozen
class DataCell:
    """A cell of a table by the place of its row and its column; of a fact, `table` is "" and `column` its name."""

    table: str
    row: Place
    column: str


class DataNames:
    """Finds and names the data of one briefing."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    def selected(self, selected: Selected) -> tuple[DataCell, ...]:
        """The cells that a block shows; one that is looked up is that of the other table."""
        cells = (self._shown(selected.table, row, column) for row in selected.rows for column in selected.columns)
        return tuple(cell for cell in cells if cell)

    def _shown(self, table: Table, row: Row, column: Column) -> DataCell | None:
        if not column.looked_up:
            return DataCell(table.name, row.place, column.name)
        return self._by_place.get((column.looked_up.partition(".")[0], row.cells[column.name].place))

    def behind(self, values: Iterable[Value]) -> tuple[DataCell, ...]:
        """The cells and facts that values come from."""
        known = self._by_place
        found = ((record.table, record.place) for value in values for record in value.records)
        return tuple(known[key] for key in found if key in known)

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, Place], DataCell]:
        """Every cell by its table and its place: two sheets of a workbook have the same places."""
        facts = {
            (FACTS, fact.cell.place): DataCell("", fact.cell.place, name) for name, fact in self._briefing.facts.items()
        }
        cells = {
            (table.name, cell.place): DataCell(table.name, row.place, column)
            for table in self._briefing.tables.values()
            for row in table.rows
            for column, cell in row.cells.items()
        }
        return {**facts, **cells}

    def named(self, cells: Iterable[DataCell]) -> dict[str, str]:
        """The value of each cell by its name, each once, as the author would write it."""
        chosen = dict.fromkeys(cells)
        found: dict[str, str] = {}
        for name in dict.fromkeys(cell.table for cell in chosen):
            own = [cell for cell in chosen if cell.table == name]
            found.update(self._of_table(self._briefing.tables[name], own) if name else self._of_facts(own))
        return found

    def _of_facts(self, cells: Sequence[DataCell]) -> Iterator[tuple[str, str]]:
        for cell in cells:
            yield f"{FACTS}.{cell.column}", _value(self._briefing.facts[cell.column].cell)

    def _of_table(self, table: Table, cells: Sequence[DataCell]) -> Iterator[tuple[str, str]]:
        """A cell that its row is named by is no value of its own where the row has others."""
        wanted, naming = {cell.row for cell in cells}, _naming(table)
        rows = {row.place: row for row in table.rows if row.place in wanted}
        names = _told_apart(table, rows)
        with_values = {cell.row for cell in cells if cell.column not in naming}
        for cell in cells:
            if cell.column not in naming or cell.row not in with_values or _CUT in names[cell.row]:
                yield f"{table.name}.{names[cell.row]}.{cell.column}", _value(rows[cell.row].cells[cell.column])


def _naming(table: Table) -> tuple[str, ...]:
    """The columns that name a row: the key's, else the label's or the first. Its number would change with the order."""
    return table.key or (table.label or table.columns[0].name,)


def _told_apart(table: Table, rows: Mapping[Place, Row]) -> dict[Place, str]:
    """A name for each of some rows: with its date where one key has several, with a number where that is not enough."""
    names = {place: _name(table, row) for place, row in rows.items()}
    if table.date and len({*names.values()}) < len(names):
        names = {place: f"{names[place]}.{row.cells[table.date].text or '–'}" for place, row in rows.items()}
    count: dict[str, int] = {}
    for place, name in names.items():
        count[name] = count.get(name, 0) + 1
        names[place] = f"{name} ({count[name]})" if count[name] > 1 else name
    return names


def _name(table: Table, row: Row) -> str:
    name = ".".join(text for column in _naming(table) if (text := _line(row.cells[column].text))) or "–"
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}{_CUT}"


def _value(cell: model.Cell) -> str:
    """The value with its mark; numbers in their shortest form, so that 36.0 and 36 are the same."""
    return " ".join(filter(None, (_line(canonical(cell.value)), cell.mark and cell.mark.sign)))


def _line(text: str) -> str:
    """As it comes back from a file: on one line, and composed, which the text of a spreadsheet may not be."""
    return " ".join(normalize("NFC", text).split())
