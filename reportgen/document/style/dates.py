"""The dates of a paper go together: it is published, then updated, then looked at again, on facts that were known.

Within its text they are written with the month as a word, as those of its data are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.dates import PartialDate
from reportgen.document.style.bare_numbers import GONE, QUOTED
from reportgen.document.style.prose import Prose
from reportgen.language import words_for
from reportgen.problems import Problems

_SHORT = 2


def check_dates(prose: Prose, problems: Problems) -> None:
    """Report an update before the publication, which can't be, and dates that are odd: facts or a review out of time.

    Months and years count only where no day of theirs would do.
    """
    meta, places = prose.briefing.meta, prose.briefing.places
    if meta.published and meta.updated and _before(meta.updated, meta.published):
        message = f"the paper is updated ({meta.updated}) before it is published ({meta.published})"
        hint = "updated: is the day of the last change after published:; leave it out for a first edition"
        problems.add("date-order", places["updated"], message, hint)
        return
    stands = meta.updated or meta.published
    if stands is None:
        return
    if meta.facts_as_of and _before(stands, meta.facts_as_of):
        message = f"the facts are of a later day ({meta.facts_as_of}) than the paper itself ({stands})"
        hint = "change updated: when you bring the facts up to date"
        if not meta.updated:
            hint = "mend facts_as_of:, or published:; a paper that was changed later says when in updated:"
        problems.add("date-odd", places["facts_as_of"], message, hint)
    if meta.next_review and _before(meta.next_review, stands):
        message = f"the next review ({meta.next_review}) comes before the paper itself ({stands})"
        problems.add("date-odd", places["next_review"], message, "write when the paper will be looked at again")


_FIGURES = re.compile(
    r"(?<![\w/.,-])(?:(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})(?P=sign)(?P<year>[12]\d{3}|(?<=/)\d\d)"
    r"|(?P<iso>[12]\d{3}-\d\d-\d\d))(?![\w/-]|[.,]\d)"
)


def check_typed_dates(prose: Prose, problems: Problems) -> None:
    """Report dates in figures: 02/01/2024 is in January for one reader and in February for another."""
    words = words_for(prose.briefing.meta.language)
    for run in prose.own_runs:
        if _FIGURES.fullmatch(run.whole.strip()):  # the date of an event, which is printed as a word
            continue
        for found in _FIGURES.finditer(QUOTED.sub(lambda quoted: GONE * len(quoted[0]), run.whole)):
            meant = " or ".join(dict.fromkeys(words.date(date) for date in _meant(found)))
            if meant:
                message = f"'{found[0]}' is a date in figures, which not everybody reads alike"
                hint = f"write {meant.replace(chr(0xA0), ' ')}, as dates of the data are printed"
                problems.add("date-typed", run.place(found.start()), message, hint)


def _meant(found: re.Match[str]) -> Iterator[PartialDate]:
    """The days that a date in figures may be; none where it is no date."""
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        readings = [(month, day)]
    else:
        year, day, month = int(found["year"]), int(found["day"]), int(found["month"])
        year += 2000 if len(found["year"]) == _SHORT else 0
        # Only with strokes does the month come first, in the United States.
        readings = [(month, day), (day, month)] if found["sign"] == "/" else [(month, day)]
    for one_month, one_day in readings:
        try:
            yield PartialDate.parse(f"{year}-{one_month:02}-{one_day:02}")
        except ValueError:
            continue


def _before(first: PartialDate, second: PartialDate) -> bool:
    return first.last < second.first
