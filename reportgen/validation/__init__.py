"""The rules that a finished paper is held against: one small rule a function, in tables by what they judge.

The paper is read back by `reportgen.pdfread`; nothing here reads a page's operators.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.pdfread.fault import PdfFault
from reportgen.pdfread.gate import BROKEN, why_unreadable
from reportgen.pdfread.paper import Paper, opened
from reportgen.problems import Place, Problem, Problems
from reportgen.validation import elements, marked_content, reading_order, spoken_text, tables, whole
from reportgen.validation.conformance import conformance

Check = Callable[[Paper], Iterator[PdfFault]]

CHECKS: tuple[Check, ...] = (
    *marked_content.CHECKS,
    *elements.CHECKS,
    *tables.CHECKS,
    *spoken_text.CHECKS,
    *reading_order.CHECKS,
    *whole.CHECKS,
)
"""Every rule of our own, in the order in which a run reports."""


def check_pdf(data: bytes, name: str) -> list[Problem]:
    """Every problem of a finished paper, sorted; `name` is the file as the author knows it."""
    problems = Problems()
    place = Place(name)
    for fault in dict.fromkeys(_faults(data)):
        problems.add(fault.rule, place, str(fault))
    return sorted(problems.found)


def _faults(data: bytes) -> Iterator[PdfFault]:
    try:
        with opened(data) as paper:
            yield from structure(paper)
            newer = paper.is_pdf_2
    except BROKEN as error:
        yield PdfFault("pdf-unreadable", why_unreadable(error))
        return
    yield from conformance(data, newer=newer)


def structure(paper: Paper) -> Iterator[PdfFault]:
    """What our own rules find, without the validator."""
    for check in CHECKS:
        yield from check(paper)
