from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "reportgen" / "charts"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace's own folder of chart kinds."""
    path = tmp_path / "charts"
    path.mkdir()
    return path
