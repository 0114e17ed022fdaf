"""What is wrong with a column, told once for each kind of fault: the first cell that has it, the number of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.problems import Problems
from reportgen.sheets.sheet import NO_RESULT, Line, Worksheet
from reportgen.source.notes_below import begins_note
from reportgen.source.number_texts import parts_of
from reportgen.source.scalars import ScalarError
from reportgen.source.total_names import names_total

_SHORT = 6
"""Letters that a sign in the place of a value has fewer than. Ours."""


class _Fault:
    """A fault with the cells that have it, the first one first."""

    def __init__(self, at: int, error: ScalarError) -> None:
        self.at, self.error = at, error
        self.cells: list[int] = []


class ColumnFaults:
    """The faults of the column `name`, which stands at `at` in each of its `lines`."""

    def __init__(self, name: str, sheet: Worksheet, lines: Sequence[Line], at: int, problems: Problems) -> None:
        self.name, self.sheet, self.lines, self.at, self.problems = name, sheet, lines, at, problems
        self.found: dict[tuple[str, str], _Fault] = {}

    def note(self, at: int, error: ScalarError, kind: str = "") -> None:
        """A fault of cell `at`; those of one `kind` are told together, by default those with the same message."""
        self.found.setdefault((error.rule, kind or error.message), _Fault(at, error)).cells.append(at)

    def tell(self, rule: str, at: int, message: str, hint: str) -> None:
        """A warning of the whole column, at cell `at`: `message` follows its name."""
        self.problems.add(rule, self.sheet.place(self.lines[at], self.at), f"'{self.name}' {message}", hint)

    def more(self, cells: Sequence[int]) -> str:
        """How many others are like the first of these cells; rows may share one that is merged, or of a wide row."""
        count = len({self.sheet.place(self.lines[at], self.at) for at in cells})
        return f" (and {count - 1} more cell{'s' * (count > 2)})" if count > 1 else ""

    def report(self, *, may_end: bool) -> None:
        """All faults; `may_end`: tables.yaml does not say where the table ends, so it may end before them."""
        for fault in self.found.values():
            hint = fault.error.hint
            total = self._is_total(fault)
            # An error value is that of a formula, which no note and no other table's name is.
            end = self._end_before(fault) if may_end and not total and not self.lines[fault.at].fault(self.at) else 0
            if total:
                last = self.lines[fault.at - 1].number
                hint = f"it holds a total: write end: {last} to leave it out, since sums are made of the other rows"
            if end:
                hint = f"if it stands below the table, write end: {end}; else {hint}"
            self.tell(fault.error.rule, fault.at, f"{fault.error.message}{self.more(fault.cells)}", hint)

    def _is_total(self, fault: _Fault) -> bool:
        """Whether it is the name of a total, below the last row with a value."""
        below = self.lines[fault.at :]
        return fault.at > 0 and len(fault.cells) == len(below) and all(names_total(one.text(self.at)) for one in below)

    def _end_before(self, fault: _Fault) -> int:
        """The row before which the table may end: notes or another table make faults from there on; 0 for none."""
        lines, below = self.lines, self.lines[fault.at :]
        if fault.at and len(fault.cells) == len(below) and all(map(_is_note, below)):
            return lines[fault.at - 1].number
        for at in range(fault.at, 0, -1):
            if lines[at].number - lines[at - 1].number > 1:
                alone = not any(parts_of(lines[at].text(one)) for one in lines[at].filled())
                return lines[at - 1].number if alone else 0
        return 0


def _is_note(line: Line) -> bool:
    """Whether a row has words in a cell or two, and nothing else; a name and a sign are one of data."""
    filled = line.filled()
    if len(filled) == 2 and len(line.text(filled[1])) < _SHORT and not begins_note(line.text(filled[0])):
        return False
    return len(filled) <= 2 and any(re.search(r"[^\W\d_]{3}", line.text(at)) for at in filled)


def error_cell(fault: str) -> ScalarError:
    """What is wrong with a cell that holds an error value, or a formula without a result."""
    if fault == NO_RESULT:
        hint = "open the file in a spreadsheet program and save it there"
        return ScalarError("wrong-type", "has a formula that has no saved result", hint)
    hint = f'mend its formula, or say what it means: marks: {{"{fault}": x}}'
    return ScalarError("wrong-type", f"has a cell that is an error: {fault}", hint)
