"""Sentences that no folder of files can show, for each needs something done first: each in a line of a list of its own.

To write a list anew: REPORTGEN_UPDATE_MESSAGES=1 pytest tests/messages (then read the difference).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from reportgen.problems import Problem

HERE = Path(__file__).parent


def line(name: str, problem: Problem) -> str:
    """What a list says of a problem: the case, the sentence, its rule and what to do."""
    message, _, hint = str(problem).partition("\n")
    return f"{name}: {message.partition(': ')[2]}\n{hint}\n"


def check(lists: str, lines: Iterable[str]) -> None:
    """The lines are those of the list `of-….txt`; each says what to do."""
    found, expected = "".join(lines), HERE / lists
    if os.environ.get("REPORTGEN_UPDATE_MESSAGES"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert all(hint.startswith("  hint: ") for hint in found.splitlines()[1::2])
