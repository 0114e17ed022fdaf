"""A briefing on disk for the tests of this room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reportgen.problems import ReportError
from reportgen.source import load
from reportgen.source.model import Briefing

Make = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a workspace with the briefing `sources/paper`; other names are relative to that folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        home = tmp_path / "sources" / "paper"
        standard = {"briefing.yaml": "title: Ferries\n", "text/summary.md": "Ferries sail.\n"}
        for name, content in {**standard, **files}.items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return home

    return write


@pytest.fixture
def read(make: Make) -> Callable[[Mapping[str, str | bytes]], Briefing]:
    """Writes a briefing and loads it."""

    def loaded(files: Mapping[str, str | bytes]) -> Briefing:
        home = make(files)
        return load(home, home.parent.parent)

    return loaded


@pytest.fixture
def faults(read: Callable[[Mapping[str, str | bytes]], Briefing]) -> Callable[[Mapping[str, str | bytes]], list[str]]:
    """Writes a briefing and gives what is wrong with it, each as place, message and rule."""

    def found(files: Mapping[str, str | bytes]) -> list[str]:
        with pytest.raises(ReportError) as caught:
            read(files)
        return [str(problem).splitlines()[0] for problem in caught.value.problems]

    return found
