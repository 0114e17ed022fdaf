"""`where:` compares numbers, dates and declared values; text is taken as it stands."""

from __future__ import annotations

import pytest

from reportgen.document.data.select import Selector
from reportgen.problems import NOWHERE, Problems
from reportgen.source.model import Cell, Column, Phrase, Row, Table

AGES, STAGES = ("<5", "5-64", ">=65", "=x", "!a"), ("applied", "candidate", "member", "applied", "member")


def table() -> Table:
    columns = (Column("age", "Age"), Column("stage", "Stage", values=("applied", "candidate", "member")))
    rows = tuple(
        Row({"age": Cell(age, age), "stage": Cell(stage, stage)}, NOWHERE)
        for age, stage in zip(AGES, STAGES, strict=True)
    )
    return Table("t", "T", columns, rows)


def chosen(column: str, *wanted: str) -> tuple[list[object], list[str]]:
    problems = Problems()
    selected = Selector(table(), problems).select({Phrase(column): tuple(map(Phrase, wanted))})
    return [row.value("age") for row in selected.rows], [problem.message for problem in problems.found]


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [(">=65", [">=65"]), ("<5", ["<5"]), ("=x", ["=x"]), ("!a", ["!a"]), ("!=<5", ["5-64", ">=65", "=x", "!a"])],
)
def test_a_text_that_begins_with_a_sign_is_that_text(wanted: str, rows: list[str]) -> None:
    assert chosen("age", wanted) == (rows, [])


def test_text_has_no_order() -> None:
    assert chosen("age", ">=60")[1] == ["no row of 't' has age '>=60'"]


def test_declared_values_have_the_order_in_which_they_are_declared() -> None:
    assert chosen("stage", ">=candidate") == (["5-64", ">=65", "!a"], [])
    assert chosen("stage", "<member") == (["<5", "5-64", "=x"], [])
