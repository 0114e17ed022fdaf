"""The same sources give the same bytes: twice in a process, and on any machine, for any user, in any folder.

Run as a program, it prints a digest of each paper of the corpus below the folder that is named first: of all of them,
or of those that are named after it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from reportgen.figures import Studio
from tests.corpus import ALL, ROOT, TINY, WHOLE, Source, has_charts, paper, tiny, whole

(DEMO,) = (source for source in WHOLE if source.name == "demo")


def digests(root: Path, names: Sequence[str] = ()) -> dict[str, str]:
    """Of papers whose charts a worker draws, where there is a core for one."""
    sources = [source for source in (*tiny(root), *whole(root)) if not names or source.name in names]
    with Studio(beside=True) as studio:
        return {source.name: _digest(source.typeset(studio).data) for source in sources}


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


@pytest.mark.parametrize("source", [*TINY, DEMO], ids=str)
def test_twice_in_one_process(source: Source) -> None:
    """Here, whatever this process has made before; the paper may be another worker's."""
    assert [source.typeset().data for _ in range(2)] == [paper(source)] * 2


def test_anywhere(tmp_path: Path) -> None:
    """All of them with an empty cache and a worker, then those that have charts with the cache that is filled now.

    `paper` has no worker.
    """
    there = tmp_path / "another place"
    for name in ("sources", "tests/briefings"):
        shutil.copytree(ROOT / name, there / name, copy_function=shutil.copy)
    here = {source.name: _digest(paper(source)) for source in ALL}
    surroundings = {"HOME": str(there), "XDG_CACHE_HOME": str(there / "cache")}
    tokyo = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "12345"}
    lima = {"PYTHONHASHSEED": "1", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    assert elsewhere(there, surroundings | tokyo) == here
    assert any((there / "cache").rglob("*.json"))
    drawn = {source.name: here[source.name] for source in ALL if has_charts(source)}
    assert {*drawn} < {*here}
    assert elsewhere(there, surroundings | lima, *drawn) == drawn


def elsewhere(root: Path, environment: dict[str, str], *names: str) -> dict[str, str]:
    """The digests of the papers below `root` (those named), made in a process of its own with this environment."""
    command = [sys.executable, "-m", "tests.test_same_bytes", str(root), *names]
    full = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True, env=full)
    return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())


if __name__ == "__main__":
    for name, digest in digests(Path(sys.argv[1]), sys.argv[2:]).items():
        print(name, digest)
