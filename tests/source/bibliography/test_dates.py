"""Dates as libraries write them."""

from __future__ import annotations

import pytest

from reportgen.dates import PartialDate
from reportgen.source.bibliography.dates import UNDATED, month, published, read


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2010", PartialDate(2010)),
        ("2010-06-03", PartialDate(2010, 6, 3)),
        ("1993-00-00", PartialDate(1993)),
        ("2010-06-XX", PartialDate(2010, 6)),
        ("2004-04-05T14:34:00", PartialDate(2004, 4, 5)),
        ("12 May 2025", PartialDate(2025, 5, 12)),
        ("May 12th, 2025", PartialDate(2025, 5, 12)),
        ("Sept. 2001", PartialDate(2001, 9)),
        ("12.5.2025", PartialDate(2025, 5, 12)),
        ("2025/05/12", PartialDate(2025, 5, 12)),
        ("2010~", {"date-parts": ((2010,),), "circa": True}),
        ("ca. 1850", {"date-parts": ((1850,),), "circa": True}),
        ("2010?", {"date-parts": ((2010,),), "uncertain": True}),
        ("2010-03%", {"date-parts": ((2010, 3),), "circa": True, "uncertain": True}),
        ("199X", {"decade": 1990}),
        ("199u", {"decade": 1990}),
        ("19XX", {"date-parts": ((1900,), (1999,))}),
        ("2004-06/2006-08", {"date-parts": ((2004, 6), (2006, 8))}),
        ("2004--2006", {"date-parts": ((2004,), (2006,))}),
        ("2004/2004", PartialDate(2004)),
        ("2004/", {"date-parts": ((2004,), ())}),
        ("../1997", {"date-parts": ((), (1997,))}),
        ("2019-21", {"date-parts": ((2019,),), "season": 1}),
        ("Fall 2019", {"date-parts": ((2019,),), "season": 3}),
        ("in press", {"literal": "in press"}),
        ("n.d.", None),
    ],
)
def test_dates(written: str, date: object) -> None:
    assert read(written) == date


@pytest.mark.parametrize("written", ["2001-13", "2001-02-30", "31 2 2001", "20O1", "2006/2004", "3/4/2001", "0000"])
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(written)


def test_months_however_short() -> None:
    assert [month(name) for name in ("jan", "Sept.", "december", "7", "ju", "13", "x")] == [1, 9, 12, 7, 0, 0, 0]


@pytest.mark.parametrize(
    ("text", "date"),
    [("1er août 2021", "2021-08-01"), ("déc. 2019", "2019-12"), ("le 7 février 2020", "2020-02-07")],
)
def test_months_of_other_languages(text: str, date: str) -> None:
    assert str(read(text)) == date


def test_a_french_source_without_a_date() -> None:
    assert published("s. d.") == UNDATED
