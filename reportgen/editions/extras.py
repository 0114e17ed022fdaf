"""What is added to a draft when it is composed: what has changed since last time, how it is made, its sources.

A first edition that does not carry its sources needs its record only, and loads nothing else of editions.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.choices import Choices
from reportgen.document.blocks import Attachment
from reportgen.document.reading.draft import Draft
from reportgen.document.revision import Extras, Making, Revision
from reportgen.editions import FOLDER
from reportgen.editions.digest import digest, record_of
from reportgen.editions.own_kinds import own_kinds
from reportgen.editions.record import Snapshot, snapshot
from reportgen.editions.versions import making
from reportgen.problems import Problem, Problems, held
from reportgen.source.files import Files
from reportgen.source.meta import Status


def extras_for(draft: Draft, status: Status, choices: Choices) -> tuple[Extras, tuple[Problem, ...]]:
    """The extras of a paper, and the warnings; ReportError where a released edition is damaged.

    `status` is what its authors wrote, whatever is stamped on it.
    """
    problems = Problems()
    now = snapshot(draft)
    revised, before = _since(draft, now, problems)
    also = {**own_kinds(draft), **before}
    record = record_of(draft, now, status, also)
    extras = Extras(
        revision=revised,
        making=_making(record, choices),
        files=_carried(draft, choices, also),
        record=record,
        successor=choices.successor,
    )
    return extras, tuple(held(problems.found, draft.briefing.off))


def _making(record: bytes, choices: Choices) -> Making:
    """How the paper is made; one that is made again says what it was made with when it was released."""
    if choices.printed:
        engine, *libraries = choices.printed
        return Making(engine, tuple(libraries), choices.made_from)
    return making(digest(record))


def _since(draft: Draft, now: Snapshot, problems: Problems) -> tuple[Revision | None, Mapping[str, bytes]]:
    """What has changed since the edition before, and the record of that one by its path; most papers have none."""
    if not (draft.briefing.folder / FOLDER).is_dir():
        return None, {}
    from reportgen.editions.history import Records
    from reportgen.editions.since import since

    records = Records(Files(draft.briefing.workspace, problems))
    revised = since(draft, now, records)
    problems.raise_for_errors()
    return revised, records.before(draft.briefing)


def _carried(draft: Draft, choices: Choices, also: Mapping[str, bytes]) -> tuple[Attachment, ...]:
    """The archive of a paper that is to carry its sources."""
    if draft.briefing.meta.attach != "all":
        return ()
    from reportgen.editions.carrying import carried

    asked = {"--draft": choices.draft, f"--standard={choices.standard}": choices.standard}
    options = [option for option, said in asked.items() if said]
    return (carried(draft, with_notes=choices.with_notes, options=options, also=also),)
