"""An entry of BibTeX or BibLaTeX to a CSL item, with LaTeX's accents as letters.

Which entries a file has is `bibtex_file`'s to find. pylatexenc is imported only where an entry has LaTeX in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from bibtexparser.middlewares.names import parse_single_name_into_parts

from reportgen.dates import PartialDate
from reportgen.problems import Place, Problems

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
    "isbn": "ISBN",
    "issn": "ISSN",
    "langid": "language",
    "language": "language",
    "version": "version",
}
_VERBATIM = {"url": "URL", "doi": "DOI"}
_NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
LENDERS = ("crossref", "xdata")
"""The fields that name other entries, which lend theirs."""
FIELDS = frozenset(
    {*_TEXTS, *_VERBATIM, *_NAMES, "number", "date", "year", "month", "day", "urldate", "background", *LENDERS}
)
"""The fields that are read."""
_NO_LATEX = re.compile(r"[\w\s.,:;()/?!+*=@\[\]-]*")
"""Texts that mean the same in LaTeX, if no two hyphens stand together."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def item_of(kind: str, fields: Mapping[str, str], name: str, place: Place, problems: Problems) -> dict[str, object]:
    """The CSL item of an entry of the type `kind`; what is wrong with it goes to `problems`.

    `fields` are as they are written, by their names in small letters. An entry without a title has its `name` for one.
    """
    item: dict[str, object] = {"type": _TYPES.get(kind.lower(), "document")}
    item |= {key: _decoded(fields[field]) for field, key in _TEXTS.items() if field in fields}
    item |= {key: fields[field].replace("\\", "").strip("{} ") for field, key in _VERBATIM.items() if field in fields}
    item |= {key: _names(fields[field]) for field, key in _NAMES.items() if field in fields}
    if "number" in fields:
        item["issue" if item["type"] == "article-journal" else "number"] = _decoded(fields["number"])
    for key, written in (("issued", _issued(fields)), ("accessed", fields.get("urldate", ""))):
        if written:
            item[key] = _date(written, key, place, problems)
    if not item.get("title"):
        problems.add("missing-key", place, f"the source '{name}' has no title", "add title = {…}")
        item["title"] = name
    return {key: value for key, value in item.items() if value not in (None, "", ())}


def _decoded(text: str) -> str:
    letters = text if _NO_LATEX.fullmatch(text) and "--" not in text else _from_latex()(text)
    return re.sub("[ \t\n]+", " ", letters).strip()


@cache
def _from_latex() -> Callable[[str], str]:
    """Turns LaTeX into characters; what it knows of LaTeX's words is gathered once."""
    from pylatexenc import latexwalker  # type: ignore[import-untyped]
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

    known = latexwalker.get_default_latex_context_db()
    printer = LatexNodes2Text(math_mode="text", keep_comments=True)
    return lambda text: str(printer.latex_to_text(text, latex_context=known))


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
