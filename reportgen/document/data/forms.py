"""How values are put in words: by the type, the unit and the decimals of their column, fact or computation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportgen.dates import PartialDate
from reportgen.language import Words
from reportgen.source.model import Column, ColumnType, Fact, Scalar, Table

MISSING = "–"
"""How a missing value is printed."""

_MOST_COMPUTED_DECIMALS = 2
"""What a product or a quotient prints when nobody says how many decimals it needs: `| number(3)` gives others."""


@dataclass(frozen=True, slots=True)
class Form:
    """How values of a column are put in words."""

    words: Words
    type: ColumnType = "number"
    unit: str = ""
    decimals: int | None = None

    def show(self, value: Scalar) -> str:
        """`value` in words; a missing one is an en dash."""
        match value:
            case None:
                return MISSING
            case bool():
                return self.words.say("labels.yes" if value else "labels.no")
            case PartialDate():
                return self.words.date(value)
            case Decimal():
                return str(int(value)) if self.type == "year" else self.words.quantity(value, self.unit, self.decimals)
            case _:
                return value


def column_form(table: Table, column: Column, words: Words) -> Form:
    """The form of a column: without declared decimals every cell gets as many as the longest has."""
    decimals = column.decimals
    if decimals is None and column.type == "number":
        decimals = max((places(row.value(column.name)) for row in table.rows), default=0)
    return Form(words, column.type, column.unit, decimals)


def fact_form(fact: Fact, words: Words) -> Form:
    """The form of a fact."""
    return Form(words, fact.type, fact.unit, fact.decimals)


def places(value: object) -> int:
    """How many digits `value` has after the decimal point."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def result_form(sign: str, left: Form | None, right: Form | None, *, value: Scalar) -> Form:
    """The form of `left sign right` (None: a plain number of the template) with the result `value`.

    A year moved by a number stays a year; a difference of percentages is in percentage points, and has no unit.
    """
    known = [form for form in (left, right) if form is not None]
    words = known[0].words
    if isinstance(value, str):
        return Form(words, "string")
    if sign not in {"+", "-"}:
        unit = known[0].unit if len(known) == 1 and left is not None else ""
        decimals = _MOST_COMPUTED_DECIMALS if places(value) > _MOST_COMPUTED_DECIMALS else None
        return Form(words, "number", unit if sign != "**" else "", decimals)
    if [form.type if form else "number" for form in (left, right)].count("year") == 1:
        return Form(words, "year")
    units = {form.unit for form in known}
    points = sign == "-" and len(known) > 1 and units == {"%"}
    declared = [form.decimals for form in known]
    decimals = None if None in declared else max(number for number in declared if number is not None)
    return Form(words, "number", "" if points or len(units) > 1 else units.pop(), decimals)
