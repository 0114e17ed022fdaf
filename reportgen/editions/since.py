"""What has changed since the edition before, and the rules that a new edition keeps: both need the same comparison."""

from __future__ import annotations

from reportgen.document.reading.draft import Draft
from reportgen.document.revision import Revision
from reportgen.editions.compare import Comparison, compare
from reportgen.editions.history import Records
from reportgen.editions.keeping import check_edition
from reportgen.editions.listing import as_csv
from reportgen.editions.prominence import by_importance, prominent
from reportgen.editions.record import Snapshot
from reportgen.editions.released import edition_before, find_editions
from reportgen.editions.revised import revision
from reportgen.editions.telling import tell


def since(draft: Draft, now: Snapshot, records: Records) -> Revision | None:
    """What has changed since the edition before, up to the record `now` of the draft; faults of the released ones, and
    of this one, go to the problems of `records`.

    The rules of a new edition look at the last one that is released, which may have this one's own number.
    """
    briefing, files = draft.briefing, records.files
    editions = find_editions(briefing.folder, files)
    before, last = edition_before(briefing), editions.last
    if before is None and last is None:
        return None
    folders = dict.fromkeys(folder for folder in (before, last.folder if last else None) if folder is not None)
    found = {
        folder: _revision(compare(old, now), draft) for folder in folders if (old := records.of(folder)) is not None
    }
    if last is not None and last.folder in found:
        revised = found[last.folder]
        told = [f"{line.subject}: {line.text}" if line.subject else line.text for line in revised.lines]
        check_edition(briefing, editions, told, text=bool(revised.sections), problems=files.problems)
    return found.get(before) if before else None


def _revision(comparison: Comparison, draft: Draft) -> Revision:
    """What has changed, the most important first."""
    told = by_importance(tell(comparison, draft.words), prominent(draft), comparison)
    return revision(comparison, draft.words, told, as_csv(told, comparison, draft.words))
