"""Units as files have them beside their numbers, and as `unit:` declares them: to `language.units.Unit`."""

from __future__ import annotations

import re

from reportgen.language.units import Unit
from reportgen.patterns import Pattern

_CURRENCY = Pattern(r"(?:(?![KM][£€$])[A-Z]{1,3})?[£€$¥₹]|(?:GBP|EUR|USD|CHF|kr|zł|Kč)(?![^\W\d_])")
_SIZES = {
    word: word.removesuffix("s") for word in "thousand thousands million millions billion billions trillion".split()
}
_ELSEWHERE = {
    **dict.fromkeys(("millier", "milliers", "mille", "tausend", "tsd", "migliaia", "duizend"), "thousand"),
    **dict.fromkeys(("mio", "mln", "millionen", "millones", "milioni", "milione", "miljoen"), "million"),
    **dict.fromkeys(
        ("md", "mds", "mrd", "mrds", "milliard", "milliards", "milliarden", "miliardi", "miljard"), "billion"
    ),
}
"""What other languages call the sizes: a French "billion" is none of these."""
_MONEY_OF = Pattern(r"(?:d['’]|de |di |of )?euros?(?![^\W\d_])", re.IGNORECASE)
_SHORT_SIZES = ("k", "m", "mn", "bn", "tn", "trn")
_LETTERS = ("k", "m")
"""Sizes that mean something else where no currency stands before them: kilo, metres."""
_PER_CENT = ("%", "per cent", "percent", "pct", "％")


def unit_of(before: str, after: str = "") -> Unit:
    """The unit written before and after a number; for a declared one, all of it is `before`.

    3.4 "£ billion per head" is `£`, billion, "per head".
    """
    written = joined(before, after)
    left = " ".join(written.split())
    found = _CURRENCY.search(left)
    currency = found.group() if found else ""
    if found:
        left = f"{left[: found.start()]} {left[found.end() :]}".strip()
    word, _, more = left.partition(" ")
    key = word.casefold()
    if key in _SIZES:
        return Unit(currency, _SIZES[key], rest=more, written=written)
    if key in _SHORT_SIZES and (currency or key not in _LETTERS):
        return Unit(currency, short=key, rest=more, written=written)
    if size := _ELSEWHERE.get(key.rstrip(".")):
        money = None if currency else _MONEY_OF.match(more)
        rest = more[money.end() :].strip() if money else more
        return Unit("€" if money else currency, size, rest=rest, written=written)
    percent = left.casefold() in _PER_CENT
    return Unit(currency, percent=percent, rest="" if percent else left, written=written)


def joined(before: str, after: str) -> str:
    """A unit as `unit:` writes it: "£m", "£ million", "%"."""
    before, after = before.strip(), " ".join(after.split())
    return f"{before} {after}" if before and len(after) > 2 else f"{before}{after}"
