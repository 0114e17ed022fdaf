"""The papers that whole-paper tests share: the tiny ones of `tests/briefings/`, one a feature, and those of `sources/`.

A folder of `tests/briefings/` is a briefing and a workspace in one: a house style, terms and chart kinds of its own
stand in its `sources/` and `charts/`. Each paper is built once in a run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportgen.build import typeset
from reportgen.document import blocks as doc
from reportgen.document import compose, read
from reportgen.figures import draw
from reportgen.language import words_for
from reportgen.problems import Problem, Severity
from reportgen.source import load

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
        return typeset(self.folder, self.workspace)

    def document(self) -> doc.Document:
        """The paper before it is laid out."""
        briefing = load(self.folder, self.workspace)
        words = words_for(briefing.meta.language)
        text = read(briefing, words)
        return compose(text, draw(text.charts, briefing.house, words, briefing.charts))


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
def document(source: Source) -> doc.Document:
    """The paper before it is laid out, composed once in a run."""
    return source.document()
