"""The commands: parse, call, print. What they do is the other rooms' work; each module here has a few of them.

Exit status: 0 done (warnings are printed), 1 errors in the sources or the paper, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from reportgen import __version__
from reportgen.cli import (
    building,
    charting,
    comparing,
    confirming,
    extracting,
    facts,
    hearing,
    releasing,
    starting,
    tabling,
)
from reportgen.cli.usage import DONE, ERRORS, INTERRUPTED, USAGE, UsageError

__all__ = ["main", "parser"]

_MODULES = (building, starting, tabling, facts, confirming, releasing, comparing, extracting, hearing, charting)
"""In the order in which `--help` lists their commands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (by default that of the command line) and give its exit status."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except UsageError as error:
        print(f"reportgen: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _silence()
        return DONE
    except OSError as error:  # what no phase could foresee: a full disk, a folder that is gone
        _silence()
        where = f"{error.filename}: " if error.filename else ""
        print(f"reportgen: {where}{(error.strerror or str(error)).lower()}", file=sys.stderr)
        return ERRORS
    return status


def _silence() -> None:
    """Standard output takes no more: what is still to be written there goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parser() -> argparse.ArgumentParser:
    """The command line's grammar; each command's function stands in `run`."""
    top = argparse.ArgumentParser(prog="reportgen", description="Turns briefing data in sources/ into briefing papers.")
    top.add_argument("--version", action="version", version=f"reportgen {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: object, about: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about)
        sub.set_defaults(run=run)
        return sub

    for module in _MODULES:
        module.add(command)
    return top
