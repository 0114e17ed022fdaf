"""Periods as files write them are read, and said in the words of a language."""

from __future__ import annotations

import pytest

from reportgen.language import words_for
from reportgen.language.periods import are_parts_of_a_year, period, periods, reading_of

EN, FR = words_for("en-GB"), words_for("fr-FR")

SPELLINGS = {
    "2024 Q1": (
        "2024 Q1",
        "Q1 2024",
        "2024Q1",
        "2024-Q1",
        "Q1-24",
        "q1/2024",
        "1Q24",
        "1Q 2024",
        "1st quarter 2024",
        "Quarter 1, 2024",
    ),
    "2023/24 Q1": ("2023/24 Q1", "Q1 2023-24", "2023-24 Q1", "Q1 2023/2024"),
    "2024 H2": ("2024 H2", "H2 2024", "2024H2", "2nd half of 2024", "S2 2024"),
    "2024-01": (
        "Jan-24",
        "Jan 2024",
        "January 2024",
        "2024 Jan",
        "2024-01",
        "2024M01",
        "janv. 2024",
        "janvier 2024",
        "01/2024",
        "01.2024",
    ),
    "2024-09": ("Sept 2024", "Sep-24", "September 2024"),
    "1998-12": ("Dec-98", "déc. 1998"),
    "2023/24": (
        "2023/24",
        "2023-24",
        "2023–24",
        "2023 to 2024",
        "2023/2024",
        "2023-2024",
        "FY 2023/24",
        "FY2023-24",
        "FYE 2024",
    ),
    "1999/00": ("1999-00", "1999/00", "1999-2000", "1999/2000 financial year"),
    "2010/11": ("2010-11", "2010/11", "201011"),
    "2015/16 to 2017/18": ("2015/16 to 2017/18", "2015/16-2017/18"),
    "1993-01": ("1993 01", "199301", "1993/01"),
    "2024-W05": ("2024-W05", "2024 W5", "Week 5 2024", "Week 5, 2024", "W5 2024", "semaine 5 2024"),
    "2024": ("2024",),
    "2024-03-31": ("2024-03-31",),
    "2018 to 2020": ("2018 to 2020", "2018-2020"),
    "Jan 2024 to Mar 2024": ("Jan-Mar 2024", "January to March 2024", "Jan 2024 to Mar 2024", "Jan–Mar 2024"),
    "Dec 2023 to Feb 2024": ("Dec-Feb 2024", "December 2023 to February 2024"),
    "12 months to Mar 2024": (
        "year ending March 2024",
        "YE Mar 24",
        "year to March 2024",
        "FYE March 2024",
        "12 months to Mar 2024",
    ),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in SPELLINGS.items() for text in texts])
def test_every_spelling_of_a_period(name: str, text: str) -> None:
    assert str(period(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        *"|Paris|12|2024-13|2024-00|Q5 2024|2024 Q0|2024-W54|Room 2024|2024 p|2023/25|May|x".split("|"),
        *"0 months to May 24|FY2024|FY 2024|AY 2024|FY24|13/2024".split("|"),
    ],
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        period(text)


def test_a_school_year_begins_in_september() -> None:
    days = [period(text).first.isoformat() for text in ("2023/24", "AY 2023/24", "academic year 2023/24")]
    assert days == ["2023-04-01", "2023-09-01", "2023-09-01"]


def test_a_year_and_the_next_is_a_month_only_among_months() -> None:
    assert str(period("2010-11", "months")) == "2010-11" and str(period("2003-05", "spans")) == "2003 to 2005"
    assert [reading_of(one) for one in (["2010-11"], ["2010-10", "2010-11"], ["2003-05", "2004-06"], ["2003-05"])] == [
        "years",
        "months",
        "spans",
        "months",
    ]
    months, years = periods(["2010-10", "2010-11", "2010-12"]), periods(["2008-09", "2009-10", "2010-11"])
    assert months is not None and [one.moved(0).month for one in months] == [10, 11, 12]
    assert years is not None and {one.kind for one in years} == {"year"}


def test_a_column_is_of_periods_if_all_are_of_one_kind_and_keeps_its_words() -> None:
    found = periods(["Q3 2023", "Q1 2024"])
    assert found is not None and [EN.short_date(one) for one in found] == ["Q3 2023", "Q1 2024"]
    for texts in (["Q3 2023", "2024"], ["2023/24", "total"], ["Ann", "Bob"], ["2024"], ["2023", "2024-01"], []):
        assert periods(texts) is None, texts


def test_parts_of_a_year_without_the_year() -> None:
    for texts in (["Apr", "May"], ["janvier", "mars"], ["Mon", "Tue."], ["Q1", "Q2"], ["Week 1", "Week 2"]):
        assert are_parts_of_a_year(texts), texts
    for others in (["May", "Smith"], ["Q1", "A1"], ["Jan"], []):
        assert not are_parts_of_a_year(others), others


@pytest.mark.parametrize(
    ("text", "english", "short", "full", "french"),
    [
        ("2024 Q1", "2024 Q1", "2024 Q1", "the first quarter of 2024", "T1 2024"),
        ("2023/24 Q4", "2023/24 Q4", "2023/24 Q4", "the fourth quarter of 2023/24", "T4 2023-2024"),
        ("2024 H2", "2024 H2", "2024 H2", "the second half of 2024", "S2 2024"),
        ("2023/24", "2023/24", "2023/24", "2023/24", "2023-2024"),
        ("2024-01", "January 2024", "Jan 2024", "January 2024", "janvier 2024"),
        ("2024", "2024", "2024", "2024", "2024"),
        ("2024-W05", "week 5 of 2024", "2024 W5", "week 5 of 2024", "semaine 5 de 2024"),
        (
            "2015/16 to 2017/18",
            "2015/16 to 2017/18",
            "2015/16 to 2017/18",
            "2015/16 to 2017/18",
            "2015-2016 à 2017-2018",
        ),
        ("2018 to 2020", "2018 to 2020", "2018 to 2020", "2018 to 2020", "2018 à 2020"),
        ("Jan-Mar 2024", "January to March 2024", "Jan to Mar 2024", "January to March 2024", "janvier à mars 2024"),
        ("YE Mar 24", "the year to March 2024", "the year to Mar 2024", "the year to March 2024", None),
    ],
)
def test_a_period_in_words(text: str, english: str, short: str, full: str, french: str | None) -> None:
    one = period(text)
    said = [EN.date(one), EN.short_date(one), EN.full_period(one)]
    assert [words.replace("\u00a0", " ") for words in said] == [english, short, full]
    assert french is None or FR.date(one).replace("\u00a0", " ") == french


def test_a_period_keeps_on_its_line() -> None:
    assert EN.date(period("2024 Q1")) == "2024\u00a0Q1"


def test_the_first_quarter_in_french() -> None:
    assert FR.full_period(period("2024 Q1")) == "premier trimestre 2024"


@pytest.mark.parametrize(
    ("texts", "are"),
    [
        ("Autumn 2023/24|Spring 2023/24|Summer 2023/24", True),
        ("FY22|FY23|FY24", True),
        ("FY 2023|FY 2024", True),
        ("w/c 1 January 2024|w/c 8 January 2024", True),
        ("2022/23 (r)|2023/24|2024/25 (p)", True),
        ("202311|202312|202401", True),
        ("2023K3|2023K4", True),
        ("16-24|25-34", False),
        ("12 to 15|16 and 17", False),
        ("Housing Act 1988|Housing Act 1996", False),
        ("E09000001|E09000002", False),
        ("2 years|10 years", False),
    ],
)
def test_times_of_other_kinds_keep_the_order_of_their_table(texts: str, are: bool) -> None:
    assert are_parts_of_a_year(texts.split("|")) is are


@pytest.mark.parametrize(
    ("text", "kind", "month"),
    [
        ("3T2023", "quarter", 7),
        ("2023-S06", "week", 2),
        ("2023-S2", "half", 7),
        ("aout-23", "date", 8),
        ("Okt 2023", "date", 10),
    ],
)
def test_periods_as_offices_of_europe_write_them(text: str, kind: str, month: int) -> None:
    found = period(text)
    assert (found.year, found.kind, found.month) == (2023, kind, month)
