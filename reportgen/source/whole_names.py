"""Names of rows that hold what others in the same column hold together, by these names alone: the band 16-64 over 16-24
and 25-64, Great Britain over its nations, the months January to March over each of them.

Totals that are called so by themselves are `total_names`'; those that only numbers show, `sums`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportgen.patterns import Pattern

_BAND = Pattern(
    r"(?:ages?d?:? )?(?:(?:under|below|less than) (?P<below>[0-9]{1,3})|"
    r"(?P<low>[0-9]{1,3}) ?(?:[-–]|to|bis|à) ?(?P<high>[0-9]{1,3})|"
    r"(?P<open>[0-9]{1,3}) ?(?:\+|(?:years )?(?:and|or) (?:over|older|above)|plus))"
    r"(?: ?(?:years?|yrs?|ans|jahre)(?: old)?)?",
    re.IGNORECASE,
)
"""A band of whole numbers: "16-24", "Aged 25 to 49", "65+", "Under 16"."""
_NO_END = 10**4
_NATIONS = (
    ({"great britain", "gb"}, ({"england"}, {"scotland"}, {"wales"})),
    (
        {"united kingdom", "uk"},
        ({"england"}, {"scotland"}, {"wales"}, {"northern ireland", "n ireland", "n. ireland", "ni"}),
    ),
    ({"england and wales", "england & wales", "e&w"}, ({"england"}, {"wales"})),
)
"""Wholes that are never called as one of their parts, by the names of both."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_ONE_MONTH = Pattern(rf"(?P<month>{_MONTH})(?:[ -](?P<year>[12][0-9]{{3}}))?", re.IGNORECASE)
_SPAN = Pattern(
    rf"(?P<first>{_MONTH}) ?(?:[-–/]|to) ?(?P<last>{_MONTH})(?: (?P<year>[12][0-9]{{3}}))?",
    re.IGNORECASE,
)


def wholes_among(texts: Sequence[str]) -> set[str]:
    """Those names in a column whose parts, all of them, stand in it too."""
    different = {text for text in texts if text}
    return _bands(different) | _nations(different) | _spans(different)


def _bands(names: Iterable[str]) -> set[str]:
    """The bands that others, side by side and two at least, cover from end to end."""
    bands = {name: ends for name in names if (ends := _ends(name))}
    by_low: dict[int, set[int]] = {}
    for low, high in bands.values():
        by_low.setdefault(low, set()).add(high)
    return {name for name, (low, high) in bands.items() if _covered(low, high, by_low)}


def _ends(name: str) -> tuple[int, int] | None:
    """The lowest and the highest number of a band."""
    found = _BAND.fullmatch(name)
    if found is None:
        return None
    if found["below"]:
        return 0, int(found["below"]) - 1
    low, high = (int(found["open"]), _NO_END) if found["open"] else (int(found["low"]), int(found["high"]))
    return (low, high) if low < high else None


def _covered(low: int, high: int, by_low: dict[int, set[int]]) -> bool:
    """Whether bands narrower than one, end to end, are as wide as it."""
    reached, left = {low}, [low]
    while left:
        start = left.pop()
        for end in by_low.get(start, ()):
            if (start, end) != (low, high) and end <= high and end + 1 not in reached:
                reached.add(end + 1)
                left.append(end + 1)
    return high + 1 in reached


def _nations(names: Iterable[str]) -> set[str]:
    called = {name.casefold(): name for name in names}
    return {
        called[whole]
        for wholes, parts in _NATIONS
        for whole in wholes & called.keys()
        if all(part & called.keys() for part in parts)
    }


def _spans(names: Iterable[str]) -> set[str]:
    """Months in a row, "Jan-Mar 2025", each of which stands in the column too."""
    single = {(_month(one["month"]), one["year"]) for name in names if (one := _ONE_MONTH.fullmatch(name))}
    spans = {name: span for name in names if single and (span := _SPAN.fullmatch(name))}
    return {name for name, span in spans.items() if len(months := _spanned(span)) > 1 and months <= single}


def _spanned(span: re.Match[str]) -> set[tuple[int, str | None]]:
    return {(month, span["year"]) for month in range(_month(span["first"]), _month(span["last"]) + 1)}


def _month(text: str) -> int:
    return _MONTHS.index(text[:3].casefold())
