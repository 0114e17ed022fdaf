"""The quick tests are most of them, in every room, and the list of slow ones names none that is gone."""

from __future__ import annotations

import re

from tests.corpus import ROOT
from tests.quick import is_slow, listed

TESTS = {
    f"{path.relative_to(ROOT)}::{name}"
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}


QUICK = {test for test in TESTS if not is_slow(test, listed())}


def rooms(tests: set[str]) -> set[str]:
    """The folders of tests; that which measures how long papers take is never quick."""
    return {test.partition("::")[0].rpartition("/")[0] for test in tests} - {"tests/benchmarks"}


def test_a_slow_test_is_one_that_there_is() -> None:
    assert listed() - TESTS - {test.partition("::")[0] for test in TESTS} == set()


def test_every_room_has_quick_tests() -> None:
    assert rooms(QUICK) == rooms(TESTS)


def test_most_tests_are_quick() -> None:
    assert len(QUICK) * 4 > len(TESTS) * 3
