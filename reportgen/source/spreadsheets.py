"""XLSX sheets as rows of cells that know their places (line: the row; column: the column), as a CSV file has them.

Values become the text that an author would type: dates as 2022-03-31 (2022-03 or 2022 where the cell's format shows no
more), numbers with a point, cells formatted as per cent times 100. Formulas give their saved results. openpyxl is
imported only here, when a sheet is read.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from io import BytesIO, StringIO
from typing import Any

from reportgen.frozen import frozen
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.source.csv_cells import Written
from reportgen.source.files import CONTROL
from reportgen.source.model import Phrase

_LARGEST = 200_000_000
"""Bytes that the parts of a workbook may have when unpacked."""
_MOST_CELLS = 1_000_000
_IN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""Parts of a number format that show no part of the value."""


class _SheetError(Exception):
    """What is wrong with the file as a whole, and what to do."""


@dataclass(frozen=True)
class Workbook:
    """A workbook whose sheets are read one by one; it is opened once, whatever is read of it."""

    data: bytes
    file: str = ""
    """What problems call it."""

    def rows(self, sheet: Phrase | None, problems: Problems) -> list[list[Written]]:
        """The rows of a sheet (the first where none is named), without empty rows; faults go to `problems`."""
        try:
            rows = _Reading(self, self.file, problems).rows(sheet)
        except _SheetError as error:
            problems.add("file-format", Place(self.file, 1, 1), *error.args)
            return []
        except Exception:  # noqa: BLE001 - openpyxl raises anything for a damaged workbook
            hint = "open it in a spreadsheet program and save it as XLSX"
            problems.add("file-format", Place(self.file, 1, 1), "this is no XLSX workbook, or it is damaged", hint)
            return []
        return [row for row in rows if row]

    @property
    def names(self) -> list[str]:
        """The names of its sheets, in its order; whatever openpyxl raises where it can't be read."""
        return list(self.written.sheetnames)

    @cached_property
    def written(self) -> Any:
        """With formulas as they are."""
        return _open(self.data, results=False)

    @cached_property
    def results(self) -> Any:
        """With what its formulas gave: openpyxl reads either, not both."""
        return _open(self.data, results=True)


@frozen
class _Reading:
    """One sheet being read."""

    book: Workbook
    file: str
    problems: Problems

    def rows(self, sheet: Phrase | None) -> list[list[Written]]:
        name = self._sheet(self.book.names, sheet)
        if name is None:
            return []
        cells = _cells(self.book.written[name])
        formulas = any(cell.data_type == "f" for row in cells for cell in row)
        if formulas:
            results = _cells(self.book.results[name])
            return [self._row(*pair, number) for number, pair in enumerate(zip(cells, results, strict=True), 1)]
        return [self._row(row, row, number) for number, row in enumerate(cells, 1)]

    def _sheet(self, names: list[str], sheet: Phrase | None) -> str | None:
        if sheet is None or sheet.text in names:
            return sheet.text if sheet else names[0]
        message = f"{self.file} has no sheet '{sheet.text}'"
        self.problems.add("file-missing", sheet.place, message, did_you_mean(sheet.text, names))
        return None

    def _row(self, cells: tuple[Any, ...], results: tuple[Any, ...], number: int) -> list[Written]:
        row = [
            self._cell(*pair, Place(self.file, number, column))
            for column, pair in enumerate(zip(cells, results, strict=True), 1)
        ]
        while row and not row[-1].text:
            row.pop()
        return row

    def _cell(self, cell: Any, result: Any, place: Place) -> Written:
        if result.data_type == "e":
            self.problems.add("wrong-type", place, f"this cell is an error: {result.value}", "mend its formula")
            return Written("", place)
        if cell.data_type == "f" and result.value is None:
            hint = "open the file in a spreadsheet program and save it there"
            self.problems.add("wrong-type", place, "this formula has no saved result", hint)
        text = _text(result.value, getattr(result, "number_format", "") or "")
        if CONTROL.search(text):
            self.problems.add("wrong-type", place, "a control character stands in this cell", "delete it")
            text = ""
        return Written(text, place)


@contextmanager
def _quiet() -> Iterator[None]:
    """openpyxl warns of features that don't matter to us, such as validation lists, and prints of odd styles."""
    with warnings.catch_warnings(), redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        yield


def _open(data: bytes, results: bool) -> Any:
    import zipfile  # few papers have workbooks

    from openpyxl import load_workbook

    with zipfile.ZipFile(BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _LARGEST:
            raise _SheetError("this workbook is too large", "save the sheet that is needed as CSV")
    with _quiet():
        return load_workbook(BytesIO(data), read_only=True, data_only=results)


def _cells(sheet: Any) -> list[tuple[Any, ...]]:
    sheet.reset_dimensions()  # some programs save wrong ones
    count, rows = 0, []
    with _quiet():
        for row in sheet.rows:
            count += max(len(row), 1)
            if count > _MOST_CELLS:
                raise _SheetError("this sheet is too large", "delete empty rows and columns that have a format")
            rows.append(row)
    return rows


def _text(value: object, shown: str) -> str:
    """A cell's value as an author would type it; `shown` is its number format."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime() | date():
            return _date_text(value, shown)
        case int() | float() | Decimal():
            return _number_text(value, shown)
        case time() | timedelta():
            return str(value)
        case _:
            return " ".join(str(value).split(" ")).strip()


def _date_text(value: date, shown: str) -> str:
    shown = _IN_FORMAT.sub("", shown).lower()
    if "d" in shown or "y" not in shown:
        return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    return f"{value.year:04d}-{value.month:02d}" if "m" in shown else f"{value.year:04d}"


def _number_text(value: float | Decimal, shown: str) -> str:
    # A workbook stores binary fractions; 15 digits is what spreadsheet programs show of them.
    exact = Decimal(f"{value:.15g}")
    if "%" in _IN_FORMAT.sub("", shown):
        exact *= 100
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
