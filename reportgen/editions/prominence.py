"""Which changes a reader meets first: what the author names, else values on the cover and in the summary.

The order within these, and of all others, is `telling`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reportgen.document import Draft
from reportgen.document.blocks import Block, Changes, Section
from reportgen.document.data.records import FACTS, record
from reportgen.document.inlines import Inlines, values
from reportgen.document.tree import blocks, texts
from reportgen.editions.compare import Change
from reportgen.editions.telling import Told
from reportgen.source.model import Table

Rank = Callable[[str], bool]
"""Whether the name of a changed value, such as "ferries.Oban.sailings", is of this rank."""


def prominent(draft: Draft) -> tuple[Rank, ...]:
    """The ranks of a paper, the first first."""
    asked = [name for block in blocks(draft.sections) if isinstance(block, Changes) for name in block.first]
    cover = [part for figure in draft.cover.key_figures for part in (figure.value, figure.label)]
    printed = (_records([*cover, *_texts(draft.cover.brief)]), _records(_texts(draft.sections[:1])))
    return (*map(_named, asked), *(names.__contains__ for names in printed))


def _named(name: str) -> Rank:
    """The values of a table, of a column of one, or a fact."""
    table, _, column = name.partition(".")
    return lambda value: value.startswith(f"{table}.") and (not column or value.endswith(f".{column}"))


def _texts(parts: Iterable[Block | Section]) -> Iterable[Inlines]:
    return (text.content for text in texts(parts))


def _records(found: Iterable[Inlines]) -> frozenset[str]:
    return frozenset(record.name for text in found for value in values(text) for record in value.records)


def by_prominence(told: Sequence[Told], ranks: Sequence[Rank], tables: Iterable[Table]) -> list[Told]:
    """The lines in the order of the first rank that theirs is of; those of none as they were, last.

    `tables` are those of the newer edition.
    """
    known = {table.name: table for table in tables}
    return sorted(told, key=lambda one: _rank(_name(one.changes, known), ranks))


def _rank(name: str, ranks: Sequence[Rank]) -> int:
    return next((number for number, rank in enumerate(ranks) if name and rank(name)), len(ranks))


def _name(changes: Sequence[Change], tables: Mapping[str, Table]) -> str:
    """The name of the value that a line tells; "" for whole rows, columns and tables: a reader looks for values."""
    change = changes[0]
    if len(changes) > 1:
        return ""
    if change.is_fact:
        return f"{FACTS}.{change.key[0]}"
    row = change.new_row if change.column else None
    return record(tables[change.table], row, change.column).name if row is not None else ""
