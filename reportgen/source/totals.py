"""Rows of a table that hold the sums of others: those that tables.yaml names, and those that are plainly totals.

A row is one by its name ("Total", "UK total", "All ages"), or because its values are the sums of rows beside it. What
adds rows up asks `apart` for those that count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.source.columns import ReadColumn
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Phrase, Row, Table
from reportgen.source.sums import in_units, sums_among

NONE = "none"
"""What `totals:` says of a table that has none."""
_NUMERIC = ("number", "integer")
_SURE = Pattern(
    r"(grand|overall|sub|national|general|net|gross)?[ -]?totals?|.+ totals?|totals? ?[,:;(\[/–—-].*|all|overall|"
    r"all (ages|persons|people|regions|areas|countries|sexes|genders|groups|pupils|schools|households|types|"
    r"categories|sectors|industries|tenures|causes|items|grades|subjects|providers|authorities|nations|"
    r"ethnicities|ethnic groups|age groups|usual residents)|both sexes|all (of )?(the )?(above|uk|england)|"
    r"(sous-)?total(es|e)?( général)?|ensemble|toutes?( .+)?|tous( .+)?|insgesamt|gesamt|zusammen|summe|totaal|"
    r"summa|suma|razem|ukupno",
    re.IGNORECASE,
)
"""Names of rows, in the languages of those who publish, that are never those of a part."""
_BARE = re.compile(r"[A-Za-z][\w-]*(?: [\w-]+)*")
_SHOWN = 3
_MOST_ROWS = 1000
"""Of a longer table only the names are looked at."""


@frozen
class _Columns:
    """The columns of a table: those that name the rows, and the numbers that may be summed."""

    read: Mapping[str, ReadColumn]
    entry: TableEntry
    kinds: Mapping[str, ColumnEntry]

    @property
    def names(self) -> list[str]:
        """The columns with words."""
        return [name for name, one in self.kinds.items() if one.type == "string"]

    @property
    def sums(self) -> list[Sequence[int | None]]:
        """Columns of numbers, in units of their last digit; shares and such are left out, and those below zero."""
        read = self.read
        units = {name: one.unit or read[name].unit for name, one in self.kinds.items() if one.type in _NUMERIC}
        found = [in_units(read[name].values) for name, unit in units.items() if "%" not in unit and "per " not in unit]
        return [one for one in found if not any(value is not None and value < 0 for value in one)]

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
    """The names of the rows that hold sums of others, by the column that they stand in; none for a table without."""
    columns = _Columns(read, entry, kinds)
    if entry.totals is not None:
        return _declared(columns, entry.totals, problems)
    if not any(one.type in _NUMERIC for one in kinds.values()):
        return {}  # nothing in it can be summed
    found = {name: _plain(columns, name) for name in columns.names}
    return {name: tuple(sorted(texts)) for name, texts in found.items() if texts}


def _declared(columns: _Columns, totals: Sequence[Phrase], problems: Problems) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for asked in totals:
        if asked.text == NONE and len(totals) == 1:
            return {}
        holding = [name for name in columns.names if asked.text in columns.read[name].texts]
        if not holding:
            known = {text for name in columns.names for text in columns.read[name].texts}
            message = f"no row is called '{asked.text}'"
            problems.add("table-key", asked.place, message, did_you_mean(asked.text, known))
        for name in holding:
            found.setdefault(name, set()).add(asked.text)
    return {name: tuple(sorted(texts)) for name, texts in found.items()}


def _plain(columns: _Columns, name: str) -> set[str]:
    """The names in a column that are plainly those of totals."""
    texts = columns.read[name].texts
    different = {text for text in texts if text}
    sure = {text for text in different if _SURE.fullmatch(text)}
    if sure == different:
        return set()
    if len(texts) <= _MOST_ROWS:
        sure |= _summed(columns, name, sure)
    return sure if sure < different else set()


def _summed(columns: _Columns, name: str, sure: set[str]) -> set[str]:
    """Names whose values are, in every group of rows, the sums of other rows."""
    texts, sums = columns.read[name].texts, columns.sums
    if not sums:
        return set()
    found: set[str] | None = None
    for group in columns.groups(name):
        if len({texts[at] for at in group}) < len(group):
            return set()  # nothing tells these rows apart
        here = {texts[at] for at in sums_among(group, texts, sums, {at for at in group if texts[at] in sure})}
        found = here if found is None else found & here
    return found or set()


def is_total(text: str) -> bool:
    """Whether a name is plainly that of a total."""
    return _SURE.fullmatch(text) is not None


def apart(table: Table, rows: Sequence[Row], columns: Iterable[str] | None = None) -> Sequence[Row]:
    """Those of `rows` that count in a sum: no totals of others among them, by the names in `columns` (default: all)."""
    for name, texts in table.totals.items():
        if columns is None or name in columns:
            parts = [row for row in rows if row.value(name) not in texts]
            rows = parts or rows
    return rows


def tell_totals(table: str, rows: Sequence[Row], totals: Mapping[str, tuple[str, ...]], problems: Problems) -> None:
    """Report that some rows of a table are taken for sums of others, once for the column that names them."""
    for name, texts in totals.items():
        places: dict[str, Place] = {}
        for row in rows:
            cell = row.cells[name]
            if cell.value in texts:
                places.setdefault(str(cell.value), cell.place)
        listed = list(places)
        shown = ", ".join(f"'{text}'" for text in listed[:_SHOWN])
        more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
        what = "row {} of the table '{}' holds the sum" if len(listed) == 1 else "rows {} of the table '{}' hold sums"
        message = f"the {what.format(shown + more, table)} of others: sums of the column leave them out"
        if len(listed) == 1:
            message = message.removesuffix("them out") + "it out"
        hint = f"write totals: {listed_names(listed)} to say so, or totals: {NONE}"
        problems.add("table-total", places[listed[0]], message, hint)


def listed_names(names: Sequence[str]) -> str:
    """Names of rows as tables.yaml has them behind `totals:`."""
    quoted = [name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False) for name in names]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"
