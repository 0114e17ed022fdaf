"""Rows right below the names of columns that are no data: those of units (£m, 000s), and of numbers of columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Line
from reportgen.source.note_signs import without_sign
from reportgen.source.number_texts import parts_of
from reportgen.source.unit_names import heads_units, says_no_unit
from reportgen.source.unit_words import unit_alone, unit_in

_NUMBER = Pattern(r"(?P<open>[(\[])?(?P<number>[0-9]{1,2})[)\]]?\s*(?P<made>=.*|\(\s*=.*\))?")
_LEAST_BARE = 3
"""Columns that are numbered without brackets at least."""


def has_units(line: Line, first: int) -> bool:
    """Whether a row holds units and nothing else, under the names of columns the first of which stands at `first`."""
    head = line.text(first)
    texts = [line.text(at).strip("()[] ") for at in line.filled() if at != first]
    units = [text for text in texts if unit_alone(text)]
    return bool(units) and (not head or heads_units(head)) and all(
        text in units or says_no_unit(text) for text in texts
    )  # fmt: skip


def has_units_above(line: Line, below: Sequence[Line], first: int) -> bool:
    """Whether a row of units stands above one with numbers, those that only name rows aside: not among others that tell
    of the columns."""
    row = next((one for one in below if len(one.filled()) > 1), None)
    return row is not None and has_units(line, first) and any(parts_of(row.text(at)) for at in row.filled()[1:])


def _begin_again(numbers: Sequence[int]) -> bool:
    """Whether numbers of columns begin again for each group of these: 1 to 5, 1 to 5."""
    count = max(numbers)
    return count >= _LEAST_BARE and len(numbers) > count and [*numbers] == [*range(1, count + 1)] * (
        len(numbers) // count
    )  # fmt: skip


def name_with_unit(parts: Sequence[str]) -> str:
    """What a column is called by the rows of its names, the last of which may be its unit: once, where the name says it
    too, and with the sign of a note behind it: "Spend per head £²"."""
    *names, unit = parts or ("",)
    name = " ".join(names)
    if not name or not unit_alone(without_sign(unit).strip("()[] ")):
        return " ".join(parts)
    if unit_in(name) == unit_alone(unit.strip("()[] ")):
        return name
    sign = name[len(without_sign(name)) :].strip()
    return f"{without_sign(name)} {unit}{sign}"


def numbers_columns(line: Line, below: Sequence[Line], first: int) -> bool:
    """Whether a row numbers the columns, from that of the names of rows or the one after it on.

    Bare numbers do where other rows have words in the first column.
    """
    found = [_NUMBER.fullmatch(line.text(at)) for at in line.filled()]
    numbers = [(int(one["number"]), bool(one["open"] or one["made"])) for one in found if one]
    if len(numbers) < len(found) or len(numbers) < 2 or numbers[0][0] != (1 if line.text(first) else numbers[0][0]):
        return False
    if numbers[0][0] not in (1, 2):
        return False
    if any(after[0] - before[0] != 1 for before, after in pairwise(numbers)):
        return _begin_again([number for number, _ in numbers])
    words = bool(below) and all(re.search(r"[^\W\d_]", one.text(first)) for one in below if one.text(first))
    bare = len(numbers) >= _LEAST_BARE + (not line.text(first)) and words
    return all(bracketed for _, bracketed in numbers) or bare
