"""What a fact's value is: a number with the unit that is written with it, a date, a period, or words.

"£2.02m" is read as a cell of a column is, where its figure with its unit says what is printed; what may be something
else stays as it is written.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.dates import Period
from reportgen.frozen import frozen
from reportgen.language.units import Unit
from reportgen.patterns import Pattern
from reportgen.source.cells import guessed, hint_at, scalar
from reportgen.source.column_types import READERS, Asked
from reportgen.source.model import ColumnType, Scalar
from reportgen.source.number_texts import PLAIN, Parts, parts_of, shifted
from reportgen.source.scalars import ColumnDoubt, ScalarError
from reportgen.source.units import unit_of

_NUMERIC: tuple[ColumnType, ...] = ("number", "integer")
_NAME = Pattern(r"[A-Z][a-z]{2,}")
"""A word with a capital is rather a month or a street than a unit."""
_POWER = Pattern(r"[-+\u2212]?(?:[0-9]+\.[0-9]+[eE][+-]?[0-9]+|[0-9]+[eE][-\u2212][0-9]+)")
"""A number that only a program writes so; 1e5 may be a code."""
_WITH_COMMA = Pattern(r"[-\u2212]?(?:[0-9]{1,3}(?:[ .\u00a0\u202f][0-9]{3})+,[0-9]+|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,}))")
"""A number with a decimal comma, where the paper's language has one."""
_DAY = Pattern(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[12][0-9]{3}")
_GROUPED = Pattern(
    r"\D*[0-9]{1,3}(?P<group>[ .,'’\u00a0\u202f])[0-9]{3}(?:(?P=group)[0-9]{3})*(?!(?P=group))[.,][0-9]+\D*"
)
"""A number whose thousands are apart, with decimals: it means the same in every language."""
_FINE = 3
"""Decimals from which a number of one at most in per cent is rather a share of one."""


@frozen
class FactValue:
    """A value with its type and its unit."""

    value: Scalar
    type: ColumnType
    unit: str = ""


def fact_value(written: str, kind: ColumnType | None, unit: str, *, counted: bool, language: str) -> FactValue:
    """The value of a trimmed text; ScalarError where it does not suit what is said of it.

    `kind` is the type that is declared, None for none; `counted`: it has a unit or decimals.
    """
    asked = kind or guessed(written, counted=counted)
    if written and (kind in _NUMERIC or (kind is None and asked in ("number", "string") and counted)):
        return _number(written, kind or "number", unit, language, kind_said=kind is not None)
    if kind is None and asked == "string" and (found := _with_its_unit(written, language) or _day_in_figures(written)):
        return found
    value = scalar(written, asked)
    if isinstance(value, Period) and kind is None:
        value = Period.of(value, said=written)
    return FactValue(value, asked, unit)


def _day_in_figures(written: str) -> FactValue | None:
    """A day such as 31/12/2024, which everybody reads as one; ScalarError where it may be another day too."""
    if not _DAY.fullmatch(written):
        return None
    from reportgen.source.meant_dates import hint_for, meant  # few facts are days in figures

    dates = meant(written)
    if len(dates) > 1:
        raise ScalarError("bad-date", f"is {written}, which may be two days", hint_for(written))
    return FactValue(dates[0], "date") if dates else None


def _number(written: str, kind: ColumnType, declared: str, language: str, *, kind_said: bool = False) -> FactValue:
    """A number as a cell of a column is read, with the unit that stands in it."""
    parts = None if PLAIN.fullmatch(written) else parts_of(written)
    if parts and not declared and not _is_sign(parts.unit) and kind_said:
        return FactValue(scalar(written, kind), kind)
    own = _together(declared, parts.unit) if parts and parts.unit and declared else ""
    asked = Asked(kind, own or declared, commas_likely=not language.startswith("en"))
    plain = _without_unit(written, parts) if own and parts else written
    try:
        way = READERS[kind]([plain], asked)
        value = way.read(plain)
    except ColumnDoubt as doubt:
        hint = doubt.hint if parts and parts.unit else "write a point before decimals, and nothing between thousands"
        raise ScalarError(doubt.rule, doubt.message, hint) from None
    except ScalarError as error:
        hint = hint_at(written, kind) or _words_hint(declared) or error.hint
        raise ScalarError(error.rule, error.message, hint) from None
    _check_share(value, own or declared, parts)
    return FactValue(value, kind, own or declared or way.unit)


def _is_sign(unit: Unit) -> bool:
    """Whether a unit is none, or one that stands with a number everywhere: another may be a slip in a plain number."""
    return not unit or bool(unit.currency or unit.power or unit.percent)


def _words_hint(unit: str) -> str:
    return f"write the figure alone, or the words with their unit and without unit: {unit}" if unit else ""


def _check_share(value: Scalar, unit: str, parts: Parts | None) -> None:
    """A share of one that is declared to be in per cent is asked about."""
    fine = isinstance(value, Decimal) and abs(value) < 1 and -int(value.as_tuple().exponent) >= _FINE
    if fine and isinstance(value, Decimal) and unit == "%" and not (parts and parts.unit):
        larger = shifted(value, 2)
        message = f"is {value} in %: is it a share of one, and {larger}%?"
        raise ScalarError("wrong-type", message, f"write value: {larger}, or value: {value}% if it is meant")


def _with_its_unit(written: str, language: str) -> FactValue | None:
    """A number in a text that nobody calls one, if it is printed as it is written."""
    parts = parts_of(written)
    if parts is None or _NAME.match(parts.unit.rest):
        return None
    bare = not parts.unit
    if bare and not language.startswith("en") and _WITH_COMMA.fullmatch(written):
        return _number(written, "number", "", language)
    if bare and not (_POWER.fullmatch(written) or re.search(r"[0-9],[0-9]{3}", written)):
        return None
    try:
        found = _number(written, "number", "", language)
    except ScalarError:
        return None
    sure = (bare and parts.power) or _GROUPED.fullmatch(written)
    return found if sure or _printed(found, language) == _plain(written, parts.unit) else None


def _printed(found: FactValue, language: str) -> str:
    from reportgen.language import UnknownLanguage, words_for

    try:
        return _plain(words_for(language).quantity(found.value, found.unit), unit_of(found.unit))  # type: ignore[arg-type]
    except UnknownLanguage:
        return ""


def _plain(text: str, unit: Unit) -> str:
    """A text as it is compared: the spaces of what every language sets in its own way do not count."""
    text = re.sub(r"\s+", " ", text.replace("\u2212", "-"))
    return text.replace(" ", "") if _is_sign(unit) else text


def _without_unit(written: str, parts: Parts) -> str:
    sign = "-" if parts.negative else ""
    return f"{sign}{parts.digits}" + (f"e{parts.power}" if parts.power else "")


def _together(declared: str, written: Unit) -> str:
    """One unit of what is declared and what is written with the number: "£bn" of £ and "bn"; "" where both say more
    than the other, and it is a matter of conversion."""
    asked = unit_of(declared)
    if asked.power or any(one and other and one != other for one, other in _pairs(asked, written)):
        return ""
    if not written.power:
        return declared if not written.currency else ""
    words = written.written.removeprefix(written.currency).split()
    size, rest = words[0], asked.rest or written.rest
    currency = asked.currency or written.currency
    lead = f"{currency} {size}" if currency and len(size) > 2 else f"{currency}{size}"
    return f"{lead} {rest}".strip()


def _pairs(one: Unit, other: Unit) -> tuple[tuple[str, str], tuple[str, str]]:
    said = ["%" * unit.percent or unit.rest for unit in (one, other)]
    return (one.currency, other.currency), (said[0], said[1])
