"""Tables and facts as templates look them up: `chapters.Montenegro.opened`, `t["Serbia", 2021].rate`, `facts.strength`.

Nothing here knows of Jinja; what is not found is a `Fault` with the nearest right name.
"""

from __future__ import annotations

from reportgen.dates import PartialDate
from reportgen.document.inlines import Record
from reportgen.document.values import Datum
from reportgen.language import Words
from reportgen.source.model import Row, Table


def record(table: Table, row: Row, column: str) -> Record:
    """Where a cell comes from: "chapters.Montenegro.opened", its place, sources and date."""
    raise NotImplementedError


def cell(table: Table, row: Row, column: str, words: Words) -> Datum:
    """A cell as a value: `str()` gives its words, `.node(place)` the inline."""
    raise NotImplementedError


def latest_rows(table: Table, limit: PartialDate | None) -> tuple[Row, ...]:
    """For each key the latest row not after `limit` (None: the latest of all), in the file's order.

    A table without a date column comes back as it is.
    """
    raise NotImplementedError
