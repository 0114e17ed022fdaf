"""What a briefing suppresses as confidential is taken out of the record of the edition before.

So the record that a paper carries with it does not have the value, and no sentence, no list and no marked paragraph of
a comparison tells it: they read the same whether the author has taken it out of the older record as well or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from reportgen.document.data.records import FACTS
from reportgen.editions.matching import identity, key_of
from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.record import SectionRecord, Snapshot
from reportgen.marks import Mark
from reportgen.source.model import Cell, Fact, Row, Table

HIDDEN = "…"
"""Stands for a value that is not told, in text that the older paper printed."""
_BLANK = Cell(None, "")
_SLOT = re.compile("(⟨[^⟩]*⟩)")


def withheld(
    record: Snapshot,
    tables: Mapping[str, Table],
    facts: Iterable[Fact] = (),
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> Snapshot:
    """The record without the values that `tables` and `facts` have suppressed since; the same where there are none.

    `renamed` has the older names of facts by their newer ones.
    """
    hidden = frozenset(renamed.get(fact.name, fact.name) for fact in facts if _is_suppressed(fact.cell))
    names = frozenset((*(f"{FACTS}.{name}" for name in hidden), *_suppressed(tables.values())))
    if not names:
        return record
    return replace(
        record,
        tables=tuple(_table(table, tables.get(table.name)) for table in record.tables),
        facts=tuple(
            replace(fact, cell=_BLANK) if fact.name in hidden and fact.cell.value is not None else fact
            for fact in record.facts
        ),
        sections=tuple(_section(section, names) for section in record.sections),
        rest={},  # a short text could be guessed from its sum
    )


def _is_suppressed(cell: Cell) -> bool:
    return cell.mark is Mark.SUPPRESSED


def _suppressed(tables: Iterable[Table]) -> Iterator[str]:
    """The names by which a text calls the values of some tables that are suppressed."""
    for table in tables:
        for row in table.rows:
            parts = key_of(row, [name for name in table.key if name != table.date])
            yield from (
                ".".join((table.name, *parts, name)) for name, cell in row.cells.items() if _is_suppressed(cell)
            )


# --- data ------------------------------------------------------------------------------------------------------------
def _table(old: Table, new: Table | None) -> Table:
    names = identity(old, new) if new is not None else None
    if new is None or not names:
        return old
    hidden = {
        key_of(row, names): {name for name, cell in row.cells.items() if _is_suppressed(cell)} for row in new.rows
    }
    return replace(old, rows=tuple(_row(row, hidden.get(key_of(row, names), set())) for row in old.rows))


def _row(row: Row, hidden: set[str]) -> Row:
    taken = {name for name in hidden & set(row.cells) if row.value(name) is not None}
    if not taken:
        return row
    return replace(row, cells={name: _BLANK if name in taken else cell for name, cell in row.cells.items()})


# --- text ------------------------------------------------------------------------------------------------------------
def _section(section: SectionRecord, names: frozenset[str]) -> SectionRecord:
    title, _ = _without(section.title, section.compared, names)
    return replace(section, title=title, paragraphs=tuple(_paragraph(one, names) for one in section.paragraphs))


def _paragraph(one: ParagraphRecord, names: frozenset[str]) -> ParagraphRecord:
    text, found = _without(one.text, one.compared, names)
    return replace(one, text=text) if found else one


def _without(text: str, compared: str, names: frozenset[str]) -> tuple[str, bool]:
    """The text as printed with a sign for each value of `names`, found by what stands around it."""
    parts = _SLOT.split(compared)
    hidden = [_names(part[1:-1], names) if number % 2 else False for number, part in enumerate(parts)]
    if not any(hidden):
        return text, False
    pattern = "".join("(.*?)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    found = re.fullmatch(pattern, text, re.DOTALL)
    if found is None:  # what it printed can't be told from its words
        return "".join(HIDDEN if number % 2 else part for number, part in enumerate(parts)), True
    values = iter(found.groups())
    printed = [next(values) if number % 2 else part for number, part in enumerate(parts)]
    return "".join(HIDDEN if hide else part for hide, part in zip(hidden, printed, strict=True)), True


def _names(slot: str, names: frozenset[str]) -> bool:
    """Whether what stands in the place of a value is one of `names`, or is computed from one by that name."""
    return any(re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", slot) for name in names)
