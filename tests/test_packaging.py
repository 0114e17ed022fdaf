"""What is declared, pinned, packed and promised by the Makefile agrees with what there is."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
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
MAKEFILE = (ROOT / "Makefile").read_text()
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
    "dist": "-m twine check --strict dist/*",
    "clean": "rm -rf .venv .venv-bench .venv-docs .venv-dist output",
}
SKIPPED = shutil.ignore_patterns(
    ".git", ".venv*", "output", "build", "dist", "*.egg-info", "*_cache", "__pycache__", ".hypothesis"
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
    used = {str(canonicalize_name(by_module[name][0])) for name in imported & set(by_module)} - {
        PROJECT["project"]["name"]
    }
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
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution of a copy of the checkout, and the wheel that is made of it alone."""
    folder = tmp_path_factory.mktemp("dist")
    shutil.copytree(ROOT, folder / "checkout", ignore=SKIPPED)
    sdist = "from setuptools.build_meta import build_sdist; build_sdist('..')"
    subprocess.run([sys.executable, "-c", sdist], cwd=folder / "checkout", check=True, capture_output=True)
    (source,) = folder.glob("*.tar.gz")
    wheel = "pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir . "
    subprocess.run([sys.executable, "-m", *wheel.split(), source.name], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(packed: Path) -> Path:
    """The wheel."""
    (path,) = packed.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment in which the wheel is installed, and beside it only what the tests' one has."""
    home = tmp_path_factory.mktemp("clean")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True, capture_output=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True).stdout.strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    install = f"pip --python {python} install --quiet --no-deps --no-index --ignore-installed {wheel}"
    subprocess.run([sys.executable, "-m", *install.split()], check=True, capture_output=True)
    return programs


def run_installed(programs: Path, folder: Path, *arguments: str) -> str:
    command = [str(programs / "reportgen"), *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def test_the_installed_package_makes_a_paper_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    assert "Next: reportgen build demo" in run_installed(installed, tmp_path, "new", "demo")
    assert run_installed(installed, tmp_path, "build", "demo") == f"output{os.sep}demo.pdf\n"
    assert (tmp_path / "output" / "demo.pdf").stat().st_size > 20_000
    where = "import reportgen; print(reportgen.__file__, reportgen.build('demo').paper.name)"
    told = subprocess.run([installed / "python", "-P", "-c", where], cwd=tmp_path, check=True, capture_output=True)
    assert told.stdout.decode().startswith(str(installed.parent)) and told.stdout.endswith(b" demo.pdf\n")


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_has_the_package_and_nothing_else(wheel: Path) -> None:
    here = [path for path in (ROOT / "reportgen").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    expected = {path.relative_to(ROOT).as_posix() for path in here}
    expected |= {f"reportgen/_charts/{path.name}" for path in (ROOT / "charts").glob("*.py")}
    about = {name for name in names_in(wheel) if ".dist-info/" in name}
    assert names_in(wheel) - about == expected
    assert {name.partition("/")[2] for name in about} == {
        *("METADATA", "RECORD", "WHEEL", "entry_points.txt", "top_level.txt"),
        *(f"licenses/{name}" for name in PROJECT["project"]["license-files"]),
    }


def test_the_source_distribution_has_what_the_wheel_is_made_of(packed: Path, wheel: Path) -> None:
    (path,) = packed.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    code = {name.replace("reportgen/_charts/", "charts/") for name in names_in(wheel) if ".dist-info/" not in name}
    assert code <= names
    tops = {name.partition("/")[0] for name in names} - {""}
    assert tops == {
        *("reportgen", "charts", "docs", "reportgen_briefings.egg-info", "MANIFEST.in", "PKG-INFO", "pyproject.toml"),
        *("CHANGELOG.md", "CITATION.cff", "LICENSE", "README.md", "SECURITY.md", "THIRD-PARTY.md"),
        *("constraints.txt", "setup.cfg"),
    }


def test_the_distribution_has_a_name_of_its_own_and_what_it_installs_is_called_reportgen(wheel: Path) -> None:
    assert PROJECT["project"]["name"] == "reportgen-briefings"
    assert list(PROJECT["project"]["scripts"]) == ["reportgen"]
    assert wheel.name.startswith(f"reportgen_briefings-{__version__}-py3-none-any")


def test_the_named_pythons_are_those_that_are_meant() -> None:
    named = re.findall(r"Python :: (3\.\d+)", str(PROJECT["project"]["classifiers"]))
    assert named == ["3.11", "3.12", "3.13", "3.14"]
    assert PROJECT["project"]["requires-python"] == f">={named[0]}"
    assert PROJECT["tool"]["ruff"]["target-version"] == f"py{named[0].replace('.', '')}"


def test_the_fonts_are_packed_with_their_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for path in (ROOT / "reportgen" / "typefaces").iterdir():
            assert archive.read(f"reportgen/typefaces/{path.name}") == path.read_bytes()
        assert b"SIL Open Font License, Version 1.1" in archive.read("reportgen/typefaces/LICENSE.md")


def test_the_demo_is_what_new_writes() -> None:
    template, demo = ROOT / "reportgen/new/template/briefing", ROOT / "sources/demo"
    written = {path.relative_to(template): path.read_bytes() for path in template.rglob("*") if path.is_file()}
    assert {path.relative_to(demo): path.read_bytes() for path in demo.rglob("*") if path.is_file()} == written


# --- the Makefile ----------------------------------------------------------------------------------------------------
@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile, its pins, and stamps that say that all is installed."""
    for folder in (".ci", ".venv", ".venv-bench", ".venv-docs", ".venv-dist", "tests/benchmarks", "docs"):
        (tmp_path / folder).mkdir(parents=True)
    own = ("tests/benchmarks/requirements.txt", "docs/requirements.txt", ".ci/dist.txt")
    for name in ("Makefile", "pyproject.toml", "constraints.txt", *own):
        shutil.copy(ROOT / name, tmp_path / name)
        os.utime(tmp_path / name, (1, 1))
    for stamp in (".venv/.ready-tools", *(f".venv{one}/.ready" for one in ("", "-bench", "-docs", "-dist"))):
        (tmp_path / stamp).touch()
    return tmp_path


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_every_target_is_known_here() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony.split() == list(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_runs_its_command_and_installs_nothing_again(target: str, checkout: Path) -> None:
    done = make(checkout, "--dry-run", target, "NAME=x")
    assert TARGETS[target] in done.stdout
    assert "pip" not in done.stdout


def test_the_guide_has_each_target_for_authors_beside_the_command_that_it_runs() -> None:
    runs = dict(re.findall(r"^(\w+): \$\(READY\)\n\t@\$\(RUN\) -m reportgen (\w+)", MAKEFILE, re.MULTILINE))
    guide = (ROOT / "docs/authors-guide.md").read_text()
    rows = re.findall(r"^\| `make (\w+).*\| `reportgen (\w+)", guide, re.MULTILINE)
    assert runs and dict(rows) == runs


def test_make_alone_makes_the_papers(checkout: Path) -> None:
    assert make(checkout, "--dry-run").stdout == make(checkout, "--dry-run", "pdf").stdout


@pytest.mark.parametrize(
    ("pin", "target"),
    [
        ("pyproject.toml", "pdf"),
        ("constraints.txt", "pdf"),
        ("tests/benchmarks/requirements.txt", "bench"),
        ("docs/requirements.txt", "docs"),
        (".ci/dist.txt", "dist"),
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
