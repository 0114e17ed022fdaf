"""The checks in which every way of writing a source ends: it has a title, its URL is an address, its DOI is a DOI.

Also a source without a name, and what a cited source says and no paper prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems
from reportgen.source.bibliography import addresses
from reportgen.source.meant_dates import hint_for
from reportgen.source.model import Reference
from reportgen.source.scalars import short

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_EDITION = Pattern(r"(?:(\d+)(?:st|nd|rd|th)?|([a-z]+))\.?(?:\s*(?:ed|edn|edition)\.?)?", re.IGNORECASE)
_LIKE_A_DATE = Pattern(r"\d{4}-\d{1,2}(?:-\d{1,2})?")
_INSTEAD = ("title-short", "volume-title", "container-title", "reviewed-title", "genre", "event-title")
"""What a source without a title is known by."""


def finished(
    item: Mapping[str, object], name: str, at: Callable[[str], Place], problems: Problems, hint: str
) -> dict[str, object]:
    """The item as papers use it; what is wrong goes to `problems`, where `at` finds the places of CSL's keys.

    `hint` says how a title is written.
    """
    made = {key: value for key, value in item.items() if value not in (None, "", ())}
    if not made.get("title"):
        made |= _titled(made, name, at, problems, hint)
    if "edition" in made:
        made["edition"] = _edition(str(made["edition"]))
    if "DOI" in made:
        made["DOI"] = addresses.doi(str(made["DOI"]))
        if addresses.is_address(str(made["DOI"])):
            made.setdefault("URL", made.pop("DOI"))
        elif not addresses.is_doi(str(made["DOI"])):
            problems.add("wrong-type", at("DOI"), f"{short(str(made['DOI']))} is no DOI", "write it as 10.1000/182")
    if "URL" in made and not addresses.is_address(str(made["URL"])):
        hint = "begin it with https://, without spaces"
        problems.add("wrong-type", at("URL"), f"{short(str(made['URL']))} is no address", hint)
    return made


def tell_no_date(key: str, written: str, place: Place, problems: Problems) -> None:
    """Report what is no date, or none that exists."""
    exists = " that exists" if _LIKE_A_DATE.fullmatch(written) else ""
    hint = "look at its month and its day" if exists else hint_for(written)
    problems.add("bad-date", place, f"'{key}' must be a date{exists}, not {short(written)}", hint)


def _titled(
    made: dict[str, object], name: str, at: Callable[[str], Place], problems: Problems, hint: str
) -> dict[str, object]:
    for key in _INSTEAD:
        if made.get(key):
            return {"title": made.pop(key)}
    problems.add("missing-key", at("title"), f"the source '{name}' has no title", hint)
    return {"title": name}


def _edition(written: str) -> str:
    """An edition as its number, where it is one: "Second" and "2nd ed." are 2."""
    match = _EDITION.fullmatch(written)
    if match and match[1]:
        return match[1]
    word = match[2].lower() if match else ""
    return str(_ORDINALS.index(word) + 1) if word in _ORDINALS else written


def unnamed(place: Place) -> Reference:
    """A broken source that is known by its line; that nobody can cite it is told where all such are."""
    name = f"of line {place.line}, without an id"
    return Reference(name, {"type": "document", "title": name}, place=place, broken=True)


_MOST = 8
"""Fields that a note names."""


@frozen
class Unprinted:
    """The fields of a file of which it has been told."""

    told: set[str] = field(default_factory=set)

    def tell(self, names: Iterable[str], at: Callable[[str], Place], problems: Problems) -> None:
        """Note the fields of a source that have not been told yet, where `at` finds the first of them."""
        found = sorted({*names} - self.told)
        if found:
            self.told.update(found)
            several = "s" if len(found) > 1 else ""
            listed = ", ".join(found[:_MOST]) + (f" and {len(found) - _MOST} more" if len(found) > _MOST else "")
            message = f"no paper prints the field{several} {listed} of a source (told once for this file)"
            problems.add("source-unprinted", at(found[0]), message)
