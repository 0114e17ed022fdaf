"""The columns that an entry of tables.yaml names, found in the part of a sheet that it describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportgen.frozen import frozen
from reportgen.problems import Problems, did_you_mean
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Phrase
from reportgen.source.regions import Region
from reportgen.source.reshaping import became_rows, check_new, joined, unpivoted

Declared = tuple[Phrase, ColumnEntry]
"""A column's name with its place in tables.yaml, and what stands there of it."""


@frozen
class TableColumns:
    """Finds the columns of one table; faults go to `problems`."""

    name: Phrase
    entry: TableEntry
    problems: Problems

    def unpivoted(self, region: Region) -> Region:
        """With a row for each of the columns of `unpivot:`."""
        entry = self.entry.unpivot
        if entry is None:
            return region
        for asked in (entry.first, entry.last):
            if asked.text not in region.names:
                self._no_column(asked, region.names)
                return region
        order = list(region.names)
        if order.index(entry.first.text) > order.index(entry.last.text):
            message = f"the column '{entry.last.text}' stands before '{entry.first.text}'"
            self.problems.add("table-column", entry.last.place, message, "first: is the one on the left")
            return region
        kept = {name: at for name, at in region.names.items() if not became_rows(self.entry, region, name)}
        if not check_new((entry.names, entry.values), replace(region, names=kept), self.entry, self.problems):
            return region
        return unpivoted(region, entry.first.text, entry.last.text, entry.names.text, entry.values.text)

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
                    hint = f"its values are in the column {self.entry.unpivot.values.text}"
                self.problems.add("table-column", asked.place, message, hint)
            elif name in region.twice and f"{name} (2)" not in declared and _holds(region, f"{name} (2)"):
                line = next(one for one in region.sheet.lines if one.number == region.header)
                place = region.sheet.place(line, region.names[f"{name} (2)"])
                hint = f"rename one, or declare the second as '{name} (2)'"
                self.problems.add("table-column", place, f"the column '{name}' stands twice", hint)
        columns = {name: declared[name] for name in region.names if name in declared}
        self._check_roles(columns, region)
        return columns

    def _check_roles(self, columns: Mapping[str, Declared], region: Region) -> None:
        """Columns that other keys name exist and suit."""
        entry, types = self.entry, {name: column.type for name, (_, column) in columns.items()}
        for name in filter(None, (*entry.key, entry.date, entry.label, *entry.sum_by)):
            if name.text not in types:
                self._no_column(name, types)
        for name in entry.columns_of_origins:
            if name.text not in region.names:
                self._no_column(name, region.names)
        if entry.date and types.get(entry.date.text, "date") not in ("date", "year", "period"):
            message = f"the column '{entry.date.text}' dates the rows, so it must be of type date, year or period"
            self.problems.add("table-column", entry.date.place, message, "declare it with type: date")

    def _no_column(self, name: Phrase, known: Mapping[str, object]) -> None:
        message = f"the table '{self.name.text}' has no column '{name.text}'"
        self.problems.add("table-column", name.place, message, did_you_mean(name.text, known))


def _holds(region: Region, name: str) -> bool:
    """Whether anything stands in a column."""
    return any(line.text(region.names[name]) for line in region.lines)
