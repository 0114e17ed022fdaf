"""Where the table in an unknown sheet is, and what its columns are: what `reportgen table` writes into tables.yaml.

A proposal takes what is plain; whatever else reading it finds in doubt is told by the same rules as for any table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from itertools import combinations

from reportgen.frozen import frozen
from reportgen.problems import Problems, Severity
from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.cell_marks import is_marked, without_note
from reportgen.source.column_guess import Guess, guess
from reportgen.source.entries import TableEntry, UnpivotEntry
from reportgen.source.form_guess import joinable, wide_columns
from reportgen.source.model import ColumnType, Phrase, Scalar
from reportgen.source.regions import Region, region_of
from reportgen.source.reshaping import joined, unpivoted
from reportgen.source.scalars import Count
from reportgen.source.table_outline import header_of, is_value, parts

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
    found = list(parts(lines))
    if not found:
        return None
    start, end = max(found, key=lambda part: (sum(len(line.filled()) for line in lines[slice(*part)]), part))
    header = header_of(lines, start, sheet)
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
    while numeric and count and not any(_holds_value(lines[count - 1].text(at)) for at in numeric):
        if len(lines[count - 1].filled()) > 1 and not any(lines[count - 1].text(at) for at in numeric):
            break  # a row whose values are all missing
        count -= 1
    return count or len(lines)


def _holds_value(text: str) -> bool:
    return is_value(text) or (bool(text) and is_marked(text))


def _said(lines: Sequence[Line], where: str) -> str:
    rows = f"row {lines[0].number}" if len(lines) == 1 else f"rows {lines[0].number} to {lines[-1].number}"
    return f"{rows}, {where} the table"


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
