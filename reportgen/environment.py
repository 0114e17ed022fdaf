"""Variables of the environment that have no say: by which libraries would draw or date a paper otherwise.

Its sources alone decide what a paper is like. The libraries read these when they are imported or used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_NO_SAY = ("SOURCE_DATE_EPOCH", "MATPLOTLIBRC", "MPLBACKEND")


def taken_away() -> dict[str, str]:
    """Take these variables out of the environment; gives them with their values."""
    names = [name for name in os.environ if name in _NO_SAY or name.startswith("RL_")]
    return {name: os.environ.pop(name) for name in names}


@contextmanager
def without_a_say() -> Iterator[None]:
    """For a process that is not ours: they are away inside, and as they were afterwards."""
    away = taken_away()
    try:
        yield
    finally:
        os.environ.update(away)
