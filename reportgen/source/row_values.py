"""Which cells of a row in an unknown sheet are plainly values, and no names of columns; for `table_outline`.

A row is looked at together with that above it: 2100 may be a year that names a column, and a value below one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.sheets.sheet import Line
from reportgen.source.column_guess import NAMED
from reportgen.source.date_texts import PERIOD, is_day, is_split_year
from reportgen.source.form_guess import LEAST_WIDE
from reportgen.source.number_texts import has_value, parts_of
from reportgen.source.under_names import has_units

NEAR = 3
"""Rows below one that are looked at to tell what it is. Ours."""
_YEAR_MARKED = re.compile(r"([12][0-9]{3})(?:\s?[a-z])?")
"""A year, perhaps with a mark: 2023 p."""
_YEARS_APART = 10
"""Years that name columns are a census apart at most. Ours."""
_NEAR_YEARS = range(1900, 2101)
"""Years that may stand below names which come again, as numbers and per cent of each. Ours."""
_SIGNS = re.compile(r"(?<=[0-9%)])(?:\s?[*†‡§#¹²³⁴-⁹]|\s?\[[^\[\]]{1,8}\]|\s?\([a-z]\))+$")
"""Signs of notes and marks behind a number."""
_FRACTION = re.compile("[0-9]* ?[¼-¾⅐-⅞]")
_SURE_MARKS = ("..", ":", "-", "[c]", "[x]", "[z]")
"""Marks that name no column."""


def is_value(text: str) -> bool:
    """Whether a text is plainly a value and no name: a number but a year, a mark."""
    text = _SIGNS.sub("", text)
    if _FRACTION.fullmatch(text):
        return True
    if PERIOD.fullmatch(text) or is_split_year(text) or _YEAR_MARKED.fullmatch(text):
        return False
    parts = parts_of(text)
    if parts is not None:
        return has_value(parts) and not NAMED.match(parts.unit.rest)
    return text in _SURE_MARKS


def values_in(lines: Sequence[Line], row: int) -> int:
    """How many cells of a row are plainly values; a row of dates alone names columns."""
    line = lines[row]
    texts = [line.text(at) for at in line.filled()]
    values = sum(1 for at, text in zip(line.filled(), texts, strict=True) if line.fault(at) or is_value(text))
    if _count_on(lines, row):
        return 0
    values += _values_like_years(lines, row)
    dates = [at for at in line.filled() if is_day(line.text(at)) and not is_split_year(line.text(at))]
    few = len(dates) < LEAST_WIDE - 1 and not _dates_name(lines, row, dates)
    return values + len(dates) if values or few else 0


def _dates_name(lines: Sequence[Line], row: int, dates: Sequence[int]) -> bool:
    """Whether dates name columns: words stand left of them, numbers in the first full row below, and no row above
    names these columns, though a title may stand there."""
    if not dates or lines[row].filled()[0] in dates or any(all(map(line.text, dates)) for line in lines[:row]):
        return False
    first, near = lines[row].filled()[0], lines[row + 1 : row + 1 + NEAR]
    below = next((line for line in near if len(line.filled()) > 1 and not has_units(line, first)), None)
    return below is not None and all(is_value(below.text(at)) for at in dates)


def _count_on(lines: Sequence[Line], row: int) -> bool:
    """Whether the numbers of a row are 1, 2, 3 …, as those of weeks that name columns, which no row above names."""
    line = lines[row]
    numbers = [(at, int(text)) for at in line.filled() if len(text := line.text(at)) < LEAST_WIDE and text.isdecimal()]
    if len(numbers) < LEAST_WIDE or any(after[1] - before[1] != 1 for before, after in pairwise(numbers)):
        return False
    return not row or not any(lines[row - 1].text(at) for at, _ in numbers)


def _values_like_years(lines: Sequence[Line], row: int) -> int:
    """Cells that look like years and are none: the row above names their columns, and they don't follow each other."""
    line = lines[row]
    found = {at: match for at in line.filled() if (match := _YEAR_MARKED.fullmatch(line.text(at)))}
    places = [*found]
    if not places or not row or line.number - lines[row - 1].number != 1:
        return 0
    years = [int(match[1]) for match in found.values()]
    names = [lines[row - 1].text(at) for at in places]
    again = len({*names}) < len(names) and all(map(_NEAR_YEARS.__contains__, years))
    if not all(names) or again or any(map(is_value, names)):
        return 0
    steps = {0 < after - before <= _YEARS_APART for before, after in pairwise(years)}
    back = {0 < before - after <= _YEARS_APART for before, after in pairwise(years)}
    return 0 if steps == {True} or back == {True} else len(years)
