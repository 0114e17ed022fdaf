"""What authors type that a paper has by itself, told as a whole: headings, dates, notes, sources.

What other rules say of the same words, as if they were sentences, is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from reportgen.document.style.prose import Prose
from reportgen.document.style.typed_dates import check_typed_dates
from reportgen.document.style.typed_headings import check_typed_headings
from reportgen.document.style.typed_lines import check_paragraph_numbers, check_typed_sources
from reportgen.document.style.typed_notes import check_note_signs
from reportgen.document.style.typed_sources import check_author_years
from reportgen.problems import Place, Problems

_FOLLOW_UPS = frozenset(
    {"number-unbound", "note-typed", "sentence-long", "link-text", "abbreviation", "crossref-typed", "citation-typed"}
)
"""What a heading, a note or a list of sources is told for as if it were sentences."""

_ENDS_BOLD = re.compile(r"'(\w+)\*\*' is printed")


def check_typed(prose: Prose, problems: Problems) -> None:
    """Report all of that."""
    headings = {(one.place.file, one.place.line) for one in check_typed_headings(prose, problems)}
    _drop_lines(headings, problems)
    check_paragraph_numbers(prose, headings, problems)
    _drop_numbers(check_typed_dates(prose, problems), problems)
    calls, notes = check_note_signs(prose, problems)
    _drop_numbers(calls, problems)
    _drop_marks(calls, problems)
    _drop_lines(notes, problems)
    check_typed_sources(prose, problems)
    _drop_lines(check_author_years(prose, problems), problems)


def _drop_lines(lines: Collection[tuple[str, int]], problems: Problems) -> None:
    """Drop what is told of lines of a file as if they were sentences."""
    if lines:
        problems.found[:] = [
            one
            for one in problems.found
            if one.rule not in _FOLLOW_UPS or (one.place.file, one.place.line) not in lines
        ]


def _drop_marks(calls: Sequence[tuple[Place, int]], problems: Problems) -> None:
    """Drop what is told of the two stars of "Employers**" as if they were the end of bold words."""
    told = {place for place, length in calls if length > 1}
    if told:
        problems.found[:] = [
            one
            for one in problems.found
            if one.rule != "markup-plain"
            or not (bold := _ENDS_BOLD.match(one.message))
            or Place(one.place.file, one.place.line, one.place.column + len(bold[1])) not in told
        ]


def _drop_numbers(spans: Sequence[tuple[Place, int]], problems: Problems) -> None:
    """Drop what is told of numbers within what is told as a whole; spans: where it begins, and its characters."""
    told = {(place.file, place.line, place.column + at) for place, length in spans for at in range(-1, length)}
    if told:
        problems.found[:] = [
            one
            for one in problems.found
            if one.rule != "number-unbound" or (one.place.file, one.place.line, one.place.column) not in told
        ]
