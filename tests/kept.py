"""What the tests of a run make once and share, also between the workers of pytest-xdist: bytes in a folder of the run.

The first process that asks for something makes it while the others wait. A worker that dies lets go of its lock and
leaves nothing half written; the next one makes the thing anew.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_OF_RUN: list[Kept] = []
"""The things of this run, once its folder is known."""


@dataclass(frozen=True)
class Kept:
    """Things in a folder, by their names."""

    folder: Path

    def once(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, made by the first that asks; what it raises is raised, and the next one tries."""
        path = self.folder / name.replace("/", "-")
        if not path.exists():
            with path.with_name(f"{path.name}.lock").open("wb") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                if not path.exists():
                    half = path.with_name(f"{path.name}.half")
                    half.write_bytes(make())
                    half.replace(path)
        return path.read_bytes()


def keep_in(folder: Path) -> None:
    """Let this run, to which the folder is new, share by it."""
    folder.mkdir(exist_ok=True)
    _OF_RUN[:] = [Kept(folder)]


def of_run() -> Kept:
    """What this run shares."""
    return _OF_RUN[0]
