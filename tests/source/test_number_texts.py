"""Numbers as people and programs write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.source.number_texts import Doubt, decimal_sign, no_number, parts_of, value_of


@pytest.mark.parametrize(
    ("text", "sign", "value", "unit"),
    [
        ("1,234", ".", "1234", ""),
        ("1,234,567.5", ".", "1234567.5", ""),
        ("1 234", ".", "1234", ""),
        ("1\u202f234,5", ",", "1234.5", ""),
        ("1'234.5", ".", "1234.5", ""),
        ("1.234,5", ",", "1234.5", ""),
        ("−2", ".", "-2", ""),
        ("(1,234)", ".", "-1234", ""),
        ("-£5", ".", "-5", "£"),
        ("12%", ".", "12", "%"),
        ("12 per cent", ".", "12", "per cent"),
        ("£1.2bn", ".", "1.2", "£bn"),
        ("US$ 5 million", ".", "5", "US$ million"),
        ("5 €", ".", "5", "€"),
        ("1.5e3", ".", "1500", ""),
        (".5", ".", "0.5", ""),
    ],
)
def test_a_number_has_digits_a_sign_and_a_unit(text: str, sign: str, value: str, unit: str) -> None:
    parts = parts_of(text)
    assert parts is not None
    assert (value_of(parts, sign), parts.unit.written) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["<5", "2023/24", "2024-25", "10-12", "c. 12", "5*", "-", "12/03/2024", "a1", "(5", "- -5", "5-", "7 -"]
)
def test_what_is_no_number(text: str) -> None:
    assert parts_of(text) is None


@pytest.mark.parametrize("text", ["1,2,3", "12,34,567", "1.2.3", "1 23"])
def test_groups_of_other_lengths_are_no_thousands(text: str) -> None:
    parts = parts_of(text)
    assert parts is None or (value_of(parts, "."), value_of(parts, ",")) == (None, None)


@pytest.mark.parametrize(
    ("digits", "likely", "sign"),
    [
        (["1,234", "5"], False, "."),
        (["1,234", "1,5"], False, ","),
        (["1.234,5"], False, ","),
        (["1,234.5"], True, "."),
        (["1,234,567"], True, "."),
        (["0,123"], False, ","),
        (["1234,567"], False, ","),
        (["12", "7"], True, "."),
    ],
)
def test_a_column_tells_its_decimal_sign(digits: list[str], likely: bool, sign: str) -> None:
    assert decimal_sign(digits, commas_likely=likely) == sign


@pytest.mark.parametrize(("digits", "likely"), [(["1,234"], True), (["1.234"], True), (["1.5", "1,5"], False)])
def test_a_column_that_tells_nothing_is_in_doubt(digits: list[str], likely: bool) -> None:
    assert isinstance(decimal_sign(digits, commas_likely=likely), Doubt)


@pytest.mark.parametrize(("text", "digits"), [("½", "0.5"), ("1½", "1.5"), ("3 ¼", "3.25")])
def test_a_fraction_is_written_in_digits(text: str, digits: str) -> None:
    assert parts_of(text) is None and no_number(text).hint == f"write it in digits: {digits}"


@pytest.mark.parametrize(
    "text", ["€" + " " * 300 + "1,234", "(" + " \n" * 100 + "5" + " " * 300 + "%)", "  \t  12" + " " * 9]
)
def test_white_that_pads_a_number_is_one_space(text: str) -> None:
    found = parts_of(text)
    assert found is not None
    assert found.digits in {"1,234", "5", "12"}


def test_a_text_of_white_is_no_number() -> None:
    assert parts_of("a" + " \n" * 5_000 + "b") is None
    assert parts_of("1" + " " * 200 + "2") is None
