"""The process that draws charts for another one: work comes in on its standard input, answers go out on its standard
output, and when its standard input is closed it ends.

How the other process starts it, and what that does when it dies, is `process`'s to know.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

LENGTH = 8
"""Bytes that tell how long the work is that follows them."""


def serve() -> None:
    """Draw what is asked for, until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C goes to both processes: the other one says so
    asked, told = _apart()
    waiting: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(asked, waiting), daemon=True).start()
    from reportgen.figures.work import done, line_of

    if waiting.empty():
        _get_ready()
    while True:
        for number, answer in done(pickle.loads(waiting.get())):
            told.write(line_of(number, answer))
            told.flush()


def _apart() -> tuple[BinaryIO, BinaryIO]:
    """The streams of work and answers, where neither a chart kind nor what it starts can meddle with them."""
    asked, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    with suppress(OSError):  # an error stream that is closed
        os.dup2(2, 1)
    os.close(nothing)
    return asked, told


def _listen(asked: BinaryIO, waiting: SimpleQueue[bytes]) -> None:
    """Hand on what is asked for; at the end of it this process ends, whatever it is drawing."""
    while length := asked.read(LENGTH):
        waiting.put(asked.read(int.from_bytes(length, "big")))
    os._exit(0)


def _get_ready() -> None:
    """Import what drawing needs, while nobody waits for it."""
    with suppress(Exception):  # each chart will tell
        from reportgen.figures.fontlist import look_for_no_fonts

        look_for_no_fonts()
        from reportgen.figures import canvas, kit  # noqa: F401
        from reportgen.figures.inspection import inspect  # noqa: F401
    gc.freeze()
