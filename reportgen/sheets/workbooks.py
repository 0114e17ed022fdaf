"""XLSX workbooks as sheets: values, number formats, hidden and merged cells, in one pass over each sheet.

Formulas give their saved results. openpyxl is imported only here and in `number_formats`, when a sheet is read.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from io import BytesIO, StringIO
from itertools import chain
from typing import Any

from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import from_ISO8601
from openpyxl.xml.constants import COMMENTS_NS, SHARED_STRINGS

from reportgen.frozen import frozen
from reportgen.sheets.csv_text import as_typed
from reportgen.sheets.number_formats import NumberFormat
from reportgen.sheets.sheet import AS_TYPED, NO_RESULT, Line, Merge, Shown, Worksheet
from reportgen.sheets.sheet_xml import Cell, Comments, SheetXml, Texts, is_true
from reportgen.sheets.unpacking import MOST_CELLS, TOO_LARGE, check_parts
from reportgen.sheets.unreadable import Unreadable

_MOST = {"worksheets/": 400_000_000, "sharedStrings": 100_000_000, "media/": 400_000_000}
"""Bytes that a part of a workbook may have when unpacked, by a word in its name."""
_WIDE = 4
"""Places that a sheet's rows may have for each cell that it may hold: one far to the right makes a row long."""
_MOST_SHEETS = 1_000
_LONGEST_FORMAT = 255
"""Characters of a number format: no spreadsheet program writes more."""
_ERROR = "e"


class _XlsxRow(Line):
    """`values` are a workbook's own, `ways` the formats in which it shows them, `faults` the errors in their place.

    A cell is read when it is asked for: then its text takes the place of its value, and how it is shown that of its
    format.
    """

    __slots__ = ("_filled", "faults", "ways")

    def __init__(
        self, number: int, values: list[Any], ways: list[NumberFormat | Shown], faults: dict[int, str]
    ) -> None:
        super().__init__(number, values)
        self.ways, self.faults = ways, faults
        self._filled: list[int] | None = None

    def text(self, at: int) -> str:
        return self.read(at)[0]

    def shown(self, at: int) -> Shown:
        return self.read(at)[1]

    def read(self, at: int) -> tuple[str, Shown]:
        if at >= len(self.cells):
            return "", AS_TYPED
        way: Any = self.ways[at]
        if type(way) is Shown:
            return self.cells[at], way
        cells: Any = self.cells
        cells[at], self.ways[at] = found = _as_text(cells[at], way)
        return found

    def fault(self, at: int) -> str:
        return self.faults.get(at, "")

    def filled(self) -> list[int]:
        if self._filled is None:  # whoever looks for tables, headings and notes asks each row
            faults = self.faults
            self._filled = [
                at
                for at, value in enumerate(self.cells)
                if (value is not None and (type(value) is not str or (value and not value.isspace()))) or at in faults
            ]
        return self._filled


def _as_text(value: Any, way: NumberFormat) -> tuple[str, Shown]:
    """What an author would type for a value of a workbook, and how that is shown."""
    match value:
        case None:
            return "", AS_TYPED
        case str():
            return as_typed(value), AS_TYPED
        case bool():
            return ("true" if value else "false"), AS_TYPED
        case int() | float():
            return way.read(value)
        case datetime() | date():
            return f"{value.year:04d}-{value.month:02d}-{value.day:02d}", AS_TYPED
        case time() | timedelta():
            return str(value), Shown(text=str(value))
    return str(value).strip(), AS_TYPED


class _Book(ExcelReader):
    """openpyxl's reader of a workbook: of its styles and of what there is; sheets and texts are left to `sheet_xml`."""

    def read(self) -> None:
        """All but the cells."""
        self.read_manifest()
        self.read_workbook()
        apply_stylesheet(self.archive, self.wb)
        texts: Any = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        self.path_of_texts = "" if texts is None else texts.PartName.removeprefix("/")
        self.sheets = {
            sheet.name: (rel.target, sheet.state)
            for sheet, rel in self.parser.find_sheets()
            if rel.target in self.valid_files and "chartsheet" not in rel.Type
        }

    def comments(self, path: str) -> dict[str, str]:
        """The comments of the sheet that is the part `path`, by the names of their cells."""
        read, beside = Comments(), get_rels_path(path)  # type: ignore[no-untyped-call]
        for part in get_dependents(self.archive, beside).find(COMMENTS_NS) if beside in self.valid_files else ():
            if part.target in self.valid_files:
                with self.archive.open(part.target) as source:
                    read.read(source)
        return read.found


@frozen
class _Rows:
    """Makes rows of what the XML of a sheet holds, with the workbook's `formats`, by its styles, and `texts`."""

    formats: Sequence[NumberFormat]
    texts: Sequence[str]
    made: list[Line] = field(default_factory=list)
    room: list[int] = field(default_factory=lambda: [MOST_CELLS, _WIDE * MOST_CELLS])
    """Cells and places that there may be yet."""

    def add(self, number: int, cells: Sequence[Cell]) -> None:
        """A row; Unreadable where it is one too many."""
        width = cells[-1][0]
        self.room[0] -= len(cells)
        self.room[1] -= width
        if min(self.room) < 0:
            raise Unreadable("this sheet is too large", TOO_LARGE)
        values: list[Any] = [""] * width
        ways: list[NumberFormat | Shown] = [AS_TYPED] * width
        faults: dict[int, str] = {}
        for column, text, kind, style in cells:
            if kind in (_ERROR, NO_RESULT):
                faults[column - 1] = NO_RESULT if kind == NO_RESULT else text
            else:
                values[column - 1], ways[column - 1] = self._value(text, kind), self.formats[style]
        self.made.append(_XlsxRow(number, values, ways, faults))

    def _value(self, text: str, kind: str) -> Any:
        match kind:
            case "s":
                return self.texts[int(text)]
            case "n":
                return int(text) if text.isdigit() else float(text)
            case "b":
                return text != "0"
            case "d":
                return from_ISO8601(text)  # type: ignore[no-untyped-call]
        return text


@frozen
class Workbook:
    """A workbook whose sheets are read one by one; it is opened once, whatever is read of it."""

    data: bytes
    file: str = ""
    """What problems call it."""

    @property
    def names(self) -> list[str]:
        """The names of its sheets with cells, in its order: those with a chart alone are passed over."""
        return [*self._book.sheets]

    @property
    def hidden(self) -> frozenset[str]:
        """Those that it hides."""
        return frozenset(name for name, (_, state) in self._book.sheets.items() if state != "visible")

    def sheet(self, name: str) -> Worksheet:
        """The sheet called `name`; Unreadable, or whatever expat or openpyxl raise for a damaged one."""
        rows = _Rows(self._formats, self._texts)
        read = SheetXml(rows.add)
        path, _ = self._book.sheets[name]
        with self._book.archive.open(path) as source:
            read.read(source)
        hidden = (_span(given) for given in read.columns if is_true(given.get("hidden")))
        return Worksheet(
            self.file,
            rows.made,
            name,
            tuple(map(_merge, read.merged)),
            frozenset(read.hidden_rows),
            frozenset(chain.from_iterable(hidden)),
            hidden=name in self.hidden,
            comments=self._book.comments(path),
        )

    @cached_property
    def _texts(self) -> list[str]:
        """The texts that cells share, by their numbers."""
        path = self._book.path_of_texts
        if not path:
            return []
        texts = Texts()
        with self._book.archive.open(path) as source:
            texts.read(source)
        return texts.found

    @cached_property
    def _formats(self) -> list[NumberFormat]:
        """The number format of each style of a cell."""
        known: dict[str, NumberFormat] = {}
        codes = [self._code(style.numFmtId) for style in self._styles._cell_styles] or ["General"]
        return [known.setdefault(code, NumberFormat(code, self._book.wb.epoch)) for code in codes]

    def _code(self, number: int) -> str:
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        code = str(self._styles._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])
        return code if len(code) <= _LONGEST_FORMAT else "General"

    @property
    def _styles(self) -> Any:
        return self._book.wb

    @cached_property
    def _book(self) -> _Book:
        check_parts(self.data, _MOST, sheets="worksheets/")
        with _quiet():
            reader = _Book(BytesIO(self.data), read_only=True, data_only=True)
            reader.read()
        if len(reader.sheets) > _MOST_SHEETS:
            raise Unreadable(f"this workbook has more than {_MOST_SHEETS} sheets", TOO_LARGE)
        return reader


def _span(given: Mapping[str, str]) -> range:
    """The columns, from 0, that an element `col` is about."""
    return range(int(given["min"]) - 1, min(int(given["max"]), 16384))


def _merge(ref: str) -> Merge:
    left, top, right, bottom = (one or 1 for one in range_boundaries(ref))
    return Merge(top, bottom, left - 1, right - 1)


@contextmanager
def _quiet() -> Iterator[None]:
    """openpyxl warns of features that don't matter to us, such as validation lists, and prints of odd styles."""
    with warnings.catch_warnings(), redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        yield
