"""Names of rows that are never those of a part of their own: of totals, and of what is counted in another row already.

Which rows of a table count in no sum is `totals`'.
"""

from __future__ import annotations

import re

from reportgen.patterns import Pattern

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


def names_total(name: str) -> bool:
    """Whether a row of this name holds the sum of others."""
    return bool(_SURE.fullmatch(name))


def is_part(name: str) -> bool:
    """Whether what a row of this name holds is counted in another: "of which: academies"."""
    return bool(_PART.fullmatch(name))
