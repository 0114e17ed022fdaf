"""The digest of the engine sees every file of it, and every version that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.installed import distributions
from reportgen.unchanged.digests import of_engine
from tests.guides import ROOT


def fresh() -> str:
    """The digest as a new process would make it."""
    distributions.cache_clear()
    return of_engine.__wrapped__()


@pytest.fixture(autouse=True)
def looked_up_again() -> Iterator[None]:
    """What a test installs is gone after it."""
    yield
    distributions.cache_clear()


def digest_of(engine: Path) -> str:
    """In a fresh process that runs the engine of that folder."""
    code = "import reportgen.unchanged.digests as digests; print(digests.__file__, digests.of_engine())"
    run = [sys.executable, "-B", "-c", code]
    around = {**os.environ, "PYTHONPATH": str(engine)}
    done = subprocess.run(run, cwd=engine, env=around, check=True, capture_output=True, text=True)
    where, digest = done.stdout.split()
    assert Path(where).is_relative_to(engine)
    return digest


def copy_to(folder: Path) -> Path:
    """The engine as it is installed: the kinds stand in the package."""
    for name, place in (("reportgen", "reportgen"), ("charts", "reportgen/_charts")):
        shutil.copytree(ROOT / name, folder / place, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_an_edited_file_of_the_engine_makes_another_digest(tmp_path: Path) -> None:
    engine = copy_to(tmp_path / "engine")
    before = digest_of(engine)
    for name in ("reportgen/pdf/theme.py", "reportgen/language/fr.yaml", "reportgen/_charts/bars.py"):
        with (engine / name).open("a") as file:
            file.write("# edited\n")
        after = digest_of(engine)
        assert after != before, name
        before = after


def test_the_same_engine_in_another_checkout_has_the_same_digest(tmp_path: Path) -> None:
    (ours, theirs) = (copy_to(tmp_path / name) for name in ("ours", "theirs"))
    for path in (path for path in theirs.rglob("*") if path.is_file()):
        os.utime(path, (1, 1))
    (theirs / "reportgen/__pycache__").mkdir()
    (theirs / "reportgen/__pycache__/build.pyc").write_bytes(b"compiled")
    assert digest_of(ours) == digest_of(theirs)


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (["reportlab-99.dist-info"], False),
        (["reportlab-99-py3.11.egg-info"], False),
        (["reportgen.egg-info", "notes"], True),
    ],
)
def test_an_installed_version_counts(
    names: list[str], same: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fresh()
    for name in names:
        (tmp_path / name).mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert (fresh() == before) is same


def test_another_version_of_a_library_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    library = tmp_path / "reportlab-5.1.dist-info"
    library.mkdir()
    before = fresh()
    library.rename(tmp_path / "reportlab-5.2.dist-info")
    assert fresh() != before
