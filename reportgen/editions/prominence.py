"""Which changes a reader meets first: those of values that the cover says, then of those in the first chapter.

The order within these, and of all others, is `telling`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from reportgen.document import Draft
from reportgen.document.blocks import Block, Section
from reportgen.document.inlines import Inlines, values
from reportgen.document.tree import blocks, texts
from reportgen.editions.compare import Change
from reportgen.editions.telling import Told
from reportgen.source.model import Table

Names = frozenset[str]
"""Names of records, such as "ferries.Oban.sailings"."""


def prominent(draft: Draft) -> tuple[Names, ...]:
    """The records whose values stand on the cover, and those of the first chapter."""
    cover = [part for figure in draft.cover.key_figures for part in (figure.value, figure.label)]
    return _records([*cover, *_texts(draft.cover.brief)]), _records(_texts(draft.sections[:1]))


def _texts(parts: Iterable[Block | Section]) -> Iterable[Inlines]:
    return (text for block in blocks(parts) for text in texts(block))


def _records(found: Iterable[Inlines]) -> Names:
    return frozenset(record.name for text in found for value in values(text) for record in value.records)


def by_prominence(told: Sequence[Told], ranks: Sequence[Names], tables: Sequence[Table]) -> list[Told]:
    """The lines in the order of the first of `ranks` that has a record of theirs; the rest as they were, last."""
    keys = {table.name: len(table.key) for table in tables}

    def rank(one: Told) -> int:
        if len(one.changes) > 1:  # rows that are counted, not values that a reader looks for
            return len(ranks)
        return min(_rank(change, ranks, keys.get(change.table, 0)) for change in one.changes)

    return sorted(told, key=rank)


def _rank(change: Change, ranks: Sequence[Names], parts: int) -> int:
    if change.is_fact:
        name, whole = f"facts.{change.key[0]}", True
    else:
        # After the parts of the key stands the date, which a record's name does not have.
        name, whole = ".".join((change.table, *change.key[:parts], change.column)), bool(change.column)
    return next((number for number, names in enumerate(ranks) if _among(name, names, whole=whole)), len(ranks))


def _among(name: str, names: Collection[str], *, whole: bool) -> bool:
    """Whether a record is in `names`, or, of a row, one of its cells."""
    return name in names if whole else any(one.startswith(name) for one in names)
