"""Where the table in an unknown sheet is, and what its columns are: what `reportgen table` writes into tables.yaml.

A proposal takes what is plain; whatever else reading it finds in doubt is told by the same rules as for any table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from itertools import chain

from reportgen.frozen import frozen
from reportgen.problems import Problems
from reportgen.sheets.sheet import Line, Worksheet, letters
from reportgen.source.cell_marks import note_in, without_note
from reportgen.source.column_guess import Guess
from reportgen.source.entries import TableEntry, UnpivotEntry
from reportgen.source.form_guess import LEAST_WIDE
from reportgen.source.looked_columns import LookedColumns
from reportgen.source.model import ColumnType, Phrase
from reportgen.source.note_signs import as_note, pointed
from reportgen.source.regions import Region, region_of
from reportgen.source.scalars import Count
from reportgen.source.sheet_titles import title_of
from reportgen.source.side_by_side import Block, blocks, seen
from reportgen.source.table_outline import first_of_times, groups_in_doubt, header_of, is_in_doubt, is_of_series, parts
from reportgen.source.unit_columns import with_unit_near
from reportgen.source.unit_words import said_of_all, unit_alone, unit_in

_TITLE_CELLS = 2
"""Cells of a row with a title, at most: a unit may stand beside it."""
_ABOUT = 0.9
"""The share of the largest table's cells that one has which is about as large. Ours."""
_LOOKED, _TYPICAL = 300, 20
"""Rows of a sheet in which a table is looked for that is not to be described, and rows of that. Ours."""


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
    label: str = ""
    """the column that names a row to readers, where the key is one of codes"""
    groups: str = ""
    """the new column of what rows without values name"""
    unpivot: UnpivotEntry | None = None
    join: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """the new columns, each with those that it is put together from"""
    left_out: tuple[str, ...] = ()
    """what stands above and below the table, and columns that are no data"""
    nameless: frozenset[str] = frozenset()
    """columns that have no name in the file"""
    headless: str = ""
    """of a file without names of columns, a value that stands in their place"""
    note: str = ""
    """what notes below the table say that signs in it point to"""
    unit_near: tuple[int, str] = (0, "")
    """the row above or below the table that says a unit, and that, where no column has one"""
    range: str = ""
    """of a table that has another one beside it, its cells"""
    where: str = ""
    """the cells in which it was found"""
    others: tuple[str, ...] = ()
    """the cells of other tables of the sheet"""
    start: int = 0
    """the first row of the data, where the rows above it describe the columns; 0: that below the header"""
    groups_in_doubt: int = 0
    """the row above the names with those of groups of columns, where it is not plain which these are; 0: none"""
    in_doubt: int = 0
    """the first row of the data, where it has no value and may name the columns too; 0: it is plainly data"""


def find(sheet: Worksheet) -> Proposal | None:
    """The largest table of a sheet; None where nothing looks like one."""
    lines = [line for line in sheet.lines if line.filled()]
    if not lines:
        return None
    series, found = _parts(lines)
    if not found:
        return None
    start, end = _largest(lines, found)
    header = header_of(lines, start, sheet)
    beside = blocks(header[-1], lines[start:end])
    if len(beside) > 1:
        return _of_several(sheet, beside)
    region, rows, last = _region(sheet, lines, start, end)
    if region is None:
        return None
    first = _first(region, series=series)
    if first:
        region = _from(sheet, rows, last, region.lines[first].number)
    if region is None:
        return None
    plain = rows if rows != (sheet.lines[0].number,) or rows[0] != lines[0].number else ()
    # Its title stands below the table before it.
    begin = max((before for _, before in found if before <= start), default=0)
    made = _described(sheet, region, plain, last, lines, begin)
    others = (_region(sheet, lines, *part)[:2] for part in found if part != (start, end))
    ranges = [_range(one, other) for one, other in others if one is not None and _is_table(sheet, one)]
    if made and first:
        made = replace(made, start=region.lines[0].number)
    if made and (above := groups_in_doubt(lines, start, header)):
        made = replace(made, groups_in_doubt=above)
    if made and not first and is_in_doubt(lines, start):
        made = replace(made, in_doubt=lines[start].number)
    return replace(made, others=tuple(ranges)) if made else None


def _first(region: Region, *, series: bool) -> int:
    """How many rows below the names tell of the columns."""
    times = [line.text(next(iter(region.names.values()))) for line in region.lines]
    return first_of_times(times, least=1 if series else LEAST_WIDE)


def types_of(sheet: Worksheet) -> list[ColumnType]:
    """The types of the columns with a name in the largest table among the first rows of a sheet."""
    lines = [line for line in sheet.lines[:_LOOKED] if line.filled()]
    series, found = _parts(lines)
    region = _region(sheet, lines, *_largest(lines, found))[0] if found else None
    if region is None:
        return []
    first = _first(region, series=series)
    rows = region.lines[first:]
    later = rows[_TYPICAL :: max(1, len(rows) // _TYPICAL)]  # the first years may have no values
    looked = LookedColumns.at(sheet, replace(region, lines=[*rows[:_TYPICAL], *later]))
    return [one.type for name, one in looked.guesses.items() if name not in region.nameless]


def _parts(lines: Sequence[Line]) -> tuple[bool, list[tuple[int, int]]]:
    """Whether a sheet holds series, and the rows of each of its tables, by their places."""
    series = is_of_series(lines) if lines else False
    return series, [(1, len(lines))] if series else [*parts(lines)]


def _largest(lines: Sequence[Line], found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The largest of some parts of a sheet, the first of those that are about as large."""
    most = max(_size(lines, part) for part in found)
    return next(part for part in found if _size(lines, part) >= _ABOUT * most)


def _size(lines: Sequence[Line], part: tuple[int, int]) -> int:
    return sum(len(line.filled()) for line in lines[slice(*part)])


def _from(sheet: Worksheet, rows: tuple[Count, ...], last: int, start: int) -> Region | None:
    """The table whose rows begin with that of the number `start`: those above it tell of the columns."""
    end = Phrase(str(last)) if last else None
    return region_of(sheet, TableEntry({}, header_row=rows, end=end, start=Count(start)), Problems())


def _of_several(sheet: Worksheet, beside: Sequence[Block]) -> Proposal | None:
    """The largest of tables side by side, the first of those of one size."""
    made = [find(seen(sheet, block)) for block in beside]
    found = [one for one in made if one is not None]
    if not found:
        return None
    best = max(found, key=lambda one: one.rows * len(one.columns))
    others = (one.others if one is best else (one.where, *one.others) for one in found)
    rows = best.header_row if len(best.header_row) > 1 else ()
    return replace(best, range=best.where, header_row=rows, end=0, others=tuple(chain.from_iterable(others)))


def _region(
    sheet: Worksheet, lines: Sequence[Line], start: int, end: int
) -> tuple[Region | None, tuple[Count, ...], int]:
    """The table whose rows are those from `start` to before `end`, the rows with its names, and its last row; 0: all
    below the names are rows."""
    rows = tuple(Count(line.number) for line in header_of(lines, start, sheet))
    last = lines[end - 1].number if end < len(lines) else 0
    entry = TableEntry({}, header_row=rows, end=Phrase(str(last)) if last else None)
    region = region_of(sheet, entry, Problems())
    if region and not last and region.notes:
        last = region.lines[-1].number if region.lines else last
    return region, rows, last


def _is_table(sheet: Worksheet, region: Region) -> bool:
    """Whether a part of a sheet, besides the one that is taken, has several columns, and numbers in one."""
    guesses = LookedColumns.at(sheet, region).to_last_value().guesses
    return len(guesses) > 1 and any(one.type in ("number", "integer") for one in guesses.values())


def _range(region: Region, rows: Sequence[int]) -> str:
    """The cells of a table, as `range:` has them."""
    columns = region.names.values()
    bottom = region.lines[-1].number if region.lines else region.header
    return f"{letters(min(columns))}{min(rows)}:{letters(max(columns))}{bottom}"


def _described(
    sheet: Worksheet, region: Region, rows: Sequence[int], end: int, lines: Sequence[Line], begin: int
) -> Proposal | None:
    whole = LookedColumns.at(sheet, region).to_last_value().above_totals()
    if not whole.guesses:
        return None
    if len(whole.region.lines) < len(region.lines):
        end = whole.region.lines[-1].number
    looked = whole.filled().grouped().unpivoted().joined().with_marks()
    top = min(rows) if rows else region.header
    above = [line for line in lines if line.number < top]
    below = [line for line in lines if end and line.number > end]
    left = [_said(part, where) for part, where in ((above, "above"), (below, "below")) if part]
    titles = [line for line in lines[begin:] if line.number < top]
    title = title_of(titles)
    notes = pointed(sheet, whole.region.names, whole.region.lines, title)
    if notes and not notes[0].text:
        title = title.removesuffix(notes[0].sign).rstrip()
    left += [f"row {region.numbering.number}, which numbers the columns"] if region.numbering else []
    left += [f"the {note_in(title)} of the title"] if note_in(title) else []
    title = without_note(title)
    key = looked.key()
    found = Proposal(
        tuple(rows), looked.declared(), len(looked.region.lines), title, end, key, looked.label(key), looked.groups,
        looked.wide, looked.join, (*left, *looked.left_out), region.nameless, looked.headless(),
        as_note(notes), _unit_near(titles, below, looked.guesses), where=_range(whole.region, [top]),
    )  # fmt: skip
    return replace(found, columns=with_unit_near(found.columns, found.unit_near[1]))


def _unit_near(above: Sequence[Line], below: Sequence[Line], columns: Mapping[str, Guess]) -> tuple[int, str]:
    """The last row above the table with a cell that is a unit, or a title with one, or a sentence around it that says
    one of all numbers, where no column says its own."""
    if any(one.unit for one in columns.values()):
        return 0, ""
    texts = [(line.number, line.text(line.filled()[-1])) for line in above if len(line.filled()) <= _TITLE_CELLS]
    found = [(number, unit_alone(_bare(text)) or unit_in(text)) for number, text in reversed(texts)]
    around = ((line.number, _bare(line.text(line.filled()[0]))) for line in (*above, *below))
    found += [(number, said_of_all(text)) for number, text in around]
    return next(((number, unit) for number, unit in found if unit), (0, ""))


def _bare(text: str) -> str:
    """A text without the brackets around all of it."""
    return text[1:-1] if text[:1] + text[-1:] in ("()", "[]") else text


def _said(lines: Sequence[Line], where: str) -> str:
    rows = f"row {lines[0].number}" if len(lines) == 1 else f"rows {lines[0].number} to {lines[-1].number}"
    return f"{rows}, {where} the table"
