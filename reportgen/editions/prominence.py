"""Which changes a reader meets first: what the author names, what cover, summary and findings say, then statuses.

The order within these is `telling`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from reportgen.document import Draft
from reportgen.document.blocks import Block, ChangesPlace, Section
from reportgen.document.data.records import FACTS, record
from reportgen.document.inlines import Inlines, values
from reportgen.document.text.desk import ChartDraft
from reportgen.document.tree import blocks, sections, texts
from reportgen.editions.compare import Change, Comparison
from reportgen.editions.matching import identity, key_of
from reportgen.editions.telling import Told
from reportgen.source.model import Table

Rank = Callable[[str], bool]
"""Whether the name of a changed value, such as "ferries.Oban.sailings", is of this rank."""


def prominent(draft: Draft) -> tuple[Rank, ...]:
    """The ranks of a paper, the first first."""
    asked = [name for block in blocks(draft.sections) if isinstance(block, ChangesPlace) for name in block.first]
    cover = [part for figure in draft.cover.key_figures for part in (figure.value, figure.label)]
    findings = [part for part in sections(draft.sections) if part.key_messages]
    printed = map(_records, ([*cover, *_texts(draft.cover.brief)], _texts(draft.sections[:1]), _texts(findings)))
    return (*map(_named, asked), *(names.__contains__ for names in printed), _shown(draft))


def _shown(draft: Draft) -> Rank:
    """What any text says, a table shows or a chart draws: other data nobody sees."""
    said = _records(_texts(draft.sections))
    drawn = [_named(name) for chart in draft.chart_drafts for name in _drawn(chart)]
    return lambda value: value in said or any(rank(value) for rank in drawn)


def _drawn(chart: ChartDraft) -> Iterable[str]:
    """The columns of values that the options of a chart name, such as "ferries.sailings"."""
    options = chart.spec.options.values()
    named = {str(name) for given in options for name in (given if isinstance(given, list) else [given])}
    table = chart.selected.table
    shown = (column for column in table.columns if column.name in named and column.name not in table.key)
    return (column.looked_up or f"{table.name}.{column.name}" for column in shown)


def _named(name: str) -> Rank:
    """The values of a table, of a column of one, or a fact."""
    table, _, column = name.partition(".")
    return lambda value: value.startswith(f"{table}.") and (not column or value.endswith(f".{column}"))


def _texts(parts: Iterable[Block | Section]) -> Iterable[Inlines]:
    return (text.content for text in texts(parts))


def _records(found: Iterable[Inlines]) -> frozenset[str]:
    return frozenset(record.name for text in found for value in values(text) for record in value.records)


def by_importance(told: Sequence[Told], ranks: Sequence[Rank], comparison: Comparison) -> list[Told]:
    """The lines, the most important first; those of one importance stay in their order.

    First stands what is of a rank, and last of these what the paper shows nowhere; within a rank a status, then a value
    of which the sign or the order has changed, then other values and what is gone. Then come other wordings, and last
    what is new, which no reader knew otherwise.
    """
    known = {table.name: table for table in comparison.new.tables}
    before = {table.name: table for table in comparison.old.tables}

    def importance(one: Told) -> tuple[int, int]:
        weight = _WEIGHTS.get(one.line.kind, 0) or _weight(one.changes, before, known)
        late = len(ranks) + 1 if one.line.kind in ("wording", "added") else 0
        return late or _rank(_name(one.changes, known), ranks), weight

    return sorted(told, key=importance)


_MOST_ROWS = 100
"""Of a table in which the order of rows is looked at: in more nobody sees it. Our taste."""
_WEIGHTS = {"removed": 4, "wording": 5, "added": 6}


def _weight(changes: Sequence[Change], before: Mapping[str, Table], now: Mapping[str, Table]) -> int:
    """1 for a status, 2 for a value with another sign or another order among the rows, else 3."""
    change = changes[0]
    column = now[change.table].column(change.column) if change.table and change.column else None
    if column is not None and (column.values or column.type == "boolean"):
        return 1
    old, new = (cell.value if cell else None for cell in (change.old, change.new))
    if not (isinstance(old, Decimal) and isinstance(new, Decimal)):
        return 3
    if _sign(old) != _sign(new):
        return 2
    return 2 if column is not None and _has_moved(change, old, new, before[change.table], now[change.table]) else 3


def _sign(value: Decimal) -> int:
    return (value > 0) - (value < 0)


def _has_moved(change: Change, old: Decimal, new: Decimal, before: Table, now: Table) -> bool:
    """Whether a value is now larger or smaller than that of another row which both tables have."""
    names = identity(before, now) if len(now.rows) <= _MOST_ROWS else None
    if not names:
        return False
    values = {key_of(row, names): row.value(change.column) for row in before.rows}
    others = [row for row in now.rows if row is not change.new_row]
    pairs = ((values.get(key_of(row, names)), row.value(change.column)) for row in others)
    return any(
        isinstance(was, Decimal) and isinstance(is_now, Decimal) and _sign(was - old) != _sign(is_now - new)
        for was, is_now in pairs
    )


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
