"""Which sources the data of a briefing name; what its texts cite is the document room's to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.source.model import Fact, Table


def sources_named(tables: Iterable[Table], facts: Iterable[Fact]) -> Iterator[str]:
    """The ids of the sources that tables, their rows and facts name, again each time that one does."""
    for table in tables:
        yield from table.sources
        yield from (name for row in table.rows if row.sources is not table.sources for name in row.sources)
        yield from (name for row in table.rows for origin in row.origins.values() for name in origin.sources)
    yield from (name for fact in facts for name in fact.sources)
