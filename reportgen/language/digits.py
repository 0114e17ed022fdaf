"""The digits of a number as a locale writes them, and what its patterns have around them."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext

from babel import Locale
from babel.numbers import format_decimal

from reportgen.language.rounding import exponent_of

_MINUS = "\u2212"


def digits_of(value: Decimal, locale: Locale) -> str:
    """Grouped, with the decimal sign of `locale` and as many decimals as `value` has; no sign before them."""
    exponent = exponent_of(value)
    whole = locale.decimal_formats[None].pattern.partition(".")[0]
    pattern = f"{whole}.{'0' * -exponent}" if exponent < 0 else whole
    with localcontext(prec=max(1, value.adjusted() + 2 - exponent)):
        return format_decimal(value.copy_abs(), pattern, locale)


def signed(value: Decimal, text: str) -> str:
    """The words of `value` behind a true minus where it is below zero."""
    return _MINUS + text if value < 0 else text


def around(pattern: str) -> tuple[str, str]:
    """What a CLDR number pattern has before and after the digits."""
    match = re.fullmatch(r"([^#0,.]*)[#0,.]+([^#0,.]*)", pattern.partition(";")[0])
    assert match is not None, pattern
    return match[1], match[2]
