"""What a build reads: how often each file of a workspace is opened, and how often each text is parsed.

Files are counted where the interpreter opens them, whoever asks; texts at the door of each library that parses, and of
our own readers of CSV and records.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

Key = tuple[str, str]
"""A kind of parser and the text, in short, that it was given."""


@dataclass
class Work:
    """How often each was done while it was counted."""

    root: Path
    opened: Counter[str] = field(default_factory=Counter)
    """Files below `root`, by their paths in it; what was written is left out."""
    parsed: Counter[Key] = field(default_factory=Counter)

    def kinds(self) -> set[str]:
        """The parsers that were at work."""
        return {kind for kind, _ in self.parsed}

    def repeated(self) -> list[str]:
        """What was opened or parsed more than once."""
        files = [f"{name} opened {times} times" for name, times in sorted(self.opened.items()) if times > 1]
        texts = [f"{kind} {times} times: {text}" for (kind, text), times in sorted(self.parsed.items()) if times > 1]
        return [*files, *texts]


_WATCHING: list[Work] = []


def _opened(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open" or not _WATCHING or not isinstance(arguments[0], str | Path):
        return
    path, mode = Path(arguments[0]), str(arguments[1])
    for work in _WATCHING:
        if path.is_relative_to(work.root) and not {"w", "x", "a"} & set(mode):
            work.opened[path.relative_to(work.root).as_posix()] += 1


sys.addaudithook(_opened)  # a hook can't be taken away again: it does nothing where nobody watches


@contextmanager
def counted(root: Path) -> Iterator[Work]:
    """Counts what is read below `root` and parsed by whatever library, inside the `with`."""
    work = Work(root.resolve())
    with pytest.MonkeyPatch.context() as patch:
        _watch_libraries(work, patch)
        _watch_readers(work, patch)
        _WATCHING.append(work)
        try:
            yield work
        finally:
            _WATCHING.remove(work)


def _watch_libraries(work: Work, patch: pytest.MonkeyPatch) -> None:
    import bibtexparser.splitter
    from markdown_it import MarkdownIt

    for name in ("parse", "compose", "scan", "load"):
        _watch(work, patch, yaml, name, "yaml", 0)
    for name in ("parse", "parseInline"):
        _watch(work, patch, MarkdownIt, name, "markdown", 1)
    _watch(work, patch, bibtexparser.splitter.Splitter, "__init__", "bibtex", 1)


def _watch_readers(work: Work, patch: pytest.MonkeyPatch) -> None:
    from reportgen.document.templates.sandbox import Sandbox
    from reportgen.sheets import workbooks
    from reportgen.source import table_files

    _watch(work, patch, table_files, "rows_of", "csv", 0)
    _watch(work, patch, workbooks, "_Book", "workbook", 0)
    _watch(work, patch, json, "loads", "json", 0)
    _watch(work, patch, Sandbox, "parse", "template", 1)


def _watch(work: Work, patch: pytest.MonkeyPatch, owner: Any, name: str, kind: str, at: int) -> None:
    whole: Callable[..., Any] = getattr(owner, name)

    def watched(*arguments: Any, **options: Any) -> Any:
        given = arguments[at] if at < len(arguments) else next(iter(options.values()))
        text = given.getvalue() if hasattr(given, "getvalue") else given
        work.parsed[kind, repr(text)[:200]] += 1
        return whole(*arguments, **options)

    patch.setattr(owner, name, watched)
