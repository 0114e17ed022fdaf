"""Dates that exist, and periods in a row."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from reportgen.dates import PartialDate, Period, with_gaps
from reportgen.language.periods import period


@pytest.mark.parametrize("text", ["1999-00", "2000-01-00", "2001-00-00", "2001-13", "2001-02-29", "0000", "2001-00-12"])
def test_a_month_or_a_day_of_nought_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "after", "before"),
    [
        ("2024 Q4", "2024-10-01", "2024-12-31", "2025 Q1", "2024 Q3"),
        ("2023/24 Q4", "2024-01-01", "2024-03-31", "2024/25 Q1", "2023/24 Q3"),
        ("2024 H1", "2024-01-01", "2024-06-30", "2024 H2", "2023 H2"),
        ("2023/24", "2023-04-01", "2024-03-31", "2024/25", "2022/23"),
        ("1999/00", "1999-04-01", "2000-03-31", "2000/01", "1998/99"),
        ("2020-W53", "2020-12-28", "2021-01-03", "2021-W01", "2020-W52"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-03", "2024-01"),
        ("2024", "2024-01-01", "2024-12-31", "2025", "2023"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "2024-03-01", "2024-02-28"),
        ("2018 to 2020", "2018-01-01", "2020-12-31", "2019 to 2021", "2017 to 2019"),
        ("Dec 2023 to Feb 2024", "2023-12-01", "2024-02-29", "Jan 2024 to Mar 2024", "Nov 2023 to Jan 2024"),
        ("12 months to Mar 2024", "2023-04-01", "2024-03-31", "12 months to Apr 2024", "12 months to Feb 2024"),
    ],
)
def test_a_period_has_its_days_and_its_neighbours(text: str, first: str, last: str, after: str, before: str) -> None:
    one = period(text)
    assert (str(one), one.first, one.last) == (text, date.fromisoformat(first), date.fromisoformat(last))
    assert (str(one.moved(1)), str(one.moved(-1))) == (after, before)
    assert one.moved(1).moved(-1) == one == period(str(one)) and one.moved(-1) < one < one.moved(1)
    assert pickle.loads(pickle.dumps(one)) == one


def test_periods_are_equal_however_they_are_written() -> None:
    assert period("Q1 2024") == period("2024Q1") and hash(period("2023-24")) == hash(period("2023 to 2024"))
    assert Period.of(period("2023-24"), "2023-24") == period("2023/24") != period("2023/24 Q1")


def written(*texts: str) -> list[str]:
    return [str(one) for one in with_gaps([period(text) for text in texts])]


def test_missing_periods_stand_in_their_row() -> None:
    assert written("2023 Q3", "2023 Q4", "2024 Q3") == ["2023 Q3", "2023 Q4", "2024 Q1", "2024 Q2", "2024 Q3"]
    assert written("2019/20", "2021/22", "2022/23") == ["2019/20", "2020/21", "2021/22", "2022/23"]
    assert written("2023-11", "2023-12", "2024-02") == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert written("2024-W51", "2024-W52", "2025-W02") == ["2024-W51", "2024-W52", "2025-W01", "2025-W02"]


def test_what_comes_every_other_year_has_no_gaps_between() -> None:
    assert written("2014/15", "2016/17", "2018/19") == ["2014/15", "2016/17", "2018/19"]
    assert written("2014/15", "2016/17", "2020/21") == ["2014/15", "2016/17", "2018/19", "2020/21"]


def test_days_mixed_kinds_and_plain_dates_have_no_gaps() -> None:
    assert written("2024-01-01", "2024-01-02", "2024-01-09") == ["2024-01-01", "2024-01-02", "2024-01-09"]
    assert written("2023", "2023 Q4", "2025") == ["2023", "2023 Q4", "2025"]
    plain = [PartialDate(2020), PartialDate(2021), PartialDate(2024)]
    assert with_gaps(plain) == plain
