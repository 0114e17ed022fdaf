"""The versions that folders tell are those that `importlib.metadata` tells."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from reportgen.editions.versions import LIBRARIES
from reportgen.installed import distributions, version


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on Python's path, after all others; what is put in it is looked at."""
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    distributions.cache_clear()
    yield tmp_path
    distributions.cache_clear()


@pytest.mark.parametrize("name", LIBRARIES)
def test_the_version_of_a_library(name: str) -> None:
    assert version(name) == metadata.version(name)


def test_what_is_not_installed_has_no_version() -> None:
    assert version("no-such-library") == ""


@pytest.mark.parametrize(
    ("folder", "name", "expected"),
    [
        ("ruamel.yaml-0.18.6.dist-info", "ruamel-yaml", "0.18.6"),
        ("typing_extensions-4.12.2.dist-info", "typing.extensions", "4.12.2"),
        ("Babel-2.17.0.dist-info", "babel", "2.17.0"),
        ("reportlab-4.2.5-py3.11.egg-info", "reportlab", "4.2.5"),
        ("pikepdf-10.0rc1+local.2.dist-info", "pikepdf", "10.0rc1+local.2"),
        ("reportgen_briefings-1.0.0rc1.dist-info", "reportgen-briefings", "1.0.0rc1"),
        ("reportgen_briefings.egg-info", "reportgen-briefings", ""),
        ("numpy", "numpy", ""),
    ],
)
def test_the_names_of_folders(folder: str, name: str, expected: str, installed: Path) -> None:
    (installed / folder).mkdir()
    assert version(name) == expected


def test_what_stands_first_on_the_path_counts(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, number in (("first", "1.0"), ("second", "2.0")):
        (installed / place / f"numpy-{number}.dist-info").mkdir(parents=True)
    monkeypatch.setattr("sys.path", [str(installed / "first"), "", "no such folder", str(installed / "second")])
    assert version("numpy") == "1.0"
