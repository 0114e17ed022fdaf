"""The command as a process: streams that are full, closed or odd, signals, variables, and no folder to stand in."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Write

TEXT = "# Summary\n\nZoë – 你 went to the \u2067fair\u2069.\n"


def command(cwd: Path, line: str, variables: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """The command through a shell, so that `line` may send its output anywhere."""
    shell = f'"{sys.executable}" -m reportgen {line}'
    around = os.environ | (variables or {})
    return subprocess.run(shell, check=False, shell=True, cwd=cwd, capture_output=True, env=around)


@pytest.mark.parametrize("line", ["build --fresh", "facts one", "charts", "--help", "check --json"])
@pytest.mark.parametrize("stream", [">/dev/full", "2>/dev/full", ">&-", "2>&-", ">&- 2>&-"])
def test_output_that_takes_nothing_is_told_or_let_be(line: str, stream: str, briefing: Write, workspace: Path) -> None:
    briefing("one")
    done = command(workspace, f"{line} {stream}")
    assert b"Traceback" not in done.stderr
    assert done.returncode == (1 if stream == ">/dev/full" else 0)
    assert (b"no space left on device" in done.stderr) == (stream == ">/dev/full" and line != "--help")


def test_a_terminal_shows_what_it_lacks_by_number(briefing: Write, workspace: Path) -> None:
    briefing("one", text=TEXT)
    done = command(workspace, "check --json", {"PYTHONIOENCODING": "ascii"})
    assert any("你" in problem["message"] for problem in json.loads(done.stdout))
    done = command(workspace, "build", {"PYTHONIOENCODING": "ascii"})
    assert b"\\u4f60" in done.stderr


def test_no_escape_sequence_of_an_author_reaches_the_terminal(briefing: Write, workspace: Path) -> None:
    folder = briefing("one")
    (folder / "briefing.yaml").write_text('title: One\npublished: "x\\u202ey"\n')
    assert b"'x\\u202ey'" in command(workspace, "build one").stderr
    assert "'x\u202ey'" in json.loads(command(workspace, "check one --json").stdout)[0]["message"]
    assert b"'\\u001b[31mone'" in command(workspace, "build '\x1b[31mone'").stderr


def test_variables_have_no_say(briefing: Write, workspace: Path) -> None:
    briefing("one")
    assert command(workspace, "build one").returncode == 0
    before = (workspace / "output" / "one.pdf").read_bytes()
    odd = {"SOURCE_DATE_EPOCH": "x", "MPLBACKEND": "none", "RL_invariant": "x", "RL_pageCompression": "0"}
    assert command(workspace, "build one --fresh", odd).returncode == 0
    assert (workspace / "output" / "one.pdf").read_bytes() == before


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    for line in ("build", "new one", "charts", "diff a b", "extract a.pdf -o b"):
        shell = f'cd "{gone}" && rmdir "{gone}" && "{sys.executable}" -m reportgen {line}; echo $?; mkdir "{gone}"'
        found = subprocess.run(shell, check=False, shell=True, cwd=tmp_path, capture_output=True, text=True)
        assert "Traceback" not in found.stderr and found.stdout.split()[-1] in ("1", "2"), (line, found.stderr)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("after", [0.12, 0.25, 0.5])
def test_a_signal_ends_it_quietly(number: int, after: float, briefing: Write, workspace: Path) -> None:
    briefing("one")
    process = subprocess.Popen([sys.executable, "-m", "reportgen", "build", "--fresh"], cwd=workspace,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(number)
    _, told = process.communicate()
    if b"Fatal Python error: init" in told:  # on a busy machine the interpreter itself was not up yet
        return
    assert process.returncode in (0, 128 + number), told
    assert process.returncode == 0 or b"Traceback" not in told.partition(b"site-packages")[0]
    output = workspace / "output"
    assert [path.name for path in output.iterdir() if path.name != "one.pdf"] == [] if output.exists() else True
