"""What numbers show, before anybody says it: turning points, what is largest and where, shares, who overtakes whom.

Plain numbers in, plain numbers out: no words, no chart, nothing drawn. `telling`, `trends` and `moves` say it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from reportgen.figures.kit.reading import Number

Pair = tuple[float, float]
"""The first value of a name and its last."""

TURN = 0.25
"""A way back of so much of the whole range is a turning point: by ear, on the gallery's charts."""


def level_from(values: Sequence[Number]) -> int:
    """Where the run of equal values at the end begins; the last index where the last value is alone."""
    at = len(values) - 1
    while at and values[at - 1] == values[-1]:
        at -= 1
    return at


def turning_points(values: Sequence[float], most: int) -> list[int]:
    """The first index, the last one and between them where the values turn: always at the highest and the lowest.

    Of other turns the greatest, up to `most` turning points in all; none of less than `TURN` of the range.
    """
    last = len(values) - 1
    ends = [0, last] if last else [0]
    low, high = min(values), max(values)
    extremes = [values.index(end) for end in (low, high) if end not in (values[0], values[-1])]
    found = sorted({*ends, *extremes})
    while len(found) - 2 < most:
        size, back = max((_way_back(values, leg) for leg in pairwise(found)), default=(0.0, ()))
        more = sorted({*found, *back})
        if not size or size < TURN * (high - low) or len(more) - 2 > most:
            break
        found = [at for at, after in pairwise([*more, last]) if at in ends or values[at] != values[after]]
    return found


def _way_back(values: Sequence[float], leg: tuple[int, int]) -> tuple[float, tuple[int, ...]]:
    """How far the values go against the direction of a leg at the most, and from where to where."""
    start, end = leg
    sign = 1.0 if values[end] >= values[start] else -1.0
    most, found, top = 0.0, (), start
    for at in range(start, end + 1):
        if sign * values[at] > sign * values[top]:
            top = at
        if (back := sign * (values[top] - values[at])) > most:
            most, found = back, (top, at)  # type: ignore[assignment]  # a pair of indices
    return most, found


def largest(rows: Sequence[Sequence[Number]]) -> dict[int, list[int]]:
    """By series the rows in which it alone has the largest value; rows that lack a value are nobody's."""
    found: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        known = [value for value in row if value is not None]
        if len(known) == len(row) > 1 and known.count(max(known)) == 1:
            found.setdefault(known.index(max(known)), []).append(at)
    return found


def always_highest(rows: Sequence[Sequence[Number]]) -> int | None:
    """The series that is higher than all others in every row, which must all be whole; None where there is none."""
    found = largest(rows)
    return next((series for series, where in found.items() if len(where) == len(rows)), None)


def under_half(values: Sequence[Number], totals: Sequence[Number]) -> list[int]:
    """The rows whose value is less than half of their total."""
    pairs = enumerate(zip(values, totals, strict=True))
    return [at for at, (value, total) in pairs if value is not None and total is not None and 2 * value < total]


def overtakings(pairs: Mapping[str, Pair]) -> list[tuple[str, str]]:
    """Who was behind whom at first and is ahead at the end."""
    found = []
    for one, other in combinations(pairs, 2):
        (first, last), (their_first, their_last) = pairs[one], pairs[other]
        if first < their_first and last > their_last:
            found.append((one, other))
        elif first > their_first and last < their_last:
            found.append((other, one))
    return found


def densest(counts: Sequence[float]) -> tuple[int, int] | None:
    """The fewest classes side by side that hold more than half of all; of equals the fullest. None: that is all."""
    count, total = len(counts), sum(counts)
    for wide in range(1, count):
        first = max(range(count - wide + 1), key=lambda at: sum(counts[at : at + wide]))
        if 2 * sum(counts[first : first + wide]) > total:
            return first, first + wide - 1
    return None
