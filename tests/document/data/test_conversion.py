from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.document.data.conversion import factor, per
from reportgen.language import words_for
from reportgen.language.units import unit_of


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("£bn", "£m", "1000"),
        ("£ billion", "£ million", "1000"),
        ("£m", "£bn", "0.001"),
        ("GBP million", "£", "1000000"),
        ("p", "£", "0.01"),
        ("£m", "pence", "100000000"),
        ("million", "thousand", "1000"),
        ("thousand tonnes", "tonnes", "1000"),
        ("people", "million people", "0.000001"),
        ("people", "thousand", "0.001"),
        ("km", "m", "1000"),
        ("m", "kilometres", "0.001"),
        ("tonnes", "kg", "1000"),
        ("GWh", "TWh", "0.001"),
        ("ha", "km²", "0.01"),
        ("% of GDP", "% of GDP", "1"),
        ("%", "per cent", "1"),
        ("£ per head", "£m per head", "0.000001"),
    ],
)
def test_sizes_of_one_thing_are_converted(one: str, other: str, times: str) -> None:
    assert factor(unit_of(one), unit_of(other)) == Decimal(times)


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("M€", "Md€", "0.001"),
        ("Md€", "M€", "1000"),
        ("Mds€", "€", "1000000000"),
        ("k€", "€", "1000"),
        ("€", "k€", "0.001"),
        ("millions d'euros", "Md€", "0.001"),
        ("millions d’euros", "M€", "1"),
        ("milliards de dollars", "millions de dollars", "1000"),
        ("millions d'habitants", "habitants", "1000000"),
        ("milliers d’habitants", "habitants", "1000"),
        ("Mrd. €", "Mio. €", "1000"),
    ],
)
def test_sizes_in_the_words_and_the_order_of_another_language(one: str, other: str, times: str) -> None:
    words = words_for("fr-FR")
    assert factor(words.unit(one), words.unit(other)) == Decimal(times)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£bn", "$m"),
        ("£", "€"),
        ("km", "miles"),
        ("km", "kg"),
        ("%", "proportion"),
        ("%", "million"),
        ("million", "£m"),
        ("£", "£ per head"),
        ("people", "households"),
        ("hours", "days"),
        ("% of GDP", "%"),
        ("M€", "$"),
        ("M€", "€ per head"),
    ],
)
def test_what_is_no_size_of_the_same_is_in_doubt(one: str, other: str) -> None:
    assert factor(unit_of(one), unit_of(other)) is None


def test_one_for_each_of_something_keeps_its_size() -> None:
    assert per(unit_of("£m"), unit_of("£ per head")) == (Decimal(10) ** 6, "head")
    assert per(unit_of("km"), unit_of("m per day")) == (Decimal(1000), "day")
    assert per(unit_of("£m"), unit_of("£")) is None
