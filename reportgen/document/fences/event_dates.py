"""The dates of a timeline as they are printed: days in one form, months in one, however their author writes each.

What is no date of days, months or years ("c. 1899", "Spring 2020") stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.dates import PartialDate
from reportgen.document.text.desk import Desk
from reportgen.language import Words
from reportgen.patterns import Pattern
from reportgen.problems import Place
from reportgen.source.date_texts import DateOrder, order_of, read_date
from reportgen.source.scalars import ScalarError, short

_ISO = Pattern(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_NUMBERS = Pattern(r"[0-9]{1,2}\s*[/.\-]\s*[0-9]{1,2}\s*[/.\-]\s*[0-9]{4}")


def in_one_form(desk: Desk, texts: Sequence[tuple[str, Place]]) -> list[str | None]:
    """For each date of a timeline its words; None where they stay as they are.

    Days in numbers alone are read in the order that one of them shows; where none does, it is asked for.
    """
    numbers = [(text, place) for text, place in texts if _NUMBERS.fullmatch(text)]
    order, unclear = order_of([text for text, _ in numbers])
    if unclear:
        place = next(place for text, place in numbers if text == unclear[-1])
        message = f"this timeline has dates that may mean two days, such as {short(unclear[-1])}"
        desk.problem("bad-date", place, message, "write the year first, as 2024-03-05, or the month as a word")
    typed = [text for text, _ in texts if not _ISO.fullmatch(text) and _has_long_month(text, desk.words)]
    long = {_has_day(text) for text in typed}
    dates = [_date(text, order) for text, _ in texts]
    return [_said(date, desk.words, long=bool(date and date.day) in long) for date in dates]


def _date(text: str, order: DateOrder | None) -> PartialDate | None:
    try:
        if _NUMBERS.fullmatch(text):
            return read_date(text, order) if order else None
        return PartialDate.parse(text)
    except (ValueError, ScalarError):
        return None


def _said(date: PartialDate | None, words: Words, *, long: bool) -> str | None:
    if date is None:
        return None
    return words.date(date) if long else words.short_date(date)


def _has_day(text: str) -> bool:
    """Whether a date in words has a day beside its month and year."""
    return re.search(r"(?<!\d)\d{1,2}(?!\d)", text) is not None


def _has_long_month(text: str, words: Words) -> bool:
    """Whether a month stands in it as a whole word that has a shorter form."""
    wide = [month for month in words.months if len(month) > len("June")]
    return re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, wide))})(?!\w)", text, re.IGNORECASE) is not None
