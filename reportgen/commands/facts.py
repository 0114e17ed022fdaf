"""`facts`: every value that reaches a paper, where it comes from, and where it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.choices import AS_WRITTEN, Choices
from reportgen.document.data.records import FACTS
from reportgen.frozen import frozen
from reportgen.pipeline import Composed, composed
from reportgen.problems import Place, Problem, ReportError

if TYPE_CHECKING:
    from reportgen.dates import PartialDate
    from reportgen.document.composing.uses import Use
    from reportgen.document.data.forms import Form
    from reportgen.document.inlines import Record
    from reportgen.language import Words
    from reportgen.pdf import PageIndex
    from reportgen.source.model import Briefing, Scalar

COLUMNS = (
    *("record", "date", "value", "unit", "as_of", "source", "review_after"),
    *("kind", "file", "line", "column", "page", "printed"),
)
"""What is told of each use."""


@frozen
class Used:
    """One use of a record: what for, where its author wrote it, on which page it is read, in which words."""

    kind: str
    place: Place
    page: int | None
    printed: str


@frozen
class ListedRecord:
    """A record that reaches the paper; `as_of` is the paper's own date where nothing says more."""

    record: Record
    as_of: PartialDate | None
    uses: tuple[Used, ...]
    date: PartialDate | None = None
    """That of its row, which tells it from other rows of the same key."""
    printed: str = ""
    """The value with its unit, as a paper prints it; "" for one without a unit."""
    names_row: bool = False
    """Whether it is a cell of a column that names or dates the rows of a table with other columns."""

    @property
    def value(self) -> str:
        """The value as it stands in the file, with its mark."""
        return self.record.written


@frozen
class Listing:
    """What `facts` tells: the entries, facts first, then the tables in their order; what the paper does not use."""

    entries: tuple[ListedRecord, ...] = ()
    unused: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    failed: bool = False


def listing(folder: Path, workspace: Path, choices: Choices = AS_WRITTEN) -> Listing:
    """The values of the paper of the briefing in `folder`; nothing is written."""
    from reportgen.document.composing.uses import uses
    from reportgen.pdf import lay_out

    problems: tuple[Problem, ...] = ()
    try:
        paper = composed(folder, workspace, choices)
        problems = paper.warnings
        index = lay_out(paper.document, paper.draft.briefing.house, paper.draft.words).page_index
    except ReportError as error:
        return Listing(problems=tuple(sorted({*problems, *error.problems})), failed=True)
    found = uses(paper.draft, paper.plans, paper.document)
    entries = _entries(paper, found, index)
    unused = _unused(paper.draft.briefing, entries)
    return Listing(tuple(entries), tuple(unused), tuple(sorted(set(problems))))


def rows(entries: Iterable[ListedRecord]) -> Iterator[tuple[str | int | None, ...]]:
    """A row for each use, by `COLUMNS`: "" for a text and None for a number that there is not."""
    for entry in entries:
        record = entry.record
        dates = (_day(entry.as_of), "; ".join(record.sources), _day(record.review_after))
        for use in entry.uses:
            at = (use.place.file, use.place.line, use.place.column)
            yield (
                record.name,
                _day(entry.date),
                entry.value,
                record.unit,
                *dates,
                use.kind,
                *at,
                use.page,
                use.printed,
            )


def _entries(paper: Composed, found: Sequence[Use], index: PageIndex) -> list[ListedRecord]:
    from reportgen.document.data.asof import as_of

    briefing = paper.draft.briefing
    places = {name: at for at, name in enumerate(briefing.tables)}
    used: dict[Record, dict[Used, None]] = {}
    for use in found:
        for page in _pages(use, index):
            for record in use.records:
                used.setdefault(record, {})[Used(use.kind, use.place, page, use.printed)] = None

    def order(record: Record) -> tuple[int, Place, str]:
        return places.get(record.table, -1), record.place, record.name

    data = _Data(briefing, paper.draft.words)
    return [
        ListedRecord(
            record,
            as_of(record, briefing.meta),
            tuple(sorted(used[record], key=lambda use: (use.page or 0, use.place, use.kind, use.printed))),
            *data.told(record),
        )
        for record in sorted(used, key=order)
    ]


class _Data:
    """What the data say of a record beside what it knows itself."""

    def __init__(self, briefing: Briefing, words: Words) -> None:
        self._briefing, self._words = briefing, words
        self._cells = {
            (table.name, cell.place): (table, row, table.column(name))
            for table in briefing.tables.values()
            for row in table.rows
            for name, cell in row.cells.items()
        }

    def told(self, record: Record) -> tuple[PartialDate | None, str, bool]:
        """The date, the printed form and whether it names a row: see `ListedRecord`."""
        from reportgen.document.data.dated import date_of
        from reportgen.document.data.forms import column_form, fact_form

        if record.table == FACTS:
            fact = self._briefing.facts[record.name.removeprefix(f"{FACTS}.")]
            return None, _printed(record, fact.cell.value, fact_form(fact, self._words)), False
        table, row, column = self._cells[record.table, record.place]
        naming = {*table.key, table.label, table.date}
        names_row = column.name in naming and any(other.name not in naming for other in table.columns)
        printed = _printed(record, row.value(column.name), column_form(table, column, self._words, row.unit_in(column)))
        return date_of(table, row), printed, names_row


def _printed(record: Record, value: Scalar, form: Form) -> str:
    """The value as a paper prints it with its unit, and its mark; "" where it has none."""
    if value is None or not form.unit:
        return ""
    return " ".join(filter(None, (form.show(value), record.mark and record.mark.sign)))


def _pages(use: Use, index: PageIndex) -> Sequence[int | None]:
    """The pages on which it is read."""
    if use.anchor:
        return (index.anchors.get(use.anchor),)
    return index.of(use.place, use.records) or index.near(use.place) or (None,)


def _unused(briefing: Briefing, entries: Iterable[ListedRecord]) -> list[str]:
    """The facts, and the tables, of which nothing reaches the paper."""
    names = {entry.record.name for entry in entries}
    tables = {entry.record.table for entry in entries}
    facts = (f"facts.{name}" for name in briefing.facts)
    return [
        *(name for name in facts if name not in names),
        *(f"tables.{name}" for name in briefing.tables if name not in tables),
    ]


def _day(date: PartialDate | None) -> str:
    return str(date) if date else ""
