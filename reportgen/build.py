"""The pipeline on one screen: a briefing's folder in, a paper out.

Each phase hands frozen data to the next, and stops with every problem that it found (`ReportError`). Nothing here
parses arguments or prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.problems import Problem, ReportError, Severity, held
from reportgen.source import load
from reportgen.writing import remove_others, write_all

if TYPE_CHECKING:
    from reportgen.document import Draft
    from reportgen.document.blocks import Document
    from reportgen.figures import Drawn
    from reportgen.figures.contract import ChartSpec


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one briefing: its paper (None: none was written) and every problem, sorted by place."""

    name: str
    paper: Path | None
    problems: tuple[Problem, ...]
    also: tuple[Path, ...] = ()
    """What was written beside the paper."""

    @property
    def failed(self) -> bool:
        """Whether an error is among the problems."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper that has yet to be written, with its drawn charts and the warnings."""

    draft: Draft
    drawn: Mapping[str, Drawn]
    document: Document
    warnings: tuple[Problem, ...]


def composed(folder: Path, workspace: Path, *, draft: bool = False) -> Composed:
    """The paper of the briefing in `folder`; ReportError if anything is wrong."""
    from reportgen.document import compose, read
    from reportgen.document.composing.findings import findings
    from reportgen.language import words_for

    briefing = load(folder, workspace)
    if draft:
        briefing = replace(briefing, meta=replace(briefing.meta, status="draft"))
    text = read(briefing, words_for(briefing.meta.language))
    drawn, warnings = drawn_charts(text, text.charts, workspace)
    return Composed(text, drawn, compose(text, drawn), (*warnings, *findings(text, drawn)))


def drawn_charts(
    text: Draft, charts: Sequence[ChartSpec], workspace: Path
) -> tuple[Mapping[str, Drawn], tuple[Problem, ...]]:
    """Those of the text's charts, drawn, and the warnings of the text and of them."""
    from reportgen.figures import draw, warnings_of
    from reportgen.figures.kinds import chart_folders

    briefing = text.briefing
    with _told_too(text.problems):
        drawn = draw(charts, briefing.house, text.words, chart_folders(workspace))
    found = held(warnings_of(charts, drawn), {rule.text for rule in briefing.switched_off})
    return drawn, (*text.problems, *found)


def typeset(folder: Path, workspace: Path, *, draft: bool = False) -> tuple[bytes, tuple[Problem, ...]]:
    """The paper of the briefing in `folder` as PDF, and the warnings; ReportError if anything is wrong.

    `draft` stamps it as a draft whatever its status, and lets it be longer than its type allows. The same sources give
    the same bytes: neither the clock nor the machine has a say.
    """
    return _written(composed(folder, workspace, draft=draft), draft=draft)


def build(
    folder: Path,
    workspace: Path,
    output: Path,
    *,
    draft: bool = False,
    strict: bool = False,
    proof: bool = False,
    charts: bool = False,
) -> Outcome:
    """Write `output`/NAME.pdf; on an error (with `strict` on a warning too) an older paper stays as it was.

    `proof` also writes NAME-proof.pdf, which shows the charts as others see them; `charts` also writes the charts as
    files of their own to NAME/charts/.
    """
    try:
        paper = composed(folder, workspace, draft=draft)
        data, warnings = _written(paper, draft=draft)
        files = {f"{folder.name}.pdf": data}
        if proof:
            files[f"{folder.name}-proof.pdf"] = _proof(paper)
        if charts:
            files |= chart_files(paper.draft, paper.drawn, folder.name)
    except ReportError as error:
        return Outcome(folder.name, None, error.problems)
    if strict and any(problem.severity is Severity.WARNING for problem in warnings):
        return Outcome(folder.name, None, warnings)
    try:
        write_all({output / name: data for name, data in files.items()})
    except ReportError as error:
        return Outcome(folder.name, None, (*warnings, *error.problems))
    first, *others = (output / name for name in files)
    if charts:
        remove_others(output / folder.name / "charts", set(others), {".svg", ".png", ".csv"})
    return Outcome(folder.name, first, warnings, tuple(others))


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


def _proof(paper: Composed) -> bytes:
    from reportgen.document.composing.proof import proof

    return _as_pdf(proof(paper.document, paper.draft.words), paper.draft)


def chart_files(text: Draft, drawn: Mapping[str, Drawn], name: str) -> dict[str, bytes]:
    """The files of the charts, by their paths in the folder of the papers."""
    from reportgen.document.composing.chart_files import files_of_charts

    return {f"{name}/charts/{file}": data for file, data in files_of_charts(text, drawn).items()}


def check(folder: Path, workspace: Path, output: Path) -> Outcome:
    """Every problem of the sources, and of the finished paper in `output` if there is one. Nothing is written."""
    try:
        _, problems = typeset(folder, workspace)
    except ReportError as error:
        problems = error.problems
    paper = output / f"{folder.name}.pdf"
    if not paper.is_file():
        return Outcome(folder.name, None, problems)
    from reportgen.check import check_pdf

    found = check_pdf(paper.read_bytes(), f"{output.name}/{paper.name}")
    return Outcome(folder.name, paper, tuple(sorted({*problems, *found})))
