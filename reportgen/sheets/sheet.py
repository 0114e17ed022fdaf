"""A sheet: rows of cells as a file has them, whatever its format.

Every cell knows its place, the text that an author would type for it, and how a spreadsheet program shows it. Nothing
here knows which row names the columns, or what a column means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from reportgen.frozen import frozen
from reportgen.problems import Place


@frozen
class Shown:
    """How a spreadsheet program shows a number, read from its number format."""

    decimals: int | None = None
    """Digits after the decimal point; None: as many as it has."""
    unit: str = ""
    """What stands beside it: "%", "£", "£m"."""
    text: str = ""
    """What is shown where that is no number of the usual form: "007", "30:00"."""
    plus: bool = False
    """Whether a sign stands before it though it is above zero: "+7.3"."""


AS_TYPED = Shown()


class Line:
    """A row: `number` is that of the file, from 1; `cells` are the texts, without the spaces around them."""

    __slots__ = ("cells", "number")

    def __init__(self, number: int, cells: Sequence[str]) -> None:
        self.number, self.cells = number, cells

    def __len__(self) -> int:
        return len(self.cells)

    def text(self, at: int) -> str:
        """The text of cell `at`, from 0; "" where the row ends before it."""
        return self.cells[at] if at < len(self.cells) else ""

    def place(self, at: int) -> tuple[int, int]:
        """The line and the column of the file at which cell `at` stands."""
        return self.number, at + 1

    def anchor(self) -> tuple[int, int]:
        """The place of the row as a whole, which no other row has."""
        return self.place(0)

    def shown(self, at: int) -> Shown:
        """How cell `at` is shown."""
        return AS_TYPED

    def read(self, at: int) -> tuple[str, Shown]:
        """The text of cell `at`, and how it is shown."""
        return self.text(at), self.shown(at)

    def fault(self, at: int) -> str:
        """The error value that cell `at` holds, such as "#DIV/0!"; `NO_RESULT`; "" for a cell without fault."""
        return ""

    def is_as(self, other: Line) -> bool:
        """Whether another row is the same one, or made from it in the same way."""
        return self is other

    def filled(self) -> list[int]:
        """The cells with something in them."""
        return [at for at in range(len(self)) if self.text(at) or self.fault(at)]


NO_RESULT = "="
"""The fault of a formula that has no saved result."""


@frozen
class Merge:
    """Cells that are merged to one: rows by their numbers from 1, columns from 0, ends included."""

    top: int
    bottom: int
    left: int
    right: int


@frozen
class Worksheet:
    """The rows that have something in them, in the file's order."""

    file: str
    """What problems call the file."""
    lines: Sequence[Line]
    name: str = ""
    """The sheet of a workbook; "": the file has but one."""
    merged: Sequence[Merge] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    """Whether the sheet as a whole is."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """What is said of cells, by their names in a spreadsheet program, A1: notes that are not printed on the sheet."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """What another sheet says in notes, by the signs that point to them."""
    separator: str = ""
    """The sign between the cells of a CSV file; "": this is no text."""

    def place(self, line: Line, at: int) -> Place:
        """Where cell `at` of a row stands."""
        return Place(self.file, *line.place(at))

    @property
    def what(self) -> str:
        """How a message names it."""
        return f"the sheet '{self.name}'" if self.name else self.file

    def body(self, after: int) -> Iterator[Line]:
        """The rows below row number `after`."""
        return (line for line in self.lines if line.number > after)


def letters(at: int) -> str:
    """The name of column `at` (from 0) in a spreadsheet program: A … Z, AA …"""
    name, left = "", at + 1
    while left:
        left, rest = divmod(left - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(name: str) -> int:
    """The column, from 0, of a name in letters."""
    found = 0
    for letter in name.upper():
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1
