"""Arithmetic and comparison of plain values (`Scalar`), exact and in words that an author understands.

A missing value stays missing in arithmetic, and compares as neither more nor less. Records and forms of the results are
the business of `values` and `forms`.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, DecimalException

from reportgen.dates import PartialDate, Period
from reportgen.language.periods import period
from reportgen.language.units import CURRENCIES
from reportgen.patterns import Pattern
from reportgen.problems import Place
from reportgen.source.model import Scalar

OPERATORS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}
"""What templates can compute, by its sign."""

TYPED = "give its column type: number, and say with marks: what cells mean that are no numbers"
"""What makes numbers of texts that are amounts."""
_AMOUNT = Pattern(rf"[<>~≈≤≥+\-\u2212±{re.escape(CURRENCIES)}]*\s?\d")
_LARGEST = 28
"""Digits before the point that a result may have: Decimal's own precision, beyond which it is no longer exact."""


class Fault(Exception):
    """A value that can't be had or computed: an id of `reportgen.rules`, a message for the author, what to do.

    `part` says which part of a key is at fault, from 0; -1: not what was asked for, but what stands before it. `place`
    is where it is to be mended, if that is elsewhere than where it is met.
    """

    def __init__(self, rule: str, message: str, hint: str = "", part: int = 0, *, place: Place | None = None) -> None:
        self.rule, self.message, self.hint, self.part, self.place = rule, message, hint, part, place
        super().__init__(message)


def calculate(sign: str, left: Scalar, right: Scalar) -> Scalar:
    """The result of `left sign right`; two texts can be added if they are no amounts."""
    if left is None or right is None:
        return None
    if isinstance(left, str) and isinstance(right, str) and sign == "+":
        return _together(left, right)
    if isinstance(left, PartialDate) and isinstance(right, Decimal) and sign in {"+", "-"}:
        if right != right.to_integral_value():
            raise Fault(
                "template-value",
                f"'{left}' can be moved by whole numbers only, not by '{right}'",
                "round the number: | round",
            )
        try:
            return left.moved(int(right if sign == "+" else -right))
        except (ValueError, OverflowError):
            raise Fault(
                "template-value", f"'{left} {sign} {right}' is no date that exists", "stay between the years 1 and 9999"
            ) from None
    if not isinstance(left, Decimal) or not isinstance(right, Decimal):
        culprit = right if isinstance(left, Decimal) else left
        hint = "to put texts together, write ~" if sign == "+" else ""
        raise Fault("template-value", f"'{culprit}' is not a number: {sign} needs numbers", hint)
    if not right and sign in {"/", "//", "%"}:
        raise Fault("template-value", f"'{left} {sign} {right}' divides by zero", "ask first: {% if … %}")
    return _exact(sign, left, right)


def _together(left: str, right: str) -> str:
    """Two texts as one; Fault for amounts, such as "10" and "<5", which were meant to be added."""
    if _AMOUNT.match(left) and _AMOUNT.match(right):
        hint = f"{TYPED}; to put texts together, write ~"
        raise Fault("template-value", f"'{left}' and '{right}' are texts: + needs numbers", hint)
    return left + right


def _exact(sign: str, left: Decimal, right: Decimal) -> Decimal:
    try:
        result = OPERATORS[sign](left, right)
    except DecimalException:
        raise Fault(
            "template-value",
            f"'{left} {sign} {right}' can't be computed",
            "look at the numbers and the sign between them",
        ) from None
    if result.adjusted() >= _LARGEST:
        raise Fault(
            "template-value",
            f"the result of '{left} {sign} {right}' is too large",
            "look at the numbers and the sign between them",
        )
    return result


def same(left: Scalar, right: Scalar) -> bool:
    """Whether two values are equal; a date or a number may be compared with its text."""
    if isinstance(left, str) and isinstance(right, Decimal | PartialDate):
        left, right = right, left
    match left, right:
        case (Decimal(), str()):
            return left == _number(right)
        case (PartialDate(), str()):
            return str(left) == right or left == _date_or_none(right, left)
        case (bool(), bool()) | (Decimal(), Decimal()) | (str(), str()) | (PartialDate(), PartialDate()):
            return left == right
    return left is None and right is None


def before(left: Scalar, right: Scalar) -> bool:
    """Whether `left` is less, earlier, or first in the alphabet."""
    match left, right:
        case (None, _) | (_, None):
            return False
        case (PartialDate(), str()):
            return left < dated(right, left)
        case (str(), PartialDate()):
            return dated(left, right) < right
        case (Decimal(), Decimal()) | (str(), str()) | (PartialDate(), PartialDate()):
            return bool(left < right)  # type: ignore[operator]
    raise Fault("template-value", f"'{left}' and '{right}' can't be compared", "compare numbers with numbers")


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except DecimalException:
        return None


def dated(text: str, like: PartialDate) -> PartialDate:
    """A text as a date, or as a period where `like` is one; Fault for what is neither."""
    try:
        return _read(text, like)
    except ValueError as error:
        hint = "write it as 2024 Q1 or 2023/24" if isinstance(like, Period) else "write it as 2022-03-31"
        raise Fault("template-value", str(error), hint) from None


def _read(text: str, like: PartialDate) -> PartialDate:
    if not isinstance(like, Period):
        return PartialDate.parse(text)
    return period(text, like.reading)


def _date_or_none(text: str, like: PartialDate) -> PartialDate | None:
    try:
        return _read(text, like)
    except ValueError:
        return None
