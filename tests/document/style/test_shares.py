"""Percentages that sum to 100, or should."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

import pytest

from reportgen.document.style.shares import check_shares
from reportgen.problems import Problems
from reportgen.source.model import Column
from tests.document.sample import table


def told(
    *values: str,
    unit: str = "%",
    decimals: int | None = None,
    sums: Decimal | Literal[False] | None = None,
    years: tuple[int, ...] = (),
) -> list[str]:
    """What is told of a column with these values ("": missing), in groups by year if years are given."""
    columns = [Column("year", "Year", "year"), Column("share", "Share", "number", unit, decimals, sum=sums)]
    rows = [
        [Decimal(year), Decimal(value) if value else None]
        for year, value in zip(years or (2020,) * len(values), values, strict=True)
    ]
    problems = Problems()
    check_shares(replace(table("t", columns, rows), sum_by=("year",) if years else ()), problems)
    return [f"{one.place.line}: {one.message}" for one in problems.found]


@pytest.mark.parametrize(
    "values", [("50", "30", "20"), ("33.3", "33.3", "33.3"), ("50", "30"), ("70", "60", "55"), ("40", "", "58.5"), ()]
)
def test_what_is_no_fault(values: tuple[str, ...]) -> None:
    assert told(*values) == []


def test_a_hundred_that_is_missed_is_told() -> None:
    assert told("50.0", "30.0", "18.6") == ["2: the values of 'share' sum to 98.6, not to 100"]
    assert told("50.0", "30.0", "18.6", unit="km") == []
    assert told("50.0", "30.0", "18.6", decimals=0) == []
    assert told("120.0", "-30.0", "8.6") == []


def test_no_sum_is_asked_for_where_there_is_none() -> None:
    assert told("50.0", "30.0", "18.6", sums=False) == []


def test_a_declared_sum_is_held() -> None:
    assert told("50", "30", "10", sums=Decimal(100)) == ["2: the values of 'share' sum to 90, not to 100"]
    assert told("50.5", "40", sums=Decimal(100), unit="km") == ["2: the values of 'share' sum to 90.5, not to 100"]
    assert told("50", "", "10", sums=Decimal(100)) == []
    assert told("50", "49", sums=Decimal(100)) == []
    assert told("5", "-5", sums=Decimal(0)) == []


def test_each_group_has_its_own_sum() -> None:
    values, years = ("50.0", "30.0", "20.0", "50.0", "30.0", "21.0"), (2020, 2020, 2020, 2021, 2021, 2021)
    assert told(*values, years=years) == ["5: the values of 'share' for 2021 sum to 101, not to 100"]
    assert told("50.0", "30.0", "20.5", "50.0", "30.0", "", years=years) == [
        "2: the values of 'share' for 2020 sum to 100.5, not to 100"
    ]
