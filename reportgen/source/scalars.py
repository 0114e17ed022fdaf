"""Scalars read from their written form by the type asked for: numbers, truth values, dates.

Each reader returns a value or raises ScalarError; where the scalar stands is the caller's to know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NewType

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.patterns import Pattern

Reader = Callable[[str], Any]
"""Turns a scalar's written form into a value, or raises ScalarError."""


Decimals = NewType("Decimals", int)
"""How many digits stand after the decimal point."""


Positive = NewType("Positive", float)
"""A number of more than 0, such as a length."""

Count = NewType("Count", int)
"""A whole number of 1 or more."""


@frozen
class Width:
    """A width in millimetres, or as a share of what there is room for."""

    length: float = 0.0
    share: float = 0.0


class ScalarError(Exception):
    """A scalar that can't be read. `message` completes a sentence that begins with the key: "must be a number"."""

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        self.rule, self.message, self.hint = rule, message, hint
        super().__init__(message)


class ColumnDoubt(ScalarError):
    """What can't be told from a whole column; `at` is the text that shows it."""

    def __init__(self, rule: str, at: int, message: str, hint: str) -> None:
        super().__init__(rule, message, hint)
        self.at = at


_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_NUMBER = Pattern(r"[+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?")
_ODD_NUMBER = Pattern(r"[+-]?[0-9]{1,3}(?:[ ,.'\u00a0\u202f][0-9]{3})*(?:,[0-9]+)?\s*%?")
_SPLIT_YEAR = Pattern("([0-9]{4})[-/–]([0-9]{2})")
_DATE = Pattern(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_MOST_DECIMALS = 12
_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def short(text: str) -> str:
    """A value as a message quotes it: on one line, at most about 40 characters."""
    line = " ".join(text.split())
    return f"'{line[:39]}…'" if len(line) > 40 else f"'{line}'"


def number(text: str) -> Decimal:
    """Read a number: a point for decimals, no thousands separators; ScalarError otherwise."""
    text = text.strip().replace("\u2212", "-")
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    odd = _ODD_NUMBER.fullmatch(text)
    hint = "write a point for decimals and no thousands separators: 1234.5" if odd else "write it in digits: 12.5"
    raise ScalarError("wrong-type", f"must be a number, not {short(text)}", hint)


def whole(text: str) -> int:
    """Read a whole number; ScalarError otherwise."""
    text = text.strip().replace("\u2212", "-")
    if _WHOLE.fullmatch(text):
        return int(text)
    hint = "write no thousands separators: 1234" if _ODD_NUMBER.fullmatch(text) else "write it in digits: 12"
    raise ScalarError("wrong-type", f"must be a whole number, not {short(text)}", hint)


def truth(text: str) -> bool:
    """Read true or false (yes, no, on, off); ScalarError otherwise."""
    try:
        return _TRUTH[text.strip().casefold()]
    except KeyError:
        raise ScalarError("wrong-type", f"must be true or false, not {short(text)}", "write true or false") from None


def partial_date(text: str) -> PartialDate:
    """Read YYYY, YYYY-MM or YYYY-MM-DD; ScalarError otherwise."""
    try:
        return PartialDate.parse(text)
    except ValueError:
        if split := _SPLIT_YEAR.fullmatch(text.strip()):
            year = int(split[1]) + 1
            hint = f"a financial year is none: write its last day, {year}-03-31; a month, {year}-03, or a year will do"
            if year % 100 == int(split[2]):
                raise ScalarError("bad-date", f"must be a date, not {short(text)}", hint) from None
        if _DATE.fullmatch(text.strip()):
            hint = "look at its month and its day"
            raise ScalarError("bad-date", f"must be a date that exists, not {short(text)}", hint) from None
        raise ScalarError("bad-date", f"must be a date, not {short(text)}") from None


def decimals(text: str) -> Decimals:
    """Read how many digits stand after the decimal point, 0 to 12; ScalarError otherwise."""
    count = whole(text)
    if 0 <= count <= _MOST_DECIMALS:
        return Decimals(count)
    raise ScalarError(
        "wrong-type", f"must be between 0 and {_MOST_DECIMALS}", "leave it out for as many as the data have"
    )


def positive(text: str) -> Positive:
    """Read a number of more than 0; ScalarError otherwise."""
    value = number(text)
    if value > 0:
        return Positive(float(value))
    raise ScalarError("wrong-type", f"must be more than 0, not {short(text)}", "leave it out for the usual one")


def width(text: str) -> Width:
    """Read a width: a number of millimetres, or a per cent; ScalarError otherwise."""
    written = text.strip()
    if written.endswith("%"):
        return Width(share=positive(written[:-1]) / 100)
    return Width(length=positive(written))


def count(text: str) -> Count:
    """Read a whole number of 1 or more; ScalarError otherwise."""
    value = whole(text)
    if value > 0:
        return Count(value)
    raise ScalarError("wrong-type", f"must be 1 or more, not {short(text)}", "leave it out for the usual one")


READERS: Mapping[Any, Reader] = {
    str: str,
    int: whole,
    float: lambda text: float(number(text)),
    Decimal: number,
    bool: truth,
    Decimals: decimals,
    Positive: positive,
    Count: count,
    Width: width,
    PartialDate: partial_date,
}
