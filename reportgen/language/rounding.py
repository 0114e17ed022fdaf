"""Numbers as statistical offices round them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

Number = Decimal | float | int

_MOST_FLOAT_DECIMALS = 6
"""Beyond these, the digits of a float are those of its representation."""


def rounded(value: Number, decimals: int | None) -> Decimal:
    """Half away from zero, as statistical offices round; never with an exponent above 0 nor a negative zero."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if isinstance(value, float) and decimals is None:
        number = round(number, _MOST_FLOAT_DECIMALS).normalize()
    if decimals is None:
        decimals = max(0, -exponent_of(number))
    digits = Context(prec=max(1, number.adjusted() + decimals + 2))
    found = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, digits)
    return found or found.copy_abs()


def exponent_of(number: Decimal) -> int:
    """The power of ten of its last digit: -2 of 1.25."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int), "numbers of a table are finite"
    return exponent
