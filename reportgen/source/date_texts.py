"""Dates as people and programs write them: 12/03/2024, 26.09.2021, 12 March 2024, Mar-24, 2024-03-12T00:00:00.

In which order a column writes day and month is told from all of its dates; where none tells, it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.language.month_words import month_of
from reportgen.language.periods import period
from reportgen.patterns import Pattern
from reportgen.source.scalars import ScalarError, partial_date, short

DateOrder = Literal["dmy", "mdy", "ymd", "ym"]
"""In which order day, month and year stand; `ym` says that 2010-11 is a month, not a year and the one after it."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPLIT_YEARS = Pattern(r"([12][0-9]{3})\s*[-–/]\s*([0-9]{2}|[12][0-9]{3})")
_CLOCK = Pattern(r"(.*?[0-9])[T ]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?")
_NUMBERS = Pattern(r"([0-9]{1,4})\s*([/.\-])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,4})")
_SOLID = Pattern(r"([12][0-9]{3})(0[1-9]|1[0-2])([0-3][0-9])")
_WORDY = Pattern(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+)?(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?[\s\-./]*(?:of\s+)?)?(?P<month>[a-z]{3,9})\.?[\s\-./,']*"
    r"(?:(?P<day2>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>[0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
_YEAR_FIRST = Pattern(r"(?P<year>[12][0-9]{3})[\s\-./]*(?P<month>[a-z]{3,9})\.?", re.IGNORECASE)
_WEEKDAYS = (
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    r"lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenica|"
    r"lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so|mi[eé]|jue|vie|s[aá]b|dom|gio"
)
_ELSEWHERE = Pattern(
    rf"(?:(?:{_WEEKDAYS})[.,]*\s+)?"
    r"(?:le |am |el )?(?P<day>[0-9]{1,2})(?:er|ᵉʳ|[.º°])?[\s-]+(?:de )?(?P<month>[^\W\d_]{3,12})\.?,?[\s-]+(?:del? )?"
    r"(?P<year>[0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
"""A day in the words of another language: "1er janv. 2024", "4. März 2024", "4 de marzo de 2024"."""
_DAY = Pattern("[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
PERIOD = Pattern(r"[12][0-9]{3}(?:\s*[-/–]\s*[0-9]{2,4}|\s*-?[QT][1-4])?|[QT][1-4]\s*[12][0-9]{3}")
"""A year, a split year or a quarter, as they name columns."""
_NAMED_MONTH = Pattern(r"[^\W\d_]{3,12}\.?[ -](?:de )?[12][0-9]{3}")
_SIGN_WITHIN = Pattern(
    r"(?P<year>.*[0-9])\s?(?P<sign>[(\[][^()\[\]]*[)\]]|[*†‡§#¹²³⁴-⁹]+|[a-z]\b) "
    r"(?P<part>(?:[QTH] ?[1-4]|[^\W\d_]{3,12})\b.*)"
)
"""A year with a mark or the sign of a note behind it, and what stands below it, as a header of two rows is read."""
_YEAR_AGAIN = Pattern(r"([12][0-9]{3}) \[YR\1\]")
"""A year as the World Bank names a column by it."""
_LETTERED_YEAR = Pattern("[Xxy](?:1[89]|20|21)[0-9]{2}")
_PIVOT_OLD, _PIVOT_NEW = 50, 30
"""Two digits from 50 are of the last century, below 30 of this one; between them it is in doubt."""


def are_split_years(texts: Sequence[str]) -> bool:
    """Whether all of some texts are a year and the one after it, 2023-24 or 2023/24: never months."""
    return bool(texts) and all(is_split_year(text) for text in texts)


def is_split_year(text: str) -> bool:
    """Whether a text is a year and the one after it."""
    match = _SPLIT_YEARS.fullmatch(text)
    if match is None:
        return False
    first, second = int(match[1]), match[2]
    return int(second) == (first + 1) % 100 if len(second) == 2 else int(second) == first + 1


def is_date(text: str) -> bool:
    """Whether a text is a date in some order, if perhaps none that exists."""
    try:
        return _read(text, "dmy") is not None
    except ScalarError:
        return True


def is_day(text: str) -> bool:
    """Whether a text is a day, or a month, in digits or words."""
    return bool(_DAY.fullmatch(text)) or (text[:1].isdigit() and is_date(text))


def without_letter(name: str) -> str:
    """A column's name without the letter that R puts before a year, which begins no name there: "X2019", "y2019"."""
    return name[1:] if _LETTERED_YEAR.fullmatch(name) else name


def sign_last(name: str) -> str:
    """The name of a column with the mark, or the sign, of its year behind the period: "2024/25 (p) Q1" is that of
    "2024/25 Q1 (p)"; another name as it is."""
    if again := _YEAR_AGAIN.fullmatch(name):
        return again[1]
    found = _SIGN_WITHIN.fullmatch(name)
    whole = f"{found['year']} {found['part']}" if found else ""
    return f"{whole} {found['sign']}" if found and names_period(whole) else name


def names_period(name: str) -> bool:
    """Whether a column is named by a year, a quarter, a month or a day, if perhaps with a note or a mark behind it."""
    bare = re.sub(r"\s*[(\[][^()\[\]]*[)\]]$|(?<=[0-9])\s?(?:[a-z]|[*†‡§#¹²³⁴-⁹]+)$", "", sign_last(name))
    if PERIOD.fullmatch(bare) or is_day(bare):
        return True
    try:
        return period(bare).kind in ("quarter", "half", "week", "year") or bool(_NAMED_MONTH.fullmatch(bare))
    except ValueError:
        return False


def order_of(texts: Sequence[str]) -> tuple[DateOrder | None, list[str]]:
    """The order of the dates that are written in numbers alone; None, and texts that show it, where it is in doubt.

    One text is shown where none tells the order, two where they contradict each other.
    """
    shown: dict[DateOrder, str] = {}
    first = ""
    for text in texts:
        match = _NUMBERS.fullmatch(_day_of(text) or text)
        if match is None or len(match[1]) > 2:
            continue
        one, two = int(match[1]), int(match[3])
        first = first or text
        if match[2] == "." or one > 12:
            shown.setdefault("dmy", text)
        elif two > 12:
            shown.setdefault("mdy", text)
    if len(shown) == 2:
        return None, list(shown.values())
    if shown:
        return next(iter(shown)), []
    return (None, [first]) if first else ("dmy", [])


def read_date(text: str, order: DateOrder) -> PartialDate:
    """A date in the order given; ScalarError where it is none, or none that exists."""
    found = _read(text, order)
    if found is not None:
        return found
    if _day_of(text) == "":
        raise ScalarError("bad-date", f"must be a day, not {short(text)}", "leave the hour out: a date has none here")
    return partial_date(text)


def _read(text: str, order: DateOrder) -> PartialDate | None:
    day = _day_of(text)
    if day is None:
        day = text
    for form in (_in_numbers, _in_words, _solid, day_in_words):
        parts = form(day, order)
        if parts is not None:
            return _existing(text, *parts)
    return None


def _day_of(text: str) -> str | None:
    """The date before an hour; "" where the hour is not midnight, None where no hour stands there."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    return "" if re.search("[1-9]", match[2]) else match[1].strip()


def _in_numbers(text: str, order: DateOrder) -> tuple[int, int, int | None] | None:
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    one, two, three = match[1], match[3], match[4]
    if len(one) == 4 and len(three) <= 2:
        return int(one), int(two), int(three)
    if len(one) > 2 or len(three) not in (2, 4):
        return None
    if order == "ymd":
        return _century(one), int(two), int(three)
    day, month = (two, one) if order == "mdy" else (one, two)
    return _century(three), int(month), int(day)


def _in_words(text: str, _: DateOrder) -> tuple[int, int, int | None] | None:
    match = _WORDY.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if match is None:
        return None
    month = match["month"].casefold()
    number = next((at for at, name in enumerate(_MONTHS, 1) if month.startswith(name)), None)
    days = match.groupdict()
    if number is None or not _is_month(month) or (days.get("day") and days.get("day2")):
        return None
    day = days.get("day") or days.get("day2")
    return _century(match["year"]), number, int(day) if day else None


def day_in_words(text: str, _: DateOrder = "dmy") -> tuple[int, int, int | None] | None:
    """Year, month and day of a day in the words of any language known, "1er juin 2024"; None for other words."""
    match = _ELSEWHERE.fullmatch(text) if text[-1:].isdigit() else None
    number = month_of(match["month"]) if match else None
    return (_century(match["year"]), number, int(match["day"])) if match and number else None


def _is_month(word: str) -> bool:
    names = "january february march april may june july august september october november december sept".split()
    return any(name == word or (word in _MONTHS and name.startswith(word)) for name in names)


def _solid(text: str, _: DateOrder) -> tuple[int, int, int | None] | None:
    match = _SOLID.fullmatch(text)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def _century(year: str) -> int:
    if len(year) == 4:
        return int(year)
    if _PIVOT_NEW <= int(year) < _PIVOT_OLD:
        hint = "write years with four digits"
        raise ScalarError("bad-date", f"can be of two centuries: '{year}'", hint)
    return int(year) + (2000 if int(year) < _PIVOT_NEW else 1900)


def _existing(text: str, year: int, month: int, day: int | None) -> PartialDate:
    written = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day is not None else "")
    try:
        return partial_date(written)
    except ScalarError as error:
        hint = error.hint if text[:4].isdigit() else f"it was read as {written}: look at the order of day and month"
        raise ScalarError(error.rule, f"must be a date that exists, not {short(text)}", hint) from None
