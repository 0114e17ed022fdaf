"""What words say of a unit, and where they say it: the one grammar, which every module that looks for units reads.

A text that is a unit ("£ million", "000s"), a heading that holds one ("Debt (£m)", "Births per 1,000"), a sentence that
gives one to all numbers, a name under which units stand ("Unit of measure", UNIT_MULT). All as `unit:` has it. What
tables.yaml declares goes before it; which words speak of which column is told by `said_units` and `unit_columns`.
"""

from __future__ import annotations

import re

from reportgen.language.units import CURRENCIES
from reportgen.patterns import Pattern
from reportgen.source.note_signs import without_sign

_MONEY = rf"(?:(?!(?:k|m|ds?|mds?|bn|mrd|mio)[{CURRENCIES}])[A-Z]{{1,3}})?[{CURRENCIES}]|GBP|EUR|USD|CHF"
_SIZE = r"thousands?|millions?|billions?|trillions?|[’']?000(?:[’']?s)?|bn|mn?|k"
_PER = (
    r"per (?:[0-9][0-9, ]*[0-9]|head|capita|person|household|pupil|year|week|month|day|hour)(?: [^\W\d_][\w -]*)?|"
    r"(?:pour|par|je|pro|por|cada) (?:[0-9][0-9. ]*[0-9]|habitante?s?|tête|personne|ménage|élève|an|mois|jour|heure|"
    r"kopf|einwohner|haushalt|jahr|monat|tag|persona|hogar|año)(?: [^\W\d_][\w -]*)?"
)
_MEASURES = (
    r"[kmµ]?g|k?t|tonnes?|[kcm]m|ha|hectares?|acres?|sq\.? ?(?:k?m|metres?|miles?|feet)|k?m[²³23]|miles|litres?|"
    r"[kMGT]Wh?|[kM]toe|"
    r"[km]?t ?CO2e?q?|(?:kilo|mega)?tonnes? (?:of )?CO2e?|°C|degrees C|mg/l|µg/m[³3]|FTEs?|"
    r"hours|minutes|days|weeks|months|percentage points|pp|pence|p|"
    r"heures|jours|semaines|mois|ans|années|points(?: de pourcentage)?|pts|stunden|tage|monate|jahre|"
    r"prozentpunkte|punkte"
)
_PERCENT = re.compile(
    r"(?:in |en |as |annual |a )?(?:%|per cent|percent|percentage|pour ?cent|pourcentage|prozent|por ciento|porcentaje|"
    r"percentuale)(?P<of> of .+)?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"(?:in |real |current |constant )?(?:[0-9]{{4}} )?(?P<money>{_MONEY})?[ ,]*(?P<size>{_SIZE})?"
    r"(?: of)?(?P<of> [^\W\d_][^,;]*)?",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"(?<=[^\s,]) [12][0-9]{3}(?:[-/–][0-9]{2,4})?(?: prices)?$", re.IGNORECASE)
"""The year whose prices an amount is in."""
_MEASURE = re.compile(
    rf"(?:in |en (?!miles))?(?P<measure>{_MEASURES})|(?:number |rate |nombre |taux )?(?P<rate>{_PER})", re.IGNORECASE
)
_ROUND = re.compile(r"\(([^()]*)\)\s*(?:\[[^\]]*\]\s*)*$")
_END = re.compile(
    rf"(?:(?:^|[ ,:–-])(?P<money>(?:{_MONEY})\s?(?:{_SIZE})?)|[ ,](?P<size>thousands|millions|billions|[’']?000s?)|"
    rf"_(?P<size_>thousands|millions|billions)|(?P<percent>%)|[ ,_](?P<words>per cent|percent|percentage|pct)|"
    rf"(?P<rate>\b(?:per|pour|je) [0-9][0-9,. ]*000\b.*))$",
    re.IGNORECASE,
)  # fmt: skip
_CURRENCY_WORDS = {
    "€": "euros?",
    "£": "pounds?(?: sterling)?|livres(?: sterling)?",
    "$": "dollars?|dólares|dollari",
    "US$": "us dollars?",
    "CHF": "francs suisses|swiss francs|schweizer franken",
}
_SIZE_WORDS = {
    "thousand": r"milliers?|tausend|tsd\.?|miles|migliaia|duizend|k",
    "million": r"mio\.?|millionen|millones|milion[ie]|miljoen|mln\.?|m",
    "billion": r"milliards?|mrds?\.?|mds?|mia\.?|milliarden|miliard[oi]|miljard",
}
_ENGLISH = {"thousand": "thousands?", "million": "millions?", "billion": "billions?"}
_NUMBER_WORDS = {
    "thousand": r"[’']?000s?|1[ .,]?000|10\^3|tho?us\.?",
    "million": r"mn|1[ .,]?000[ .,]000|10\^6",
    "billion": r"bn|bln|10\^9",
}
"""Sizes that say nothing of money alone."""
_SIGN = rf"(?P<sign>{_MONEY})|" + "|".join(f"(?P<c{at}>{words})" for at, words in enumerate(_CURRENCY_WORDS.values()))
_SIZED = "|".join(f"(?P<{size}>{words}|{_ENGLISH[size]})" for size, words in _SIZE_WORDS.items())
_PRICES = (
    r"(?:,? (?:courants?|constants?|corrientes|constantes|correnti|costanti|réels))?"
    r"(?: (?:de |of )?[12][0-9]{3})?"
)
_MONEY_WORDS = Pattern(rf"(?:en |in |w )?(?:(?:{_SIZED})\s?(?:of |de |d[’']|di )?(?:{_SIGN})){_PRICES}", re.IGNORECASE)
"""Money in words, and in the order of other languages: "millions of pounds", "en millions d'euros", "M€"."""
_BARE_MONEY = Pattern(rf"(?:en|in) (?:{_SIGN}){_PRICES}", re.IGNORECASE)
_NAMED_MONEY = Pattern(rf"(?:{_SIGN})", re.IGNORECASE)
_MONEY_RATE = Pattern(rf"(?:{_MONEY})(?:{_SIZE})?(?:/| per )[^\W\d_][\w² ]*|(?:p|pence|ct|c) per [^\W\d_][\w² ]*")
_SIZE_IN_WORDS = Pattern(
    r"(?P<en>en |in )?(?P<said>(?:(?P<thousand>milliers?|tausend|tsd\.|migliaia|duizend)|"
    r"(?P<million>millions|mio\.|millionen|millones|milioni|miljoen)|"
    r"(?P<billion>milliards?|mrd\.|milliarden|miliardi|miljard))"
    r"(?P<of> (?:de |d[’']|di )[^,;:]*)?)|(?P<miles>en miles(?P<of_miles> de [^,;:]*)?)",
    re.IGNORECASE,
)
"""A size alone, or with what is counted: "en milliers", "Millionen", "en milliers de logements"."""
_BEFORE = Pattern(
    r"(?:unit[éà]s?|units?|(?:ma(?:ß|ss))?einheit(?:en)?|unidad(?:es)?)"
    r"(?: (?:of|de) (?:measure|mesure|medida))?\s?: ?",
    re.IGNORECASE,
)
"""What stands before a unit in a line of its own: "Unité : millions d'euros"."""
_SIGN_FIRST = Pattern(rf"(?:in |en )?(?:{_SIGN})\s?(?:{_SIZED})", re.IGNORECASE)
"""The same as "EUR Mio."."""
_PLAIN_MONEY = Pattern(
    rf"(?:in )?(?:(?:{_MONEY})\s?(?:{_SIZE})|(?:thousand|million|billion)s? (?:of )?(?:us )?"
    r"(?:pounds|dollars|euros?).*)",
    re.IGNORECASE,
)
_ANY_SIZE = "|".join(
    f"(?P<{size}>{words}|{_ENGLISH[size]}|{_NUMBER_WORDS[size]})" for size, words in _SIZE_WORDS.items()
)
_OF = r"(?:of |de |d[’']|di )?"
_LAST_MONEY = Pattern(
    rf"(?:(?:^|[\s,:;_–—-])(?:in |en )?(?:{_ANY_SIZE})[\s_]?{_OF}|(?P<other>\b10+(?:[ .,]?000)*|\b10\^[0-9]+|"
    rf"\bhundreds?|\blakhs?|\bcrores?|\btrillions?|\btrn?|\bbio\.?)[\s_]?{_OF})(?:{_SIGN}){_PRICES}$",
    re.IGNORECASE,
)
"""A size and its currency at the end of a heading, "Ausfuhr Mio. EUR"; `other` sizes are no unit that is known."""
_SIZES_ALONE = Pattern(
    r"(?:thousands|millions|billions|[’']?000s|milliers|milliards|millionen|milliarden|millones)"
    r"(?: (?:of|de|d[’']).+)?",
    re.IGNORECASE,
)
_SIZE_ABOVE = Pattern(r"(?P<size>Thousands|Millions|Billions|[’']?000s) [A-Z]\w*(?: \w+)*")
"""A size over several columns, before the name of one: "Thousands Men"."""
_TAIL = Pattern(r"(?:[,:–—-]|\s)\s*(?P<tail>(?:en|in) [^,:]+|[^\s,:]+)$", re.IGNORECASE)
_OF_ALL = Pattern(
    r"(?:.*[.:;–-]\s+)?(?:all|the|these|toutes?|alle)?\s*(?:les )?(?:figures|amounts|values|sums|numbers|data|"
    r"expenditure|spending|montants|chiffres|valeurs|données|angaben|werte|beträge|importes|valores|datos)"
    r"(?: (?:are|is|sont|son|sind))?(?: all)?(?: shown| given| expressed| reported| presented| exprim\w+)?:? (?:in|en) "
    r"(?P<unit>[^.;]+?)(?: unless .*|, except .*)?[.;]?",
    re.IGNORECASE,
)
"""A sentence about all numbers of a table: "All figures are in £m"."""
_BEGIN = re.compile(r"(?:%|per cent\b|percent\b|percentage\b|pct(?:\b|_))(?! ?points?)", re.IGNORECASE)


def unit_in(name: str) -> str:
    """The unit that a heading says in brackets, at its end or at its beginning; "" where it says none."""
    bare = without_sign(re.sub(r"\s*\[[^\]]*\]\s*$", "", name))
    if _size_alone(bare):
        return unit_alone(bare)
    if above := _SIZE_ABOVE.match(bare):
        return unit_alone(above["size"])
    found = _ROUND.search(bare)
    if found:
        return _together(unit_in(bare[: found.start()].strip()), found[1])
    if _BEGIN.match(bare):
        return "%"
    tail = _TAIL.search(bare)
    if tail and (money_in_words(tail["tail"]) or _in_size(tail["tail"])):
        return unit_alone(tail["tail"])
    if money := _LAST_MONEY.search(bare):
        return "" if money["other"] else _sized_money(money)
    end = _END.search(bare)
    if end is None:
        return ""
    if end["percent"] or end["words"]:
        return "%"
    return end["rate"] or _together(unit_in(bare[: end.start()].strip()), end["money"] or end["size"] or end["size_"])


def _size_alone(text: str) -> bool:
    """Whether a heading is nothing but a size, with what is counted: "Thousands", "Millions of women"."""
    return bool(_SIZES_ALONE.fullmatch(text) and unit_alone(text))


def _together(before: str, text: str) -> str:
    """The unit that a text says behind a unit: "£" and "000s" are one, as are "£m" and "per head"."""
    named = _NAMED_MONEY.fullmatch(text)
    unit = _sign_of(named) if named else unit_alone(text)
    for money, size in ((before, text), (unit, before)):
        if re.fullmatch(_MONEY, money) and re.fullmatch(_SIZE, size, re.IGNORECASE):
            return unit_alone(f"{money} {size}")
    if before and unit.startswith("per ") and re.match(_MONEY, before):
        return f"{before} {unit}"
    return unit or before


def said_of_all(text: str) -> str:
    """The unit that a sentence gives to all numbers, "All figures are in £m"; "" for another text."""
    found = _OF_ALL.fullmatch(" ".join(text.split()))
    return unit_alone(found["unit"]) if found else ""


def money_in_words(text: str) -> str:
    """Money in words, or in the order of another language, by its sign: "€ million" of "en millions d'euros"."""
    found = _MONEY_WORDS.fullmatch(text) or _SIGN_FIRST.fullmatch(text)
    if found is None:
        return ""
    return _sized_money(found)


def _sized_money(found: re.Match[str]) -> str:
    return f"{_sign_of(found)} {next(size for size in _SIZE_WORDS if found[size])}"


def _sign_of(found: re.Match[str]) -> str:
    return (
        found["sign"].upper()
        if found["sign"]
        else next(one for at, one in enumerate(_CURRENCY_WORDS) if found[f"c{at}"])
    )


def _in_size(text: str) -> bool:
    """Whether a text says with "en" or "in" that numbers are in a size: "en milliers", and no name that ends in one."""
    found = _SIZE_IN_WORDS.fullmatch(text)
    return bool(found and (found["en"] or found["miles"]))


def _size_in_words(text: str) -> str:
    """A size in the words of another language by its name, "thousand" of "en milliers"; with what is counted as it is
    written, "milliers de logements"."""
    found = _SIZE_IN_WORDS.fullmatch(text)
    if found is None:
        return ""
    if found["of"] or found["of_miles"]:
        said = found["said"] or found["miles"].partition(" ")[2]
        return f"{said[:1].lower()}{said[1:]}"
    return "thousand" if found["miles"] else next(size for size in _SIZE_WORDS if found[size])


def unit_alone(text: str) -> str:
    """A text that is a unit and no more, "£ million, real terms", "000s", as `unit:` has it; "" for another."""
    said = " ".join(text.split())
    if before := _BEFORE.match(said):
        said = said[before.end() :]
    if percent := _PERCENT.fullmatch(said):
        return f"%{percent['of'] or ''}"
    if re.search(_MONEY, said):
        said = _OF_YEAR.sub("", said)
    if money := _money_alone(said):
        return money
    said = _of_amount(said)
    if measure := _MEASURE.fullmatch(said):
        return measure["measure"] or measure["rate"]
    if size := _size_in_words(said):
        return size
    amount = _AMOUNT.fullmatch(said)
    if amount is None or not (amount["money"] or amount["size"]):
        return ""
    return _amount(amount["money"] or "", amount["size"] or "", amount["of"] or "")


def _money_alone(said: str) -> str:
    """Money in words that are not those of an English unit."""
    if (money := money_in_words(said)) and not _PLAIN_MONEY.fullmatch(said):
        return money
    if _MONEY_RATE.fullmatch(said):
        return said
    bare = _BARE_MONEY.fullmatch(said)
    return _sign_of(bare) if bare else ""


def _of_amount(said: str) -> str:
    """An amount without what prices it is in, which does not belong to the number, and with its currency first."""
    first, _, more = said.partition(", ")
    if more and not re.fullmatch(_SIZE, more, re.IGNORECASE) and re.search(_MONEY, first):
        return first
    if re.fullmatch(_SIZE, first, re.IGNORECASE) and re.fullmatch(_MONEY, more):
        return f"{more} {first}"
    return said


def _amount(money: str, size: str, of: str) -> str:
    """A currency, a size and what is counted: "£ thousand", "£bn per head", "thousand people"."""
    if size.casefold() in ("m", "k") and not money:
        return ""  # metres, kilo
    if re.fullmatch(r"[’']?000(?:[’']?s)?", size):
        size = "thousand"
    size = size.lower().removesuffix("s") if len(size) > len("mn") else size
    if of and not money and not of.startswith(" per "):
        return f"{size}{of}"
    gap = " " if money and size and (len(size) > len("mn") or money[-1].isalpha()) else ""
    return f"{money}{gap}{size}{of}"
