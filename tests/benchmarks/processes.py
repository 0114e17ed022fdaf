"""A whole process, timed: the clock, the processor's time and the peak of memory, as the system tells of a child."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from resource import struct_rusage

_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in what `ru_maxrss` counts."""


@dataclass(frozen=True)
class Run:
    """Seconds by the clock, seconds of processor (user's and system's, with the processes that it waited for), and the
    peak of resident memory of the largest of these processes, in MiB."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run `command` in `folder` to its end. RuntimeError, with what it said, if it fails.

    A small process starts it: to Linux the memory of what starts a process is part of that process's peak.
    """
    small = [sys.executable, "-I", "-S", __file__, *command]
    done = subprocess.run(small, cwd=folder, env=environment, capture_output=True, check=True)
    code, *figures = json.loads(done.stdout)
    if code:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {code}:\n{done.stderr.decode(errors='replace')}")
    return Run(*figures)


def _started_here(command: Sequence[str]) -> None:
    """Run `command` and print its exit code and the figures of its `Run`; what it says goes to the error stream."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps([process.returncode, *astuple(of_usage(wall, used))]))


def of_usage(wall: float, used: struct_rusage) -> Run:
    """What the system says of a process that took `wall` seconds."""
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT / 2**20)


if __name__ == "__main__":
    _started_here(sys.argv[1:])
