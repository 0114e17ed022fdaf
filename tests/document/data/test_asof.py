"""As of which day a value holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.dates import PartialDate
from reportgen.document.data.asof import as_of, as_of_row
from reportgen.document.data.records import fact_record, record
from reportgen.source.meta import Meta
from reportgen.source.model import Origin, Phrase
from tests.document.sample import DAMS, FACTS, TODAY

OWN, TABLES = PartialDate(2019), PartialDate(2018)


@pytest.mark.parametrize(
    ("own", "date", "tables", "expected"),
    [
        (OWN, "date", TABLES, OWN),
        (None, "date", TABLES, PartialDate(2010)),
        (None, "", TABLES, TABLES),
        (None, "", None, None),
    ],
)
def test_the_row_goes_before_its_date_and_that_before_the_table(
    own: PartialDate | None, date: str, tables: PartialDate | None, expected: PartialDate | None
) -> None:
    table, row = replace(DAMS, date=date, as_of=tables), replace(DAMS.rows[0], as_of=own)
    assert as_of_row(replace(table, rows=(row,)), row) == expected
    assert record(replace(table, rows=(row,)), row, "count").as_of == expected


def test_the_papers_date_holds_where_nothing_is_written() -> None:
    meta = Meta(Phrase("T"), facts_as_of=TODAY)
    assert as_of(fact_record(replace(FACTS["locks"], as_of=None)), meta) == TODAY
    assert as_of(fact_record(replace(FACTS["locks"], as_of=OWN)), meta) == OWN


def test_a_record_has_what_stands_in_the_file() -> None:
    fact = fact_record(replace(FACTS["locks"], unit="km", review_after=OWN))
    assert (fact.name, fact.raw, fact.unit, fact.review_after) == ("facts.locks", "3770", "km", OWN)
    cell = record(replace(DAMS, review_after=OWN), DAMS.rows[0], "count")
    assert (cell.name, cell.raw, cell.unit, cell.review_after) == ("dams.Elbe.count", "2", "", OWN)


def test_a_value_that_says_its_own_goes_before_its_row() -> None:
    row = replace(DAMS.rows[0], as_of=OWN, sources=("row",), origins={"count": Origin(("own",), TODAY)})
    found = record(replace(DAMS, rows=(row,)), row, "count")
    assert (found.as_of, found.sources) == (TODAY, ("own",))
    half = replace(row, origins={"count": Origin(as_of=TODAY)})
    assert record(replace(DAMS, rows=(half,)), half, "count").sources == ("row",)
