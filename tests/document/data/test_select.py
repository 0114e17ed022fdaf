"""What `where:` compares, and what a chart is told of a column of text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.dates import PartialDate
from reportgen.document.data.select import Selector
from reportgen.language.periods import period
from reportgen.problems import Problems
from reportgen.source.model import Column, Phrase, Table
from tests.document.sample import table

AGES = table(
    "ages",
    [
        Column("age", "Age"),
        Column("stage", "Stage", values=("none", "some", "all")),
        Column("when", "When", "period"),
        Column("n", "N", "integer"),
    ],
    [
        ["<5", "all", period("2023 Q4"), Decimal(1)],
        ["5-64", "none", period("2024 Q1"), Decimal(2)],
        [">=65", "some", period("2024 Q2"), Decimal(3)],
        ["!=x", "some", None, None],
    ],
)


def chosen(of: Table, **where: str) -> tuple[list[Decimal | None], list[str]]:
    """The numbers of the rows, and what was told."""
    problems = Problems()
    condition = {Phrase(name): (Phrase(value),) for name, value in where.items()}
    rows = Selector(of, problems).select(condition).rows
    return [row.value("n") for row in rows], [f"{one.message} | {one.hint}" for one in problems.found]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("column", "wanted", "numbers"),
    [
        ("age", ">=65", [3]),
        ("age", "<5", [1]),
        ("age", "!=x", [None]),
        ("age", "5-64", [2]),
        ("age", "!=<5", [2, 3, None]),
        ("stage", ">=some", [1, 3, None]),
        ("stage", "<some", [2]),
        ("stage", "!=some", [1, 2]),
        ("when", ">=2024 Q1", [2, 3]),
        ("when", "Q1 2024", [2]),
        ("when", "2023/24", [1, 2]),
        ("when", "<2024", [1]),
        ("n", ">1.5", [2, 3]),
        ("n", "!=2", [1, 3, None]),
    ],
)
def test_only_what_has_an_order_is_compared(column: str, wanted: str, numbers: list[int | None]) -> None:
    assert chosen(AGES, **{column: wanted}) == (numbers, [])


@pytest.mark.parametrize(
    ("column", "wanted", "message"),
    [
        ("age", ">5", "no row of 'ages' has age '>5' | text is not compared"),
        ("stage", ">few", "no row of 'ages' has stage 'few' | there is only"),
        ("when", ">=soon", "when must be a period, not 'soon' | write it as 2024 Q1"),
    ],
)
def test_what_can_not_be_compared_is_told(column: str, wanted: str, message: str) -> None:
    (told,) = chosen(AGES, **{column: wanted})[1]
    assert told.startswith(message.partition(" | ")[0])
    assert "text is not compared" not in message or "text is not compared" in told


def test_text_of_periods_is_a_column_of_dates_to_a_chart_and_keeps_its_words() -> None:
    of = table("t", [Column("quarter", "Q"), Column("n", "N", "integer")], [["Q3 2023", Decimal(1)], ["Q1 2024", None]])
    data = Selector(of, Problems()).select().chart_data()
    assert data.info("quarter").type == "date"
    assert data["quarter"] == [period("2023 Q3"), period("2024 Q1")] and list(map(str, data["quarter"])) == [
        "Q3 2023",
        "Q1 2024",
    ]


def test_declared_periods_are_dates_to_a_chart_too() -> None:
    data = Selector(AGES, Problems()).select().chart_data()
    assert data.info("when").type == "date" and isinstance(data["when"][0], PartialDate)
    assert data.info("age").type == "string" and data["age"][0] == "<5"


def test_names_of_months_have_their_own_order() -> None:
    of = table("t", [Column("month", "M"), Column("n", "N", "integer")], [["Apr", Decimal(1)], ["May", Decimal(9)]])
    assert Selector(of, Problems()).select().chart_data().info("month").values == ("Apr", "May")


def test_the_label_names_the_rows_of_a_key_of_codes() -> None:
    columns = [Column("code", "Code"), Column("name", "Name"), Column("n", "N", "integer")]
    codes = table("areas", columns, [["E1", "Ny", Decimal(1)]])
    named = replace(codes, key=("code",), label="name")
    assert Selector(named, Problems()).select({}).row_names == ("name",)
    assert Selector(replace(named, label=""), Problems()).select({}).row_names == ("code",)
    assert Selector(replace(named, key=("code", "n")), Problems()).select({}).row_names == ("code", "n")
