"""The pipeline on one screen: a briefing's folder in, a paper out.

Each phase hands frozen data to the next, and stops with every problem that it found (`ReportError`). Nothing here
parses arguments or prints.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportgen.charting.drawing import Charts, Pictures, adding_problems, ordered_charts
from reportgen.choices import AS_WRITTEN, Choices
from reportgen.frozen import frozen
from reportgen.outcome import Outcome, digest_of
from reportgen.problems import Problem, Problems, ReportError, Severity, held
from reportgen.source import loaded
from reportgen.source.kind_files import kinds_read_once
from reportgen.source.lost import sure
from reportgen.writing import remove_others, write_all

if TYPE_CHECKING:
    from reportgen.document import Draft
    from reportgen.document.blocks import Document
    from reportgen.document.revision import Extras
    from reportgen.figures import Drawn, Plan, Studio
    from reportgen.figures.picture import Picture
    from reportgen.source.model import Briefing


@frozen
class Composed:
    """A paper that has yet to be laid out, and what was added to its text; its charts may still be drawn meanwhile."""

    draft: Draft
    plans: Mapping[str, Plan]
    """What was known of the charts before they were drawn."""
    charts: Charts
    extras: Extras
    document: Document
    later_warnings: tuple[Problem, ...]
    """The warnings of findings and editions."""

    @property
    def drawn(self) -> Mapping[str, Drawn]:
        """The charts, waited for; ReportError if one can't be drawn."""
        return self.charts.drawn()

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """The pictures of the charts, each waited for when it is asked for."""
        return Pictures(self.charts.order, tuple(self.plans))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """All warnings so far, those of the charts too, likewise."""
        return (*self.charts.warnings(), *self.later_warnings)

    def true_to_size(self) -> Composed:
        """The same for the charts as they were drawn: a kind may draw another size than it has planned."""
        from reportgen.document import compose

        plans = {name: one.plan for name, one in self.drawn.items()}
        return (
            self
            if plans == self.plans
            else replace(self, plans=plans, document=compose(self.draft, plans, self.extras))
        )


@frozen
class Finished:
    """A paper as PDF, what it was made from, and the warnings."""

    composed: Composed
    data: bytes
    problems: tuple[Problem, ...]


@kinds_read_once()
def composed(folder: Path, workspace: Path, choices: Choices = AS_WRITTEN, studio: Studio | None = None) -> Composed:
    """The paper of the briefing in `folder`; ReportError if anything is wrong.

    Its charts are drawn in `studio`, by this process if that is None.
    """
    written, found_first = loaded(folder, workspace, allow_charts=choices.allow_charts)
    briefing = _as_chosen(written, choices)
    from reportgen.document import compose, read_on
    from reportgen.document.composing.findings import findings
    from reportgen.document.composing.hearing import unheard
    from reportgen.language import words_for

    alone = read_on(briefing, words_for(briefing.meta.language), choices.today)
    text = replace(alone, problems=(*found_first.found, *alone.problems))
    charts = ordered_charts(text, text.charts, studio)
    _stop_at_errors(found_first, alone, charts)
    from reportgen import pdf  # noqa: F401 (what comes next is imported while a worker plans the charts)
    from reportgen.editions.extras import extras_for

    plans = charts.plans()
    found = (*findings(text, plans), *unheard(text, plans))
    with adding_problems(lambda: (*charts.warnings(), *found)):
        extras, told = extras_for(text, written.meta.status, choices)
        return Composed(text, plans, charts, extras, compose(text, plans, extras), (*found, *told))


def _stop_at_errors(first: Problems, text: Draft, charts: Charts) -> None:
    """Raise ReportError if the files or the texts have an error, with those of the charts that can be drawn.

    Where something of the data or of the house is lost, the warnings of the texts that may come from that wait.
    """
    errors = Problems(list(text.problems)).errors
    if not (first.errors or errors):
        return
    found = [*first.found, *(sure(text.problems, text.briefing.lost) if first.errors else text.problems)]
    found += _waiting(text, found, first.errors)
    try:
        charts.order.drawn()
    except ReportError as error:
        found += error.problems
    raise ReportError(found)


def _waiting(text: Draft, told: Collection[Problem], errors: Sequence[Problem]) -> list[Problem]:
    """A note that warnings of the texts wait, where some do."""
    known = set(told)
    waiting = sum(one.severity is Severity.WARNING and one not in known for one in text.problems)
    later = Problems()
    if waiting:
        many = f"{waiting} warnings of the text wait" if waiting > 1 else "a warning of the text waits"
        message = f"{many} until the errors of the other files are mended, from which they may come"
        later.add("text-later", errors[0].place, message)
    return later.found


def _as_chosen(briefing: Briefing, choices: Choices) -> Briefing:
    """With the status and the standard that were asked for."""
    meta = briefing.meta
    status = "draft" if choices.draft else "superseded" if choices.superseded else meta.status
    return replace(briefing, meta=replace(meta, status=status, standard=choices.standard or meta.standard))


def finished(folder: Path, workspace: Path, choices: Choices = AS_WRITTEN, studio: Studio | None = None) -> Finished:
    """The paper of the briefing in `folder` as PDF; ReportError if anything is wrong.

    The same sources give the same bytes: neither the clock nor the machine has a say. `studio` is as in `composed`.
    """
    paper = composed(folder, workspace, choices, studio)
    with adding_problems(lambda: paper.warnings):
        return _write_to_size(paper, draft=choices.draft)


def build(
    folder: Path,
    workspace: Path,
    output: Path,
    choices: Choices = AS_WRITTEN,
    *,
    strict: bool = False,
    also: Collection[Companion] = (),
    studio: Studio | None = None,
) -> Outcome:
    """Write `output`/NAME.pdf, and beside it what `also` asks for; on an error an older paper stays as it was.

    With `strict` a warning is an error. `studio` is as in `composed`.
    """
    try:
        paper = finished(folder, workspace, choices, studio)
        files = {f"{folder.name}.pdf": paper.data}
        for one in (one for one in COMPANIONS if one in also):
            files |= COMPANIONS[one](paper.composed)
    except ReportError as error:
        return Outcome(folder.name, None, error.problems)
    if strict and any(problem.severity is Severity.WARNING for problem in paper.problems):
        return Outcome(folder.name, None, paper.problems)
    try:
        write_all({output / name: data for name, data in files.items()})
        first, *others = (output / name for name in files)
        if "charts" in also:
            remove_others(output / folder.name / "charts", set(others), {".svg", ".png", ".csv"})
    except ReportError as error:
        return Outcome(folder.name, None, (*paper.problems, *error.problems))
    fonts = _fonts(paper.composed.draft.briefing)
    return Outcome(folder.name, first, paper.problems, tuple(others), fonts, tuple(map(digest_of, files.values())))


def _fonts(briefing: Briefing) -> tuple[Path, ...]:
    """The font files of its house style."""
    return tuple(Path(path) for face in briefing.house.fonts.families.values() for path in astuple(face) if path)


def _write_to_size(paper: Composed, *, draft: bool) -> Finished:
    """The paper with its charts at the size that they have: where a kind drew another one, what came of its plan is
    of no account."""
    made = None
    try:
        made = _write(paper, draft=draft)
    except ReportError:
        if paper.true_to_size() is paper:
            raise
    true = paper.true_to_size()
    data, over = made if made and true is paper else _write(true, draft=draft)
    return Finished(true, data, (*true.warnings, *over))


def _write(paper: Composed, *, draft: bool) -> tuple[bytes, tuple[Problem, ...]]:
    """The paper as PDF, and what is amiss with its pages: a draft that is only too long is shown all the same.

    The text is set, and pages are painted, while the charts are drawn.
    """
    from reportgen.pdf import lay_out, paint

    laid = lay_out(paper.document, paper.draft.briefing.house, paper.draft.words)
    over = laid.over_limit()
    if over and not draft:
        raise ReportError(over)
    too_long = (replace(problem, severity=Severity.WARNING) for problem in over)
    return paint(laid, paper.pictures), (*too_long, *held(laid.warnings(), paper.draft.briefing.off))


def _as_pdf(document: Document, paper: Composed) -> bytes:
    """A document with charts of the paper."""
    from reportgen.pdf import write

    return write(document, paper.draft.briefing.house, paper.draft.words, paper.pictures)


# --- what is written beside a paper ----------------------------------------------------------------------------------
def _proof(paper: Composed) -> dict[str, bytes]:
    """NAME-proof.pdf: the charts as others see them."""
    from reportgen.document.composing.proof import proof

    document = proof(paper.document, paper.pictures, paper.draft.words)
    return {f"{paper.draft.briefing.name}-proof.pdf": _as_pdf(document, paper)}


def _changes(paper: Composed) -> dict[str, bytes]:
    """NAME-changes.pdf: the paper with the paragraphs marked that are new or changed; nothing for a first edition."""
    from reportgen.document import compose

    if paper.extras.revision is None:
        return {}
    marked = compose(paper.draft, paper.plans, replace(paper.extras, mark_changes=True))
    return {f"{paper.draft.briefing.name}-changes.pdf": _as_pdf(marked, paper)}


def _charts(paper: Composed) -> dict[str, bytes]:
    """NAME/charts/: each chart as files of its own."""
    from reportgen.charting.files import chart_files

    return chart_files(paper.draft, paper.drawn, paper.draft.briefing.name)


Companion = Literal["proof", "changes", "charts"]
COMPANIONS: Mapping[Companion, Callable[[Composed], dict[str, bytes]]] = {
    "proof": _proof,
    "changes": _changes,
    "charts": _charts,
}
"""What can be written beside a paper: its files by their paths in the folder of the papers."""


def check(
    folder: Path,
    workspace: Path,
    output: Path,
    choices: Choices = AS_WRITTEN,
    *,
    studio: Studio | None = None,
) -> Outcome:
    """Every problem of the sources, and of the finished papers in `output` if there are any. Nothing is written."""
    try:
        problems = finished(folder, workspace, choices, studio).problems
    except ReportError as error:
        problems = error.problems
    papers = _papers(folder.name, output)
    if not papers:
        return Outcome(folder.name, None, problems)
    from reportgen.validation import check_pdf

    found = [one for paper in papers for one in check_pdf(paper.read_bytes(), f"{output.name}/{paper.name}")]
    return Outcome(folder.name, papers[0], tuple(sorted({*problems, *found})))


def _papers(name: str, output: Path) -> list[Path]:
    """The papers of a briefing that have been written: the latest, and released editions."""
    return [
        path for path in (output / f"{name}.pdf", *sorted(output.glob(f"{name}-edition-[0-9]*.pdf"))) if path.is_file()
    ]
