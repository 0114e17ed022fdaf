"""The examples of CONTRIBUTING.md, done as it says: a chart kind in a workspace, the others in a copy of the code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import reportgen
from reportgen.new import create
from tests.guides import ROOT, Example, edited, examples
from tests.test_packaging import SKIPPED

GUIDE = ROOT / "CONTRIBUTING.md"
EXAMPLES = examples(GUIDE)
COPIED = ("reportgen", "charts", "docs", "tests")
LANGUAGE = "reportgen/language/"
TESTS = (
    "tests/messages -k text-heading-stop",
    "tests/language/test_tables.py -k nl",
    "tests/document/test_walk.py",
    "tests/test_docs.py -k every_key or without_a_fault or may_be_off or explains_exists",
    "tests/editions/test_canonical.py",
    "tests/test_off.py -k heading_stop or heading-stop or case_for_every",
)
BRIEFING = "title: A paper\n"
TEXT = "# Summary\n\n::: recommendation\nto: The *Minister*\n\nPublish the timetable each month.\n:::\n"


def test_the_chart_kind_draws_in_a_workspace(workspace: Path) -> None:
    create(workspace, "demo")
    (kind,) = [one for one in EXAMPLES if one.path == "charts/waffle.py"]
    (text,) = [one.text for one in EXAMPLES if one.language == "markdown" and not one.path]
    folder = workspace / "sources/demo"
    files = {
        workspace / kind.path: kind.text,
        folder / "text/4-turnout.md": text,
        folder / "data/turnout.csv": "year,share\n2024,66.4\n",
        folder / "data/tables.yaml": (folder / "data/tables.yaml").read_text()
        + "\nturnout:\n  title: Turnout\n  key: year\n  source: wexmoor-accounts\n  as_of: 2024\n  columns:\n"
        "    year: {title: Year, type: integer}\n    share: {title: Voters, type: number, unit: '%'}\n",
    }
    for path, content in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    assert [str(problem) for problem in reportgen.build("demo").problems] == []


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout with all that the page adds to the engine."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in COPIED:
        shutil.copytree(ROOT / folder, copy / folder, ignore=SKIPPED)
    for path in (ROOT / "pyproject.toml", *ROOT.glob("*.md")):
        shutil.copy(path, copy / path.name)
    for example in EXAMPLES:
        if example.path.startswith(("reportgen/", "tests/", "docs/")):
            _take(copy, example)
    return copy


def _take(copy: Path, example: Example) -> None:
    """What one example adds."""
    path = copy / example.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if example.language == "diff":
        path.write_text(edited(path.read_text(), example.text))
    elif example.path.startswith(LANGUAGE):
        tree = yaml.load((copy / LANGUAGE / "en.yaml").read_text(), yaml.CBaseLoader)
        _put(tree, yaml.load(example.text, yaml.CBaseLoader))
        path.write_text(yaml.safe_dump(tree, allow_unicode=True))
    else:
        path.write_text(example.text)


def _put(tree: dict[str, Any], own: dict[str, Any]) -> None:
    """Put the lines of a part of a language's file in the place of those of the copy."""
    for key, entry in own.items():
        if isinstance(entry, dict) and entry and isinstance(tree.get(key), dict) and "other" not in entry:
            _put(tree[key], entry)
        else:
            tree[key] = entry


def run(copy: Path, folder: Path, *arguments: str) -> str:
    """What a program of the copy prints; it must end well."""
    around = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr
    return done.stdout


@pytest.mark.parametrize("tests", TESTS)
def test_the_engine_with_what_the_page_adds_passes_its_tests(tests: str, changed: Path) -> None:
    files, _, chosen = tests.partition(" -k ")
    told = run(changed, changed, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", files, "-k", chosen)
    assert re.search(r"[1-9]\d* passed", told)


def test_the_linter_has_nothing_to_say_of_it(changed: Path) -> None:
    run(changed, changed, "-m", "ruff", "check", "--no-cache", "reportgen", "tests/wording.py", "tests/document")


def test_a_paper_has_the_block_and_the_language(changed: Path, workspace: Path) -> None:
    (head,) = [one for one in EXAMPLES if one.path == "sources/veer/briefing.yaml"]
    for name, text in (("veer", head.text), ("one", BRIEFING)):
        folder = workspace / "sources" / name
        (folder / "text").mkdir(parents=True)
        (folder / "briefing.yaml").write_text(text)
        (folder / "text/1.md").write_text(TEXT)
    run(changed, workspace, "-P", "-m", "reportgen", "build")
    heard = run(changed, workspace, "-P", "-m", "reportgen", "hear", "output/veer.pdf")
    assert "Over deze publicatie" in heard and "Publish the timetable each month." in heard
    assert "The Minister" in run(changed, workspace, "-P", "-m", "reportgen", "hear", "output/one.pdf")


def test_everything_at_the_top_has_its_reason() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    table = GUIDE.read_text().partition("## What stands where\n")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([\w./-]+)`", re.sub(r"^(\| [^|]+\|).*$", r"\1", table, flags=re.MULTILINE)))
    assert named == {file.partition("/")[0] for file in files if file}


def test_the_page_names_targets_and_files_that_there_are() -> None:
    text, targets = GUIDE.read_text(), (ROOT / "Makefile").read_text()
    for target in re.findall(r"`make ([\w -]+?)(?: MINUTES=10)?`", text):
        assert all(f"\n{name}:" in targets for name in target.split()), target
    for path in re.findall(r"`((?:tests|docs|reportgen|sources)/[\w/.-]+)`", text):
        assert (ROOT / path).exists() or path in {one.path for one in EXAMPLES}, path
