"""A short run of `make fuzz`, the same each time, and what makes a finding of it."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.bases import bases, files_of
from tests.fuzz.mutations import KINDS, some
from tests.guides import ROOT

TRIALS = 12


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A process with one thread: a trial forks, which one with several must not."""
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("part", range(2))
def test_nothing_breaks_a_promise(part: int, tmp_path: Path) -> None:
    found = str(tmp_path / "found")
    done = _python("-m", "tests.fuzz", "--trials", str(TRIALS), "--jobs", "1", "--seed", str(part), "--output", found)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{TRIALS} inputs" in done.stdout and "nothing found" in done.stdout


_BROKEN = """
import sys
from pathlib import Path
import reportgen.source.terms
from tests.fuzz import trial
from tests.fuzz.bases import bases
from tests.fuzz.campaign import reduced
from tests.fuzz.mutations import Mutation
reportgen.source.terms.read_list = None  # whatever stands in terms.yaml
scratch = Path(sys.argv[1])
base = bases(scratch / "bases")[0]
changes = [Mutation("sources/demo/text/1-summary.md", "line", number) for number in range(3)]
found = trial.tried(base, changes, scratch)
fewest, again = reduced(base, changes, found, scratch)
print(found.promise, len(fewest), "NoneType" in again.told)
"""


def test_what_breaks_one_is_found_and_reduced(tmp_path: Path) -> None:
    done = _python("-c", _BROKEN, str(tmp_path))
    assert done.stdout == "no traceback 1 True\n", done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_is_the_same_each_time(kind: str) -> None:
    data = b"title: A, b\n\n- one\n- two\n"
    assert KINDS[kind](data, random.Random(7)) == KINDS[kind](data, random.Random(7))


def test_all_kinds_of_files_are_changed(tmp_path: Path) -> None:
    files = [name for base in bases(tmp_path / "bases") for name in files_of(base)]
    chosen = {change.file.rpartition(".")[2] for seed in range(900) for change in some(files, random.Random(seed))}
    assert chosen >= {"md", "yaml", "csv", "bib", "json", "png", "svg", "xlsx", "ods", "geojson", "hexjson"}


_WHOLE = """
import sys
from pathlib import Path
from tests.fuzz import trial
from tests.fuzz.bases import bases
scratch = Path(sys.argv[1])
base = next(one for one in bases(scratch / "bases") if one.name == "workbooks")
print(trial.tried(base, (), scratch), len(list(scratch.glob("workspace/first/*.pdf"))))
"""


def test_workbooks_are_whole_before_they_are_damaged(tmp_path: Path) -> None:
    done = _python("-c", _WHOLE, str(tmp_path))
    assert done.stdout == "None 1\n", done.stderr


def test_all_chart_kinds_are_damaged(tmp_path: Path) -> None:
    found = {base.name.removeprefix("kind-") for base in bases(tmp_path / "bases")}
    kinds = (path.stem for path in (ROOT / "charts").glob("*.py") if not path.stem.startswith("_"))
    assert found >= {kind.replace("_", "-") for kind in kinds}


_SLOW = """
import sys
import time
from pathlib import Path
from tests.fuzz import trial
scratch = Path(sys.argv[1])
(scratch / "base").mkdir()
trial.MOST_SECONDS = 1


def asleep():
    time.sleep(1.5)
    return 0


def busy():
    while True:
        pass


for built in (asleep, busy):
    trial._built = built
    found = trial.tried(scratch / "base", (), scratch)
    print(found and found.promise, trial.seconds_of_last > 0.9)
"""


def test_a_hang_is_one_of_processor_time(tmp_path: Path) -> None:
    done = _python("-c", _SLOW, str(tmp_path))
    assert done.stdout == "None False\nno hang True\n", done.stderr
