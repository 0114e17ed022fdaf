"""Files are written whole, and those of one build together: a build that fails leaves all older ones as they were."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from glob import escape
from pathlib import Path

from reportgen.problems import Place, failure


def write_all(files: Mapping[Path, bytes]) -> None:
    """Put each content at its path, in the order given; ReportError, with the path, where one can't be written.

    Nothing is put in its place before everything is on the disk; then each file changes in one step, so that whoever
    looks sees the old file or the new one, never a part.
    """
    ready: dict[Path, Path] = {}
    made: list[Path] = []
    path = Path()
    try:
        for path, data in files.items():
            made += _make(path.parent)
            _clear(path)
            ready[path] = path.parent / f".{path.name}.{os.getpid()}"
            _write(ready[path], data)
        for path, scratch in ready.items():
            scratch.replace(path)
    except OSError as error:
        message = f"the file could not be written: {_reason(error)}"
        raise failure("file-unwritable", Place(path.as_posix()), message) from error
    finally:
        for scratch in ready.values():
            with suppress(OSError):
                scratch.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # a folder with something in it stays
                folder.rmdir()


def remove_others(folder: Path, kept: set[Path], endings: set[str]) -> None:
    """Remove the files of an earlier build from `folder`: those with one of the `endings` that are not in `kept`.

    ReportError, with the path, where one can't be removed, as Windows lets nobody do to a file that is open.
    """
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.suffix in endings and path not in kept and path.is_file():
            try:
                path.unlink()
            except OSError as error:
                message = f"this file of an earlier build could not be removed: {_reason(error)}"
                raise failure("file-unwritable", Place(path.as_posix()), message) from error


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _make(folder: Path) -> list[Path]:
    """Make a folder with those above it; gives those that were not there, from above down."""
    above = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return above[::-1]


def _clear(path: Path) -> None:
    """Remove what a process that was killed has left beside `path`; what a living one writes stays."""
    for scratch in path.parent.glob(f".{escape(path.name)}.*"):
        number = scratch.suffix[1:]
        if number.isascii() and number.isdecimal() and not _lives(int(number)):
            with suppress(OSError):
                scratch.unlink()


def _lives(process: int) -> bool:
    """Whether a process of this number runs here; where the system does not say so, it may."""
    if os.name == "nt":  # where this would be no question but a Ctrl-C
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
