"""Problems as SARIF 2.1.0 (OASIS: Static Analysis Results Interchange Format), which services for reviews read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from reportgen import __version__
from reportgen.problems import Problem
from reportgen.rules import RULES

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(problems: Sequence[Problem]) -> dict[str, Any]:
    """One run with its problems as results; the paths are those of the workspace."""
    rules = list(dict.fromkeys(problem.rule for problem in problems))
    driver = {"name": "reportgen", "version": __version__, "rules": list(map(_rule, rules))}
    results = [_result(problem, rules.index(problem.rule)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str) -> dict[str, Any]:
    rule = RULES[name]
    about: dict[str, Any] = {"id": name, "defaultConfiguration": {"level": rule.severity}}
    return {**about, "help": {"text": rule.remedy}} if rule.remedy else about


def _result(problem: Problem, index: int) -> dict[str, Any]:
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    result = {"ruleId": problem.rule, "ruleIndex": index, "level": str(problem.severity), "message": {"text": text}}
    return {**result, "locations": [{"physicalLocation": _location(problem)}]} if problem.place.file else result


def _location(problem: Problem) -> dict[str, Any]:
    place = problem.place
    where: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        where["region"] = {"startLine": place.line, "startColumn": max(place.column, 1)}
    return where
