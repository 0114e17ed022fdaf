"""Which rows of a table hold, number for number, the sums of rows beside them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.language.values import most_places
from reportgen.patterns import Pattern
from reportgen.source.model import Scalar

Numbers = Sequence[int | None]
"""A column's values in units of its last digit."""
_LIKELY = Pattern(
    r"total\b.*|.*\btotal\b.*|all .+|.+ (and|et|und|&) .+|united kingdom|uk|great britain|gb", re.IGNORECASE
)
"""Names that may be those of a total: the values decide."""
_NET = Pattern(r"(net|gross|overall|combined|whole|both|sum|solde|netto|brutto|saldo)\b.*|.*\bcombined", re.IGNORECASE)
"""Names that are seldom anything else, if their values are sums at all."""
_JOINED = re.compile(r",| and | et | und |&|\+")
_NET_DIGITS, _LIKELY_DIGITS, _PLAIN_DIGITS = 1.0, 2.0, 4.5
"""How many digits of the values must agree, where the name says it too, and where it does not. Ours: four and a half
digits agree by chance in one of 30,000 rows."""
_NESTED_DIGITS = 3.5
"""How many must agree in all where sums are parts of one that is called so. Ours."""
_FEWEST = 3
_FARTHEST = 50
"""Rows of which the sum is looked for, where some are below zero and no sum is ever too large. Ours."""


def in_units(values: Sequence[Scalar]) -> Numbers:
    """The numbers of a column in units of its last digit."""
    places = most_places(values)
    return [int(value.scaleb(places)) if isinstance(value, Decimal) else None for value in values]


def sums_among(group: Sequence[int], names: Sequence[str], columns: Sequence[Numbers], known: set[int]) -> set[int]:
    """The rows of a group, by their places, that are sums of others; `known` ones are left out, of sums and of this.

    What is found is left out of the sums too: that of the United Kingdom may stand above that of Great Britain.
    """
    found: set[int] = set()
    while True:
        parts = [at for at in group if at not in known and at not in found]
        among = _Parts(parts, names, columns)
        new = next((at for place, at in enumerate(parts) if among.is_sum(place)), None)
        if new is None or len(parts) < _FEWEST:
            return found
        found.add(new)


class _Parts:
    """Rows that are no sums as far as is known."""

    def __init__(self, rows: Sequence[int], names: Sequence[str], columns: Sequence[Numbers]) -> None:
        self.rows, self.columns = rows, [[values[at] for at in rows] for values in columns]
        self.names = [names[at] for at in rows]
        self.below_zero = [any(value is not None and value < 0 for value in values) for values in self.columns]
        self.whole = [None if None in values else sum(values) for values in self.columns]  # type: ignore[arg-type]

    def is_sum(self, place: int) -> bool:
        """Whether the numbers of a row are those of a sum, to more digits than chance would give."""
        name = self.names[place]
        if not any(sign.isalpha() for sign in name):
            return False
        wanted = _LIKELY_DIGITS if _LIKELY.fullmatch(name) else _PLAIN_DIGITS
        wanted = _NET_DIGITS if _NET.fullmatch(name) else wanted
        if self._of_all(place) >= wanted:
            return True
        if any(self._digits(place, run) >= wanted for run in self._runs(place)):
            return True
        but_one = list(self._but_one(place)) if _LIKELY.fullmatch(name) else []
        return any(self._digits(place, run) >= wanted + math.log10(len(but_one)) for run in but_one)

    def _of_all(self, place: int) -> float:
        """How many digits are those of the sum of all others."""
        found = 0.0
        for values, whole in zip(self.columns, self.whole, strict=True):
            value = values[place]
            found += 0.0 if whole is None or value is None else _agreeing(value, whole - value, len(values) - 1)
        return found

    def _runs(self, place: int) -> Iterator[Sequence[int]]:
        """Rows whose sum the row may be: those that its name names, and from the nearest on, below and above."""
        parts = {part.strip() for part in _JOINED.split(self.names[place])}
        if len(parts) > 1:
            yield [at for at, name in enumerate(self.names) if name in parts]
        choices = [one for one, values in enumerate(self.columns) if values[place]]
        if not choices:
            return
        chosen = min(choices, key=lambda one: self.below_zero[one])
        values, far = self.columns[chosen], self.below_zero[chosen]
        for beside in (range(place + 1, len(self.rows)), range(place - 1, -1, -1)):
            left = values[place] or 0
            for count, at in enumerate(beside, 1):
                left -= values[at] or 0
                if count > 1 and 2 * abs(left) <= count:
                    yield beside[:count]
                if count > _FARTHEST if far else left < -count:
                    break

    def _but_one(self, place: int) -> Iterator[Sequence[int]]:
        """All rows above without one of them, and all below: Great Britain stands below Northern Ireland."""
        for beside in (range(place), range(place + 1, len(self.rows))):
            for left_out in beside if len(beside) in range(_FEWEST, _FARTHEST) else ():
                yield [at for at in beside if at != left_out]

    def _digits(self, place: int, run: Sequence[int]) -> float:
        """How many digits of all columns are those of the sum of a run."""
        found = 0.0
        for values in self.columns:
            value, parts = values[place], [values[at] for at in run]
            if value is not None and len(run) > 1 and None not in parts:
                found += _agreeing(value, sum(parts), len(run))  # type: ignore[arg-type]
        return found


def _agreeing(value: int, other: int, count: int) -> float:
    """How many digits of a value agree with a sum of so many, each of which was rounded."""
    off = abs(value - other)
    if not value or 2 * off > count:
        return 0.0
    return max(0.0, math.log10(abs(value) / (count + 1 if off else 1)))


def wider_levels(names: Sequence[str], columns: Sequence[Numbers]) -> set[str]:
    """Names whose rows add up to what those of another name do, which has more: nations, beside their regions."""
    rows: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        rows.setdefault(name, []).append(at)
    whole = {name: [_whole(values, places) for values in columns] for name, places in rows.items()}
    return {
        name
        for name in rows
        if any(
            len(rows[other]) > len(rows[name]) and _same_sums(whole[name], whole[other], len(rows[other]))
            for other in rows
        )
    }


def _whole(values: Numbers, places: Sequence[int]) -> int | None:
    found = [values[at] for at in places]
    return None if None in found else sum(found)  # type: ignore[arg-type]


def _same_sums(left: Sequence[int | None], right: Sequence[int | None], count: int) -> bool:
    digits = (
        _agreeing(one, other, count)
        for one, other in zip(left, right, strict=True)
        if one is not None and other is not None
    )
    return sum(digits) >= _PLAIN_DIGITS


# --- a sum of sums ---------------------------------------------------------------------------------------------------
def sums_nested(group: Sequence[int], names: Sequence[str], columns: Sequence[Numbers], totals: set[int]) -> set[int]:
    """Rows that are sums of those right beside them, which few digits say of each, and a row that is the sum of all
    others only if the parts of these are left out: the United Kingdom, England above its regions, Wales.

    It is one of `totals`, or called as one, or all digits together say so.
    """
    rows = [at for at in group if at not in totals]
    exact = [values for values in columns if all(values[at] is not None for at in group)]
    runs = {at: run for at in rows if exact and (run := _run_beside(rows, at, exact))}
    for chosen in (runs, *({at: run} for at, run in runs.items())):
        inner = {at for run in chosen.values() for at in run}
        if inner & chosen.keys() or len(inner) < sum(map(len, chosen.values())):
            continue  # they overlap
        told = sum(_told(at, run, exact) for at, run in chosen.items())
        for whole in (*totals, *(at for at in rows if at not in inner and at not in chosen)):
            others = [at for at in rows if at != whole]
            outer = [at for at in others if at not in inner]
            digits = _told(whole, outer, exact) if inner and len(outer) > 1 else 0.0
            likely = whole in totals or _LIKELY.fullmatch(names[whole])
            wanted = _NESTED_DIGITS if likely else _PLAIN_DIGITS
            if digits and told + digits >= wanted and not _told(whole, others, exact):
                return {*chosen, whole}
    return set()


def _run_beside(rows: Sequence[int], at: int, columns: Sequence[Numbers]) -> Sequence[int]:
    """The rows right below one, or right above, that it is the sum of in each column."""
    place = rows.index(at)
    for beside in (rows[place + 1 :], rows[:place][::-1]):
        runs = (beside[:count] for count in range(2, min(len(beside), _FARTHEST) + 1))
        if run := next((run for run in runs if _told(at, run, columns)), None):
            return run
    return ()


def _told(at: int, run: Sequence[int], columns: Sequence[Numbers]) -> float:
    """How many digits of a row are those of the sum of others, in all columns; 0 where one column has another."""
    whole = _Sum(columns)
    for other in run:
        whole.add(other)
    return whole.told(at)


# --- sums of sums -----------------------------------------------------------------------------------------------------
def sums_in_layers(
    group: Sequence[int], columns: Sequence[Numbers], totals: set[int], parts_of_others: set[int]
) -> set[int]:
    """The rows of a group that are the sums of those since the last such row, where a total of all says so too: it is
    the sum of the other rows, and would not be with them. It is one of `totals`, or the last row in that order.

    The sums stand below the rows that they are of, or above them. A column of averages has no such sums: each column
    may tell alone.
    """
    rows = [at for at in group if at not in parts_of_others]
    choices = [columns, *([one] for one in columns)] if len(columns) > 1 else [columns]
    return next((found for one in choices if (found := _in_layers(rows, one, totals))), set())


def _in_layers(rows: Sequence[int], columns: Sequence[Numbers], totals: set[int]) -> set[int]:
    for order in (rows, rows[::-1]):
        sums, others = _blocks(order, columns, totals)
        wholes, wanted = [at for at in order if at in totals], _LIKELY_DIGITS
        if not wholes and others and sums:
            wholes, wanted = [others.pop()], max(0.1, _PLAIN_DIGITS - sum(sums.values()))
        whole = _Sum(columns)
        for at in others if sums else ():
            whole.add(at)
        if sums and any(whole.told(at) >= wanted for at in wholes):
            return {*sums, *(at for at in wholes if at not in totals)}
    return set()


def _blocks(order: Sequence[int], columns: Sequence[Numbers], totals: set[int]) -> tuple[dict[int, float], list[int]]:
    """The rows that are sums of all since the last one, each with the digits that say so; and the other rows."""
    sums: dict[int, float] = {}
    others: list[int] = []
    block = _Sum(columns)
    for at in order:
        if at in totals:
            block = _Sum(columns)
        elif block.count > 1 and (digits := block.told(at)):
            sums[at], block = digits, _Sum(columns)
        else:
            block.add(at)
            others.append(at)
    return sums, others


class _Sum:
    """The sum of some rows in each column."""

    def __init__(self, columns: Sequence[Numbers]) -> None:
        self.columns, self.sums, self.count = columns, [0] * len(columns), 0

    def add(self, at: int) -> None:
        """One row more."""
        self.count += 1
        for place, values in enumerate(self.columns):
            self.sums[place] += values[at] or 0

    def told(self, at: int) -> float:
        """How many digits of a row are those of the sum, in all columns; 0 where one column has another."""
        found = 0.0
        for values, whole in zip(self.columns, self.sums, strict=True):
            value = values[at]
            if value is not None and 2 * abs(value - whole) > self.count:
                return 0.0
            found += _agreeing(value, whole, self.count) if value is not None else 0.0
        return found
