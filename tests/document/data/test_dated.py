"""Rows that a date or a period tells apart: which holds, and which stand beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.document.templates.rendering import Templates
from reportgen.language import words_for
from reportgen.language.periods import period
from reportgen.source.model import Column, Fact, Scalar
from tests.document.rendering import render
from tests.document.sample import briefing, cell, table


def rows_of(port: str, *quarters: str) -> list[list[Scalar]]:
    return [[port, period(one), Decimal(at)] for at, one in enumerate(quarters, 10)]


TRADE = table(
    "trade",
    [Column("port", "Port"), Column("quarter", "Quarter", "period"), Column("tonnes", "Tonnes", "integer", "thousand")],
    [*rows_of("Oban", "2021 Q3", "2021 Q4", "2022 Q1", "2022 Q2"), *rows_of("Ayr", "2021 Q4", "2022 Q2")],
    ["port"],
    "quarter",
)
SPENDING = table(
    "spending",
    [Column("year", "Year", "period"), Column("sum", "Sum", "integer", "£bn")],
    [[period("2010-11"), Decimal(3)], [period("2011-12"), Decimal(4)], [period("2013-14"), Decimal(6)]],
    ["year"],
)
YEARS_TO = table(
    "crimes",
    [Column("until", "Until", "period"), Column("n", "N", "integer")],
    [[period(f"year ending {month}"), Decimal(at)] for at, month in enumerate(("Mar 2023", "Jun 2023", "Sep 2023"))],
    ["until"],
)
FACTS = {"quarter": Fact("quarter", cell(period("Q1 2024"), 1, 1), "period")}


def printed(text: str, language: str = "en-GB") -> str:
    templates = Templates(briefing((TRADE, SPENDING, YEARS_TO), FACTS), words_for(language))
    found = render(text, templates=templates)
    assert found.told == [] or [one.rule for one in found.problems] == ["unit-twice"]
    return found.text.translate(str.maketrans("\u00a0", " ", "⟨⟩"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ trade.Oban.quarter }}: {{ trade.Oban.tonnes }}", "2022 Q1: 12 thousand"),
        ("{{ trade.Ayr.quarter }}", "2021 Q4"),
        (
            "{% for row in trade | latest %}{{ row.port }} {{ row.quarter }}.{% endfor %}",
            "Oban 2022 Q1.Ayr 2021 Q4.",
        ),
        ('{{ trade.at("Oban", "2021 Q4").tonnes }}', "11 thousand"),
        ('{{ trade.at("Oban", "Q4 2021").tonnes }}', "11 thousand"),
        ('{{ trade.at("Oban", "2022-05-01").quarter }}', "2022 Q2"),
        ('{{ trade.at("Oban", "2021/22").quarter }}', "2022 Q1"),
        ("{{ trade.Oban.previous.tonnes }}", "11 thousand"),
        ("{{ (trade.Oban.tonnes - trade.Oban.previous.tonnes) | change }}", "+1 thousand"),
        ("{{ trade.Oban.next.quarter }}", "2022 Q2"),
        ('{{ spending["2010-11"].sum }} {{ spending["2010/11"].sum }}', "£3bn £3bn"),
        ('{{ spending["2010 to 2011"].next.sum }}', "£4bn"),
        ('{% if "2013-14" in spending and "2012/13" not in spending %}gap{% endif %}', "gap"),
        ('{% if spending["2010-11"].year < "2011-12" %}before{% endif %}', "before"),
        ('{% if facts.quarter == "2024Q1" %}same{% endif %}', "same"),
        ("{{ facts.quarter }} {{ facts.quarter.previous }} {{ facts.quarter + 3 }}", "2024 Q1 2023 Q4 2024 Q4"),
        ('{{ crimes["YE Jun 23"].previous.n }} {{ crimes["YE Jun 23"].next.until }}', "0 the year to September 2023"),
        ("{{ facts.quarter | words }}", "the first quarter of 2024"),
        (
            "{{ facts.quarter.start }} to {{ facts.quarter.end }}, {{ facts.quarter.year }}",
            "1 January 2024 to 31 March 2024, 2024",
        ),
    ],
)
def test_periods_are_looked_up_and_have_neighbours(text: str, words: str) -> None:
    assert printed(text) == words


def test_periods_speak_french() -> None:
    said = printed("{{ facts.quarter }}, {{ facts.quarter | words }}", "fr")
    assert said == "T1 2024, premier trimestre 2024"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{{ spending["2011-12"].next.sum }}', "the table 'spending' has no row of 2012/13, the next of this one"),
        ('{{ trade.at("Oban", "soon").tonnes }}', "'soon' is not a period"),
        ('{{ spending["2012-13"].sum }}', "the table 'spending' has no row whose year is '2012/13'"),
        ("{{ facts.quarter.month }}", "the value '2024 Q1' has no part called 'month'"),
        ("{{ facts.quarter + 0.5 }}", "'2024 Q1' can be moved by whole numbers only, not by '0.5'"),
    ],
)
def test_what_is_not_there_is_told(text: str, message: str) -> None:
    templates = Templates(briefing((TRADE, SPENDING), FACTS), words_for("en-GB"))
    assert [one.replace("\u00a0", " ") for *_, one in render(text, templates=templates).told] == [message]
