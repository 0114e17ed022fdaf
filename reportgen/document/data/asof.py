"""As of which day a value holds. A record has the date that is written for it; where none is, the paper's holds."""

from __future__ import annotations

from reportgen.dates import PartialDate
from reportgen.document.data.dated import date_of
from reportgen.document.inlines import Record
from reportgen.source.meta import Meta
from reportgen.source.model import Row, Table


def as_of_row(table: Table, row: Row, column: str = "") -> PartialDate | None:
    """What is written: of the value in `column`, of the row (`as_of_column`), in the column that dates the rows, or of
    the table."""
    own = row.origins.get(column)
    return (own.as_of if own else None) or row.as_of or date_of(table, row) or table.as_of


def as_of(record: Record, meta: Meta) -> PartialDate | None:
    """The day that the listing of facts names and staleness is judged by; None where nobody has written one."""
    return record.as_of or meta.facts_as_of
