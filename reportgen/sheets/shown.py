"""What a number has become where a spreadsheet program shows it, told by comparing the two."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reportgen.frozen import frozen
from reportgen.sheets.sheet import AS_TYPED, Shown

BODY = re.compile(r"[0-9](?:[0-9]|[ ,.'’\u00a0\u202f](?=[0-9]))*")
"""The digits of a number that is shown, with what stands between them."""
_SCALES = (0, 2, -3, -6, -9, -12)
"""Powers of ten by which a format may show more or less than the value: per cent, and commas at its end."""
_NAMED = {-3: "thousand", -6: "million", -9: "billion", -12: "trillion"}
"""What a format leaves out without saying so."""
_SIZE = re.compile(
    r"(?:k|th|tsd|tis|t|m|mm|mn|mln|mio|mil|b|bn|bln|md|mrd|mld|mlrd|tn|trn|lakh|crore|cr|(?:thousand|million|billion|"
    r"trillion)s?|mill(?:e|ions?|iers)|milliards?)\.?(?![^\W\d_])",
    re.IGNORECASE,
)
"""Words and letters by which a format says what it leaves out."""
_SCIENTIFIC = re.compile(r"[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]+", re.IGNORECASE)
THOUSANDS = re.compile(r"(?P<number>.*?[0-9])\s*\(?(?P<money>[£$€]?)[’']?000(?:[’']?s)?\)?")
"""A number with a word of three noughts behind it."""
_CURRENCIES = "£$€¥₹"
_CODES = "EUR GBP USD CHF JPY CNY AUD CAD NZD SEK NOK DKK ISK PLN CZK HUF RON TRY INR ZAR BRL".split()
"""Codes of currencies that formats show before a number, as `[$CHF] #,##0`."""
_SIGNS = " \u00a0\u202f()+-−"


@frozen
class Number:
    """A number as it is shown: its value times `scale`, in a form."""

    scale: Decimal
    shown: Shown


def plain(value: Decimal) -> str:
    """A number as an author types it: a point, no zeros at its end, no exponent."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def as_shown(value: Decimal, text: str) -> Number:
    """How `value` becomes `text`; where the text has no number like it, the text is all that is known."""
    found = _SCIENTIFIC.search(text)
    if found is not None and not re.search("[0-9]", text[: found.start()] + text[found.end() :]):
        return Number(Decimal(1), Shown(unit=_unit(text[: found.start()], text[found.end() :])))
    found = BODY.search(text)
    if found is None:
        return Number(Decimal(1), AS_TYPED)
    for body in _readings(found.group()) if not re.search("[0-9]", text[found.end() :]) else ():
        scale = _scale(abs(value), body)
        if scale is not None:
            exponent = body.as_tuple().exponent
            decimals = -exponent if isinstance(exponent, int) else 0
            unit, plus = _unit(text[: found.start()], text[found.end() :]), "+" in text[: found.start()]
            return Number(Decimal(10) ** scale, Shown(decimals, _sized(unit, scale), plus=plus))
    return _in_thousands(value, text) or Number(Decimal(1), Shown(text=text.strip()))


def _in_thousands(value: Decimal, text: str) -> Number | None:
    """How a value is shown that has "000s" or "(£000)" behind it; None for another."""
    match = THOUSANDS.fullmatch(text.strip())
    number = as_shown(value, match["number"]) if match else None
    if match is None or number is None or number.shown.text or number.scale not in (1, Decimal(10) ** -3):
        return None
    money = match["money"] or number.shown.unit.removesuffix(_NAMED[-3]).strip()
    return Number(number.scale, replace(number.shown, unit=_sized(money, -3)))


def _readings(body: str) -> list[Decimal]:
    """What the digits may say: with a point or a comma for the decimals."""
    bare = re.sub("[ '’\u00a0\u202f]", "", body)
    forms = (bare.replace(",", ""), bare.replace(".", "").replace(",", "."))
    return [Decimal(form) for form in forms if form.count(".") <= 1]


def _scale(value: Decimal, body: Decimal) -> int | None:
    """The power of ten that makes `value` what `body` shows of it, rounded."""
    exponent = body.as_tuple().exponent
    half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    return next((scale for scale in _SCALES if abs(value.scaleb(scale) - body) <= half), None)


def _sized(unit: str, scale: int) -> str:
    """A unit with the size that a format leaves out, unless it says that itself: "£" of #,##0, is "£ thousand"."""
    name = _NAMED.get(scale)
    currency = unit if unit in _CODES else unit[: len(unit) - len(unit.lstrip(_CURRENCIES))]
    rest = unit.removeprefix(currency).strip()
    if name is None or _SIZE.match(rest):
        return unit
    return " ".join(filter(None, (currency, name, rest)))


def _unit(before: str, after: str) -> str:
    """What stands on both sides of a number, without the signs of negative ones: "£", "%", "£m", "million"."""
    before, after = before.strip(_SIGNS), after.strip(_SIGNS)
    if before and before[-1] not in _CURRENCIES and before not in _CODES:
        return after  # words before a number are none of its unit
    if after and after in _CURRENCIES:
        return after
    return before + (f" {after}" if before and len(after) > 2 else after)
