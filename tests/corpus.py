"""The papers that whole-paper tests share: the tiny ones of `tests/briefings/`, one a feature, and those of `sources/`.

A folder of `tests/briefings/` is a briefing and a workspace in one: a house style, terms and chart kinds of its own
stand in its `sources/` and `charts/`. Each paper is built once in a run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportgen.build import Composed, composed, finished
from reportgen.document import blocks as doc
from reportgen.pdf import lay_out
from reportgen.problems import Problem, Severity

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Source:
    """Where a paper is made from."""

    name: str
    folder: Path
    workspace: Path

    def __str__(self) -> str:
        return self.name

    def typeset(self) -> tuple[bytes, tuple[Problem, ...]]:
        made = finished(self.folder, self.workspace)
        return made.data, made.problems

    def composed(self) -> Composed:
        """The paper before it is laid out, with its pictures."""
        return composed(self.folder, self.workspace)

    def document(self) -> doc.Document:
        """The paper before it is laid out."""
        return self.composed().document


def _sources(home: Path, workspace: Path | None = None) -> tuple[Source, ...]:
    folders = sorted(path.parent for path in home.glob("*/briefing.yaml"))
    return tuple(Source(folder.name, folder, workspace or folder) for folder in folders)


def tiny(root: Path) -> tuple[Source, ...]:
    """The tiny briefings below `root`, this folder or a copy of it."""
    return _sources(root / "tests" / "briefings")


def whole(root: Path) -> tuple[Source, ...]:
    """The papers of our own below `root`."""
    return _sources(root / "sources", root)


TINY = tiny(ROOT)
WHOLE = whole(ROOT)
ALL = (*TINY, *WHOLE)


@cache
def paper(source: Source) -> bytes:
    """The paper, built once in a run; there is no warning."""
    data, problems = source.typeset()
    assert [str(problem) for problem in problems if problem.severity is not Severity.NOTE] == []
    return data


@cache
def pages(source: Source) -> Mapping[str, int]:
    """The page of each anchor of the paper."""
    made = source.composed()
    return lay_out(made.document, made.draft.briefing.house, made.draft.words).read.anchors


@cache
def document(source: Source) -> doc.Document:
    """The paper before it is laid out, composed once in a run."""
    return source.document()
