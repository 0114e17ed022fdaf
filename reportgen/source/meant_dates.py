"""The date that a text means which is none as our files have it: 21 March 2025, 12/03/2024, 2023/24."""

from __future__ import annotations

from reportgen.dates import PartialDate
from reportgen.language import periods
from reportgen.source.date_texts import DateOrder, day_in_words, read_date
from reportgen.source.scalars import ScalarError

_ORDERS: tuple[DateOrder, ...] = ("dmy", "mdy")
_QUOTES = "“”‘’„‚«»‹› "
"""What a word processor makes of quotation marks: YAML takes them for a part of the value."""


def meant(text: str) -> tuple[PartialDate, ...]:
    """The dates that it may mean: one, two where nothing tells day and month apart, none for other words.

    Of a period it is the last day, for then its figures are known.
    """
    found = dict.fromkeys(date for order in _ORDERS if (date := _in_order(text.strip(), order)))
    return tuple(found) or _of_period(text)


def in_words(text: str) -> PartialDate | None:
    """A day in the words of any language known, such as "1er juin 2024"; None for other words."""
    found = day_in_words(text.strip())
    try:
        return PartialDate.parse("{:04d}-{:02d}-{:02d}".format(*found)) if found else None
    except ValueError:
        return None


def hint_for(text: str) -> str:
    """How it is written instead; "" where nothing tells what it means."""
    bare = text.strip(_QUOTES)
    if bare != text:
        return f"write it without these quotation marks: {next(iter(meant(bare)), bare)}"
    dates = meant(text)
    if not dates:
        return ""
    if _of_period(text) and not any(_in_order(text.strip(), order) for order in _ORDERS):
        return f"write its last day, {dates[0]}; a month, {dates[0].year}-{dates[0].month:02}, or a year will do"
    more = ", whichever is meant" if len(dates) > 1 else ""
    return f"write it as {' or '.join(map(str, dates))}{more}"


def _in_order(text: str, order: DateOrder) -> PartialDate | None:
    try:
        return read_date(text, order)
    except ScalarError:
        return None


def _of_period(text: str) -> tuple[PartialDate, ...]:
    try:
        last = periods.period(text).last
    except ValueError:
        return ()
    return (PartialDate(last.year, last.month, last.day),)
