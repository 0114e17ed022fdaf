"""Periods as files write them: "2024 Q1", "Jan-24", "2023/24", "Week 5 2024"; names of months in every language known.

How a period is said is `Words`' business. What four and two digits mean only their whole column tells: "2010-11" is
the year 2010/11, a month among months, and "2003-05" three years where all values are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from reportgen.dates import PartialDate, Period
from reportgen.language.month_words import day_names, may_name_months_or_days, month_names, month_of
from reportgen.patterns import Pattern

YEAR_BEGINS = 4
"""The month in which a financial or school year begins where nothing says so: that of the United Kingdom's accounts."""

SCHOOL_BEGINS = 9
"""The same of a year that is called an academic or a school year."""
_SCHOOL = Pattern("^AY|academic|school", re.IGNORECASE)
_PAIR = r"(\d{4})(?:[-/ .]?| to )(\d{2})"
_LONGEST_SPAN = 10
"""Years: means over more are not written so shortly."""
_DECEMBER = 12
_CENTURY = 70
"""Of two digits, those below are of the 2000s, as in POSIX (The Open Group, strptime, %y: 69)."""
_YEAR = r"(?P<year>\d{4})"
_SPLIT = r"(?P<split>\d{4}(?:/|-| to )(?:\d{4}|\d{2}))"
_ANY = rf"(?:{_SPLIT}|{_YEAR})"
_END = r"(?P<year>\d{4}|(?<=[-/' ’q])\d{2})"
_NTH = "(?:st|nd|rd|th|er|e|ème)"
_QUARTER = (
    r"(?:[qt]|quarter |qtr ?)(?P<quarter>[1-4])"
    rf"|(?P<nth>[1-4])(?:[qt]|{_NTH}? (?:quarter|trimestre|trim\.?|qtr))"
)
_HALF = r"[hs](?P<half>[12])|(?P<nth_half>[12])(?:st|nd|er|e)? (?:half|semestre|sem\.)"
_WEEK = r"(?:w|week |wk ?|semaine |s(?=[0-5]\d))(?P<week>\d{1,2})"
_NAME = r"[^\W\d_]{3,12}"
_MONTH = rf"(?P<month>{_NAME})\.?"
_YEAR_END = r"fye|(?:financial|fiscal|tax) year end(?:ing|ed)?"
_SEVERAL = rf"(?:{_YEAR_END}|year|ye|(?P<count>\d{{1,2}}) months?)(?: ended| ending| to)?"
_AROUND = (
    r"^(?:fy|ay|(?:financial|fiscal|academic|school|tax) year) ?(?=\d{4})"
    r"|(?<=\d) (?:financial|fiscal|academic|school|tax) year$"
)
"""What may stand before or behind a year that lies in two."""
_NUMBERED = r"[QTHS][1-6]|(?:quarter|week|half|trimestre|semestre|semaine) [0-9]{1,2}"
"""Parts of a year without the year."""
_WITH_YEAR = r"(?:fye?|ay) ?['’]?\d{2}\b|\dq\d{2}\b|(?:19|20)\d{2}(?:0[1-9]|1[0-2])$|.*(?<!\d)(?:19|20)\d{2}(?!\d)"
_TIME_WORDS = frozenset(
    "fy fye ye ay year years financial fiscal academic school tax quarter qtr half week wk wc term to and of the "
    "ending ended commencing spring summer autumn fall winter provisional prov revised rev estimate est forecast "
    "année exercice trimestre semestre semaine du au le printemps été automne hiver provisoire révisé".split()
)
"""What may be said of a year."""
_GAP = r"[ ,:/'’-]*(?:of |de )?"
Reading = Literal["years", "months", "spans"]
_Maker = Callable[[re.Match[str], Reading, int], Period | None]


@lru_cache(maxsize=4096)
def period(text: str, reading: Reading = "years") -> Period:
    """The period that a text names; ValueError where it names none.

    `reading` says what four and two digits are where they may be a year and the next: see `reading_of`.
    """
    plain = " ".join(re.sub("[\u2010-\u2013\u2212]", "-", text).split())
    bare = re.sub(_AROUND, "", plain, flags=re.IGNORECASE)
    if bare != plain and bare.isdecimal():
        raise ValueError(f"'{text}' is not a period: it may begin or end in that year")
    plain = re.sub(r"(?<=\w) - (?=\w)", "-", bare)
    begins = SCHOOL_BEGINS if _SCHOOL.search(text) else YEAR_BEGINS
    for pattern, made in _forms():
        found = pattern.fullmatch(plain)
        made_of = made(found, reading, begins) if found else None
        if made_of is not None:
            return made_of
    raise ValueError(f"'{text}' is not a period")


def reading_of(texts: Iterable[str]) -> Reading:
    """What four and two digits of a column are: years as 2010-11, months, or spans as 2003-05, 2004-06."""
    pairs = {(int(found[1]), int(found[2])) for text in texts if (found := re.fullmatch(_PAIR, text.strip()))}
    lengths = {(last - first) % 100 for first, last in pairs}
    if lengths <= {1}:
        return "years"
    return "spans" if len(pairs) > 1 and len(lengths) == 1 and max(lengths) < _LONGEST_SPAN else "months"


def periods(texts: Sequence[str]) -> list[Period] | None:
    """The periods of a whole column, all of one kind, each with its own words; None where it has others."""
    if len({*texts}) < 2 or not all(any(sign.isdecimal() for sign in text) for text in texts):
        return None
    if all(text.isdecimal() and len(text) > len("2024") for text in texts):
        return None
    reading = reading_of(texts)
    try:
        found = [period(text, reading) for text in texts]
    except ValueError:
        return None
    same = len({(one.kind, one.months, one.month is None, one.day is None) for one in found}) == 1
    return [Period.of(one, text) for one, text in zip(found, texts, strict=True)] if same else None


def are_parts_of_a_year(texts: Iterable[str]) -> bool:
    """Whether all are names of months or of days of the week, parts such as "Q1", or other times, as "FY24".

    Their order is their own: that of the table.
    """
    distinct = {text.strip() for text in texts}
    if len(distinct) < 2:
        return False
    if all(re.fullmatch(_NUMBERED, one, re.IGNORECASE) for one in distinct):
        return True
    if all(map(_names_a_time, distinct)):
        return True
    if not may_name_months_or_days(distinct):
        return False
    folded = {text.casefold().rstrip(".") for text in distinct}
    return any(all(name in names for name in folded) for names in (month_names(), day_names()))


def _names_a_time(text: str) -> bool:
    """Whether a text is a year, of which only a part or a state is said: "Autumn 2023/24 (p)", "w/c 1 May 2024"."""
    if not any(sign.isdecimal() for sign in text):
        return False
    words = {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) > 1}
    others = words - _TIME_WORDS
    if not may_name_months_or_days(others):
        return False
    known = not others or others <= month_names().keys() | day_names().keys()
    return known and bool(re.match(_WITH_YEAR, text.strip(), re.IGNORECASE))


def _calendar(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    try:
        return Period.of(PartialDate.parse(found[0]))
    except ValueError:
        return None


def _pair(found: re.Match[str], reading: Reading, begins: int) -> Period | None:
    """A year and two digits: the next year's, a month, or the last of several years."""
    year, two = int(found[1]), int(found[2])
    more = (two - year) % 100
    if more == 1 and (reading != "months" or not 1 <= two <= _DECEMBER):
        return Period(year, begins, kind="year", months=12)
    if reading == "spans":
        return Period(year, 1, kind="months", months=12 * (more + 1)) if 1 < more < _LONGEST_SPAN else None
    return Period(year, two) if 1 <= two <= _DECEMBER else None


def _part(kind: Literal["quarter", "half"], size: int) -> _Maker:
    def made(found: re.Match[str], _: Reading, begins: int) -> Period | None:
        groups = found.groupdict()
        number = int(next(value for name, value in groups.items() if name not in ("split", "year") and value))
        if groups.get("split"):
            year = _split(groups["split"])
            return None if year is None else _after(year, begins, size, number, kind, number)
        return _after(_full(groups["year"]), 1, size, number, kind, 0)

    return made


def _after(year: int, begins: int, size: int, number: int, kind: Literal["quarter", "half"], stored: int) -> Period:
    """The part `number` of a year that begins in the month `begins`."""
    at = year * 12 + begins - 1 + (number - 1) * size
    return Period(at // 12, at % 12 + 1, kind=kind, months=size, number=stored)


def _week(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    try:
        day = date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
    except ValueError:
        return None
    return Period(day.year, day.month, day.day, kind="week")


def _split(text: str) -> int | None:
    """The first of two years that follow each other, as 2023/24 and 1999-2000; None for any others."""
    first, second = re.split(r"/|-| to ", text)
    year = int(first)
    follows = int(second) == year + 1 if len(second) == 4 else int(second) == (year + 1) % 100
    return year if follows else None


def _split_year(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    year = _split(found["split"])
    return None if year is None else Period(year, begins, kind="year", months=12)


def _split_years(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    """Several financial or school years: 2015/16 to 2017/18."""
    first, last = _split(found["first"]), _split(found["last"])
    if first is None or last is None or last <= first:
        return None
    return Period(first, begins, kind="year", months=12 * (last - first + 1))


def _span(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    """Several calendar years: 2018 to 2020."""
    first, last = int(found["first"]), int(found["last"])
    return Period(first, 1, kind="months", months=12 * (last - first + 1)) if last > first + 1 else None


def _full(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY else 1900)


def _named_month(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    month = month_of(found["month"])
    return None if month is None else Period(_full(found["year"]), month)


def _numbered_month(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    month = int(found["month"])
    return Period(int(found["year"]), month) if 1 <= month <= 12 else None


def _year_by_its_end(found: re.Match[str], _: Reading, begins: int) -> Period:
    """A financial year by the year that it ends in: FYE 2024 is 2023/24."""
    return Period(int(found["year"]) - 1, begins, kind="year", months=12)


def _months(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    """Some months in a row: Jan-Mar 2024, December 2023 to February 2024."""
    first, last = (month_of(found[name]) for name in ("one", "other"))
    if first is None or last is None:
        return None
    end = _full(found["year"])
    begin = _full(found["before"]) if found["before"] else end - (first > last)
    count = (end - begin) * 12 + last - first + 1
    return Period(begin, first, kind="months", months=count) if count > 1 else None


def _ending(found: re.Match[str], _: Reading, begins: int) -> Period | None:
    """A year, or some months, by the last of its months: year ending March 2024."""
    month, count = month_of(found["month"]), int(found["count"] or 12)
    if month is None or not 1 < count < 100:
        return None
    at = _full(found["year"]) * 12 + month - count
    return Period(at // 12, at % 12 + 1, kind="ending", months=count)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    """Each form of a period with what makes one of it; compiled when the first period is read, since few papers do."""
    forms: list[tuple[str, _Maker]] = [
        (r"\d{4}(?:-\d{2}-\d{2})?", _calendar),
        (_PAIR, _pair),
        (_SPLIT, _split_year),
        *((one, _part("quarter", 3)) for one in _both(_QUARTER)),
        *((one, _part("half", 6)) for one in _both(_HALF)),
        (rf"{_YEAR}[ ,:/-]*{_WEEK}", _week),
        (rf"{_WEEK}{_GAP}{_YEAR}", _week),
        (r"(?P<year>\d{4})m(?P<month>\d{1,2})", _numbered_month),
        (r"(?P<month>\d{2})[/.](?P<year>\d{4})", _numbered_month),
        (rf"(?:{_YEAR_END}) {_YEAR}", _year_by_its_end),
        (rf"{_MONTH}[ ,/'’-]*{_END}", _named_month),
        (rf"{_YEAR}[ /-]*{_MONTH}", _named_month),
        (r"(?P<first>\d{4})(?:-| to )(?P<last>\d{4})", _span),
        (r"(?P<first>\d{4}/\d{2,4})(?:-| to | à )(?P<last>\d{4}/\d{2,4})", _split_years),
        (rf"(?P<one>{_NAME})\.?(?: (?P<before>\d{{4}}))?(?:-|/| to | à )(?P<other>{_NAME})\.?[ ,-]*{_END}", _months),
        (rf"(?:{_SEVERAL}|année close en) {_MONTH}[ -]*{_END}", _ending),
    ]
    return tuple((re.compile(pattern, re.IGNORECASE), made) for pattern, made in forms)


def _both(part: str) -> tuple[str, str]:
    """The part after the year, and before it; there the year may have two digits."""
    return rf"{_ANY}[ ,:/-]*(?:{part})", rf"(?:{part}){_GAP}(?:{_SPLIT}|{_END})"
