"""Rows of a table that hold the sums of others, or parts of them: those that tables.yaml names, and plain ones.

A row is a total by its name ("Total", "UK total", "All ages"), or because its values are the sums of rows beside it; a
part, or a measure of the others, by its name ("of which: academies", "Average"). What adds rows up asks `apart` for
those that count.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from reportgen.dates import Period
from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.source.columns import ReadColumn
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Phrase, Row, Scalar, Table
from reportgen.source.sums import in_units, sums_among, sums_in_layers, sums_nested, wider_levels
from reportgen.source.total_names import country_among, is_measure, is_part, names_total, years_beside_parts
from reportgen.source.whole_names import wholes_among

NONE = "none"
"""What `totals:` says of a table that has none."""
_NUMERIC = ("number", "integer")
_BARE = Pattern(r"[A-Za-z][\w-]*(?: [\w-]+)*")
_Names = Mapping[str, Collection[str]]
"""Names of rows by the column that they stand in."""
_SHOWN = 3
_MOST_NESTED = 100
"""Rows of a group in which a sum of sums is looked for. Ours."""
_MOST_ROWS = 1000
"""Of a longer table only the names are looked at."""
_MOST_LEVELS, _MOST_OF_LEVELS = 12, 20_000
"""Names in a column that may be levels, and rows of the table, that are looked at for these. Ours."""
_MOST_SUMMED = 50
"""Columns of numbers that show already which rows are sums: all names of a wide table are held against them. Ours."""


@frozen
class _Columns:
    """The columns of a table: those that name the rows, and the numbers that may be summed."""

    read: Mapping[str, ReadColumn]
    entry: TableEntry
    kinds: Mapping[str, ColumnEntry]

    @property
    def names(self) -> list[str]:
        """The columns with words, and those of periods, in which years may stand above their parts."""
        return [name for name, one in self.kinds.items() if one.type in ("string", "period")]

    @cached_property
    def sums(self) -> list[Sequence[int | None]]:
        """Columns of numbers, in units of their last digit, the first of many; shares and such are left out."""
        read = self.read
        units = {name: one.unit or read[name].unit for name, one in self.kinds.items() if one.type in _NUMERIC}
        counts = [name for name, unit in units.items() if "%" not in unit and "per " not in unit]
        return [in_units(read[name].values) for name in counts[:_MOST_SUMMED]]

    def groups(self, column: str) -> Iterable[list[int]]:
        """The rows, by their places, that `column` alone tells apart."""
        by = [key.text for key in (*self.entry.key, *((self.entry.date,) if self.entry.date else ()))]
        others = [self.read[name].texts for name in by if name != column and name in self.read]
        found: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(self.read[column].texts)):
            found.setdefault(tuple(texts[at] for texts in others), []).append(at)
        return found.values()


def totals_of(
    read: Mapping[str, ReadColumn], kinds: Mapping[str, ColumnEntry], entry: TableEntry, problems: Problems
) -> dict[str, tuple[str, ...]]:
    """The names of the rows that no sum counts, by the column that they stand in; none for a table without."""
    columns = _Columns(read, entry, kinds)
    declared = _declared(columns, entry.totals or (), problems)
    if says_none(entry) or not any(one.type in _NUMERIC for one in kinds.values()):
        return {}  # nothing in it can be summed
    plain = declared if entry.totals is not None else {name: _plain(columns, name) for name in columns.names}
    found = {name: plain.get(name, set()) | _parts(columns, name) for name in columns.names}
    return {name: tuple(sorted(texts)) for name, texts in found.items() if texts}


def says_none(entry: TableEntry) -> bool:
    """Whether tables.yaml says that all rows count."""
    return entry.totals is not None and [one.text for one in entry.totals] == [NONE]


def _declared(columns: _Columns, totals: Sequence[Phrase], problems: Problems) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for asked in totals:
        if asked.text == NONE and len(totals) == 1:
            continue
        holding = [name for name in columns.names if asked.text in columns.read[name].texts]
        if not holding:
            known = {text for name in columns.names for text in columns.read[name].texts}
            message = f"no row is called '{asked.text}'"
            problems.add("table-key", asked.place, message, did_you_mean(asked.text, known))
        for name in holding:
            found.setdefault(name, set()).add(asked.text)
    return found


def _parts(columns: _Columns, name: str) -> set[str]:
    """The names in a column that are plainly those of parts of other rows, or of what measures these."""
    different = {text for text in columns.read[name].texts if text}
    found = {text for text in different if is_part(text) or is_measure(text)}
    return found if found < different else set()


def _plain(columns: _Columns, name: str) -> set[str]:
    """The names in a column that are plainly those of totals."""
    texts = columns.read[name].texts
    different = {text for text in texts if text}
    sure = {text for text in different if names_total(text)} | years_beside_parts(texts)
    sure |= country_among(name, different) | wholes_among(texts)
    if sure == different:
        return set()
    if 1 < len(different) <= _MOST_LEVELS and len(texts) <= _MOST_OF_LEVELS:
        sure |= wider_levels(texts, columns.sums)
    if columns.kinds[name].type != "period" and len(texts) <= _MOST_ROWS:
        sure |= _summed(columns, name, sure)
    return sure if sure < different else set()


def _summed(columns: _Columns, name: str, sure: set[str]) -> set[str]:
    """Names whose values are, in every group of rows, the sums of other rows: where a value is missing, only the groups
    tell in which none is, if there are such."""
    texts, sums = columns.read[name].texts, columns.sums
    if not sums:
        return set()
    found: set[str] | None = None
    groups = [*columns.groups(name)]
    whole = [group for group in groups if all(values[at] is not None for values in sums for at in group)]
    for group in groups:
        if len({texts[at] for at in group}) < len(group):
            return set()  # nothing tells these rows apart
        if whole and group not in whole:
            continue
        totals = {at for at in group if texts[at] in sure}
        inner = {at for at in group if is_part(texts[at]) or is_measure(texts[at])}
        layers = sums_in_layers(group, sums, totals, inner)
        if not layers and len(group) <= _MOST_NESTED:
            layers = sums_nested([at for at in group if at not in inner], texts, sums, totals) - totals
        here = {texts[at] for at in layers | sums_among(group, texts, sums, totals | inner | layers)}
        found = here if found is None else found & here
    return found or set()


def out_of_groups(
    read: Mapping[str, ReadColumn],
    kinds: Mapping[str, ColumnEntry],
    entry: TableEntry,
    totals: _Names,
) -> dict[str, ReadColumn]:
    """The columns, that of `groups:` without a word for totals of the whole table, which stand below the last group."""
    name = entry.groups.text if entry.groups else ""
    if name not in read or not read[name].texts:
        return dict(read)
    columns, groups = _Columns(read, entry, kinds), read[name]
    last, at = groups.texts[-1], len(groups.texts)
    rows: set[int] = set()
    while at and groups.texts[at - 1] == last and (named := _named(read, at - 1, totals, name)):
        at -= 1
        elsewhere = (text for text, group in zip(read[named].texts, groups.texts, strict=True) if group != last)
        if read[named].texts[at] not in elsewhere and not _of_group(columns, at, named, name, totals):
            rows.add(at)
    values = [None if at in rows else value for at, value in enumerate(groups.values)]
    texts = ["" if at in rows else text for at, text in enumerate(groups.texts)]
    return {**read, name: replace(groups, values=values, texts=texts)}


def _named(read: Mapping[str, ReadColumn], at: int, totals: _Names, group: str) -> str:
    """The column by which a row is a total; "" for another row."""
    return next((name for name, texts in totals.items() if name != group and read[name].texts[at] in texts), "")


def _of_group(columns: _Columns, at: int, named: str, group: str, totals: _Names) -> bool:
    """Whether a total is that of its group: by its name, or because that is the sum it is nearest to."""
    read, names = columns.read, columns.read[named].texts
    if is_part(names[at]) or read[group].texts[at].casefold() in names[at].casefold():
        return True
    when = [read[name].texts for name, one in columns.kinds.items() if one.type in ("year", "date", "period")]
    parts = (row for row in range(at) if not _named(read, row, totals, group))
    peers = [row for row in parts if all(texts[row] == texts[at] for texts in when)]
    own = [row for row in peers if read[group].texts[row] == read[group].texts[at]]
    for values in columns.sums:
        if (value := values[at]) is not None:
            return abs(value - _sum(values, own)) < abs(value - _sum(values, peers))
    return False


def _sum(values: Sequence[int | None], rows: Iterable[int]) -> int:
    return sum(values[row] or 0 for row in rows)


def apart(table: Table, rows: Sequence[Row], columns: Iterable[str] | None = None) -> Sequence[Row]:
    """Those of `rows` that count in a sum: no totals of others among them, by the names in `columns` (default: all)."""
    for name, texts in table.totals.items():
        if columns is None or name in columns:
            parts = [row for row in rows if _called(row, name) not in texts]
            rows = parts or rows
    return rows


def _called(row: Row, name: str) -> Scalar:
    """What names a row in a column: of a period, its words."""
    value = row.value(name)
    return row.cells[name].text if isinstance(value, Period) else value


def tell_totals(
    table: str, rows: Sequence[Row], totals: Mapping[str, tuple[str, ...]], entry: TableEntry, problems: Problems
) -> None:
    """Report which rows no sum counts that tables.yaml does not name, once for the column that names them."""
    said = [one.text for one in entry.totals or ()]
    for name, texts in totals.items():
        places: dict[str, Place] = {}
        for row in rows:
            cell = row.cells[name]
            if cell.value is not None and cell.text in texts and cell.text not in said:
                places.setdefault(cell.text, cell.place)
        hint = f"write totals: {listed_names([*said, *places])} to say so, or totals: {NONE}"
        for kind, listed in by_kind(places).items():
            message = _left_out(table, listed, _KINDS[kind][len(listed) > 1])
            problems.add("table-total", places[listed[0]], message, hint)


_KINDS = {
    "totals": ("holds the sum of others", "hold sums of others"),
    "parts": ("is a part of another", "are parts of others"),
    "measures": (
        "measures the others (an average, a change, a base)",
        "measure the others (averages, changes, bases)",
    ),
}


def by_kind(names: Iterable[str]) -> dict[str, list[str]]:
    """Names of rows that no sum counts, by what such rows are: "totals", "parts", "measures"."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault("parts" if is_part(name) else "measures" if is_measure(name) else "totals", []).append(name)
    return found


def _left_out(table: str, listed: Sequence[str], what: str) -> str:
    shown = ", ".join(f"'{text}'" for text in listed[:_SHOWN])
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    several = len(listed) > 1
    rows, them = ("rows", "them") if several else ("row", "it")
    return f"the {rows} {shown}{more} of the table '{table}' {what}: sums of the column leave {them} out"


def listed_names(names: Sequence[str]) -> str:
    """Names of rows as tables.yaml has them behind `totals:`."""
    quoted = [name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False) for name in names]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"
