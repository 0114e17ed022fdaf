"""Which tests are quick: all but those of `slow.txt`, which took more than `LIMIT`, all their cases together.

A file that is named there with no test of it makes whole papers that its tests share: the first of them would pay.
To measure again: `REPORTGEN_MEASURE=1 pytest -n 0` adds tests to the list; with `-m quick` it measures only those that
are not in it yet.
"""

from __future__ import annotations

import os
from pathlib import Path

LIMIT = 0.2
"""Seconds of one core, with those of the processes that a test runs."""
SLOW = Path(__file__).parent / "slow.txt"


def listed() -> set[str]:
    """What the list names, such as "tests/test_a.py::test_b" and "tests/test_c.py"."""
    return set(SLOW.read_text(encoding="utf-8").split())


def is_slow(case: str, names: set[str]) -> bool:
    """Whether a case, such as "tests/test_a.py::test_b[1]", belongs to one of the names."""
    test = case.partition("[")[0]
    return test in names or test.partition("::")[0] in names


def now() -> float:
    """The seconds that this process has taken so far, with those that it has run."""
    return sum(os.times()[:4])


class Measured(dict[str, float]):
    """The seconds that each test has taken."""

    def add(self, case: str, seconds: float) -> None:
        """Count a case to its test."""
        test = case.partition("[")[0]
        self[test] = self.get(test, 0.0) + seconds

    def write(self) -> None:
        """Add the slow ones to the list."""
        names = listed()
        found = {test for test, seconds in self.items() if seconds > LIMIT and not is_slow(test, names)}
        SLOW.write_text("".join(f"{test}\n" for test in sorted(names | found)), encoding="utf-8")
