"""The filters and tests of templates: `{{ ferries.Oban.sailings | words }}`, `{% if row.rate is none %}`.

A filter changes the words of a value and keeps its records. It raises `Fault`; `sandbox` knows the place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from jinja2 import Undefined
from markupsafe import Markup

from reportgen.dates import PartialDate
from reportgen.document.data import marks
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.scalars import described, is_scalar, number, scalar, whole
from reportgen.document.data.values import Datum, lift
from reportgen.document.templates.budget import check_length
from reportgen.document.templates.list_filters import (
    arranged,
    counted,
    joined,
    largest,
    latest,
    listed,
    smallest,
    total,
)
from reportgen.document.templates.units import in_unit
from reportgen.language import Words
from reportgen.source.meant_dates import hint_for, meant

_MOST_DECIMALS = 10


def _said(say: Callable[..., str]) -> Callable[..., Datum]:
    """A filter that says a value otherwise; a missing one stays so."""

    def filtered(words: Words, value: object, *more: object, **options: object) -> Datum:
        datum = lift(value, words)
        return datum if datum.value is None else datum.said(say(words, datum, *more, **options))

    return filtered


def _number(words: Words, datum: Datum, decimals: object = None, unit: str = "") -> str:
    """Grouped."""
    return words.quantity(number(datum), unit, datum.form.decimals if decimals is None else _decimals(decimals))


def _percent(words: Words, datum: Datum, decimals: object = None) -> str:
    """With the sign of per cent: the value is per cent already."""
    return _number(words, datum, decimals, "%")


def _decimals(value: object) -> int:
    places = whole(value)
    if not 0 <= places <= _MOST_DECIMALS:
        raise Fault(
            "template-value", f"a number has 0 to {_MOST_DECIMALS} decimals, not {places}", "write how many: number(1)"
        )
    return places


def _spelled(words: Words, datum: Datum, gender: object = "") -> str:
    """In letters, with the word of size of its unit: "three", "three million"; "the first quarter of 2024"."""
    if isinstance(datum.value, PartialDate):
        return words.full_period(datum.value)
    size = words.size_of(datum.form.unit, number(datum))
    return words.spelled(whole(datum), feminine=_feminine(words, gender) and not size) + size


def _ordinal(words: Words, datum: Datum, gender: object = "") -> str:
    """ "3rd"."""
    return words.ordinal(whole(datum), feminine=_feminine(words, gender))


def _feminine(words: Words, gender: object) -> bool:
    """Whether the form of a feminine noun is asked for, "une", "1re"."""
    if str(gender) not in ("", "f"):
        raise Fault("template-value", f"'{gender}' is no form of numbers", 'write "f" for the feminine, or nothing')
    if gender and not words.has_feminine:
        raise Fault("template-value", "numbers have no feminine in this language", 'leave out ("f")')
    return bool(gender)


def as_date(words: Words, value: object, style: str = "long") -> Datum:
    """A date in words; `date("short")` shortens the month."""
    styles = {"long": words.date, "short": words.short_date}
    if style not in styles:
        raise Fault("template-value", f"'{style}' is not a form of dates", "write date or date('short')")
    datum = lift(value, words)
    return datum if datum.value is None else datum.said(styles[style](_date(datum)))


def _date(datum: Datum) -> PartialDate:
    match datum.value:
        case PartialDate():
            return datum.value
        case Decimal() if datum.form.type == "year":
            return PartialDate(int(datum.value))
    dates = meant(str(datum))
    if len(dates) != 1:
        raise Fault(
            "template-value",
            f"{described(datum)} is not a date",
            hint_for(str(datum)) or "give a date, such as facts_as_of",
        )
    return dates[0]


def change(words: Words, value: object, decimals: object = None) -> Datum:
    """With its sign: "+3", "−2", "0"."""
    datum = lift(value, words)
    text = str(datum) if datum.value is None else _number(words, datum, decimals, datum.form.unit)
    rises = datum.value is not None and number(datum) > 0 and any(digit in "123456789" for digit in text)
    return datum.said(f"+{text}" if rises else text)


def as_is(words: Words, value: object) -> Datum:
    """As it stands in the author's file; a number that stands in the text itself is meant so, as a filter said it."""
    datum = lift(value, words)
    if datum.worded and not datum.records:
        return datum.known()
    plain = f"{datum.value:f}" if isinstance(datum.value, Decimal) else str(datum)
    return datum.said(datum.literal or plain).known()


def absolute(words: Words, value: object) -> Datum:
    """Without its sign."""
    return abs(lift(value, words))


def rounded(words: Words, value: object, decimals: object = 0) -> Datum:
    """To so many decimals, half away from zero, keeping its unit."""
    datum, places = lift(value, words), _decimals(decimals)
    if datum.value is None:
        return datum
    exact = number(datum).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return datum.becoming(exact, replace(datum.form, decimals=places))


def cited(words: Words, value: object) -> Datum:
    """With its sources: a note by itself in the text."""
    return lift(value, words).cited()


def default(_words: Words, value: object, other: object = "", boolean: bool = False) -> object:
    """`other` where a name is unknown or a cell is empty."""
    missing = isinstance(value, Undefined) or value is None or (isinstance(value, Datum) and value.value is None)
    return other if missing or (boolean and not value) else value


def _text(change: Callable[..., str]) -> Callable[..., object]:
    """A filter that changes words; what macros and blocks made keeps the values that are in it."""

    def changed(words: Words, value: object, *more: object, **options: object) -> object:
        if not isinstance(value, Markup):
            datum = lift(value, words)
            return datum.said(change(str(datum), *more, **options))
        pieces = marks.VALUE.split(value)
        kept = [marks.value(int(one)) if at % 2 else change(one, *more, **options) for at, one in enumerate(pieces)]
        return Markup("".join(kept))

    return changed


def _replace(text: str, old: object, new: object, count: int = -1) -> str:
    gone, put = str(old), str(new)
    places = text.count(gone)
    check_length(len(text) + (places if count < 0 else min(places, count)) * (len(put) - len(gone)))
    return text.replace(gone, put, count)


def _truncate(text: str, length: int = 255, killwords: bool = False, end: str = "…") -> str:
    if len(text) <= length:
        return text
    cut = text[: max(0, length - len(end))]
    return (cut if killwords else cut.rsplit(" ", 1)[0]) + end


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


FILTERS: Mapping[str, Callable[..., object]] = {
    "number": _said(_number),
    "percent": _said(_percent),
    "words": _said(_spelled),
    "ordinal": _said(_ordinal),
    "date": as_date,
    "month": _said(lambda words, datum: words.month(_date(datum))),
    "change": change,
    "list": listed,
    "asis": as_is,
    "unit": in_unit,
    "cite": cited,
    "latest": latest,
    # Jinja's own, made to keep records.
    "abs": absolute,
    "capitalize": _text(_capitalise),
    "count": counted,
    "d": default,
    "default": default,
    "join": joined,
    "length": counted,
    "lower": _text(str.lower),
    "max": largest,
    "min": smallest,
    "replace": _text(_replace),
    "round": rounded,
    "sort": arranged,
    "string": _text(str),
    "sum": total,
    "title": _text(str.title),
    "trim": _text(str.strip),
    "truncate": _text(_truncate),
    "upper": _text(str.upper),
}
"""Each is called with the words of the language, the value, and the filter's own arguments."""

JINJAS_FILTERS = frozenset(
    {"dictsort", "first", "groupby", "items", "last", "map", "reject", "rejectattr", "reverse"}
    | {"select", "selectattr", "unique", "wordcount"}
)
"""Those of Jinja that do no harm: they choose and count. Markup, chance and formats of programmers are left out."""


def _kind(*kinds: type) -> Callable[[object], bool]:
    def test(value: object) -> bool:
        return is_scalar(value) and isinstance(scalar(value), kinds)

    return test


TESTS: Mapping[str, Callable[..., bool]] = {
    "none": lambda value: is_scalar(value) and scalar(value) is None,
    "missing": lambda value: is_scalar(value) and scalar(value) is None,
    "number": _kind(Decimal),
    "string": _kind(str),
    "boolean": _kind(bool),
    "date": _kind(PartialDate),
    "integer": lambda value: _kind(Decimal)(value) and number(value) == number(value).to_integral_value(),
    "true": lambda value: is_scalar(value) and scalar(value) is True,
    "false": lambda value: is_scalar(value) and scalar(value) is False,
}
"""Jinja's tests that must look at what a value is; the others stay."""
