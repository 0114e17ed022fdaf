"""The commands: parse, call, print. What they do is the other rooms' work; each has a module here, with its name.

Exit status: 0 done (warnings are printed), 1 errors in the sources or the paper, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from reportgen.cli.grammar import parser
from reportgen.cli.printing import show
from reportgen.cli.usage import DONE, ERRORS, INTERRUPTED, USAGE, UsageError
from reportgen.problems import ReportError

__all__ = ["main", "parser"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (by default that of the command line) and give its exit status."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except UsageError as error:
        print(f"reportgen: {error}", file=sys.stderr)
        return USAGE
    except ReportError as error:
        show(error.problems)
        return ERRORS
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
