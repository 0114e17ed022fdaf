"""The rules of facts and of rows that a paper shows: they have a source and a date, are not stale, and don't differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.dates import PartialDate
from reportgen.document.blocks import Section
from reportgen.document.data.asof import as_of_row
from reportgen.document.data.select import Selected
from reportgen.document.inlines import Value, values
from reportgen.document.tree import texts
from reportgen.frozen import frozen
from reportgen.problems import Place, Problems
from reportgen.source.model import Briefing, Fact, Row, Table


@frozen
class PrintedData:
    """What of the data reaches a paper: values in the text, blocks with tables and timelines, charts."""

    printed: Sequence[Value]
    parts: Sequence[Section]
    charts: Sequence[Selected]

    def rows(self, table: Table) -> list[Row]:
        """The rows of `table` that are shown, in their order."""
        places = set(self._places())
        charted = {id(row) for chart in self.charts if chart.table.name == table.name for row in chart.rows}
        return [
            row for row in table.rows if id(row) in charted or any(cell.place in places for cell in row.cells.values())
        ]

    def _places(self) -> Iterator[Place]:
        inside = (values(text.content) for text in texts(self.parts))
        for value in (*self.printed, *(value for found in inside for value in found)):
            yield from (record.place for record in value.records)


def check_facts(briefing: Briefing, shown: PrintedData, today: PartialDate | None, problems: Problems) -> None:
    """Report what is wrong with the facts and with the rows that are `shown`; `today`: see `read`."""
    facts = briefing.facts.values()
    dated = briefing.meta.facts_as_of is not None
    for fact in facts:
        if not fact.sources:
            problems.add("fact-unsourced", fact.place, f"the fact '{fact.name}' has no source")
        if fact.as_of is None and not dated:
            problems.add("fact-undated", fact.place, f"the fact '{fact.name}' has no date")
    for table in briefing.tables.values():
        _check_table(table, shown, problems, dated=dated)
    meta = briefing.meta
    day = today or meta.updated or meta.published or meta.facts_as_of
    for due in _due(briefing) if day else ():
        if day and day.first > due.after.last:
            judged = f"today is {day}" if today else f"this paper is of {day}"
            message = f"{due.what} was to be looked up again after {due.after}, and {judged}"
            problems.add("fact-stale", due.place, message)
    _check_contradictions(facts, problems)


def _check_table(table: Table, shown: PrintedData, problems: Problems, *, dated: bool) -> None:
    unsourced = [row for row in table.rows if not row.sources and _lacks_source(table, row)]
    undated = [] if dated else [row for row in table.rows if as_of_row(table, row) is None]
    if not unsourced and not undated:
        return
    rows = {id(row) for row in shown.rows(table)}
    for rule, what, hint, lacking in (
        ("fact-unsourced", "source", "add sources: to the table, or a source_column: for its rows", unsourced),
        ("fact-undated", "date", "add as_of: to the table, or facts_as_of: to briefing.yaml", undated),
    ):
        used = [row for row in lacking if id(row) in rows]
        # A gap in a series says nothing of what the table has.
        known = {id(row) for row in table.rows} - {id(row) for row in lacking}
        if used and not any(id(row) in known and _says_something(table, row) for row in table.rows):
            problems.add(rule, table.place, f"the table '{table.name}' has no {what}", hint)
        elif used:
            problems.add(
                rule, used[0].place, f"this row of the table '{table.name}' has no {what}", f"fill its cell, or {hint}"
            )


def _says_something(table: Table, row: Row) -> bool:
    """Whether it has a value beside those that name and date it: a gap in a series has no source."""
    return any(True for _ in _with_values(table, row)) or not table.key


def _lacks_source(table: Table, row: Row) -> bool:
    """Whether any of these values says of its own no source either."""
    said = [*_with_values(table, row)]
    return any(not row.sources_of(name) for name in said) or not (said or table.key)


def _with_values(table: Table, row: Row) -> Iterator[str]:
    named = {*table.key, table.date}
    return (name for name, cell in row.cells.items() if (cell.text or cell.mark) and name not in named)


# --- stale ------------------------------------------------------------------------------------------------------------
@frozen
class _Due:
    """Something that must be looked up again, and when."""

    what: str
    after: PartialDate
    place: Place


def _due(briefing: Briefing) -> Iterator[_Due]:
    for fact in briefing.facts.values():
        if fact.review_after:
            place = fact.review_place if fact.review_place.file else fact.place
            yield _Due(f"the fact '{fact.name}' ({_said(fact)})", fact.review_after, place)
    for table in briefing.tables.values():
        if table.review_after:
            place = table.review_place if table.review_place.file else table.place
            yield _Due(f"the table '{table.name}'", table.review_after, place)


def _said(fact: Fact) -> str:
    return f"{fact.cell.text}{fact.unit if fact.unit == '%' and '%' not in fact.cell.text else ''}"


# --- contradictions ---------------------------------------------------------------------------------------------------
def _check_contradictions(facts: Iterable[Fact], problems: Problems) -> None:
    first: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        about = (_plain(fact.subject), _plain(fact.measure), fact.unit, fact.as_of)
        if not all(about[:2]) or fact.cell.value is None:
            continue
        other = first.setdefault(about, fact)
        if other.cell.value != fact.cell.value:
            message = (
                f"the fact '{fact.name}' says {_said(fact)}, and '{other.name}' ({other.place}) says {_said(other)}"
                " of the same subject, measure and date"
            )
            problems.add("fact-contradiction", fact.place, message)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
