"""A whole process, timed: the clock, the processor's time and the peak of memory, as the system tells of a child."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    """Run `command` in `folder` to its end. RuntimeError, with what it said, if it fails."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            message = said.read().decode(errors="replace")
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{message}")
    return of_usage(wall, used)


def of_usage(wall: float, used: struct_rusage) -> Run:
    """What the system says of a process that took `wall` seconds."""
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT / 2**20)
