"""What is declared, pinned, packed and promised by the Makefile agrees with what there is."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from reportgen import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
TEST = [Requirement(line) for line in PROJECT["project"]["optional-dependencies"]["test"]]
PINS = {
    str(canonicalize_name(line.name)): str(line.specifier)
    for line in map(Requirement, re.findall(r"^[^#\n].*$", (ROOT / "constraints.txt").read_text(), re.MULTILINE))
}
TARGETS = {
    "pdf": "reportgen build x",
    "test": "pytest",
    "test-quick": "-m pytest -m quick",
    "fuzz": "python -m tests.fuzz --minutes 10 --seed 1",
    "lint": "mypy",
    "check": "reportgen check x",
    "new": "reportgen new x",
    "table": "reportgen table",
    "release": "reportgen release x",
    "bench": "-m tests.benchmarks.bench .venv-bench/bin/python",
    "docs": "mkdocs build --quiet --config-file build/docs/mkdocs.yml",
    "clean": "rm -rf .venv .venv-bench .venv-docs output",
}
SKIPPED = shutil.ignore_patterns(
    ".git", ".venv*", "output", "build", "*.egg-info", "*_cache", "__pycache__", ".hypothesis"
)


def closure(requirements: list[Requirement]) -> set[str]:
    """The distributions that the requirements come to, with what each of them needs here."""
    found: set[str] = set()
    waiting = list(requirements)
    while waiting:
        requirement = waiting.pop()
        name = str(canonicalize_name(requirement.name))
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        waiting += map(Requirement, metadata.requires(name) or [])
    return found


def test_exactly_what_is_needed_is_pinned() -> None:
    assert set(PINS) == closure(RUNTIME + TEST)


def test_the_pinned_versions_are_installed() -> None:
    assert {name: f"=={metadata.version(name)}" for name in PINS} == PINS


def test_every_declared_package_is_used_and_the_other_way_round() -> None:
    files = [*(ROOT / "reportgen").rglob("*.py"), *(ROOT / "charts").glob("*.py")]
    trees = [ast.parse(path.read_text()) for path in files]
    imported = {name for tree in trees for node in ast.walk(tree) for name in _packages(node)}
    by_module = metadata.packages_distributions()
    used = {str(canonicalize_name(by_module[name][0])) for name in imported & set(by_module)} - {"reportgen"}
    assert used == {str(canonicalize_name(requirement.name)) for requirement in RUNTIME}


def _packages(node: ast.AST) -> list[str]:
    """The top-level packages that a node imports."""
    match node:
        case ast.Import(names=names):
            return [name.name.partition(".")[0] for name in names]
        case ast.ImportFrom(module=str(module)):
            return [module.partition(".")[0]]
    return []


def test_every_package_has_its_licence_named() -> None:
    named = {canonicalize_name(word) for word in re.findall(r"[\w-]+", (ROOT / "THIRD-PARTY.md").read_text())}
    assert set(PINS) <= named


def test_every_package_of_the_engine_is_packed() -> None:
    inside = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "reportgen").rglob("__init__.py")}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == inside | {"reportgen._charts"}


def test_no_file_names_a_package_registry() -> None:
    host = re.compile(r"pypi\.(org|python)|python" + r"hosted|simple" + r"/index|index-url", re.IGNORECASE)
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    texts = {name: (ROOT / name).read_bytes().decode(errors="replace") for name in files if (ROOT / name).is_file()}
    assert not [name for name, text in texts.items() if host.search(text) and name != "tests/test_packaging.py"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as a wheel brings it, built from a copy of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, folder / "checkout", ignore=SKIPPED)
    build = "pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir . ./checkout"
    subprocess.run([sys.executable, "-m", *build.split()], cwd=folder, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run_installed(installed: Path, folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-P", "-m", "reportgen", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


def test_the_installed_package_makes_a_paper_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    run_installed(installed, tmp_path, "new", "demo")
    assert run_installed(installed, tmp_path, "build", "demo") == "output/demo.pdf\n"
    assert (tmp_path / "output" / "demo.pdf").stat().st_size > 20_000


def test_the_installed_package_has_every_chart_kind(installed: Path) -> None:
    here = {path.name for path in (ROOT / "charts").glob("*.py")}
    assert {path.name for path in (installed / "reportgen" / "_charts").glob("*.py")} == here


def test_the_fonts_are_packed_with_their_licence(installed: Path) -> None:
    here = {path.name: path.read_bytes() for path in (ROOT / "reportgen" / "typefaces").iterdir()}
    packed = {path.name: path.read_bytes() for path in (installed / "reportgen" / "typefaces").iterdir()}
    assert packed == here
    assert b"SIL Open Font License, Version 1.1" in packed["LICENSE.md"]


def test_the_demo_is_what_new_writes() -> None:
    template, demo = ROOT / "reportgen/new/template/briefing", ROOT / "sources/demo"
    written = {path.relative_to(template): path.read_bytes() for path in template.rglob("*") if path.is_file()}
    assert {path.relative_to(demo): path.read_bytes() for path in demo.rglob("*") if path.is_file()} == written


# --- the Makefile ----------------------------------------------------------------------------------------------------
@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile, its pins, and stamps that say that all is installed."""
    for folder in (".venv", ".venv-bench", ".venv-docs", "tests/benchmarks", "docs"):
        (tmp_path / folder).mkdir(parents=True)
    pins = ("pyproject.toml", "constraints.txt", "tests/benchmarks/requirements.txt", "docs/requirements.txt")
    for name in ("Makefile", *pins):
        shutil.copy(ROOT / name, tmp_path / name)
        os.utime(tmp_path / name, (1, 1))
    for stamp in (".venv/.ready", ".venv/.ready-tools", ".venv-bench/.ready", ".venv-docs/.ready"):
        (tmp_path / stamp).touch()
    return tmp_path


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_every_target_is_known_here() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony.split() == list(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_runs_its_command_and_installs_nothing_again(target: str, checkout: Path) -> None:
    done = make(checkout, "--dry-run", target, "NAME=x")
    assert TARGETS[target] in done.stdout
    assert "pip" not in done.stdout


def test_make_alone_makes_the_papers(checkout: Path) -> None:
    assert make(checkout, "--dry-run").stdout == make(checkout, "--dry-run", "pdf").stdout


@pytest.mark.parametrize(
    ("pin", "target"),
    [
        ("pyproject.toml", "pdf"),
        ("constraints.txt", "pdf"),
        ("tests/benchmarks/requirements.txt", "bench"),
        ("docs/requirements.txt", "docs"),
    ],
)
def test_a_changed_pin_is_installed(pin: str, target: str, checkout: Path) -> None:
    os.utime(checkout / pin, (2**32, 2**32))
    assert "pip install" in make(checkout, "--dry-run", target).stdout


def test_without_a_python_the_message_says_what_to_install(checkout: Path) -> None:
    shutil.rmtree(checkout / ".venv")
    done = make(checkout, "pdf", "PYTHON=")
    assert done.returncode
    assert "Python 3.11 or later" in done.stderr
    assert "apt install python3" in done.stderr


def test_without_venv_the_message_says_what_to_install(checkout: Path) -> None:
    shutil.rmtree(checkout / ".venv")
    done = make(checkout, "test", "PYTHON=false")
    assert done.returncode
    assert "apt install python3-venv" in done.stderr
    assert not (checkout / ".venv").exists()


def test_ci_runs_what_anybody_runs() -> None:
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert re.findall(r"^(?!#|set -e|cd ).+$", run.read_text(), re.MULTILINE) == ["make lint", "make test"]


def test_the_version_is_the_same_wherever_it_stands() -> None:
    changes = re.findall(r"^## (\d\S*) – (\S+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert (citation["version"], str(citation["date-released"])) == changes[0]
    assert citation["version"] == __version__
