"""The papers that whole-paper tests share: the tiny ones of `tests/briefings/`, one a feature, and those of `sources/`.

A folder of `tests/briefings/` is a briefing and a workspace in one: a house style, terms and chart kinds of its own
stand in its `sources/` and `charts/`. Each paper is composed and laid out once in a run, whatever asks for it.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportgen.document import blocks as doc
from reportgen.document.tree import blocks
from reportgen.figures import Studio
from reportgen.pdf import lay_out, paint
from reportgen.pipeline import Finished, composed, finished
from reportgen.problems import Severity
from tests import kept

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Source:
    """Where a paper is made from."""

    name: str
    folder: Path
    workspace: Path

    def __str__(self) -> str:
        return self.name

    def typeset(self, studio: Studio | None = None) -> Finished:
        """The paper, made anew; its charts are drawn in the studio, or here."""
        return finished(self.folder, self.workspace, studio=studio)


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


@dataclass(frozen=True)
class _Made:
    """All that tests ask of a paper that is made once."""

    data: bytes
    pages: Mapping[str, int]
    document: doc.Document


@cache
def _made(source: Source) -> _Made:
    made = pickle.loads(kept.of_run().once(str(source.folder.relative_to(ROOT)), lambda: pickle.dumps(_make(source))))
    assert isinstance(made, _Made)
    return made


def _make(source: Source) -> _Made:
    made = composed(source.folder, source.workspace).true_to_size()
    assert [str(problem) for problem in made.warnings if problem.severity is not Severity.NOTE] == []
    laid = lay_out(made.document, made.draft.briefing.house, made.draft.words)
    assert laid.over_limit() == []
    return _Made(paint(laid, made.pictures), dict(laid.page_index.anchors), made.document)


def paper(source: Source) -> bytes:
    """The paper; there is no warning."""
    return _made(source).data


def pages(source: Source) -> Mapping[str, int]:
    """The page of each anchor of the paper."""
    return _made(source).pages


def document(source: Source) -> doc.Document:
    """The paper before it is laid out."""
    return _made(source).document


def has_charts(source: Source) -> bool:
    """Whether a chart is drawn for the paper."""
    return any(isinstance(block, doc.Chart) for block in blocks(document(source).sections))
