from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.document.data.conversion import factor, per
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
    ],
)
def test_what_is_no_size_of_the_same_is_in_doubt(one: str, other: str) -> None:
    assert factor(unit_of(one), unit_of(other)) is None


def test_one_for_each_of_something_keeps_its_size() -> None:
    assert per(unit_of("£m"), unit_of("£ per head")) == (Decimal(10) ** 6, "head")
    assert per(unit_of("km"), unit_of("m per day")) == (Decimal(1000), "day")
    assert per(unit_of("£m"), unit_of("£")) is None
