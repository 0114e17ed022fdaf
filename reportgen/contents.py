"""Digests of the contents of files that hardly ever change: the engine's own, and fonts.

A file is read anew where its size, its dates or its place on the disk are others than when it was read last, as Git
does it for its index: to ask for these takes a tenth of the time of reading hundreds of files. One that had been
changed shortly before is read again, since it may have been changed twice in one tick of the file system's clock
("racy git", in Git's technical documentation). What can't be kept, or not be read back, is as good as nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import field
from functools import cache
from pathlib import Path

from reportgen.folders import user_cache
from reportgen.frozen import mutable
from reportgen.outcome import digest_of
from reportgen.problems import ReportError
from reportgen.writing import write_all

_TICK = 2_000_000_000
"""Nanoseconds: FAT, the coarsest file system in use, keeps times to two seconds."""
_MOST = 5_000
"""Files that are kept in mind: those of eight engines."""
ENGINE_FOLDER = Path(__file__).resolve().parent
"""The engine's folder."""
_COMPILED = "__pycache__"


@mutable
class _Kept:
    """What is known from other runs, the time at which it was written, and what this one has read."""

    known: dict[str, object] = field(default_factory=dict)
    written: int = 0
    read: dict[str, list[object]] = field(default_factory=dict)


def digest(path: str) -> str:
    """The digest of a file's content; "" where it can't be read."""
    kept = _kept()
    try:
        about = os.stat(path)  # noqa: PTH116 - half the time of Path.stat, for hundreds of files
        seen: list[object] = [about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino]
        rested = max(about.st_mtime_ns, about.st_ctime_ns) < kept.written - _TICK
        entry = kept.read.get(path) or (kept.known.get(path) if rested else None)
        if isinstance(entry, list) and entry[:-1] == seen:
            return str(entry[-1])
        with open(path, "rb") as file:  # noqa: PTH123 - likewise
            found = digest_of(file.read())
    except OSError:
        return ""
    kept.read[path] = [*seen, found]
    return found


@cache
def engine() -> Mapping[str, str]:
    """The digests of the engine's files by their names, such as "reportgen/contents.py"; "" for a folder."""
    return dict(below(ENGINE_FOLDER, ENGINE_FOLDER.name, digest))


def below(
    folder: str | Path, name: str, of: Callable[[str], str], without: Set[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Name and digest of each file and folder below `folder`, but for the folders `without`; links are followed."""
    yield from _within(str(folder), name, of, without, set())


def _within(
    folder: str, name: str, of: Callable[[str], str], without: Set[str], seen: set[str]
) -> Iterator[tuple[str, str]]:
    real = os.path.realpath(folder)
    if folder in without or real in seen:  # a link may lead to a folder above it
        return
    seen.add(real)
    yield f"{name}/", ""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            inside = f"{name}/{entry.name}"
            if entry.is_symlink():
                yield f"{inside} -> {os.path.realpath(entry.path)}", ""
            if entry.is_file():
                yield inside, of(entry.path)
            elif entry.is_dir() and entry.name != _COMPILED:
                yield from _within(entry.path, inside, of, without, seen)


def keep() -> None:
    """Keep for later runs what this one has read."""
    kept, place = _kept(), _place()
    if place is None or not kept.read:
        return
    merged = {**kept.known, **kept.read}
    with suppress(OSError, ReportError):
        write_all({place: json.dumps(kept.read if len(merged) > _MOST else merged).encode("ascii")})


@cache
def _kept() -> _Kept:
    place = _place()
    try:
        written = place.stat().st_mtime_ns if place else 0
        known = json.loads(place.read_bytes()) if place else {}
    except (OSError, ValueError, RecursionError):
        return _Kept()
    return _Kept(known, written) if isinstance(known, dict) else _Kept()


def _place() -> Path | None:
    folder = user_cache("files")
    return folder and folder / "digests.json"
