"""Rules that sources and finished papers are held against: one small rule a function, in tables by what they read."""

from __future__ import annotations

from reportgen.problems import Problem

__all__ = ["check_pdf"]


def check_pdf(data: bytes, name: str) -> list[Problem]:
    """Every problem of a finished paper, sorted; `name` is the file as the author knows it."""
    from reportgen.check.finished import problems_of

    return problems_of(data, name)
