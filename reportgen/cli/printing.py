"""Problems as the commands print them: many of one rule as one, and what matters most last."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.problems import Problem, Severity
from reportgen.rules import RULES

if TYPE_CHECKING:
    from reportgen.outcome import Outcome

FEW = 3
"""So many problems of one rule are printed each; more are told in one line, with the places of so many."""


def show(problems: Iterable[Problem], *, every: bool = False) -> None:
    """Print problems to the error stream: what matters most comes last, where the eye is, after an empty line.

    First come warnings and notes by place, many of one rule as one unless `every` is to be listed; then warnings that
    are worth reading each, such as findings whose data have changed; then errors.
    """
    found = list(problems)
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    apart = [problem for problem in found if problem.apart and problem.severity is not Severity.ERROR]
    others = [problem for problem in found if not problem.apart and problem.severity is not Severity.ERROR]
    parts = (list(map(str, others)) if every else list(grouped(others)), list(map(str, apart)), list(map(str, errors)))
    if found:
        print("\n\n".join("\n".join(part) for part in parts if part), file=sys.stderr)


def grouped(problems: Sequence[Problem]) -> Iterator[str]:
    """What is printed of each, or of all those of a rule at the place of the first one."""
    by_rule: dict[str, list[Problem]] = {}
    for problem in problems:
        by_rule.setdefault(problem.rule, []).append(problem)
    for problem in problems:
        alike = by_rule[problem.rule]
        if len(alike) <= FEW:
            yield str(problem)
        elif problem is alike[0]:
            yield _together(alike)


def _together(alike: Sequence[Problem]) -> str:
    first, rule = alike[0], RULES[alike[0].rule]
    said = rule.many.format(count=len(alike)) if rule.many else f"{len(alike)} like this: {first.message}"
    places = ", ".join(list(dict.fromkeys(map(_pointed, alike)))[:FEW])
    return f"{first.severity}: {said} [{first.rule}]: {places}, …; reportgen check --all lists them"


def _pointed(problem: Problem) -> str:
    """The place of a problem, after the word that it is about if its message begins with one in quotes."""
    word = re.match(r"'([^']+)'", problem.message)
    return f"{word[1]} at {problem.place}" if word else str(problem.place)


def count(problems: Sequence[Problem]) -> str:
    """Such as "2 errors, 1 warning"; "" for none."""
    counts = [(sum(problem.severity is severity for problem in problems), severity) for severity in Severity]
    return ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for count, severity in counts if count)


def by_place(outcomes: Iterable[Outcome]) -> list[Problem]:
    """Every problem once (a fault in house.yaml is every paper's), by place."""
    return sorted({problem for outcome in outcomes for problem in outcome.problems})


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
