"""Dates as people and programs write them."""

from __future__ import annotations

import pytest

from reportgen.source.date_texts import DateOrder, is_date, is_split_year, order_of, read_date
from reportgen.source.scalars import ScalarError


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("12/03/2024", "dmy", "2024-03-12"),
        ("12/03/2024", "mdy", "2024-12-03"),
        ("26.09.2021", "dmy", "2021-09-26"),
        ("1/2/24", "dmy", "2024-02-01"),
        ("2024/03/12", "dmy", "2024-03-12"),
        ("24-03-12", "ymd", "2024-03-12"),
        ("20240312", "dmy", "2024-03-12"),
        ("12 March 2024", "dmy", "2024-03-12"),
        ("March 12, 2024", "dmy", "2024-03-12"),
        ("12th of March 2024", "dmy", "2024-03-12"),
        ("12-Mar-24", "dmy", "2024-03-12"),
        ("Mar-24", "dmy", "2024-03"),
        ("Sept 2023", "dmy", "2023-09"),
        ("2024 Mar", "dmy", "2024-03"),
        ("2024-03-12T00:00:00Z", "dmy", "2024-03-12"),
        ("2024-03", "dmy", "2024-03"),
        ("1 Jan 99", "dmy", "1999-01-01"),
        ("Monday 5 May 2025", "dmy", "2025-05-05"),
        ("Tues, 6 May 2025", "dmy", "2025-05-06"),
        ("Thu. May 8, 2025", "mdy", "2025-05-08"),
    ],
)
def test_a_date_is_read_in_its_order(text: str, order: DateOrder, day: str) -> None:
    assert str(read_date(text, order)) == day


@pytest.mark.parametrize(
    "text",
    ["31.02.2020", "2001-00", "2001-01-00", "Marbles 2020", "24 March", "1 Mar 45", "2024-03-12 13:00", "Q1 2024"],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ScalarError):
        read_date(text, "dmy")


@pytest.mark.parametrize(
    "word", ["Cancelled", "after", "by", "Expected", "from", "until", "Mondays", "Sundry", "not", "Sonst", "Marché"]
)
@pytest.mark.parametrize("day", ["6 May 2025", "6 June 2025", "June 2025", "May 6, 2025", "6 mars 2025"])
def test_a_word_beside_a_date_is_not_dropped(word: str, day: str) -> None:
    for text in (f"{word} {day}", f"{word}, {day}", f"{day} {word}"):
        with pytest.raises(ScalarError):
            read_date(text, "dmy")


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["01/02/2024", "13/02/2024"], ("dmy", [])),
        (["01/02/2024", "02/13/2024"], ("mdy", [])),
        (["01.02.2024"], ("dmy", [])),
        (["2024-01-02"], ("dmy", [])),
        (["01/02/2024"], (None, ["01/02/2024"])),
        (["13/02/2024", "02/13/2024"], (None, ["13/02/2024", "02/13/2024"])),
    ],
)
def test_a_column_tells_its_order(texts: list[str], found: tuple[DateOrder | None, list[str]]) -> None:
    assert order_of(texts) == found


def test_a_year_and_the_one_after_it_is_no_month() -> None:
    assert all(map(is_split_year, ["2023-24", "2023/24", "1999-00", "1999-2000", "2001–02"]))
    assert not any(map(is_split_year, ["2001-05", "2023-12", "2023-25", "2023"]))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("7 juin 2023", "2023-06-07"),
        ("1er févr. 2023", "2023-02-01"),
        ("15 aout 2023", "2023-08-15"),
        ("jeudi 8 juin 2023", "2023-06-08"),
        ("3. Oktober 2023", "2023-10-03"),
        ("12 de octubre de 2023", "2023-10-12"),
        ("2 giugno 2023", "2023-06-02"),
    ],
)
def test_a_day_in_the_words_of_another_language(text: str, iso: str) -> None:
    assert str(read_date(text, "dmy")) == iso


@pytest.mark.parametrize("text", ["7 quais 2023", "Quai 7 juin 2023", "12 marins 23", "7 juin"])
def test_other_words_between_numbers_are_no_day(text: str) -> None:
    assert not is_date(text)
