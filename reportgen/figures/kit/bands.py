"""Names that are steps of one scale, such as bands of age or of income: the order that they have of their own.

"Under 18, 18 to 29, 30+", "£0–£10k", "less than 1 hour", "Quintile 1". Words without a number, such as "small" and
"large", are no steps here: their order is declared as the column's `values`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.frozen import frozen
from reportgen.language.tables import NARROW
from reportgen.language.units import CURRENCIES, NO_BREAK
from reportgen.patterns import Pattern
from reportgen.source.total_names import names_total

_NUMBER = rf"[{CURRENCIES}]?\s?(\d+(?:[,. ’']\d{{3}})*(?:[.,]\d+)?)\s?(k|m|bn|%)?(?!\w)\s?[{CURRENCIES}]?"
_UNIT = r"(?:\s+(?P<{}>[^\W\d_]+(?:\s[^\W\d_]+)??)\.?)?"
_BELOW = r"under|less than|fewer than|below|up to|younger than|at most|<=?|≤|moins de|jusqu[’']à|au plus|unter|bis zu"
_ABOVE = r"over|more than|above|at least|older than|>=?|≥|plus de|au moins|über|mehr als|ab"
_ON = r"\+|(?:and|or) (?:over|above|more|older|up|higher|longer)|plus|(?:et|ou) (?:plus|au-delà)|und (?:mehr|älter)"
_TO = r"[-‐‑–—]|to(?: (?:under|less than|below))?|(?:and|but) (?:under|less than|below)|à|a|bis(?: unter)?"
_LEVELS = (
    "quintile|quartile|decile|tercile|tertile|percentile|level|grade|stage|tier|band|phase|step|wave|key stage|"
    "décile|niveau|tranche|étape|quintil|dezil|stufe"
)
_AGED = r"(?:aged?|âgée?s? de|de)\s+"
_BAND = Pattern(
    rf"(?:{_AGED})?(?:(?P<below>{_BELOW})\s*{_NUMBER}{_UNIT.format('unit1')}|(?P<above>{_ABOVE})\s*{_NUMBER}{_UNIT.format('unit2')}"
    rf"|{_NUMBER}{_UNIT.format('unit3')}?\s*(?P<on>{_ON}){_UNIT.format('unit4')}"
    rf"|{_NUMBER}{_UNIT.format('unit5')}?\s*(?:{_TO})\s*{_NUMBER}{_UNIT.format('unit6')}|{_NUMBER}{_UNIT.format('unit7')})",
    re.IGNORECASE,
)
_INTERVAL = Pattern(r"[\[\](]\s?([\d.,]+)\s?[;,]\s?([\d.,]+)\s?[\[\])]")
"""As mathematics has it: [15 ; 25[."""
_LEVEL = Pattern(rf"({_LEVELS})s?\s+(\d+)", re.IGNORECASE)
_ASIDE = Pattern(r"\s*\([^()]*\)$")
_SIZES = {"": 1.0, "%": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9}

OFF_SCALE = (
    *("can't say", "do not know", "don't know", "no answer", "no idea", "no opinion", "not applicable", "not sure"),
    *("not stated", "prefer not to say", "refused", "undecided", "unsure"),
    *("je ne sais pas", "ne sais pas", "ne sait pas", "ne se prononce", "non concerné", "pas de réponse"),
    *("refus", "sans avis", "sans opinion", "sans réponse"),
)
"""How answers begin that belong to no side."""
_UNKNOWN = Pattern(
    r"\b(?:unknown|not (?:known|stated|given|recorded|specified|determined)|missing|undetermined|unspecified"
    r"|non (?:déterminé|renseigné|précisé|connu|communiqué|réparti|classé|spécifié|déclaré)e?s?"
    r"|inconnue?s?|indéterminée?s?|nsp|unbekannt|ohne angabe)\b",
    re.IGNORECASE,
)


_FEWEST = 2


@frozen
class _Step:
    low: float
    high: float
    unit: str
    plain: bool = False
    """Whether it is a number alone, which may be a name."""


def in_steps(names: Sequence[str]) -> tuple[str, ...]:
    """The names in their own order, if all are steps of one scale, two at least; else ().

    What is not known comes after the steps, and a total last. Steps that run down the table stay so; those that can't
    be compared, as they overlap or count different things, stay in the order of the table.
    """
    if not any(map(_has_digit, names)):  # nearly all names: nothing is compiled for them
        return ()
    totals = [name for name in names if names_total(name)]
    apart = [name for name in names if name not in totals and _is_off(name)]
    steps = [name for name in names if name not in totals and name not in apart]
    found: dict[str, _Step] = {}
    for name in steps:
        step = _step(name)
        if step is None:
            return ()
        found[name] = step
    if len(found) < _FEWEST or all(step.plain for step in found.values()):
        return ()
    return (*_sorted(steps, found), *apart, *totals)


def _is_off(name: str) -> bool:
    """Whether a name says that the step is not known, or stands for no answer."""
    return _UNKNOWN.search(name) is not None or name.strip().casefold().startswith(OFF_SCALE)


def _has_digit(name: str) -> bool:
    return any(map(str.isdigit, name))


def _sorted(steps: list[str], found: dict[str, _Step]) -> list[str]:
    up = sorted(steps, key=lambda name: (found[name].low, found[name].high))
    meets = any(found[one].high > found[other].low for one, other in pairwise(up))
    if meets or len({step.unit for step in found.values()} - {""}) > 1 or steps == up[::-1]:
        return steps
    return up


def _step(name: str) -> _Step | None:
    """From where to where a step goes; None for a name that is none."""
    text = _ASIDE.sub("", " ".join(name.replace(NO_BREAK, " ").replace(NARROW, " ").split()))
    if found := _INTERVAL.fullmatch(text):
        text = f"{found[1]} to {found[2]}"
    if level := _LEVEL.fullmatch(text):
        return _Step(float(level[2]), float(level[2]), level[1].casefold())
    band = _BAND.fullmatch(text)
    if band is None:
        return None
    numbers = re.findall(rf"{_NUMBER}", text, re.IGNORECASE)
    ends = [_value(digits) * _SIZES[size.casefold()] for digits, size in numbers]
    said = [one.casefold().removesuffix("s") for key, one in band.groupdict().items() if one and key.startswith("unit")]
    unit = " ".join(dict.fromkeys(said))
    if len(ends) > 1:
        if not numbers[0][1]:  # "1–5k": the size of the second is the first's
            low = _value(numbers[0][0]) * _SIZES[numbers[1][1].casefold()]
            ends[0] = low if low < ends[1] else ends[0]
        return _Step(ends[0], ends[1], unit) if ends[0] <= ends[1] or len(set(said)) > 1 else None
    if band["below"]:
        return _Step(float("-inf"), ends[0], unit)
    if band["above"] or band["on"]:
        return _Step(ends[0], float("inf"), unit)
    return _Step(ends[0], ends[0], unit, plain=True)


def _value(digits: str) -> float:
    """A number in any of the usual ways of writing one: a sign before three digits parts thousands."""
    whole, *more = re.split(r"[,. ’'](?!\d{3}(?!\d))", digits)
    return float(re.sub(r"\D", "", whole) + "." + "".join(more))
