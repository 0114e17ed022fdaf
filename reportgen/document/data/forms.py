"""How values are put in words: by the type, the unit and the decimals of their column, fact or computation."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.document.data.arithmetic import Fault
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.language.values import in_words, most_places, places
from reportgen.source.model import Column, ColumnType, Fact, Scalar, Table

_MOST_COMPUTED_DECIMALS = 2
"""What a product or a quotient prints when nobody says how many decimals it needs: `| number(3)` gives others."""

_MOST_SMALL_DECIMALS = 10
"""The same of a very small one: as many as a filter can ask for."""
_MOST_CHOSEN_DECIMALS = 6
"""More than these no author chose: they come from a division in a spreadsheet, and a sum of them has two."""

Made = Literal["", "share", "scaled"]
"""What a number is: as it stands in the data; a quotient of two values of one unit; another product or quotient."""

ANY = "any"
"""For `Form.joins`: a number that goes with every unit, since it has no thing that it counts."""


@frozen
class Form:
    """How values of a column are put in words."""

    words: Words
    type: ColumnType = "number"
    unit: str = ""
    decimals: int | None = None
    joins: str | None = None
    """Without a unit: the one that it can be added to or taken from all the same; `ANY` for a number of the template
    itself, % for percentage points. None: only values without a unit."""
    made: Made = ""
    renamed: bool = False
    """Whether its unit is one that the template gives it."""

    def show(self, value: Scalar) -> str:
        """`value` in words; a missing one is an en dash."""
        return in_words(value, self.words, self.type, self.unit, self.decimals, long_dates=True)


def column_form(table: Table, column: Column, words: Words) -> Form:
    """The form of a column: without declared decimals every cell gets as many as the longest has."""
    decimals = column.decimals
    if decimals is None and column.type == "number":
        decimals = most_places(row.value(column.name) for row in table.rows)
    return Form(words, column.type, column.unit, decimals)


def fact_form(fact: Fact, words: Words) -> Form:
    """The form of a fact."""
    return Form(words, fact.type, fact.unit, fact.decimals)


def result_form(sign: str, left: Form, right: Form, *, value: Scalar) -> Form:
    """The form of `left sign right` with the result `value`; Fault where their units don't go together.

    A number of the template itself has no unit, and takes on the other side's; one of the data does not. A year moved
    by a number stays a year; a difference of percentages is in percentage points, and has no unit.
    """
    words = left.words
    if isinstance(value, str):
        return Form(words, "string")
    if isinstance(value, PartialDate):
        return Form(words, left.type)
    if sign not in {"+", "-"}:
        unit, made = _scaled_unit(sign, left.unit, right.unit), _quotient(sign, left, right)
        return Form(words, "number", unit, _decimals(value), made=made)
    if (left.type == "year") != (right.type == "year"):
        return Form(words, "year")
    _check_units(sign, left, right)
    decimals = max(left.decimals or 0, right.decimals or 0)
    if decimals > _MOST_CHOSEN_DECIMALS:
        decimals = _MOST_COMPUTED_DECIMALS
    if sign == "-" and left.unit == right.unit == "%":
        return Form(words, "number", "", decimals, joins="%")
    joins = left.joins if left.joins == right.joins else None
    return Form(words, "number", left.unit or right.unit, decimals, joins, _sum(left, right))


def _quotient(sign: str, left: Form, right: Form) -> Made:
    """Whether `left / right` is a share of one: both of one unit, as they stand in the data."""
    alike = left.unit == right.unit and left.joins != ANY and right.joins != ANY
    return "share" if sign == "/" and alike and not left.made and not right.made else "scaled"


def _sum(left: Form, right: Form) -> Made:
    """A share less or more another, or a number of the template itself, is a share."""
    made = {left.made, right.made}
    if "share" in made and all(side.made == "share" or side.joins == ANY for side in (left, right)):
        return "share"
    return "scaled" if made != {""} else ""


def _decimals(value: Scalar) -> int | None:
    """What a product or a quotient prints: two decimals at most, of one below 0.1 two digits that count."""
    if not isinstance(value, Decimal) or places(value) <= _MOST_COMPUTED_DECIMALS:
        return None
    counting = _MOST_COMPUTED_DECIMALS - 1 - value.adjusted() if value else 0
    return min(max(_MOST_COMPUTED_DECIMALS, counting), places(value), _MOST_SMALL_DECIMALS)


def _check_units(sign: str, left: Form, right: Form) -> None:
    """Fault where values of these units can't be added or subtracted."""
    if left.unit == right.unit or _joins(left, right) or _joins(right, left):
        return
    hint = "convert one of them and name its new unit, such as (b / 1000) | unit('km')"
    message = f"{sign} needs values of one unit: here one is in {left.unit}, the other in {right.unit}"
    if not (left.unit and right.unit):
        message = f"{sign} needs values of one unit: here one is in {left.unit or right.unit}, the other has none"
        hint = f"if they count the same, name the unit of the other: b | unit('{left.unit or right.unit}')"
    raise Fault("template-value", message, hint)


def _joins(bare: Form, other: Form) -> bool:
    return not bare.unit and bare.joins in {ANY, other.unit}


def _scaled_unit(sign: str, left: str, right: str) -> str:
    """The unit of a product, a quotient, a remainder or a power: one side's, where the other has none."""
    if sign == "*":
        return "" if left and right else left or right
    return "" if sign == "**" or right else left
