"""Dates as authors know them: a day, a month, a year, or a period such as a quarter; no clock and no time zone.

How a file writes a period is `language.periods`' business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from reportgen.frozen import frozen

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEAR = 12
"""Months; of several years a mean comes out every year."""
_MOST_STEPS = 2000
"""More periods than these, with the gaps between them, are not gone through."""


@frozen
class PartialDate:
    """A date of the precision that its source gives: `month` and `day` may be None (day only with month)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read YYYY, YYYY-MM or YYYY-MM-DD; ValueError if it is none of them or no such day exists."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"'{text}' is not a date")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        # A month or a day of 00, with which databases say that they know none, is no date: it is not the first.
        date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day)

    @property
    def first(self) -> date:
        """The earliest day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that it can mean."""
        if self.month is None or self.month == 12:
            return date(self.year, 12, self.day or 31)
        if self.day is not None:
            return date(self.year, self.month, self.day)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    @property
    def last_day(self) -> PartialDate:
        """The same day as a date of this kind."""
        last = self.last
        return PartialDate(last.year, last.month, last.day)

    def moved(self, count: int) -> PartialDate:
        """The day, month or year `count` after this one."""
        if self.month is None:
            return PartialDate(self.year + count)
        if self.day is None:
            first = _month(self.year, self.month, count)
            return PartialDate(first.year, first.month)
        day = self.first + timedelta(days=count)
        return PartialDate(day.year, day.month, day.day)

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


PeriodKind = Literal["date", "quarter", "half", "week", "year", "months", "ending"]


@frozen
class Period(PartialDate):
    """Several months or days that go by one name: a quarter, a half, a week, a financial or school year.

    It begins in `month` (on `day`, for a week) and lasts `months`. `said` are the words of a file that never declared
    it a period: they are printed as they stand.
    """

    kind: PeriodKind = "date"
    """`year`: one that begins within a calendar year. `date`: a calendar year, a month or a day. `months`: any months
    in a row, `ending` those that go by the last of them."""
    months: int = 0
    number: int = 0
    """Of a quarter or a half of such a year: which of them it is; 0 for those of calendar years."""
    said: str = field(default="", compare=False)

    @classmethod
    def of(cls, date: PartialDate, said: str = "") -> Period:
        """A calendar year, a month or a day as one of a row of periods."""
        if isinstance(date, Period):
            return replace(date, said=said)
        return cls(date.year, date.month, date.day, said=said)

    @property
    def last(self) -> date:
        """The last day of it."""
        if self.kind == "week":
            return self.first + timedelta(days=6)
        if not self.months:
            return PartialDate(self.year, self.month, self.day).last
        return _month(self.year, self.month, self.months) - timedelta(days=1)

    def moved(self, count: int) -> Period:
        """The period `count` after this one, of the same kind and length; before it where `count` is negative."""
        if self.kind == "week":
            day = self.first + timedelta(days=7 * count)
            return replace(self, year=day.year, month=day.month, day=day.day, said="")
        if not self.months:
            moved = PartialDate(self.year, self.month, self.day).moved(count)
            return replace(self, year=moved.year, month=moved.month, day=moved.day, said="")
        first = _month(self.year, self.month, count * self.step)
        number = (self.number - 1 + count) % (_YEAR // self.months) + 1 if self.number else 0
        return replace(self, year=first.year, month=first.month, number=number, said="")

    @property
    def whole_years(self) -> bool:
        """Whether it is several calendar years, as 2018 to 2020."""
        return self.kind == "months" and self.month == 1 and self.months % 12 == 0

    @property
    def reading(self) -> Literal["years", "months", "spans"]:
        """What four and two digits such as 2010-11 are among others like it: see `language.periods.reading_of`."""
        if self.whole_years:
            return "spans"
        return "months" if self.kind == "date" and self.month is not None else "years"

    @property
    def step(self) -> int:
        """How many months lie between its first and that of the next: means over some months come out every month."""
        if self.whole_years or self.month is None:
            return 12
        return 1 if self.kind in ("date", "months", "ending") else min(self.months, _YEAR)

    @property
    def count(self) -> int:
        """Its number in the row of its like; of quarters, the first of each year is a multiple of 4."""
        if self.day is not None:
            return self.first.toordinal() // (7 if self.kind == "week" else 1)
        months = self.first.year * 12 + self.first.month - 1
        # The first quarter of a financial year has a round number, as its own year has.
        start = (months - (self.number - 1) * self.months) % 12 if self.number else 0
        return (months - start) // self.step

    @property
    def split(self) -> tuple[int, int]:
        """The two calendar years of the financial or school year that it is, or is a part of."""
        first = _month(self.year, self.month, -(self.number - 1) * self.months if self.number else 0)
        return first.year, first.year + 1

    @property
    def part(self) -> int:
        """Which quarter, half or week of its year it is, from 1."""
        if self.kind == "week":
            return self.first.isocalendar()[1]
        return self.number or ((self.month or 1) - 1) // (self.months or 1) + 1

    @property
    def week_year(self) -> int:
        """The year that a week counts to."""
        return self.first.isocalendar()[0]

    def __str__(self) -> str:
        """As it is compared and looked up: "2024 Q1", "2024 H1", "2024-W05", "2023/24"; `said`, where it has that."""
        if self.said:
            return self.said
        year = f"{self.year:04d}"
        if self.number or self.kind == "year":
            year = f"{self.split[0]:04d}/{self.split[1] % 100:02d}"
        match self.kind:
            case "year" if self.months > _YEAR:
                end = self.last.year
                return f"{year} to {end - 1:04d}/{end % 100:02d}"
            case "year":
                return year
            case "quarter" | "half":
                return f"{year} {self.kind[0].upper()}{self.part}"
            case "week":
                return f"{self.week_year:04d}-W{self.part:02d}"
            case "ending":
                return f"{self.months} months to {_named(self.last)}"
            case "months" if self.whole_years:
                return f"{self.year:04d} to {self.last.year:04d}"
            case "months":
                return f"{_named(self.first)} to {_named(self.last)}"
        return str(PartialDate(self.year, self.month, self.day))


def _named(day: date) -> str:
    """The month of a day as files name it."""
    return f"{_NAMES[day.month - 1]} {day.year:04d}"


def _month(year: int, month: int | None, count: int) -> date:
    """The first day of the month `count` after another."""
    at = year * 12 + (month or 1) - 1 + count
    return date(at // 12, at % 12 + 1, 1)


def with_gaps(dates: Sequence[PartialDate]) -> list[PartialDate]:
    """Periods in their order (sorted) with those that are missing among them; other dates as they are.

    Where they stand two or more apart throughout, as those of a survey every other year, none is missing between.
    """
    spans = [one for one in dates if isinstance(one, Period)]
    if len(spans) < max(len(dates), 3) or len({_like(one) for one in spans}) > 1:
        return list(dates)
    steps = [_steps(one, other) for one, other in pairwise(spans)]
    least = min(steps)
    if least < 1 or sum(steps) > _MOST_STEPS:
        return list(dates)
    found: list[PartialDate] = []
    for one, count in zip(spans, steps, strict=False):
        found += [one, *(_as_written(one.moved(step), one, spans[-1]) for step in range(least, count, least))]
    return [*found, spans[-1]]


def _as_written(missing: Period, one: Period, other: Period) -> Period:
    """A missing period in the words of one before it, if those of another are the same but for their numbers."""
    if not one.said or _renumbered(one, other) != other.said:
        return missing
    return replace(missing, said=_renumbered(one, missing))


def _renumbered(one: Period, other: Period) -> str:
    """The words of a period with the numbers of another."""
    numbers = dict(zip(_numbers(one), _numbers(other), strict=True))
    return re.sub(r"\d+", lambda found: numbers.get(found[0], found[0]), one.said)


def _numbers(one: Period) -> tuple[str, ...]:
    """Those that its words may have: its years, and which part it is."""
    year = one.week_year if one.kind == "week" else one.split[0] if one.number or one.kind == "year" else one.year
    return f"{one.part}", f"{one.part:02d}", f"{year:04d}", f"{year + 1:04d}", f"{(year + 1) % 100:02d}"


def step_of(dates: Sequence[PartialDate]) -> int:
    """How far two neighbours lie apart: of means over some months, which may come out less than monthly, as they do."""
    rolling = [one for one in sorted(dates) if isinstance(one, Period) and one.kind in ("months", "ending")]
    if len(rolling) < 2 or len(rolling) < len(dates) or len({_like(one) for one in rolling}) > 1:
        return 1
    return max(min(_steps(one, other) for one, other in pairwise(rolling)), 1)


def _like(one: Period) -> tuple[object, ...]:
    """What periods that follow one another have in common."""
    return one.kind, one.months, bool(one.number), one.month is None, one.day is None


def _steps(one: Period, other: Period) -> int:
    """How many times `one` must be moved to reach `other`; 0 where it can't be, as from day to day it needs not be."""
    days = (other.first - one.first).days
    if one.day is not None:
        return days // 7 if one.kind == "week" and days % 7 == 0 else 0
    months = (other.first.year - one.first.year) * 12 + other.first.month - one.first.month
    return months // one.step if months % one.step == 0 else 0
