"""A column of a sheet, read: a value, a mark and the words for each row, its unit and its decimals.

What is wrong is told once a column for each kind of fault (`column_faults`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.frozen import frozen
from reportgen.language.values import most_places
from reportgen.marks import Mark
from reportgen.problems import Problems, did_you_mean
from reportgen.sheets.sheet import AS_TYPED, Line, Shown, Worksheet
from reportgen.source import column_display as display
from reportgen.source.cell_marks import NUMERIC, UNMARKED, marked, named_with_mark, note_in, without_note
from reportgen.source.column_faults import ColumnFaults, error_cell
from reportgen.source.column_marks import ColumnMarks
from reportgen.source.column_types import READERS, Asked
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.legends import explained
from reportgen.source.mark_columns import mark_beside
from reportgen.source.mark_table import MarkTable
from reportgen.source.model import Phrase, Scalar
from reportgen.source.note_signs import Pointer, advice, pointer, settled
from reportgen.source.number_texts import no_numbers
from reportgen.source.proportions import doubtful, question, scaled
from reportgen.source.said_units import Said, Settled, decided, same_money
from reportgen.source.scalars import ColumnDoubt, ScalarError, short
from reportgen.source.stand_ins import ask_for_stand_ins
from reportgen.source.text_columns import ask_for_counted_days, ask_of_words, tell_wrong_encoding, without_missing


@frozen
class ReadColumn:
    """A column's cells in the order of the rows."""

    values: Sequence[Scalar]
    texts: Sequence[str]
    """The words that stand for them, without their marks: those in the file, or as an author would type them."""
    marks: dict[int, Mark]
    unit: str = ""
    """The unit that the file shows, where tables.yaml names none."""
    decimals: int | None = None
    """Those that the file shows, where tables.yaml names none."""
    signed: bool = False
    """Whether the file has a sign before all numbers above zero."""


class ColumnReading:
    """Reads one column of these lines of a sheet: `at` is where it stands in each."""

    def __init__(
        self,
        name: Phrase,
        entry: ColumnEntry,
        table: TableEntry,
        sheet: Worksheet,
        lines: Sequence[Line],
        at: int,
        problems: Problems,
        *,
        below: Mapping[str, str] | None = None,
        commas_likely: bool = False,
        beside: int | None = None,
        said: Said | None = None,
    ) -> None:
        """`below` are the notes of the table, by the signs that point to them; `beside` is where the column of its
        marks stands, if it has one; `said` is the unit that words say of it."""
        self.said = said
        self.entry, self.table, self.lines, self.at, self.commas_likely = entry, table, lines, at, commas_likely
        self.mark, self.beside = named_with_mark(name.text, entry.unit)[1], beside
        self.is_text = bool(sheet.separator)
        """Whether the file is one of text; a workbook has cells that are shown in a form."""
        self.shown: list[Shown] | None = None
        """How each cell of a workbook is shown; None for a file of text."""
        self.signs = MarkTable.of(table.marks, entry.marks, problems=Problems())
        self.faults = ColumnFaults(name.text, sheet, lines, at, problems)
        signs = self.signs.signs
        unsaid = {sign: said for sign, said in (below or {}).items() if sign not in signs}
        if entry.type != "string" and (legend := explained(sheet, lines)):
            self.signs = self.signs.beside(legend)
        self.notes = {**settled(sign for sign, meant in signs.items() if meant == UNMARKED), **unsaid}
        """What signs behind a text point to; "": that is said elsewhere."""
        self.pointers: dict[int, Pointer] = {}
        """The cells with such signs."""

    def read(self) -> ReadColumn:
        """The column; its faults are reported."""
        texts = self._texts()
        faulty = self._error_cells(texts)
        if self.entry.values:
            column = self._of_values(texts)
        elif self.entry.type == "string":
            shown = texts if self.shown is None else display.words(texts, self.shown)
            words = [without_note(text) for text in shown]
            self._tell(shown, [at for at, text in enumerate(shown) if text != words[at]], [])
            if not self.is_text:
                tell_wrong_encoding(words, self.faults)
            marks = without_missing(words, self.signs.signs)
            ask_of_words(words, self.signs.signs, self.faults)
            column = ReadColumn([text or None for text in words], words, marks)
        else:
            column = self._typed(texts, faulty)
        self.faults.report(may_end=self.table.end is None)
        return column

    def _texts(self) -> list[str]:
        """The texts of the cells without signs of notes; how a workbook shows them is kept."""
        if self.is_text:
            texts = [line.text(self.at) for line in self.lines]
        else:
            cells = [line.read(self.at) for line in self.lines]
            self.shown = [shown for _, shown in cells]
            texts = [text for text, _ in cells]
        for at, text in enumerate(texts) if self.notes else ():
            if (found := pointer(text, self.notes)) and not self._is_shown(at):
                self.pointers[at], texts[at] = found, found.text
        return texts

    def _is_shown(self, at: int) -> bool:
        """Whether a cell holds a number or a date that a workbook shows in a form."""
        return self.shown is not None and self.shown[at] != AS_TYPED

    def _error_cells(self, texts: list[str]) -> frozenset[int]:
        """The cells that hold an error value or no result: their texts are empty, unless `marks:` knows the error."""
        found = []
        for at, line in enumerate(() if self.is_text else self.lines):
            fault = line.fault(self.at)
            if fault in self.signs.signs:
                texts[at] = fault
            elif fault:
                found.append(at)
                self.faults.note(at, error_cell(fault))
        return frozenset(found)

    # --- text ---------------------------------------------------------------------------------------------------------

    def _of_values(self, texts: list[str]) -> ReadColumn:
        """Words of which only some are allowed."""
        words: list[str] = []
        marks: dict[int, Mark] = {}
        for at, text in enumerate(texts):
            try:
                word, mark = self._allowed(text)
            except ScalarError as error:
                self.faults.note(at, error)
                word, mark = "", None
            words.append(word)
            if mark:
                marks[at] = mark
        return ReadColumn([word or None for word in words], words, marks)

    def _allowed(self, text: str) -> tuple[str, Mark | None]:
        declared, values = self.signs.read(text, "string"), self.entry.values
        word, mark = (declared.text, declared.mark) if declared else marked(text, "string", values)
        if word and word not in values:
            raise ScalarError("not-in-list", f"can't be {short(word)}", did_you_mean(word, values))
        return word, mark

    # --- numbers, years, dates, truth values --------------------------------------------------------------------------
    def _typed(self, texts: list[str], faulty: frozenset[int]) -> ReadColumn:
        found = ColumnMarks(texts, faulty)
        found.read(self.entry, self.signs, self.faults)
        if self.entry.mark_column and self.beside is not None:
            marks = [line.text(self.beside) for line in self.lines]
            mark_beside(found, marks, self.entry.mark_column.text, self.signs, self.faults)
        words = [word[1:] if word[:1] == "+" and word[1:2].isdigit() else word for word in found.words]
        if self.shown is not None and self.entry.type in NUMERIC:
            words, self.shown = display.in_one_size(*display.signs_as_shown(words, self.shown), self.entry.unit)
        there = [at for at, word in enumerate(words) if word and at not in found.bad]
        if self.mark and self.entry.type in NUMERIC:  # that of the heading
            found.marks = {**dict.fromkeys(there, self.mark), **found.marks}
        found.ask(there, self.faults)
        if self.entry.type in NUMERIC:
            ask_for_stand_ins(words, self.faults)
        values, unit = self._values(words, there)
        values = self._scaled(words, values)
        if self.entry.type in NUMERIC:
            ask_for_counted_days(values, self.faults)
        self._tell(texts, found.notes, found.nothing)
        if not unit and self.shown is not None and self.entry.type in NUMERIC:
            unit = display.settled_unit(words, self.shown, there, self.entry.unit, self.faults)
        unit = self._settled(unit)
        return ReadColumn(values, words, found.marks, unit, self._decimals(values), self._is_signed(texts, values))

    def _is_signed(self, texts: Sequence[str], values: Sequence[Scalar]) -> bool:
        """Whether the file has a sign before all numbers above zero."""
        found = False
        for at, value in enumerate(values):
            if isinstance(value, Decimal) and value > 0:
                found = texts[at].startswith("+") or (self.shown is not None and self.shown[at].plus)
                if not found:
                    return False
        return found

    def _values(self, words: list[str], there: Sequence[int]) -> tuple[list[Scalar], str]:
        """A value for each row, and the unit that the texts have; what a workbook keeps otherwise than its author
        would type it becomes that: 12 for 12.0001 that is shown as 12, 1,5 among numbers with a comma."""
        values: list[Scalar] = [None] * len(words)
        try:
            way = READERS[self.entry.type]([words[at] for at in there], self._asked)
        except ColumnDoubt as doubt:
            self.faults.note(there[doubt.at], doubt, "doubt")
            return values, ""
        shown = self.shown if self.entry.type == "integer" else None
        strange: dict[str, ScalarError] = {}
        known: dict[str, tuple[str, Scalar]] = {}
        """Texts that have been read: years, days and small numbers stand in long columns again and again."""
        for at in there:
            if shown is None and words[at] in known:
                words[at], values[at] = known[words[at]]
                continue
            typed = words[at]
            try:
                words[at] = display.whole(words[at], shown[at]) if shown else words[at]
                values[at] = way.read(words[at])
                words[at] = way.typed(words[at])
                known[typed] = words[at], values[at]
            except ScalarError as error:
                if self.entry.type in NUMERIC and not any(map(str.isdigit, typed)):
                    strange.setdefault(typed, error)
                else:
                    self.faults.note(at, error, re.sub("'.*'", "", error.message))
        if strange:
            read = any(value is not None for value in values)  # else these are rather words than signs
            together = no_numbers(strange) if read else next(iter(strange.values()))
            self._note([at for at in there if words[at] in strange], together)
        return values, way.unit

    def _note(self, cells: Sequence[int], fault: ScalarError) -> None:
        for at in cells:
            self.faults.note(at, fault)

    def _scaled(self, words: Sequence[str], values: list[Scalar]) -> list[Scalar]:
        """The values times `scale:`; of shares of one it is asked for."""
        if self.entry.type not in NUMERIC:
            return values
        if self.entry.scale is not None and self.entry.scale > 0:
            return scaled(values, self.entry.scale)
        if self.entry.scale is not None:
            message = f"can't have the scale {self.entry.scale}"
            self.faults.note(0, ScalarError("wrong-type", message, "write scale: 100, or another"), "scale")
        at = doubtful(words, values, self.entry.unit, self.shown)
        if at is not None:
            self.faults.note(at, question(words[at]), "share")
        return values

    @property
    def _asked(self) -> Asked:
        entry, table = self.entry, self.table
        return Asked(
            entry.type,
            entry.unit,
            entry.decimal or table.decimal,
            entry.date_order or table.date_order,
            typed=not self.is_text,
            commas_likely=self.commas_likely,
            sized=self.said is not None and same_money(self.said.unit, entry.unit),
        )

    def _tell(self, texts: Sequence[str], notes: list[int], nothing: list[int]) -> None:
        said = {at: Pointer(without_note(texts[at]), note_in(texts[at])) for at in notes}
        said |= {at: one for at, one in self.pointers.items() if one.said}
        if said and not self.table.note:
            first, *_ = sorted(said)
            shown = self.lines[first].text(self.at)
            message = f"has {short(shown)}{self.faults.more([*said])}: what such a note says is not in the paper"
            named = [said[at] for at in sorted(said)]
            if self.entry.type in NUMERIC:
                named = [replace(one, text=self.faults.name) for one in named]
            self.faults.tell("table-notes", first, message, advice(named))
        if nothing and not (self.entry.missing or self.table.missing):
            message = f"has {short(texts[nothing[0]])}{self.faults.more(nothing)}: printed as a missing value"
            self.faults.tell("table-missing", nothing[0], message, "say with missing: what it means")

    # --- how a workbook shows it -----------------------------------------------------------------------------------
    def _settled(self, shown: str) -> str:
        """The unit, where words say one of the column too."""
        found = (
            decided(self.entry, self.faults.name, shown, self.said) if self.entry.type in NUMERIC else Settled(shown)
        )
        if found.doubt:
            self.faults.note(0, ScalarError("wrong-type", found.doubt, found.hint), "unit")
        return found.unit

    def _decimals(self, values: Sequence[Scalar]) -> int | None:
        """Those that the workbook shows, or that computed values need; None where each value is printed as it is."""
        if self.entry.type != "number" or self.entry.decimals is not None:
            return None
        most = display.shown_places(values, self.shown)
        if most > display.MOST_PLACES:
            decimals = display.sane_places(values)
            message = f"has values with up to {most} decimals: they are printed with {decimals}"
            self.faults.tell("table-decimals", 0, message, f"write decimals: {decimals}, or other")
            return decimals
        return most if self.shown is not None and most != most_places(values) else None
