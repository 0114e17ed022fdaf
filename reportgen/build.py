"""The pipeline on one screen: a briefing's folder in, a paper out.

Each phase hands frozen data to the next, and stops with every problem that it found (`ReportError`). Nothing here
parses arguments or prints.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportgen.choices import AS_WRITTEN, Choices
from reportgen.outcome import Outcome
from reportgen.problems import Problem, ReportError, Severity, held
from reportgen.source import load
from reportgen.writing import remove_others, write_all

if TYPE_CHECKING:
    from reportgen.document import Draft
    from reportgen.document.blocks import Document
    from reportgen.document.revision import Extras
    from reportgen.figures import Drawn
    from reportgen.figures.contract import ChartSpec
    from reportgen.source.model import Briefing


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper that has yet to be written, with its drawn charts, what was added to its text, and the warnings."""

    draft: Draft
    drawn: Mapping[str, Drawn]
    extras: Extras
    document: Document
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper as PDF, what it was made from, and the warnings."""

    composed: Composed
    data: bytes
    problems: tuple[Problem, ...]


def composed(folder: Path, workspace: Path, choices: Choices = AS_WRITTEN) -> Composed:
    """The paper of the briefing in `folder`; ReportError if anything is wrong."""
    from reportgen.document import compose, read
    from reportgen.document.composing.findings import findings
    from reportgen.editions.extras import extras_for
    from reportgen.language import words_for

    briefing = _as_chosen(load(folder, workspace, allow_charts=choices.allow_charts), choices)
    text = read(briefing, words_for(briefing.meta.language), choices.today)
    drawn, warnings = drawn_charts(text, text.charts)
    warnings = (*warnings, *findings(text, drawn))
    with _told_too(warnings):
        extras, told = extras_for(text, choices)
    return Composed(text, drawn, extras, compose(text, drawn, extras), (*warnings, *told))


def _as_chosen(briefing: Briefing, choices: Choices) -> Briefing:
    status = "draft" if choices.draft else "superseded" if choices.superseded else briefing.meta.status
    return replace(briefing, meta=replace(briefing.meta, status=status))


def drawn_charts(text: Draft, charts: Sequence[ChartSpec]) -> tuple[Mapping[str, Drawn], tuple[Problem, ...]]:
    """Those of the text's charts, drawn, and the warnings of the text and of them."""
    from reportgen.figures import draw, warnings_of

    briefing = text.briefing
    with _told_too(text.problems):
        drawn = draw(charts, briefing.house, text.words, briefing.charts)
    found = held(warnings_of(charts, drawn), {rule.text for rule in briefing.switched_off})
    return drawn, (*text.problems, *found)


def finished(folder: Path, workspace: Path, choices: Choices = AS_WRITTEN) -> Finished:
    """The paper of the briefing in `folder` as PDF; ReportError if anything is wrong.

    The same sources give the same bytes: neither the clock nor the machine has a say.
    """
    paper = composed(folder, workspace, choices)
    return Finished(paper, *_written(paper, draft=choices.draft))


def build(
    folder: Path,
    workspace: Path,
    output: Path,
    choices: Choices = AS_WRITTEN,
    *,
    strict: bool = False,
    also: Collection[Also] = (),
) -> Outcome:
    """Write `output`/NAME.pdf, and beside it what `also` asks for; on an error an older paper stays as it was.

    With `strict` a warning is an error.
    """
    try:
        paper = finished(folder, workspace, choices)
        files = {f"{folder.name}.pdf": paper.data}
        for one in (one for one in BESIDE if one in also):
            files |= BESIDE[one](paper.composed)
    except ReportError as error:
        return Outcome(folder.name, None, error.problems)
    if strict and any(problem.severity is Severity.WARNING for problem in paper.problems):
        return Outcome(folder.name, None, paper.problems)
    try:
        write_all({output / name: data for name, data in files.items()})
    except ReportError as error:
        return Outcome(folder.name, None, (*paper.problems, *error.problems))
    first, *others = (output / name for name in files)
    if "charts" in also:
        remove_others(output / folder.name / "charts", set(others), {".svg", ".png", ".csv"})
    return Outcome(folder.name, first, paper.problems, tuple(others), _fonts(paper.composed.draft.briefing))


def _fonts(briefing: Briefing) -> tuple[Path, ...]:
    """The font files of its house style."""
    return tuple(Path(path) for face in briefing.house.fonts.families.values() for path in astuple(face) if path)


@contextmanager
def _told_too(problems: Iterable[Problem]) -> Iterator[None]:
    """A later phase that fails tells these as well."""
    try:
        yield
    except ReportError as error:
        raise ReportError((*problems, *error.problems)) from error


def _written(paper: Composed, *, draft: bool) -> tuple[bytes, tuple[Problem, ...]]:
    """The paper as PDF, and the warnings; a draft that is only too long is shown all the same."""
    with _told_too(paper.warnings):
        try:
            return _as_pdf(paper.document, paper.draft), paper.warnings
        except ReportError as error:
            if not draft or any(problem.rule != "page-limit" for problem in error.problems):
                raise
            over = (replace(problem, severity=Severity.WARNING) for problem in error.problems)
            return _as_pdf(replace(paper.document, page_limit=None), paper.draft), (*paper.warnings, *over)


def _as_pdf(document: Document, text: Draft) -> bytes:
    from reportgen.pdf import write

    return write(document, text.briefing.house, text.words)


# --- what is written beside a paper ----------------------------------------------------------------------------------
def _proof(paper: Composed) -> dict[str, bytes]:
    """NAME-proof.pdf: the charts as others see them."""
    from reportgen.document.composing.proof import proof

    document = proof(paper.document, paper.draft.words)
    return {f"{paper.draft.briefing.name}-proof.pdf": _as_pdf(document, paper.draft)}


def _changes(paper: Composed) -> dict[str, bytes]:
    """NAME-changes.pdf: the paper with the paragraphs marked that are new or changed; nothing for a first edition."""
    from reportgen.document import compose

    if paper.extras.revision is None:
        return {}
    marked = compose(paper.draft, paper.drawn, replace(paper.extras, mark_changes=True))
    return {f"{paper.draft.briefing.name}-changes.pdf": _as_pdf(marked, paper.draft)}


def _charts(paper: Composed) -> dict[str, bytes]:
    """NAME/charts/: each chart as files of its own."""
    return chart_files(paper.draft, paper.drawn, paper.draft.briefing.name)


Also = Literal["proof", "changes", "charts"]
BESIDE: Mapping[Also, Callable[[Composed], dict[str, bytes]]] = {
    "proof": _proof,
    "changes": _changes,
    "charts": _charts,
}
"""What can be written beside a paper: its files by their paths in the folder of the papers."""


def chart_files(text: Draft, drawn: Mapping[str, Drawn], name: str) -> dict[str, bytes]:
    """The files of the charts, by their paths in the folder of the papers."""
    from reportgen.document.composing.chart_files import files_of_charts

    return {f"{name}/charts/{file}": data for file, data in files_of_charts(text, drawn).items()}


def check(folder: Path, workspace: Path, output: Path, choices: Choices = AS_WRITTEN) -> Outcome:
    """Every problem of the sources, and of the finished papers in `output` if there are any. Nothing is written."""
    try:
        problems = finished(folder, workspace, choices).problems
    except ReportError as error:
        problems = error.problems
    papers = _papers(folder.name, output)
    if not papers:
        return Outcome(folder.name, None, problems)
    from reportgen.check import check_pdf

    found = [one for paper in papers for one in check_pdf(paper.read_bytes(), f"{output.name}/{paper.name}")]
    return Outcome(folder.name, papers[0], tuple(sorted({*problems, *found})))


def _papers(name: str, output: Path) -> list[Path]:
    """The papers of a briefing that have been written: the latest, and released editions."""
    return [
        path for path in (output / f"{name}.pdf", *sorted(output.glob(f"{name}-edition-[0-9]*.pdf"))) if path.is_file()
    ]
