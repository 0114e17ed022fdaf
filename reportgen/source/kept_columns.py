"""Columns that have been read without anything to tell: `reportgen table` reads none of them a second time.

It guesses what a column is by reading it, and then reads the table that its proposal describes. Where that says of a
column what the guess was read with, the column is the same. One of which there is something to tell is read again.
"""

from __future__ import annotations

from collections.abc import Sequence
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

    def suits(self, entry: ColumnEntry, table: TableEntry, lines: Sequence[Line], at: int) -> bool:
        """Whether reading the column at `at` of `lines` as `entry` and `table` say would give the same."""
        if table.marks or table.decimal or table.date_order or at != self.at:
            return False
        if replace(entry, type=self.entry.type, decimals=None) != self.entry or not self._is_of(entry):
            return False
        return len(lines) == len(self.lines) and all(map(_same, lines, self.lines))

    def _is_of(self, entry: ColumnEntry) -> bool:
        """Whether the type is the same, or that of whole numbers and all numbers are written so."""
        if entry.type == "integer" and self.entry.type == "number":
            return not most_places(self.read.values)
        return entry.type == self.entry.type


def _same(one: Line, other: Line) -> bool:
    return one is other
