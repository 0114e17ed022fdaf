"""Names as BibTeX and BibLaTeX write them, to the names of CSL."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from bibtexparser.middlewares.names import parse_single_name_into_parts

from reportgen.source.bibliography.bibtex_bodies import NamePart, parts
from reportgen.source.bibliography.latex import Told, decoded

Names = tuple[Mapping[str, str], ...]

_MARK = re.compile(r"\\.|[{}]|\s+and\s+", re.IGNORECASE | re.DOTALL)
_PARTS = {"family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix"}
_PART = re.compile(
    r"\s*\b(family|given|prefix|suffix|useprefix|id|given-i|family-i|prefix-i|suffix-i)\s*=\s*", re.IGNORECASE
)


def names(text: str, told: Told, guessed: Callable[[NamePart], None] = lambda _: None) -> Names:
    """The names of a list, parted by `and` outside braces; those that may be an organisation's are `guessed`."""
    found = parts([" ".join(part.split()).strip(" ,") for part in _split(text) if part.strip(" ,")])
    for part in found:
        if part.told:
            guessed(part)
    return tuple({"literal": decoded(part.text, told)} if part.body else _name(part.text, told) for part in found)


def _split(text: str) -> Iterator[str]:
    depth, start = 0, 0
    text = re.sub(r"\A\s*and\s|\sand\s*\Z", " ", text)
    for match in _MARK.finditer(text):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0 and match.group().strip().lower() == "and":
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _name(text: str, told: Told) -> dict[str, str]:
    if _whole(text):
        return {"literal": decoded(text[1:-1], told)}
    if _PART.match(text):
        return _told_apart(text, told)
    parts = parse_single_name_into_parts(text, strict=False)
    family, given = decoded(" ".join(parts.last), told), decoded(" ".join(parts.first), told)
    if not family:
        return {"literal": decoded(text, told)}
    name = {"family": family, "given": given}
    name |= {"non-dropping-particle": decoded(" ".join(parts.von), told), "suffix": decoded(" ".join(parts.jr), told)}
    return {key: value for key, value in name.items() if value}


def _whole(text: str) -> bool:
    """Whether one pair of braces holds all of a name: an organisation's."""
    depth = 0
    for match in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return match.start() == len(text) - 1 and text.startswith("{")
    return False


def _told_apart(text: str, told: Told) -> dict[str, str]:
    """A name with its parts named: `family=Berg, given=Jan, prefix=van der, useprefix=true`."""
    found: dict[str, str] = {}
    for part in re.split(r",(?![^{}]*\})", text):
        match = _PART.match(part)
        if match and (key := _PARTS.get(match[1].lower())):
            found[key] = decoded(part[match.end() :].strip().strip('"'), told)
    return found if found.get("family") else {"literal": " ".join(found.values()) or decoded(text, told)}
