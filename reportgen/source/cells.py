"""A cell's or a fact's written value by the type of its column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from reportgen.problems import did_you_mean
from reportgen.source.model import ColumnType, Scalar
from reportgen.source.scalars import ScalarError, number, partial_date, short, truth, whole

_YEAR = re.compile("[0-9]{4}")
_NOTHING = re.compile(r"[-–—.…?]+|n/?a|none|null|nil", re.IGNORECASE)


def _year(text: str) -> Decimal:
    if _YEAR.fullmatch(text):
        return Decimal(text)
    raise ScalarError("wrong-type", f"must be a year, not {short(text)}", "write it with four digits: 2022")


_READERS: Mapping[ColumnType, Callable[[str], Scalar]] = {
    "string": str,
    "number": number,
    "integer": lambda text: Decimal(whole(text)),
    "year": _year,
    "date": partial_date,
    "boolean": truth,
}


def scalar(text: str, kind: ColumnType, values: Sequence[str] = ()) -> Scalar:
    """The value of a trimmed text, None for ""; ScalarError where it doesn't suit the type or is not in `values`."""
    if not text:
        return None
    if values and text not in values:
        raise ScalarError("not-in-list", f"can't be {short(text)}", did_you_mean(text, values))
    try:
        return _READERS[kind](text)
    except ScalarError as error:
        if _NOTHING.fullmatch(text):
            hint = "leave the cell empty, and say with missing: what an empty cell means"
            raise ScalarError(error.rule, error.message, hint) from None
        raise


def guessed(text: str) -> ColumnType:
    """The type of a fact that names none: number, date or string, whichever its value reads as."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text):
        return "date"
    try:
        number(text)
    except ScalarError:
        return "string"
    return "number"
