"""How values are put in words: by the type, the unit and the decimals of their column, fact or computation."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.conversion import STEPS, factor
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
    step: Decimal = Decimal(1)
    """The powers of ten that the template has multiplied it with: a conversion by hand, if `unit` follows."""
    lost: tuple[str, str, str] | None = None
    """The units of the two sides of a product or a quotient that has none of its own, and its sign between them."""

    def show(self, value: Scalar) -> str:
        """`value` in words; a missing one is an en dash."""
        return in_words(value, self.words, self.type, self.unit, self.decimals, long_dates=True)


def column_form(table: Table, column: Column, words: Words, unit: str | None = None) -> Form:
    """The form of a column: without declared decimals every cell gets as many as the longest has.

    Of a column whose rows differ in it `unit` is that of the rows in question, which share their decimals too.
    """
    decimals, rows = column.decimals, table.rows
    if column.unit_column and unit is not None:
        rows = tuple(row for row in rows if row.unit_in(column) == unit)
    if decimals is None and column.type == "number":
        decimals = most_places(row.value(column.name) for row in rows)
    return Form(words, column.type, column.unit if unit is None else unit, decimals)


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
        return Form(words, "number", unit, computed_decimals(value), made=made, lost=_lost(sign, left, right))
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


def computed_decimals(value: Scalar) -> int | None:
    """What a product or a quotient prints: two decimals at most, of one below 0.1 two digits that count."""
    if not isinstance(value, Decimal) or places(value) <= _MOST_COMPUTED_DECIMALS:
        return None
    counting = _MOST_COMPUTED_DECIMALS - 1 - value.adjusted() if value else 0
    return min(max(_MOST_COMPUTED_DECIMALS, counting), places(value), _MOST_SMALL_DECIMALS)


def between(one: Form, other: Form) -> Decimal | None:
    """What a value of the first form is multiplied with to be in the unit of the other; None where that is in doubt."""
    return factor(one.words.unit(one.unit), other.words.unit(other.unit))


def step(sign: str, *sides: tuple[Form, Scalar]) -> Decimal:
    """By which power of ten the template has multiplied the result of a product or a quotient by hand."""
    if sign not in {"*", "/"}:
        return Decimal(1)
    left, right = (
        value if form.joins == ANY and isinstance(value, Decimal) and value in STEPS else form.step
        for form, value in sides
    )
    return left * right if sign == "*" else left / right


def _lost(sign: str, left: Form, right: Form) -> tuple[str, str, str] | None:
    """The units of both sides, where the result has neither and is no share."""
    gone = left.lost or right.lost
    if sign == "*" and left.unit and right.unit:
        return left.unit, "×", right.unit
    alike = left.unit and (left.unit == right.unit or between(left, right) is not None)
    if sign == "/" and right.unit and not alike:
        return left.unit, "/", right.unit
    return gone if not (left.unit or right.unit) else None


def check_comparable(one: Form, other: Form | None) -> None:
    """Fault where one value is less or more than another only by the size of its unit: £900m and £1bn."""
    if other is None or one.unit == other.unit or between(one, other) in {None, 1}:
        return
    message = f"values of one unit can be compared: here one is in {one.unit}, the other in {other.unit}"
    raise Fault("template-value", message, f"convert one of them: b | unit('{one.unit}')")


def _check_units(sign: str, left: Form, right: Form) -> None:
    """Fault where values of these units can't be added or subtracted."""
    if left.unit == right.unit or _joins(left, right) or _joins(right, left):
        return
    hint = "convert one of them and name its new unit, such as (b / 12) | unit('km')"
    message = f"{sign} needs values of one unit: here one is in {left.unit}, the other in {right.unit}"
    if not (left.unit and right.unit):
        message = f"{sign} needs values of one unit: here one is in {left.unit or right.unit}, the other has none"
        hint = f"if they count the same, name the unit of the other: b | unit('{left.unit or right.unit}')"
    elif between(left, right) is not None:
        hint = f"convert one of them: b | unit('{left.unit}')"
    raise Fault("template-value", message, hint)


def _joins(bare: Form, other: Form) -> bool:
    return not bare.unit and bare.joins in {ANY, other.unit}


def _scaled_unit(sign: str, left: str, right: str) -> str:
    """The unit of a product, a quotient, a remainder or a power: one side's, where the other has none."""
    if sign == "*":
        return "" if left and right else left or right
    return "" if sign == "**" or right else left
