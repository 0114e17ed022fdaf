"""Problems as the commands print them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from reportgen.problems import Problem, Severity


def show(problems: Iterable[Problem]) -> None:
    """Print problems to the error stream, in the order given."""
    for problem in problems:
        print(problem, file=sys.stderr)


def count(problems: Sequence[Problem]) -> str:
    """Such as "2 errors, 1 warning"; "" for none."""
    counts = [(sum(problem.severity is severity for problem in problems), severity) for severity in Severity]
    return ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for count, severity in counts if count)


def as_json(problem: Problem) -> dict[str, object]:
    """A problem for programs."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": str(problem.severity),
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }
