"""Sources that are typed by author and year: "(Smith and Jones, 2024)" in a text, "Smith, J. (2024). Title." in a list.

Lists with numbers, and lists under a heading of that name, are `typed_lines`'. A name and a year in brackets may be
much else, "(England, 2023)": it is told where nothing else is meant, or where a source of the paper, or of a typed
list, is of that author.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from babel import Locale

from reportgen.dates import PartialDate
from reportgen.document.inlines import plain
from reportgen.document.style.prose import Prose, own, shortened
from reportgen.document.tree import Passage
from reportgen.language import words_for
from reportgen.problems import Problems
from reportgen.source.model import Reference

_NAME = r"(?:(?:[dlv](?:e[nr]?|an|on|u|i)|Mc|O)[ ’'])*[A-ZÀ-Þ][\w’'-]+"
_YEAR = r"(?:1[89]|20)\d\d"
_AND = r"(?:,?\s(?:and|et|und|y|e)\s|\s?&\s)"
_CITED = re.compile(
    rf"[(\[](?:[a-z][a-z.,]*\s){{0,3}}(?P<first>{_NAME})(?:,\s{_NAME})*(?P<others>{_AND}{_NAME}|,?\set\sal\.?)?"
    rf",?\s(?P<year>{_YEAR})(?P<letter>[a-z])?(?:,\s(?:{_YEAR})?[a-z](?![^\W_]))*"
    r"(?P<page>[,:]\s?(?:pp?\.?\s?)?\d+(?:[–-]\d+)?)?(?:\s?;[^()\[\]]*)?[)\]]"
)
_NARRATIVE = re.compile(
    rf"(?<![\w’'-])(?P<first>{_NAME})(?P<others>{_AND}{_NAME}|,?\set\sal\.?)?’?s?\s"
    rf"\((?P<year>{_YEAR})(?P<letter>[a-z])?(?P<page>[,:]\s?(?:pp?\.?\s?)?\d+(?:[–-]\d+)?)?\)"
)
"""A source as a part of the sentence: "Smith and Jones (2024)"."""
_SENT = re.compile(r"[(\[](?:see|cf\.?)\s(?:also\s)?")
_LEAD = re.compile(r"(?:[a-z][a-z.,]*\s){0,3}")
_ONE = re.compile(
    rf"(?P<lead>{_LEAD.pattern})(?P<first>(?:{_NAME})(?:\s(?:(?:of|for|and|the)\s)*(?!(?:and|et)\s){_NAME})*?)"
    rf"(?:,\s{_NAME})*(?:{_AND}{_NAME}|,?\set\sal\.?)?,?\s(?P<year>{_YEAR})[a-z]?(?:[,:]\s?(?P<page>(?:pp?\.?\s?)?\d+(?:[–-]\d+)?))?"
)
"""One source in the brackets: what leads to it, its first author, the year, the page."""
_BEGINS = re.compile(rf"{_YEAR}[a-z]?[^()\[\]]{{0,400}}[)\]]")
_INITIALS = r"(?:[A-ZÀ-Þ]\.[ -]?){1,4}"
_PERSON = rf"{_NAME},?\s{_INITIALS}"
_ENTRY = re.compile(
    rf"(?:(?P<family>{_NAME})(?:,?\s{_INITIALS}|,\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ]\.)?)"
    rf"[^()\n]{{0,120}}?[\s(,]{_YEAR}[a-z]?\)?[.,:]?\s"
    rf"|[A-ZÀ-Þ][^().,;:\n]{{2,60}}\s\({_YEAR}[a-z]?\)[.,:]\s)(?=[“\"‘'«A-ZÀ-Þ])"
    rf"|(?P<capitals>[A-ZÀ-Þ][A-ZÀ-Þ’'-]+)\s(?:[A-ZÀ-Þ][\w’'-]*\.?[ -]?){{1,3}}(?:\s?\([a-zé]{{2,5}}\.\))?"
    rf",\s.{{4,300}}[,(]\s?{_YEAR}\)?\.?(?:,\s(?:\d|p)[^,]{{0,20}})?\Z"
)
"""How an entry of a list begins: "Smith, J. and Jones, K. (2024). T", "Ministry of Justice (2024). C"; or what it is:
"DUPONT Jean, Titre, PUF, 2021."."""
_FURTHER = re.compile(rf"(?<=[.\d/)])\s(?={_PERSON}[^()]{{0,120}}?\({_YEAR}[a-z]?\)[.,:]\s[“\"‘'«A-ZÀ-Þ])")
"""Where the next entry begins, if several stand in one paragraph."""
_FEWEST = 2


def check_author_years(prose: Prose, problems: Problems) -> set[tuple[str, int]]:
    """Report such lists and such references to them; the lines of the lists, for what else is told of them."""
    told = {(one.place.file, one.place.line) for one in problems.found if one.rule == "line-typed"}
    lines: set[tuple[str, int]] = set()
    authors: set[str] = set()
    for section in prose.sections:
        entries = [one for one in own(section.blocks) if _ENTRY.match(plain(one.content))]
        texts = [text for one in entries for text in _FURTHER.split(plain(one.content))]
        matched = [found for text in texts if (found := _ENTRY.match(text))]
        families = {name for found in matched if (name := found["family"] or found["capitals"])}
        if len(texts) < _FEWEST or not families:  # "The Act (2015). It is …" begins so, too
            continue
        authors |= families
        lines |= {(one.place.file, line) for one in entries for line in prose.lines(one.place)}
        if not told & {(one.place.file, one.place.line) for one in entries}:
            _tell_list(entries[0], texts[0], problems)
    _tell_cited(prose, authors, lines, problems)
    return lines


def _tell_list(first: Passage, text: str, problems: Problems) -> None:
    hint = "write each source in references.yaml, with an id, and [@id] in the text; then delete the list"
    problems.add("line-typed", first.place, f"a list of sources is typed here: '{shortened(text)}'", hint)


def _tell_cited(prose: Prose, authors: Collection[str], lines: Collection[tuple[str, int]], problems: Problems) -> None:
    known: dict[str, dict[str, str]] = {}
    for run in prose.own_runs:
        text = run.whole
        forms = (_CITED, _NARRATIVE) if _BEGINS.search(text) else ()
        for found in (found for form in forms for found in form.finditer(text)):
            place = run.place(found.start())
            known = known or _families(prose.briefing.references.values())
            of_author = known.get(found["first"], {})
            if (place.file, place.line) in lines or not (of_author or _is_sure(found, authors, prose)):
                continue
            hint = _cited(found[0][1:-1].split(";"), known) if found.re is _CITED else _narrated(found, of_author)
            message = f"'{found[0]}' is a source that is typed: it stands in no list, and no link leads to it"
            problems.add("citation-typed", place, message, hint)


def _narrated(found: re.Match[str], of_author: Mapping[str, str]) -> str:
    page = (found["page"] or "").lstrip(",: ")
    place = f" [{page if page.startswith('p') else f'p. {page}'}]" if page else ""
    known = of_author.get(found["year"], "")
    return f"write @{known or 'id'}{place}" + ("" if known else ", with the id of the source in references.yaml")


def _cited(typed: Sequence[str], known: Mapping[str, Mapping[str, str]]) -> str:
    """What to write for some sources in one pair of brackets: with the words before each, and its pages."""
    written, lacking = [], []
    for text in typed:
        one = _ONE.fullmatch(text.strip())
        source = known.get(one["first"], {}).get(one["year"], "") if one else ""
        page = f", {one['page'] if one['page'][0] == 'p' else 'p. ' + one['page']}" if one and one["page"] else ""
        written.append(f"{one['lead'] if one else ''}@{source or 'id'}{page}")
        lacking += [] if source else [_LEAD.sub("", text.strip(), count=1)]
    hint = f"write [{'; '.join(written)}]"
    if not lacking:
        return hint
    if not typed[1:]:
        return f"{hint}, with the id of the source in references.yaml"
    return f"{hint}, with an id of references.yaml for {' and '.join(lacking)}"


def _families(references: Collection[Reference]) -> dict[str, dict[str, str]]:
    """The ids of sources by the names of their first authors, the family's of a person, and by year."""
    found: dict[str, dict[str, str]] = {}
    for one in references:
        authors, issued = one.csl.get("author"), one.csl.get("issued")
        first = authors[0] if isinstance(authors, tuple | list) and authors else None
        name = (first.get("family") or first.get("literal")) if isinstance(first, dict) else ""
        if name:
            year = str(issued.year) if isinstance(issued, PartialDate) else ""
            found.setdefault(str(name), {})[year] = one.id
    return found


def _is_sure(found: re.Match[str], authors: Collection[str], prose: Prose) -> bool:
    """Whether a name and a year can only be a source."""
    names = re.findall(_NAME, re.split(_YEAR, found[0])[0])
    if found["first"] in authors:
        return True
    if any(name in _places(prose.briefing.meta.language) for name in names):
        return False
    others = (found["others"] or "").strip(" ,.")
    if " et al" in found[0] or (_SENT.match(found[0]) and not _are_words(names, prose)):
        return True
    if others.endswith("et al") or found["letter"] or "p" in (found["page"] or ""):
        return True
    return bool(others or found[0][0] == "[") and not _are_words(names, prose)


def _are_words(names: Sequence[str], prose: Prose) -> bool:
    """Whether the paper or its data have one of the names as a word: "(Health and Care, 2023)"."""
    wanted = "|".join(map(re.escape, names))
    form = re.compile(rf"(?<!\w)(?:(?i:{wanted})s?)(?!\w)")
    data = (cell.text for table in prose.briefing.tables.values() for row in table.rows for cell in row.cells.values())
    return any(form.fullmatch(text) for text in data) or any(
        found[0].islower() for text in prose.briefing.texts for found in form.finditer(text.text)
    )


@cache
def _places(language: str) -> frozenset[str]:
    """Words of the names of countries, and of months, in a language."""
    territories = Locale.parse(language, sep="-").territories.values()
    parts = {"England", "Wales", "Scotland", "Ireland", "Britain", "Commons", "Lords", *words_for(language).months}
    return frozenset({word for name in territories for word in re.findall(r"[\w’'-]+", name)} | parts)
