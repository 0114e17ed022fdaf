"""What all tests share: the same random cases on every run, which tests are quick, a workspace to write in."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import kept, quick

settings.register_profile(
    "same-every-time", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same-every-time")

Write = Callable[..., Path]
_MEASURED = quick.Measured()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m quick` takes what `quick.py` says."""
    slow = quick.listed()
    for item in items:
        if not quick.is_slow(item.nodeid, slow):
            item.add_marker(pytest.mark.quick)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    before = quick.now()
    done = yield
    _MEASURED.add(item.nodeid, quick.now() - before)
    return done


def pytest_sessionfinish() -> None:
    if os.environ.get("REPORTGEN_MEASURE"):
        _MEASURED.write()


@pytest.fixture(scope="session", autouse=True)
def run_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The workers of a run share papers and charts; those of earlier runs, and the user's, stay out of the tests."""
    home = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        home = home.parent
    kept.keep_in(home / "kept")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
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
