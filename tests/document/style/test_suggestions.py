"""Which record a typed number certainly is: value, unit and what is said agree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.document.style.suggestions import Suggestions
from reportgen.language import words_for
from reportgen.source.model import Column, Fact
from tests.document.making import paper
from tests.document.sample import cell, table

AREAS = table(
    "areas",
    [Column("area", "Area"), Column("year", "Year", "year"), Column("average", "Average debt", "number", "£")],
    [["East Fenwick", Decimal(2023), Decimal(1138)], ["West Fenwick", Decimal(2023), Decimal(940)]],
    ["area", "year"],
)


def fact(name: str, value: str, unit: str = "", subject: str = "", measure: str = "") -> Fact:
    made = next(iter(paper("# A\n\nText.").facts.values()))
    return replace(
        made, name=name, cell=cell(Decimal(value), 1, 1), unit=unit, subject=subject, measure=measure, decimals=None
    )


FACTS = [
    fact("ran_out", "2", "million", "prepayment customers", "ran out of credit"),
    fact("owed", "3.8", "£bn"),
    fact("share", "12", "%", "households", "share in debt"),
    fact("ferries", "33"),
    fact("cost", "7575.65", "£m"),
    fact("beds", "30215"),
    fact("rate", "65.4", "%"),
    fact("volunteers", "3770", "people", "libraries", "volunteers"),
]


def only(text: str, beside: str = "") -> str:
    """What is proposed for the number in braces."""
    before, _, rest = text.partition("{")
    number, _, after = rest.partition("}")
    briefing = replace(paper("# A\n\nText."), facts={one.name: one for one in FACTS}, tables={"areas": AREAS})
    return Suggestions(briefing, words_for("en-GB")).only(number, before, after, beside)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In all {33} ferries sail.", "facts.ferries"),
        ("Last winter {2} million prepayment customers ran out of credit.", "facts.ran_out"),
        ("In the libraries {3,770} people volunteered.", "facts.volunteers"),
        ("They owed {£3.8}bn.", "facts.owed"),
        ("They owed {£3.8} billion.", "facts.owed"),
        ("Of households {12%} were in debt.", "facts.share"),
        ("Of households {12} per cent were in debt.", "facts.share"),
        ("It was {£7,575.65}m then.", "facts.cost"),
        ("It had {30,215} of them.", "facts.beds"),
        ("Debt in East Fenwick was {£1,138} on average in 2023.", 'areas["East Fenwick", 2023].average'),
    ],
)
def test_what_agrees_is_proposed(text: str, name: str) -> None:
    assert only(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "The price cap was {£1,138} in 2023.",
        "The price cap in East Fenwick was {£1,138} on average in 2022.",
        "Debt grew by {12%} in 2021.",
        "Para {2} of the schedule says so. Prepayment customers ran out.",
        "Of prepayment customers {2} ran out of credit.",
        "They owed {£3.8}m.",
        "They owed {3.8}.",
        "Of households in debt {12} moved.",
        "There were {33} trains. Ferries sail.",
        "It was {65.4%} then.",
        "It was {£7,575.65} then.",
        "{33}",
    ],
)
def test_a_coincidence_is_not(text: str) -> None:
    assert only(text) == ""


def test_a_figure_without_a_sentence_is_told_by_the_line_beside_it() -> None:
    assert (only("{33}", "ferries in 2024"), only("{33}", "trains in 2024")) == ("facts.ferries", "")


def test_two_records_that_agree_are_no_proposal() -> None:
    FACTS.append(fact("ferries_sold", "33"))
    try:
        assert only("In all {33} ferries sail.") == ""
    finally:
        FACTS.pop()
