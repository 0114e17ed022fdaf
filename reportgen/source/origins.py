"""Where the rows of a table and single values of them come from: the columns that say sources and dates.

What `tables.yaml` may name for that is in `entries`; who asks a row for the source of a value asks the `model`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.problems import Problems
from reportgen.sheets.sheet import Line
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Origin, Phrase
from reportgen.source.names import Sources
from reportgen.source.regions import Region
from reportgen.source.scalars import ScalarError, partial_date

_NONE: Mapping[str, Origin] = {}


@frozen
class Origins:
    """Reads the sources and dates of one table's rows; faults go to `problems`, unknown sources once a table."""

    entry: TableEntry
    region: Region
    sources: Sources
    problems: Problems
    ids: tuple[str, ...]
    """The table's own sources."""
    _own: dict[str, tuple[ColumnEntry, tuple[str, ...]]] = field(default_factory=dict)
    """The columns whose values say something, with the sources of all of them."""
    _strangers: dict[str, list[Phrase]] = field(default_factory=dict)
    """The unknown sources that cells name, each time that one does."""

    @classmethod
    def of(cls, entry: TableEntry, region: Region, sources: Sources, problems: Problems) -> Origins:
        """Of one table; sources that tables.yaml itself names are looked up at once."""
        found = cls(entry, region, sources, problems, sources.known((*entry.source, *entry.sources), problems))
        for name, column in entry.columns.items():
            if column.has_origins:
                own = sources.known((*column.source, *column.sources), problems)
                found._own[" ".join(name.text.split())] = (column, own)
        return found

    def of_row(self, line: Line) -> tuple[tuple[str, ...], PartialDate | None]:
        """The sources of a row, else the table's, and the day that the row says."""
        source, day = self.entry.source_column, self.entry.as_of_column
        return (self._sources(line, source) if source else ()) or self.ids, self._date(line, day) if day else None

    def of_values(self, line: Line) -> Mapping[str, Origin]:
        """What the values of a row say of their own, by their columns."""
        return {name: self._origin(line, *own) for name, own in self._own.items()} if self._own else _NONE

    def report(self) -> None:
        """Report the unknown sources that cells have named, each once."""
        for named in self._strangers.values():
            self.sources.report(named[0], self.problems, len(named))

    def _origin(self, line: Line, column: ColumnEntry, ids: tuple[str, ...]) -> Origin:
        source, day = column.source_column, column.as_of_column
        named = self._sources(line, source) if source else ()
        return Origin(named or ids, (self._date(line, day) if day else None) or column.as_of)

    def _sources(self, line: Line, column: Phrase) -> tuple[str, ...]:
        at = self.region.names[column.text]
        found, unknown = self.sources.parted((Phrase(line.text(at), self.region.sheet.place(line, at)),))
        for name in unknown:
            self._strangers.setdefault(name.text, []).append(name)
        return found

    def _date(self, line: Line, column: Phrase) -> PartialDate | None:
        at = self.region.names[column.text]
        text = line.text(at)
        try:
            return partial_date(text) if text else None
        except ScalarError as error:
            place = self.region.sheet.place(line, at)
            self.problems.add(error.rule, place, f"'{column.text}' {error.message}", error.hint)
            return None
