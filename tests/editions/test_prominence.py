"""The changes that a reader looks for come first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.document.blocks import ChangesPlace, Paragraph, Section
from reportgen.document.inlines import Record, Text, Value
from reportgen.document.revision import ChangeLine
from reportgen.editions.compare import Change, Comparison
from reportgen.editions.prominence import by_importance, prominent
from reportgen.editions.record import Snapshot
from reportgen.editions.telling import Told, tell
from reportgen.language import words_for
from reportgen.problems import NOWHERE
from reportgen.source.model import Cell, Column, Row, Table
from tests.document.making import draft
from tests.editions.making import FILES, compared

COLUMNS = tuple(Column(name, name) for name in ("port", "date", "boats", "sailings"))
OBAN = Row({"port": Cell("Oban", "Oban"), **{name: Cell(None, "") for name in ("date", "boats", "sailings")}}, NOWHERE)
FERRIES = Table("ferries", "Ferries", COLUMNS, (OBAN,), ("port",), "date")


RECORD = Snapshot("ferries", "Ferries", "en", tables=(FERRIES,))
BOTH = Comparison(RECORD, RECORD, (), (), {})


def told(name: str, *changes: Change) -> Told:
    return Told(ChangeLine("", name, kind="added" if changes[0].kind == "added" else "value"), changes)


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
        ((), ["boats", "sailings", "fact", "rows", "column"]),
        (("ferries.sailings",), ["sailings", "boats", "fact", "rows", "column"]),
        (("facts.crew", "ferries"), ["fact", "boats", "sailings", "rows", "column"]),
    ],
)
def test_what_the_author_names_comes_before_what_the_first_chapter_says(
    first: tuple[str, ...], order: list[str]
) -> None:
    made = draft("# Summary\n\nWords.\n")
    summary = Section(1, (), "summary", (paragraph("ferries.Oban.boats"), ChangesPlace(first=first)))
    other = Section(1, (), "other", (paragraph("ferries.Oban.sailings"),))
    ranks = prominent(replace(made, sections=(summary, other)))
    assert [one.line.text for one in by_importance(LINES, ranks, BOTH)] == order


TABLES = FILES["data/tables.yaml"].replace("{title: NATO}", "{title: NATO, values: [Member, Partner]}")
STATUS = {**FILES, "data/tables.yaml": TABLES}
KOSOVO = (
    "The European Union and NATO: Kosovo added: chapters provisionally closed 0, declarations joined 20%, NATO “Member”"
)


def test_a_status_comes_first_then_another_order_and_new_rows_last(tmp_path: Path) -> None:
    """Of two numbers the one comes first that is now larger than another row's."""
    rows = "Montenegro,3,99,Member,2017,false\nSerbia,2,57,Partner,,true\n"
    now = "Kosovo,0,20,Member,,false\nMontenegro,3,98,Member,2017,false\nSerbia,4,57,Member,,true\n"
    found = compared(tmp_path, {"data/countries.csv": (rows, now)}, STATUS)
    lines = by_importance(tell(found, words_for("en-GB")), (), found)
    assert [f"{one.line.subject}: {one.line.text}".replace("\u00a0", " ") for one in lines] == [
        "Serbia: NATO, “Partner” to “Member”",
        "Serbia: chapters provisionally closed, 2 to 4",
        "Montenegro: declarations joined, 99% to 98%",
        KOSOVO,
    ]


def test_what_the_findings_say_comes_before_the_rest(tmp_path: Path) -> None:
    made = draft("# Summary\n\nWords.\n")
    findings = Section(2, (), "key", (paragraph("ferries.Oban.sailings"),), key_messages=True)
    ranks = prominent(replace(made, sections=(Section(1, (), "a", ()), Section(1, (), "b", (findings,)))))
    assert by_importance(LINES, ranks, BOTH)[0].line.text == "sailings"


CHART = """# A

Words.

::: chart x
kind: bars
data: dams
category: river
values: [count]
title: Most dams are on the Elbe
subtitle: Dams, two rivers, 2010
:::
"""


def test_what_a_chart_draws_comes_before_what_the_paper_shows_nowhere() -> None:
    *_, shown = prominent(draft(CHART))
    assert [shown(name) for name in ("dams.Elbe.count", "dams.Elbe.river", "facts.locks")] == [True, False, False]
