"""The XML of an XLSX workbook's sheets and texts (ECMA-376, part 1, 18.3 and 18.4), in one pass with expat.

What a cell means and how it is shown is not known here. A raised part of a text, such as the 2 behind "Wales", becomes
what can be typed for it: "Wales²", "Wales [note a]".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import IO
from xml.parsers import expat

from reportgen.patterns import Pattern
from reportgen.sheets.sheet import NO_RESULT, column_of

Cell = tuple[int, str, str, int]
"""A cell: its column from 1, its text, its type (18.18.11) or `NO_RESULT`, and the number of its style."""
_Given = Mapping[str, str]
_DIGITS = "0123456789"
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_NUMBERS = Pattern(r"\s*[+-]?[0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*\s*")
_LETTER = Pattern(r"\s*\(?([a-zA-Z])\)?\s*")
_WORD = Pattern(r"(?:[^\W\d_]{2}|[)\]])\s*$")
"""What a raised letter stands behind where it points to a note: no number, as in 1e, and no single letter, as in No."""
_THREADED = " Comment: "
"""What stands before the words of a comment that others may answer, as it is written for older programs."""


class _Reader:
    """Hears the beginnings of elements; what stands between two of them is the text of the first."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._parts: list[tuple[str, bool]] = []
        """The parts of a text that have ended, and whether each is raised."""
        self._raised = self._keeps = False
        self._silent = True
        """Whether what is heard is none of the text: how it is pronounced, for instance."""
        self._on: dict[str, Callable[[_Given], None]] = {}

    def read(self, source: IO[bytes]) -> None:
        """All of a part; the exceptions are those of expat, and those that a number would raise that is none."""
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._first
        self._parser.CharacterDataHandler = self._heard.append
        self._parser.ParseFile(source)
        self._end()

    def _first(self, name: str, _: _Given) -> None:
        """The element around all others: theirs is its namespace."""
        space = name[: name.rfind("}") + 1]
        self._on = {space + one: does for one, does in self._elements().items()}
        self._parser.StartElementHandler = self._start

    def _start(self, name: str, given: _Given) -> None:
        self._on.get(name, self._other)(given)

    def _elements(self) -> dict[str, Callable[[_Given], None]]:
        """What is done at the beginning of each element."""
        return {"t": self._part, "r": self._run, "vertAlign": self._aligned, "rPh": self._pronounced}

    def _end(self) -> None:
        raise NotImplementedError

    # --- texts ---------------------------------------------------------------------------------------------------
    def _other(self, _: _Given) -> None:
        self._keep()

    def _part(self, _: _Given) -> None:
        self._keep()
        self._keeps = not self._silent

    def _run(self, _: _Given) -> None:
        self._keep()
        self._raised = False

    def _aligned(self, given: _Given) -> None:
        self._raised = given.get("val") == "superscript"

    def _pronounced(self, _: _Given) -> None:
        self._keep()
        self._silent = True

    def _keep(self) -> None:
        if self._keeps:
            self._parts.append(("".join(self._heard), self._raised))
            self._keeps = False
        self._heard.clear()

    def _ended(self) -> str:
        """The text that has ended; another may begin."""
        self._keep()
        text = ""
        for part, raised in self._parts:
            text += _typed(part, text) if raised else part
        self._parts.clear()
        self._raised = self._silent = False
        return text


class Texts(_Reader):
    """The texts that the cells of all sheets share."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._begun = False

    def _elements(self) -> dict[str, Callable[[_Given], None]]:
        return {**super()._elements(), "si": self._text}

    def _text(self, _: _Given) -> None:
        self._end()
        self._silent, self._begun = False, True

    def _end(self) -> None:
        if self._begun:
            self.found.append(self._ended())


class Comments(_Reader):
    """The comments on the cells of a sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        """What they say, by the names of the cells: A1."""
        self._of = ""

    def _elements(self) -> dict[str, Callable[[_Given], None]]:
        return {**super()._elements(), "comment": self._comment}

    def _comment(self, given: _Given) -> None:
        self._end()
        self._of, self._silent = given.get("ref", ""), False

    def _end(self) -> None:
        text = " ".join(self._ended().split())
        if self._of and text:
            self.found[self._of] = text.rpartition(_THREADED)[2].strip() if text[0] == "[" else text


class SheetXml(_Reader):
    """A sheet: `row` is called with the number and the cells of each of its rows with some."""

    def __init__(self, row: Callable[[int, list[Cell]], None]) -> None:
        super().__init__()
        self.hidden_rows: set[int] = set()
        self.columns: list[_Given] = []
        """The attributes of each `col`."""
        self.merged: list[str] = []
        """The cells that are merged, as A1:B2."""
        self._row, self._number, self._column = row, 0, 0
        self._cells: list[Cell] = []
        self._cell: _Given | None = None
        self._value = self._formula = False

    def _elements(self) -> dict[str, Callable[[_Given], None]]:
        own = {"c": self._begins, "v": self._valued, "f": self._computed, "row": self._row_begins, "is": self._texted}
        return {**super()._elements(), **own, "col": self.columns.append, "mergeCell": self._merges}

    def _row_begins(self, given: _Given) -> None:
        self._end()
        number = given.get("r")
        self._number = int(float(number)) if number else self._number + 1
        self._column = 0
        if is_true(given.get("hidden")):
            self.hidden_rows.add(self._number)

    def _begins(self, given: _Given) -> None:
        if self._cell is not None:
            self._cell_ends(self._cell)
        self._cell = given
        self._heard.clear()

    def _valued(self, _: _Given) -> None:
        self._heard.clear()
        self._value = True

    def _other(self, given: _Given) -> None:
        if self._value and self._cell is not None:  # it stands behind the value
            self._cell_ends(self._cell)
            self._cell = None
        super()._other(given)

    def _texted(self, _: _Given) -> None:
        self._silent = False

    def _computed(self, _: _Given) -> None:
        self._formula = True

    def _merges(self, given: _Given) -> None:
        self.merged.append(given["ref"])

    def _cell_ends(self, given: _Given) -> None:
        kind, name = given.get("t", "n"), given.get("r")
        self._column = _column(name.rstrip(_DIGITS)) if name else self._column + 1
        text = "".join(self._heard) if self._value else ""
        if kind == "inlineStr":
            text = self._ended()
        if text or (self._value and kind == "str"):
            self._cells.append((self._column, text, kind, int(given.get("s", 0))))
        elif self._formula:
            self._cells.append((self._column, "", NO_RESULT, 0))
        self._value = self._formula = False

    def _end(self) -> None:
        if self._cell is not None:
            self._cell_ends(self._cell)
        self._cell = None
        if self._cells:
            self._row(self._number, self._cells)
            self._cells = []


def is_true(given: str | None) -> bool:
    """Whether an attribute is set."""
    return given in ("1", "true")


def _typed(raised: str, before: str) -> str:
    """What is typed for a raised part of a text, behind what stands before it."""
    if _NUMBERS.fullmatch(raised):
        return raised.translate(_RAISED)
    letter = _LETTER.fullmatch(raised)
    return f" [note {letter[1].lower()}]" if letter and _WORD.search(before) else raised


@cache
def _column(name: str) -> int:
    return column_of(name) + 1
