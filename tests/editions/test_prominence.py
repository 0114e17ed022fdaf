"""The changes that a reader looks for come first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document.blocks import Changes, Paragraph, Section
from reportgen.document.inlines import Record, Text, Value
from reportgen.document.revision import ChangeLine
from reportgen.editions.compare import Change
from reportgen.editions.prominence import by_prominence, prominent
from reportgen.editions.telling import Told
from reportgen.problems import NOWHERE
from reportgen.source.model import Cell, Column, Row, Table
from tests.document.making import draft

COLUMNS = tuple(Column(name, name) for name in ("port", "date", "boats", "sailings"))
OBAN = Row({"port": Cell("Oban", "Oban"), **{name: Cell(None, "") for name in ("date", "boats", "sailings")}}, NOWHERE)
FERRIES = Table("ferries", "Ferries", COLUMNS, (OBAN,), ("port",), "date")


def told(name: str, *changes: Change) -> Told:
    return Told(ChangeLine("", name), changes)


LINES = (
    told("fact", Change("changed", key=("crew",))),
    told("rows", *[Change("added", "ferries", ("Oban", "2021"))] * 4),
    told("boats", Change("changed", "ferries", ("Oban", "2021"), "boats", new_row=OBAN)),
    told("sailings", Change("changed", "ferries", ("Oban", "2021"), "sailings", new_row=OBAN)),
    told("column", Change("added", "ferries", (), "harbour")),
)


def paragraph(name: str) -> Paragraph:
    return Paragraph((Text("There are "), Value("3", (Record(name, NOWHERE),))))


@pytest.mark.parametrize(
    ("first", "order"),
    [
        ((), ["boats", "fact", "rows", "sailings", "column"]),
        (("ferries.sailings",), ["sailings", "boats", "fact", "rows", "column"]),
        (("facts.crew", "ferries"), ["fact", "boats", "sailings", "rows", "column"]),
    ],
)
def test_what_the_author_names_comes_before_what_the_first_chapter_says(
    first: tuple[str, ...], order: list[str]
) -> None:
    made = draft("# Summary\n\nWords.\n")
    summary = Section(1, (), "summary", (paragraph("ferries.Oban.boats"), Changes(first=first)))
    other = Section(1, (), "other", (paragraph("ferries.Oban.sailings"),))
    ranks = prominent(replace(made, sections=(summary, other)))
    assert [one.line.text for one in by_prominence(LINES, ranks, [FERRIES])] == order
