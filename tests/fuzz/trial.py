"""One trial: a damaged workspace is built in a process with limits, and what came of it is judged."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.mutations import Mutation

MOST_SECONDS = 60
"""Of processor time for a build, a hundred times what one of these briefings takes: the fuzzer's bound, not ours."""
_STARVED = 20
"""How many times as long a trial may take by the clock: other processes may have the processor, so that this is only
for one that waits for what never comes."""
_MOST_BYTES = 4 << 30
_ODD = 70
"""The exit status of a child that has found something itself."""


@dataclass(frozen=True)
class Found:
    """A promise that was broken, and what was printed."""

    promise: str
    told: str


seconds_of_last = 0.0
"""Processor time of the last trial: a loaded machine makes none of them slower."""


def tried(base: Path, mutations: Sequence[Mutation], scratch: Path) -> Found | None:
    """What a build of the workspace `base` with these changes breaks; None where it keeps its promises."""
    workspace = scratch / "workspace"
    shutil.rmtree(workspace, ignore_errors=True)
    shutil.copytree(base, workspace)
    for mutation in mutations:
        mutation.apply(workspace)
    printed = scratch / "printed"
    process = os.fork()
    if process == 0:
        _child(workspace, printed)
    status = _waited(process)
    told = printed.read_text("utf-8", "replace") if printed.exists() else ""
    if os.WIFSIGNALED(status):
        return Found(_ENDS.get(os.WTERMSIG(status), "no crash"), told)
    code = os.WEXITSTATUS(status)
    if "Traceback (most recent call last)" in told:
        return Found("no traceback", told)
    if code == _ODD:
        return Found("a paper that conforms, the same each time", told)
    return None if code in (0, 1, 2) else Found("an exit status of 0, 1 or 2", f"{told}\nexit status {code}")


_ENDS: dict[int, str] = {signal.SIGXCPU: "no hang", signal.SIGKILL: "no wait without end"}
"""What a process that is ended by the system, or by us, has broken."""


def _waited(process: int) -> int:
    """The status of a child; one that sleeps too long is killed."""
    global seconds_of_last  # noqa: PLW0603 - a process does one trial after the other
    found = 0
    for _ in range(MOST_SECONDS * 20 * _STARVED):
        found, status, used = os.wait4(process, os.WNOHANG)
        if found:
            break
        time.sleep(0.05)
    else:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        _, status, used = os.wait4(process, 0)
    seconds_of_last = used.ru_utime + used.ru_stime
    return status


def _child(workspace: Path, printed: Path) -> None:
    """Build what is in `workspace`, twice, and check the papers; never returns."""
    status = _ODD
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 30))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
        out = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        os.chdir(workspace)
        os.environ["XDG_CACHE_HOME"] = str(workspace / ".cache")
        status = _built()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    except BaseException:  # noqa: BLE001 - whatever it is, it is a finding
        import traceback

        traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _built() -> int:
    from reportgen.cli import main
    from reportgen.validation import check_pdf

    status = main(["build", "--fresh", "-o", "first"])
    papers = {path.name: path.read_bytes() for path in sorted(Path("first").glob("*.pdf"))}
    if not papers:
        return status
    main(["build", "--fresh", "-o", "second"])
    for name, data in papers.items():
        if (Path("second") / name).read_bytes() != data:
            print(f"{name}: other bytes the second time")
            return _ODD
        if problems := check_pdf(data, name):
            print(*problems, sep="\n")
            return _ODD
    return status
