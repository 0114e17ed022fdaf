"""Facts and rows: their sources, their dates, when they are due, and what they say of one thing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from reportgen.dates import PartialDate
from reportgen.document import read
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.rules import RULES
from reportgen.source.model import Briefing, Cell, Fact, Row, Scalar, Table
from tests.document.making import paper
from tests.document.sample import DAMS, RIVERS

SHOWN = "It has {{ rivers.Elbe.items }}."
TABLE = "::: table t\ndata: rivers\n:::"
TIMELINE = "::: timeline\ndata: dams\ndate: date\ntext: river\n:::"
CHART = "::: chart c\nkind: bars\ndata: rivers\ncategory: name\nvalues: length\ntitle: One is longer\nsubtitle: x\n:::"


def fact(name: str, value: Scalar = Decimal(1), **changes: Any) -> Fact:
    given: dict[str, Any] = {
        "sources": ("survey",),
        "as_of": PartialDate(2021),
        "place": Place("facts.yaml", len(name)),
    }
    return Fact(name, Cell(value, str(value)), **{**given, **changes})


def told(made: Briefing, today: PartialDate | None = None) -> list[str]:
    """Rule and message of each warning of this module."""
    problems = read(made, words_for("en-GB"), today).problems
    rules = {rule for rule in RULES if rule.startswith("fact-")}
    return [f"{one.rule[5:]}: {one.message}" for one in sorted(problems) if one.rule in rules]


def with_facts(*facts: Fact, **meta: Any) -> Briefing:
    return replace(paper("# A\n\nText.", **meta), facts={one.name: one for one in facts})


def with_table(table: Table, text: str = SHOWN, **meta: Any) -> Briefing:
    made = paper(f"# A\n\n{text}", **meta)
    return replace(made, facts={}, tables={**made.tables, table.name: table})


def bare(table: Table, *lines: int) -> Table:
    """The table without sources and dates, in the rows of these lines (default: in all)."""

    def stripped(row: Row) -> Row:
        return replace(row, sources=(), as_of=None) if row.place.line in lines or not lines else row

    return replace(table, sources=(), as_of=None, rows=tuple(map(stripped, table.rows)))


def test_a_fact_has_a_source_and_a_date() -> None:
    lacking = fact("count", sources=(), as_of=None)
    assert told(with_facts(lacking, facts_as_of=None)) == [
        "undated: the fact 'count' has no date",
        "unsourced: the fact 'count' has no source",
    ]
    assert told(with_facts(lacking)) == ["unsourced: the fact 'count' has no source"]
    assert told(with_facts(fact("count"), facts_as_of=None)) == []


@pytest.mark.parametrize("text", [SHOWN, TABLE, CHART])
def test_a_table_that_is_shown_has_a_source_and_a_date(text: str) -> None:
    assert told(with_table(bare(RIVERS), text, facts_as_of=None)) == [
        "undated: the table 'rivers' has no date",
        "unsourced: the table 'rivers' has no source",
    ]


def test_a_timeline_shows_its_table_and_its_dates() -> None:
    assert told(with_table(bare(DAMS), TIMELINE, facts_as_of=None)) == ["unsourced: the table 'dams' has no source"]


def test_a_table_that_is_not_shown_is_left_alone() -> None:
    assert told(with_table(bare(RIVERS), "Text.")) == []


def test_the_first_row_without_a_source_is_told_if_it_is_shown() -> None:
    found = read(with_table(bare(RIVERS, 3, 4), TABLE), words_for("en-GB")).problems
    places = [str(one.place) for one in found if one.rule == "fact-unsourced"]
    assert places == ["data/rivers.csv:3:1"]
    assert told(with_table(bare(RIVERS, 3, 4), SHOWN)) == []


@pytest.mark.parametrize(
    ("review", "days", "stale"),
    [
        ("2022-03-31", {"updated": "2022-04-01"}, "this paper is of 2022-04-01"),
        ("2022-03-31", {"updated": "2022-03-31"}, ""),
        ("2022-03", {"updated": "2022-03-31"}, ""),
        ("2022-03", {"updated": "2022-04"}, "this paper is of 2022-04"),
        ("2022", {"updated": "2022-12-31"}, ""),
        ("2022-05", {"updated": "2022"}, ""),
        ("2022-03", {"published": "2022-05-01"}, "this paper is of 2022-05-01"),
        ("2022-03", {"published": "2022-05-01", "updated": "2022-05-02"}, "this paper is of 2022-05-02"),
        ("2022-03", {"facts_as_of": "2022-05-01"}, "this paper is of 2022-05-01"),
        ("2022-03", {"facts_as_of": None}, ""),
        ("2022-04", {"updated": "2022-04-01", "today": "2022-06-01"}, "today is 2022-06-01"),
        ("2022-03", {"updated": "2022-06-01", "today": "2022-03-01"}, ""),
    ],
)
def test_a_fact_is_stale_once_its_day_is_past(review: str, days: dict[str, str | None], stale: str) -> None:
    dates = {name: PartialDate.parse(day) if day else None for name, day in days.items()}
    today = dates.pop("today", None)
    made = with_facts(fact("count", review_after=PartialDate.parse(review)), **dates)
    message = f"stale: the fact 'count' (1) was to be looked up again after {review}, and {stale}"
    assert told(made, today) == ([message] if stale else [])


def test_facts_of_one_thing_say_the_same() -> None:
    one = fact("one", Decimal(5), subject="Rain", measure="days ", unit="d")
    other = replace(one, name="other", cell=Cell(Decimal(6), "6"), subject=" rain")
    said = "the fact 'other' says 6, and 'one' (facts.yaml:3:1) says 5 of the same subject, measure and date"
    assert told(with_facts(one, other)) == [f"contradiction: {said}"]


@pytest.mark.parametrize(
    "changes",
    [
        {"cell": Cell(Decimal("5.0"), "5.0")},
        {"subject": "snow"},
        {"measure": ""},
        {"unit": "%"},
        {"as_of": PartialDate(2020)},
    ],
)
def test_facts_that_do_not_contradict(changes: dict[str, Any]) -> None:
    one = fact("one", Decimal(5), subject="rain", measure="days")
    other = replace(one, **{"name": "other", "cell": Cell(Decimal(6), "6"), **changes})
    assert told(with_facts(one, other)) == []
