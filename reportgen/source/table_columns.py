"""The columns that an entry of tables.yaml names, found in the part of a sheet that it describes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportgen.frozen import frozen
from reportgen.problems import Problems, did_you_mean
from reportgen.source.cell_marks import NUMERIC
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Phrase
from reportgen.source.regions import NONE, Region
from reportgen.source.reshaping import became_rows, check_new, joined, parted, unpivoted
from reportgen.source.row_groups import check_groups, grouped
from reportgen.source.scalars import short

Declared = tuple[Phrase, ColumnEntry]
"""A column's name with its place in tables.yaml, and what stands there of it."""


@frozen
class TableColumns:
    """Finds the columns of one table; faults go to `problems`."""

    name: Phrase
    entry: TableEntry
    problems: Problems

    def grouped(self, region: Region) -> Region:
        """With a column for the rows that `groups:` says name those below them."""
        asked = self.entry.groups
        if asked is None or asked.text == NONE:
            return region
        check_groups(asked, region, self.problems)
        return grouped(region, asked.text) if check_new((asked,), region, self.entry, self.problems) else region

    def unpivoted(self, region: Region) -> Region:
        """With a row for each of the columns of `unpivot:`, or of the periods that they are named by."""
        entry = self.entry.unpivot
        if entry is None:
            return region
        unknown = [asked for asked in (entry.first, entry.last) if asked.text not in region.names]
        for asked in unknown:
            self._no_column(asked, region.names, _of_two_rows(asked.text, region.names))
        if unknown:
            return region
        order = list(region.names)
        if order.index(entry.first.text) > order.index(entry.last.text):
            message = f"the column '{entry.last.text}' stands before '{entry.first.text}'"
            self.problems.add("table-column", entry.last.place, message, "first: is the one on the left")
            return region
        wide = [name for name in order if became_rows(self.entry, region, name)]
        kept = {name: at for name, at in region.names.items() if name not in wide}
        values = [one.text for one in entry.values]
        new = check_new((entry.names, *entry.values), replace(region, names=kept), self.entry, self.problems)
        if not new or self._has_strange([name for name in wide if _holds(region, name)], entry.values):
            return region
        return unpivoted(region, entry.first.text, entry.last.text, entry.names.text, values)

    def _has_strange(self, wide: Sequence[str], values: Sequence[Phrase]) -> bool:
        """Whether a column that becomes rows is named by none of several measures, which is reported."""
        measures = [one.text for one in values]
        strange = next((name for name in wide if not parted(name, measures)), "")
        if strange:
            message = f"the name of the column '{strange}' does not begin or end with one of {', '.join(measures)}"
            self.problems.add("table-column", values[0].place, message, "add to values: what it ends with")
        return bool(strange)

    def joined(self, region: Region) -> Region:
        """With the columns of `join:`."""
        joins = self.entry.join or {}
        unknown = [part for parts in joins.values() for part in parts if part.text not in region.names]
        for part in unknown:
            self._no_column(part, region.names)
        found = {name.text: [part.text for part in parts] for name, parts in joins.items()}
        whole = not unknown and check_new(joins, region, self.entry, self.problems)
        return joined(region, found) if found and whole else region

    def of(self, region: Region, written: Region) -> dict[str, Declared]:
        """The declared columns in the file's order; those that it does not have, or has twice, are reported, and
        what other keys name that is none of them. `written` is the part of the sheet before it was reshaped."""
        declared = {" ".join(name.text.split()): (name, column) for name, column in self.entry.columns.items()}
        for name, (asked, _) in declared.items():
            if name not in region.names:
                message, hint = f"{region.sheet.file} has no column '{name}'", did_you_mean(name, region.names)
                if self.entry.unpivot and became_rows(self.entry, written, name):
                    message = f"the column '{name}' has become rows"
                    hint = f"its values are in the column {' or '.join(one.text for one in self.entry.unpivot.values)}"
                self.problems.add("table-column", asked.place, message, hint)
            elif name in region.twice and f"{name} (2)" not in declared and _holds(region, f"{name} (2)"):
                line = next(one for one in region.sheet.lines if one.number == region.header)
                place = region.sheet.place(line, region.names[f"{name} (2)"])
                hint = f"rename one, or declare the second as '{name} (2)'"
                self.problems.add("table-column", place, f"the column '{name}' stands twice", hint)
        columns = {name: declared[name] for name in region.names if name in declared}
        self._check_headings(columns, region)
        self._check_roles(columns, region)
        return columns

    def _check_headings(self, columns: Mapping[str, Declared], region: Region) -> None:
        """Every column has a heading; that of the first, above the names of rows, may be empty, as in most tables."""
        group = self.entry.groups.text if self.entry.groups else ""
        for name in [name for name in columns if name != group][1:]:
            asked, column = columns[name]
            message = f"the column '{name}' has no name in {region.sheet.what}" if name in region.nameless else ""
            if column.title == "" and column.type in NUMERIC:
                message = f"the column '{name}' has no heading"
            if message and (column.title is None or column.type in NUMERIC) and not column.title:
                self.problems.add("table-column", asked.place, message, "say with title: what its heading is")

    def _check_roles(self, columns: Mapping[str, Declared], region: Region) -> None:
        """Columns that other keys name exist and suit."""
        entry, types = self.entry, {name: column.type for name, (_, column) in columns.items()}
        for name in filter(None, (*entry.key, entry.date, entry.label, *entry.sum_by)):
            if name.text not in types:
                self._no_column(name, types)
        for name in entry.columns_of_origins:
            if name.text not in region.names:
                self._no_column(name, region.names)
        for named, (_, column) in columns.items():
            self._check_marks(named, column, region)
        if entry.date and types.get(entry.date.text, "date") not in ("date", "year", "period"):
            message = f"the column '{entry.date.text}' dates the rows, so it must be of type date, year or period"
            self.problems.add("table-column", entry.date.place, message, "declare it with type: date")

    def _check_marks(self, name: str, column: ColumnEntry, region: Region) -> None:
        if column.mark_column is None:
            return
        if column.mark_column.text not in region.names:
            self._no_column(column.mark_column, region.names)
        elif column.type not in NUMERIC:
            message = f"the column '{name}' has marks in another, so it must be one of numbers"
            self.problems.add("table-column", column.mark_column.place, message, "declare it with type: number")

    def _no_column(self, name: Phrase, known: Mapping[str, object], hint: str = "") -> None:
        message = f"the table '{self.name.text}' has no column '{name.text}'"
        self.problems.add("table-column", name.place, message, hint or did_you_mean(name.text, known))


def _of_two_rows(text: str, names: Iterable[str]) -> str:
    """What to do about a name that is part of that of several columns: a header of two rows names them."""
    under = [name for name in names if name.startswith(f"{text} ") or name.endswith(f" {text}")]
    if not under:
        return ""
    rest = dict.fromkeys(name.removeprefix(text).removesuffix(text).strip() for name in under)
    measures = f"[{', '.join(rest)}]" if len(rest) > 1 else next(iter(rest))
    return (
        f"the columns are called {short(under[0])} and so on: name the first and the last so, with values: {measures}"
    )


def _holds(region: Region, name: str) -> bool:
    """Whether anything stands in a column."""
    return any(line.text(region.names[name]) for line in region.lines)
