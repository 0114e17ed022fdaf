"""What differs between two records of a briefing: records of the data by their keys, and text by sections.

Exactly what differs is listed, once; the order of rows, columns and files counts for nothing, a source or an as-of date
that alone has changed neither, and a fact with another name is still the fact of its subject and measure. How a change
is put in words is `telling`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal

from reportgen.document.data.shelf import canonical
from reportgen.document.revision import Manner
from reportgen.editions.matching import identity, key_of
from reportgen.editions.record import Snapshot
from reportgen.editions.texts import SectionChange, changed_sections, manners, with_names
from reportgen.editions.withholding import withheld
from reportgen.frozen import frozen
from reportgen.problems import Place
from reportgen.source.model import Cell, Column, Fact, Row, Table

Kind = Literal["added", "removed", "changed"]


@frozen
class Change:
    """One difference of the data.

    `key` names the row as it is written (its key, then its date where the table has dates; every cell where it has no
    key); of a fact it is the name. Without `column` it is the whole row; without `key` the whole column, or without
    both the whole table.
    """

    kind: Kind
    table: str = ""
    """"" for a fact."""
    key: tuple[str, ...] = ()
    column: str = ""
    old: Cell | None = None
    """The cells of a value that changed, and of a fact."""
    new: Cell | None = None
    old_row: Row | None = field(default=None, compare=False)
    new_row: Row | None = field(default=None, compare=False)

    @property
    def is_fact(self) -> bool:
        """Whether it is a fact's."""
        return not self.table


@frozen
class Comparison:
    """Two records and what differs: data in the order of the newer one's files, then what only the older one has."""

    old: Snapshot
    new: Snapshot
    changes: tuple[Change, ...]
    sections: tuple[SectionChange, ...]
    paragraphs: Mapping[Place, Manner]
    """The paragraphs of the newer one that are new or changed, by their places."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """The older names of facts by their newer ones."""

    def __bool__(self) -> bool:
        return bool(self.changes or self.sections)


def compare(old: Snapshot, new: Snapshot) -> Comparison:
    """What differs between two records; titles, dates and edition numbers are not among it.

    `old` of what is given is the older record without the values that the newer one suppresses as confidential.
    """
    renamed = _renamed(old.facts, new.facts)
    old = withheld(old, {table.name: table for table in new.tables}, new.facts, renamed)
    sections = changed_sections(with_names(old.sections, renamed), new.sections)
    changes = (*_facts(old.facts, new.facts, renamed), *_tables(old.tables, new.tables))
    return Comparison(old, new, changes, sections, manners(sections), renamed)


# --- facts -----------------------------------------------------------------------------------------------------------
def _facts(old: Sequence[Fact], new: Sequence[Fact], renamed: Mapping[str, str]) -> Iterator[Change]:
    before, after = ({fact.name: fact for fact in facts} for facts in (old, new))
    for name, fact in after.items():
        was = before.get(renamed.get(name, name))
        if was is None:
            yield Change("added", key=(name,), new=fact.cell)
        elif was.unit != fact.unit or not _same(was.cell, fact.cell, alike=was.type == fact.type):
            yield Change("changed", key=(name,), old=was.cell, new=fact.cell)
    for name, fact in before.items():
        if name not in after and name not in renamed.values():
            yield Change("removed", key=(name,), old=fact.cell)


def _renamed(old: Sequence[Fact], new: Sequence[Fact]) -> dict[str, str]:
    """The older names of facts by their newer ones: those that say of the same subject and measure, in one unit.

    Where several do, such as one for each year, they are told apart by their dates, then by their values.
    """
    names = ({fact.name for fact in old}, {fact.name for fact in new})
    gone = [fact for fact in old if fact.name not in names[1] and _said(fact)]
    come = [fact for fact in new if fact.name not in names[0] and _said(fact)]
    found: dict[str, str] = {}
    for told in (_said_when, _said_what, _said):
        before, after = (
            _alone([fact for fact in facts if fact.name not in taken], told)
            for facts, taken in ((gone, set(found.values())), (come, set(found)))
        )
        found |= {after[key].name: before[key].name for key in after if key in before}
    return found


def _said(fact: Fact) -> Hashable:
    return (fact.subject, fact.measure, fact.unit) if fact.subject and fact.measure else None


def _said_when(fact: Fact) -> Hashable:
    return (_said(fact), fact.as_of)


def _said_what(fact: Fact) -> Hashable:
    return (_said(fact), canonical(fact.cell.value))


def _alone(facts: Sequence[Fact], told: Callable[[Fact], Hashable]) -> dict[Hashable, Fact]:
    """The facts by what is `told` of each, without those of which the same is told."""
    count = Counter(map(told, facts))
    return {told(fact): fact for fact in facts if count[told(fact)] == 1}


def _same(old: Cell, new: Cell, *, alike: bool) -> bool:
    """Whether two cells hold the same value with the same mark: 33 and 33.0 do.

    Where they are not `alike`, of one type, the words decide: a column that was declared as text and is one of numbers
    now has not changed a value.
    """
    values = old.value == new.value if alike else canonical(old.value) == canonical(new.value)
    return values and old.mark == new.mark


# --- tables ----------------------------------------------------------------------------------------------------------
def _tables(old: Sequence[Table], new: Sequence[Table]) -> Iterator[Change]:
    before, after = ({table.name: table for table in tables} for tables in (old, new))
    for name, table in after.items():
        if name not in before:
            yield Change("added", name)
        elif identity(before[name], table) is None:
            yield Change("removed", name)
            yield Change("added", name)
        else:
            yield from _Pair(before[name], table).changes()
    for name in before:
        if name not in after:
            yield Change("removed", name)


@frozen
class _Pair:
    """A table of the older record and the same one of the newer."""

    old: Table
    new: Table

    def changes(self) -> Iterator[Change]:
        """Columns that are new, gone or of another unit; then the rows."""
        before, after = ({column.name: column for column in table.columns} for table in (self.old, self.new))
        yield from (Change("added", self.new.name, column=name) for name in after if name not in before)
        yield from (Change("removed", self.new.name, column=name) for name in before if name not in after)
        common = [(before[name], column) for name, column in after.items() if name in before]
        yield from (
            Change("changed", self.new.name, column=column.name) for was, column in common if was.unit != column.unit
        )
        names = identity(self.old, self.new)
        yield from self._keyed(names, common) if names else self._keyless(common)

    def _keyed(self, names: Sequence[str], common: Sequence[tuple[Column, Column]]) -> Iterator[Change]:
        rows = {key_of(row, names): row for row in self.old.rows}
        seen = set()
        for row in self.new.rows:
            key = key_of(row, names)
            seen.add(key)
            was = rows.get(key)
            if was is None:
                yield Change("added", self.new.name, _written(row, names), new_row=row)
            else:
                yield from self._cells(was, row, names, common)
        for key, row in rows.items():
            if key not in seen:
                yield Change("removed", self.new.name, _written(row, names), old_row=row)

    def _cells(
        self, was: Row, row: Row, names: Sequence[str], common: Sequence[tuple[Column, Column]]
    ) -> Iterator[Change]:
        for old, new in common:
            if new.name not in names:
                one, other = was.cells[new.name], row.cells[new.name]
                if not _same(one, other, alike=old.type == new.type):
                    yield Change("changed", self.new.name, _written(row, names), new.name, one, other, was, row)

    def _keyless(self, common: Sequence[tuple[Column, Column]]) -> Iterator[Change]:
        """Rows that one has more often than the other, by all of the cells that both can have."""
        names = [column.name for _, column in common]
        alike = {new.name: old.type == new.type for old, new in common}
        before, after = ([(_content(row, alike), row) for row in table.rows] for table in (self.old, self.new))
        yield from (
            Change("added", self.new.name, _written(row, names), new_row=row) for row in _surplus(after, before)
        )
        yield from (
            Change("removed", self.new.name, _written(row, names), old_row=row) for row in _surplus(before, after)
        )


def _written(row: Row, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.cells[name].written for name in names)


def _content(row: Row, alike: Mapping[str, bool]) -> Hashable:
    return tuple(
        (row.value(name) if same else canonical(row.value(name)), row.cells[name].mark) for name, same in alike.items()
    )


def _surplus(rows: Sequence[tuple[Hashable, Row]], others: Sequence[tuple[Hashable, Row]]) -> Iterator[Row]:
    """Those of `rows` that `others` do not have, or not so often."""
    left = Counter(content for content, _ in others)
    for content, row in rows:
        if left[content]:
            left[content] -= 1
        else:
            yield row
