"""What is said where the system stands in the way, or a file is not what it should be: each in `of-files.txt`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from reportgen import public
from reportgen.folders import find
from reportgen.pipeline import composed
from reportgen.problems import Problem, ReportError
from reportgen.writing import remove_others, write_all
from tests.messages.listed import check, line


def _workspace(folder: Path, **more: str) -> Path:
    """A briefing below `folder` with more files; gives the workspace."""
    texts = {"briefing.yaml": "title: Ferries\n", "text/text.md": "Ferries sail.\n", **more}
    write_all({folder / "sources" / "paper" / name: text.encode() for name, text in texts.items()})
    return folder


def _composed(workspace: Path) -> tuple[Problem, ...]:
    return composed(workspace / "sources" / "paper", workspace).warnings


def _link(folder: Path) -> object:
    workspace = _workspace(folder / "link")
    (folder / "far.yaml").write_text("a: {value: 1}\n")
    (workspace / "sources" / "paper" / "data").mkdir()
    (workspace / "sources" / "paper" / "data" / "facts.yaml").symlink_to(folder / "far.yaml")
    return _composed(workspace)


def _no_file(folder: Path) -> object:
    workspace = _workspace(folder / "pipe")
    (workspace / "sources" / "paper" / "data").mkdir()
    os.mkfifo(workspace / "sources" / "paper" / "data" / "facts.yaml")
    return _composed(workspace)


def _long_line(folder: Path) -> object:
    return _composed(_workspace(folder / "line", **{"text/text.md": "sail " * 20_001}))


def _name(folder: Path) -> object:
    table = "ferries:\n  file: " + "x" * 5_000 + ".csv\n  columns:\n    island:\n"
    return _composed(_workspace(folder / "name", **{"data/tables.yaml": table}))


def _below_a_file(folder: Path) -> object:
    (folder / "file").write_text("words")
    write_all({folder / "file" / "paper.pdf": b"%PDF"})
    return ()


def _not_removed(folder: Path) -> object:
    (folder / "old").mkdir()
    (folder / "old" / "paper.pdf").touch()
    with pytest.MonkeyPatch.context() as patch:

        def refuse(path: Path, missing_ok: bool = False) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        patch.setattr(Path, "unlink", refuse)
        remove_others(folder / "old", set(), {".pdf"})
    return ()


def _refused(folder: Path) -> object:
    (folder / "gone").mkdir()
    with chdir(folder / "gone"):
        (folder / "gone").rmdir()
        try:
            return public.check("paper")
        finally:
            (folder / "gone").mkdir()  # so that there is a way back


def _nothing_there(folder: Path) -> object:
    return find(folder / "empty", [])


def _no_briefing(folder: Path) -> object:
    return public.check(folder / "far" / "paper")


_CASES: dict[str, Callable[[Path], object]] = {
    "link": _link,
    "no_file": _no_file,
    "long_line": _long_line,
    "name": _name,
    "below_a_file": _below_a_file,
    "not_removed": _not_removed,
    "refused": _refused,
    "nothing_there": _nothing_there,
    "no_briefing": _no_briefing,
}


def _said(folder: Path) -> Iterator[str]:
    for name, case in _CASES.items():
        try:
            found = case(folder)
        except ReportError as error:
            found = error.problems
        assert isinstance(found, tuple) and found, name
        yield from (line(name, problem) for problem in found)


def test_what_the_system_refuses_is_told(tmp_path: Path) -> None:
    check("of-files.txt", (one.replace(str(tmp_path), "…").replace("x" * 5_000, "x…") for one in _said(tmp_path)))
