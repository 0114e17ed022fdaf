from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.dates import PartialDate
from reportgen.language import UnknownLanguage, Words, words_for

EN, FR = words_for("en-GB"), words_for("fr")
NARROW, NO_BREAK, MINUS = "\u202f", "\u00a0", "\u2212"


def test_numbers_are_grouped_with_a_true_minus() -> None:
    assert EN.number(Decimal("-1234567.50")) == f"{MINUS}1,234,567.50"
    assert FR.number(Decimal("-1234567.50")) == f"{MINUS}1{NARROW}234{NARROW}567,50"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, f"{MINUS}3"),
        (-0.4, 0, "0"),
        (2.0, None, "2"),
        (0.1 + 0.2, None, "0.3"),
    ],
)
def test_halves_are_rounded_away_from_zero_and_floats_read_well(value: float, decimals: int | None, text: str) -> None:
    assert EN.number(value, decimals) == text


def test_percent_and_currency_stand_where_the_language_has_them() -> None:
    assert (EN.percent(62), FR.percent(62)) == ("62%", f"62{NO_BREAK}%")
    assert (EN.quantity(Decimal("3.5"), "€"), FR.quantity(Decimal("3.5"), "€")) == ("€3.5", f"3,5{NO_BREAK}€")
    assert EN.quantity(-3, "£bn") == f"{MINUS}£3bn"
    assert EN.quantity(3, "€ million") == f"€3{NO_BREAK}million"
    assert EN.quantity(3770, "troops") == f"3,770{NO_BREAK}troops"


@pytest.mark.parametrize(
    ("written", "english", "french", "brief"),
    [
        ("2022-03-31", "31\u00a0March 2022", "31\u00a0mars 2022", "31\u00a0Mar 2022"),
        ("2022-03-01", "1\u00a0March 2022", "1er\u00a0mars 2022", "1\u00a0Mar 2022"),
        ("2022-03", "March 2022", "mars 2022", "Mar 2022"),
        ("2022", "2022", "2022", "2022"),
    ],
)
def test_dates_are_as_exact_as_their_source(written: str, english: str, french: str, brief: str) -> None:
    day = PartialDate.parse(written)
    assert (EN.date(day), FR.date(day), EN.short_date(day)) == (english, french, brief)


def test_month_leaves_the_day_out() -> None:
    assert EN.month(PartialDate(2022, 3, 31)) == "March 2022"


def test_ordinals_and_what_is_too_long_for_words() -> None:
    assert [EN.ordinal(number) for number in (1, 2, 3, 4, 11, 22)] == ["1st", "2nd", "3rd", "4th", "11th", "22nd"]
    assert [FR.ordinal(number) for number in (1, 2)] == ["1er", "2e"]
    assert EN.spelled(10**15) == "1,000,000,000,000,000"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0, "zero", "zéro"),
        (-21, "minus twenty-one", "moins vingt et un"),
        (33, "thirty-three", "trente-trois"),
        (71, "seventy-one", "soixante et onze"),
        (77, "seventy-seven", "soixante-dix-sept"),
        (80, "eighty", "quatre-vingts"),
        (81, "eighty-one", "quatre-vingt-un"),
        (161, "one hundred and sixty-one", "cent soixante et un"),
        (200, "two hundred", "deux cents"),
        (1001, "one thousand and one", "mille un"),
        (21_380, "twenty-one thousand, three hundred and eighty", "vingt et un mille trois cent quatre-vingts"),
        (80_200, "eighty thousand, two hundred", "quatre-vingt mille deux cents"),
        (200_000_012, "two hundred million and twelve", "deux cents millions douze"),
        (1_080_000_100, "one billion, eighty million, one hundred", "un milliard quatre-vingts millions cent"),
        (500 * 10**12, "five hundred trillion", "cinq cents billions"),
    ],
)
def test_numbers_in_words(value: int, english: str, french: str) -> None:
    assert (EN.spelled(value), FR.spelled(value)) == (english, french)


def test_lists_and_quotations() -> None:
    assert (EN.listing(["a", "b", "c"]), FR.listing(["a", "b", "c"])) == ("a, b and c", "a, b et c")
    assert (EN.listing([]), EN.quoted("x"), FR.quoted("x")) == ("", "“x”", f"«{NARROW}x{NARROW}»")


def test_plural_follows_count() -> None:
    assert [FR.say("cover.author", count=count) for count in (1, 2)] == ["Auteur", "Auteurs"]


def test_braces_in_a_value_are_text() -> None:
    assert EN.say("labels.titled", label="{a}", title="b") == "{a}: b"


def test_french_spaces_are_narrow_and_do_not_break() -> None:
    assert FR.say("labels.titled", label="a", title="b") == f"a{NARROW}: b"


def test_letters_after_a_number_are_raised_in_french() -> None:
    text = "1er mars, 12e ; 3em, 1e3, f27e, x2e"
    found = [(match.start("letters"), match["letters"]) for match in FR.raised.finditer(text)]
    assert found == [(1, "er"), (12, "e")]
    assert not EN.raised.search("1st 1er")


def test_an_authors_text_gets_the_spaces_of_its_signs() -> None:
    assert FR.typeset("« Oui ! » ; non : 12:30") == f"«{NARROW}Oui{NARROW}!{NARROW}»{NARROW}; non{NARROW}: 12:30"
    assert EN.typeset("« Oui ! » : x") == "« Oui ! » : x"


def test_a_number_keeps_to_the_sign_of_its_unit() -> None:
    held = "20\u00a0°C, 5\u00a0km, 40\u00a0%, 3\u00a0m², 7\u00a0MWh, 90\u00a0km/h, 5\u00a0€ and 9\u00a0a.m."
    assert EN.typeset(held.replace("\u00a0", " ")) == held
    assert FR.typeset("20 °C, 40 % !") == f"20\u00a0°C, 40\u00a0%{NARROW}!"
    other = "in 2020 many, 5 of them, 3 members, 4 a day, A 3"
    assert EN.typeset(other) == other


def test_what_may_have_commas_in_it_is_parted_by_semicolons() -> None:
    assert (EN.parted(["a, b", "c"]), FR.parted(["a, b", "c"])) == ("a, b; c", f"a, b{NARROW}; c")


def test_a_number_keeps_to_its_label() -> None:
    said = [EN.say(f"refs.{kind}", number=1) for kind in ("section", "chart", "data-table")]
    assert said == [f"section{NO_BREAK}1", f"chart{NO_BREAK}1", f"table{NO_BREAK}A1"]
    assert FR.say("labels.box", number=2) == f"Encadré{NO_BREAK}2"


def test_a_region_without_a_table_takes_its_language() -> None:
    assert words_for("fr-BE").say("contents.title") == FR.say("contents.title")
    assert words_for("en-US").date(PartialDate(2022, 3, 31)) == "March\u00a031, 2022"


@pytest.mark.parametrize("tag", ["tlh", "english", "en_GB", ""])
def test_an_unknown_language_names_those_that_there_are(tag: str) -> None:
    with pytest.raises(UnknownLanguage, match=f"'{tag}'") as caught:
        words_for(tag)
    assert "en" in caught.value.hint


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40), st.integers(0, 6))
@settings(derandomize=True, max_examples=200)
def test_a_number_in_words_is_the_number(value: Decimal, decimals: int) -> None:
    for words, group, point in ((EN, ",", "."), (FR, NARROW, ",")):
        read = Decimal(_plain(words, value, decimals).replace(group, "").replace(point, "."))
        assert abs(read - value) * 2 <= Decimal(1).scaleb(-decimals) * (1 + Decimal("1e-25"))


def _plain(words: Words, value: Decimal, decimals: int) -> str:
    return words.number(value, decimals).replace(MINUS, "-")
