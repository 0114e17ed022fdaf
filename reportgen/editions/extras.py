"""What is added to a draft when it is composed: what has changed since last time, how it is made, its sources."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.choices import Choices
from reportgen.document.reading.draft import Draft
from reportgen.document.revision import Extras, Making, Revision
from reportgen.editions.bundle import bundle
from reportgen.editions.carrying import carried
from reportgen.editions.digest import digest
from reportgen.editions.history import record_before
from reportgen.editions.released import numbered
from reportgen.editions.versions import making
from reportgen.problems import Problem, Problems, held
from reportgen.source.files import Files


def extras_for(draft: Draft, choices: Choices) -> tuple[Extras, tuple[Problem, ...]]:
    """The extras of a paper, and the warnings; ReportError where a released edition is damaged."""
    problems = Problems()
    revised = _since(draft, Files(draft.briefing.workspace, problems))
    problems.raise_for_errors()
    off = {rule.text for rule in draft.briefing.switched_off}
    before = record_before(draft.briefing)
    options = ("--draft",) if choices.draft else ()
    archive = carried(draft, with_notes=choices.with_notes, options=options, also=before)
    extras = Extras(
        revision=revised, making=_making(draft, choices, before), files=archive, successor=choices.successor
    )
    return extras, tuple(held(problems.found, off))


def _making(draft: Draft, choices: Choices, before: Mapping[str, bytes]) -> Making:
    """How the paper is made; one that is made again says what it was made with when it was released."""
    if choices.printed:
        engine, *libraries = choices.printed
        return Making(engine, tuple(libraries), choices.made_from)
    return making(digest(bundle(draft, with_notes=True, also=before)))


def _since(draft: Draft, files: Files) -> Revision | None:
    """What has changed since the edition before; most papers have none, and need not load what compares."""
    if not any(numbered(draft.briefing.folder)):
        return None
    from reportgen.editions.since import since

    return since(draft, files)
