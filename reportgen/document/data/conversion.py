"""From one unit to another of the same thing: £m and £bn, pence and pounds, km and m, people and million people.

What a number is multiplied with is certain or None: nothing here knows a rate of exchange, or a day's hours.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.frozen import frozen
from reportgen.language.units import Unit, alike
from reportgen.patterns import Pattern

_PREFIXES = {"": 0, "k": 3, "M": 6, "G": 9, "T": 12, "c": -2, "m": -3}
_METRIC = Pattern(r"(?P<prefix>[kMGT]?)(?P<thing>g|m|W|Wh|J|l|t|Hz|V)(?P<more>/.*)?|(?P<small>[cm])(?P<other>m|g|l)")
_TONNE = 6
"""The power of ten of a tonne in grams."""
_AREAS = {"m²": 0, "ha": 4, "km²": 6}
_NAMED = ("km", "m", "kg", "t", "ha", "km²", "%", "pp")
"""Spelled out in `units.alike`."""
_CURRENCIES = ("£", "€", "$")
_SIZE_FIRST = Pattern(r"(?P<size>[kK]|M|Mio\.?|Mds?|Mrds?\.?|bn|mn?)\s?(?P<sign>[€£$])(?P<more>.*)")
"""A size before its currency, as it stands in French and German: M€, Md€, Mrd. €."""
_POWERS = {"k": 3, "m": 6, "mio": 6, "mn": 6, "md": 9, "mds": 9, "mrd": 9, "mrds": 9, "bn": 9}
_OF = Pattern(r"(?:of |de |d[’'])", re.IGNORECASE)
"""Between a size and what is counted: millions d'euros."""
_PER = Pattern(r"(?:per|a|an|each)\b|/")
"""What is counted for each of something else begins so."""
STEPS = frozenset(Decimal(10) ** power for power in (*range(2, 13), *range(-12, -1)))
"""Numbers that an author types to convert by hand."""


@frozen
class _Scale:
    """A unit as the thing that it counts, and the power of ten that it counts it in."""

    thing: tuple[str, bool, str]
    power: int


def factor(one: Unit, other: Unit) -> Decimal | None:
    """What a number in `one` is multiplied with to be in `other`; None where they are no sizes of one thing.

    A unit that is a size alone, "million", counts the same as what it is converted from or to.
    """
    was, becomes = _scale(one, other), _scale(other, one)
    bare = ("", False, "")
    sized = (one.power or other.power) and not (was.thing[0] or becomes.thing[0] or was.thing[1] or becomes.thing[1])
    if was.thing != becomes.thing and not (sized and bare in (was.thing, becomes.thing)):
        return None
    return Decimal(10) ** (was.power - becomes.power)


def per(one: Unit, other: Unit) -> tuple[Decimal, str] | None:
    """The same where `other` counts it for each of something, and what that is: from "£m" to "£ per head"."""
    found = _PER.search(other.rest)
    if found is None:
        return None
    before = other.rest[: found.start()].rstrip()
    times = factor(one, Unit(other.currency, other.size, other.short, other.percent, before))
    return None if times is None else (times, other.rest[found.end() :].strip())


def _scale(unit: Unit, beside: Unit) -> _Scale:
    if (found := _SIZE_FIRST.fullmatch(unit.rest)) and not (unit.currency or unit.power):
        power = _POWERS[found["size"].casefold().rstrip(".")]
        return _Scale((found["sign"], False, found["more"].strip()), power)
    of = _OF.match(unit.rest) if unit.power else None
    counted = unit.rest[of.end() :] if of else unit.rest
    rest = _short(counted)
    if not unit.currency and (sign := next((one for one in _CURRENCIES if alike(one, counted)), "")):
        return _Scale((sign, False, ""), unit.power)
    if not unit.currency and unit.short == "m" and not unit.rest and _is_length(beside):
        return _Scale(("", False, "m"), 0)
    if alike("p", rest) and not (unit.currency or unit.power):
        return _Scale(("£", False, ""), -2)
    currency = next((sign for sign in _CURRENCIES if alike(sign, unit.currency)), unit.currency)
    thing, power = _metric(rest) if not unit.currency else (rest, 0)
    percent = unit.percent or alike("%", rest)
    return _Scale((currency, percent, "" if percent and not unit.percent else thing), unit.power + power)


def _is_length(unit: Unit) -> bool:
    return _metric(_short(unit.rest))[0] == "m"


def _short(rest: str) -> str:
    """A name as its sign, such as km; other words in small letters, several as one."""
    known = next((sign for sign in _NAMED if alike(sign, rest)), "")
    if known or _METRIC.fullmatch(rest) or rest in _AREAS:
        return known or rest
    return " ".join(word[:-1] if len(word) > 2 and word[-1] == "s" else word for word in rest.casefold().split())


def _metric(rest: str) -> tuple[str, int]:
    """A sign with its prefix as the thing that it measures, and a power of ten."""
    if rest in _AREAS:
        return "m²", _AREAS[rest]
    found = _METRIC.fullmatch(rest)
    if found is None:
        return rest, 0
    if found["small"]:
        return found["other"], _PREFIXES[found["small"]]
    tonne = found["thing"] == "t"
    return f"{'g' if tonne else found['thing']}{found['more'] or ''}", _PREFIXES[found["prefix"]] + tonne * _TONNE
