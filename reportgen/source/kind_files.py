"""What the files of chart kinds hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_READ: ContextVar[dict[Path, bytes] | None] = ContextVar("_READ", default=None)


@contextmanager
def kinds_read_once() -> Iterator[None]:
    """While it lasts each kind's file is read once: all that is made of a paper comes from the same bytes."""
    token = _READ.set({})
    try:
        yield
    finally:
        _READ.reset(token)


def kind_source(path: Path) -> bytes:
    """What a kind's file holds; OSError where it can't be read."""
    read = _READ.get()
    if read is None:
        return path.read_bytes()
    if path not in read:
        read[path] = path.read_bytes()
    return read[path]
