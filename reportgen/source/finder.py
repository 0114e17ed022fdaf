"""Where the table in an unknown sheet is, and what its columns are: what `reportgen table` writes into tables.yaml.

A proposal takes what is plain; whatever else reading it finds in doubt is told by the same rules as for any table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import combinations
from statistics import median_low

from reportgen.frozen import frozen
from reportgen.problems import Problems, Severity
from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.cell_marks import without_note
from reportgen.source.column_guess import NAMED, Guess, guess
from reportgen.source.date_texts import is_split_year
from reportgen.source.entries import TableEntry, UnpivotEntry
from reportgen.source.form_guess import LEAST_WIDE, PERIOD, is_day, joinable, wide_columns
from reportgen.source.model import ColumnType, Phrase, Scalar
from reportgen.source.number_texts import parts_of
from reportgen.source.regions import Region, region_of
from reportgen.source.reshaping import joined, unpivoted
from reportgen.source.scalars import Count

_DEEP = 300
"""Rows of the file that are looked at to find its header."""
_HEADER_ROWS = 3
_FEW = 2
"""How many times as many words, and values in the next rows, as values make a row one of names. Ours."""
_PERIODIC: tuple[ColumnType, ...] = ("string", "year", "date", "period")


@frozen
class Proposal:
    """An entry of tables.yaml for one sheet."""

    header_row: tuple[int, ...]
    columns: Mapping[str, Guess]
    """the columns by their names, without those that hold nothing"""
    rows: int
    """the rows of the table"""
    title: str = ""
    end: int = 0
    """the last row; 0: all below the header belong to it"""
    key: tuple[str, ...] = ()
    unpivot: UnpivotEntry | None = None
    join: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """the new columns, each with those that it is put together from"""
    left_out: tuple[str, ...] = ()
    """what stands above and below the table"""


def find(sheet: Worksheet) -> Proposal | None:
    """The largest table of a sheet; None where nothing looks like one."""
    lines = [line for line in sheet.lines if line.filled()]
    parts = list(_parts(lines))
    if not parts:
        return None
    start, end = max(parts, key=lambda part: (sum(len(line.filled()) for line in lines[slice(*part)]), part))
    header = _header(lines, start, sheet)
    rows = tuple(Count(line.number) for line in header)
    last = Phrase(str(lines[end - 1].number)) if end < len(lines) else None
    entry = TableEntry({}, header_row=rows, end=last)
    region = region_of(sheet, entry, Problems())
    if region is None:
        return None
    if last is None and region.notes:
        last = Phrase(str(region.lines[-1].number)) if region.lines else last
    plain = rows if rows != (sheet.lines[0].number,) or rows[0] != lines[0].number else ()
    return _described(sheet, region, plain, int(last.text) if last else 0, lines)


def _described(
    sheet: Worksheet, region: Region, rows: Sequence[int], end: int, lines: Sequence[Line]
) -> Proposal | None:
    used = {
        name: at for name, at in region.names.items() if any(line.text(at) or line.fault(at) for line in region.lines)
    }
    if not used:
        return None
    region = replace(region, names=used)
    columns = {name: guess(sheet, region.lines, name, at) for name, at in used.items()}
    last = _last_value(region, columns)
    if last < len(region.lines):
        end = region.lines[last - 1].number
        region = replace(region, lines=region.lines[:last])
        columns = {name: guess(sheet, region.lines, name, at) for name, at in used.items()}
    wide = wide_columns(columns)
    if wide:
        region = unpivoted(region, wide.first.text, wide.last.text, wide.names.text, wide.values.text)
        columns = {name: guess(sheet, region.lines, name, at) for name, at in region.names.items()}
    join = joinable(region, columns)
    if join:
        region = joined(region, join)
        columns |= {name: guess(sheet, region.lines, name, region.names[name]) for name in join}
    above = [line for line in lines if line.number < (min(rows) if rows else region.header)]
    below = [line for line in lines if end and line.number > end]
    left = [_said(part, where) for part, where in ((above, "above"), (below, "below")) if part]
    title = next((without_note(line.text(line.filled()[0])) for line in above if len(line.filled()) == 1), "")
    parts = {part for pair in join.values() for part in pair}
    key = _key(region, {name: one for name, one in columns.items() if name not in parts})
    return Proposal(tuple(rows), columns, len(region.lines), title, end, key, wide, join, tuple(left))


def _last_value(region: Region, columns: Mapping[str, Guess]) -> int:
    """How many rows there are up to the last one with a number or a mark: words alone at the end are notes."""
    numeric = [region.names[name] for name, one in columns.items() if one.type in ("number", "integer")]
    lines = region.lines
    count = len(lines)
    while numeric and count and not any(_is_value(lines[count - 1].text(at)) for at in numeric):
        texts = [lines[count - 1].text(at) for at in numeric]
        if not any(re.search(r"\w{3}", text) for text in texts) and len(lines[count - 1].filled()) > 1:
            break  # a row whose values are all missing
        count -= 1
    return count or len(lines)


def _said(lines: Sequence[Line], where: str) -> str:
    rows = f"row {lines[0].number}" if len(lines) == 1 else f"rows {lines[0].number} to {lines[-1].number}"
    return f"{rows}, {where} the table"


# --- rows -----------------------------------------------------------------------------------------------------------
def _is_value(text: str) -> bool:
    """Whether a text is plainly a value and no name: a number but a year, a mark."""
    if PERIOD.fullmatch(text) or is_split_year(text):
        return False
    parts = parts_of(text)
    if parts is not None:
        return not NAMED.match(parts.unit.rest)
    return text in ("..", ":", "-", "[c]", "[x]", "[z]")


def _values(line: Line) -> int:
    """How many cells of a row are plainly values; a row of dates alone names columns."""
    texts = [line.text(at) for at in line.filled()]
    values = sum(1 for at, text in zip(line.filled(), texts, strict=True) if line.fault(at) or _is_value(text))
    dates = sum(1 for text in texts if is_day(text))
    return values + dates if values or dates < LEAST_WIDE - 1 else 0


def _parts(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
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
        if at and len(line.filled()) >= max(2, usual / 2) and _values(line) and not _names_columns(lines, at):
            return _below_words(lines, _below_names(lines, at), usual)
    # Words alone: the first full row names the columns.
    named = next((at for at, line in enumerate(lines) if _is_full(line, usual)), None)
    return None if named is None or named + 1 >= len(lines) else named + 1


def _names_columns(lines: Sequence[Line], at: int) -> bool:
    """Whether a row of words has a few that look like values, as "65 and over" does, and rows of values follow."""
    here, count = len(lines[at].filled()), _values(lines[at])
    below = [line for line in lines[at + 1 : at + 3] if _values(line) > _FEW * count]
    return here - count > _FEW * count and any(here + 1 >= len(line.filled()) for line in below)


def _below_names(lines: Sequence[Line], at: int) -> int:
    """The first row of data where the first row with a value is `at`: rows above it may lack all values.

    The names of the columns stand above the values; a row with nothing there is one whose values are missing.
    """
    valued = {one for one in lines[at].filled() if _is_value(lines[at].text(one))}
    while at > 1 and not valued & {*lines[at - 1].filled()} and valued & {*lines[at - 2].filled()}:
        at -= 1
    return at


def _below_words(lines: Sequence[Line], at: int, usual: int) -> int:
    """The first row of data where the first row with a value is `at`: many rows of words above it are data too."""
    first = at
    while first and lines[first].number - lines[first - 1].number == 1 and _is_full(lines[first - 1], usual):
        first -= 1
    return first + 1 if at - first > _HEADER_ROWS else at


def _is_full(line: Line, usual: int) -> bool:
    return len(line.filled()) >= max(2, 0.8 * usual)


def _header(lines: Sequence[Line], start: int, sheet: Worksheet) -> list[Line]:
    """The rows with the names: that above the data, and those above it that name groups of columns."""
    header = [lines[start - 1]]
    across = {one.top for one in sheet.merged if one.right > one.left and one.left > lines[start - 1].filled()[0]}
    while len(header) < _HEADER_ROWS and start - 1 - len(header) >= 0:
        above = lines[start - 1 - len(header)]
        filled = above.filled()
        near = header[0].number - above.number == 1
        metadata = len(filled) == 2 and filled[1] - filled[0] == 1 and len(header[0].filled()) > 3
        if not near or _values(above) or metadata or (len(filled) < 2 and above.number not in across):
            break
        header.insert(0, above)
    return header


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the rows of the table end, by place: before a second table that stands below a gap."""
    for at in range(start + 1, len(lines)):
        gap = lines[at].number - lines[at - 1].number > 1
        if gap and (_begins_other(lines, at) or _heads_section(lines, start, at)):
            return at
    return len(lines)


def _heads_section(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether words stand alone where all rows before have years or numbers."""
    filled = lines[at].filled()
    if len(filled) > 1 or at - start < LEAST_WIDE:
        return False
    before = [line.text(filled[0]) for line in lines[start:at]]
    plain = all(_is_value(text) or PERIOD.fullmatch(text) for text in before)
    return plain and not _is_value(lines[at].text(filled[0])) and not PERIOD.fullmatch(lines[at].text(filled[0]))


def _begins_other(lines: Sequence[Line], at: int) -> bool:
    """Whether a title or the header of another table stands here, which rows with values follow."""
    ahead = lines[at : at + 4]
    named = next((one for one, line in enumerate(ahead) if len(line.filled()) > 1), None)
    if named is None or _values(ahead[named]) or named + 1 >= len(ahead):
        return False
    return _values(ahead[named + 1]) > 0


# --- the whole --------------------------------------------------------------------------------------------------------
def _key(region: Region, columns: Mapping[str, Guess]) -> tuple[str, ...]:
    """The first columns that tell all rows apart: one, else two, else three."""
    named = [
        name
        for name, one in columns.items()
        if one.type in _PERIODIC and not any(doubt.severity is Severity.ERROR for doubt in one.doubts)
    ][:6]
    texts = {name: [without_note(line.text(region.names[name])) for line in region.lines] for name in named}
    whole = [name for name in named if all(texts[name])]
    for name in whole:
        if _apart([texts[name]]):
            return (name,)
    for names in (*combinations(whole, 2), *combinations(whole, 3)):
        if _apart([texts[name] for name in names]):
            return names
    return ()


def _apart(columns: Sequence[Sequence[Scalar]]) -> bool:
    rows = list(zip(*columns, strict=True))
    return len(set(rows)) == len(rows)
