"""Dates and periods in the words of a language: "3 May 2024", "2024 Q1", "the first quarter of 2024", "2023/24"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from babel import Locale
from babel.dates import format_date

from reportgen.dates import PartialDate, Period
from reportgen.language.units import NO_BREAK

if TYPE_CHECKING:
    from reportgen.language.words import Words

_DAY_AND_MONTH = re.compile(r"d\s[^M]*M|M\s[^d]*d")
"""The part of a CLDR date pattern that must not break."""
_SKELETONS = {"long": "yMMMM", "medium": "yMMM"}
"""By CLDR's name of a date's form, that of a month with its year."""


def dated(value: PartialDate, locale: Locale, form: Literal["long", "medium"], first_day: str) -> str:
    """A day, a month or a year as `locale` writes it; `first_day` stands for the first of a month: "1er"."""
    if value.month is None:
        return str(value.year)
    if value.day is None:
        return format_date(value.first, locale.datetime_skeletons[_SKELETONS[form]].pattern, locale)
    whole = _DAY_AND_MONTH.sub(lambda part: re.sub(r"\s", NO_BREAK, part[0]), locale.date_formats[form].pattern)
    text = format_date(value.first, whole, locale)
    return re.sub(r"\b1\b", first_day, text, count=1) if value.day == 1 else text


def period_in_words(period: Period, words: Words, *, short: bool) -> str:
    """As a sentence has it, or, `short`, as a table and an axis do; what was typed and never declared stands so."""
    if period.said:
        return period.said
    match period.kind:
        case "year":
            last = replace(period, year=period.last.year - 1, months=12)
            ends = [_year(one, words) for one in (period, last)]
            return ends[0] if ends[0] == ends[1] else words.say("periods.span", first=ends[0], last=ends[1])
        case "quarter" | "half":
            return words.say(f"periods.{period.kind}", year=_year(period, words), number=period.part)
        case "week":
            key = "periods.week-short" if short else "periods.week"
            return words.say(key, year=str(period.week_year), number=period.part)
        case "months" | "ending":
            return _months(period, words, short=short)
    date = PartialDate(period.year, period.month, period.day)
    return words.short_date(date) if short else words.date(date)


def spelled_out(period: Period, words: Words) -> str:
    """In full: "the first quarter of 2024"; what has no such words as in a sentence."""
    if period.kind not in ("quarter", "half") or period.said:
        return period_in_words(period, words, short=False)
    return words.say(f"periods.{period.kind}-{period.part}", year=_year(period, words))


def _year(period: Period, words: Words) -> str:
    """The calendar year, or both years that a financial one lies in."""
    if not period.number and period.kind != "year":
        return str(period.year)
    first, second = period.split
    return words.pattern("split-year").format(year=first, end=f"{second % 100:02d}", next=second)


def _months(period: Period, words: Words, *, short: bool) -> str:
    """From the first to the last; of whole years these alone; the year that ends with a month by that month."""
    first, last = period.first, period.last
    if period.kind == "ending":
        end = PartialDate(last.year, last.month)
        months = words.short_date(end) if short else words.date(end)
        key = "periods.ending" if period.months == 12 else "periods.ending-months"
        return words.say(key, month=months, count=period.months)
    if period.whole_years:
        return words.say("periods.span", first=str(first.year), last=str(last.year))
    ends = [PartialDate(day.year, day.month) for day in (first, last)]
    said = [words.short_date(end) if short else words.date(end) for end in ends]
    if first.year == last.year:
        said[0] = said[0].replace(str(first.year), "").strip()
    return words.say("periods.span", first=said[0], last=said[1])
