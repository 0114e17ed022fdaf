"""A unit is taken apart, and every part of it reaches the reader."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.language import words_for
from reportgen.language.units import Unit, alike, says, unit_of

EN, FR = words_for("en-GB"), words_for("fr-FR")


@pytest.mark.parametrize(
    ("unit", "english", "french"),
    [
        ("million", "2.5 million", "2,5 millions"),
        ("millions", "2.5 million", "2,5 millions"),
        ("bn", "2.5bn", "2,5 bn"),
        ("thousand", "2.5 thousand", "2,5 thousand"),
        ("000s", "2.5 thousand", "2,5 milliers"),
        ("1,000 tonnes", "2.5 thousand tonnes", "2,5 milliers tonnes"),
        ("1000s", "2.5 thousand", "2,5 milliers"),
        ("m", "2.5m", "2,5 m"),
        ("k", "2.5k", "2,5 k"),
        ("m people", "2.5m people", "2,5 m people"),
        ("million people", "2.5 million people", "2,5 millions people"),
        ("per cent", "2.5 per cent", "2,5 per cent"),
        ("%", "2.5%", "2,5 %"),
        ("% of GDP", "2.5% of GDP", "2,5 % of GDP"),
        ("percentage points", "2.5 percentage points", "2,5 percentage points"),
        ("p", "2.5p", "2,5 p"),
        ("pence", "2.5 pence", "2,5 pence"),
        ("per 1,000", "2.5 per 1,000", "2,5 per 1,000"),
        ("US$", "US$2.5", "2,5 US$"),
        ("A$ million", "A$2.5 million", "2,5 millions A$"),
        ("EUR million", "EUR 2.5 million", "2,5 millions EUR"),
        ("M€", "2.5 M€", "2,5 M€"),
        ("°C", "2.5°C", "2,5 °C"),
        ("£ per head", "£2.5 per head", "2,5 £ per head"),
        ("£/head", "£2.5/head", "2,5 £/head"),
        ("£m per year", "£2.5m per year", "2,5 £m per year"),
        ("£ billion", "£2.5 billion", "2,5 billions £"),
        ("£000", "£2.5 thousand", "2,5 milliers £"),
        ("m/s", "2.5 m/s", "2,5 m/s"),
        ("kg", "2.5 kg", "2,5 kg"),
        ("km²", "2.5 km²", "2,5 km²"),
        ("widgets", "2.5 widgets", "2,5 widgets"),
    ],
)
def test_no_unit_is_lost(unit: str, english: str, french: str) -> None:
    printed = [words.quantity(Decimal("2.5"), unit) for words in (EN, FR)]
    assert [text.replace("\u00a0", " ") for text in printed] == [english, french]


def test_a_language_has_its_own_words_of_size() -> None:
    assert [FR.quantity(Decimal(one), "milliards") for one in ("1.5", "2")] == ["1,5\u00a0milliard", "2\u00a0milliards"]
    assert FR.quantity(2, "billion") == "2\u00a0billions", "a French billion is no English one"


def test_a_line_never_ends_between_number_and_unit() -> None:
    assert EN.quantity(3, "£ billion") == "£3\u00a0billion"
    assert EN.quantity(3, "per 1,000") == "3\u00a0per\u00a01,000"
    assert EN.quantity(3, "kg of carbon dioxide per head") == "3\u00a0kg of carbon dioxide per head"
    assert EN.quantity(-3, "km") == "\u22123\u00a0km"


def test_the_parts_of_a_unit() -> None:
    assert unit_of(" £  million per year ") == Unit("£", "million", rest="per year")
    assert unit_of("US$bn") == Unit("US$", short="bn")
    assert unit_of("mm") == Unit(rest="mm")


@pytest.mark.parametrize(
    ("title", "unit", "said"),
    [
        ("Debt (£)", "£bn", False),
        ("Debt, £ billion", "£bn", True),
        ("Debt (£bn)", "£ billion", True),
        ("Debt (end of year)", "million", False),
        ("Debt, millions", "million", True),
        ("Rate (all ages)", "per 1,000", False),
        ("Length (kilometres)", "km", True),
        ("Spending (£ per head)", "£ per head", True),
        ("Spending (£)", "£ per head", False),
    ],
)
def test_a_title_says_a_unit_only_if_it_says_all_of_it(title: str, unit: str, said: bool) -> None:
    assert says(title, unit) is said


def test_spellings_of_one_unit() -> None:
    assert alike("m", "million") and alike("m", "Metres") and alike("per\u00a0cent", "%") and alike("people", "People")
    assert not alike("km", "miles") and not alike("million", "billion")
