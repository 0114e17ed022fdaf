"""Reads a finished paper back and holds it against every rule on PDFs; the rules are small functions in other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf

from reportgen.check import elements, marks, order, tables, whole, wording
from reportgen.check.conformance import conformance
from reportgen.check.finding import Finding
from reportgen.check.paper import Paper, opened
from reportgen.problems import Place, Problem, Problems

Check = Callable[[Paper], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    *marks.CHECKS,
    *elements.CHECKS,
    *tables.CHECKS,
    *wording.CHECKS,
    *order.CHECKS,
    *whole.CHECKS,
)
"""Every rule of our own, in the order in which a run reports."""


def problems_of(data: bytes, name: str) -> list[Problem]:
    """Every problem of a finished paper, sorted; `name` is the file as the author knows it."""
    problems = Problems()
    place = Place(name)
    for finding in dict.fromkeys(_findings(data)):
        problems.add(finding.rule, place, str(finding))
    return sorted(problems.found)


def _findings(data: bytes) -> Iterator[Finding]:
    try:
        with opened(data) as paper:
            yield from structure(paper)
    except pikepdf.PdfError:
        yield Finding("pdf-unreadable", "the file is no PDF that can be read")
        return
    yield from conformance(data)


def structure(paper: Paper) -> Iterator[Finding]:
    """What our own rules find, without the validator."""
    for check in CHECKS:
        yield from check(paper)
