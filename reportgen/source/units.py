"""Units as they are written beside numbers and in `unit:`: a currency, a size such as million, and what is counted."""

from __future__ import annotations

from decimal import Decimal

from reportgen.frozen import frozen
from reportgen.patterns import Pattern

_CURRENCY = Pattern(r"(?:[A-Z]{1,3})?[£€$¥₹]|(?:GBP|EUR|USD|CHF|kr|zł|Kč)(?![^\W\d_])")
_SIZES = {"k": 3, "thousand": 3, "thousands": 3, "m": 6, "mn": 6, "million": 6, "millions": 6, "bn": 9, "billion": 9}
_SIZES |= {"billions": 9, "tn": 12, "trn": 12, "trillion": 12}
_LETTERS = ("k", "m")
"""Sizes that mean something else where no currency stands before them: kilo, metres."""
_PER_CENT = ("per cent", "percent", "pct", "％")


@frozen
class Unit:
    """A unit in parts: 3.4 "£ billion per head" is `£`, 9, "per head"; `written` is how it stands there."""

    currency: str = ""
    size: int = 0
    rest: str = ""
    written: str = ""

    def __bool__(self) -> bool:
        return bool(self.written)

    def factor(self, declared: Unit) -> Decimal | None:
        """What a number with this unit is multiplied with to be in `declared`; None where that is in doubt."""
        if not self:
            return Decimal(1)
        same = self.currency == declared.currency and self.rest == declared.rest
        if not same or (declared.size and not self.size):
            return None
        return Decimal(10) ** (self.size - declared.size)


def unit_of(before: str, after: str = "") -> Unit:
    """The unit written before and after a number; for a declared one, all of it is `before`."""
    written = joined(before, after)
    left = " ".join(written.split())
    found = _CURRENCY.search(left)
    currency = found.group() if found else ""
    if found:
        left = f"{left[: found.start()]} {left[found.end() :]}".strip()
    word, _, more = left.partition(" ")
    size = _SIZES.get(word.casefold(), 0)
    if size and (currency or word.casefold() not in _LETTERS):
        left = more
    else:
        size = 0
    rest = "%" if left.casefold() in _PER_CENT else left
    return Unit(currency, size, rest, written)


def joined(before: str, after: str) -> str:
    """A unit as `unit:` writes it: "£m", "£ million", "%"."""
    before, after = before.strip(), " ".join(after.split())
    return f"{before} {after}" if before and len(after) > 2 else f"{before}{after}"
