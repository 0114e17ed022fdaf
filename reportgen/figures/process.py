"""A worker seen from the process that it draws for: how it is started, asked, heard and ended.

It is a Python process of its own, no copy of this one. It ends with the `Worker`, and by itself if this process dies.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

from reportgen.figures.work import Answer, Work, answer_in
from reportgen.figures.worker import LENGTH
from reportgen.worker_start import cores, launch

if TYPE_CHECKING:
    import subprocess

__all__ = ["Worker", "cores"]

_PATIENCE = 0.5
"""Seconds of silence after which it is looked whether a worker still lives."""


class Worker:
    """A process that draws; OSError if none can be started."""

    def __init__(self, launched: subprocess.Popen[bytes] | None = None) -> None:
        """`launched` is one that has been started already."""
        self._process = launched or launch()
        assert self._process.stdin and self._process.stdout
        self._asked, self._lines = self._process.stdin, SimpleQueue[bytes | None]()
        # Somebody must always listen: a worker whose pipe is full can't go on drawing.
        self._ear = Thread(target=_hear, args=(self._process.stdout, self._lines), daemon=True)
        self._ear.start()

    def ask(self, work: Work) -> None:
        """Hand it work; nothing happens if it is dead, as `answers` tells."""
        data = pickle.dumps(work)
        with suppress(OSError):
            self._asked.write(len(data).to_bytes(LENGTH, "big") + data)
            self._asked.flush()

    def answers(self) -> Iterator[tuple[int, Answer]]:
        """What it answers, as it comes; they end when it has died."""
        while (line := self._next()) is not None:
            yield answer_in(line)

    def _next(self) -> bytes | None:
        while True:
            try:
                return self._lines.get(timeout=_PATIENCE)
            except Empty:
                if self._is_gone() and self._lines.empty():
                    return None  # what it has started may still hold its pipe

    def _is_gone(self) -> bool:
        """Whether it has ended, or somebody has stopped it, who may never let it go on."""
        if self._process.poll() is not None or not hasattr(os, "waitid"):
            return self._process.returncode is not None
        return os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None

    def end(self) -> str:
        """End it if it has not ended, and tell how it did."""
        self._process.kill()
        code = self._process.wait()
        with suppress(OSError):  # what it was not there to take
            self._asked.close()
        self._ear.join(_PATIENCE)
        return _told(code)


def _hear(told: BinaryIO, lines: SimpleQueue[bytes | None]) -> None:
    with told:
        for line in told:
            if line.endswith(b"\n"):  # else it died over it
                lines.put(line)
    lines.put(None)


def _told(code: int) -> str:
    with suppress(ValueError):
        return f"by {signal.Signals(-code).name}" if code < 0 else f"with exit status {code}"
    return f"by signal {-code}"
