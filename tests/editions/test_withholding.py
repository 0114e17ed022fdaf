"""A value that is suppressed now does not travel in the record of the edition before."""

from __future__ import annotations

from dataclasses import replace

from reportgen.editions.record import Snapshot
from reportgen.editions.withholding import withheld
from reportgen.marks import Mark
from reportgen.source.model import Cell, Table
from tests.document.sample import RIVERS


def record(table: Table) -> Snapshot:
    return Snapshot("rivers", "Rivers", "en-GB", tables=(table,))


def suppressing(column: str, at: int) -> Table:
    """The rivers, one of the values suppressed."""
    row = RIVERS.rows[at]
    hidden = replace(row, cells={**row.cells, column: Cell(None, "", mark=Mark.SUPPRESSED)})
    return replace(RIVERS, rows=(*RIVERS.rows[:at], hidden, *RIVERS.rows[at + 1 :]))


def test_what_is_suppressed_is_left_out_and_nothing_else() -> None:
    (found,) = withheld(record(RIVERS), {"rivers": suppressing("length", 1)}).tables
    assert (found.rows[1].cells["length"].text, found.rows[1].value("length")) == ("", None)
    assert found.rows[0] == RIVERS.rows[0]
    assert {name: cell for name, cell in found.rows[1].cells.items() if name != "length"} == {
        name: cell for name, cell in RIVERS.rows[1].cells.items() if name != "length"
    }


def test_a_record_without_such_values_stays_as_it_is() -> None:
    known = record(RIVERS)
    assert withheld(known, {"rivers": RIVERS}) is known
    assert withheld(known, {}) is known
