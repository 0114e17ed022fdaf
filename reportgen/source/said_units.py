"""The unit of money that words of a file say of a column, and what it says beside how the cells are shown.

Nearest first: its heading, a row of units below that, a line above or below the table. An office that shows 120.5 as
£120.5 under "£m" means £120.5m: words that name a size go before a currency without one. Where the two can't both be
right, it is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import islice, takewhile

from reportgen.frozen import frozen
from reportgen.language.units import alike
from reportgen.patterns import Pattern
from reportgen.problems import Problems
from reportgen.sheets.sheet import Line
from reportgen.source.cell_marks import named_with_mark
from reportgen.source.entries import ColumnEntry
from reportgen.source.model import Column
from reportgen.source.unit_words import money_in_words, said_of_all, unit_alone, unit_in
from reportgen.source.units import unit_of

_MOST_LINES = 10
"""Lines above and below a table that are looked through. Ours."""
_WIDE = 2
"""Cells of a line that says something of a table, at most: one with more is a row."""
_RATE = Pattern(
    r".*(\bper\b|\bpro\b|\bpar\b|\bpor\b|\baverage|\bmean\b|\bmedian|\bprice\b|\brates?\b|moyen|durchschnitt|promedi|medi[ao]\b)"
    r".*",
    re.IGNORECASE | re.DOTALL,
)
"""What a column is called that may not be in the size of its table: "Grant per pupil" under "£ million"."""


@frozen
class Said:
    """A unit of money in words, what says it, and whether that speaks of the column and no others."""

    unit: str
    where: str
    own: bool = True


@frozen
class Settled:
    """The unit of a column, or what is asked of its author."""

    unit: str
    doubt: str = ""
    hint: str = ""


@frozen
class SaidUnits:
    """What the words of a table say of the units of its columns."""

    names: Mapping[str, int] = field(default_factory=dict)
    """the columns of the file by their names, each with its place in a row"""
    between: Sequence[Line] = ()
    """the rows between the names and the data"""
    sheet: Sequence[Line] = ()
    """all lines of the file"""
    first: int = 0
    """the number of the first row with names"""
    became: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """columns that are made from others, each with the names of these"""

    def of(self, name: str, lines: Sequence[Line], title: str = "") -> Said | None:
        """The nearest unit of money that is said of a column, and of the table by its `title` or by what stands
        around it; `lines` are its rows. None without."""
        return self._own(name) or self.of_table(lines, title)

    def _own(self, name: str) -> Said | None:
        if name in self.became:
            found = [self._own(one) for one in self.became[name]]
            units = {one.unit if one else "" for one in found}
            return found[0] if len(units) == 1 else None
        if unit := _money(unit_in(named_with_mark(name)[0])):
            return Said(unit, "its heading")
        at = self.names.get(name)
        for line in self.between:
            if at is not None and (unit := _money(unit_alone(line.text(at).strip("()[] ")))):
                return Said(unit, f"row {line.number}")
        return None

    def of_table(self, lines: Sequence[Line], title: str = "") -> Said | None:
        """The unit of money that a line near the table says of all of it, or its `title`."""
        return next((one for one in self._near_units(lines, title) if unit_of(one.unit).currency), None)

    def size_of_table(self, lines: Sequence[Line], title: str = "") -> Said | None:
        """The size without a currency that a line near the table, or its title, says of all of it: "in thousands"."""
        near = (one for one in self._near_units(lines, title) if not unit_of(one.unit).currency)
        return next((one for one in near if unit_of(one.unit).power), None)

    def _near_units(self, lines: Sequence[Line], title: str) -> Iterator[Said]:
        if unit := unit_in(title):
            yield Said(_money(unit) or unit, "the title", own=False)
        for line in _near(self.sheet, self.first, lines[-1].number if lines else self.first):
            for text in (line.text(at).strip() for at in line.filled()):
                bare = text.strip("()[] ")
                if unit := unit_alone(bare) or said_of_all(bare) or unit_in(text):
                    yield Said(_money(unit) or unit, f"row {line.number}", own=False)


def _near(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """The lines that may say something of a table whose names and rows are numbered from `first` to `last`: above it
    up to another table, the nearest first, then those below."""
    top = bisect_left(lines, first, key=_number)
    above = (lines[at] for at in range(top - 1, -1, -1))
    below = (lines[at] for at in range(bisect_right(lines, last, key=_number), len(lines)))
    return [*_narrow(above), *_narrow(below)]


def _narrow(lines: Iterator[Line]) -> Iterator[Line]:
    found = islice((line for line in lines if line.filled()), _MOST_LINES)
    return takewhile(lambda line: len(line.filled()) <= _WIDE, found)


def _number(line: Line) -> int:
    return line.number


def _money(unit: str) -> str:
    """A unit that has a currency; "" for another."""
    return unit if unit_of(unit).currency else money_in_words(unit)


def decided(entry: ColumnEntry, name: str, shown: str, said: Said | None) -> Settled:
    """The unit of the column `name`, whose cells are shown in `shown`; one that `entry` names is held against what the
    heading says."""
    if not entry.unit:
        return settled(shown, said, name)
    heading = entry.title if entry.title is not None else name
    other = contradiction(entry.unit, heading) or (contradiction(entry.unit, name) if entry.scale is None else "")
    if not other:
        return Settled(shown)
    hint = f'write unit: "{other}", or mend the heading, with title: too'
    return Settled(shown, f"has a heading that says {other}, and its unit is {entry.unit}", hint)


def settled(shown: str, said: Said | None, name: str) -> Settled:
    """The unit of a column called `name` whose cells are shown in `shown`, where words say `said`."""
    cell = unit_of(shown)
    if said is None or cell.percent or not (cell.currency or cell.power) or not (said.own or cell.currency):
        return Settled(shown)
    words = unit_of(said.unit)
    if cell.rest and not said.own:
        return Settled(shown)
    agree = (not cell.currency or _is_one(cell.currency, words.currency)) and cell.power in (0, words.power)
    if agree and not words.power and not cell.power:
        return Settled(shown)
    if agree and (said.own or not is_rate(name)):
        return Settled(said.unit)
    return Settled(
        "",
        f"is shown in {shown}, and {said.where} says {said.unit}",
        f'write unit: "{said.unit}" or unit: "{shown}", whichever its numbers are in',
    )


def is_rate(name: str) -> bool:
    """Whether a column called so may not be in the size of its table: a price, an average, an amount per head."""
    return _RATE.fullmatch(name) is not None


def _is_one(one: str, other: str) -> bool:
    """Whether two signs or codes are one currency; "$" alone may be any dollar."""
    return alike(one, other) or one.endswith(other) or other.endswith(one)


def same_money(one: str, other: str) -> bool:
    """Whether two units are of one currency and of one size."""
    first, second = (unit_of(unit_alone(unit) or unit) for unit in (one, other))
    same = bool(first.currency) and bool(second.currency) and _is_one(first.currency, second.currency)
    return same and first.power == second.power


def contradiction(unit: str, heading: str) -> str:
    """The unit of money that a heading says, where `unit` is money too, of another currency or size; "" where there is
    none."""
    words = unit_of(said := _money(unit_in(named_with_mark(heading)[0])))
    own = unit_of(unit_alone(unit) or unit)
    if not (words.currency and own.currency):
        return ""
    other = bool(words.power) and words.power != own.power
    return said if other or not _is_one(own.currency, words.currency) else ""


def tell_of_table(title: str, said: Said | None, columns: Sequence[Column], problems: Problems) -> None:
    """Report columns of money without a size where the title, or a line of the file, says one, and no column has it."""
    if said is None or not (words := unit_of(said.unit)).power:
        return
    numbers = [one for one in columns if one.type in ("number", "integer")]
    units = [unit_of(unit_alone(one.unit) or one.unit) for one in numbers]
    # A size alone says nothing of columns in per cent, and all of the others.
    silent = not any(unit and (words.currency or not unit.percent) for unit in units)
    for column, unit in zip(numbers, units, strict=True):
        if unit.percent:
            continue
        money = unit.is_currency and _is_one(unit.currency, words.currency)
        if any(one.power == words.power for one in units) or unit_in(column.name) or is_rate(column.name):
            continue
        hint = f'write unit: "{said.unit}" at each column that is in it'
        if money and contradiction(column.unit, title):
            message = f"the title of the table says {said.unit}, and the unit of '{column.name}' is {column.unit}"
            problems.add("wrong-type", column.place, message, f"{hint}, or mend the title")
            return
        if money or silent:
            has = f"the unit of '{column.name}' is {column.unit}" if money else f"'{column.name}' has no unit"
            problems.add("table-units", column.place, f"{said.where} says {said.unit}, and {has}", hint)
            return
