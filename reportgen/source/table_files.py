"""The file of a table as a sheet: found, opened once, of whichever format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Protocol

from reportgen.frozen import frozen
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.sheets.csv_cells import rows_of
from reportgen.sheets.csv_text import separator_of, text_of
from reportgen.sheets.dimensions import parted
from reportgen.sheets.sheet import Worksheet
from reportgen.sheets.unreadable import Unreadable
from reportgen.source.files import CONTROL, Files
from reportgen.source.model import Phrase
from reportgen.source.mojibake import meant
from reportgen.source.note_sheets import may_hold_notes, notes_on

ENDINGS = (".csv", ".xlsx", ".ods")
"""Of the files that are looked for where tables.yaml names none, in this order."""
_TEXT = (".csv", ".tsv", ".txt", ".tab")
_OTHERS = {".xls": "XLSX", ".xlsb": "XLSX", ".numbers": "XLSX", ".fods": "ODS", ".pdf": "CSV"}


class Book(Protocol):
    """A workbook with named sheets."""

    @property
    def names(self) -> list[str]:
        """The names of its sheets with cells."""

    @property
    def hidden(self) -> frozenset[str]:
        """Those that it hides."""

    def sheet(self, name: str) -> Worksheet:
        """One of them."""


@frozen
class TableFiles:
    """Opens the files of the tables of one briefing, each once; faults go to `files.problems`."""

    files: Files
    books: dict[str, Book] = field(default_factory=dict)
    sheets: dict[tuple[str, str], Worksheet | None] = field(default_factory=dict)

    def sheet(self, path: Path, name: Phrase | None) -> Worksheet | None:
        """A sheet of the file (the first, where none is named); None, with a problem, where it can't be read."""
        key = self.files.name(path), name.text if name else ""
        if key not in self.sheets:
            ending = path.suffix.lower()
            if ending in (".xlsx", ".xlsm", ".ods"):
                self.sheets[key] = self._of_book(path, name)
            else:
                self.sheets[key] = self._of_text(path)
        return self.sheets[key]

    def names(self, path: Path) -> Sequence[str]:
        """The sheets of a workbook that can be read; none of another file."""
        book = self.books.get(self.files.name(path))
        return book.names if book and self.sheets else ()

    # --- text ----------------------------------------------------------------------------------------------------
    def _of_text(self, path: Path) -> Worksheet | None:
        ending, problems = path.suffix.lower(), self.files.problems
        if ending in _OTHERS:
            hint = f"save it as {_OTHERS[ending]}"
            message = f"{ending} files can't be read"
            if ending == ".xls" and self._is_text(path):
                message, hint = "this file is called .xls, and holds text", f"rename it {path.stem}.csv"
            problems.add("file-format", self.files.start(path), message, hint)
            return None
        data = self.files.bytes(path)
        if data is None:
            return None
        found = text_of(data)
        name, before = self.files.name(path), len(problems.found)
        if found is None:
            hint = "save it as UTF-8"
            message = "this file is in none of the encodings UTF-8, UTF-16 and Windows-1252"
            problems.add("file-encoding", self.files.start(path), message, hint)
            return None
        check_characters(found.text, name, problems)
        separator = separator_of(found.text)
        lines = rows_of(found.text, name, problems, separator)
        if len(problems.found) > before:
            return None
        return Worksheet(name, parted(lines), separator=separator)

    def _is_text(self, path: Path) -> bool:
        """Whether a file holds cells as text, as some offices send them under the name of a workbook."""
        found = text_of(self.files.bytes(path) or b"")
        if found is None or found.text[:1] == "<" or CONTROL.search(found.text):
            return False
        return "\n" in found.text.strip() and separator_of(found.text) in found.text

    # --- workbooks -----------------------------------------------------------------------------------------------
    def _of_book(self, path: Path, name: Phrase | None) -> Worksheet | None:
        file, problems = self.files.name(path), self.files.problems
        try:
            book = self._book(path)
            wanted = None if book is None else self._named(book, file, name)
            return None if book is None or wanted is None else self.noted(path, book.sheet(wanted))
        except Unreadable as error:
            problems.add("file-format", self.files.start(path), error.message, error.hint)
        except Exception:  # noqa: BLE001 - libraries raise anything for a damaged workbook
            kind = "ODS" if path.suffix.lower() == ".ods" else "XLSX"
            hint = f"open it in a spreadsheet program and save it as {kind}"
            problems.add("file-format", self.files.start(path), f"this is no {kind} workbook, or it is damaged", hint)
        return None

    def noted(self, path: Path, sheet: Worksheet) -> Worksheet:
        """A sheet, with the notes that stand on others of its workbook."""
        book, notes = self.books[self.files.name(path)], dict[str, str]()
        for name in book.names:
            if name != sheet.name and may_hold_notes(name):
                notes |= notes_on(book.sheet(name))
        return replace(sheet, notes=notes)

    def _book(self, path: Path) -> Book | None:
        file = self.files.name(path)
        if file not in self.books:
            data = self.files.bytes(path)
            if data is None:
                return None
            self.books[file] = book_of(data, file)
        return self.books[file]

    def _named(self, book: Book, file: str, name: Phrase | None) -> str | None:
        if not book.names:
            raise Unreadable("this workbook has no sheet with cells", "add one with the data")
        if name is None:
            return book.names[0]
        if name.text in book.names:
            return name.text
        message = f"{file} has no sheet '{name.text}'"
        self.files.problems.add("file-missing", name.place, message, did_you_mean(name.text, book.names))
        return None


def book_of(data: bytes, file: str) -> Book:
    """A workbook by the ending of its file."""
    if file.lower().endswith(".ods"):
        from reportgen.sheets.opendocument import OpenDocument  # few papers have workbooks

        return OpenDocument(data, file)
    from reportgen.sheets.workbooks import Workbook

    return Workbook(data, file)


def check_characters(text: str, file: str, problems: Problems) -> None:
    """Report a control character, and words that were read in a wrong encoding: once for each kind."""

    def place(offset: int) -> Place:
        before = text[:offset]
        return Place(file, before.count("\n") + 1, offset - before.rfind("\n"))

    found = CONTROL.search(text)
    if found:
        message = f"a control character (U+{ord(found.group()):04X}) stands in this text"
        problems.add("file-encoding", place(found.start()), message, "delete it")
    word, right = meant(text)
    if word:
        message = f"'{word}' stands where '{right}' is meant: this file was once read in a wrong encoding"
        hint = "export it again as UTF-8, or replace all such words"
        problems.add("file-encoding", place(text.find(word)), message, hint)
