"""What a newer record suppresses as confidential is taken out of the older one before the two are compared.

So no sentence, no list and no marked paragraph tells the value, and all of them read the same whether the author has
taken it out of the older record as well or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.document.data.lookups import canonical
from reportgen.document.data.records import FACTS
from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.record import SectionRecord, Snapshot
from reportgen.marks import Mark
from reportgen.source.model import Cell, Fact, Row, Table

HIDDEN = "…"
"""Stands for a value that is not told, in text that the older paper printed."""
_BLANK = Cell(None, "")
_SLOT = re.compile("(⟨[^⟩]*⟩)")


def withheld(old: Snapshot, new: Snapshot, renamed: Mapping[str, str]) -> Snapshot:
    """The older record without the values that the newer one suppresses; `renamed` are new names of facts and old."""
    names = frozenset(_suppressed(new, renamed))
    if not names:
        return old
    tables = {table.name: table for table in new.tables}
    hidden = {renamed.get(fact.name, fact.name) for fact in new.facts if _is_suppressed(fact.cell)}
    return replace(
        old,
        tables=tuple(_table(table, tables[table.name]) if table.name in tables else table for table in old.tables),
        facts=tuple(replace(fact, cell=_BLANK) if _told(fact, hidden) else fact for fact in old.facts),
        sections=tuple(_section(section, names) for section in old.sections),
    )


def _is_suppressed(cell: Cell) -> bool:
    return cell.mark is Mark.SUPPRESSED


def _told(fact: Fact, hidden: set[str]) -> bool:
    return fact.name in hidden and fact.cell.value is not None


def _suppressed(new: Snapshot, renamed: Mapping[str, str]) -> Iterator[str]:
    """The names that a text of the older record calls the values by."""
    yield from (f"{FACTS}.{renamed.get(fact.name, fact.name)}" for fact in new.facts if _is_suppressed(fact.cell))
    for table in new.tables:
        for row in table.rows:
            parts = [canonical(row.value(name)) for name in table.key if name != table.date]
            yield from (
                ".".join((table.name, *parts, name)) for name, cell in row.cells.items() if _is_suppressed(cell)
            )


# --- data ------------------------------------------------------------------------------------------------------------
def _table(old: Table, new: Table) -> Table:
    names = [*new.key, *([new.date] if new.date and new.date not in new.key else [])]
    if not new.key or not set(names) <= {column.name for column in old.columns}:
        return old
    hidden = {_key(row, names): {name for name, cell in row.cells.items() if _is_suppressed(cell)} for row in new.rows}
    return replace(old, rows=tuple(_row(row, hidden.get(_key(row, names), set())) for row in old.rows))


def _key(row: Row, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(canonical(row.value(name)) for name in names)


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
