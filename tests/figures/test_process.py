"""A worker ends with the process that it draws for, however that ends, and says nothing of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportgen.figures import Studio, process
from reportgen.figures.cache import Cache
from reportgen.house import House
from reportgen.language import words_for
from reportgen.problems import Problem, ReportError
from tests.figures.making import TYPED, kind, spec

ASKING = """
import sys
from pathlib import Path
from reportgen.figures import Studio, process
from reportgen.house import House
from reportgen.language import words_for
from tests.figures.making import spec
process.cores = lambda: 2
with Studio(beside=True) as studio:
    order = studio.order([spec("mine", alt="x", value="tonnes")], House(), words_for("en-GB"), [Path(sys.argv[1])])
    order.plans()
    {then}
"""
ENDLESS = (
    "def draw(figure, data, options, house, words):\n    print('begun', flush=True)\n    while True:\n        pass\n"
)


def asking(folder: Path, then: str) -> subprocess.Popen[bytes]:
    """A process that asks for a chart. Its worker has its error stream too, which ends with the last of the two."""
    code = ASKING.format(then=then)
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_neither_process_imports_more_than_it_needs(folder: Path) -> None:
    kind(folder, "mine", TYPED)
    told = "order.drawn(); print(*sorted({'matplotlib', 'numpy', 'reportgen.figures.kit'} & {*sys.modules}))"
    assert asking(folder, told).communicate(timeout=100) == (b"\n", b"")


@pytest.mark.parametrize("end", ["return", "raise SystemExit(3)"])
def test_a_worker_ends_with_what_it_draws_for(end: str, folder: Path) -> None:
    kind(folder, "mine", ENDLESS)
    asked = asking(folder, end.replace("return", "pass"))
    assert asked.communicate(timeout=100)[1] in (b"", b"begun\n")
    assert asked.returncode == (0 if end == "return" else 3)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
@pytest.mark.parametrize("sent", ["SIGKILL", "SIGINT"])
def test_a_worker_is_left_by_no_signal(sent: str, folder: Path) -> None:
    kind(folder, "mine", ENDLESS)
    asked = asking(folder, "order.drawn()")
    assert asked.stderr is not None
    assert asked.stderr.readline() == b"begun\n"
    if sent == "SIGKILL":
        asked.kill()
    else:
        os.killpg(asked.pid, signal.SIGINT)  # as Ctrl-C does
    _, err = asked.communicate(timeout=100)
    assert asked.returncode in (-signal.Signals[sent], 128 + signal.Signals[sent])
    assert err.count(b"Traceback") == (sent == "SIGINT"), "the worker has nothing to say"


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_a_worker_says_nothing_of_a_ctrl_c_while_it_imports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It comes before any code of the engine's runs there: a package of the same name stands in for that."""
    room = tmp_path / "reportgen" / "figures"
    room.mkdir(parents=True)
    (room.parent / "__init__.py").touch()
    (room / "__init__.py").touch()
    (room / "worker.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    worker = process.Worker()
    assert list(worker.answers()) == []
    assert worker.end() == "by SIGINT"
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies")
def test_a_copy_that_a_kind_makes_of_the_worker_ends(folder: Path, tmp_path: Path) -> None:
    note = tmp_path / "copy"
    source = f"    copy = os.fork()\n    if copy:\n        open({str(note)!r}, 'w').write(str(copy))\n"
    kind(folder, "mine", f"import os\ndef draw(figure, data, options, house, words):\n{source}")
    asked(folder)
    for _ in range(100):
        if not Path(f"/proc/{note.read_text()}").exists():
            break
        time.sleep(0.1)
    else:
        raise AssertionError("the copy lives on")


def asked(folder: Path) -> tuple[Problem, ...]:
    """The problems of a chart that a worker draws by the kind in `folder`."""
    with pytest.MonkeyPatch.context() as patch, Studio(beside=True) as studio:
        patch.setattr(process, "cores", lambda: 2)
        order = studio.order([spec("mine", alt="x")], House(), words_for("en-GB"), [folder], Cache(None))
        with pytest.raises(ReportError) as error:
            order.drawn()
    return error.value.problems


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="nobody is told")
def test_a_worker_that_is_stopped_is_not_waited_for(folder: Path) -> None:
    kind(folder, "mine", "import os, signal\ndef draw(*given):\n    os.kill(os.getpid(), signal.SIGSTOP)\n")
    (problem,) = asked(folder)
    assert problem.rule == "chart-failed"


def test_whatever_a_kind_raises_is_a_problem_of_its_chart(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kind(folder, "mine", "def draw(figure, data, options, house, words):\n    raise KeyboardInterrupt\n")
    assert [problem.rule for problem in asked(folder)] == ["chart-failed"]
    assert capfd.readouterr().err == ""


def test_the_cores_are_those_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3}, raising=False)
    assert process.cores() == 1
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert process.cores() == 1


def test_a_module_of_the_current_folder_is_not_the_workers(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cycler.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    kind(folder, "mine", TYPED)
    root = str(Path(__file__).parents[2])
    code = ASKING.format(then="assert order.drawn()").replace(
        "import sys\n", f"import sys\nsys.path[0] = {root!r}\n", 1
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
