"""The plain value of anything that a template meets, a number or a whole one; else a Fault that says what it is."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite

from reportgen.dates import PartialDate
from reportgen.document.data import marks
from reportgen.document.data.arithmetic import Fault
from reportgen.source.model import Scalar


class Printable:
    """What has a value and words for it: see `values.Datum`."""

    __slots__ = ("value",)
    value: Scalar | tuple[Printable, ...]


def is_scalar(value: object) -> bool:
    """Whether `scalar` can tell what it is."""
    return isinstance(value, Printable | str | int | float | Decimal | PartialDate | None)


def scalar(value: object) -> Scalar:
    """The plain value of a Datum, or of what stands in a template; numbers are Decimal. Fault for a list or a table."""
    plain = value.value if isinstance(value, Printable) else value
    match plain:
        case bool() | Decimal() | PartialDate() | None:
            return plain
        case int():
            return Decimal(plain)
        case float() if isfinite(plain):
            return Decimal(repr(plain))
        case str():
            return marks.clean(str(plain))
    raise Fault("template-value", f"{described(value)} is not a single value", hint_for(value))


def number(value: object) -> Decimal:
    """The number of a Datum or a plain number; Fault for anything else."""
    plain = scalar(value)
    if not isinstance(plain, Decimal):
        raise Fault(
            "template-value",
            f"{described(value)} is not a number",
            hint_for(value) or "give a number, or a value that is one",
        )
    return plain


def whole(value: object) -> int:
    """The same for a whole number."""
    exact = number(value)
    if exact != exact.to_integral_value():
        raise Fault("template-value", f"'{exact.normalize():f}' is not a whole number", "round it first: | round")
    return int(exact)


def described(value: object) -> str:
    """What `value` is, to begin a message with."""
    match value:
        case Printable(value=None):
            return "a missing value"
        case "":
            return "an empty text"
        case bool():
            return "'true'" if value else "'false'"
        case Printable() | str() | int() | float() | Decimal() | PartialDate():
            return f"'{marks.clean(str(value))}'"
        case None:
            return "nothing"
        case list() | tuple():
            return "a list"
    return str(getattr(value, "described", "what stands here"))


def hint_for(value: object) -> str:
    """What to do about a thing that is no value."""
    return str(getattr(value, "hint", ""))
