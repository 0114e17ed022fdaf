"""The pipeline on one screen: a briefing's folder in, a paper out.

Each phase hands frozen data to the next, and stops with every problem that it found (`ReportError`). Here is also where
a paper is written to disk, whole or not at all. Nothing here parses arguments or prints.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.problems import Place, Problem, Problems, ReportError, Severity, held
from reportgen.source import load

if TYPE_CHECKING:
    from reportgen.document.blocks import Document
    from reportgen.house import House
    from reportgen.language import Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one briefing: its paper (None: none was written) and every problem, sorted by place."""

    name: str
    paper: Path | None
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether an error is among the problems."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def typeset(folder: Path, workspace: Path, *, draft: bool = False) -> tuple[bytes, tuple[Problem, ...]]:
    """The paper of the briefing in `folder` as PDF, and the warnings; ReportError if anything is wrong.

    `draft` stamps it as a draft whatever its status, and lets it be longer than its type allows. The same sources give
    the same bytes: neither the clock nor the machine has a say.
    """
    from reportgen.document import compose, read
    from reportgen.figures import draw, warnings_of
    from reportgen.language import words_for

    briefing = load(folder, workspace)
    if draft:
        briefing = replace(briefing, meta=replace(briefing.meta, status="draft"))
    words = words_for(briefing.meta.language)
    text = read(briefing, words)
    try:
        drawn = draw(text.charts, briefing.house, words, chart_folders(workspace))
        document = compose(text, drawn)
        found = held(warnings_of(text.charts, drawn), {rule.text for rule in briefing.switched_off})
        data, over = _written(document, briefing.house, words, draft=draft)
        return data, (*text.problems, *found, *over)
    except ReportError as error:
        raise ReportError((*text.problems, *error.problems)) from error


def _written(document: Document, house: House, words: Words, *, draft: bool) -> tuple[bytes, tuple[Problem, ...]]:
    """The paper as PDF; a draft that is only too long is shown all the same, with a warning."""
    from reportgen.pdf import write

    try:
        return write(document, house, words), ()
    except ReportError as error:
        if not draft or any(problem.rule != "page-limit" for problem in error.problems):
            raise
        warnings = tuple(replace(problem, severity=Severity.WARNING) for problem in error.problems)
        return write(replace(document, page_limit=None), house, words), warnings


def build(folder: Path, workspace: Path, output: Path, *, draft: bool = False, strict: bool = False) -> Outcome:
    """Write `output`/NAME.pdf; on an error (with `strict` on a warning too) an older paper stays as it was."""
    try:
        data, warnings = typeset(folder, workspace, draft=draft)
    except ReportError as error:
        return Outcome(folder.name, None, error.problems)
    if strict and any(problem.severity is Severity.WARNING for problem in warnings):
        return Outcome(folder.name, None, warnings)
    path = output / f"{folder.name}.pdf"
    try:
        write_whole(path, data)
    except OSError as error:
        return Outcome(folder.name, None, (*warnings, _unwritable(path, error)))
    return Outcome(folder.name, path, warnings)


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


def find_workspace(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, whose `sources/` holds a briefing or a house style; else None."""
    for folder in (start, *start.parents):
        sources = folder / "sources"
        if (sources / "house.yaml").is_file() or any(sources.glob("*/briefing.yaml")):
            return folder
    return start if (start / "sources").is_dir() else None


def chart_folders(workspace: Path) -> Sequence[Path]:
    """Where chart kinds are looked for before the built-in ones."""
    return [workspace / "charts"]


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: whoever looks sees the old file or the new one, never a part (OSError)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with scratch.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> Problem:
    problems = Problems()
    reason = (error.strerror or str(error)).lower()
    problems.add("file-unwritable", Place(path.as_posix()), f"the paper could not be written: {reason}")
    return problems.found[0]
