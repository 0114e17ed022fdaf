"""What authors type that a paper has by itself, told as a whole: headings, dates, notes, sources.

What other rules say of the same words, as if they were sentences, is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.style.prose import Prose
from reportgen.document.style.typed_dates import check_typed_dates
from reportgen.document.style.typed_headings import check_typed_headings
from reportgen.document.style.typed_lines import check_paragraph_numbers, check_typed_sources, drop_lines, dropped
from reportgen.document.style.typed_notes import check_note_signs
from reportgen.document.style.typed_sources import check_author_years
from reportgen.problems import Place, Problem, Problems

_ENDS_BOLD = re.compile(r"'(\w+)\*\*' is printed")


def check_typed(prose: Prose, problems: Problems) -> None:
    """Report all of that."""
    headings = {(one.place.file, one.place.line) for one in check_typed_headings(prose, problems)}
    drop_lines(headings, problems)
    check_paragraph_numbers(prose, headings, problems)
    _drop_numbers(check_typed_dates(prose, problems), problems)
    calls, notes = check_note_signs(prose, problems)
    _drop_numbers(calls, problems)
    _drop_marks(calls, problems)
    drop_lines(notes, problems)
    check_typed_sources(prose, problems)
    drop_lines(check_author_years(prose, problems), problems)


def _drop_marks(calls: Sequence[tuple[Place, int]], problems: Problems) -> None:
    """Drop what is told of the two stars of "Employers**" as if they were the end of bold words."""
    told = {place for place, length in calls if length > 1}

    def ends_bold(one: Problem) -> bool:
        bold = _ENDS_BOLD.match(one.message)
        return bold is not None and replace(one.place, column=one.place.column + len(bold[1])) in told

    dropped(problems, {"markup-plain"}, ends_bold)


def _drop_numbers(spans: Sequence[tuple[Place, int]], problems: Problems) -> None:
    """Drop what is told of numbers within what is told as a whole; spans: where it begins, and its characters."""
    told = {replace(place, column=place.column + at) for place, length in spans for at in range(-1, length)}
    dropped(problems, {"number-unbound"}, lambda one: one.place in told)
