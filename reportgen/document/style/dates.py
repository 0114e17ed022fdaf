"""The dates of a paper go together: it is published, then updated, then looked at again, on facts that were known.

Those that are typed in its text are `typed_dates`'.
"""

from __future__ import annotations

from reportgen.dates import PartialDate
from reportgen.document.style.prose import Prose
from reportgen.problems import Problems


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


def _before(first: PartialDate, second: PartialDate) -> bool:
    return first.last < second.first
