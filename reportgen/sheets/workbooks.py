"""XLSX workbooks as sheets: values, number formats, hidden and merged cells, in one pass over each sheet.

Formulas give their saved results. openpyxl is imported only here and in `number_formats`, when a sheet is read.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, cached_property
from io import BytesIO, StringIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.text import Text
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.datetime import from_ISO8601
from openpyxl.worksheet._reader import FORMULA_TAG, INLINE_STRING, VALUE_TAG, WorkSheetParser

from reportgen.sheets.csv_text import as_typed
from reportgen.sheets.number_formats import NumberFormat
from reportgen.sheets.sheet import AS_TYPED, NO_RESULT, Line, Merge, Shown, Worksheet, column_of
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
_DIGITS = "0123456789"


class _XlsxRow(Line):
    """`values` are a workbook's own, `formats` those in which it shows them, `faults` the errors in their place."""

    __slots__ = ("faults", "formats")

    def __init__(self, number: int, values: list[Any], formats: list[NumberFormat], faults: dict[int, str]) -> None:
        super().__init__(number, values)
        self.formats, self.faults = formats, faults

    def text(self, at: int) -> str:
        return self.read(at)[0]

    def shown(self, at: int) -> Shown:
        return self.read(at)[1]

    def fault(self, at: int) -> str:
        return self.faults.get(at, "")

    def filled(self) -> list[int]:
        return [at for at, value in enumerate(self.cells) if _holds(value) or at in self.faults]

    def read(self, at: int) -> tuple[str, Shown]:
        value: Any = self.cells[at] if at < len(self.cells) else None
        match value:
            case None:
                return "", AS_TYPED
            case str():
                return as_typed(value), AS_TYPED
            case bool():
                return ("true" if value else "false"), AS_TYPED
            case int() | float():
                return self.formats[at].read(value)
            case datetime() | date():
                return f"{value.year:04d}-{value.month:02d}-{value.day:02d}", AS_TYPED
            case time() | timedelta():
                return str(value), Shown(text=str(value))
        return str(value).strip(), AS_TYPED


class _SheetParser(WorkSheetParser):
    """openpyxl's reader of a sheet, with a shorter way through a cell: a million of them are read.

    It tells a formula without a saved result from an empty cell, and leaves numbers that are dates as numbers.
    """

    def parse_cell(self, element: Any) -> Any:
        """What stands in a cell: its column from 1, its value, its type (ECMA-376, part 1, 18.18.11) and its style."""
        kind, name = element.get("t", "n"), element.get("r")
        self.col_counter = _column(name.rstrip(_DIGITS)) if name else self.col_counter + 1
        value, formula = None, False
        for child in element:
            if child.tag == VALUE_TAG:
                value = child.text
                formula = formula and value is None and kind != "str"
            elif child.tag == FORMULA_TAG:
                formula = True
            elif child.tag == INLINE_STRING:
                value = getattr(Text.from_tree(child), "content", None)
        if formula and value is None:
            return self.col_counter, None, NO_RESULT, 0
        if value is not None:
            value = self._typed(kind, value)
        return self.col_counter, value, kind, int(element.get("s", 0))

    def _typed(self, kind: str, value: str) -> Any:
        match kind:
            case "n":
                return int(value) if value.isdigit() else float(value)
            case "s":
                return self.shared_strings[int(value)]
            case "b":
                return value != "0"
            case "d":
                return from_ISO8601(value)  # type: ignore[no-untyped-call]
        return value

    def parse_formatting(self, element: Any) -> None:
        """Colours by condition are not ours."""

    parse_extensions = parse_sheet_protection = parse_formatting


@dataclass(frozen=True)
class Workbook:
    """A workbook whose sheets are read one by one; it is opened once, whatever is read of it."""

    data: bytes
    file: str = ""
    """What problems call it."""

    @property
    def names(self) -> list[str]:
        """The names of its sheets with cells, in its order: those with a chart alone are passed over."""
        return [sheet.title for sheet in self._book.worksheets]

    @property
    def hidden(self) -> frozenset[str]:
        """Those that it hides."""
        return frozenset(sheet.title for sheet in self._book.worksheets if sheet.sheet_state != "visible")

    def sheet(self, name: str) -> Worksheet:
        """The sheet called `name`; Unreadable, or whatever openpyxl raises for a damaged one."""
        sheet = self._book[name]
        with _quiet(), sheet._get_source() as source:
            parser = _SheetParser(source, sheet._shared_strings, data_only=True, epoch=self._book.epoch)
            lines = list(self._lines(parser))
        rows = {int(number) for number, given in parser.row_dimensions.items() if _is_hidden(given)}
        return Worksheet(
            self.file,
            lines,
            name,
            tuple(_merge(one) for one in (parser.merged_cells.mergeCell if parser.merged_cells else ())),
            frozenset(rows),
            frozenset(at for given in parser.column_dimensions.values() if _is_hidden(given) for at in _span(given)),
            hidden=name in self.hidden,
        )

    def _lines(self, parser: _SheetParser) -> Iterator[Line]:
        count = spread = 0
        for number, cells in parser.parse():
            there = [cell for cell in cells if cell[1] is not None or cell[2] == NO_RESULT]
            count += len(there)
            spread += there[-1][0] if there else 0
            if count > MOST_CELLS or spread > _WIDE * MOST_CELLS:
                raise Unreadable("this sheet is too large", TOO_LARGE)
            if there:
                yield self._row(number, there)

    def _row(self, number: int, cells: Sequence[tuple[int, Any, str, int]]) -> _XlsxRow:
        width = cells[-1][0]
        values: list[Any] = [None] * width
        formats, faults = [self._formats[0]] * width, {}
        for column, value, kind, style in cells:
            if kind in (_ERROR, NO_RESULT):
                faults[column - 1] = NO_RESULT if kind == NO_RESULT else str(value)
            else:
                values[column - 1], formats[column - 1] = value, self._formats[style]
        return _XlsxRow(number, values, formats, faults)

    @cached_property
    def _formats(self) -> list[NumberFormat]:
        """The number format of each style of a cell."""
        known: dict[str, NumberFormat] = {}
        codes = [self._code(style.numFmtId) for style in self._book._cell_styles] or ["General"]
        return [known.setdefault(code, NumberFormat(code, self._book.epoch)) for code in codes]

    def _code(self, number: int) -> str:
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, "General"))
        code = str(self._book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])
        return code if len(code) <= _LONGEST_FORMAT else "General"

    @cached_property
    def _book(self) -> Any:
        check_parts(self.data, _MOST, sheets="worksheets/")
        with _quiet():
            book = load_workbook(BytesIO(self.data), read_only=True, data_only=True)
        if len(book.worksheets) > _MOST_SHEETS:
            raise Unreadable(f"this workbook has more than {_MOST_SHEETS} sheets", TOO_LARGE)
        return book


def _holds(value: Any) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


@cache
def _column(name: str) -> int:
    return column_of(name) + 1


def _is_hidden(given: Mapping[str, str]) -> bool:
    return given.get("hidden") in ("1", "true")


def _span(given: Mapping[str, str]) -> range:
    return range(column_of(given["index"]), min(int(given["max"]), 16384))


def _merge(one: Any) -> Merge:
    left, top, right, bottom = one.bounds
    return Merge(top, bottom, left - 1, right - 1)


@contextmanager
def _quiet() -> Iterator[None]:
    """openpyxl warns of features that don't matter to us, such as validation lists, and prints of odd styles."""
    with warnings.catch_warnings(), redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        yield
