"""Rows of a table that hold the sums of others: those that tables.yaml names, and those that are plainly totals.

A row is one by its name ("Total", "UK total", "All ages"), or because its values are the sums of rows beside it. What
adds rows up asks `apart` for those that count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen.frozen import frozen
from reportgen.language.values import most_places
from reportgen.patterns import Pattern
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.source.columns import ReadColumn
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Phrase, Row, Scalar, Table

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
_LIKELY = Pattern(
    r"total\b.*|.*\btotal\b.*|all .+|.+ (and|et|und|&) .+|united kingdom|uk|great britain|gb", re.IGNORECASE
)
"""Names that may be those of a total: the values decide."""
_JOINED = re.compile(r",| and | et | und |&|\+")
_BARE = re.compile(r"[A-Za-z][\w-]*(?: [\w-]+)*")
_SHOWN = 3
_MOST_ROWS = 1000
"""Of a longer table only the names are looked at."""
_LIKELY_DIGITS, _PLAIN_DIGITS = 2.0, 4.5
"""How many digits of the values must agree, where the name says it too, and where it does not. Ours: four and a half
digits agree by chance in one of 30,000 rows."""


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
    def sums(self) -> list[Sequence[Scalar]]:
        """Columns of numbers, shares and such left out."""
        read = self.read
        units = {name: one.unit or read[name].unit for name, one in self.kinds.items() if one.type in _NUMERIC}
        found = [read[name].values for name, unit in units.items() if "%" not in unit and "per " not in unit]
        return [one for one in found if not any(isinstance(value, Decimal) and value < 0 for value in one)]

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
        here = {texts[at] for at in _sums_in(group, texts, sums, sure)}
        found = here if found is None else found & here
    return found or set()


def _sums_in(group: Sequence[int], texts: Sequence[str], sums: Sequence[Sequence[Scalar]], sure: set[str]) -> set[int]:
    """The rows of a group that are sums of rows beside them, those that are sums themselves left out."""
    totals = {at for at in group if texts[at] in sure}
    begun = len(totals)
    while True:
        parts = [at for at in group if at not in totals]
        new = next((at for at in parts if _is_sum(at, group, totals, texts, sums)), None)
        if new is None or len(parts) < 3:
            return {at for at in totals if texts[at] not in sure} if len(totals) > begun else set()
        totals.add(new)


def _is_sum(
    at: int, group: Sequence[int], totals: set[int], texts: Sequence[str], sums: Sequence[Sequence[Scalar]]
) -> bool:
    text = texts[at]
    wanted = _LIKELY_DIGITS if _LIKELY.fullmatch(text) else _PLAIN_DIGITS
    if not any(one.isalpha() for one in text):
        return False
    here = group.index(at)
    below = [one for one in group[here + 1 :] if one not in totals]
    above = [one for one in reversed(group[:here]) if one not in totals]
    runs = (*_runs(at, below, sums), *_runs(at, above, sums), [*above, *below], _called(text, [*above, *below], texts))
    return any(sum(_digits(at, run, values) for values in sums) >= wanted for run in runs if len(run) > 1)


def _called(text: str, beside: Sequence[int], texts: Sequence[str]) -> list[int]:
    """The rows that a name such as "England and Wales" consists of."""
    parts = {part.strip() for part in _JOINED.split(text)}
    return [one for one in beside if texts[one] in parts]


def _runs(at: int, beside: Sequence[int], sums: Sequence[Sequence[Scalar]]) -> Iterator[Sequence[int]]:
    """The rows from the nearest on whose sums may be what stands in row `at`."""
    values = next((one for one in sums if isinstance(one[at], Decimal) and one[at]), None)
    if values is None:
        return
    left = values[at]
    assert isinstance(left, Decimal)
    room = Decimal(1).scaleb(-most_places(values))
    for count, one in enumerate(beside, 1):
        value = values[one]
        left -= value if isinstance(value, Decimal) else 0
        if count > 1 and abs(left) <= room * count / 2:
            yield beside[:count]
        if left < -room * count:
            return


def _digits(at: int, run: Sequence[int], values: Sequence[Scalar]) -> float:
    """How many digits of a value are those of the sum of a run, which rounding may change; 0: it is another."""
    whole = values[at]
    parts = [value for one in run if isinstance(value := values[one], Decimal)]
    if not isinstance(whole, Decimal) or not whole or len(parts) < len(run):
        return 0.0
    unit = Decimal(1).scaleb(-most_places(values))
    off, room = abs(whole - sum(parts)), unit * len(run) / 2
    if off > room:
        return 0.0
    span = unit if not off else 2 * room + unit
    return max(0.0, float((whole / span).log10()))


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
