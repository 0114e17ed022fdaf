"""Names of months and of days as files have them: those of the languages that the engine speaks, and months in others
that offices write, "déc.", "März", "fev", "gennaio", which few files need.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportgen.language.folding import folded
from reportgen.language.tables import languages

_LANGUAGES = ("fr", "de", "es", "it", "pt", "nl")
_BEGIN = frozenset(
    "abr ago aou apr aug avr dec dez dic ene fev feb gen giu jan jui jul jun lug maa mag mai mar may mei mrt nov okt"
    " oct out ott sep set".split()
)
"""How they begin, without accents: what does not is looked up nowhere."""
_BEGIN_OWN = _BEGIN | {*"mon tue wed thu fri sat sun lun mer jeu ven sam dim".split()}
"""How the names of months and of days begin in the languages that the engine speaks."""
_LEAST = 3


def may_name_months_or_days(words: Iterable[str]) -> bool:
    """Whether all words begin as names of months and of days do: to read these takes longer than all else that is asked
    of a column."""
    return all(folded(word)[:_LEAST] in _BEGIN_OWN for word in words)


def month_of(word: str) -> int | None:
    """The number of a month by its name, whole or shortened, with accents or without; None for another word."""
    plain = folded(word).rstrip(".")
    if plain[:_LEAST] not in _BEGIN:
        return None
    return month_names().get(word.casefold().rstrip(".")) or _of_others().get(plain) or _shortened(plain)


def _shortened(plain: str) -> int | None:
    """The month whose names, and no others, begin so: "fev" of février."""
    found = {number for name, number in _of_others().items() if name.startswith(plain)}
    return found.pop() if len(found) == 1 else None


@cache
def _of_others() -> dict[str, int]:
    from babel import Locale

    found: dict[str, int] = {}
    for tag in _LANGUAGES:
        months = Locale(tag).months["format"]
        for width in ("abbreviated", "wide"):
            found |= {folded(name).rstrip("."): number for number, name in months[width].items()}
    return found


@cache
def month_names() -> dict[str, int]:
    """The names of months, whole and shortened, of every language known, in small letters without a point."""
    return {**_names("months"), "sept": 9}


@cache
def day_names() -> dict[str, int]:
    """The same of the days of the week."""
    return _names("days")


def _names(kind: str) -> dict[str, int]:
    from babel import Locale

    found: dict[str, int] = {}
    for tag in languages():
        names = getattr(Locale.parse(tag, sep="-"), kind)
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                found |= {name.casefold().rstrip("."): number for number, name in names[use][width].items()}
    return found
