"""What all tests share: hypothesis that is the same on every run, and a workspace to write in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "same-every-time", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same-every-time")

Write = Callable[..., Path]


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Charts kept by earlier runs, and the user's, stay out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace, which is also the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    return tmp_path


@pytest.fixture
def briefing(workspace: Path) -> Write:
    """Writes a small briefing into the workspace: `briefing("name", text="…")` gives its folder."""

    def write(name: str, text: str = "# Summary\n\nAll is well.\n", head: str = "title: A paper\n") -> Path:
        folder = workspace / "sources" / name
        (folder / "text").mkdir(parents=True)
        (folder / "briefing.yaml").write_text(head)
        (folder / "text" / "summary.md").write_text(text)
        return folder

    return write
