"""What a file's own words say of the signs in its cells: "X: secret statistique", "(p) : données provisoires".

An office knows best what it means by a letter that others mean something else by. What `marks:` says goes before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.language.folding import folded
from reportgen.marks import Mark
from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Line, Worksheet

_MOST_LINES = 40
"""Lines above and below a table that are looked through. Ours."""
_SAID = Pattern(
    r"(?:(?<=[;,.] )|^|(?<=[;,.]))\s*(?:[(\[](?P<round>[A-Za-z]{1,3})[)\]]\s*[:=–-]?|"
    r"(?P<sign>[A-Za-z]{1,3}|\.{2,3}|…|/{1,3}|\*|:(?=\s*[=:])|-(?=\s*[=:]))\s*[:=])\s*(?P<words>[^;]{3,}?)"
    r"(?=;|$|[,.]\s+(?:[(\[]?[A-Za-z.…/*:-]{1,3}[)\]]?)\s*[:=])"
)
"""A sign and its words; one line may have several."""
_FILLER = (
    r"(?:(?:is|are|data|figures?|values?|numbers?|results?|the|this|donnees?|valeurs?|chiffres?|resultats?|couverte?s?|"
    r"soumise?s?|protegee?s?|par|au|a|le|la|les|du|non|en|daten|angaben?|werte?|zahl(?:en)?|aus|wegen|unterliegt|der|die|des|"
    r"datos?|valor(?:es)?|cifras?|dat[oi]|valor[ei]) )*?"
)
_MEANINGS: dict[Mark | str, str] = {
    Mark.SUPPRESSED: "confiden|secret|suppress|withheld|geheim|vertraulich|datenschutz|riservat|segreto|disclosive",
    Mark.UNAVAILABLE: r"not available|unavailable|(?:non |no |in)disponib|nicht (?:verfugbar|vorhanden|bekannt)|"
    r"keine angabe|niet beschikbaar|missing|manquant",
    Mark.INAPPLICABLE: r"not applicable|(?:non |no |in)aplicab|(?:non |in)applicab|sans objet|trifft nicht zu|"
    r"nicht sinnvoll|sin objeto",
    Mark.UNRELIABLE: "unreliab|low reliab|peu fiab|unsicher|eingeschrankt|poco fiab|of low|nicht zuverlassig",
    Mark.PROVISIONAL: "provis|prelim|vorlaufig|voorlopig",
    Mark.ESTIMATED: "estim|geschatzt|schatzung|stima|schatting",
    Mark.REVISED: "revis|revid|berichtigt|rettific|herzien",
    Mark.FORECAST: "forecast|project|previsi|prevu|prognos|proiezion|proyecc",
    Mark.BREAK: "break|rupture|(?:zeitreihen)?bruch|rottura|ruptura",
    Mark.LOW: "less than half|moins de la moitie|weniger als die halfte|mehr als nichts",
    "0": "nil|neant|nul|nichts|genau null|zero",
}
_FORMS = tuple((Pattern(rf"{_FILLER}(?:{words})"), meaning) for meaning, words in _MEANINGS.items())


def meaning(words: str) -> Mark | str:
    """The mark that words say of a sign, "0" where they say that there is none of it; "" for other words."""
    plain = folded(" ".join(words.strip(" :=–-.").split()))
    return next((meant for form, meant in _FORMS if form.match(plain)), "")


def explained(sheet: Worksheet, lines: Sequence[Line]) -> dict[str, Mark | str]:
    """The signs that lines around the rows `lines` explain, each with its meaning; "" where that is none known here."""
    found: dict[str, Mark | str] = {}
    for line in _around(sheet, lines):
        for said in _SAID.finditer("; ".join(line.text(at) for at in line.filled())):
            found.setdefault(said["round"] or said["sign"], meaning(said["words"]))
    for sign in [*found]:  # "X" explains "x" too, unless that is another sign
        found.setdefault(sign.lower(), found[sign])
        found.setdefault(sign.upper(), found[sign])
    return found


def _around(sheet: Worksheet, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines below the rows, the nearest first, and those above them."""
    if lines:
        last, first = lines[-1].number, lines[0].number
        yield from [line for line in sheet.lines if line.number > last][:_MOST_LINES]
        yield from [line for line in sheet.lines[:_MOST_LINES] if line.number < first]
