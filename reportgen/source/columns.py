"""A column of a sheet, read: a value, a mark and the words for each row, its unit and its decimals.

What is wrong is told once a column for each kind of fault, with the first cell and the number of the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.frozen import frozen
from reportgen.language.values import most_places
from reportgen.marks import Mark
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.sheets.sheet import NO_RESULT, Line, Sheet, Shown
from reportgen.source.cell_marks import NUMERIC, DoubtfulSign, Marked, MarkTable, asked, marked, read_mark, without_note
from reportgen.source.column_display import (
    MOST_PLACES,
    doubtful_fraction,
    fits,
    sane_places,
    shown_places,
    shown_unit,
    signs_as_shown,
    whole,
)
from reportgen.source.column_display import words as shown_words
from reportgen.source.column_types import READERS, Asked, ColumnDoubt
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Phrase, Scalar
from reportgen.source.mojibake import meant
from reportgen.source.number_texts import parts_of
from reportgen.source.proportions import doubtful, question, scaled
from reportgen.source.scalars import ScalarError, short


@frozen
class ReadColumn:
    """A column's cells in the order of the rows."""

    values: Sequence[Scalar]
    texts: Sequence[str]
    """The words in the file, without their marks."""
    marks: dict[int, Mark]
    unit: str = ""
    """The unit that the file shows, where tables.yaml names none."""
    decimals: int | None = None
    """Those that the file shows, where tables.yaml names none."""


class _Fault:
    """A fault with the first cell that has it, and the number of cells."""

    def __init__(self, at: int, error: ScalarError) -> None:
        self.at, self.error, self.count = at, error, 0


class ColumnReading:
    """Reads one column: `at` is where it stands in each row of the sheet."""

    def __init__(
        self,
        name: Phrase,
        entry: ColumnEntry,
        table: TableEntry,
        sheet: Sheet,
        at: int,
        problems: Problems,
        *,
        commas_likely: bool = False,
    ) -> None:
        self.name, self.entry, self.table, self.sheet, self.at = name, entry, table, sheet, at
        self.problems, self.commas_likely = problems, commas_likely
        self.shown: list[Shown] | None = None
        """How each cell of a workbook is shown; None for a file of text."""
        self.faults: dict[tuple[str, str], _Fault] = {}

    def read(self, lines: Sequence[Line]) -> ReadColumn:
        """The column; its faults are reported."""
        entry, texts = self.entry, self._texts(lines)
        faulty = self._error_cells(lines, texts)
        if entry.type == "string" and not entry.values:
            words = self._without_notes(lines, texts if self.shown is None else shown_words(texts, self.shown))
            column = ReadColumn([text or None for text in words], words, {})
            self._check_words(words)
        elif entry.values:
            column = self._of_values(texts)
        else:
            column = self._typed(lines, texts, faulty)
        self._report(lines)
        return column

    def _texts(self, lines: Sequence[Line]) -> list[str]:
        """The texts of the cells; how a workbook shows them is kept."""
        if self.sheet.separator:
            return [line.text(self.at) for line in lines]
        cells = [line.read(self.at) for line in lines]
        self.shown = [shown for _, shown in cells]
        return [text for text, _ in cells]

    # --- text ---------------------------------------------------------------------------------------------------------
    def _check_words(self, texts: Sequence[str]) -> None:
        if self.sheet.separator:
            return  # the file as a whole has been looked through
        for at, text in enumerate(texts):
            word, right = meant(text) if not text.isascii() else ("", "")
            if word:
                hint = "replace all such words"
                message = f"holds '{word}' where '{right}' is meant: it was once read in a wrong encoding"
                self._note(at, ScalarError("file-encoding", message, hint), "mojibake")

    def _without_notes(self, lines: Sequence[Line], texts: list[str]) -> list[str]:
        """Texts without "[note 1]" behind them, which is told."""
        bare = [without_note(text) for text in texts]
        notes = [at for at, text in enumerate(texts) if text != bare[at]]
        self._tell(lines, texts, notes, [])
        return bare if notes else texts

    def _of_values(self, texts: list[str]) -> ReadColumn:
        """Words of which only some are allowed."""
        values: list[Scalar] = []
        words: list[str] = []
        marks: dict[int, Mark] = {}
        signs = self._signs()
        for at, text in enumerate(texts):
            try:
                declared = signs.read(text, "string")
                word, mark = (declared.text, declared.mark) if declared else marked(text, "string", self.entry.values)
                if word and word not in self.entry.values:
                    raise ScalarError("not-in-list", f"can't be {short(word)}", did_you_mean(word, self.entry.values))
            except ScalarError as error:
                self._note(at, error, error.message)
                word, mark = "", None
            values.append(word or None)
            words.append(word)
            if mark:
                marks[at] = mark
        return ReadColumn(values, words, marks)

    # --- numbers, years, dates, truth values --------------------------------------------------------------------------
    def _typed(self, lines: Sequence[Line], texts: list[str], faulty: frozenset[int]) -> ReadColumn:
        kind = self.entry.type
        signs, marks, notes, nothing = self._signs(), dict[int, Mark](), list[int](), list[int]()
        lettered: dict[int, Marked] = {}
        doubtful: dict[str, list[int]] = {}
        words = texts
        quick = re.compile(r"[0-9.-]*[0-9]")
        bad = set(faulty)
        for at, text in enumerate(texts):
            if not text or quick.fullmatch(text):
                continue
            try:
                found = signs.read(text, kind) or read_mark(text, kind, self.entry.unit)
            except DoubtfulSign as error:
                doubtful.setdefault(error.sign, []).append(at)
                bad.add(at)
                continue
            except ScalarError as error:
                self._note(at, error, error.message)
                bad.add(at)
                continue
            if found.mark:
                marks[at] = found.mark
            if found.note and found.note != "missing":
                notes.append(at)
            if found.nothing and not found.note:
                nothing.append(at)
            if found.letter:
                lettered[at] = found
            if found.text != text:
                words = [*words] if words is texts else words
                words[at] = found.text
        words = self._with_signs_shown(words)
        there = [at for at, word in enumerate(words) if word and at not in bad]
        self._ask_for_letters(lettered, there)
        self._ask_for_signs(doubtful)
        values, unit = self._values(words, there)
        values = self._scaled(words, values)
        self._tell(lines, texts, notes, nothing)
        unit = unit or self._shown_unit(lines, words, there)
        return ReadColumn(values, words, marks, unit, self._decimals(lines, values))

    def _with_signs_shown(self, words: list[str]) -> list[str]:
        if self.shown is None or self.entry.type not in NUMERIC:
            return words
        words, self.shown = signs_as_shown(words, self.shown)
        return words

    def _values(self, words: Sequence[str], there: Sequence[int]) -> tuple[list[Scalar], str]:
        """A value for each row, and the unit that the texts have."""
        values: list[Scalar] = [None] * len(words)
        try:
            way = READERS[self.entry.type]([words[at] for at in there], self._asked)
        except ColumnDoubt as doubt:
            self._note(there[doubt.at], doubt, "doubt")
            return values, ""
        shown = self.shown if self.entry.type == "integer" else None
        for at in there:
            try:
                values[at] = way.read(whole(words[at], shown[at]) if shown else words[at])
            except ScalarError as error:
                self._note(at, error, re.sub("'.*'", "", error.message))
        return values, way.unit

    def _scaled(self, words: Sequence[str], values: list[Scalar]) -> list[Scalar]:
        """The values times `scale:`; of shares of one it is asked for."""
        if self.entry.type not in NUMERIC:
            return values
        if self.entry.scale is not None and self.entry.scale > 0:
            return scaled(values, self.entry.scale)
        if self.entry.scale is not None:
            message = f"can't have the scale {self.entry.scale}"
            self._note(0, ScalarError("wrong-type", message, "write scale: 100, or another"), "scale")
        at = doubtful(words, values, self.entry.unit, self.shown)
        if at is not None:
            self._note(at, question(words[at]), "share")
        return values

    @property
    def _asked(self) -> Asked:
        entry, table = self.entry, self.table
        return Asked(
            entry.type,
            entry.unit,
            entry.decimal or table.decimal,
            entry.date_order or table.date_order,
            typed=not self.sheet.separator,
            commas_likely=self.commas_likely,
        )

    def _signs(self) -> MarkTable:
        return MarkTable.of(self.table.marks, self.entry.marks, problems=Problems())

    def _ask_for_letters(self, lettered: dict[int, Marked], there: Sequence[int]) -> None:
        """A letter behind every number may as well be its unit."""
        if lettered and len(lettered) == len(there):
            at, found = next(iter(lettered.items()))
            letter = found.letter
            hint = f'write unit: {letter} if it is their unit, or marks: {{"{letter}": {letter}}} if it is a mark'
            self._note(at, ScalarError("cell-mark", f"has '{letter}' behind every number", hint), "letter")

    def _ask_for_signs(self, doubtful: dict[str, list[int]]) -> None:
        """All signs of the column in one line."""
        if doubtful:
            listed = ", ".join(f"'{sign}'" for sign in doubtful)
            what = f"the sign {listed}" if len(doubtful) == 1 else f"the signs {listed}"
            places = [at for found in doubtful.values() for at in found]
            error = ScalarError("cell-mark", f"has {what} in the place of a value", asked(list(doubtful)))
            for at in sorted(places):
                self._note(at, error, "sign")

    def _tell(self, lines: Sequence[Line], texts: Sequence[str], notes: list[int], nothing: list[int]) -> None:
        if notes:
            message = (
                f"'{self.name.text}' has {short(texts[notes[0]])}{_more(len(notes))}: what such a note says is not in"
            )
            hint = "write what matters of it in note: of the table"
            self.problems.add("table-notes", self._place(lines, notes[0]), f"{message} the paper", hint)
        if nothing and not (self.entry.missing or self.table.missing):
            message = (
                f"'{self.name.text}' has {short(texts[nothing[0]])}{_more(len(nothing))}: printed as a missing value"
            )
            hint = "say with missing: what it means"
            self.problems.add("table-missing", self._place(lines, nothing[0]), message, hint)

    # --- how a workbook shows it -----------------------------------------------------------------------------------
    def _shown_unit(self, lines: Sequence[Line], texts: Sequence[str], there: Sequence[int]) -> str:
        """The unit of the number formats, where tables.yaml names none."""
        if self.shown is None or self.entry.type not in NUMERIC:
            return ""
        doubt = doubtful_fraction(texts, self.shown, there)
        if doubt:
            message = f"has numbers shown in %, and '{texts[doubt[0]]}' without a sign: is it a hundred times as large?"
            self._note(doubt[0], ScalarError("wrong-type", message, doubt[1]), "fraction")
            return ""
        found = shown_unit(texts, self.shown, there)
        name, declared = found.unit, self.entry.unit
        if declared or not name:
            if name and not fits(name, declared):
                hint = f'write unit: "{name}", or mend the number format'
                message = f"is shown in {name}, and its unit is {declared}"
                self._note(found.at, ScalarError("wrong-type", message, hint), "unit")
            return ""
        if found.mixed is None:
            return name
        bare = f"some as {found.mixed}" if found.mixed else "some without a sign"
        message = f"'{self.name.text}' has numbers shown as {name}, and {bare}: its unit is not printed"
        hint = f'if they all are in {name}, write unit: "{name}"'
        self.problems.add("table-units", self._place(lines, found.at), message, hint)
        return ""

    def _decimals(self, lines: Sequence[Line], values: Sequence[Scalar]) -> int | None:
        """Those that the workbook shows, or that computed values need; None where each value is printed as it is."""
        if self.entry.type != "number" or self.entry.decimals is not None:
            return None
        most = shown_places(values, self.shown)
        if most > MOST_PLACES:
            decimals = sane_places(values)
            message = f"'{self.name.text}' has values with up to {most} decimals: they are printed with {decimals}"
            self.problems.add("table-decimals", self._place(lines, 0), message, f"write decimals: {decimals}, or other")
            return decimals
        return most if self.shown is not None and most != most_places(values) else None

    # --- faults -------------------------------------------------------------------------------------------------------
    def _error_cells(self, lines: Sequence[Line], texts: list[str]) -> frozenset[int]:
        """The cells that hold an error value or no result: their texts are empty, unless `marks:` knows the error."""
        if self.sheet.separator:
            return frozenset()
        signs, found = self._signs(), []
        for at, line in enumerate(lines):
            fault = line.fault(self.at)
            if fault in signs.signs:
                texts[at] = fault
            if not fault or fault in signs.signs:
                continue
            found.append(at)
            if fault == NO_RESULT:
                hint = "open the file in a spreadsheet program and save it there"
                error = ScalarError("wrong-type", "has a formula that has no saved result", hint)
            else:
                hint = f'mend its formula, or say what it means: marks: {{"{fault}": x}}'
                error = ScalarError("wrong-type", f"has a cell that is an error: {fault}", hint)
            self._note(at, error, error.message)
        return frozenset(found)

    def _note(self, at: int, error: ScalarError, kind: str) -> None:
        fault = self.faults.setdefault((error.rule, kind), _Fault(at, error))
        fault.count += 1

    def _report(self, lines: Sequence[Line]) -> None:
        for fault in self.faults.values():
            message = f"'{self.name.text}' {fault.error.message}{_more(fault.count)}"
            hint = fault.error.hint
            end = self._end_before(lines, fault) if self.table.end is None else 0
            if end:
                hint = f"if it stands below the table, write end: {end}; else {hint}"
            self.problems.add(fault.error.rule, self._place(lines, fault.at), message, hint)

    @staticmethod
    def _end_before(lines: Sequence[Line], fault: _Fault) -> int:
        """The row before which the table may end: notes or another table make faults from there on; 0 for none."""
        below = lines[fault.at :]
        if fault.at and fault.count == len(below) and all(map(_is_note, below)):
            return lines[fault.at - 1].number
        for at in range(fault.at, 0, -1):
            if lines[at].number - lines[at - 1].number > 1:
                alone = not any(parts_of(lines[at].text(one)) for one in lines[at].filled())
                return lines[at - 1].number if alone else 0
        return 0

    def _place(self, lines: Sequence[Line], at: int) -> Place:
        return self.sheet.place(lines[at], self.at)


def _is_note(line: Line) -> bool:
    """Whether a row has words in a cell or two, and nothing else."""
    filled = line.filled()
    return len(filled) <= 2 and any(re.search(r"[^\W\d_]{3}", line.text(at)) for at in filled)


def _more(count: int) -> str:
    """How many cells have the same fault as the one that is told."""
    return f" (and {count - 1} more cell{'s' * (count > 2)})" if count > 1 else ""
