"""How long papers take: `make bench`, or `make bench NAME=demo`. Measures and prints; asserts nothing.

Cold is a fresh process with no cache, warm the same again; edited is a fresh process after a change to the text alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 3


def seconds(workspace: Path, name: str) -> float:
    """The time of `reportgen build NAME` in a fresh process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(workspace / "cache")}
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "reportgen", "build", name],
        cwd=workspace,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


def measure(name: str, folder: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """The best of `rounds` for the briefing `name`, in seconds, measured in a copy of `sources/` in `folder`."""
    shutil.copytree(ROOT / "sources", folder / "sources")
    text = min((folder / "sources" / name / "text").glob("*.md"))
    found: dict[str, list[float]] = {"cold": [], "warm": [], "edited": []}
    for number in range(rounds):
        shutil.rmtree(folder / "cache", ignore_errors=True)
        shutil.rmtree(folder / "output", ignore_errors=True)
        found["cold"].append(seconds(folder, name))
        found["warm"].append(seconds(folder, name))
        text.write_text(f"{text.read_text()}\nEdit {number}.\n")
        found["edited"].append(seconds(folder, name))
    return {what: min(times) for what, times in found.items()}


def main(names: Sequence[str]) -> None:
    """Print a line for each briefing named, by default for each of `sources/`."""
    known = sorted(path.parent.name for path in (ROOT / "sources").glob("*/briefing.yaml"))
    print(f"{'seconds':24}{'cold':>8}{'warm':>8}{'edited':>8}")
    for name in names or known:
        with tempfile.TemporaryDirectory() as folder:
            times = measure(name, Path(folder))
        print(f"{name:24}" + "".join(f"{value:8.2f}" for value in times.values()), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
