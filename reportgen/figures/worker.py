"""The process that draws charts for another one: work comes in on its standard input, answers go out on its standard
output, and when its standard input is closed it ends.

How the other process starts it, and what that does when it dies, is `process`'s to know.
"""

from __future__ import annotations

import gc
import os
import pickle
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

LENGTH = 8
"""Bytes that tell how long the work is that follows them."""
STEPS = (
    *("reportgen.figures.kit.barchart", "reportgen.figures.kit.panels", "numpy", "matplotlib", "matplotlib.text"),
    *("matplotlib.image", "matplotlib.axes", "matplotlib.figure", "reportgen.figures.canvas"),
    "reportgen.figures.inspection.inspect",
)
"""What is imported before there is work, in steps of a tenth of a second at most."""
GARBAGE = 100_000
"""Objects before Python looks for garbage: those of a figure or two, so that drawing is seldom held up."""


def serve() -> None:
    """Draw what is asked for, until nobody is there to ask."""
    asked, told = _apart()
    waiting: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(asked, waiting), daemon=True).start()
    from reportgen.figures.work import done, line_of

    _get_ready(waiting)
    gc.freeze()
    gc.set_threshold(GARBAGE)
    gc.enable()  # it was off while modules were imported
    mine = os.getpid()
    try:
        while True:
            for number, answer in done(pickle.loads(waiting.get())):
                if os.getpid() != mine:  # a chart kind has forked, and this is the copy
                    os._exit(0)
                told.write(line_of(number, answer))
                told.flush()
    except BaseException:  # noqa: BLE001 - whatever a chart kind raises: the other process tells of its chart
        os._exit(1)


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
    with suppress(OSError):  # a kind has closed what it found open
        while length := asked.read(LENGTH):
            waiting.put(asked.read(int.from_bytes(length, "big")))
    os._exit(0)


def _get_ready(waiting: SimpleQueue[bytes]) -> None:
    """Import what planning and drawing need, until somebody waits for plans; the rest comes with the first chart."""
    with suppress(Exception):  # each chart will tell
        from reportgen.figures.fontlist import look_for_no_fonts

        look_for_no_fonts()
        for name in STEPS:
            if waiting.empty():
                import_module(name)
