"""Faulty briefings, each with exactly the problems that it must print.

A folder here is a briefing, or a workspace where it has `sources/paper/`; `expected.txt` holds the problems, or what
the commands of its `commands.txt` print. What a case says nothing about may be left out: a text and a briefing.yaml
without faults are put in. To write the expected files anew:
REPORTGEN_UPDATE_MESSAGES=1 pytest tests/messages (then read the difference).
"""

from __future__ import annotations

import os
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest

from reportgen.cli import main
from reportgen.pipeline import composed
from reportgen.problems import Problem, ReportError

HERE = Path(__file__).parent
CASES = sorted(path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))
STANDARD = {"briefing.yaml": "title: Ferries\n", "text/text.md": "Ferries sail.\n"}


def run(folder: Path, workspace: Path) -> tuple[Problem, ...]:
    """The warnings of a build before it lays anything out."""
    return composed(folder, workspace).warnings


def commanded(commands: str, workspace: Path) -> str:
    """What the commands print in a workspace, one after the other."""
    out = StringIO()
    with chdir(workspace), redirect_stdout(out), redirect_stderr(out):
        for line in commands.splitlines():
            main(line.split())
    return out.getvalue()


def printed(case: Path, workspace: Path) -> str:
    """What the command line prints for a case."""
    shutil.copytree(case, workspace, dirs_exist_ok=True)
    if (workspace / "commands.txt").exists():
        return commanded((workspace / "commands.txt").read_text(encoding="utf-8"), workspace)
    folder = workspace / "sources" / "paper" if (workspace / "sources").is_dir() else workspace
    for name, text in STANDARD.items():
        path = folder / name
        if not (path.parent if name.startswith("text/") else path).exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    try:
        found = run(folder, workspace)
    except ReportError as error:
        found = error.problems
    return "".join(f"{problem}\n" for problem in sorted(set(found)))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_faulty_briefing_prints_its_problems(case: Path, tmp_path: Path) -> None:
    expected = case / "expected.txt"
    found = printed(case, tmp_path / "work")
    if os.environ.get("REPORTGEN_UPDATE_MESSAGES"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert found, "a case here has at least one problem"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_problem_says_what_to_do(case: Path) -> None:
    lines = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    after = {
        line: following for line, following in pairwise([*lines, ""]) if ": error: " in line or ": warning: " in line
    }
    assert [line for line, following in after.items() if not following.startswith("  hint: ")] == []
