"""The command `reportgen`, and `python -m reportgen`: a process of our own, which runs one command and ends."""

import gc
import os
import sys

# A build makes large trees and keeps them until it ends. Python's collector walks them again and again for cycles that
# are few: that took a quarter of a long paper's time. With these thresholds a paper of 24 pages is made without a walk
# (each takes 30 ms), and the peak of the memory of one of 330 pages is lower than with walks more often or with none.
_THRESHOLDS = (700_000, 20, 100)
_INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C has ended."""

_ended_by: list[int] = []
"""The signal that ended the run, where one did."""


def run() -> int:
    """Run the command of the command line and end the process with its exit status."""
    try:
        status = _run()
    except BaseException as error:
        if not (_ended_by or isinstance(error, KeyboardInterrupt)):
            raise
        status = _INTERRUPTED
    if _ended_by:  # somebody may have caught what it raised, as Python does while it makes a class
        status = 128 + _ended_by[0]
    # Everything is written. To take all trees apart, object by object, takes a tenth of a build after an edit.
    os._exit(status)


def _run() -> int:
    import signal  # here, where Ctrl-C is heard already

    gc.set_threshold(*_THRESHOLDS)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    from reportgen.environment import taken_away

    taken_away()
    from reportgen.cli import main
    from reportgen.cli.terminal import guard

    guard()
    try:
        status = main()
    except SystemExit as error:  # of wrong usage, and of --help
        status = error.code if isinstance(error.code, int) else 0
    return status if _flushed() else status or 1


def _flushed() -> bool:
    """Whether all that was said has come out."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return False
    return True


def _end(number: int, _: object) -> None:
    """Take the way out that leaves no file half written."""
    _ended_by.append(number)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(run())
