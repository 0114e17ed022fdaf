"""Where the tables of an unknown sheet begin and end, and which of its rows name their columns; for `finder`.

A row is looked at together with that above it: 2100 may be a year that names a column, and a value below one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from statistics import median_low

from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.date_texts import PERIOD, is_date, is_split_year, names_period
from reportgen.source.form_guess import LEAST_WIDE
from reportgen.source.group_names import is_doubtful
from reportgen.source.row_values import NEAR, is_value, values_in
from reportgen.source.under_names import has_units_above, numbers_columns
from reportgen.source.unit_words import unit_alone

_DEEP = 300
"""Rows of the file that are looked at to find its header."""
_HEADER_ROWS = 3
_MOST_ABOVE = 20
"""Rows below the header that describe the columns. Ours."""
_LEAST_TOLD, _LEAST_TIMES = 3, 2
"""Rows that name series and tell of them, and rows of their values, that there are at least. Ours."""
_FEW = 2
"""How many times as many words, and values in the next rows, as values make a row one of names. Ours."""
_YEAR = re.compile("[12][0-9]{3}")
_INEXACT = re.compile(r"[<>≤≥~≈]\s?[0-9].*")


def parts(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The rows of each table of the sheet: the place of the first, and of the one after the last."""
    begin = 0
    while (start := _start(lines[begin : begin + _DEEP])) is not None:
        end = _end(lines, begin + start)
        yield begin + start, end
        begin = end


def _start(lines: Sequence[Line]) -> int | None:
    """The first row of the data, by its place among the rows with something in them."""
    widths = [len(line.filled()) for line in lines if len(line.filled()) > 1]
    if not widths:
        return 1 if len(lines) > 1 and lines[0].number == 1 else None
    usual = median_low(widths)
    for at, line in enumerate(lines):
        wide = at and len(line.filled()) >= max(2, usual / 2)
        if wide and (_is_data(lines, at) or (values_in(lines, at) and not _names_columns(lines, at))):
            return _below_units(lines, _below_words(lines, _below_full(lines, _below_names(lines, at)), usual))
    # Words alone: the first full row names the columns.
    named = next((at for at, line in enumerate(lines) if _is_full(line, usual)), None)
    return None if named is None or named + 1 >= len(lines) else named + 1


def _is_data(lines: Sequence[Line], at: int) -> bool:
    """Whether a row is none of names though it may have no value: it has dates as those below do, numbers that are not
    exact, or numbers the columns that the row above names."""
    below = lines[at + 1 : at + 1 + NEAR]
    return (
        _has_times(lines, at) or _has_bounds(lines, at) or numbers_columns(lines[at], below, lines[at - 1].filled()[0])
    )


def _below_units(lines: Sequence[Line], at: int) -> int:
    """The first row of data where that seems to be `at`: a row of units there belongs to the names."""
    named = lines[at - 1].filled()
    return at + 1 if named and has_units_above(lines[at], lines[at + 1 : at + 1 + NEAR], named[0]) else at


def _has_times(lines: Sequence[Line], at: int) -> bool:
    """Whether a row has a period or a date above others, in a column that the row above names: a row of data, as those
    of years alone need not be."""
    line, above, below = lines[at], lines[at - 1], lines[at + 1 : at + 1 + NEAR]
    if line.number - above.number != 1:
        return False
    for one in line.filled() if below else ():
        named = above.text(one) and not _is_time(above.text(one)) and not is_value(above.text(one))
        if named and _is_time(line.text(one)) and not _YEAR.fullmatch(line.text(one)):
            times = sum(1 for other in below if _is_time(other.text(one)))
            if 2 * times > sum(1 for other in below if other.text(one)):
                return True
    return False


def _has_bounds(lines: Sequence[Line], at: int) -> bool:
    """Whether a row has a number such as "<5" above others, and the row above names each of its columns."""
    line, above, below = lines[at], lines[at - 1], lines[at + 1 : at + 1 + NEAR]
    names = [above.text(one) for one in line.filled()]
    if line.number - above.number != 1 or not all(names) or len({*names}) < len(names) or any(map(is_value, names)):
        return False
    bounds = [one for one in line.filled() if _INEXACT.fullmatch(line.text(one))]
    return any(is_value(text) for one in bounds for row in below if (text := row.text(one)))


def _is_time(text: str) -> bool:
    return names_period(text) or is_split_year(text) or is_date(text)


def _names_columns(lines: Sequence[Line], at: int) -> bool:
    """Whether a row of words has a few that look like values, as "65 and over" does, and rows of values follow."""
    here, count = len(lines[at].filled()), values_in(lines, at)
    below = [one for one in range(at + 1, min(at + 3, len(lines))) if values_in(lines, one) > _FEW * count]
    return here - count > _FEW * count and any(here + 1 >= len(lines[one].filled()) for one in below)


def _below_names(lines: Sequence[Line], at: int) -> int:
    """The first row of data where the first row with a value is `at`: rows above it may lack all values.

    The names of the columns stand above the values; a row with nothing there is one whose values are missing, unless
    it names several columns that no row above names, as pandas writes those of its index.
    """
    valued = {one for one in lines[at].filled() if is_value(lines[at].text(one))}
    while at > 1 and not valued & {*lines[at - 1].filled()} and valued & {*lines[at - 2].filled()}:
        if len(lines[at - 1].filled()) > 1 and not {*lines[at - 1].filled()} & {*lines[at - 2].filled()}:
            break
        at -= 1
    return at


def _below_full(lines: Sequence[Line], at: int) -> int:
    """The first row of data where that seems to be `at`: a row without values right below one that names each of its
    columns is data, as one with "n/a" or "few" in all cells."""
    while at > 1 and _is_under_names(lines[at - 2], lines[at - 1], lines[at].filled()[0]):
        at -= 1
    return at


def _is_under_names(names: Line, line: Line, first: int) -> bool:
    """Whether a row below one of names is none of names itself: that names each column, none as another, and the row
    has another name in the `first`, and no units."""
    filled = line.filled()
    called = [names.text(at) for at in filled]
    if line.number - names.number != 1 or len(filled) < 2 or len({*called}) < len(called) or not all(called):
        return False
    own = [line.text(at) for at in filled]
    more = own[0].startswith("(") or {*own} & {*called} or any(map(unit_alone, own))  # of the names, or below them
    return filled[0] == names.filled()[0] == first and not more


def is_in_doubt(lines: Sequence[Line], start: int) -> bool:
    """Whether the first row of data, by its place, has no value where those below it have some, and may hold names."""
    below = range(start + 1, min(start + 1 + NEAR, len(lines)))
    if not start or values_in(lines, start) or not any(values_in(lines, row) for row in below):
        return False
    return _is_under_names(lines[start - 1], lines[start], lines[start].filled()[0])


def _below_words(lines: Sequence[Line], at: int, usual: int) -> int:
    """The first row of data where the first row with a value is `at`: many rows of words above it are data too."""
    first = at
    while first and lines[first].number - lines[first - 1].number == 1 and _is_full(lines[first - 1], usual):
        first -= 1
    return first + 1 if at - first > _HEADER_ROWS else at


def _is_full(line: Line, usual: int) -> bool:
    return len(line.filled()) >= max(2, 0.8 * usual)


def header_of(lines: Sequence[Line], start: int, sheet: Worksheet) -> list[Line]:
    """The rows with the names: that above the data, and those above it that name groups of columns."""
    header = [lines[start - 1]]
    across = {one.top for one in sheet.merged if one.right > one.left and one.left > lines[start - 1].filled()[0]}
    while len(header) < _HEADER_ROWS and start - 1 - len(header) >= 0:
        row = start - 1 - len(header)
        above = lines[row]
        filled = above.filled()
        near = header[0].number - above.number == 1
        metadata = len(filled) == 2 and filled[1] - filled[0] == 1 and len(header[0].filled()) > 3
        corner = len(filled) == 2 and filled[1] == header[0].filled()[-1] > 1 and unit_alone(above.text(filled[1]))
        if not near or values_in(lines, row) or metadata or corner or (len(filled) < 2 and above.number not in across):
            break
        if above.number not in across and is_doubtful(above, header[0], lines[start : start + NEAR]):
            break
        header.insert(0, above)
    return header


def groups_in_doubt(lines: Sequence[Line], start: int, header: Sequence[Line]) -> int:
    """The row above the `header` whose names of groups it lacks, since it is not plain where these begin; 0: none."""
    row = start - 1 - len(header)
    if row < 0 or header[0].number - lines[row].number != 1 or len(lines[row].filled()) < 2:
        return 0
    return lines[row].number if is_doubtful(lines[row], header[0], lines[start : start + NEAR]) else 0


def first_of_times(texts: Sequence[str], least: int = LEAST_WIDE) -> int:
    """How many of the first cells of a column are none of the dates or periods, `least` of them, that all below them
    are; 0: of another column too."""
    count = next((at for at, text in enumerate(texts[: _MOST_ABOVE + 1]) if _is_time(text)), 0)
    below = texts[count:]
    return count if count <= _MOST_ABOVE and len(below) >= least and all(map(_is_time, below)) else 0


def is_of_series(lines: Sequence[Line]) -> bool:
    """Whether a sheet holds series as statistical offices and central banks hand them out: its first row names them,
    rows that tell of them follow ("Unit", "Source"), then a row of values for each date or period."""
    at = lines[0].filled()[0]
    count = first_of_times([line.text(at) for line in lines], least=_LEAST_TIMES)
    if count < _LEAST_TOLD or not all(line.text(at) for line in lines[:count]):
        return False
    width = len(lines[0].filled())
    above = [[line.text(one) for one in line.filled()[1:]] for line in lines[:count]]
    below = [[line.text(one) for one in line.filled()[1:]] for line in lines[count:]]
    if width < 2 or any(len(texts) >= width for texts in above):
        return False
    told = sum(1 for texts in above if any(map(is_value, texts)))
    return 2 * told < count and all(texts and any(map(is_value, texts)) for texts in below)


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the rows of the table end, by place: before a second table that stands below a gap."""
    for at in range(start + 1, len(lines)):
        gap = lines[at].number - lines[at - 1].number > 1
        if gap and (_begins_other(lines, at) or _heads_section(lines, start, at)):
            return at
        if not gap and _names_again(lines, start, at):
            return at
    return len(lines)


def _names_again(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether a title stands here alone, right below the rows, and names of columns below it that begin as those of the
    table do."""
    if len(lines[at].filled()) > 1 or at + 1 == len(lines) or not _begins_other(lines, at):
        return False
    names, first = lines[at + 1], lines[start - 1].filled()
    return len(names.filled()) > 1 and names.text(first[0]) == lines[start - 1].text(first[0])


def _heads_section(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether words stand alone where all rows before have years or numbers."""
    filled = lines[at].filled()
    if len(filled) > 1:
        return False
    before = [line.text(filled[0]) for line in lines[start:at]]
    words = len(list(takewhile(_is_words, before[:_MOST_ABOVE])))  # that tell of the columns
    return at - start - words >= LEAST_WIDE and not any(map(_is_words, [*before[words:]])) and _is_words(
        lines[at].text(filled[0])
    )  # fmt: skip


def _is_words(text: str) -> bool:
    return not (is_value(text) or PERIOD.fullmatch(text) or _is_time(text))


def _begins_other(lines: Sequence[Line], at: int) -> bool:
    """Whether a title or the header of another table stands here, which rows with values follow."""
    ahead = range(at, min(at + 4, len(lines)))
    named = next((row for row in ahead if len(lines[row].filled()) > 1), None)
    if named is None or values_in(lines, named) or named + 1 not in ahead:
        return False
    return values_in(lines, named + 1) > 0
