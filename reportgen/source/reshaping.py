"""A table in another form than its sheet: many columns become rows (`unpivot:`), several become one (`join:`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reportgen.frozen import frozen
from reportgen.marks import Mark
from reportgen.patterns import Pattern
from reportgen.problems import Problems
from reportgen.sheets.sheet import AS_TYPED, Line, Shown
from reportgen.source.cell_marks import named_with_mark
from reportgen.source.date_texts import names_period
from reportgen.source.entries import TableEntry
from reportgen.source.mark_columns import is_mark
from reportgen.source.model import Phrase
from reportgen.source.number_texts import parts_of
from reportgen.source.regions import Region
from reportgen.source.total_names import names_total

_BEYOND = 10**6
"""Where joined columns stand in a row: behind all of its own."""
_LONGEST_MARK = 5
"""Letters that a mark beside a value has fewer than. Ours."""
_NOWHERE = 2 * _BEYOND
"""The place of a column that is not there: behind all others."""
_YEARLY = Pattern(r"(the )?(whole|full)?[ -]?year|annual|année|jahr", re.IGNORECASE)
"""What stands under a year for all of it."""
_PARTS = (
    ("Q", re.compile(r"quarter|qtr|trimestre", re.IGNORECASE)),
    ("H", re.compile(r"half|semest", re.IGNORECASE)),
    ("M", re.compile(r"month|mois", re.IGNORECASE)),
    ("W", re.compile(r"week|semaine", re.IGNORECASE)),
)
"""What a bare number is under such a heading."""


def unpivoted(region: Region, first: str, last: str, names: str, values: Sequence[str]) -> Region:
    """The region with a row for each of the columns from `first` to `last`, which it has.

    Several `values` are measures that the names of these columns begin or end with, each of which gets a column; one
    that is named by none of them is left out. So are the totals of years among their parts.
    """
    order = list(region.names)
    begin, end = order.index(first), order.index(last)
    beside = mark_columns(region)
    span = [name for name in order[begin : end + 1] if name not in beside.values()]
    kept = [name for name in order if name not in span and name not in (beside[one] for one in span if one in beside)]
    span = [name for name in span if len(values) > 1 or not names_total_of_period(name)]
    own = tuple(region.names[name] for name in kept)
    places: dict[str, dict[str, int]] = {}
    for name in span:
        if pair := parted(name, values):
            places.setdefault(pair[0], {})[pair[1]] = region.names[name]
    found = [(name, tuple(there.get(value, _NOWHERE) for value in values)) for name, there in places.items()]
    marks = {region.names[name]: region.names[other] for name, other in beside.items()}
    heads = [_Head.of(name, own, at, marks) for name, at in found]
    lines = [_Long(line, head) for line in region.lines for head in heads]
    columns = {name: at for at, name in enumerate((*kept, names, *values))}
    return replace(region, names=columns, lines=lines, width=len(columns))


def names_total_of_period(name: str) -> bool:
    """Whether a column holds the total of a year, whose quarters or months have columns too: "2023/24 Total"."""
    words = name.split()
    parts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(
        (names_period(one) and (names_total(other) or _YEARLY.fullmatch(other)))
        or (names_total(one) and names_period(other))
        for one, other in parts
    )  # fmt: skip


def mark_columns(region: Region) -> dict[str, str]:
    """The columns that have one without a name on their right, in which marks stand or nothing, as Eurostat writes
    them."""
    found: dict[str, str] = {}
    for name, other in pairwise(region.names):
        if other in region.nameless and name not in region.nameless:
            texts = {text for line in region.lines if (text := line.text(region.names[other]))}
            short = all(len(text) < _LONGEST_MARK for text in texts)
            if not texts or (short and any(is_mark(text, "") for text in texts)):
                found[name] = other
    return found


def parted(name: str, values: Sequence[str]) -> tuple[str, str] | None:
    """A column's name as the period and the measure in it; None where it has none of `values`, if they are several."""
    if len(values) == 1:
        return name, values[0]
    for value in sorted(values, key=len, reverse=True):
        if name.endswith(f" {value}") or name.startswith(f"{value} "):
            rest = name.removesuffix(value) if name.endswith(f" {value}") else name.removeprefix(value)
            return rest.strip(), value
    return None


@frozen
class _Head:
    """What the rows that one column of a wide table becomes have in common."""

    name: str
    """that of the column, without its mark"""
    mark: Mark | None
    own: int
    """how many cells stand before the name"""
    places: tuple[int, ...]
    """where each cell stands in the wide row; the name has the place of the first value"""
    marks: Mapping[int, int]
    """the places of columns with the marks of others, by those of these"""

    @classmethod
    def of(cls, named: str, own: Sequence[int], at: Sequence[int], marks: Mapping[int, int]) -> _Head:
        """`at` are the places of the values, of each measure one."""
        name, mark = named_with_mark(named)
        first = next(one for one in at if one != _NOWHERE)
        return cls(name, mark, len(own), (*own, first, *at), marks)


class _Long(Line):
    """One of the rows that a wide row becomes: some of its cells, the name of a column, and what stands in that."""

    __slots__ = ("head", "wide")

    def __init__(self, wide: Line, head: _Head) -> None:
        super().__init__(wide.number, ())
        self.wide, self.head = wide, head

    def __len__(self) -> int:
        return len(self.head.places)

    def _marked(self, text: str, at: int) -> str:
        """A number with the mark beside it, or that of its column, unless it has one itself."""
        head = self.head
        if at <= head.own or not (head.mark or head.marks):
            return text
        if (beside := head.marks.get(head.places[at])) is not None:
            mark = self.wide.text(beside).strip("[]")
            text = f"{text} [{mark}]".strip() if mark else text
        return f"{text} {head.mark.sign}" if head.mark and parts_of(text) else text

    def text(self, at: int) -> str:
        head = self.head
        return head.name if at == head.own else self._marked(self.wide.text(head.places[at]), at)

    def shown(self, at: int) -> Shown:
        return AS_TYPED if at == self.head.own else self.wide.shown(self.head.places[at])

    def read(self, at: int) -> tuple[str, Shown]:
        head = self.head
        if at == head.own:
            return head.name, AS_TYPED
        text, shown = self.wide.read(head.places[at])
        return self._marked(text, at), shown

    def fault(self, at: int) -> str:
        return "" if at == self.head.own else self.wide.fault(self.head.places[at])

    def place(self, at: int) -> tuple[int, int]:
        return self.wide.place(self.head.places[at])

    def anchor(self) -> tuple[int, int]:
        return self.wide.place(self.head.places[self.head.own])

    def is_as(self, other: Line) -> bool:
        if not isinstance(other, _Long) or not self.wide.is_as(other.wide):
            return False
        return self.head is other.head or self.head == other.head


def check_new(names: Iterable[Phrase], region: Region, entry: TableEntry, problems: Problems) -> bool:
    """Whether the columns that `unpivot:` or `join:` makes are new, and used where they hold more than names of
    columns; else it is reported.
    """
    unneeded = entry.unpivot.names if entry.unpivot else None
    declared = {" ".join(name.text.split()) for name in entry.columns}
    before = len(problems.errors)
    for name in names:
        if name.text in region.names:
            message = f"the file has a column '{name.text}' already"
            problems.add("table-column", name.place, message, "give the new one another name")
        elif name.text not in declared and name is not unneeded:
            message = f"'{name.text}' is made here, and columns: does not use it"
            problems.add("table-column", name.place, message, f"add it to columns: {name.text}: {{…}}")
    return len(problems.errors) == before


def became_rows(entry: TableEntry, region: Region, name: str) -> bool:
    """Whether a column is one of those that `unpivot:` turns into rows."""
    wide, order = entry.unpivot, [*region.names]
    if wide is None or not {wide.first.text, wide.last.text, name} <= region.names.keys():
        return False
    return order.index(wide.first.text) <= order.index(name) <= order.index(wide.last.text)


def joined(region: Region, joins: Mapping[str, Sequence[str]]) -> Region:
    """The region with a column for each of `joins`, before the first of those whose words it puts together."""
    columns = [[region.names[name] for name in parts] for parts in joins.values()]
    letters = [
        [next((sign for sign, head in _PARTS if head.search(name)), "") for name in parts] for parts in joins.values()
    ]
    lines: list[Line] = []
    above: dict[int, Line] = {}
    for line in region.lines:
        above |= {at: line for parts in columns for at in parts if line.text(at)}
        lines.append(_Joined(line, columns, letters, dict(above)))
    names: dict[str, int] = {}
    for name, place in region.names.items():
        names |= {new: _BEYOND + at for at, (new, parts) in enumerate(joins.items()) if parts[0] == name}
        names[name] = place
    return replace(region, names=names, lines=lines)


class _Joined(Line):
    """A row with cells behind its own that hold the words of several of its cells.

    A cell that is left empty as the one above it says the same, such as a year before its second quarter, is filled.
    """

    __slots__ = ("above", "columns", "letters", "own")

    def __init__(
        self, own: Line, columns: Sequence[Sequence[int]], letters: Sequence[Sequence[str]], above: Mapping[int, Line]
    ) -> None:
        super().__init__(own.number, ())
        self.own, self.columns, self.letters, self.above = own, columns, letters, above

    def __len__(self) -> int:
        return len(self.own)

    def _whole(self, at: int) -> str:
        columns, letters = self.columns[at - _BEYOND], self.letters[at - _BEYOND]
        if not any(self.own.text(one) for one in columns[1:]):
            return " ".join(filter(None, (self.own.text(one) for one in columns)))
        whole = " ".join(
            _part(self.own.text(one) or self.above.get(one, self.own).text(one) * (one != columns[-1]), sign)
            for one, sign in zip(columns, letters, strict=True)
        )
        return re.sub(r" M(?=\d)", "M", whole).strip()

    def text(self, at: int) -> str:
        return self._whole(at) if at >= _BEYOND else self.own.text(at)

    def shown(self, at: int) -> Shown:
        return AS_TYPED if at >= _BEYOND else self.own.shown(at)

    def read(self, at: int) -> tuple[str, Shown]:
        return (self._whole(at), AS_TYPED) if at >= _BEYOND else self.own.read(at)

    def fault(self, at: int) -> str:
        return "" if at >= _BEYOND else self.own.fault(at)

    def place(self, at: int) -> tuple[int, int]:
        return self.own.place(self.columns[at - _BEYOND][0] if at >= _BEYOND else at)

    def anchor(self) -> tuple[int, int]:
        return self.own.anchor()


def _part(text: str, sign: str) -> str:
    """A cell's words; a bare number under "Quarter" or "Month" is one of these: "Q1", "M03"."""
    if not sign or not text.isdecimal() or len(text) > 2:
        return text
    return f"{sign}{text.zfill(2) if sign in 'MW' else text}"
