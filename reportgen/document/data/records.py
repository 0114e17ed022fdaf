"""Where values come from: the records of cells and facts."""

from __future__ import annotations

from reportgen.document.data.asof import as_of_row
from reportgen.document.inlines import Record
from reportgen.source.model import Fact, Row, Table

FACTS = "facts"
"""What the names of all facts begin with; those of a table's cells begin with the table's name."""


def record(table: Table, row: Row, column: str) -> Record:
    """Where a cell comes from: "ferries.Oban.sailings", its place, sources and date."""
    keys = [text for key in table.key if (text := row.cells[key].text)] or [str(_position(table, row))]
    own = row.origins.get(column)
    name = (own.record if own else "") or ".".join((table.name, *keys, column))
    cell = row.cells[column]
    return Record(
        name,
        cell.place,
        row.sources_of(column) or table.sources,
        as_of_row(table, row, column),
        cell.mark,
        cell.text,
        table.column(column).unit,
        table.review_after,
    )


def fact_record(fact: Fact) -> Record:
    """Where a fact comes from: "facts.population", its place, sources and date."""
    cell = fact.cell
    return Record(
        f"{FACTS}.{fact.name}",
        cell.place,
        fact.sources,
        fact.as_of,
        cell.mark,
        cell.text,
        fact.unit,
        fact.review_after,
    )


def _position(table: Table, row: Row) -> int:
    return row.number or next(number for number, other in enumerate(table.rows, 1) if other is row)
