"""The marks of a column of numbers, years, dates or truth values: what its cells hold besides their values.

What a single cell holds is `cell_marks`'; here all cells of the column tell what is asked of its author, in one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportgen.marks import Mark
from reportgen.source.cell_marks import NOTHING, DoubtfulSign, Marked, asked, read_mark
from reportgen.source.column_faults import ColumnFaults
from reportgen.source.entries import ColumnEntry
from reportgen.source.mark_table import MarkTable
from reportgen.source.scalars import ScalarError

_DIGITS = re.compile(r"[0-9.-]*[0-9]")
"""What has no mark: most cells."""


class ColumnMarks:
    """The cells by their numbers; `words` are the texts without what is told apart from them."""

    def __init__(self, texts: Sequence[str], bad: Iterable[int]) -> None:
        self.words = list(texts)
        self.marks: dict[int, Mark] = {}
        self.notes: list[int] = []
        """Cells that point to what stands elsewhere in the file."""
        self.nothing: list[int] = []
        """Cells that say in words that there is no value, and nobody has said what that means."""
        self.bad = set(bad)
        """Cells whose fault is told."""
        self.lettered: dict[int, Marked] = {}
        self.doubtful: dict[str, list[int]] = {}

    def read(self, entry: ColumnEntry, signs: MarkTable, faults: ColumnFaults) -> None:
        """Look through all cells; `signs` are those that the author has explained."""
        for at, text in enumerate(self.words):
            if not text or (_DIGITS.fullmatch(text) and text not in signs.signs):
                continue
            try:
                self._take(at, signs.read(text, entry.type) or read_mark(text, entry.type, entry.unit))
            except DoubtfulSign as error:
                self.doubtful.setdefault(error.sign, []).append(at)
                self.bad.add(at)
            except ScalarError as error:
                faults.note(at, error)
                self.bad.add(at)

    def _take(self, at: int, found: Marked) -> None:
        if found.mark:
            self.marks[at] = found.mark
        if found.note and found.note != NOTHING:
            self.notes.append(at)
        if found.nothing and not found.note:
            self.nothing.append(at)
        if found.letter:
            self.lettered[at] = found
        self.words[at] = found.text

    def ask(self, there: Sequence[int], faults: ColumnFaults) -> None:
        """Ask for what may mean two things; `there` are the cells with a value."""
        letters = {found.letter for found in self.lettered.values()}
        marked = len(letters) > 1 or len(self.marks) > len(self.lettered)
        # One letter behind every number may as well be its unit, unless other cells have other marks.
        if self.lettered and len(self.lettered) == len(there) and not marked:
            at, found = next(iter(self.lettered.items()))
            letter = found.letter
            hint = f'write unit: {letter} if it is their unit, or marks: {{"{letter}": {letter}}} if it is a mark'
            faults.note(at, ScalarError("cell-mark", f"has '{letter}' behind every number", hint))
        if self.doubtful:
            listed = ", ".join(f"'{sign}'" for sign in self.doubtful)
            what = f"the sign {listed}" if len(self.doubtful) == 1 else f"the signs {listed}"
            error = ScalarError("cell-mark", f"has {what} in the place of a value", asked(list(self.doubtful)))
            for at in sorted(at for found in self.doubtful.values() for at in found):
                faults.note(at, error)
