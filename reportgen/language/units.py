"""Units as authors write them: "£bn", "million people", "% of GDP", "km"; where each part stands beside its number.

A unit is taken apart into a currency, a word of size and the rest. What is not understood is the rest, which is printed
after the number as it is typed: nothing of a unit is ever left out. The words of size are the language's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from decimal import Decimal
from functools import lru_cache

from reportgen.frozen import frozen
from reportgen.patterns import Pattern

CURRENCIES = "€£$¥₺₴₽₹₩₪₦₫₱₸₼₾₵₡₲৳฿₮₭៛"
"""Signs of currencies, each of which may have letters before it: "US$"."""

NO_BREAK = "\u00a0"
MEASURED = re.compile(
    r"(?<=\d) (?=(?:°\s?[CFK]?|h|[%‰€]|[µnmckdh]?m[²³]?|[µmkM]?[gt]|[mch]?l|ha|[hkM]?Pa"
    r"|[kMGTP](?:Wh?|[VAJBN]|Hz|bit|cal)|Wh?|Hz|dB|km/h|m/s|ppm|ppb|pp|min|[ap]\.m\.|[kM]?tCO₂e?|pts?|[kM]€|Mds?€?)(?![\w/]))"
)
"""The space between a number and the short form of a unit, at which no line may end."""
_CODES = (
    "EUR|GBP|USD|CHF|JPY|CNY|AUD|CAD|NZD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|RSD|BAM|MKD|TRY|UAH|GEL|MDL|INR|ZAR|BRL"
)
_CURRENCY = Pattern(rf"(?:(?![KM][€£$])[A-Z]{{1,3}})?[{CURRENCIES}]|(?:{_CODES})(?![^\W\d_])")
_SHORT_SIZE = Pattern(r"(?:bn|bln|mn|mln|m|k|tn|trn)(?=$|[\s/])")
_THOUSANDS = Pattern(r"(?:[’']|1[, ]?)?000(?:[’']?s)?(?=$|[\s/])")
_SIZE_FIRST = Pattern(
    rf"(?P<size>[kM]|Md|Mds|Mrd\.?|Mio\.?|Mln\.?|mln\.?|mld\.?)\s?(?P<currency>(?:[A-Z]{{1,2}})?[{CURRENCIES}]|(?:{_CODES})(?![^\W\d_]))"
)
"""A short size before its currency, as most of Europe writes it: "Md€"."""
_ATTACHED = Pattern(r"(?:[/°‰′″\"’']|(?:p|x|×)$)")
"""What English writes without a space after a number: 45p, 12°C, 3/day."""
_PERCENT = Pattern(r"\b(?:per|pour) ?cent(?:age)?s?\b|\bpct\b", re.IGNORECASE)
_SIZES = ("thousand", "million", "billion", "trillion")
_HELD = 16
"""A rest of up to so many characters ("per 1,000") keeps together on a line: longer ones would leave wide gaps."""
_AT_EACH = 4
"""A rest of up to so many characters ("kg", "GWh") stands at every number of an axis: longer ones would crowd it."""
_SIGN = 2
"""Letters that a short form of a size has at most ("Md"): it stands at its currency without a space."""
_SAME = (
    ("m", "mn", "mln", "mio", "million", "millions", "millionen"),
    ("bn", "bln", "billion", "billions", "md", "mds", "mrd", "milliard", "milliards", "milliarden"),
    ("tn", "trn", "trillion", "trillions"),
    ("k", "thousand", "thousands", "000", "000s", "'000", "millier", "milliers", "tausend"),
    ("%", "percent", "per cent", "pct"),
    ("p", "pence", "penny"),
    ("pp", "ppt", "percentage point", "percentage points"),
    ("km", "kilometre", "kilometres", "kilometer", "kilometers"),
    ("m", "metre", "metres", "meter", "meters"),
    ("kg", "kilogram", "kilograms", "kilogramme", "kilogrammes"),
    ("t", "tonne", "tonnes"),
    ("ha", "hectare", "hectares"),
    ("km²", "square kilometres", "square kilometers", "sq km"),
    ("€", "eur", "euro", "euros"),
    ("£", "gbp", "pound", "pounds"),
    ("$", "us$", "usd", "dollar", "dollars"),
)
"""Spellings of one thing, by which a unit that stands twice is found; in small letters."""


_POWERS = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "mln": 6}
_POWERS |= {"mio": 6, "md": 9, "mds": 9, "mrd": 9, "mld": 9}
_POWERS |= {"billion": 9, "bn": 9, "bln": 9, "trillion": 12, "tn": 12, "trn": 12}


@frozen
class Unit:
    """A unit in its parts; `source.units` reads one beside a number in a table to the same."""

    currency: str = ""
    """A sign or a code: "£", "US$", "EUR"."""
    size: str = ""
    """One of thousand, million, billion, trillion, where the language's word for it is written; else ""."""
    short: str = ""
    """A short form of it as typed: "bn", "m", "k"."""
    percent: bool = False
    rest: str = ""
    """What is counted, measured or divided by, as typed: "per head", "km", "of GDP"."""
    ahead: bool = field(default=False, compare=False, repr=False)
    """Whether a short size is typed before its currency: "M€"."""
    written: str = field(default="", compare=False, repr=False)
    """All of it as it is typed."""

    def __bool__(self) -> bool:
        return bool(self.currency or self.size or self.short or self.percent or self.rest)

    @property
    def power(self) -> int:
        """Of ten, for its size."""
        return _POWERS.get((self.size or self.short).casefold().rstrip("."), 0)

    @property
    def is_currency(self) -> bool:
        """Whether it is a currency and no more, which many tables print once: numbers without it are in it too."""
        return self == Unit(self.currency) and bool(self.currency)

    @property
    def money(self) -> str:
        """The currency that a word of size goes with, on whichever side of it: "€" of "€ million" and "millions €"."""
        return self.size and (self.currency or (self.rest if _CURRENCY.fullmatch(self.rest) else ""))

    def shortened(self, short: str, *, ahead: bool) -> Unit:
        """With a short form in the place of the word of size; `ahead`: before its currency."""
        rest = self.rest if self.currency else ""
        return replace(self, currency=self.money, size="", short=short, rest=rest, ahead=ahead)

    @property
    def size_first(self) -> str:
        """A short size and its currency as they stand behind a number: "Md€", and apart where letters would run
        together."""
        gap = NO_BREAK if self.currency.isalpha() or (self.currency and len(self.short) > _SIGN) else ""
        return f"{self.short}{gap}{self.currency}"

    def same_but_for_size(self, other: Unit) -> bool:
        """Whether both count the same thing, one in the plural or both: "pt" and "pts"."""
        same = self.rest == other.rest or f"{self.rest}s" == other.rest or self.rest == f"{other.rest}s"
        return same and (self.currency, self.percent) == (other.currency, other.percent)

    def factor(self, declared: Unit) -> Decimal | None:
        """What a number with this unit is multiplied with to be in `declared`; None where that is in doubt."""
        if not self:
            return Decimal(1)
        if not self.same_but_for_size(declared) or (declared.power and not self.power):
            return None
        return Decimal(10) ** (self.power - declared.power)


@lru_cache(maxsize=256)
def unit_of(text: str, sizes: tuple[str, ...] = _SIZES) -> Unit:
    """The parts of a unit; `sizes` are the language's words for thousand, million …, each its forms parted by "|".

    >>> unit_of("£ million per year")
    Unit(currency='£', size='million', short='', percent=False, rest='per year')
    """
    rest = written = " ".join(text.split())
    if rest.startswith("%"):
        return Unit(percent=True, rest=rest[1:].strip(), written=written)
    found = _CURRENCY.match(rest)
    currency = found[0] if found else ""
    rest = rest.removeprefix(currency).strip()
    if not currency and (ahead := _SIZE_FIRST.match(rest)):
        return Unit(
            ahead["currency"], short=ahead["size"], rest=rest[ahead.end() :].strip(), ahead=True, written=written
        )
    size, length = _size(rest, sizes)
    if size:
        return Unit(currency, size, rest=rest[length:].strip(), written=written)
    short = _SHORT_SIZE.match(rest)
    if short and (currency or rest[short.end() : short.end() + 1] != "/"):
        return Unit(currency, short=short[0], rest=rest[short.end() :].strip(), written=written)
    return Unit(currency, rest=rest, written=written)


def _size(rest: str, sizes: tuple[str, ...]) -> tuple[str, int]:
    """The word of size that `rest` begins with, and its length."""
    if found := _THOUSANDS.match(rest):
        return "thousand", found.end()
    for name, forms in zip(_SIZES, sizes, strict=True):
        if found := re.match(rf"(?:{forms})s?\b", rest, re.IGNORECASE):
            return name, found.end()
    return "", 0


def after(text: str, *, spaced: bool) -> str:
    """A part of a unit as it follows its number, with the space that holds them together; `spaced`: always one."""
    if not text:
        return ""
    gap = "" if text[0] == "/" or (_ATTACHED.match(text) and not spaced) else NO_BREAK
    first, _, more = text.partition(" ")
    held = text.replace(" ", NO_BREAK) if len(text) <= _HELD else f"{first} {more}".rstrip()
    return f"{gap}{held}"


def sign_of(unit: str) -> str:
    """What of a unit is a sign or a currency, which stands at every number: "%" of "% of GDP", "£bn" of "£bn/year"."""
    parts = unit_of(unit)
    return unit.removesuffix(parts.rest).rstrip() if parts.percent or parts.currency else ""


def at_axis(unit: str) -> str:
    """The part of a unit that every number of an axis has: a long rest, such as "per head", is said beside the axis."""
    rest = unit_of(unit).rest
    return unit if len(rest) <= _AT_EACH else unit.removesuffix(rest).rstrip()


def alike(one: str, other: str) -> bool:
    """Whether a unit and what is typed say the same: "m" and "million", "People" and "people", "year" and "years"."""
    one, other = (" ".join(part.casefold().replace(NO_BREAK, " ").split()) for part in (one, other))
    if other in (one, f"{one}s"):
        return True
    return any(one in group and other in group for group in _SAME)


def says(title: str, unit: str) -> bool:
    """Whether a column's title says its unit: itself, in another spelling, or in full in brackets at its end."""
    if not unit or re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", title):
        return True
    parts = unit_of(unit)
    if parts.percent and _PERCENT.search(title):
        return True
    if parts.currency or parts.size or parts.short:
        words = re.findall(r"[^\W\d_]+|[’']?000s?", title)
        attached = re.findall(rf"(?<=[{CURRENCIES}])[a-zA-Z]+", title)  # "bn" in "£bn"
        size = parts.size or parts.short
        # "m" alone may be metres, in full in brackets: "Length (metres)".
        sized = not size or any(alike(size, word) for word in [*words, *attached])
        bare = not parts.currency or parts.currency in title or any(alike(parts.currency, word) for word in words)
        return sized and bare and parts.rest.casefold() in title.casefold()
    bracket = re.search(r"\(([^()]+)\)$", title)
    return bool(bracket) and not parts.percent and _abbreviates(unit, bracket[1])  # type: ignore[index]


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of `short` stand in `full` in their order, beginning with its first: km, kilometres."""
    letters = iter(full.casefold())
    return full[:1].casefold() == short[:1].casefold() and all(letter in letters for letter in short.casefold())


def spellings(forms: str | Mapping[str, str]) -> str:
    """The forms of a word in a language's table, parted by "|"."""
    listed = [forms] if isinstance(forms, str) else list(forms.values())
    return "|".join(dict.fromkeys(map(re.escape, listed)))
