"""Dates that are typed in figures, or with a shortened year: within a text the month is a word, as in dates of data.

02/01/2024 is in January for one reader and in February for another, and 12/25 is a fraction for a third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache

from reportgen.dates import PartialDate
from reportgen.document.style.bare_numbers import GONE, QUOTED
from reportgen.document.style.prose import Prose
from reportgen.document.style.runs import TextRun
from reportgen.frozen import frozen
from reportgen.language import Words, words_for
from reportgen.problems import Place, Problems

_DIGIT = re.compile(r"\d")
_SIGNED = re.compile(r"\d[/.–-]\d")
"""What every date in figures has: to look for it is cheap."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SHORT = 2
_END = r"(?![\w/-]|[.,:]\d)"
_DAYS = re.compile(
    r"(?<![\w/.,:-])(?:(?P<day>\d{1,2})(?P<sign>[/.–-])(?P<month>\d{1,2})(?P=sign)(?P<year>[12]\d{3}|(?<=/)\d\d)"
    r"|(?P<day2>\d{1,2})\.(?P<month2>\d{1,2})\.(?P<year2>\d\d)"
    rf"|(?P<first>[12]\d{{3}})(?P<sign2>[/.-])(?P<month3>\d{{1,2}})(?P=sign2)(?P<day3>\d{{1,2}})){_END}"
)
_PARTS = re.compile(rf"(?<![\w/.,:-])(?P<one>\d{{1,2}})/(?P<other>[12]\d{{3}}|\d{{1,2}}){_END}(?!\s?[%£€$])")
"""A month and a year, or a day and a month, if what stands beside it says so."""
_TWO_DIGITS = re.compile(r"\d\d\.\d\d\.")
_SURE_DAYS, _MONTHS = range(13, 32), range(1, 13)
_LEAP = 2024
"""A year that has every day."""


@frozen
class Typed:
    """A date as typed, where it begins and ends in its text, and what it may mean, in words."""

    text: str
    begin: int
    end: int
    meant: str
    figures: bool = True


def check_typed_dates(prose: Prose, problems: Problems) -> list[tuple[Place, int]]:
    """Report such dates; where each begins, and how many characters it has, for what else is told of its numbers."""
    words, told = prose.words, []
    for run in prose.own_runs:
        if not _DIGIT.search(run.whole) or _DAYS.fullmatch(
            run.whole.strip()
        ):  # the latter is an event's, printed in words
            continue
        for date in _found(QUOTED.sub(lambda quoted: GONE * len(quoted[0]), run.whole), words):
            _tell(date, run, words, problems)
            told.append((run.place(date.begin), date.end - date.begin))
    for run in prose.cell_runs:  # no parts of dates: "12/25" is a score as well
        for date in _whole(run.whole, words) if _DIGIT.search(run.whole) else ():
            _tell(date, run, words, problems)
    return told


def _tell(date: Typed, run: TextRun, words: Words, problems: Problems) -> None:
    hint = f"write {date.meant}, as dates of the data are printed"
    if date.figures and _ISO.fullmatch(date.text):
        message = f"'{date.text}' is a date in figures: a text says the month in words"
    elif date.figures:
        message = f"'{date.text}' is a date in figures, which not everybody reads alike"
    else:
        message = f"'{date.text}' is a date whose year is shortened"
    problems.add("date-typed", run.place(date.begin), message, hint)


def _found(text: str, words: Words) -> list[Typed]:
    signed = _SIGNED.search(text)
    found = _whole(text, words)
    ends = [one.end for one in found]
    for part in _PARTS.finditer(text) if signed else ():
        if meant := _part(part, text, words, ends):
            found.append(Typed(part[0], *part.span(), meant))
            ends.append(part.end())
    return found


def _whole(text: str, words: Words) -> list[Typed]:
    """The dates that have a year."""
    days = _days(text, words) if _SIGNED.search(text) else ()
    return [*days, *_in_words(text, words), *_seasons(text, words)]


def _days(text: str, words: Words) -> Iterator[Typed]:
    numbered = words.form(r"(?:\b(?i:«numbered»)|\b«named»|[vV]ersion|[vV]\.?)\s?\Z", re.NOFLAG)
    for found in _DAYS.finditer(text):
        meant, before = _said(_readings(found), words), text[: found.start()]
        if found["day2"] and not _TWO_DIGITS.match(found[0]) and not _on_day(words).search(before):
            continue  # the number of a heading, or of a version
        if meant and not (found["sign"] != "/" and numbered.search(before)):
            yield Typed(found[0], *found.span(), meant)


def _readings(found: re.Match[str]) -> list[tuple[int, int, int]]:
    """Year, month and day, as often as there are ways to read it: only with strokes may the month come first."""
    if found["first"]:
        return [(int(found["first"]), int(found["month3"]), int(found["day3"]))]
    year, one, other = (int(found[name] or found[f"{name}2"]) for name in ("year", "day", "month"))
    year += 2000 if len(found["year"] or found["year2"]) == _SHORT else 0
    return [(year, other, one), (year, one, other)] if found["sign"] == "/" else [(year, other, one)]


def _said(readings: Sequence[tuple[int, ...]], words: Words) -> str:
    """The dates that some readings are, in words; "" where none exists."""
    dates: dict[str, None] = {}
    for year, *rest in readings:
        with suppress(ValueError):
            dates[words.date(PartialDate.parse("-".join((str(year), *(f"{number:02}" for number in rest)))))] = None
    return " or ".join(dates).replace("\u00a0", " ")


def _part(found: re.Match[str], text: str, words: Words, ends: Sequence[int]) -> str:
    """What a month with its year, or a day with its month, may be; "" where it may be a fraction or a number."""
    one, other, before = int(found["one"]), int(found["other"]), text[: found.start()]
    led = words.form(r"(?:\A|[(–]|\b«when»)\s*\Z").search(before) is not None
    led = led or any(re.fullmatch(r"\s*[,;]\s*", text[end : found.start()]) for end in ends if end <= found.start())
    if not led or words.form(r"\s+«of-it»\b").match(text[found.end() :]):
        return ""
    if len(found["other"]) > _SHORT:
        return _said([(other, one)], words) if one in _MONTHS else ""
    # "5/5" is no fraction, and no other number of a day is sure: "grew by 3/4".
    if other in _MONTHS and (one in _SURE_DAYS or (one == other and _on_day(words).search(before))):
        return _said([(_LEAP, other, one)], words).replace(str(_LEAP), "…")
    return _said([(2000 + other, one)], words) if one in _MONTHS and other > _MONTHS[-1] else ""


def _in_words(text: str, words: Words) -> Iterator[Typed]:
    """Such as "Jan ’26", "Mar-24" and "4th Apr 25"."""
    for found in _wordy(words.tag).finditer(text):
        month, year, day = (found[name] or found[f"{name}2"] for name in ("month", "year", "day"))
        whole = (2000 + int(year), _number_of(month, words), *([int(day)] if day else []))
        if meant := _said([whole], words):
            yield Typed(found[0], *found.span(), meant, figures=False)


def _seasons(text: str, words: Words) -> Iterator[Typed]:
    """Such as "Spring ’27"."""
    years = words.form(r"\b«seasons»[ \u00a0][’'‘](?P<year>\d\d)(?![\w’'-]|[.,]\d|\s?[%€£$])")
    for found in years.finditer(text) if any(sign in text for sign in "’'‘") else ():
        meant = f"{found[0][: -len(found['year']) - 1]}{2000 + int(found['year'])}"
        yield Typed(found[0], *found.span(), meant, figures=False)


def _number_of(name: str, words: Words) -> int:
    return next(at for at, whole in enumerate(words.months, 1) if whole.startswith(name))


def _on_day(words: Words) -> re.Pattern[str]:
    """What stands before a day, and not before a part of something: "on", "until"; another day may stand between."""
    day = r"(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)"
    return words.form(rf"\b«on-day»\s(?:{day}\s*(?:[,–-]|\b«joined»\b)\s*)*\Z")


@cache
def _wordy(tag: str) -> re.Pattern[str]:
    words = words_for(tag)
    months = "|".join(re.escape(one) for one in sorted(_names(words), key=len, reverse=True))
    day = r"(?<![\w.,-])(?P<{}>\d{{1,2}})(?:st|nd|rd|th|er)?"
    return re.compile(
        rf"(?:(?:{day.format('day')}[ \u00a0./-])?(?<![\w])(?P<month>{months})\.?(?:[ \u00a0]?[’'‘]|-)(?P<year>\d\d)"
        rf"|{day.format('day2')}[ \u00a0](?P<month2>{months})\.?[ \u00a0](?P<year2>\d\d)(?=\s*(?:[.,;:)!?]|\Z)))"
        r"(?![\w’'-]|[.,]\d)"
    )


def _names(words: Words) -> Iterator[str]:
    """The names of the months, and their first three letters where only one begins so."""
    whole = words.months[:12]
    yield from words.months
    yield from (name[:3] for name in whole if sum(one.startswith(name[:3]) for one in whole) == 1)
