"""How wide the columns of a table are, by what their cells hold."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.pdf.parts import FUZZ
from reportgen.pdf.textpart import TextPart

_MOST_SPARE = 3.0
"""Of the gap between columns: with more white than this in a column, the eye loses the row. Our taste, on tables of two
and three columns."""
_NEARLY = 0.08
"""Of the measure: a table that is narrower by no more takes all of it. Our taste: a margin that is nearly the page's
looks like a mistake, a table that is clearly narrower does not."""
_DAMPED = 0.75
"""The power of what a column wants beyond its widest word, by which the room that is left is shared out. With 1 one
column of long texts starves the others, with 0.5 it is broken into many short lines. Our taste, on tables of the
demonstration papers."""
_GIVEN = 0.15
"""Of its width, that a column of long texts gives up so that a short one need not wrap. Our taste: a line more in some
of its cells is seen less than "December" above "2024" in each."""
_LONG = 1.5
"""Lines that the longest cell takes at least in a column of long texts."""
_SLACK = 0.5
"""Points that every column has more than its words, so that no rounding breaks one."""


def column_widths(columns: Sequence[Sequence[TextPart]], gap: float, available: float) -> list[float] | None:
    """Widths for columns of cells within `available` points, gaps included; None where words would have to be broken.

    Every column gets its widest word, or the widest part between hyphens where room is short; what is left goes to the
    columns that would have to wrap, then to all alike, but for what would part the columns too far.
    """
    room = available - gap * (len(columns) - 1)
    least = [max(_narrowest(cell) for cell in column) + _SLACK for column in columns]
    cells = [_widest_cell(column) + _SLACK for column in columns]
    natural = [max(_heading(column) + _SLACK, widest) for column, widest in zip(columns, cells, strict=True)]
    if sum(least) > room:
        least = [max(_narrowest(cell, hyphens=True) for cell in column) + _SLACK for column in columns]
    if sum(least) > room:
        return None
    if sum(natural) <= room:
        spare = (room - sum(natural)) / len(natural)
        if (spare - gap * _MOST_SPARE) * len(natural) > available * _NEARLY:
            spare = gap * _MOST_SPARE
        return [width + spare for width in natural]
    # Headings take another line before a name in the cells does.
    kept = list(map(max, least, cells))
    least = kept if sum(kept) <= room else least
    wanted = [max(n - m, 0.0) ** _DAMPED for n, m in zip(natural, least, strict=True)]
    share = (room - sum(least)) / (sum(wanted) or 1.0)
    widths = _capped([m + share * w for m, w in zip(least, wanted, strict=True)], natural)
    return _unwrapped(widths, least, natural)


def wanted_width(columns: Sequence[Sequence[TextPart]], gap: float) -> float:
    """What a table takes where no cell has to wrap, gaps included."""
    return sum(max(_heading(column), _widest_cell(column)) + _SLACK for column in columns) + gap * (len(columns) - 1)


def _heading(column: Sequence[TextPart]) -> float:
    """What the header would take on two lines."""
    return column[0].form.left + column[0].breaker.on_two_lines()


def _widest_cell(column: Sequence[TextPart]) -> float:
    """What the cells below the header would take on one line each."""
    return max((cell.form.left + cell.breaker.natural() for cell in column[1:]), default=0.0)


def _narrowest(cell: TextPart, *, hyphens: bool = False) -> float:
    return cell.form.left + cell.breaker.narrowest(hyphens=hyphens)


def _unwrapped(widths: list[float], least: Sequence[float], natural: Sequence[float]) -> list[float]:
    """Short columns on one line, where columns of long texts have that little to give; those that lack least first."""
    for index in sorted(range(len(widths)), key=lambda one: natural[one] - widths[one]):
        lack = natural[index] - widths[index]
        if lack < FUZZ or natural[index] > widths[index] * _LONG:
            continue
        given = [
            min(width * _GIVEN, width - low) if most > width * _LONG else 0.0
            for width, low, most in zip(widths, least, natural, strict=True)
        ]
        if sum(given) >= lack:
            share = lack / sum(given)
            widths = [width - share * one for width, one in zip(widths, given, strict=True)]
            widths[index] += lack
    return widths


def _capped(widths: list[float], natural: Sequence[float]) -> list[float]:
    """No column wider than its longest line while another still wraps."""
    for _ in widths:
        spare = sum(max(width - most, 0.0) for width, most in zip(widths, natural, strict=True))
        if spare < FUZZ:
            break
        widths = [min(width, most) for width, most in zip(widths, natural, strict=True)]
        short = [index for index, most in enumerate(natural) if widths[index] < most - FUZZ]
        if not short:
            break
        for index in short:
            widths[index] += spare / len(short)
    return widths
