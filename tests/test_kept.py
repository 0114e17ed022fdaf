"""What a run shares is made once, whoever asks and however many at a time, and never left half made."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.corpus import ROOT
from tests.kept import Kept


def test_the_first_makes_it_and_the_others_read_it(tmp_path: Path) -> None:
    made = []

    def make() -> bytes:
        made.append(b"it")
        return b"it"

    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda _: Kept(tmp_path).once("a/thing", make), range(40)))
    assert (given, made) == ([b"it"] * 40, [b"it"])


def test_where_making_fails_the_next_one_tries(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Kept(tmp_path).once("thing", lambda: b"%d" % (1 // 0))
    assert Kept(tmp_path).once("thing", lambda: b"it") == b"it"


def test_a_worker_that_dies_leaves_nothing_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    code = (
        "import os, sys, pathlib; from tests.kept import Kept\n"
        "Kept(pathlib.Path(sys.argv[1])).once('thing', lambda: os._exit(7))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=environment, check=False)
    assert done.returncode == 7
    assert Kept(tmp_path).once("thing", lambda: b"it") == b"it"
