"""A value that is suppressed now does not travel in the record of the edition before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.record import SectionRecord, Snapshot
from reportgen.editions.withholding import withheld
from reportgen.marks import Mark
from reportgen.source.model import Cell, Fact, Table
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


def test_facts_and_what_texts_printed_of_them_are_left_out_too() -> None:
    text = "It has 17 boats and 17 crews."
    paragraph = ParagraphRecord(text, "It has ⟨facts.boats⟩ boats and ⟨facts.crews⟩ crews.")
    fact = Fact("boats", Cell(Decimal(17), "17"), "integer")
    section = SectionRecord("a", "", "A", "A", (paragraph,))
    known = replace(record(RIVERS), facts=(fact,), sections=(section,))
    now = replace(fact, name="ships", cell=Cell(None, "", mark=Mark.SUPPRESSED))
    found = withheld(known, {}, [now], {"ships": "boats"})
    assert (found.facts[0].cell.value, found.facts[0].cell.text) == (None, "")
    assert found.sections[0].paragraphs[0].text == "It has … boats and 17 crews."
    assert withheld(known, {}, [now]) == known
