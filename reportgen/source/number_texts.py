"""Numbers as people and programs write them: separators, currency and per cent signs, brackets for negative ones.

How a column writes its numbers is told from all of them: one alone may mean two things ("1,234").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from unicodedata import numeric

from reportgen.frozen import frozen
from reportgen.language.units import Unit
from reportgen.patterns import Pattern
from reportgen.source.scalars import ScalarError, short
from reportgen.source.units import unit_of

PLAIN = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
"""A number that every program writes so, though not every one means the same by its point."""
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "’": "'"})
_WRITTEN = Pattern(
    r"(?P<open>\()?\s*(?P<sign>[+-])?\s*(?P<before>[^\d\s.,()'+-][^\d.,()'+-]*?)?\s*(?P<sign2>[+-])?\s*"
    r"(?P<body>[0-9](?:[0-9.,']| (?=[0-9]{3}))*|[.,][0-9]+)(?P<power>[eE][+-]?[0-9]{1,2})?"
    r"\s*(?P<after>[^\d\s()\[\]<>=~*†‡#?!][^\d()\[\]<>=~*†‡#?!]*)?\s*(?P<close>\))?"
)
_WIDE = Pattern(r"(?<![0-9])\s{2,}|\s{2,}(?![0-9])")
"""White that pads a number: each space of it could belong to four parts of the expression above."""
_SHORT, _LONGEST = 12, 400
"""Characters: of a text in which that costs nothing, and of one that is no number with a unit."""
_NO_UNIT = Pattern(r"[<>=~≈?*†‡#^|_¼-¾⅐-⅞]|^(c|ca|c\.|ca\.|circa|-)$")
_MOST_GROUPED = 30
_FRACTION = Pattern("([0-9]*) ?([¼-¾⅐-⅞])")
_NO_DIGITS = Pattern(r"[^\d<>≤≥]{1,20}")
"""What may stand in the place of a value: nd, k. A., TBC, (D), ***."""


@frozen
class Parts:
    """A number's digits as written, its sign, its unit and its power of ten."""

    digits: str
    negative: bool
    unit: Unit
    power: int = 0
    bracketed: bool = False
    """Whether it stands in brackets: below zero in accounts, not to be relied on in some statistics."""


def parts_of(text: str) -> Parts | None:
    """A text as a number with a unit; None where it is none, such as "<5" or "2023/24"."""
    text = text.translate(_SPACES)
    if len(text) > _SHORT:
        text = _WIDE.sub(" ", text)
    match = _WRITTEN.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or bool(match["open"]) != bool(match["close"]) or len(match["body"]) > 2 * _MOST_GROUPED:
        return None
    before, after = (match["before"] or "").strip(), (match["after"] or "").strip()
    if _NO_UNIT.search(before) or _NO_UNIT.search(after) or (before and not unit_of(before).currency):
        return None
    signs = [sign for sign in (match["sign"], match["sign2"]) if sign]
    if len(signs) > 1 or (signs and match["open"]):
        return None
    negative = bool(match["open"]) or signs == ["-"]
    power = int((match["power"] or "e0")[1:])
    return Parts(match["body"].strip(), negative, unit_of(before, after), power, bool(match["open"]))


@frozen
class Doubt:
    """A text that may mean two numbers; `sign` is what would settle it."""

    text: str


def decimal_sign(digits: Sequence[str], *, commas_likely: bool) -> str | Doubt:
    """The decimal sign of a column's numbers: "." or ","; a Doubt where nothing tells.

    `commas_likely`: the file or the paper's language makes a decimal comma as likely as a comma between thousands.
    """
    signs = {sign for one in digits if (sign := _evidence(one))}
    if len(signs) == 1:
        return signs.pop()
    if signs:
        return Doubt(next(one for one in digits if _evidence(one) == ","))
    unclear = next((one for one in digits if re.fullmatch("[1-9][0-9]{0,2}[.,][0-9]{3}", one)), "")
    if unclear and commas_likely:
        return Doubt(unclear)
    return "."


def _evidence(digits: str) -> str:
    """The decimal sign that one number shows; "" where it may be either."""
    point, comma = digits.rfind("."), digits.rfind(",")
    if point >= 0 and comma >= 0:
        return "." if point > comma else ","
    sign = "." if point >= 0 else ","
    count = digits.count(sign)
    if not count:
        return ""
    if count > 1:
        return "," if sign == "." else "."
    before, after = digits.split(sign)
    grouped = len(after) == 3 and re.fullmatch("[1-9][0-9]{0,2}", before)
    return "" if grouped else sign


_GROUPED = {
    ".": Pattern(r"[0-9]{1,3}(?P<sep>[, '])[0-9]{3}(?:(?P=sep)[0-9]{3})*(?:\.[0-9]+)?"),
    ",": Pattern(r"[0-9]{1,3}(?P<sep>[. '])[0-9]{3}(?:(?P=sep)[0-9]{3})*(?:,[0-9]+)?"),
}
_BARE = {".": Pattern(r"[0-9]+\.?|[0-9]*\.[0-9]+"), ",": Pattern(r"[0-9]+,?|[0-9]*,[0-9]+")}


def value_of(parts: Parts, sign: str) -> Decimal | None:
    """The number, with `sign` before its decimals; None where its groups of digits are no thousands."""
    digits = parts.digits
    if not _BARE[sign].fullmatch(digits):
        if not _GROUPED[sign].fullmatch(digits):
            return None
        digits = re.sub("[ ']", "", digits).replace("," if sign == "." else ".", "")
    value = Decimal(digits.replace(",", ".")).scaleb(parts.power)
    return -value if parts.negative else value


def has_value(parts: Parts) -> bool:
    """Whether the digits are a number, with either sign before decimals: no heading such as 17.10.1, and no date."""
    return value_of(parts, ".") is not None or value_of(parts, ",") is not None


def shifted(value: Decimal, count: int) -> Decimal:
    """A value with its point moved to the right by so many places; it keeps the decimals that are left, and no more."""
    moved = value.scaleb(count) if count else value
    return moved.quantize(Decimal(1)) if int(moved.as_tuple().exponent) > 0 else moved


def no_number(text: str, kind: str = "a number") -> ScalarError:
    """What is wrong with a text that is no number."""
    digits = "12.5" if kind == "a number" else "12"
    hint = f"write it in digits, such as {digits}, or take the column as text: type: string"
    if _NO_DIGITS.fullmatch(text):
        mark = f'marks: {{"{text}": x}} for not available; or take the column as text: type: string'
        a_word = re.search(r"[^\W\d_]{3}", text)
        hint = (
            f"write it in digits, such as {digits}, or say what it means, {mark}"
            if a_word
            else f"say what it means, {mark}"
        )
    if found := _FRACTION.fullmatch(text):
        hint = f"write it in digits: {int(found[1] or 0) + numeric(found[2]):g}"
    if text[:1] in "<>~≤≥":
        hint = "take the column as text (type: string), or leave the cell empty and say why with missing:"
    return ScalarError("wrong-type", f"must be {kind}, not {short(text)}", hint)
