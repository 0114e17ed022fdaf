"""The name of a publisher in the last row of a table, with a year beside it: a source, or a row of data; it is told."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.patterns import Pattern
from reportgen.source.column_guess import Guess

_NAME = Pattern(
    r"\b(office|institute?|statistics|statistical|ministry|department|agency|bureau|bank|library|survey|census|"
    r"service|commission|ministère|institut|amt|insee|ons|oecd|eurostat|destatis)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LEAST = 3
"""Rows of a table by which the last one is told from the others."""


def told_publisher(columns: Mapping[str, Guess]) -> tuple[str, str]:
    """The name and the year in the last row of two columns, where that is called as publishers are and no other row
    has such a year; twice "" for another table."""
    kept = [one.kept for one in columns.values()]
    if len(kept) != 2 or None in kept:
        return "", ""
    names, values = (one.read.texts for one in kept if one)
    alone = len(values) >= _LEAST and _YEAR.fullmatch(values[-1]) and not any(map(_YEAR.fullmatch, values[:-1]))
    return (names[-1], values[-1]) if alone and _NAME.search(names[-1]) else ("", "")
