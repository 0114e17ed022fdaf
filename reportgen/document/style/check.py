"""`check`: every rule of style, one small function each, in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from reportgen.document.style.dates import check_dates
from reportgen.document.style.institution import check_institution
from reportgen.document.style.leftovers import (
    check_bracketed_titles,
    check_gaps,
    check_open_marks,
    check_typed_references,
)
from reportgen.document.style.prose import Prose
from reportgen.document.style.sentences import check_headings, check_sections, check_sentences
from reportgen.document.style.typed_lines import check_lines_below
from reportgen.document.style.typed_marks import check_typed_notes, check_typed_pages
from reportgen.document.style.wording import check_abbreviations, check_terms
from reportgen.problems import Problems
from reportgen.source.model import Reference
from reportgen.source.uses import sources_named


def check(prose: Prose, problems: Problems) -> None:
    """Report to `problems` what a paper's words could do better; all of it are warnings."""
    for rule in _RULES:
        rule(prose, problems)


def check_sources(prose: Prose, problems: Problems) -> None:
    """Report sources of the briefing itself that it neither cites nor marks as background, and no data come from."""
    briefing = prose.briefing
    home = _folder(briefing.meta.place.file)
    used = {*prose.cited, *sources_named(briefing.tables.values(), briefing.facts.values())}
    used |= set(_lenders(used, briefing.references))
    unused = [one for one in briefing.references.values() if one.id not in used and not one.background]
    for file, found in groupby(unused, key=lambda reference: reference.place.file):
        whole = [reference for reference in found if not reference.broken]
        if _folder(file) == home and whole:
            _tell_unused(whole, problems)
    _tell_broken([reference for reference in unused if reference.broken], problems)


def _lenders(used: Iterable[str], references: Mapping[str, Reference]) -> Iterator[str]:
    """The sources that those which are used take fields over from, or are parts of, however far."""
    seen, left = set(used), [*used]
    while left:
        one = references.get(left.pop())
        for name in one.lenders if one else ():
            if name not in seen:
                seen.add(name)
                left.append(name)
                yield name


def _tell_unused(unused: Sequence[Reference], problems: Problems) -> None:
    """Tell once of the sources of a file that a paper can do without: a library has many."""
    first, *more = unused
    hint = f"cite what should be in the list of sources, or add {_BACKGROUND[PurePosixPath(first.place.file).suffix]}"
    if first.place.file.endswith(_LIBRARIES):
        hint = f"nothing is wrong where that is a library; else {hint}"
    names = ", ".join(one.id for one in unused[:_MOST_NAMED])
    if not more:
        message = f"the source '{first.id}' is cited nowhere"
    else:
        message = f"{len(unused)} sources of {first.place.file} are cited nowhere: {names}"
        message += ", …" if len(unused) > _MOST_NAMED else ""
    problems.add("source-unused", first.place, message, hint)


def _tell_broken(unused: Sequence[Reference], problems: Problems) -> None:
    """Tell of each file how many of its entries are faulty that the paper can do without."""
    for file, found in groupby(unused, key=lambda reference: reference.place.file):
        first, *more = found
        others = f", like {len(more)} more of {file}" if more else ""
        message = f"the source '{first.id}' can't be read rightly{others}; this paper does not need it"
        problems.add("source-broken", first.place, message)


_BACKGROUND = {".yaml": "background: true", ".bib": "background = {true}", ".json": '"background": true'}
"""How a source says that it is in the list though nobody cites it."""
_LIBRARIES = (".bib", ".json")
_MOST_NAMED = 8


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


_RULES: Sequence[Callable[[Prose, Problems], None]] = (
    check_sentences,
    check_sections,
    check_headings,
    check_abbreviations,
    check_terms,
    check_gaps,
    check_open_marks,
    check_bracketed_titles,
    check_typed_references,
    check_typed_pages,
    check_typed_notes,
    check_lines_below,
    check_sources,
    check_dates,
    check_institution,
)
