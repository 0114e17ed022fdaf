"""Rows that hold no values but name the rows below them ("England", "Of which:"): a column of their own with `groups:`.

Which other rows are no rows of data, above and below the table, is `regions`'.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Problems
from reportgen.sheets.sheet import AS_TYPED, Line, Shown
from reportgen.source.cell_marks import is_marked, without_note
from reportgen.source.date_texts import names_period
from reportgen.source.entries import TableEntry
from reportgen.source.model import Phrase
from reportgen.source.number_texts import parts_of, value_of
from reportgen.source.regions import NONE, Region, listed
from reportgen.source.scalars import short
from reportgen.source.total_names import is_part, is_part_of_year, names_total

_AT = 10**6 - 1
"""Where the new column stands in a row: behind all of its own, before those that `join:` makes."""
_WORD = Pattern(r"[^\W\d_]")
_SUBTOTALS = ("sub", "sous", "zwischen")
_NARROW = 2
"""Columns of a table in which a name alone may as well be a row whose only value is missing."""


@frozen
class Heading:
    """A row that names the rows below it, by its place among the rows of the region."""

    row: int
    text: str


def headings(region: Region) -> list[Heading]:
    """The rows with a name alone, which rows with values follow; none where that may be a value that is missing."""
    found = [Heading(row, text) for row, line in enumerate(region.lines) if (text := _alone(row, line, region))]
    named = _named(region, {one.row for one in found}) if found else {}
    found = [one for one in found if one.text not in named or _ends(one, named, region)]
    last = len(region.lines)
    while found and found[-1].row == last - 1:
        last = found.pop().row
    if len(region.names) <= _NARROW and not are_sure(found):
        found = [one for one in found if one.text.endswith(":")]
    return found if 2 * len(found) <= len(region.lines) else []


def _named(region: Region, heads: Collection[int]) -> dict[str, list[int]]:
    """The rows of data by the names in their first two columns."""
    found: dict[str, list[int]] = {}
    for row, line in enumerate(region.lines):
        for text in {line.text(at) for at in [*region.names.values()][:2]} if row not in heads else ():
            found.setdefault(text, []).append(row)
    return found


def _ends(head: Heading, named: Mapping[str, Sequence[int]], region: Region) -> bool:
    """Whether the rows that a heading names end in one of the same name, their sum: in a table that says its names
    again and again the values of one may be missing."""
    (last, *more) = named[head.text]
    if more or last < head.row + 2:
        return False
    between = region.lines[head.row + 1 : last]
    again = any(len(rows) > 1 for name, rows in named.items() if _WORD.search(name))
    return not again or any(_is_sum(region.lines[last], between, at) for at in region.names.values())


def _is_sum(line: Line, parts: Sequence[Line], at: int) -> bool:
    found = [parts_of(one.text(at)) for one in (line, *parts)]
    whole, *values = [value_of(one, ".") if one else None for one in found]
    return whole is not None and None not in values and whole == sum(value or 0 for value in values)


def _alone(row: int, line: Line, region: Region) -> str:
    """The name that is all that stands in a row, in one of its first two columns, or the year above its quarters or
    months there; else ""."""
    places = [*region.names.values()]
    filled = line.filled()
    if len(filled) != 1 or filled[0] not in places[:2] or line.fault(filled[0]):
        return ""
    text = line.text(filled[0])
    if not _WORD.search(text):
        below = region.lines[row + 1] if row + 1 < len(region.lines) else None
        parted = below and any(is_part_of_year(below.text(at)) for at in places[:2])
        return text if parted and names_period(text) else ""
    return text if not is_marked(text) else ""


def are_sure(found: Sequence[Heading]) -> bool:
    """Whether headings are nothing else: the first row is one and another follows, or they end in a colon."""
    if not found or any(after.row - before.row == 1 for before, after in pairwise(found)):
        return False
    return (found[0].row == 0 and len(found) > 1) or all(one.text.endswith(":") for one in found)


def grouped(region: Region, name: str) -> Region:
    """The region with a column of headings, the first, and without the rows that hold them.

    Of headings that follow each other all are told: "Wales, Rural". Its sum is the last row of a group, but for parts
    of that.
    """
    by_row = {one.row: one.text for one in headings(region)}
    lines: list[_Grouped] = []
    said: tuple[str, ...] = ()
    heads: Line | None = None
    ends = False
    for row, line in enumerate(region.lines):
        called = [line.text(at) for at in [*region.names.values()][:2]]
        if row in by_row:
            said = (*(said if row - 1 in by_row else ()), without_note(by_row[row]).rstrip(": "))
            heads, ends = line, False
        else:
            if ends and not any(map(is_part, called)):
                said = ()
            lines.append(_Grouped(line, ", ".join(said), heads or line))
            ends = bool(said) and (ends or any(_is_sum_of(name, said[-1], row - 1 in by_row) for name in called))
    return replace(region, names={name: _AT, **region.names}, lines=lines)


def _is_sum_of(name: str, group: str, first: bool) -> bool:
    """Whether a row is the sum of its group: it has its name, or is called a sum of it, or a sub-total below others."""
    if name == group:
        return True
    name, group = without_note(name).casefold(), group.casefold()
    if group in name and (names_total(name) or name.startswith("total")):
        return not first
    return not first and names_total(name) and name.startswith(_SUBTOTALS)


def check_groups(asked: Phrase, region: Region, problems: Problems) -> None:
    """Report a `groups:` that a table without headings has."""
    if asked.text != NONE and not headings(region):
        message = f"no row of {region.sheet.what} has a name alone, with the rows that it names below"
        problems.add("table-column", asked.place, message, "remove groups:")


def tell_groups(table: str, entry: TableEntry, region: Region, problems: Problems) -> None:
    """Warn of rows that are printed without any value, and may name the rows below."""
    found = headings(region) if entry.groups is None else []
    if found:
        lines = [region.lines[one.row] for one in found]
        what = f"{listed(line.number for line in lines)} of the table '{table}'"
        verb = (
            ("has a name and no value", "is printed as a row")
            if len(found) == 1
            else ("have a name and no value", "are printed as rows")
        )
        message = f"{what} {verb[0]}, and {verb[1]} without data: {short(found[0].text)}"
        hint = f"if the rows below are meant, write groups: group, and declare the column group; else groups: {NONE}"
        place = region.sheet.place(lines[0], lines[0].filled()[0])
        problems.add("table-groups", place, message, hint)


class _Grouped(Line):
    """A row with a cell behind its own that holds the heading above it."""

    __slots__ = ("heads", "own", "said")

    def __init__(self, own: Line, said: str, heads: Line) -> None:
        super().__init__(own.number, own.cells)
        self.own, self.said, self.heads = own, said, heads

    def __len__(self) -> int:
        return len(self.own)

    def text(self, at: int) -> str:
        return self.said if at == _AT else self.own.text(at)

    def shown(self, at: int) -> Shown:
        return AS_TYPED if at == _AT else self.own.shown(at)

    def read(self, at: int) -> tuple[str, Shown]:
        return (self.said, AS_TYPED) if at == _AT else self.own.read(at)

    def fault(self, at: int) -> str:
        return "" if at == _AT else self.own.fault(at)

    def place(self, at: int) -> tuple[int, int]:
        return self.heads.place(self.heads.filled()[0]) if at == _AT else self.own.place(at)

    def anchor(self) -> tuple[int, int]:
        return self.own.anchor()

    def is_as(self, other: Line) -> bool:
        if not isinstance(other, _Grouped) or self.said != other.said:
            return False
        return self.own.is_as(other.own) and self.heads.is_as(other.heads)
