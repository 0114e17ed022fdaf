"""The parts of a sentence about a change: values as the paper prints them, names of rows, titles of columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportgen.document.data.dated import date_of
from reportgen.document.data.forms import Form
from reportgen.editions.record import Snapshot
from reportgen.editions.sides import RecordPair
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.language.values import without_unit
from reportgen.source.model import Cell, Column, Fact, Row, Table

_MOST_CELLS = 3
"""Cells that name a row without a key."""
_WORD = re.compile(r"[^\W\d_]+")
_MIDDLE = re.compile(r"(?<=[a-zß-öø-ÿ0-9,;)’”»]\s)[^\W\d_]+")
"""A word in the middle of a sentence."""
_ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)+")
"""A name that only a program would read."""


@frozen
class ProperNames:
    """Which words are names, as far as a paper shows: those keep their capital within a sentence."""

    capital: Counter[str]
    """How often a word stands with a capital in the middle of a sentence."""
    small: Counter[str]
    """How often one stands without."""
    first: frozenset[str]
    """The words that keys and values of the tables begin with."""

    @classmethod
    def of(cls, records: Iterable[Snapshot]) -> ProperNames:
        """The names in some records of a briefing."""
        capital, small, first = Counter[str](), Counter[str](), set[str]()
        for record in records:
            cells = (cell for table in record.tables for row in table.rows for cell in row.cells.values())
            values = {cell.value for cell in cells if isinstance(cell.value, str)}
            texts = (paragraph.text for section in record.sections for paragraph in section.paragraphs)
            for text in (*texts, *values):
                capital.update(word for word in _MIDDLE.findall(text) if word[0].isupper())
                small.update(word for word in _WORD.findall(text) if word[0].islower())
            first.update(found[0] for value in values if (found := _WORD.match(value)))
        return cls(capital, small, frozenset(first))

    def within(self, title: str) -> str:
        """`title` as it stands within a sentence: with a small letter at its start, unless that begins a name."""
        found = re.match(r"\S+", title)
        word = _WORD.match(title)
        if found is None or word is None or not title[0].isupper():
            return title
        if title[1:2] == "’":  # in French, what is a name stands behind it: "L’Union" is "l’Union"
            return title[0].lower() + title[1:]
        if any(letter.isupper() or letter.isdecimal() for letter in found[0][1:]) or len(word[0]) == 1:
            return title
        small = self.small[word[0].lower()]
        if self.capital[word[0]] > small or (word[0] in self.first and not small):
            return title
        return title[0].lower() + title[1:]


@frozen
class ValueInWords:
    """A value in words, and what else is told of it: how firm it is, of which day. Without text it is missing."""

    text: str
    more: tuple[str, ...] = ()

    def and_told(self, more: str) -> ValueInWords:
        """With one thing more, if there is one."""
        return replace(self, more=(*self.more, more)) if more else self


@frozen
class Wording:
    """Puts the parts of changes in the words of a document's language."""

    words: Words
    names: ProperNames
    sides: RecordPair

    # --- values --------------------------------------------------------------------------------------------------
    def pair(self, old: Cell, new: Cell, was: Form, form: Form) -> tuple[ValueInWords, ValueInWords]:
        """Two values, each in its form.

        Where both would look alike for want of decimals they have all of them.
        """
        before, after = self.said(old, was), self.said(new, form)
        if before.text == after.text and was.unit == form.unit and old.value != new.value:
            was, form = _exact(was), _exact(form)
            before, after = self.said(old, was), self.said(new, form)
        return before, after

    def said(self, cell: Cell, form: Form) -> ValueInWords:
        """A value and what its mark says; without any text for one that is missing without a mark."""
        meaning = self.words.say(f"marks.{cell.mark}") if cell.mark else ""
        match cell.value:
            case None:
                return ValueInWords(meaning)
            case bool():
                text = self.words.say("differences.yes" if cell.value else "differences.no")
            case str():
                text = self.words.quoted(cell.value)
            case _:
                text = form.show(cell.value)
        return ValueInWords(text).and_told(meaning)

    def value(self, cell: Cell, form: Form) -> str:
        """A value with what its mark says in brackets; "" for one that is missing without a mark."""
        return self.bracketed(self.said(cell, form))

    def bracketed(self, said: ValueInWords) -> str:
        """A value with all that is told of it in one pair of brackets."""
        return self.aside(said.text, ", ".join(said.more))

    def aside(self, text: str, more: str) -> str:
        """The text with more behind it in brackets, if there is more."""
        return self.words.say("differences.aside", text=text, more=more) if more else text

    # --- rows and columns ----------------------------------------------------------------------------------------
    def row(self, table: Table, row: Row) -> str:
        """The row's name for readers; where the table has dates, with its date."""
        return self.aside(self.name(table, row), self.day(table, row))

    def name(self, table: Table, row: Row) -> str:
        """The row's name without its date."""
        return ", ".join(self.named(table, row))

    def named(self, table: Table, row: Row) -> tuple[str, ...]:
        """The parts of it: its label, else its key, else its first cells."""
        keys = [name for name in table.key if name != table.date] or [
            column.name for column in table.columns if row.cells[column.name].text
        ][:_MOST_CELLS]
        names = [table.label] if table.label and row.cells[table.label].text else keys
        return tuple(filter(None, (self._part(table, row, name) for name in names)))

    def parts(self, table: Table, row: Row) -> tuple[str, ...]:
        """The parts that `row` puts together, where there are several; the last one with the row's date."""
        *others, last = self.named(table, row) or ("",)
        return (*others, self.aside(last, self.day(table, row))) if others else ()

    def day(self, table: Table, row: Row) -> str:
        """The day that tells the row from others of its key; "" where none does."""
        date = date_of(table, row) if table.key and table.date else None
        return held(self.words.date(date)) if date else ""

    def _part(self, table: Table, row: Row, name: str) -> str:
        cell = row.cells[name]
        match cell.value:
            case str():
                return as_words(cell.value)
            case bool():
                return self.words.say("differences.yes" if cell.value else "differences.no")
            case None:
                return ""
        return self.sides.form(table, table.column(name), row).show(cell.value)

    def column(self, column: Column) -> str:
        """The column's title within a sentence; its values have its unit."""
        return self._within(without_unit(column.title, column.unit))

    def _within(self, title: str) -> str:
        return title if self.words.keeps_capitals else self.names.within(title)

    def fact(self, fact: Fact) -> tuple[str, str]:
        """What a fact is about, and what it measures; one of the two where only one is known."""
        if fact.subject and fact.measure:
            return capitalised(fact.subject), self._within(fact.measure)
        return capitalised(fact.subject or fact.measure or as_words(fact.name)), ""


def _exact(form: Form) -> Form:
    """The form with as many decimals as a value has."""
    return replace(form, type="number" if form.type == "integer" else form.type, decimals=None)


def shared(names: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """The names by the part that most of them share, each without it; nothing where hardly any do.

    The part is the one of which there are fewest, at most one for two names: of two such the last.
    """
    count = len(names[0]) if names else 0
    if count < 2 or any(len(name) != count for name in names):
        return {}
    at = min(reversed(range(count)), key=lambda place: len({name[place] for name in names}))
    groups: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        groups.setdefault(name[at], []).append((*name[:at], *name[at + 1 :]))
    return groups if len(groups) * 2 <= len(names) else {}


def as_words(name: str) -> str:
    """An internal id as words: "plates_days" is "plates days"; any other name as it is."""
    return re.sub("[_-]", " ", name) if _ID.fullmatch(name) else name


def capitalised(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]


def held(text: str) -> str:
    """Held on one line."""
    return text.replace(" ", "\u00a0")
