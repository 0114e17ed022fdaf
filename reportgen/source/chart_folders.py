"""Where a workspace has chart kinds of its own, and what their files hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

FROM_PDF = "from-pdf"
"""The folder in `charts/` of kinds that came out of a PDF."""

_READ: ContextVar[dict[Path, bytes] | None] = ContextVar("_READ", default=None)


def chart_folders(workspace: Path, *, allow_charts: bool = False) -> tuple[Path, ...]:
    """Where a workspace has chart kinds of its own; those that came out of a PDF run only if that is allowed."""
    own = workspace / "charts"
    return (own, own / FROM_PDF) if allow_charts else (own,)


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
