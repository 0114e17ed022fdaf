"""The date of a source in words: a day, a month, a year, a range, a season, or what stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.dates import PartialDate
from reportgen.language import Words

STATES = frozenset("inpreparation submitted forthcoming inpress prepublished".split())
"""How far a work has come, by BibLaTeX's names."""


def date_in_words(value: object, words: Words) -> str:
    """A date of CSL in words: a PartialDate, "2022-03", a year, or a mapping; what is none of them as it stands."""
    match value:
        case None | "":
            return ""
        case PartialDate():
            return words.date(value)
        case Mapping():
            return _detailed(value, words)
    try:
        return words.date(PartialDate.parse(str(value)))
    except ValueError:
        return str(value)


def _detailed(value: Mapping[str, object], words: Words) -> str:
    if value.get("undated"):
        return words.say("cite.no-date")
    days = value.get("date-parts")
    found = _several(days, words) if isinstance(days, Sequence) else ""
    if isinstance(value.get("season"), int):
        found = words.say(f"cite.season-{value['season']}", year=found)
    if isinstance(value.get("decade"), int):
        found = words.say("cite.decade", year=value["decade"])
    found = found or _said(str(value.get("literal") or value.get("raw") or ""), words)
    if value.get("uncertain"):
        found = f"{found}?"
    return words.say("cite.circa", date=found) if value.get("circa") and found else found


def _said(text: str, words: Words) -> str:
    """Words in the place of a date: of the states that CSL and BibLaTeX know those of the paper's language."""
    state = text.lower().replace(" ", "").rstrip(".")
    return words.say(f"cite.state-{state}") if state in STATES else text


def _several(days: Sequence[Sequence[object]], words: Words) -> str:
    """One date, or from one to another; () is an open end."""
    written = ["-".join(f"{int(str(part)):02d}" for part in day) for day in days]
    named = [date_in_words(day, words) for day in written]
    if len(named) < 2:
        return "".join(named)
    begin, end = named[0], named[-1]
    if not begin or not end:
        return words.say("cite.until", date=end) if end else words.say("cite.since", date=begin)
    return f"{_without_common_end(begin, end)}–{end}"


def _without_common_end(begin: str, end: str) -> str:
    """The first date of "March–May 2014" and "3–5 May 2014": without what the second says again."""
    first, second = (text.replace("\u00a0", " ").split(" ") for text in (begin, end))
    kept = len(first)
    while kept > 1 and len(first) == len(second) and first[kept - 1 :] == second[kept - 1 :]:
        kept -= 1
    return begin[: len(" ".join(first[:kept]))]
