"""The changes of data in sentences of the document's language: what a paper's change list says, and `diff` prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reportgen.dates import PartialDate
from reportgen.document.data.asof import as_of_row
from reportgen.document.data.dated import date_of, latest
from reportgen.document.data.forms import Form, fact_form
from reportgen.document.revision import ChangeKind, ChangeLine
from reportgen.editions.compare import Change, Comparison
from reportgen.editions.sides import RecordPair
from reportgen.editions.values import Dates, Values
from reportgen.editions.wording import ProperNames, Wording, shared
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.marks import Mark
from reportgen.source.model import Cell, Column, ColumnType, Fact, Row, Table

_GROUPED = 4
"""From so many added (or removed) rows of a table on, they share a line."""
_LEAST = 3
"""Words that a text with a year behind it has at least."""
_SIGN, _YEAR = re.compile(r"[^\w\s+<>=%-]+"), re.compile(r"[12]\d{3}")
_MOST_VALUES = 3
"""Values of an added row that are told."""


@frozen
class Told:
    """A line, and the changes that it tells."""

    line: ChangeLine
    changes: tuple[Change, ...]


def tell(comparison: Comparison, words: Words) -> tuple[Told, ...]:
    """The lines of a revision with the changes that each tells; every change is in one of them.

    Changed values come first, then what was added, then what was removed.
    """
    sides, names = RecordPair(comparison, words), ProperNames.of((comparison.old, comparison.new))
    wording = Wording(words, names, sides)
    return tuple(_Telling(comparison, sides, wording, Values(wording)).lines())


@frozen
class _Telling:
    comparison: Comparison
    sides: RecordPair
    wording: Wording
    values: Values

    @property
    def words(self) -> Words:
        return self.wording.words

    def lines(self) -> Iterator[Told]:
        """Every line, in its order."""
        updates = {id(change): update for change in self.comparison.changes if (update := self._update(change))}
        changes = self.comparison.changes
        for change in changes:
            if id(change) in updates:
                yield from updates[id(change)]
            elif change.kind == "changed":
                yield self._value(change)
        left = [change for change in changes if id(change) not in updates]
        for kind in ("added", "removed"):
            of_kind = [change for change in left if change.kind == kind]
            for table, group in groupby(of_kind, key=lambda change: change.table):
                for told in self._whole(table, tuple(group)):
                    yield replace(told, line=replace(told.line, kind=kind))

    # --- what the changes are about ------------------------------------------------------------------------------
    def _forms(self, old: Table, new: Table, column: Column, row: Row) -> tuple[Form, Form]:
        """The form of a column's values in a row, before with the unit that it had then."""
        form = self.sides.form(new, column, row)
        return replace(form, unit=row.unit_in(old.column(column.name))), form

    # --- values --------------------------------------------------------------------------------------------------
    def _value(self, change: Change) -> Told:
        if change.is_fact:
            return self._changed_fact(change)
        old, new = self.sides.tables(change.table)
        column = new.column(change.column)
        if change.new is None or change.old is None or change.new_row is None:
            return self._unit(change, old, new)
        text = self._about(
            column, self.values.between(change.old, change.new, self._forms(old, new, column, change.new_row))
        )
        line = self._line(self.wording.row(new, change.new_row), text, new, (change.new_row,), column.name)
        line = replace(line, sources=_bearing(change, line.sources), names=self.wording.parts(new, change.new_row))
        return Told(replace(line, kind=_kind(change, column.type, column.values)), (change,))

    def _changed_fact(self, change: Change) -> Told:
        was, fact = self.sides.fact(change.key[0], old=True), self.sides.fact(change.key[0])
        forms = fact_form(was, self.words), fact_form(fact, self.words)
        line = self._fact_line(fact, self.values.between(was.cell, fact.cell, forms))
        return Told(replace(line, kind=_kind(change, fact.type)), (change,))

    def _fact_line(self, fact: Fact, text: str) -> ChangeLine:
        subject, measure = self.wording.fact(fact)
        return ChangeLine(subject, self._with(measure, text), fact.sources, fact.as_of)

    def _unit(self, change: Change, old: Table, new: Table) -> Told:
        """A column that has another unit; the values in it may be the same."""
        column = new.column(change.column)
        units = [one.unit or self.words.say("differences.unit-none") for one in (old.column(column.name), column)]
        what = self.wording.column(replace(column, unit=""))
        text = self.words.say("differences.unit", what=what, old=units[0], new=units[1])
        return Told(self._line(new.title, text, new, new.rows), (change,))

    def _about(self, column: Column, text: str) -> str:
        return self._with(self.wording.column(column), text)

    def _with(self, what: str, text: str) -> str:
        return self.words.say("differences.what", what=what, text=text) if what else text

    # --- rows that a date tells apart ----------------------------------------------------------------------------
    def _update(self, change: Change) -> list[Told]:
        """A new latest row of a key that was known, as a change of its values; nothing where it is none."""
        row, tables = change.new_row, self.sides.tables(change.table)
        if change.kind != "added" or row is None or len(tables) < 2:
            return []
        old, new = tables
        if not (new.key and new.date) or (old.key, old.date) != (new.key, new.date):
            return []
        last = latest(old, self.sides.rows(old, row))
        if not last or latest(new, self.sides.rows(new, row)) != [row] or not _later(old, last[0], new, row):
            return []
        return self._updated(change, (old, last[0]), (new, row))

    def _updated(self, change: Change, was: tuple[Table, Row], now: tuple[Table, Row]) -> list[Told]:
        (old, last), (new, row) = was, now
        known = {column.name for column in old.columns}
        shown = [column for column in new.columns if column.name not in (*new.key, new.date, new.label)]
        shown = [column for column in shown if column.name in known]
        differ = [column for column in shown if _differ(last.cells[column.name], row.cells[column.name])]
        dates = Dates(self.wording.day(old, last), self.wording.day(new, row))
        texts = {column.name: self._dated(column, was, now, dates) for column in differ or shown[:_MOST_VALUES]}
        subject = self.wording.name(new, row)
        if not texts:
            texts = {"": self.words.say("differences.row-added", row=dates.after)}
        return [Told(self._line(subject, text, new, (row,), column), (change,)) for column, text in texts.items()]

    def _dated(self, column: Column, was: tuple[Table, Row], now: tuple[Table, Row], dates: Dates) -> str:
        """ "troops, 1,100 (March 2022) to 1,500 (May 2026)"."""
        (old, last), (new, row) = was, now
        before = self._known(column, last.cells[column.name], date_of(old, last), now)
        forms = self._forms(old, new, column, row)
        return self._about(column, self.values.between(before, row.cells[column.name], forms, dates))

    def _known(self, column: Column, cell: Cell, date: PartialDate | None, now: tuple[Table, Row]) -> Cell:
        """A value of an earlier day, as the newer record has it if that suppresses it."""
        new, row = now
        kept = (one.cells[column.name] for one in self.sides.rows(new, row) if date_of(new, one) == date)
        return next((one for one in kept if one.mark is Mark.SUPPRESSED), cell)

    # --- what was added or removed -------------------------------------------------------------------------------
    def _whole(self, name: str, changes: Sequence[Change]) -> Iterator[Told]:
        """The facts, or the table, the columns and the rows of one table, that were added (or removed)."""
        if not name:
            yield from map(self._whole_fact, changes)
            return
        kind = changes[0].kind
        table = self.sides.tables(name)[-1 if kind == "added" else 0]
        rows = [change for change in changes if _row_of(change) is not None]
        for change in changes:
            if change.column or not (change.key or change in rows):
                yield Told(self._line(table.title, self._part(change, table), table, table.rows), (change,))
        if len(rows) < _GROUPED:
            yield from (Told(self._row_line(change, table), (change,)) for change in rows)
        else:
            yield Told(self._rows_line(rows, table), tuple(rows))

    def _whole_fact(self, change: Change) -> Told:
        old = change.kind == "removed"
        fact = self.sides.fact(change.key[0], old=old)
        said = self.wording.said(fact.cell, fact_form(fact, self.words))
        return Told(self._fact_line(fact, self.values.gone(said) if old else self.values.come(said)), (change,))

    def _part(self, change: Change, table: Table) -> str:
        """A whole column or a whole table."""
        if change.column:
            title = self.words.quoted(table.column(change.column).title)
            return self.words.say(f"differences.column-{change.kind}", column=title)
        return self.words.say(f"differences.table-{change.kind}", count=len(table.rows))

    def _row_line(self, change: Change, table: Table) -> ChangeLine:
        row = _row_of(change)
        assert row is not None
        names = {"row": self.wording.name(table, row), "date": self.wording.day(table, row)}
        text = self.words.say(f"differences.row-{change.kind}{'-dated' if names['date'] else ''}", **names)
        if change.kind == "added":
            text = self._with_values(text, table, row)
        return self._line(table.title, text, table, (row,))

    def _rows_line(self, changes: Sequence[Change], table: Table) -> ChangeLine:
        rows = [row for change in changes if (row := _row_of(change)) is not None]
        key = f"differences.rows-{changes[0].kind}"
        line = self._line(
            table.title, self.words.say(key, count=len(rows), rows=self._listed(rows, table)), table, rows
        )
        return replace(line, short=self.words.say(f"{key}-short", count=len(rows)))

    def _listed(self, rows: Sequence[Row], table: Table) -> str:
        """The names of some rows; those that share a part under that part."""
        names = [(*self.wording.named(table, row), *filter(None, (self.wording.day(table, row),))) for row in rows]
        groups = shared(names)
        if not groups:
            return self._in_turn([self.wording.row(table, row) for row in rows])
        listed = ((part, self._in_turn([", ".join(rest) for rest in others])) for part, others in groups.items())
        return self.words.parted(self.wording.aside(part, others) for part, others in listed)

    def _in_turn(self, names: Sequence[str]) -> str:
        return self.words.parted(names) if any("," in name for name in names) else self.words.listing(names)

    def _with_values(self, text: str, table: Table, row: Row) -> str:
        """The text with up to three values of a row, without those that name it; a date alone needs no title."""
        named = {*table.key, table.date, table.label} if table.key else {column.name for column in table.columns}
        columns = [column for column in table.columns if column.name not in named and column.type != "boolean"]
        said = (
            (column, self.wording.value(row.cells[column.name], self.sides.form(table, column, row)))
            for column in columns
        )
        told = [(column, value) for column, value in said if value][:_MOST_VALUES]
        if not told or (len(told) == 1 and told[0][0].type == "date"):
            return self.wording.aside(text, "".join(value for _, value in told))
        parts = ((self.wording.column(column), value) for column, value in told)
        values = (self.words.say("differences.part", what=what, value=value) for what, value in parts)
        return self.words.say("differences.row-values", row=text, values=", ".join(values))

    def _line(self, subject: str, text: str, table: Table, rows: Sequence[Row], column: str = "") -> ChangeLine:
        """A line with the sources of some rows, or of their values in a column, and the date to which all of them are
        known if they share one."""
        shown = (column,) if column else tuple(one.name for one in table.columns)
        sources = dict.fromkeys(source for row in rows for source in row.sources_in(shown))
        dates = {as_of_row(table, row, column) for row in rows} or {table.as_of}
        found = list(dates)
        return ChangeLine(subject, text, tuple(sources) or table.sources, found[0] if len(found) == 1 else None)


def _bearing(change: Change, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the sources of a changed value that bear it: all where it names them, else those that its row did not
    have before, or all where none is new."""
    own = change.new_row.origins.get(change.column) if change.new_row else None
    before = () if (own and own.sources) or not change.old_row else change.old_row.sources
    return tuple(source for source in sources if source not in before) or sources


def _kind(change: Change, kind: ColumnType, values: Sequence[str] = ()) -> ChangeKind:
    """Whether free text says a thing in other words only, as far as that is certain."""
    if kind != "string" or values or not (change.old and change.new):
        return "value"
    return "wording" if _bare(change.old.text) == _bare(change.new.text) else "value"


def _bare(text: str) -> str:
    """The words without capitals and signs, and without a year behind them: "Against it in 2022" is "against it"."""
    words = _SIGN.sub(" ", text).casefold().split()
    return " ".join(words[:-2] if len(words) > _LEAST and _YEAR.fullmatch(words[-1]) else words)


def _row_of(change: Change) -> Row | None:
    return change.new_row if change.kind == "added" else change.old_row


def _differ(old: Cell, new: Cell) -> bool:
    return (old.value, old.mark) != (new.value, new.mark)


def _later(old: Table, last: Row, new: Table, row: Row) -> bool:
    """Whether a row is of a later date than another."""
    before, after = date_of(old, last), date_of(new, row)
    return before is not None and after is not None and before < after
