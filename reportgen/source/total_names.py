"""Names of rows that are never those of a part of their own: of totals, of what is counted in another row already, and
of averages, changes and bases.

Which rows of a table count in no sum is `totals`'.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from reportgen.patterns import Pattern
from reportgen.source.date_texts import names_period

_SURE = Pattern(
    r"(grand|overall|sub|national|general|net|gross)?[ -]?totals?|.+ totals?|totals? ?[,:;(\[/–—-].*|all|overall|"
    r"all (ages|persons|people|regions|areas|countries|sexes|genders|groups|pupils|schools|households|types|"
    r"categories|sectors|industries|tenures|causes|items|grades|years|periods|quarters|months|subjects|providers|authorities|nations|"
    r"ethnicities|ethnic groups|age groups|usual residents)|both sexes|all (of )?(the )?(above|uk|england)|"
    r"sub[ -]?totals?\b.*|sous[ -]totaux\b.*|sous[ -]total\b.*|zwischensummen?\b.*|"
    r"world|whole (country|world)|koko maa|hela riket|hele landet|total (nacional|nazionale|general)|"
    r"(sous-)?total(es|e)?( général)?|ensemble|toutes?( .+)?|tous( .+)?|insgesamt|gesamt|zusammen|summe|totaal|"
    r"summa|suma|razem|ukupno|(grand |overall )?totals?,? \(?[12][0-9]{3}\)?",
    re.IGNORECASE,
)
"""Names of rows, in the languages of those who publish, that are never those of a part."""
_PART = Pattern(
    r"(.*[\s,;:(–-])?(of (which|whom)|o/w)\b\W*\w.*|"
    r"\W*((?-i:incl\.?|including|y compris)|of (this|these)|thereof|davon|darunter|di cui|waarvan|"
    r"w tym|od čega|od toga)\b\W*\w.*|"
    r"\W*dont\b(?!\W+know)\W*\w.*|.+\((already )?(included|counted|compris(es|e)?)( (above|in|in the|dans)\b.*)?\)",
    re.IGNORECASE,
)
"""Names of rows that are counted in another row already."""
_MEASURE = Pattern(
    r"(?!(above|below|better|worse|well|about|at|under|over|near)\b)(.+ )?(average|median)( .+)?|"
    r"((arithmetic|geometric|overall|weighted) )?mean( (?-i:[a-z(]).*)?|moyennes?\b.*|.+ moyenne|médianes?\b.*|"
    r"durchschnitt\w*|mittelwert|promedio|(.+ )?avge?\.?( .+)?|(%|per ?cent|percentage) of .+|"
    r"(%|per ?cent|percentage|annual|year[- ]on[- ]year)( point)? (change|growth|difference)\b.*|"
    r"(change|difference)s?( (on|since|from|between|in) .+|,? \(.+\)| [12][0-9]{3}.*)?|"
    r"(évolution|variation)s?( .*([12][0-9]{3}|%).*)?|"
    r"(un)?weighted (base|sample|n|count)s?\b.*|base( size)?( ?[(:=].*)?|sample( size| base)?s?|n ?=.*|"
    r".*\(?= ?100 ?%\)?.*|number of respondents",
    re.IGNORECASE,
)
"""Names of rows that measure something of the others: an average, a change, the base of shares."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PART_OF_YEAR = Pattern(
    rf"[QTH] ?[1-4]|(?:quarter|half|trimestre) [1-4]|{_MONTH}(?: ?(?:[-–/]|to) ?{_MONTH})?", re.IGNORECASE
)
_WITH_PART = Pattern(
    rf"(?P<year>[12][0-9]{{3}}(?:[/-][0-9]{{2,4}})?)[ -]?(?:[QTH] ?[1-4]|M?(?:0[1-9]|1[0-2])|{_MONTH})|"
    rf"(?:[QTH] ?[1-4]|{_MONTH})[ -](?P<last>[12][0-9]{{3}}(?:[/-][0-9]{{2,4}})?)",
    re.IGNORECASE,
)
"""A quarter, a half or a month with its year."""


def names_total(name: str) -> bool:
    """Whether a row of this name holds the sum of others."""
    return bool(_SURE.fullmatch(name))


def is_part(name: str) -> bool:
    """Whether what a row of this name holds is counted in another: "of which: academies"."""
    return bool(_PART.fullmatch(name))


def is_measure(name: str) -> bool:
    """Whether a row of this name holds an average, a change or the base of the others, which no sum adds up."""
    return bool(_MEASURE.fullmatch(name))


_SMALLER = Pattern(
    r"(.+ )?(départements?|régions?|communes?|cantons?|académies?|provinces?|count(y|ies)|regions?|districts?|"
    r"boroughs?|(local )?authorit(y|ies)|councils?|bundesl(and|änder)|(land)?kreise?|bezirke?|regione?|regioni|"
    r"provinci[ae]s?|municipios?|comunidad(es)?( autónomas?)?|comun[ei]|gemeenten?|gemeinden?|voivodeships?|"
    r"województw[oa])( .+)?",
    re.IGNORECASE,
)
"""What columns are called that hold parts of a country."""
_COUNTRY = Pattern(
    r"france( (entière|métropolitaine|hors .+))?|deutschland|germany|österreich|austria|schweiz|suisse|svizzera|"
    r"switzerland|españa|spain|italia|italy|belgique|belgië|belgium|nederland|(the )?netherlands|portugal|éire|ireland|"
    r"united kingdom|uk|great britain|england|polska|poland|canada|danmark|sverige|norge",
    re.IGNORECASE,
)


def country_among(heading: str, names: Collection[str]) -> set[str]:
    """The country whose parts the other names in a column are, which is called so: "France" below its departments."""
    found = {name for name in names if _COUNTRY.fullmatch(name)} if _SMALLER.fullmatch(heading) else set()
    return found if len(found) == 1 < len(names) else set()


def is_part_of_year(text: str) -> bool:
    """Whether a text names a quarter, a half or a month, and no year."""
    return _PART_OF_YEAR.fullmatch(text) is not None


def years_beside_parts(texts: Sequence[str]) -> set[str]:
    """The years in a column that hold the sums of its quarters, halves or months.

    These stand right below them, "2023/24", then "Q1", "Q2"; or right above, where the column begins with one of these;
    or anywhere in it under their own names: "2023", and "2023 Q1", "2023 Q2".
    """
    below = bool(texts) and _PART_OF_YEAR.fullmatch(texts[0])
    pairs = ((after, before) if below else (before, after) for before, after in pairwise(texts))
    found = {year for year, part in pairs if _PART_OF_YEAR.fullmatch(part) and names_period(year)}
    different = {*texts}
    years = Counter(match["year"] or match["last"] for text in different if (match := _WITH_PART.fullmatch(text)))
    return found | {year for year, count in years.items() if count > 1 and year in different}
