"""A chart planned and drawn, and how it is kept as JSON."""

from __future__ import annotations

from reportgen.codec import Codec
from reportgen.figures.contract import CrossTable
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.packing import packed, unpacked
from reportgen.figures.picture import Picture
from reportgen.frozen import frozen
from reportgen.problems import Problem

Faults = tuple[Problem, ...]
"""Why there is no chart."""


@frozen
class Plan:
    """What is known of a chart before it is drawn: its size in points, and what it shows, in words and of its data."""

    width: float
    height: float
    description: str
    """The author's own words, or the kind's."""
    columns: tuple[str, ...] = ()
    """The columns of the data that it draws; none where that is not known."""
    table: CrossTable | None = None
    """Its data in two directions, if its kind puts them so."""
    empty: tuple[tuple[str, str], ...] = ()
    """Columns whose empty cells mean something else than that a value is missing, and what."""


@frozen
class Drawn:
    """A chart's picture, and the plan of it, which has the picture's size even where its kind drew another one."""

    plan: Plan
    picture: Picture
    findings: tuple[Finding, ...] = ()
    """What a reader would stumble over."""


CODEC = Codec(writers={Picture: packed}, readers={Picture: unpacked})
"""Writes charts as plain data; what it reads may raise KeyError, TypeError, ValueError or zlib.error."""
