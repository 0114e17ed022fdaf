"""A value is put in words in one place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.dates import PartialDate
from reportgen.language import words_for
from reportgen.language.values import in_words, most_places, places, with_unit, without_unit

WORDS = words_for("en-GB")


@pytest.mark.parametrize(
    ("value", "kind", "unit", "decimals", "text"),
    [
        (None, "number", "%", 1, "–"),
        (True, "boolean", "", None, "Yes"),
        (PartialDate(2022, 3), "date", "", None, "Mar 2022"),
        (Decimal(2022), "year", "", None, "2022"),
        (2022.0, "year", "", None, "2022"),
        (Decimal("62.50"), "number", "%", None, "62.50%"),
        (1234.5, "number", "", 0, "1,235"),
        (1234.0, "integer", "£", None, "£1,234"),
        ("Elbe", "string", "km", 2, "Elbe"),
    ],
)
def test_a_value_in_words(value: object, kind: str, unit: str, decimals: int | None, text: str) -> None:
    assert in_words(value, WORDS, kind, unit, decimals) == text


def test_a_sentence_has_the_month_in_full() -> None:
    assert in_words(PartialDate(2022, 3), WORDS, "date", long_dates=True) == "March 2022"


def test_digits_after_the_point() -> None:
    assert [places(one) for one in (Decimal("1.50"), Decimal("1E+3"), 1.5, 2.0, 1 / 3, None, "1.5")] == [
        2,
        0,
        1,
        0,
        6,
        0,
        0,
    ]
    assert (most_places([Decimal("1.5"), None, Decimal("0.25")]), most_places([])) == (2, 0)


@pytest.mark.parametrize(
    ("title", "unit", "heading"),
    [
        ("Rate", "%", "Rate (%)"),
        ("Rate (%)", "%", "Rate (%)"),
        ("Rate (per cent)", "%", "Rate (per cent)"),
        ("Percentage of boats", "%", "Percentage of boats"),
        ("Cents", "%", "Cents (%)"),
        ("Rate (women)", "%", "Rate (women) (%)"),
        ("Damage", "£m", "Damage (£m)"),
        ("Damage (£ million)", "£m", "Damage (£ million)"),
        ("Damage (floods)", "£m", "Damage (floods) (£m)"),
        ("Length", "km", "Length (km)"),
        ("Length in km", "km", "Length in km"),
        ("Length (kilometres)", "km", "Length (kilometres)"),
        ("Minimum", "m", "Minimum (m)"),
        ("Boats", "", "Boats"),
    ],
)
def test_a_heading_says_its_unit_once(title: str, unit: str, heading: str) -> None:
    assert with_unit(title, unit) == heading


@pytest.mark.parametrize(
    ("title", "unit", "name"),
    [
        ("Domestic paid (£m)", "£m", "Domestic paid"),
        ("Paid (£ million)", "£m", "Paid"),
        ("Turnout (per cent)", "%", "Turnout"),
        ("Length (kilometres)", "km", "Length"),
        ("Spending (% of GDP)", "%", "Spending (% of GDP)"),
        ("Paid (England)", "£m", "Paid (England)"),
        ("Paid", "£m", "Paid"),
        ("Paid (£m)", "", "Paid (£m)"),
        ("(£m)", "£m", "(£m)"),
    ],
)
def test_beside_a_value_with_its_unit_a_name_has_none(title: str, unit: str, name: str) -> None:
    assert without_unit(title, unit) == name
