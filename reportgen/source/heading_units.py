"""The unit that a heading says, "Debt (£m)", "Births per 1,000", "Jobs (000s)": as `unit:` has it.

It is proposed for an unknown table only; what tables.yaml declares goes before it.
"""

from __future__ import annotations

import re

from reportgen.language.units import CURRENCIES

_MONEY = rf"(?:[A-Z]{{1,3}})?[{CURRENCIES}]|GBP|EUR|USD|CHF"
_SIZE = r"thousands?|millions?|billions?|trillions?|[’']?000(?:[’']?s)?|bn|mn?|k"
_PER = r"per (?:[0-9][0-9, ]*[0-9]|head|capita|person|household|pupil|year|week|month|day|hour)(?: [^\W\d_][\w -]*)?"
_MEASURES = (
    r"[kmµ]?g|k?t|tonnes?|[kcm]m|ha|hectares?|acres?|sq\.? ?(?:k?m|metres?|miles?|feet)|k?m[²³23]|miles|litres?|"
    r"[kMGT]Wh?|[kM]toe|"
    r"[km]?t ?CO2e?q?|(?:kilo|mega)?tonnes? (?:of )?CO2e?|°C|degrees C|mg/l|µg/m[³3]|FTEs?|"
    r"hours|minutes|days|weeks|months|percentage points|pp|pence|p"
)
_PERCENT = re.compile(r"(?:in |as |annual |a )?(?:%|per cent|percent|percentage)(?P<of> of .+)?", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"(?:in |real |current |constant )?(?:[0-9]{{4}} )?(?P<money>{_MONEY})?[ ,]*(?P<size>{_SIZE})?"
    r"(?: of)?(?P<of> [^\W\d_][^,;]*)?",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"(?<=[^\s,]) [12][0-9]{3}(?:[-/–][0-9]{2,4})?(?: prices)?$", re.IGNORECASE)
"""The year whose prices an amount is in."""
_MEASURE = re.compile(rf"(?:in )?(?P<measure>{_MEASURES})|(?:number |rate )?(?P<rate>{_PER})", re.IGNORECASE)
_ROUND = re.compile(r"\(([^()]*)\)\s*(?:\[[^\]]*\]\s*)*$")
_END = re.compile(
    rf"(?:(?:^|[ ,:–-])(?P<money>(?:{_MONEY})\s?(?:{_SIZE})?)|[ ,](?P<size>thousands|millions|billions|[’']?000s)|"
    rf"(?P<percent>%)|[ ,_](?P<words>per cent|percent|percentage|pct)|(?P<rate>\bper [0-9][0-9, ]*000\b.*))$",
    re.IGNORECASE,
)  # fmt: skip
_BEGIN = re.compile(r"(?:%|per cent\b|percent\b|percentage\b|pct(?:\b|_))(?! ?points?)", re.IGNORECASE)


def unit_in(name: str) -> str:
    """The unit that a heading says in brackets, at its end or at its beginning; "" where it says none."""
    bare = re.sub(r"\s*\[[^\]]*\]\s*$", "", name)
    found = _ROUND.search(bare)
    if found:
        return _together(unit_in(bare[: found.start()].strip()), found[1])
    if _BEGIN.match(bare):
        return "%"
    end = _END.search(bare)
    if end is None:
        return ""
    if end["percent"] or end["words"]:
        return "%"
    return end["rate"] or _together(unit_in(bare[: end.start()].strip()), end["money"] or end["size"])


def _together(before: str, text: str) -> str:
    """The unit that a text says behind a unit: "£" and "000s" are one, as are "£m" and "per head"."""
    unit = unit_alone(text)
    for money, size in ((before, text), (unit, before)):
        if re.fullmatch(_MONEY, money) and re.fullmatch(_SIZE, size, re.IGNORECASE):
            return unit_alone(f"{money} {size}")
    if before and unit.startswith("per ") and re.match(_MONEY, before):
        return f"{before} {unit}"
    return unit or before


def unit_alone(text: str) -> str:
    """A text that is a unit and no more, "£ million, real terms", "000s", as `unit:` has it; "" for another."""
    said = " ".join(text.split())
    if percent := _PERCENT.fullmatch(said):
        return f"%{percent['of'] or ''}"
    if re.search(_MONEY, said):
        said = _OF_YEAR.sub("", said)
    first, _, more = said.partition(", ")
    if more and not re.fullmatch(_SIZE, more, re.IGNORECASE) and re.search(_MONEY, first):
        said = first  # what prices they are does not belong to the number
    elif re.fullmatch(_SIZE, first, re.IGNORECASE) and re.fullmatch(_MONEY, more):
        said = f"{more} {first}"
    if measure := _MEASURE.fullmatch(said):
        return measure["measure"] or measure["rate"]
    amount = _AMOUNT.fullmatch(said)
    if amount is None or not (amount["money"] or amount["size"]):
        return ""
    return _amount(amount["money"] or "", amount["size"] or "", amount["of"] or "")


def _amount(money: str, size: str, of: str) -> str:
    """A currency, a size and what is counted: "£ thousand", "£bn per head", "thousand people"."""
    if size.casefold() in ("m", "k") and not money:
        return ""  # metres, kilo
    if re.fullmatch(r"[’']?000(?:[’']?s)?", size):
        size = "thousand"
    size = size.lower().removesuffix("s") if len(size) > len("mn") else size
    if of and not money and not of.startswith(" per "):
        return f"{size}{of}"
    gap = " " if money and len(size) > len("mn") else ""
    return f"{money}{gap}{size}{of}"
