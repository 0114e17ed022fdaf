"""A single written value by its type, such as a fact's, and the type of one that names none. A column: `columns`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from reportgen.dates import Period
from reportgen.language import periods
from reportgen.patterns import Pattern
from reportgen.source.date_texts import is_split_year
from reportgen.source.meant_dates import hint_for
from reportgen.source.model import ColumnType, Scalar
from reportgen.source.number_texts import parts_of
from reportgen.source.scalars import ScalarError, number, partial_date, short, truth, whole

_YEAR = Pattern("[0-9]{4}")
_NUMERIC = ("number", "integer")
YEARS_ODD = "a year and the next as in a financial year, or a month?"
YEARS_HINT = "for years write type: period; for months write type: period too, and them as Nov 2010"
_NOTHING = Pattern(r"[-–—.…?:*]+|#?n/?a|none|null|nil", re.IGNORECASE)


def year(text: str) -> Decimal:
    """A year; ScalarError for what is none."""
    if _YEAR.fullmatch(text):
        return Decimal(text)
    raise ScalarError("wrong-type", f"must be a year, not {short(text)}", "write it with four digits: 2022")


def period(text: str, reading: periods.Reading = "years") -> Period:
    """A period, with what 2010-11 is in such texts; ScalarError for what is none."""
    try:
        return periods.period(text, reading)
    except ValueError:
        hint = "write it as 2024 Q1, 2024 H1, 2023/24, 2024-03, 2024-W05 or 2024"
        if re.match(r"FY ?'?[0-9]", text, re.IGNORECASE):
            hint = "it may begin or end in that year: write both, 2023/24"
        raise ScalarError("bad-date", f"must be a period, not {short(text)}", hint) from None


_READERS: Mapping[ColumnType, Callable[[str], Scalar]] = {
    "string": str,
    "number": number,
    "integer": lambda text: Decimal(whole(text)),
    "year": year,
    "date": partial_date,
    "period": period,
    "boolean": truth,
}


def scalar(text: str, kind: ColumnType, *, reading: periods.Reading = "years") -> Scalar:
    """The value of a trimmed text, None for ""; ScalarError where it doesn't suit the type.

    `reading`: of a period, see `periods.reading_of`.
    """
    if not text:
        return None
    try:
        return period(text, reading) if kind == "period" else _READERS[kind](text)
    except ScalarError as error:
        raise ScalarError(error.rule, error.message, hint_at(text, kind) or error.hint) from None


def hint_at(text: str, kind: ColumnType) -> str:
    """What to do about a text that says nothing, has a number's unit with it, is a period; else ""."""
    if kind == "date" and not _is_period(text) and (hint := hint_for(text)):
        return hint
    if kind in ("date", "year") and _is_period(text):
        return "quarters, weeks, financial years and the like are periods: give it type: period"
    if _NOTHING.fullmatch(text):
        return "leave the value out, and say in the text what is not known"
    parts = parts_of(text) if kind in _NUMERIC else None
    if parts is None or not parts.unit:
        return ""
    digits = f"{'-' if parts.negative else ''}{parts.digits}"
    return f'write {digits}; its unit has a key of its own: unit: "{parts.unit.written}"'


def _is_period(text: str) -> bool:
    try:
        return periods.period(text).kind != "date" or not text[:4].isdigit()
    except ValueError:
        return False


def guessed(text: str, *, counted: bool = False) -> ColumnType:
    """The type of a fact that names none, by what its value reads as; `counted`: it has a unit or decimals.

    A guess never changes what is printed but for the signs of a language: four digits may be a year, leading zeros
    belong to a code, and 2010-11 is rather a financial year than a month: all these are printed as they are written.
    """
    if is_split_year(text):
        return "period"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text):
        return "date"
    if not counted and re.fullmatch(r"[12][0-9]{3}", text):
        return "year"
    if counted or re.fullmatch(r"[-\u2212]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", text):
        try:
            number(text)
        except ScalarError:
            return "string"
        return "number"
    return "string"
