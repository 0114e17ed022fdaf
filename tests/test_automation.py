"""The files for programs that run this one at each commit and push: they parse, and what they run is there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.cli import parser
from tests.conftest import Write
from tests.guides import AUTHORS_GUIDE, ROOT, examples
from tests.test_packaging import MAKEFILE, PROJECT

CONFIG = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
CONTAINER = [shlex.split(line) for line in (ROOT / "Containerfile").read_text().splitlines() if line[:1] != "#"]


def test_pre_commit_runs_what_make_lint_runs() -> None:
    (recipe,) = re.findall(r"^lint:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    (local,) = CONFIG["repos"]
    lines = [line.strip().replace("$(RUN)", ".venv/bin/python") for line in recipe.splitlines()]
    assert [hook["entry"] for hook in local["hooks"]] == lines
    assert local["repo"] == "local" and len({hook["id"] for hook in local["hooks"]}) == len(local["hooks"])
    assert all(hook["language"] == "system" and not hook["pass_filenames"] for hook in local["hooks"])


def test_the_hook_for_authors_is_a_command(briefing: Write) -> None:
    (hook,) = HOOKS
    program, *arguments = hook["entry"].split()
    assert program in PROJECT["project"]["scripts"] and hook["language"] == "python" and not hook["pass_filenames"]
    assert callable(parser().parse_args(arguments).run)
    assert re.match(hook["files"], "sources/one/text/1.md") and not re.match(hook["files"], "README.md")


def run(step: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A step of the action in a workspace, where the tests' own `reportgen` is the installed one."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    around = {**os.environ, "NAMES": "", "OPTIONS": "", **variables, "PATH": path}
    shell = ["bash", "-e", "-o", "pipefail", "-c", STEPS[step]["run"]]
    return subprocess.run(shell, cwd=folder, env=around, capture_output=True, text=True, check=False)


def test_the_action_builds_and_checks_a_workspace(briefing: Write, workspace: Path) -> None:
    briefing("one")
    briefing("two", text="# Summary\n\n{{ nothing }}\n")
    told = workspace / "told"
    assert run("Build", workspace, NAMES="one", OPTIONS="--draft").stdout == "output/one.pdf\n"
    assert run("Build", workspace).returncode == 1
    assert run("Check", workspace, NAMES="one", GITHUB_OUTPUT=str(told)).returncode == 0
    assert run("Check", workspace, GITHUB_OUTPUT=str(told)).returncode == 1
    sarif = Path(told.read_text().splitlines()[0].removeprefix("sarif="))
    (result,) = json.loads(sarif.read_text())["runs"][0]["results"]
    assert result["ruleId"] == "template-name"


def test_the_action_names_what_it_has() -> None:
    used = set(re.findall(r"\$\{\{ inputs\.(\w+) \}\}", (ROOT / "action.yml").read_text()))
    assert used == set(ACTION["inputs"])
    assert all("${{" not in step["run"] for step in STEPS.values()), "an input in a script could be a program"
    assert "constraints.txt" in STEPS["Install"]["run"] and STEPS["Check"]["if"] == "always()"
    for step in STEPS.values():
        assert set(re.findall(r"\$([A-Z_]+)", step["run"])) <= {*step["env"], "GITHUB_OUTPUT", "PWD"}


def test_the_container_has_what_the_package_is_made_of(tmp_path: Path) -> None:
    for _, *names, folder in (line for line in CONTAINER if line[:1] == ["COPY"]):
        target = tmp_path / folder.strip("/")
        for name in names:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                target.mkdir(exist_ok=True)
                shutil.copy(ROOT / name, target)
    wheel = "pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir wheel ./engine"
    subprocess.run([sys.executable, "-m", *wheel.split()], cwd=tmp_path, check=True, capture_output=True)
    assert len(list((tmp_path / "wheel").glob("reportgen_briefings-*.whl"))) == 1


def test_the_container_runs_the_command() -> None:
    lines = {line[0]: " ".join(line[1:]) for line in CONTAINER if line}
    assert lines["ENTRYPOINT"].strip("[]") in PROJECT["project"]["scripts"]
    assert callable(parser().parse_args([lines["CMD"].strip("[]")]).run)
    assert re.fullmatch(r"python:3\.\d+-slim", lines["FROM"]), "no registry's host"
    assert lines["FROM"][7:].removesuffix("-slim") in str(PROJECT["project"]["classifiers"])


def test_the_guide_shows_how_each_is_used() -> None:
    shown = {one.path: yaml.safe_load(one.text) for one in examples(AUTHORS_GUIDE) if one.path.startswith(".")}
    (repo,) = shown[".pre-commit-config.yaml"]["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]
    (step,) = [one for one in shown[".github/workflows/papers.yml"]["jobs"]["build"]["steps"] if "OWNER" in one["uses"]]
    assert set(step["with"]) <= set(ACTION["inputs"])


@pytest.mark.parametrize("name", ["action.yml", ".pre-commit-hooks.yaml"])
def test_a_file_says_where_the_guide_tells_of_it(name: str) -> None:
    (title,) = re.findall(r'^# .*docs/authors-guide.md, "(.+)"\.$', (ROOT / name).read_text(), re.MULTILINE)
    assert f"\n### {title}\n" in AUTHORS_GUIDE.read_text()
