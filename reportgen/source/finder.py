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
from reportgen.source.date_texts import is_day
from reportgen.source.entries import TableEntry, UnpivotEntry
from reportgen.source.form_guess import joinable, marked_columns, wide_columns
from reportgen.source.heading_units import unit_alone, unit_in
from reportgen.source.model import ColumnType, Phrase, Scalar
from reportgen.source.regions import Region, region_of
from reportgen.source.reshaping import joined, unpivoted
from reportgen.source.row_groups import are_sure, grouped, headings
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
    groups: str = ""
    """the new column of what rows without values name"""
    unpivot: UnpivotEntry | None = None
    join: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """the new columns, each with those that it is put together from"""
    left_out: tuple[str, ...] = ()
    """what stands above and below the table"""
    nameless: frozenset[str] = frozenset()
    """columns that have no name in the file"""
    headless: str = ""
    """of a file without names of columns, a value that stands in their place"""
    unit_above: tuple[int, str] = (0, "")
    """the row above the table that says a unit, and that, where no column has one"""


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
    looked = _Columns.of(sheet, region).to_last_value()
    if not looked.guesses:
        return None
    if len(looked.region.lines) < len(region.lines):
        end = looked.region.lines[-1].number
    groups = _new("group", region) if are_sure(headings(looked.region)) else ""
    looked = looked.of(sheet, grouped(looked.region, groups)) if groups else looked
    wide = wide_columns(looked.region, looked.guesses)
    looked = looked.unpivoted(wide) if wide else looked
    join = joinable(looked.region, looked.guesses)
    looked = looked.joined(join).with_marks()
    counter = _counter(region)
    above = [line for line in lines if line.number < (min(rows) if rows else region.header)]
    below = [line for line in lines if end and line.number > end]
    left = [_said(part, where) for part, where in ((above, "above"), (below, "below")) if part]
    hidden = [name for name, at in region.names.items() if at in sheet.hidden_columns]
    left += [f"{', '.join(hidden)}, which the workbook hides"] if hidden else []
    left += [f"{counter}, which counts the rows"] if counter else []
    title = next((without_note(line.text(line.filled()[0])) for line in above if len(line.filled()) == 1), "")
    parts = {part for pair in join.values() for part in pair}
    key = _key(looked.region, {name: one for name, one in looked.guesses.items() if name not in parts})
    count = len(looked.region.lines)
    unit = _unit_above(above, looked.guesses)
    return Proposal(
        tuple(rows),
        looked.guesses,
        count,
        title,
        end,
        key,
        groups,
        wide,
        join,
        tuple(left),
        region.nameless,
        _headless(looked),
        unit,
    )


def _headless(looked: _Columns) -> str:
    """A number that stands in the place of a column's name, where all columns of values have such names."""
    names = [name for name, one in looked.guesses.items() if one.type in ("number", "integer", "date")]
    numbers = [name for name in names if is_value(name)]
    return numbers[0] if numbers and all(is_value(name) or is_day(name) for name in names) else ""


def _unit_above(above: Sequence[Line], columns: Mapping[str, Guess]) -> tuple[int, str]:
    """The last row with a cell that is a unit, or a title with one, where no column says its own."""
    if any(one.unit for one in columns.values()):
        return 0, ""
    texts = [(line.number, line.text(line.filled()[0])) for line in above if len(line.filled()) == 1]
    found = ((number, unit_alone(text.strip("()[]")) or unit_in(text)) for number, text in reversed(texts))
    return next(((number, unit) for number, unit in found if unit), (0, ""))


def _counter(region: Region) -> str:
    """The first column, if it has no name and holds the numbers of the rows, as R and pandas write them; else ""."""
    name = next(iter(region.names), "")
    texts = [line.text(region.names[name]) for line in region.lines] if name in region.nameless else []
    numbered = any(texts == [str(at + first) for at in range(len(texts))] for first in (0, 1))
    return name if numbered and len(texts) > 1 and len(region.names) > 1 else ""


def _new(name: str, region: Region) -> str:
    """A name that no column has."""
    return name if name not in {one.casefold() for one in region.names} else f"{name} (new)"


@frozen
class _Columns:
    """The part of a sheet that is the table, and what its columns are."""

    sheet: Worksheet
    region: Region
    guesses: Mapping[str, Guess]

    @classmethod
    def of(cls, sheet: Worksheet, region: Region) -> _Columns:
        """The columns that hold something, and no numbers of the rows."""
        lines, counter, hidden = region.lines, _counter(region), sheet.hidden_columns
        used = {
            name: at
            for name, at in region.names.items()
            if name != counter and at not in hidden and any(line.text(at) or line.fault(at) for line in lines)
        }
        return cls(sheet, replace(region, names=used), {n: guess(sheet, region.lines, n, at) for n, at in used.items()})

    def to_last_value(self) -> _Columns:
        """Without the words that stand below the last row with a value."""
        last = _last_value(self.region, self.guesses)
        return (
            self
            if last == len(self.region.lines)
            else self.of(self.sheet, replace(self.region, lines=self.region.lines[:last]))
        )

    def unpivoted(self, wide: UnpivotEntry) -> _Columns:
        """With a row for each of the columns that are named by periods."""
        region = unpivoted(
            self.region, wide.first.text, wide.last.text, wide.names.text, [one.text for one in wide.values]
        )
        return self.of(self.sheet, region)

    def joined(self, join: Mapping[str, tuple[str, str]]) -> _Columns:
        """With the columns that are put together from others."""
        if not join:
            return self
        region = joined(self.region, join)
        new = {name: guess(self.sheet, region.lines, name, region.names[name]) for name in join}
        return _Columns(self.sheet, region, {**self.guesses, **new})

    def with_marks(self) -> _Columns:
        """With columns of marks at those whose marks they hold."""
        pairs = marked_columns(self.region, self.guesses)
        guesses = {
            name: replace(one, mark_column=pairs.get(name, ""))
            for name, one in self.guesses.items()
            if name not in pairs.values()
        }
        return replace(self, guesses=guesses)


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
