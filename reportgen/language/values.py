"""A value in words, in one place: for sentences, cells of tables and labels of charts alike."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.dates import PartialDate
from reportgen.language.typography import in_quotes
from reportgen.language.units import says
from reportgen.language.words import Words

MISSING = "–"
"""How a missing value is printed."""

_MOST_FLOAT_PLACES = 6
"""Beyond these, the digits of a float are those of its representation."""


def in_words(
    value: object, words: Words, kind: str, unit: str = "", decimals: int | None = None, *, long_dates: bool = False
) -> str:
    """`value` (a cell's, or a chart's float) of a column of type `kind`: "1,094", "62%", "31 Mar 2022", "yes", "–".

    Without `decimals` a number has as many as it has itself, an integer none.
    """
    match value:
        case None:
            return MISSING
        case bool():
            return words.say("labels.yes" if value else "labels.no")
        case PartialDate():
            return words.date(value) if long_dates else words.short_date(value)
        case Decimal() | float() | int():
            if kind == "year":
                return str(int(value))
            return words.quantity(value, unit, 0 if kind == "integer" and decimals is None else decimals)
    return in_quotes(str(value), words.quoted)


_WORDS_OF_UNIT = 2
"""Words that a unit has at most: "£ million", "per cent"; with more, such as "% of GDP", brackets say what is meant."""


def with_unit(title: str, unit: str) -> str:
    """A column's heading: its title with the unit in brackets, "Rate (%)", unless the title says it (`units.says`)."""
    return title if says(title, unit) else f"{title} ({unit})"


def without_unit(title: str, unit: str) -> str:
    """A column's name beside values that have the unit: its title without the unit in brackets behind it."""
    name, _, bracket = title.rstrip().removesuffix(")").rpartition(" (")
    alone = unit and name.strip() and title.rstrip().endswith(")") and len(bracket.split()) <= _WORDS_OF_UNIT
    return name.rstrip() if alone and says(f"({bracket})", unit) else title


def places(value: object) -> int:
    """How many digits `value` has after the decimal point; 0 for what is no number."""
    match value:
        case Decimal():
            exponent = value.as_tuple().exponent
            return max(0, -exponent) if isinstance(exponent, int) else 0
        case float():
            return min(places(Decimal(repr(float(value))).normalize()), _MOST_FLOAT_PLACES)
    return 0


def most_places(values: Iterable[object]) -> int:
    """How many digits after the point the longest of `values` has: what all of a column are printed with."""
    return max(map(places, values), default=0)
