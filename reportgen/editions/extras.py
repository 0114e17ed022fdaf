"""What is added to a draft before it is composed: what has changed since the last edition, how it is made, its sources.

The rules that a new edition keeps are looked at on the way, since they need the same comparison.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.choices import Choices
from reportgen.document.reading.draft import Draft
from reportgen.document.revision import Extras, Making, Revision
from reportgen.editions.bundle import bundle
from reportgen.editions.carrying import carried
from reportgen.editions.compare import Comparison, compare
from reportgen.editions.digest import digest
from reportgen.editions.history import record_before, recorded
from reportgen.editions.keeping import check_edition
from reportgen.editions.prominence import by_prominence, prominent
from reportgen.editions.record import snapshot
from reportgen.editions.released import edition_before, find_editions
from reportgen.editions.telling import revision, tell
from reportgen.editions.versions import making
from reportgen.problems import Problem, Problems, held
from reportgen.source.files import Files


def extras_for(draft: Draft, choices: Choices) -> tuple[Extras, tuple[Problem, ...]]:
    """The extras of a paper, and the warnings; ReportError where a released edition is damaged."""
    problems = Problems()
    since = _since(draft, Files(draft.briefing.workspace, problems))
    problems.raise_for_errors()
    off = {rule.text for rule in draft.briefing.switched_off}
    before = record_before(draft.briefing)
    options = ("--draft",) if choices.draft else ()
    archive = carried(draft, with_notes=choices.with_notes, options=options, also=before)
    extras = Extras(revision=since, making=_making(draft, choices, before), files=archive, successor=choices.successor)
    return extras, tuple(held(problems.found, off))


def _making(draft: Draft, choices: Choices, before: Mapping[str, bytes]) -> Making:
    """How the paper is made; one that is made again says what it was made with when it was released."""
    now = making(digest(bundle(draft, with_notes=True, also=before)))
    return replace(now, engine=choices.printed[0], libraries=choices.printed[1:]) if choices.printed else now


def _since(draft: Draft, files: Files) -> Revision | None:
    """What has changed since the edition before; faults of the released ones, and of this one, go to `files.problems`.

    The rules of a new edition look at the last one that is released, which may have this one's own number.
    """
    briefing = draft.briefing
    editions = find_editions(briefing.folder, files)
    before, last = edition_before(briefing), editions.last
    if before is None and last is None:
        return None
    now = snapshot(draft)
    found = {
        folder: _revision(compare(old, now), draft)
        for folder in {before, last.folder if last else None} - {None}
        if folder is not None and (old := recorded(folder, files)) is not None
    }
    if last is not None and last.folder in found:
        since = found[last.folder]
        told = [f"{line.subject}: {line.text}" if line.subject else line.text for line in since.lines]
        check_edition(briefing, editions, told, text=bool(since.sections), problems=files.problems)
    return found.get(before) if before else None


def _revision(comparison: Comparison, draft: Draft) -> Revision:
    """What has changed, with what the cover and the first chapter say of it before the rest."""
    tables = (*comparison.old.tables, *comparison.new.tables)
    told = by_prominence(tell(comparison, draft.words), prominent(draft), tables)
    return revision(comparison, draft.words, told)
