"""Columns that have been read without anything to tell: `reportgen table` reads none of them a second time.

It guesses what a column is by reading it, and then reads the table that its proposal describes. Where that says of a
column what the guess was read with, the column is the same. One of which there is something to tell is read again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.frozen import frozen
from reportgen.language.values import most_places
from reportgen.sheets.sheet import Line
from reportgen.source.columns import ReadColumn
from reportgen.source.entries import ColumnEntry, TableEntry


@frozen
class Kept:
    """A column of these lines, and what it was read with: `at` is where it stands in each."""

    lines: Sequence[Line]
    at: int
    entry: ColumnEntry
    read: ReadColumn

    def suits(self, entry: ColumnEntry, table: TableEntry, at: int) -> bool:
        """Whether reading the column at `at` of the same rows as `entry` and `table` say would give the same."""
        if table.marks or table.decimal or table.date_order or at != self.at:
            return False
        return replace(entry, type=self.entry.type, decimals=None) == self.entry and self._is_of(entry)

    def _is_of(self, entry: ColumnEntry) -> bool:
        """Whether the type is the same, or that of whole numbers and all numbers are written so."""
        if entry.type == "integer" and self.entry.type == "number":
            return not most_places(self.read.values)
        return entry.type == self.entry.type


def kept_of(known: Mapping[str, Kept], lines: Sequence[Line]) -> dict[str, Kept]:
    """Those of the columns that are known, by their names, whose rows these are; columns mostly share theirs."""
    rows = {id(one.lines): one.lines for one in known.values()}
    same = {number for number, given in rows.items() if len(given) == len(lines) and all(map(_is_as, given, lines))}
    return {name: one for name, one in known.items() if id(one.lines) in same}


def _is_as(one: Line, other: Line) -> bool:
    return one is other or one.is_as(other)
