"""references.bib: BibTeX and BibLaTeX entries to CSL items, with LaTeX's accents as letters.

bibtexparser and pylatexenc are imported by `references` only where there is such a file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import parse_single_name_into_parts
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from reportgen.dates import PartialDate
from reportgen.problems import Place, Problems
from reportgen.source.model import Reference

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "proceedings": "book",
    "manual": "report",
    "report": "report",
    "techreport": "report",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "legislation": "legislation",
}
_TEXTS = {
    "title": "title",
    "publisher": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "school": "publisher",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "edition": "edition",
    "pages": "page",
    "series": "collection-title",
    "address": "publisher-place",
    "location": "publisher-place",
    "note": "note",
    "abstract": "abstract",
    "isbn": "ISBN",
    "issn": "ISSN",
    "langid": "language",
    "language": "language",
    "version": "version",
}
_VERBATIM = {"url": "URL", "doi": "DOI"}
_NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
FIELDS = frozenset({*_TEXTS, *_VERBATIM, *_NAMES, "number", "date", "year", "month", "day", "urldate", "background"})
"""The fields that are read."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entries(text: str, file: str, problems: Problems) -> list[Reference]:
    """The sources of a BibTeX file in its order; faults go to `problems`, each on the line of its entry."""
    try:
        with _quiet():
            blocks = parse_string(text).blocks
            return [found for block in blocks if (found := _HANDLERS.get(type(block), _skip)(block, file, problems))]
    except Exception:  # noqa: BLE001 - the parser raises anything for text that is no BibTeX
        problems.add("bibtex-syntax", Place(file, 1, 1), "this file can't be read as BibTeX")
        return []


@contextmanager
def _quiet() -> Iterator[None]:
    """The parser logs what it also returns as blocks."""
    logger = logging.getLogger("bibtexparser.splitter")

    def refuse(_: logging.LogRecord) -> bool:
        return False

    logger.addFilter(refuse)
    try:
        yield
    finally:
        logger.removeFilter(refuse)


def _skip(_block: Any, _file: str, _problems: Problems) -> None:
    return None


def _place(file: str, line: int | None) -> Place:
    return Place(file, (line or 0) + 1, 1)


def _broken(block: Any, file: str, problems: Problems) -> None:
    first = block.raw.strip().splitlines()[0] if block.raw.strip() else ""
    problems.add("bibtex-syntax", _place(file, block.start_line), f"this entry can't be read: {first[:40]}")


def _twice(block: Any, file: str, problems: Problems) -> None:
    before = block.previous_block.start_line + 1
    message = f"the reference '{block.key}' stands already on line {before}"
    problems.add("duplicate-id", _place(file, block.start_line), message)


def _field_twice(block: Any, file: str, problems: Problems) -> None:
    names = ", ".join(sorted(block.duplicate_keys))
    problems.add("duplicate-key", _place(file, block.start_line), f"this entry has {names} twice")


def _entry(block: Any, file: str, problems: Problems) -> Reference:
    place = _place(file, block.start_line)
    fields = {key.lower(): str(field.value) for key, field in block.fields_dict.items()}
    item: dict[str, object] = {"type": _TYPES.get(block.entry_type.lower(), "document")}
    item |= {name: _decoded(fields[key]) for key, name in _TEXTS.items() if key in fields}
    item |= {name: fields[key].replace("\\", "").strip("{} ") for key, name in _VERBATIM.items() if key in fields}
    item |= {name: _names(fields[key]) for key, name in _NAMES.items() if key in fields}
    if "number" in fields:
        item["issue" if item["type"] == "article-journal" else "number"] = _decoded(fields["number"])
    for key, written in (("issued", _issued(fields)), ("accessed", fields.get("urldate", ""))):
        if written:
            item[key] = _date(written, key, place, problems)
    if not item.get("title"):
        problems.add("missing-key", place, f"the source '{block.key}' has no title", "add title = {…}")
    background = fields.get("background", "").strip().lower() in ("true", "yes")
    kept: Mapping[str, object] = {key: value for key, value in item.items() if value not in (None, "", ())}
    return Reference(block.key, kept, background, place)


def _decoded(text: str) -> str:
    decoded = LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text(text)
    return re.sub("[ \t\n]+", " ", decoded).strip()


def _issued(fields: Mapping[str, str]) -> str:
    """The date of publication as YYYY, YYYY-MM or YYYY-MM-DD, from BibLaTeX's `date` or from `year` and `month`."""
    if fields.get("date"):
        return fields["date"].split("/")[0].strip("{} ")
    year = fields.get("year", "").strip("{} ")
    month = fields.get("month", "").strip("{}. ").lower()
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month) if month.isdecimal() else 0
    day = fields.get("day", "").strip("{} ")
    parts = [year, *([f"{number:02d}"] if number else []), *([f"{int(day):02d}"] if number and day.isdecimal() else [])]
    return "-".join(parts) if year else ""


def _date(written: str, key: str, place: Place, problems: Problems) -> PartialDate | None:
    try:
        return PartialDate.parse(written)
    except ValueError:
        problems.add("bad-date", place, f"'{key}' must be a date, not '{written}'")
        return None


def _names(text: str) -> tuple[dict[str, str], ...]:
    return tuple(_name(part.strip()) for part in _split(text) if part.strip())


def _split(text: str) -> list[str]:
    """The names of a list, parted by `and` outside braces."""
    parts, depth, start = [], 0, 0
    for match in re.finditer(r"\\.|[{}]|\s+and\s+", text, re.IGNORECASE):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0 and match.group().strip().lower() == "and":
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _name(text: str) -> dict[str, str]:
    if text.startswith("{") and text.endswith("}"):
        return {"literal": _decoded(text[1:-1])}
    parts = parse_single_name_into_parts(text, strict=False)
    family, given = _decoded(" ".join(parts.last)), _decoded(" ".join(parts.first))
    if not family:
        return {"literal": _decoded(text)}
    name = {"family": family, "given": given}
    name |= {"non-dropping-particle": _decoded(" ".join(parts.von)), "suffix": _decoded(" ".join(parts.jr))}
    return {key: value for key, value in name.items() if value}


_HANDLERS: Mapping[type, Callable[[Any, str, Problems], Reference | None]] = {
    bib.Entry: _entry,
    bib.DuplicateBlockKeyBlock: _twice,
    bib.DuplicateFieldKeyBlock: _field_twice,
    bib.ParsingFailedBlock: _broken,
    bib.MiddlewareErrorBlock: _broken,
}
