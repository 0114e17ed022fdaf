"""Names of rows that are never those of a part of their own: of totals, and of what is counted in another row already.

Which rows of a table count in no sum is `totals`'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.patterns import Pattern
from reportgen.source.date_texts import names_period

_SURE = Pattern(
    r"(grand|overall|sub|national|general|net|gross)?[ -]?totals?|.+ totals?|totals? ?[,:;(\[/–—-].*|all|overall|"
    r"all (ages|persons|people|regions|areas|countries|sexes|genders|groups|pupils|schools|households|types|"
    r"categories|sectors|industries|tenures|causes|items|grades|years|periods|quarters|months|subjects|providers|authorities|nations|"
    r"ethnicities|ethnic groups|age groups|usual residents)|both sexes|all (of )?(the )?(above|uk|england)|"
    r"sub[ -]?totals?\b.*|sous[ -]totaux\b.*|sous[ -]total\b.*|zwischensummen?\b.*|"
    r"(sous-)?total(es|e)?( général)?|ensemble|toutes?( .+)?|tous( .+)?|insgesamt|gesamt|zusammen|summe|totaal|"
    r"summa|suma|razem|ukupno",
    re.IGNORECASE,
)
"""Names of rows, in the languages of those who publish, that are never those of a part."""
_PART = Pattern(
    r"(.*[\s,;:(–-])?of (which|whom)\b\W*\w.*|\W*(davon|darunter|di cui|waarvan|w tym|od čega|od toga)\b\W*\w.*|"
    r"\W*dont\b(?!\W+know)\W*\w.*",
    re.IGNORECASE,
)
"""Names of rows that are counted in another row already."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PART_OF_YEAR = Pattern(
    rf"[QTH] ?[1-4]|(?:quarter|half|trimestre) [1-4]|{_MONTH}(?: ?(?:[-–/]|to) ?{_MONTH})?", re.IGNORECASE
)


def names_total(name: str) -> bool:
    """Whether a row of this name holds the sum of others."""
    return bool(_SURE.fullmatch(name))


def is_part(name: str) -> bool:
    """Whether what a row of this name holds is counted in another: "of which: academies"."""
    return bool(_PART.fullmatch(name))


def years_above_parts(texts: Sequence[str]) -> set[str]:
    """The years in a column right below which their quarters, halves or months stand: "2023/24", then "Q1", "Q2"."""
    return {year for year, part in pairwise(texts) if _PART_OF_YEAR.fullmatch(part) and names_period(year)}
